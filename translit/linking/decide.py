"""Deciding: which spans are mentions, and of whom; the document is the context, "nobody we know" is an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..gazetteer import Gazetteer, magnitude
from ..mentions import Finder, Option, Span, Words, language_of, stands_of, words_of
from ..names import surname_endings
from ..phonology import keys
from ..romanization import romanize
from ..scoring import relate
from ..text import fold

MARGIN = 0.02
_SLIP_LENGTH = 7
_SLIP_LIKENESS = 0.83
_CLAIMED_LENGTH, _CLAIMED_LIKENESS, _MOST_LETTERS_APART = 10, 0.8, 4


@dataclass(frozen=True, slots=True)
class Decision:
    """A span that is a mention: its option when one stands, all options when several do; ``reason`` in words."""

    span: Span
    option: Option | None
    options: tuple[Option, ...]
    reason: str


class Memory:
    """The names seen so far in a text that is read in windows: whom it has named in full, which surnames are strangers'.

    Bounded: the oldest names are forgotten first.
    """

    def __init__(self, size: int = 4096):
        self.size = size
        self.named: dict[str, None] = {}
        self.strangers: dict[str, None] = {}

    def add(self, named: Iterable[str], strangers: Iterable[str]) -> None:
        """Take in what one window has."""
        for kept, new in ((self.named, named), (self.strangers, strangers)):
            kept.update(dict.fromkeys(new))
            while len(kept) > self.size:
                del kept[next(iter(kept))]


def decide(text: str, gazetteer: Gazetteer, memory: Memory | None = None) -> tuple[Words, list[Decision]]:
    """The words of a text in its language, and its mentions in order, never overlapping.

    The language is judged on what stands outside the mentions, so that rewriting them does not change it. ``memory``
    brings the names of the windows before, and takes those of this one.
    """
    memory = memory or Memory()
    words = words_of(text, language_of(text))
    decisions = _decide(words, gazetteer, memory)
    lang = language_of(outside(text, decisions))
    if lang != words.lang:
        words = words_of(text, lang)
        decisions = _decide(words, gazetteer, memory)
    return words, decisions


def outside(text: str, decisions: list[Decision]) -> str:
    """What stands outside the mentions."""
    kept, end = [], 0
    for decision in decisions:
        kept.append(text[end : decision.span.start])
        end = decision.span.end
    return " ".join([*kept, text[end:]])


def _decide(words: Words, gazetteer: Gazetteer, memory: Memory) -> list[Decision]:
    finder = Finder(words, gazetteer)
    spans = finder.spans()
    full = [span for span in spans if not _is_bare(span)]
    bare = [span for span in spans if _is_bare(span)]
    here = {span.options[0].entity for span in full if not span.options[0].weak} | _glossed(full, words)
    here |= _in_named_regions(full, here, gazetteer, words.lang)
    named = here | {gazetteer.number(id) for id in memory.named if gazetteer.entity(id) is not None}
    decided = [decision for span in full if (decision := _decide_full(span, gazetteer, named)) is not None]
    decided = [one for one in decided if not finder.reader.goes_on(one.span, _places(decided))]
    decided += _slips(finder, named, decided)
    explained = _places(decided)
    strange = [span for span in bare if finder.reader.is_strangers(span.first, explained)]
    strangers = {key for span in strange for key in _family_keys(words, span.first)}
    memory.add((gazetteer.entities[number].id for number in here), strangers)
    strangers.update(memory.strangers)
    for span in bare:
        if span not in strange:
            decision = _decide_bare(span, words, gazetteer, named, strangers)
            if decision is not None:
                decided.append(decision)
    return sorted(_without_overlaps(decided, finder), key=lambda one: one.span.start)


def _places(decisions: Iterable[Decision]) -> set[int]:
    """The words that some decisions take."""
    return {at for one in decisions for at in range(one.span.first, one.span.last + 1)}


def _glossed(spans: list[Span], words: Words) -> set[int]:
    """The entities of weak names that a second name in brackets confirms: Constitution (Канстытуцыя)."""
    found = set()
    for one, other in zip(spans, spans[1:], strict=False):
        between = words.text[one.end : other.start].strip()
        if between in ("(", "[", "/") and one.options[0].entity == other.options[0].entity:
            found.add(one.options[0].entity)
    return found


def _in_named_regions(spans: list[Span], named: set[int], gazetteer: Gazetteer, lang: str) -> set[int]:
    """The small places of spans whose region the text names; a common name takes more."""
    regions = {gazetteer.entities[number].id for number in named}
    options = (option.entity for span in spans for option in span.options if option.weak)
    entities = ((number, gazetteer.entities[number]) for number in options)
    return {number for number, entity in entities if entity.fact("region") in regions and not entity.is_common(lang)}


def _is_bare(span: Span) -> bool:
    return span.options[0].bare


def _decide_full(span: Span, gazetteer: Gazetteer, named: set[int]) -> Decision | None:
    options = [option for option in span.options if not option.weak or option.entity in named]
    if not options:
        return None
    near = [option for option in options if option.score >= options[0].score - MARGIN]
    if len(near) > 1:
        near = _nearest(near, gazetteer)
    best = near[0]
    reason = f"{best.form.strength} name ({best.form.lang}): {best.form.text}"
    return Decision(span, best if len(near) == 1 else None, tuple(near), reason)


def _nearest(options: list[Option], gazetteer: Gazetteer) -> list[Option]:
    """Those of several equal options that one more criterion favours: exact names, then ``bare``, then the bigger of
    places, then canonical."""
    for better in (
        lambda option: option.evidence[0].kind == "identical",
        lambda option: option.score,
        lambda option: bool(gazetteer.entities[option.entity].fact("bare")),
        lambda option: magnitude(gazetteer.entities[option.entity]),
        lambda option: option.form.strength == "canonical",
    ):
        best = max(better(option) for option in options)
        options = [option for option in options if better(option) == best]
        if len(options) == 1:
            break
    return options


def _decide_bare(
    span: Span, words: Words, gazetteer: Gazetteer, named: set[int], strangers: set[str]
) -> Decision | None:
    """A bare surname: the document's own full name, else the row that claims it, else its only bearer, else open."""
    options = list(span.options)
    own = [option for option in options if option.entity in named]
    if own:
        own = _by_nominative(own)
        reason = "bare surname of a person named in full in this text"
        return Decision(span, own[0] if len(own) == 1 else None, tuple(own), reason)
    if strangers & _family_keys(words, span.first):
        return None
    options = [option for option in options if not option.weak]
    if not options:
        return None
    near = _by_nominative([option for option in options if option.score >= options[0].score - 0.1])
    claimed = [option for option in near if gazetteer.entities[option.entity].fact("bare")]
    if claimed:
        return Decision(span, claimed[0], tuple(claimed), "bare surname that means this person")
    if _is_doubtful(span, words, near):
        return None
    reason = "bare surname with one bearer in the tables" if len(near) == 1 else "bare surname with several bearers"
    return Decision(span, near[0] if len(near) == 1 else None, tuple(near), reason)


