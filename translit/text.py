"""Unicode for names: NFC, apostrophes, lookalike letters, scripts, tokens with offsets, last-resort folds.

The only room that knows PyICU and Unidecode; both are optional, imported when first needed, and may add answers
(other scripts in Latin letters) but never change one that the tables give.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from .errors import MissingExtraError

APOSTROPHE = "’"
APOSTROPHES = "'’ʼ´`‘ʹ′ʻ‛ʾʿ"
STRESS = "\u0301\u0300"
HYPHENS = "-‐‑‒–"

_LATIN_LOOKS = "ABCEHIJKMOPTXYaceijopxyËÏëï"
_CYRILLIC_LOOKS = "АВСЕНІЈКМОРТХУасеіјорхуЁЇёї"
_TO_LATIN = str.maketrans(_CYRILLIC_LOOKS, _LATIN_LOOKS)
_GREEK_TO_LATIN = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοικρυχν", "ABEZHIKMNOPTYXoikpuxv")

_VOWELS = frozenset("аеёиіоуыэюяєїѣѵөүәӯӣӱ")
# Latin vowels with a stress mark, which somebody took for Cyrillic ones: Алексáндр
_STRESSED = {
    unicodedata.normalize("NFC", latin + mark): cyrillic
    for latin, cyrillic in zip(_LATIN_LOOKS, _CYRILLIC_LOOKS, strict=True)
    for mark in STRESS
    if cyrillic.lower() in _VOWELS and len(unicodedata.normalize("NFC", latin + mark)) == 1
}
_TO_CYRILLIC = str.maketrans(dict(zip(_LATIN_LOOKS, _CYRILLIC_LOOKS, strict=True)) | _STRESSED)

_LETTER = r"[^\W\d_]"
# marks of Hebrew, Arabic, Syriac and Thaana, of Thai, Lao, Tibetan, Burmese, Ethiopic and Khmer, and of what Brahmi became, whose blocks are alike
_POINTS = r"\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0711\u0730-\u074a\u07a6-\u07b0"
_SIGNS_OF_VOWELS = r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u0f71-\u0f84\u0f8d-\u0fbc\u102b-\u103e\u1056-\u1059\u135d-\u135f\u17b4-\u17d3"
_INDIC = "".join(
    f"{chr(block + first)}-{chr(block + last)}"
    for block in range(0x0900, 0x0E00, 0x80)
    for first, last in ((0x00, 0x03), (0x3C, 0x3C), (0x3E, 0x4F), (0x51, 0x57), (0x62, 0x63))
)
_MARK = rf"[\u0300-\u036f\u0483-\u0487\ufe20-\ufe2f{_POINTS}{_SIGNS_OF_VOWELS}{_INDIC}]"
_CYRILLIC = r"\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f"
WORD = re.compile(rf"{_LETTER}(?:{_MARK}|{_LETTER}|[{APOSTROPHES}](?={_LETTER}))*")
CYRILLIC_LETTER = re.compile(rf"[{_CYRILLIC}]")
# what letters() reads letter by letter: small and capital letters without marks
_PLAIN_CYRILLIC = r"\u0401-\u044f\u0451-\u045c\u045e\u045f\u0490-\u052f"
PLAIN_CYRILLIC = re.compile(rf"[{_PLAIN_CYRILLIC}]+\Z")
_LATIN = "A-Za-zÀ-ÖØ-öø-\u024fḀ-ỿ"
LATIN = re.compile(f"[{_LATIN}]+")
# words of romanization: Latin letters with and without marks, apostrophes, ties
ROMANIZED = re.compile(f"[{_LATIN}][{_LATIN}{APOSTROPHES}\u0361]*")
_TOKEN = re.compile(rf"{WORD.pattern}|\d+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number with its place in the text: ``text[start:end] == surface``."""

    surface: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words and numbers of ``text`` in order, each with its offsets.

    A word is a run of letters, combining marks and apostrophes between letters; hyphens, dots and spaces part words.

    >>> [token.surface for token in tokens("Дар’я Дамрачава, R. Politik, 2024")]
    ['Дар’я', 'Дамрачава', 'R', 'Politik', '2024']
    >>> [token.surface for token in tokens("रक्षा मंत्रालय, ประเทศไทย")]
    ['रक्षा', 'मंत्रालय', 'ประเทศไทย']
    """
    return [Token(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(text)]


def has_cyrillic(text: str) -> bool:
    """Whether any letter of ``text`` is Cyrillic."""
    return not text.isascii() and CYRILLIC_LETTER.search(text) is not None


def script_of(char: str) -> str:
    """The ISO 15924 code of a letter's script; ``Zyyy`` for what is no letter.

    >>> script_of("ў"), script_of("ŭ"), script_of("Ω"), script_of("7")
    ('Cyrl', 'Latn', 'Grek', 'Zyyy')
    """
    if char.isascii():
        return "Latn" if char.isalpha() else "Zyyy"
    if CYRILLIC_LETTER.match(char):
        return "Cyrl"
    return _named_script(char)


_SCRIPTS = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARMENIAN": "Armn", "HEBREW": "Hebr", "ARABIC": "Arab",
    "GEORGIAN": "Geor", "CJK": "Hani", "HIRAGANA": "Hira", "KATAKANA": "Kana", "HANGUL": "Hang", "DEVANAGARI": "Deva",
    "THAI": "Thai", "ETHIOPIC": "Ethi", "BENGALI": "Beng", "TAMIL": "Taml", "MONGOLIAN": "Mong", "FULLWIDTH": "Latn",
}  # fmt: skip


@lru_cache(4096)
def _named_script(char: str) -> str:
    if not char.isalpha():
        return "Zyyy"
    return _SCRIPTS.get(unicodedata.name(char, "UNKNOWN").split(" ")[0], "Zzzz")


def script(text: str) -> str:
    """The script most letters of ``text`` are written in; ``Zyyy`` when there are none."""
    if text.isalpha():
        if text.isascii() or LATIN.fullmatch(text):
            return "Latn"
        if PLAIN_CYRILLIC.match(text):
            return "Cyrl"
    counts: dict[str, int] = {}
    for char in text:
        if char.isalpha():
            code = script_of(char)
            counts[code] = counts.get(code, 0) + 1
    return max(counts, key=counts.__getitem__) if counts else "Zyyy"


# words of blocks without Latin letters, of which none is repaired
_NO_LATIN = re.compile("[\u0300-\u1cff\u3000-\ua71f\uac00-\ud7ff\uf900-\ufaff\ufb13-\ufdff\ufe70-\ufefc]+\\Z")


@lru_cache(16384)
def repair_word(word: str, is_cyrillic: bool = False) -> str:
    """One word with lookalike letters put back into its own script when that script is clear; ``is_cyrillic`` where the words around it are.

    >>> repair_word("Iўе"), repair_word("Lukаshenka")  # Latin I in the first, Cyrillic а in the second
    ('Іўе', 'Lukashenka')
    >>> repair_word("USBшный"), repair_word("Βekim"), repair_word("Алексáндр")  # a Greek capital in the second, a Latin á in the third
    ('USBшный', 'Bekim', 'Александр')
    """
    if word.isascii() or PLAIN_CYRILLIC.match(word) or _NO_LATIN.match(word):
        return word
    composed = unicodedata.normalize("NFC", word)  # a letter with an accent is another, however it is encoded
    latin = [char for char in composed if script_of(char) == "Latn"]
    cyrillic = [char for char in composed if script_of(char) == "Cyrl"]
    if latin and not cyrillic and any(script_of(char) == "Grek" for char in word):
        repaired = word.translate(_GREEK_TO_LATIN)
        return word if any(script_of(char) == "Grek" for char in repaired) else repaired
    if not latin or not cyrillic:
        return word
    latin_repairable = all(char in _LATIN_LOOKS or char in _STRESSED for char in latin)
    cyrillic_repairable = all(char in _CYRILLIC_LOOKS for char in cyrillic)
    if latin_repairable and (is_cyrillic or not (cyrillic_repairable and len(latin) > len(cyrillic))):
        return word.translate(_TO_CYRILLIC)
    if cyrillic_repairable:
        return word.translate(_TO_LATIN)
    return word


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of a cleaned word: lower case, whether it was a capital, its stress mark, its source span."""

    char: str
    capital: bool
    stress: str
    start: int
    end: int


