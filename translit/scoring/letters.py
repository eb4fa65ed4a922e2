"""Which letters of two words answer one another, and the sort of rule that explains each pair."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..phonology import apply_laws, settle
from ..romanization.engine import read_word
from ..tables.rules import orthographies
from ..text import fold, letters, script
from .relations import relate

SAME, SOUND, LAW, OTHER = "same letter", "same sound", "sound law", "differs"
_COST = {SAME: 0.0, SOUND: 0.02, LAW: 0.2, OTHER: 1.0}
_GAP = 0.7
_PLAIN = {"Latn": "latin", "Cyrl": "ru"}


@dataclass(frozen=True, slots=True)
class Answer:
    """Letters ``left`` and ``right`` as places in the two words (start, end), and the ``sort`` of their tie; one of them
    is empty where the other word has no answer."""

    left: tuple[int, int]
    right: tuple[int, int]
    sort: str


def answers_between(a: str, b: str) -> tuple[Answer, ...]:
    """The letters of ``a`` beside those of ``b``.

    >>> words = "Лукашэнка", "Łukaszenka"
    >>> [(words[0][slice(*one.left)], words[1][slice(*one.right)]) for one in answers_between(*words)][3:6]
    [('а', 'a'), ('ш', 'sz'), ('э', 'e')]
    """
    left, right = _pieces(a, b), _pieces(b, a)
    table = _table(left, right)
    found, i, j = [], len(left), len(right)
    while i or j:
        sort = _sort(a, left[i - 1], b, right[j - 1]) if i and j else OTHER
        here = table[i][j]
        if i and j and here == table[i - 1][j - 1] + _cost(sort):
            i, j = i - 1, j - 1
            found.append(Answer(left[i][:2], right[j][:2], sort))
        elif i and here == table[i - 1][j] + _gap(left[i - 1]):
            i -= 1
            found.append(Answer(left[i][:2], (right[j - 1][1], right[j - 1][1]) if j else (0, 0), _alone(left[i])))
        else:
            j -= 1
            found.append(Answer((left[i - 1][1], left[i - 1][1]) if i else (0, 0), right[j][:2], _alone(right[j])))
    return tuple(reversed(found))


def _pieces(word: str, other: str) -> list[tuple[int, int, str]]:
    """The word in the pieces that one rule reads, each with its places and sound, by the orthography that relates the
    two words, else a plain one."""
    relation = relate(word, other)
    names = relation.left or (_PLAIN.get(script(word), ""),)
    rules = orthographies().get(names[0])
    low = "".join(letter.char for letter in letters(word))
    if rules is None or len(low) != len(word):
        return [(at, at + 1, fold(char)) for at, char in enumerate(word)]
    return [(piece.first, piece.last, piece.output.split("|")[0]) for piece in read_word(rules, low)]


def _table(left: list, right: list) -> list[list[float]]:
    table = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            ways = [table[i - 1][j] + _gap(left[i - 1])] if i else []
            ways += [table[i][j - 1] + _gap(right[j - 1])] if j else []
            if i and j:
                ways.append(table[i - 1][j - 1] + _cost(_sort("", left[i - 1], "", right[j - 1])))
            table[i][j] = min(ways, default=0.0)
    return table


def _sort(a: str, left: tuple[int, int, str], b: str, right: tuple[int, int, str]) -> str:
    if a and fold(a[left[0] : left[1]]) == fold(b[right[0] : right[1]]):
        return SAME
    if _settled(left[2]) == _settled(right[2]):
        return SOUND
    return LAW if _lawful(left[2]) == _lawful(right[2]) and left[2] and right[2] else OTHER


def _cost(sort: str) -> float:
    return _COST[SOUND] if sort == SAME else _COST[sort]


def _gap(piece: tuple[int, int, str]) -> float:
    return 0.05 if not piece[2] else _GAP / 2 if piece[2] in ("i", "j") else _GAP


def _alone(piece: tuple[int, int, str]) -> str:
    """A letter without a sound (ь) or with a glide that may be silent answers nothing, and needs not."""
    return SOUND if not piece[2] or piece[2] in ("i", "j") else OTHER


@cache
def _settled(sounds: str) -> str:
    return settle(sounds)[0].lstrip("j").replace("je", "e") if sounds else ""


@cache
def _lawful(sounds: str) -> str:
    return apply_laws(_settled(sounds)) if sounds else ""
