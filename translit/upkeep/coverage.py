"""What the tables claim twice, what belongs nowhere, and which rules no example shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..names import patronymic_of
from ..phonology import rules_shown
from ..romanization import trace
from ..tables.names import GivenName, given_names, patronymic_homonyms, patronymic_rules, surname_rules
from ..tables.rules import Rule, Scheme, orthographies, read_rules, scheme_paths

Finding = tuple[str, str, str]


def find_collisions() -> Iterator[Finding]:
    """Forms of one language and gender that two given names have as a full form, unless each row names the other in
    ``beside``; surname endings of one language and gender that two rules have."""
    claims: dict[tuple[str, str], list[GivenName]] = defaultdict(list)
    for name in given_names():
        for lang, forms in name.forms.items():
            for form in forms:
                claims[lang, form.casefold()].append(name)
    for (lang, form), names in claims.items():
        for at, one in enumerate(names):
            for other in names[at + 1 :]:
                if set(one.gender) & set(other.gender) and other.id not in one.beside and one.id not in other.beside:
                    yield one.path, one.id, f"{form!r} ({lang}) is {other.id} too; say so: beside = [{other.id!r}]"
    owners: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for rule in surname_rules():
        for lang, by_gender in rule.endings.items():
            for gender, endings in by_gender.items():
                for ending in endings:
                    owners[lang, gender, ending].add(rule.id)
    for (lang, _, ending), rules in owners.items():
        if len(rules) > 1:
            yield "tables/names/surnames.toml", min(rules), f"-{ending} ({lang}) stands in {max(rules)} too"


def find_orphans() -> Iterator[Finding]:
    """Names ``beside`` which a row would stand and that are no rows; homonyms of patronymics that no rule reads as
    patronymics."""
    names = {name.id: name for name in given_names()}
    for name in names.values():
        for other in name.beside:
            if other not in names:
                yield name.path, name.id, f"stands beside {other!r}, which is no row"
    for word in sorted(patronymic_homonyms()):
        if patronymic_of(word) is None:
            yield "tables/names/patronymics.toml", "homonyms", f"{word!r} is no patronymic by any rule"


def find_untested() -> Iterator[Finding]:
    """Rules of several letters or with a context, and letters that are not the parent's, that no example goes
    through: in orthographies and in schemes; endings of surnames and patronymics that no read shows."""
    for rule in surname_rules():
        words = [word.casefold() for some in rule.reads.values() for word in some]
        endings = {ending for by_gender in rule.endings.values() for some in by_gender.values() for ending in some}
        yield from _unread("tables/names/surnames.toml", rule.id, endings, words)
    for rule in patronymic_rules():
        words = [word.casefold() for word in rule.reads]
        endings = {ending for some in rule.endings.values() for ending in some}
        yield from _unread("tables/names/patronymics.toml", rule.id, endings, words)
    for rules in orthographies().values():
        shown = {rule for example in rules.examples for rule in rules_shown(rules, example.source)}
        for rule in _own(rules, orthographies().get(str(rules.extra.get("parent", "")))):
            if rule not in shown:
                yield rules.path, rule.name, "no example shows it"
    files = {name: read_rules(path) for name, path in scheme_paths().items()}
    for rules in files.values():
        shown = {step.rule for example in rules.examples for step in trace(example.source, rules.id)}
        for rule in _own(rules, files.get(str(rules.extra.get("parent", "")))):
            if (rule.after or rule.before or len(rule.source) > 1) and rule.name not in shown:
                yield rules.path, rule.name, "no example shows it"


def _unread(path: str, entry: str, endings: set[str], words: list[str]) -> Iterator[Finding]:
    for ending in sorted(endings):
        if not any(word.endswith(ending) for word in words):
            yield path, entry, f"no read shows -{ending}"


def _own(rules: Scheme, parent: Scheme | None) -> list[Rule]:
    theirs = {rule for some in parent.rules.values() for rule in some} if parent else set()
    return [rule for some in rules.rules.values() for rule in some if rule not in theirs]
