"""Who is meant where (``link``), and one spelling for every name (``normalize``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..gazetteer import Candidate, Entity, Gazetteer
from ..mentions import Option, Words
from ..scoring import Match
from .acronyms import find_acronyms
from .decide import Decision, Memory, decide
from .rewrite import Target, replacements, rewrite
from .unknown import find_unknown

__all__ = ["Memory", "Mention", "link", "normalize", "respelled"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in its place: ``surface == text[start:end]``, offsets are ``str`` indices into the text.

    ``entity`` is who is meant (with ``unknown=True`` also a provisional one, id ``unknown/…``), None while two or
    more ``candidates`` stand. ``score`` is 0 to 1; ``case`` the grammatical case found, None in the base form;
    ``reason`` says in words why.
    """

    start: int
    end: int
    surface: str
    kind: str
    entity: Entity | None
    score: float
    reason: str
    case: str | None
    candidates: tuple[Candidate, ...]


def link(
    text: str, gazetteer: Gazetteer | None = None, *, unknown: bool = False, memory: Memory | None = None
) -> list[Mention]:
    """The known people, places, organisations and other names in ``text``, sorted, never overlapping.

    >>> for mention in link("Лукашэнка сустрэўся з Пуціным у Мінску."):
    ...     print(mention.surface, mention.entity.id, mention.case)
    Лукашэнка person/aliaksandr-lukashenka None
    Пуціным person/vladimir-putin ins
    Мінску place/minsk loc

    Without a gazetteer the tables that ship are used. ``unknown=True`` also reports people, places and organisations that
    no table knows, one provisional entity per name within the text.

    >>> for mention in link("Таіса Барташэвіч сказала, што паэт хворы. Пра Барташэвіч пісалі ў газеце.", unknown=True):
    ...     print(mention.surface, mention.entity.id)
    Таіса Барташэвіч unknown/taisa-bartashevich
    Барташэвіч unknown/taisa-bartashevich

    A wrong link is worse than none: what nothing decides is left out, or
    reported with its candidates and ``entity`` None. A long text may be linked window by window with one ``memory``: a
    name given in full decides bare surnames in the windows after it.
    """
    gazetteer = Gazetteer.load() if gazetteer is None else gazetteer
    words, decisions = decide(text, gazetteer, memory)
    mentions = [_mention(text, decision, gazetteer) for decision in decisions]
    acronyms = dict(_acronyms(words, decisions, gazetteer))
    mentions += [_acronym(words, at, decision, gazetteer) for at, decision in acronyms.items()]
    if unknown:
        found = find_unknown(words, decisions, acronyms.keys())
        inside = {at for one in found for at in range(one.start, one.end)}  # Minsk of Minsk Motor Works is no mention
        mentions = [mention for mention in mentions if mention.start not in inside]
        mentions += [
            Mention(
                one.start, one.end, text[one.start : one.end], one.kind, one.entity, one.score, one.reason, one.case, one.candidates
            )
            for one in found
        ]
    return sorted(mentions, key=lambda mention: mention.start)


def _mention(text: str, decision: Decision, gazetteer: Gazetteer) -> Mention:
    span, best = decision.span, decision.option or decision.options[0]
    surface = text[span.start : span.end]
    entity = gazetteer.entities[decision.option.entity] if decision.option else None
    kind = gazetteer.entities[best.entity].kind
    candidates = tuple(_candidate(surface, option, gazetteer) for option in decision.options)
    return Mention(span.start, span.end, surface, kind, entity, best.score, decision.reason, best.case, candidates)


def _acronyms(words: Words, decisions: list[Decision], gazetteer: Gazetteer) -> Iterator[tuple[int, Decision]]:
    """The words that the text itself says are short for a decided name."""
    taken = {at for one in decisions for at in range(one.span.first, one.span.last + 1)}
    named = [
        (one.span.first, one.span.last, one)
        for one in decisions
        if one.option is not None and gazetteer.entities[one.option.entity].kind != "person"
    ]
    return find_acronyms(words, named, taken)


def _acronym(words: Words, at: int, decision: Decision, gazetteer: Gazetteer) -> Mention:
    token, entity = words.words[at].token, gazetteer.entities[decision.option.entity]
    candidate = _candidate(token.surface, decision.option, gazetteer)
    return Mention(
        token.start, token.end, token.surface, entity.kind, entity, decision.option.score, "acronym of a name in this text", None,
        (candidate,),
    )  # fmt: skip


def _candidate(surface: str, option: Option, gazetteer: Gazetteer) -> Candidate:
    entity = gazetteer.entities[option.entity]
    match = Match(surface, option.form.text, entity.kind, option.score, option.evidence)
    return Candidate(entity, option.score, match)


def normalize(
    text: str,
    to: str = "en",
    *,
    gazetteer: Gazetteer | None = None,
    inflect: str = "keep",
    memory: Memory | None = None,
) -> str:
    """``text`` with every known name in one house style; everything else comes back byte for byte.

    ``to`` is a language (each name takes its canonical form in it) or a scheme (people are written as it romanizes
    their native names, or as its sibling for their language does).

    >>> normalize("Lukashenko met Putin in Minsk.", "be-bgn-pcgn-1979")
    'Lukashenka met Putin in Minsk.'
    >>> normalize("Lukashenko’s visit", "be")
    'Лукашэнка’s visit'

    The shape stays: bare surname, initials, order, capitals, acronym. In a text of the target language the case is
    kept (``inflect="keep"``) or the base form written (``inflect="base"``). Normalizing twice is normalizing once.
    ``memory`` is shared by the windows of one long text, as in ``link``.

    Raises UnknownLanguageError for a ``to`` that is neither.
    """
    gazetteer = Gazetteer.load() if gazetteer is None else gazetteer
    target = Target(to, inflect, gazetteer)
    return rewrite(*decide(text, gazetteer, memory), target)




def respelled(
    text: str,
    to: str = "en",
    *,
    gazetteer: Gazetteer | None = None,
    inflect: str = "keep",
    memory: Memory | None = None,
) -> list[tuple[Mention, str]]:
    """Every mention of ``text`` with what ``normalize`` writes in its place; one left open stays as it is.

    >>> [(mention.surface, new) for mention, new in respelled("Lukaschenko flew to Sochi.", "be-bgn-pcgn-1979")]
    [('Lukaschenko', 'Lukashenka'), ('Sochi', 'Sochi')]
    """
    gazetteer = Gazetteer.load() if gazetteer is None else gazetteer
    target = Target(to, inflect, gazetteer)
    words, decisions = decide(text, gazetteer, memory)
    new = {decision.span.start: written for decision, written in replacements(words, decisions, target)}
    mentions = [_mention(text, decision, gazetteer) for decision in decisions]
    return [(mention, new.get(mention.start, mention.surface)) for mention in mentions]