def letters(word: str, offset: int = 0) -> list[Letter]:
    """The cleaned letters of one word, each with the span of ``word`` (moved by ``offset``) that it came from.

    NFC per letter, lookalikes repaired, every apostrophe ’, stress marks split off.

    >>> [(letter.char, letter.start, letter.end) for letter in letters("Ие\u0301й")][1:]
    [('е', 1, 3), ('й', 3, 4)]
    """
    repaired = repair_word(word)
    if PLAIN_CYRILLIC.match(repaired):
        lower = repaired.lower()
        if len(lower) == len(repaired):
            return [
                Letter(low, low != char, "", offset + at, offset + at + 1)
                for at, (char, low) in enumerate(zip(repaired, lower, strict=True))
            ]
    found = []
    at = 0
    while at < len(repaired):
        end = at + 1
        while end < len(repaired) and unicodedata.combining(repaired[end]):
            end += 1
        found.extend(_cluster(repaired[at:end], offset + at, offset + end))
        at = end
    return found


def _cluster(cluster: str, start: int, end: int) -> Iterator[Letter]:
    base = cluster[0]
    if base in APOSTROPHES and len(cluster) == 1:
        yield Letter(APOSTROPHE, False, "", start, end)
        return
    plain = unicodedata.normalize("NFC", cluster)
    stress = ""
    decomposed = unicodedata.normalize("NFD", plain)
    if decomposed[0].lower() in _VOWELS:
        stress = "".join(char for char in decomposed if char in STRESS)
        if stress:
            plain = unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in STRESS))
    for index, char in enumerate(plain):
        low = char.lower()
        if len(low) != 1:
            low = char
        # a cluster that NFC leaves in several characters spans its source once: the rest is zero-width
        yield Letter(low, low != char, stress if index == 0 else "", start if index == 0 else end, end)


