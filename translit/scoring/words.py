"""Comparing names made of words: places, organisations and others."""

from __future__ import annotations

from functools import lru_cache

from .acronyms import spelled_by
from .evidence import IDENTICAL, Evidence
from .sides import Part, Side
from .ties import Tie, first_sounds
from .vocabulary import is_acronym, is_glue, is_number, is_type, legal_form, legal_phrase
from .weights import INSIDE_LEAST, LEFT_OVER, LEFT_OVER_LEAST, LEGAL_LEFT, ORDER, TOTAL, TYPES_LEFT, WORDS_DIFFER
from .wordties import abjad_tie, word_tie

_SHORTEST, _LONGEST, _LEGAL, _LONGER = 4, 8, 1, 3
_BESIDE_ANOTHER = frozenset(("typo", "case", "people"))

_TOGETHER = frozenset(("same", "spelling", "law"))


def compare_words(a: Side, b: Side) -> tuple[Evidence, ...]:
    """The evidence about two names of words: each word's nearest answer, acronyms, and the words without an answer.

    A slip, or another case, is believed only beside a word that agrees: Katyn is not Khatyn, Petrovo not Petrovka. A
    country answers its adjective where one of them stands first: Belarusian Ministry of Defence is the Ministry of Defence
    of Belarus, and the Union of Belarusian Writers is not the Union of Writers of Belarus.
    """
    if a.text == b.text:
        return (Evidence("identical", a.text, b.text, IDENTICAL, "the same characters"),)
    left, right = _content(a.parts), _content(b.parts)
    if not left or not right:
        return ()
    total = sum(map(_size, left)) + sum(map(_size, right))
    answers = _align(left, right, a.script != b.script)
    spelled = _acronyms(left, right, answers) + _joins(left, right, answers)
    evidence = []
    for mine, yours, tie in [([i], [j], tie) for i, j, tie in answers] + spelled:
        share = (sum(_size(left[i]) for i in mine) + sum(_size(right[j]) for j in yours)) / total
        pair = (" ".join(left[i].text for i in mine), " ".join(right[j].text for j in yours))
        evidence.append(Evidence("word", *pair, TOTAL * tie.worth * share, f"{tie.kind}: {tie.rule}"))
    taken_left = {i for i, _, _ in answers} | {i for mine, _, _ in spelled for i in mine}
    taken_right = {j for _, j, _ in answers} | {j for _, yours, _ in spelled for j in yours}
    evidence += _leftovers(_rest(left, taken_left), _rest(right, taken_right), total)
    ordered = sorted((i, j) for i, j, _ in answers)
    if any(one[1] > other[1] for one, other in zip(ordered, ordered[1:], strict=False)):
        evidence.append(Evidence("order", a.text, b.text, ORDER, "the words change places"))
    return tuple(evidence)


