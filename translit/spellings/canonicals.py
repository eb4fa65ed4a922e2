"""An entity's name in a language that its row has none in: what rules make of its native name."""

from __future__ import annotations

from functools import cache, lru_cache

from ..names import surname_endings
from ..readings import SISTERS
from ..romanization import romanize, schemes
from ..romanization.defaults import default_schemes
from ..tables.entities import Entity
from ..tables.languages import languages
from .across import spell_across, to_tarask

_SPELLED = frozenset(("city", "town", "village", "media", "company"))  # types whose names are spelled, not translated
_ENDED = frozenset(("lt", "lv"))


def canonical_of(entity: Entity, lang: str) -> str | None:
    """The canonical name of ``entity`` in ``lang``: the table's; of people, settlements, media and companies also what
    rules make of their native name. None where neither is.

    A native name in Belarusian, Russian or Ukrainian goes over into the others (``transfer``), and into a language of
    Latin letters as its press spells it, by the scheme made for its readers; a native name in Latin letters stays as it
    is. Lithuanian and Latvian give foreign names an ending, so there a name in Latin letters needs the table, but for
    women in Lithuanian (Angela Merkel).

    >>> from translit import Gazetteer
    >>> mayor = Gazetteer.load().resolve("Oleksandr Turchynov")[0].entity
    >>> canonical_of(mayor, "de"), canonical_of(mayor, "be"), canonical_of(mayor, "lt")
    ('Oleksandr Turtschynow', 'Аляксандр Турчынаў', 'Oleksandras Turčynovas')
    """
    told = entity.canonical(lang)
    if told is not None and (lang in entity.names or lang != "be-tarask"):
        return told
    if entity.kind != "person" and entity.fact("type") not in _SPELLED:
        return told
    native = entity.native.split("-")[0]
    name = entity.canonical(native)
    return (name and spell_in(name, native, lang, entity.kind == "person" and entity.fact("gender") == "f")) or told


@lru_cache(4096)
def spell_in(name: str, native: str, lang: str, feminine: bool = False) -> str | None:
    """A ``native`` name as ``lang`` spells it by rule; None where no rule does. ``feminine``: of a woman; where the language
    gives names an ending, her surname needs one of a woman already (Moroz would become a man's Morozas)."""
    if lang == "be-tarask":
        official = name if native == "be" else spell_in(name, native, "be")
        return official and to_tarask(official)
    if native == lang:
        return name
    if native in SISTERS and lang in SISTERS:
        found = spell_across(name, native, lang)
        return found[0].text if found else None
    profile = languages().get(lang)
    if profile is None or profile.script != "Latn":
        return None
    if _is_latin(native):
        return name if lang not in _ENDED or feminine and lang == "lt" else None
    if feminine and lang in _ENDED and not any(match.gender == "f" for match in surname_endings(name.split()[-1])):
        return None
    scheme = _press_scheme(native, lang)
    return romanize(name, scheme) if scheme else None


def _is_latin(lang: str) -> bool:
    profile = languages().get(lang)
    return profile is None or profile.script == "Latn"


@cache
def _press_scheme(native: str, readers: str) -> str | None:
    """The scheme by which the press of ``readers`` writes ``native`` names; for English, and for readers without one of
    their own, none but the default of English."""
    found = [one for one in schemes(lang=native, purpose="press") if one.extra.get("readers") == readers]
    return found[0].id if found else default_schemes().get(native) if readers == "en" else None
