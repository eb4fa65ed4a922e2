"""The parts of a name with their places: which word is given name, patronymic, family name, title …"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ..tables.names import is_middle_name
from ..text import APOSTROPHES, HYPHENS, WORD, clean
from .endings import is_after_father, patronymic_of, surname_endings
from .givens import given_groups
from .orders import Features, best_order
from .titles import is_particle, is_suffix, is_title, is_title_form, longest_title, stands_beside, titles_of
from .words import SEGMENT_END, NameWord, split_words

ROLES = ("given", "patronymic", "family", "particle", "initial", "title", "suffix", "unknown")
_LONGEST_INITIAL = 2


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a name: ``text[start:end]`` of the whole, and its role, one of ROLES."""

    text: str
    start: int
    end: int
    role: str


@lru_cache(8192)
def name_parts(text: str) -> tuple[Part, ...]:
    """The words of a name with their places and roles, in order and never overlapping.

    >>> [(part.text, part.role) for part in name_parts("Прэзідэнт А. Р. Лукашэнка")]
    [('Прэзідэнт', 'title'), ('А.', 'initial'), ('Р.', 'initial'), ('Лукашэнка', 'family')]
    >>> [(part.text, part.role) for part in name_parts("Башар аль-Асад")]
    [('Башар', 'given'), ('аль-', 'particle'), ('Асад', 'family')]

    Digits and signs belong to no part. A text that is no name still gets the likeliest roles: this never raises.
    """
    return parse_parts(text)[0]


def parse_parts(text: str) -> tuple[tuple[Part, ...], str]:
    """The parts of ``text`` and the order they stand in, as ``Name.order`` has it."""
    return _read_plain(text) or _read_marked(text)


def named_words(text: str) -> Sequence[tuple[str, str]]:
    """The parts of ``text``, each only with its role.

    >>> named_words("Лукашэнка, А. Р.")
    [('Лукашэнка', 'family'), ('А.', 'initial'), ('Р.', 'initial')]
    """
    found = _roles_of_plain(text)
    return [(part.text, part.role) for part in _read_marked(text)[0]] if found is None else found[0]


def _read_marked(text: str) -> tuple[tuple[Part, ...], str]:
    """The parts and the order of any name: what is no name in it is marked, then the rest is placed."""
    words = split_words(text)
    marked: list[Part] = []
    left = list(_mark_brackets(text, words, marked))
    left = _mark_suffixes(text, left, marked)
    left = _mark_titles(text, left, marked)
    left = _mark_initials(text, left, marked)
    left = _mark_afterthoughts(text, left, marked)
    left = _mark_particles(text, left, marked)
    left = _mark_small_words(left, marked)
    placed, order = _place(text, left, marked)
    marked.extend(Part(word.text, word.start, word.end, role) for word, role in placed)
    return tuple(sorted(marked, key=lambda part: part.start)), order


def _read_plain(text: str) -> tuple[tuple[Part, ...], str] | None:
    """The parts and the order of a plain name; None for another."""
    found = _roles_of_plain(text)
    if found is None:
        return None
    parts, start = [], 0
    for piece, (word, role) in zip(text.split(" "), found[0], strict=True):
        parts.append(Part(word, start, start + len(word), role))
        start += len(piece) + 1
    return tuple(parts), found[1]


def _roles_of_plain(text: str) -> tuple[list[tuple[str, str]], str] | None:
    """The words and their roles, and the order, of a name of nothing but plain words and initials, with at most a comma after the first of
    them, which needs no marking; None for another."""
    pieces = text.split(" ")
    comma = 1 if "," in pieces[0][-1:] and len(pieces) > 1 else None
    if comma:
        pieces[0] = pieces[0][:-1]
    read = list(map(_shouted_word if text.isupper() else _plain_word, pieces))
    if None in read:
        return None
    if _INITIAL not in read:
        roles, order = best_order(read, comma, leading=False, trailing=0, titled=False)
        return [(word.written, role) for word, role in zip(read, roles, strict=True)], order
    words = [word for word in read if word is not _INITIAL]
    if not words or comma and read[0] is _INITIAL:
        return None
    trailing = next(at for at, word in enumerate(reversed(read)) if word is not _INITIAL)
    some, order = best_order(words, comma, leading=read[0] is _INITIAL, trailing=trailing, titled=False)
    roles = iter(some)
    return [(piece, "initial") if word is _INITIAL else (word.written, next(roles)) for word, piece in zip(read, pieces, strict=True)], order


_INITIAL = Features("")


@lru_cache(65536)
def _plain_word(piece: str) -> Features | None:
    """The plain word that a piece of a name is, with what is known of it: letters after a capital, no title, no suffix, no particle;
    _INITIAL for an initial. None for all others, such as words in capitals."""
    return _read_piece(piece, False)


@lru_cache(8192)
def _shouted_word(piece: str) -> Features | None:
    """``_plain_word`` in a name all in capitals."""
    return _read_piece(piece, True)