def clean(text: str) -> str:
    """``text`` with one spelling for every letter: NFC, lookalikes repaired, apostrophes in words ’, the two halves of a
    ligature (I︠U︡, as library records have it) one tie (I͡U), invisible characters dropped. Whitespace, punctuation
    and case stay.

    >>> clean("Iўе, Дар'я, Мар`іна Горка"), clean("Tapас Шевченко") == "Тарас Шевченко"  # Latin Tap in the second
    ('Іўе, Дар’я, Мар’іна Горка', True)
    """
    if text.isascii() and "'" not in text and "`" not in text or _CLEAN.match(text):
        return text
    return _cleaned(text) if len(text) <= _SHORT else _clean(text)


# texts that have one spelling: without apostrophes but ’, in Latin letters, in plain Cyrillic ones with the usual signs, or
# words of the one and the other
_SIGNS = r"\0-&(-@\[-_{-\x7f"
_CLEAN = re.compile(
    rf"[{_SIGNS}{_LATIN}{APOSTROPHE}]*\Z|[{_PLAIN_CYRILLIC}{_SIGNS}{APOSTROPHE}]*\Z"
    rf"|(?:(?:[{_LATIN}]+|[{_PLAIN_CYRILLIC}]+)[{_SIGNS}]+)*(?:[{_LATIN}]+|[{_PLAIN_CYRILLIC}]+)\Z"
)
_SHORT = 64