@lru_cache(8192)
def _content(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The words that count: without those that only join, legal forms of several words as one."""
    texts = tuple(part.text for part in parts)
    found, at = [], 0
    while at < len(parts):
        legal, size = legal_phrase(texts, at)
        if size and size < len(parts):
            found.append(Part(" ".join(texts[at : at + size]), "legal", (legal,)))
            at += size
            continue
        if not is_glue(texts[at]) or legal_form(texts[at]) and at in (0, len(parts) - 1):
            found.append(parts[at])
        at += 1
    return tuple(found) or parts


def _align(left: tuple[Part, ...], right: tuple[Part, ...], abjad: bool) -> list[tuple[int, int, Tie]]:
    lone = len(left) == 1 or len(right) == 1
    ranked = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            tie = _best(one, other, abjad)
            if lone and tie.kind in _BESIDE_ANOTHER or tie.kind == "people" and i and j:
                continue
            if tie.worth > 0:
                ranked.append((tie.worth, -abs(i - j), -i - j, i, j, tie))
    ranked.sort(key=lambda one: one[:3], reverse=True)
    answers: list[tuple[int, int, Tie]] = []
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for _, _, _, i, j, tie in ranked:
        if i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            answers.append((i, j, tie))
    if all(tie.kind in _BESIDE_ANOTHER for _, _, tie in answers):
        return []
    return answers


def _best(one: Part, other: Part, abjad: bool) -> Tie:
    if "legal" in (one.role, other.role):
        legal = [part.forms[0] if part.role == "legal" else legal_form(part.text) for part in (one, other)]
        agrees = legal[0] == legal[1]
        return Tie("legal", 1.0 if agrees else 0.0, f"legal form: {legal[0]}")
    best = max(
        (word_tie(form, other_form, one.lang, other.lang) for form in one.forms for other_form in other.forms),
        key=lambda tie: tie.worth,
    )
    return abjad_tie(one.text, other.text) if abjad and not best.worth else best


def _acronyms(left: tuple[Part, ...], right: tuple[Part, ...], answers: list) -> list[tuple[list[int], list[int], Tie]]:
    """Acronyms on one side and the words they stand for on the other; they take what only slips and cases had tied."""
    found = []
    for turned, own, others in ((False, left, right), (True, right, left)):
        mine = {pair[turned] for pair in answers}
        yours = {pair[not turned] for pair in answers}
        for at, part in enumerate(own):
            if at in mine or not is_acronym(part.text):
                continue
            for start in range(len(others)):
                for end in range(min(len(others), start + 7), start + 1, -1):
                    run = list(range(start, end))
                    if yours & set(run):
                        continue
                    rule = spelled_by(part.text, tuple(others[place].text for place in run))
                    if rule:
                        tie = Tie("acronym", 0.9 if len(run) > 2 else 0.8, rule)
                        found.append((run, [at], tie) if turned else ([at], run, tie))
                        yours |= set(run)
                        break
                else:
                    continue
                break
    return found


def _joins(left: tuple[Part, ...], right: tuple[Part, ...], answers: list) -> list[tuple[list[int], list[int], Tie]]:
    """Two words on one side that the other writes as one: Co-operation, Cooperation."""
    found = []
    for turned, own, others in ((False, left, right), (True, right, left)):
        mine = {pair[turned] for pair in answers}
        yours = {pair[not turned] for pair in answers}
        for at, part in enumerate(own):
            for start in range(len(others) - 1):
                run = [start, start + 1]
                together = others[start].text + others[start + 1].text.lower()
                if at in mine or yours & set(run) or abs(len(together) - len(part.text)) > _LONGER:
                    continue
                if not first_sounds(part.text) & first_sounds(others[start].text):
                    continue
                tie = word_tie(part.text, together)
                if tie.kind in _TOGETHER:
                    tie = Tie(tie.kind, tie.worth, f"written together: {tie.rule}")
                    found.append((run, [at], tie) if turned else ([at], run, tie))
                    mine.add(at)
                    yours |= set(run)
    return found


def _rest(parts: tuple[Part, ...], taken: set[int]) -> list[tuple[Part, bool]]:
    """The parts without an answer, and whether each stands between two that have one."""
    return [
        (part, at - 1 in taken and at + 1 in taken) for at, part in enumerate(parts) if at not in taken
    ]


def _leftovers(left_rest: list[tuple[Part, bool]], right_rest: list[tuple[Part, bool]], total: int) -> list[Evidence]:
    """Words without an answer: against each other when both sides have some, else missing on one. A word put between
    two others makes another name of it (State Medical University)."""
    evidence = []
    left, right = [part for part, _ in left_rest], [part for part, _ in right_rest]
    plain = [part for part in left if not _is_light(part)], [part for part in right if not _is_light(part)]
    kinds = [part for part in left if is_type(part.text)], [part for part in right if is_type(part.text)]
    if plain[0] and plain[1]:
        pairs = (max(plain[0], key=_size), max(plain[1], key=_size))
        evidence.append(Evidence("word", *(part.text for part in pairs), WORDS_DIFFER, "different: stand in the same place"))
    elif kinds[0] and kinds[1]:
        evidence.append(Evidence("word", kinds[0][0].text, kinds[1][0].text, WORDS_DIFFER, "different: two types of thing"))
    for turned, parts in ((False, left_rest), (True, right_rest)):
        for part, inside in parts:
            weight = -LEFT_OVER * TOTAL * _size(part) / total
            if _is_light(part):
                weight = max(weight, TYPES_LEFT if is_type(part.text) else LEGAL_LEFT)
            else:
                weight = min(weight, INSIDE_LEAST if inside else LEFT_OVER_LEAST)
            pair = ("", part.text) if turned else (part.text, "")
            evidence.append(Evidence("word left over", *pair, weight, "has no answer"))
    return evidence


def _is_light(part: Part) -> bool:
    return part.role == "legal" or bool(legal_form(part.text)) or is_type(part.text)


@lru_cache(32768)
def _size_of(text: str) -> int:
    """How much a word weighs: by its length, acronyms and numbers (World War II) in full, legal forms next to nothing."""
    if legal_form(text):
        return _LEGAL
    if is_number(text) or (text.isupper() and len(text) > 1):
        return _LONGEST
    if is_type(text):
        return _SHORTEST
    return min(max(len(text), _SHORTEST), _LONGEST)


def _size(part: Part) -> int:
    return _LEGAL if part.role == "legal" else _size_of(part.text)