def _read_piece(piece: str, shouted: bool) -> Features | None:
    if piece.isalpha():
        word, rest = piece, ""
    else:
        found = WORD.match(piece)
        word = found.group() if found else ""
        rest = piece[len(word) :]
    if not word or rest != "." and rest.strip(APOSTROPHES) or word[0].islower() or stands_beside(word.lower() if shouted else word):
        return None
    if len(word) == 1 or rest == "." and len(word) <= _LONGEST_INITIAL:
        return _INITIAL if rest in ("", ".") and word[0].isupper() and not is_suffix(piece) else None
    if rest == "." or word.isupper() is not shouted or is_after_father(word):
        return None
    return Features(clean(word), written=word)


def _mark_brackets(text: str, words: list[NameWord], marked: list[Part]) -> Iterator[NameWord]:
    """A word in brackets beside others is an aside."""
    outside = any(not word.bracketed for word in words)
    for word in words:
        if outside and word.bracketed:
            marked.append(Part(word.text, word.start, word.end, "unknown"))
        else:
            yield word


def _mark_suffixes(text: str, words: list[NameWord], marked: list[Part]) -> list[NameWord]:
    """Jr., III, PhD at the end; written apart by dots they are one part (Ph.D.)."""
    while len(words) > 1:
        for size in (3, 2, 1):
            first = len(words) - size
            span = text[words[first].start : words[-1].stop] if first > 0 else ""
            if span and " " not in span and is_suffix(span):
                marked.append(Part(span, words[first].start, words[-1].stop, "suffix"))
                words = words[:first]
                break
        else:
            break
    return words


def _mark_titles(text: str, words: list[NameWord], marked: list[Part]) -> list[NameWord]:
    """Titles before the name or after a comma, and lower-case ones anywhere; at least one word besides initials stays a name."""
    left: list[NameWord] = []
    at = 0
    while at < len(words):
        may_be = not left or _is_lower(words[at]) or words[at].segment > left[-1].segment
        size = _title_at(words, at) if may_be else 0
        rest = (*left, *words[at + size :]) if size else ()
        if rest and not all(map(_is_initial, rest)) and not _stands_for_family(words, at, size):
            last = words[at + size - 1]
            marked.append(Part(text[words[at].start : last.stop], words[at].start, last.stop, "title"))
            at += size
        else:
            left.append(words[at])
            at += 1
    return left


def _title_at(words: list[NameWord], at: int) -> int:
    """How many words from ``at`` are one title; 0 when there is none."""
    for size in range(min(longest_title(words[at].text), len(words) - at), 0, -1):
        some = words[at : at + size]
        if is_title(" ".join(word.text for word in some)) and not (size == 1 and _is_name(some[0])):
            return size
    return 0


def _stands_for_family(words: list[NameWord], at: int, size: int) -> bool:
    """Whether a first word that can be a title is the family name: a comma follows it (King, Martin Luther), or with a
    family name's ending it stands before a given name and a patronymic (Королева Анна Кирилловна)."""
    word, rest = words[at], words[at + 1 :]
    if at or size > 1 or not rest or word.dot or _is_lower(word):
        return False
    if rest[0].segment != word.segment:
        return all(title.kind == "office" for title in titles_of(word.text))
    return len(rest) == 2 and patronymic_of(rest[1].text) is not None and bool(surname_endings(word.text))


def _is_name(word: NameWord) -> bool:
    """Whether a word that can be a title is here a name or an initial."""
    if word.dot:
        return len(word.text) == 1 and word.text.isupper()
    if _is_lower(word):
        return False
    if not is_title_form(word.text) and any(match.gender in ("m", "mf") for match in surname_endings(word.text)):
        return True  # Корольчук, and Королев as who leaves out the dots writes it, are no cases of король
    return any(match.by == "form" and match.strength == "same" for match in given_groups(word.text))


def _mark_initials(text: str, words: list[NameWord], marked: list[Part]) -> list[NameWord]:
    """А., Дз., Yu., and a lone capital beside words."""
    found = [word for word in words if _is_initial(word)]
    if len(found) == len(words):
        found = [word for word in words if word.dot]
    for word in found:
        marked.append(Part(text[word.start : word.stop], word.start, word.stop, "initial"))
    return [word for word in words if word not in found]


def _is_initial(word: NameWord) -> bool:
    pieces = "".join(" " if char in HYPHENS else char for char in word.text).split()
    if not word.dot:
        return len(word.text) == 1 and word.text.isupper()
    return all(len(piece) <= _LONGEST_INITIAL and piece[:1].isupper() for piece in pieces)


def _mark_afterthoughts(text: str, words: list[NameWord], marked: list[Part]) -> list[NameWord]:
    """What follows a comma and neither begins with a name nor with an initial is no part of the name, unless a bare
    family name stands before it."""
    segments = sorted({word.segment for word in words})
    if len(segments) < 2:
        return words
    first, second = ([word for word in words if word.segment == segment] for segment in segments[:2])
    titled = any(part.role == "title" and first[-1].end < part.start < second[0].start for part in marked)
    whole = len(first) > 1 and any(given_groups(word.text) for word in first) and not given_groups(second[0].text)
    kept = segments[:1] if titled or whole else segments[:2]
    for word in words:
        if word.segment not in kept:
            marked.append(Part(word.text, word.start, word.end, "unknown"))
    return [word for word in words if word.segment in kept]


