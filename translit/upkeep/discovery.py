"""Names that no table knows, gathered from many documents: how a table grows."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..clustering import dedupe
from ..gazetteer import Gazetteer
from ..linking import link
from ..phonology import keys
from ..romanization import romanize
from ..scoring import match
from ..text import clean, fold, has_cyrillic, script_of

UNVERIFIED = "unverified"
_PREFIXES = {"person": "person/", "place": "place/", "organisation": "org/", "other": "other/"}
_MOST_DOCUMENTS = 3
_HEAD = """\
# Names that no table knows, as they were found in running text: rows to look through, mend and keep, or to drop.
# native and gender are guesses; under each row stand all spellings found, with language and number. A row is yours when its
# source says where its names were verified: until then "translit tables validate" names it.
"""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A form as it stands in the documents: the language of the text, and how often it stands there."""

    text: str
    lang: str
    count: int


@dataclass(frozen=True, slots=True)
class Discovery:
    """A name that no table knows. ``id`` is one of its own; ``native`` guesses its language; ``names`` are base forms by
    language, the commonest first; ``spellings`` every form found, the commonest first; ``documents`` where; ``acronyms`` by
    language what a text says is short for it."""

    id: str
    kind: str
    native: str
    gender: str | None
    names: dict[str, tuple[str, ...]]
    spellings: tuple[Spelling, ...]
    documents: tuple[str, ...]
    acronyms: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How often it is mentioned."""
        return sum(spelling.count for spelling in self.spellings)


@dataclass(slots=True)
class _Found:
    """One provisional entity of one document."""

    kind: str
    lang: str
    name: str
    gender: str | None
    document: str
    spellings: Counter[tuple[str, str]] = field(default_factory=Counter)


def discover(documents: Iterable[str | tuple[str, str]], gazetteer: Gazetteer | None = None) -> list[Discovery]:
    """The people, places and organisations in ``documents`` that ``gazetteer`` (our tables when None) does not know, the
    most mentioned first.

    ``documents`` are texts, or pairs of an id and a text. Within a text all forms of a name are one; across texts people
    are clustered by ``dedupe``, others where ``match`` takes their names for one.

    >>> texts = ["Таіса Барташэвіч спявае. Пра Барташэвіч пішуць у газеце.", "Таиса Барташевич поёт, а Барташевич уже ждут."]
    >>> for one in discover(texts):
    ...     print(one.id, one.native, one.count, one.names)
    person/taisa-bartashevich be 4 {'be': ('Таіса Барташэвіч',), 'ru': ('Таиса Барташевич',)}
    """
    gazetteer = Gazetteer.load() if gazetteer is None else gazetteer
    found = [one for number, document in enumerate(documents, 1) for one in _found_in(document, number, gazetteer)]
    people = [one for one in found if one.kind == "person"]
    groups = list(_people(people))
    groups += _things([one for one in found if one.kind != "person"])
    ids: set[str] = set()
    groups.sort(key=lambda group: (-sum(one.spellings.total() for one in group), group[0].name))
    return [_discovery(group, ids, gazetteer) for group in groups]


def as_toml(discoveries: Iterable[Discovery]) -> str:
    """A table stub: one row per discovery, its spellings beside it, every source a placeholder.

    >>> found = discover([("letter", "Таіса Барташэвіч спявае. Пра Барташэвіч пішуць у газеце.")])
    >>> print(as_toml(found).split("\\n\\n")[1].strip())
    [[entity]]
    id = "person/taisa-bartashevich"
    native = "be"
    gender = "f"
    be = ["Таіса Барташэвіч"]
    source = "unverified: found in letter"
    # be: Барташэвіч 1, Таіса Барташэвіч 1
    """
    return "\n".join([_HEAD, *(_row(one) for one in discoveries)])


def _found_in(document: str | tuple[str, str], number: int, gazetteer: Gazetteer) -> Iterator[_Found]:
    name, text = (f"document {number}", document) if isinstance(document, str) else document
    here: dict[str, _Found] = {}
    for mention in link(text, gazetteer, unknown=True):
        entity = mention.entity
        if entity is None or not entity.id.startswith("unknown/"):
            continue
        one = here.get(entity.id)
        if one is None:
            gender = entity.fact("gender")
            one = here[entity.id] = _Found(mention.kind, entity.native, entity.names[entity.native][0], gender, str(name))
        one.spellings[" ".join(mention.surface.split()), entity.native] += 1
    yield from (one for one in here.values() if not _mixes_scripts(one.name))


def _mixes_scripts(name: str) -> bool:
    """Whether a word of a name has letters of two scripts, which no table may have."""
    return any({"Latn", "Cyrl"} <= {script_of(char) for char in word if char.isalpha()} for word in re.split(r"[\s-]+", name))


def _people(found: list[_Found]) -> Iterator[list[_Found]]:
    if found:
        records = [{"name": one.name, "key": str(number)} for number, one in enumerate(found)]
        for cluster in dedupe(records, name="name", id="key"):
            yield [found[at] for at in cluster.members]


def _things(found: list[_Found]) -> Iterator[list[_Found]]:
    """Things of one kind whose names are one; only those that share a key of their first word are compared."""
    groups: list[list[_Found]] = []
    by_key: dict[tuple[str, str], list[int]] = {}
    for one in found:
        own = [(one.kind, key) for key in sorted(keys(one.name.split()[0]))]
        near = dict.fromkeys(at for key in own for at in by_key.get(key, ()))
        at = next((at for at in near if _is_one(groups[at][0], one)), None)
        if at is None:
            at = len(groups)
            groups.append([])
        groups[at].append(one)
        for key in own:
            if at not in by_key.setdefault(key, []):
                by_key[key].append(at)
    yield from groups


def _is_one(one: _Found, other: _Found) -> bool:
    return one.name == other.name or match(one.name, other.name, kind=one.kind).same


def _discovery(group: list[_Found], ids: set[str], gazetteer: Gazetteer) -> Discovery:
    spellings: Counter[tuple[str, str]] = Counter()
    names: dict[str, Counter[str]] = {}
    for one in group:
        spellings.update(one.spellings)
        names.setdefault(one.lang, Counter())[clean(one.name)] += one.spellings.total()
    by_lang = {lang: _fullest(said) for lang, said in sorted(names.items(), key=lambda item: -item[1].total())}
    native = next((lang for lang, said in by_lang.items() if has_cyrillic(said[0])), next(iter(by_lang)))
    genders = {one.gender for one in group if one.gender}
    documents = tuple(dict.fromkeys(one.document for one in group))
    kind = group[0].kind
    told = tuple(Spelling(text, lang, count) for (text, lang), count in sorted(spellings.items(), key=lambda item: (-item[1], item[0])))
    acronyms: dict[str, list[str]] = {}
    for spelling in told:
        if kind != "person" and spelling.text.isupper() and spelling.text not in by_lang[spelling.lang]:
            acronyms.setdefault(spelling.lang, []).append(spelling.text)
    return Discovery(
        _id(kind, by_lang[native][0], ids, gazetteer), kind, native, genders.pop() if len(genders) == 1 else None,
        {native: by_lang[native], **by_lang}, told, documents, {lang: tuple(some) for lang, some in acronyms.items()},
    )  # fmt: skip


def _fullest(said: Counter[str]) -> tuple[str, ...]:
    """Names of one language, those of the most words first, then the commonest."""
    return tuple(sorted(said, key=lambda name: (-len(name.split()), -said[name], name)))


def _id(kind: str, name: str, ids: set[str], gazetteer: Gazetteer) -> str:
    slug = _PREFIXES[kind] + (re.sub(r"[^a-z0-9]+", "-", fold(romanize(name)).lower()).strip("-") or "name")
    made, number = slug, 2
    while made in ids or gazetteer.entity(made) is not None:
        made, number = f"{slug}-{number}", number + 1
    ids.add(made)
    return made


def _row(one: Discovery) -> str:
    lines = ["[[entity]]", f"id = {_quoted(one.id)}", f"native = {_quoted(one.native)}"]
    if one.gender:
        lines.append(f"gender = {_quoted(one.gender)}")
    lines += [f"{lang} = [{', '.join(map(_quoted, names))}]" for lang, names in one.names.items()]
    if one.acronyms:
        said = ", ".join(f"{lang} = [{', '.join(map(_quoted, some))}]" for lang, some in one.acronyms.items())
        lines.append(f"acronyms = {{ {said} }}")
    more = len(one.documents) - _MOST_DOCUMENTS
    where = ", ".join(one.documents[:_MOST_DOCUMENTS]) + (f" and {more} more" if more > 0 else "")
    lines.append(f"source = {_quoted(f'{UNVERIFIED}: found in {where}')}")
    for lang in dict.fromkeys(spelling.lang for spelling in one.spellings):
        said = ", ".join(f"{spelling.text} {spelling.count}" for spelling in one.spellings if spelling.lang == lang)
        lines.append(f"# {lang}: {said}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML string: JSON's, but for the control character that JSON leaves."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