def _family_keys(words: Words, at: int) -> set[str]:
    """The keys of a surname in the text, in whatever case it stands."""
    return {key for stand in stands_of(words.words[at].surface, words.lang) for key in keys(stand.form)}


def _by_nominative(options: list[Option]) -> list[Option]:
    """The options that read the word as it stands, when some do; else those by a case."""
    plain = [option for option in options if option.case is None]
    return plain or options


def _is_doubtful(span: Span, words: Words, options: list[Option]) -> bool:
    """Whether a surname with no claim in this text may be an ordinary word: at a sentence's start, where few names stand
    in another case, or known there in small letters."""
    word = words.words[span.first]
    small = word.surface.lower()
    if words.has(small):
        return True
    if words.is_ordinary(span.first):
        return True
    by_law = all(option.evidence[0].rule.startswith("sound law") for option in options)
    inflected = all(option.case not in (None, "nom") for option in options)
    return word.starts_sentence and (by_law or inflected) or by_law and len(word.surface) < 6


def _without_overlaps(decided: list[Decision], finder: Finder) -> list[Decision]:
    """The longest, surest decisions that leave each other alone. Where two names of one person share a given name, the surname of
    the other stands by itself (Лукашенко Aleksandr Lukashenko)."""
    taken: dict[int, Decision] = {}
    chosen = []
    for decision in sorted(decided, key=lambda one: _rank(one, finder.gazetteer)):
        if any(at in taken for at in _places([decision])):
            decision = _surname_left(decision, taken, finder)
        if decision is not None:
            taken |= dict.fromkeys(_places([decision]), decision)
            chosen.append(decision)
    return chosen