def _mark_particles(text: str, words: list[NameWord], marked: list[Part]) -> list[NameWord]:
    """van, de, bin before another word, al- before a hyphen, oğlu after one. With a capital (Le Pen) such a word is
    part of the family name, and stays."""
    left: list[NameWord] = []
    for at, word in enumerate(words):
        cut = next((place for place, char in enumerate(word.text) if char in HYPHENS), 0)
        if cut and is_particle(word.text[:cut].lower()) and not given_groups(word.text):
            marked.append(Part(word.text[: cut + 1], word.start, word.start + cut + 1, "particle"))
            left.append(replace(word, text=word.text[cut + 1 :], start=word.start + cut + 1))
        elif at > 0 and is_after_father(word.text) or _joins(words, at) and not _stays(words, at):
            marked.append(Part(word.text, word.start, word.end, "particle"))
        else:
            left.append(word)
    return left


def _joins(words: list[NameWord], at: int) -> bool:
    """Whether the word is a particle before another word of the name."""
    if at + 1 == len(words) or words[at].segment != words[at + 1].segment:
        return False
    following = words[at + 1]
    if not at and len(words) == 2 and not _is_lower(words[at]) and given_groups(following.text):
        return False
    if _is_lower(following) and not _begins_with_particle(following.text) and not all(_is_lower(word) for word in words):
        return False
    if not is_particle(words[at].text.lower() if _in_capitals(words[at]) else words[at].text):
        return False
    return not at or not is_middle_name(words[at - 1].text, words[at].text)


def _begins_with_particle(text: str) -> bool:
    """Whether a word is a particle, or begins with one and a hyphen: al-Walid."""
    return is_particle(text) or any(is_particle(text.split(hyphen)[0]) for hyphen in HYPHENS if hyphen in text)


def _stays(words: list[NameWord], at: int) -> bool:
    """Whether a particle with a capital is part of the family name: Le Pen, but not Von der Leyen."""
    return not _is_lower(words[at]) and not _in_capitals(words[at]) and not is_particle(words[at + 1].text)


def _in_capitals(word: NameWord) -> bool:
    return len(word.text) > 1 and word.text.isupper()


def _mark_small_words(words: list[NameWord], marked: list[Part]) -> list[NameWord]:
    """Lower-case words among capitalised ones are no names."""
    if all(_is_lower(word) for word in words):
        return words
    for word in words:
        if _is_lower(word):
            marked.append(Part(word.text, word.start, word.end, "unknown"))
    return [word for word in words if not _is_lower(word)]


def _place(text: str, words: list[NameWord], marked: list[Part]) -> tuple[list[tuple[NameWord, str]], str]:
    """The name words with their roles, and the order."""
    initials = [part.start for part in marked if part.role == "initial"]
    particles = [part for part in marked if part.role == "particle"]
    caps = [_in_capitals(word) for word in words]
    some_caps = any(caps) and not all(caps)
    joins = [_joins(words, at) for at in range(len(words))]
    features: list[Features] = []
    for at, (word, capital) in enumerate(zip(words, caps, strict=True)):
        made, joined = _beside(words, word, particles) if particles else (False, False)
        joined = joined or joins[at] or at > 0 and joins[at - 1]
        features.append(Features(clean(word.text), capital and some_caps, made, joined))
    segments = [word.segment for word in words]
    comma = next((at for at in range(1, len(words)) if segments[at] != segments[0]), None)
    first, last = (words[0].start, words[-1].start) if words else (0, 0)
    if comma is None and words and any(SEGMENT_END.search(text[words[-1].end : start]) for start in initials):
        comma = len(words)
    roles, order = best_order(
        features,
        comma,
        leading=any(start < first for start in initials),
        trailing=sum(start > last for start in initials),
        titled=any(part.role == "title" and part.start < first for part in marked),
    )
    return list(zip(words, roles, strict=True)), order


def _beside(words: list[NameWord], word: NameWord, particles: list[Part]) -> tuple[bool, bool]:
    """Whether a particle after the word makes it a patronymic (oğlu), and whether one before it joins it (van)."""
    made = joined = False
    for part in particles:
        if is_after_father(part.text):
            made = made or word.end < part.start and not _between(words, word, part)
        else:
            joined = joined or part.end <= word.start and not _between(words, part, word)
    return made, joined


def _between(words: list[NameWord], left: NameWord | Part, right: NameWord | Part) -> bool:
    others = [word for word in words if word is not left and word is not right]
    return any(left.end <= word.start and word.end <= right.start for word in others)


def _is_lower(word: NameWord) -> bool:
    return word.text[:1].islower()
