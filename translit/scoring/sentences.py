"""A verdict in sentences that someone can sign: what answers what, by which rule, and what speaks against."""

from __future__ import annotations

from .evidence import PRIOR, THRESHOLD, Evidence, Match

_NOUNS = {"person": "person", "place": "place", "organisation": "organisation"}


def sentences(match: Match) -> str:
    """The verdict, then one sentence a reason, strongest first, each with its weight; last how the score is made."""
    noun = _NOUNS.get(match.kind, "thing")
    verdict = "can name the same" if match.same else "do not name the same"
    lines = [f"{match.left} and {match.right} {verdict} {noun}: score {match.score:.2f}, threshold {THRESHOLD:.2f}."]
    for title, chosen in (("For", 1), ("Against", -1), ("Neither way", 0)):
        some = [one for one in match.evidence if (one.weight > 0) - (one.weight < 0) == chosen]
        for one in sorted(some, key=lambda one: -abs(one.weight)):
            lines.append(f"{title} ({one.weight:+.2f}): {sentence(one)}")
        if title == "Against" and not some:
            lines.append("Against: nothing.")
    total = PRIOR + sum(one.weight for one in match.evidence)
    lines.append(f"The weights and the prior of {PRIOR:+.2f} add up to {total:+.2f}; the score is the logistic of that sum.")
    return "\n".join(lines)


def sentence(one: Evidence) -> str:
    """One reason as a sentence.

    >>> sentence(Evidence("initial", "А.", "Alexander", 1.2, "begins so"))
    'the initial А. fits Alexander.'
    >>> sentence(Evidence("word", "обороны", "Defence", 2.8, "word: word table: defence"))
    'the word обороны answers Defence: word table: defence.'
    >>> sentence(Evidence("word left over", "", "Poland", -0.8, "the other name is in the language of this country"))
    'the word Poland stands on one side only, but the other name is in the language of this country.'
    """
    left, right, rule = one.left, one.right, one.rule
    if one.kind == "identical":
        return f"both names are {rule}."
    if one.kind == "initial" and rule.startswith("stands"):
        return f"the initial {left} {rule}."
    if one.kind == "initial":
        return f"the initial {left} {'fits' if one.weight > 0 else 'does not fit'} {right}."
    if one.kind == "case":
        return f"{left} is {right} in another case."
    if one.kind == "reading":
        return f"{left} is read as {right}: {rule}."
    if one.kind == "nothing left over":
        return "every part of either name has its answer in the other."
    if one.kind in ("gender", "order", "document", "bare surname", "nothing in common"):
        return f"{rule}."
    if not left or not right:
        return f"the {one.kind.removesuffix(' missing').removesuffix(' left over')} {left or right} stands on one side only{_excused(rule)}."
    if one.kind == "word":
        rule = rule.partition(": ")[2] or rule  # which begins with the kind of the tie
    verb = "answers" if one.weight > 0 else "is against" if one.weight < 0 else "stands beside"
    return f"the {one.kind} {left} {verb} {right}: {rule}."


def _excused(rule: str) -> str:
    """Why it says little that a part stands on one side only, where a reason is known."""
    return "" if rule in ("has no answer", "stands on one side only") else f", but {rule}"