def _surname_left(decision: Decision, taken: dict[int, Decision], finder: Finder) -> Decision | None:
    """The one surname in a person's name that the name beside it, of the same person, has not taken; None where there is none."""
    span, option = decision.span, decision.option
    left = [at for at, role in enumerate(span.roles, span.first) if role == "family" and at not in taken]
    others = [taken[at].option for at in _places([decision]) if at in taken]
    if option is None or len(left) != 1 or any(other is None or other.entity != option.entity for other in others):
        return None
    alone = finder.people.alone(option)
    return Decision(finder.people.bare_span(left[0], alone), alone, (alone,), "bare surname of a person named in full in this text")


def _rank(decision: Decision, gazetteer: Gazetteer) -> tuple:
    best = decision.options[0]
    words = decision.span.last - decision.span.first
    return (-words, decision.option is None, _doubt(decision, gazetteer), -best.score, decision.span.start)


def _doubt(decision: Decision, gazetteer: Gazetteer) -> int:
    """How little a lone word proves: nothing against a full name or the text's own; a surname that means one person alone
    is less doubtful than a settlement in some case (Пушкина is of Пушкин before it is of Пушкино)."""
    best = decision.options[0]
    entity = gazetteer.entities[best.entity]
    if best.bare:
        return 0 if decision.reason.startswith("bare surname of") else 1 if entity.fact("bare") else 2
    return 2 if best.case is not None and entity.fact("population") and decision.span.first == decision.span.last else 0


def _slips(finder: Finder, named: set[int], chosen: list[Decision]) -> list[Decision]:
    """Misspelt bare surnames of people the text names in full (Tkihanovskaya after Tikhanovskaya)."""
    words, gazetteer = finder.words, finder.gazetteer
    taken = _places(chosen)
    people = [number for number in named if gazetteer.entities[number].kind == "person"]
    found = []
    for at, word in enumerate(words.words):
        if at in taken or not word.capital or len(word.surface) < _SLIP_LENGTH or words.is_ordinary(at):
            continue
        option = next((slip for number in people if (slip := _slip(finder, word.surface, number)) is not None), None)
        reason = "misspelt surname of a person named in this text"
        if option is None and len(word.surface) >= _CLAIMED_LENGTH and not word.starts_sentence and not finder.reader.explains_itself(at):
            option, reason = _claimed_slip(finder, word.surface), "misspelt surname that means this person"
        if option is not None and not finder.reader.is_strangers(at, taken):
            found.append(Decision(finder.people.bare_span(at, option), option, (option,), reason))
    return found


def _claimed_slip(finder: Finder, surface: str) -> Option | None:
    """The one person whose surname alone means them and who is a slip away from ``surface``; None where there are more."""
    letters, endings = _letters(surface), surname_endings(surface)[:1]
    genders = {ending.gender for ending in endings}
    if not genders:
        return None
    able = [number for number, known in _claimed(finder.gazetteer) if any(_are_near(letters, one) for one in known)]
    able = [number for number in able if genders & {"mf", finder.gazetteer.entities[number].fact("gender")}]
    able = [number for number in able if endings[0].id in _families(finder.gazetteer, number)]  # -enkov is not -enko
    found = [slip for number in able if (slip := _slip(finder, surface, number, _CLAIMED_LIKENESS)) is not None]
    return found[0] if len(found) == 1 else None


def _families(gazetteer: Gazetteer, number: int) -> set[str]:
    """The families that the surname of a person ends like, in its several languages."""
    parts = [part for form in gazetteer.forms_at(number) for part in form.side.parts if part.role == "family"]
    return {ending.id for part in parts for ending in surname_endings(part.text)[:1]}


@lru_cache(4)
def _claimed(gazetteer: Gazetteer) -> list[tuple[int, list[Counter[str]]]]:
    """The people whose surname alone means them, with the letters of it in their own and other languages."""
    return [
        (number, [_letters(part.text) for form in gazetteer.forms_at(number) for part in form.side.parts if part.role == "family"])
        for number, entity in enumerate(gazetteer.entities)
        if entity.fact("bare")
    ]


def _letters(word: str) -> Counter[str]:
    return Counter(fold(romanize(word)))


def _are_near(one: Counter[str], other: Counter[str]) -> bool:
    return ((one - other).total() <= _MOST_LETTERS_APART) and (other - one).total() <= _MOST_LETTERS_APART


def _slip(finder: Finder, surface: str, number: int, likeness: float = _SLIP_LIKENESS) -> Option | None:
    for form in finder.gazetteer.forms_at(number):
        for part in form.side.parts:
            if part.role == "family":
                relation = relate(surface, part.text, "", part.lang)
                if relation.kind == "typo" and relation.likeness >= likeness:
                    return finder.people.slip_option(number, surface, form, relation)
    return None