def _clean(text: str) -> str:
    text = tie_letters(unicodedata.normalize("NFC", text.translate(_INVISIBLE)))
    words = WORD.findall(text)
    is_cyrillic = any(map(PLAIN_CYRILLIC.match, words)) and not any(map(LATIN.fullmatch, words))
    return WORD.sub(lambda found: _clean_word(found.group(), is_cyrillic), text)


_cleaned = lru_cache(16384)(_clean)


def tie_letters(text: str) -> str:
    """``text`` with the left and right half of a ligature as one tie between its letters.

    >>> tie_letters("I\ufe20U\ufe21lii\ufe20a\ufe21") == "I\u0361Ulii\u0361a"
    True
    """
    return _HALVES.sub("\\1\u0361\\2", text) if "\ufe20" in text else text


_HALVES = re.compile("(.)\ufe20(.)\ufe21")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_FOLD_APOSTROPHES = str.maketrans(dict.fromkeys(APOSTROPHES, APOSTROPHE))


def _clean_word(word: str, is_cyrillic: bool = False) -> str:
    return repair_word(word, is_cyrillic).translate(_FOLD_APOSTROPHES)


_FOLDS = str.maketrans({
    "ł": "l", "đ": "d", "ø": "o", "ħ": "h", "ı": "i", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ŋ": "ng",
    "ə": "a", "ё": "е",
})  # fmt: skip


class _Folded(dict[int, str]):
    """What is left of each character of a romanized word, worked out when first asked."""

    def __missing__(self, code: int) -> str:
        bare = unicodedata.normalize("NFD", chr(code).casefold())
        return self.setdefault(code, "".join([char for char in bare if not unicodedata.combining(char)]).translate(_FOLDS))


_FOLDED = _Folded(dict.fromkeys(map(ord, APOSTROPHES), ""))


def fold(text: str) -> str:
    """``text`` for loose equality: case folded, diacritics and apostrophes dropped, ё written е. Latin and Cyrillic
    stay apart; no optional library is asked, so it is the same everywhere.

    >>> fold("Łukašenka"), fold("Дар'я"), fold("Ў")
    ('lukasenka', 'даря', 'ў')
    """
    if text.isascii():
        return text.lower() if text.isalpha() else text.lower().replace("'", "").replace("`", "")
    if PLAIN_CYRILLIC.match(text):
        return text.casefold().replace("ё", "е")
    return _fold_marked(text)


@lru_cache(16384)
def _fold_marked(text: str) -> str:
    if ROMANIZED.fullmatch(text):
        return text.translate(_FOLDED)
    bare = _clean_word(unicodedata.normalize("NFC", text)).casefold().replace(APOSTROPHE, "")
    if CYRILLIC_LETTER.search(bare):  # й stays
        bare = "".join([char if CYRILLIC_LETTER.match(char) else unicodedata.normalize("NFD", char) for char in bare])
        folded = [char for char in bare if CYRILLIC_LETTER.match(char) or not unicodedata.combining(char)]
    else:
        folded = [char for char in unicodedata.normalize("NFD", bare) if not unicodedata.combining(char)]
    return repair_word("".join(folded).translate(_FOLDS))


@cache
def _icu_latin():
    import icu

    return icu.Transliterator.createInstance("Any-Latin; NFC").transliterate


@cache
def _unidecode():
    from unidecode import unidecode

    return unidecode


def latin_fallback(text: str) -> str:
    """``text`` of any script in Latin letters: by ICU's Any-Latin where PyICU is installed and knows the script, else by Unidecode.

    The result is theirs, not ours: readable, not a standard. Raises MissingExtraError when neither is installed.
    """
    found = None
    for engine in (_icu_latin, _unidecode):
        try:
            convert = engine()
        except ImportError:
            continue
        found = convert(text)
        if found != text or not any(map(str.isalpha, text)):
            break
    if found is not None:
        return found
    raise MissingExtraError(
        "other scripts need PyICU or Unidecode: pip install 'translit-names[icu-wheel]' or 'translit-names[unidecode]'"
    )
