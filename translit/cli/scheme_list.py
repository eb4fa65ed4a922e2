"""``translit schemes``: list, show, compare."""

from __future__ import annotations

import click

from ..errors import ForeignLetterError, InputError, UnknownLanguageError, nearest
from .command import Group
from .options import check_words, json_option
from .results import columns_of, json_document
from .writing import open_output

LIST_EXAMPLES = """
$ translit schemes list --lang uk | grep national-2010
uk-national-2010 ... Ukrainian national system of 2010
"""

SHOW_EXAMPLES = """
$ translit schemes show be-bgn
be-bgn-pcgn-1979
  title       BGN/PCGN 1979 System for Belarusian
...
"""

COMPARE_EXAMPLES = """
$ translit schemes compare Віцебск --lang be --authority bgn-pcgn
be-bgn-pcgn-1979  Vitsyebsk
"""


_FILTERS = {
    "lang": "be, ru, uk, …",
    "authority": "bgn-pcgn, national, iso, …",
    "purpose": "passport, press, library, …",
}


def _filters(command):
    for name, values in _FILTERS.items():
        option = click.option(f"--{name}", metavar=name.upper(), help=f"Only those with this {name}: {values}")
        command = option(command)
    return command


def _chosen(lang: str | None, authority: str | None, purpose: str | None) -> list:
    from .. import schemes

    found = schemes(lang=lang, authority=authority, purpose=purpose)
    if found:
        return found
    known = schemes()
    if lang is not None and lang not in {scheme.lang for scheme in known}:
        raise UnknownLanguageError(lang, {scheme.lang for scheme in known})
    authorities = {scheme.authority for scheme in known}
    purposes = {one for scheme in known for one in scheme.purpose}
    for what, value, values in (("authority", authority, authorities), ("purpose", purpose, purposes)):
        if value is not None and value not in values:
            known_ones = ", ".join(sorted(values))
            raise InputError(f"no scheme with {what} {value!r}{nearest(value, values)}; known: {known_ones}")
    return found


@click.group("schemes", cls=Group)
def command() -> None:
    """List, show and compare romanization schemes."""


@command.command("list", examples=LIST_EXAMPLES)
@_filters
@json_option
def list_schemes(lang, authority, purpose, as_json) -> None:
    """Every scheme: id, language, authority, year, title."""
    found = _chosen(lang, authority, purpose)
    with open_output(None) as out:
        if as_json:
            out.write(json_document([_summary(scheme) for scheme in found]))
        else:
            rows = [(one.id, one.lang, one.authority, str(one.year or ""), one.title) for one in found]
            out.write(columns_of(rows))


@command.command("show", examples=SHOW_EXAMPLES)
@click.argument("scheme_id", metavar="ID")
@json_option
def show_scheme(scheme_id, as_json) -> None:
    """One scheme whole: what it is, its letters and rules in the order they are tried, its examples."""
    from ..tables.rules import scheme as scheme_named

    check_words(scheme_id)
    scheme = scheme_named(scheme_id)
    examples = [(example.source, example.output) for example in scheme.examples]
    rules = [rule.name for some in scheme.rules.values() for rule in some]
    with open_output(None) as out:
        if as_json:
            examples = [{"from": before, "to": after} for before, after in examples]
            out.write(json_document([_summary(scheme) | {"rules": rules, "examples": examples}]))
            return
        out.write(f"{scheme.id}\n")
        facts = [(f"  {name}", _said(value)) for name, value in _summary(scheme).items() if name != "id"]
        out.write(columns_of(facts))
        out.write("rules\n" + "".join(f"  {rule}\n" for rule in rules))
        out.write("examples\n" + columns_of([(f"  {before}", after) for before, after in examples]))


def _knows(scheme: str, word: str) -> bool:
    from .. import romanize

    try:
        romanize(word, scheme, on_foreign="error")
    except ForeignLetterError:
        return False
    return True


def _summary(scheme) -> dict[str, object]:
    return {
        "id": scheme.id, "title": scheme.title, "lang": scheme.lang, "authority": scheme.authority,
        "year": scheme.year, "source": scheme.source, "purpose": list(scheme.purpose), "reversible": scheme.reversible,
        "aliases": list(scheme.aliases), "siblings": scheme.siblings, "writes": "".join(sorted(scheme.writes)),
    }  # fmt: skip


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {one}" for key, one in value.items()) or "–"
    if isinstance(value, list):
        return ", ".join(value) or "–"
    return str(value) if value else "–"


@command.command("compare", examples=COMPARE_EXAMPLES)
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@_filters
@json_option
def compare_schemes(words, lang, authority, purpose, as_json) -> None:
    """WORD under every scheme that knows all its letters (under every one at all, when none does)."""
    from .. import romanize

    check_words(*words)
    word = " ".join(words)
    found = _chosen(lang, authority, purpose)
    fitting = [scheme for scheme in found if _knows(scheme.id, word)]
    written = [(scheme.id, romanize(word, scheme.id)) for scheme in fitting or found]
    with open_output(None) as out:
        if as_json:
            out.write(json_document([{"text": word, "scheme": scheme, "romanized": text} for scheme, text in written]))
        else:
            out.write(columns_of(written))
