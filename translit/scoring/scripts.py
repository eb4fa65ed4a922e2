"""Names in other alphabets than Latin and Cyrillic: read in Latin letters, and what readings have in common."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from ..errors import MissingExtraError
from ..tables.scripts import Script, script_row
from ..text import APOSTROPHES, fold, latin_fallback, script_of
from .loose import latin_forms, undoubled

# what is surely no letter of another script: Latin letters with and without marks, Cyrillic, the usual signs, and those of libraries (ʺ)
_LATIN_OR_CYRILLIC = re.compile("[\0-\x7fÀ-\u024f\u02b0-\u02ff\u0300-\u036f\u0400-\u052fḀ-ỿ‐-”]*")
_READ = frozenset(("Latn", "Cyrl", "Zyyy"))
_NO_APOSTROPHES = dict.fromkeys(map(ord, APOSTROPHES))
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_ACCENTS = re.compile("[\u0300-\u036f]+")
_FULL_NAME = range(2, 5)  # letters of a Chinese or Korean name written in one
_MOST_FORMS = 16


def foreign_script(text: str) -> str:
    """The script of the first letter that is neither Latin nor Cyrillic; empty when there is none.

    >>> foreign_script("Αθήνα"), foreign_script("Мінск")
    ('Grek', '')
    """
    if _LATIN_OR_CYRILLIC.fullmatch(text):
        return ""
    return next((code for code in map(script_of, text) if code not in _READ), "")


def in_latin(text: str, script: str) -> str:
    """The name in Latin letters, each word with a capital: by the table of its script, or as a library reads it; as it stands
    where there is neither.

    >>> in_latin("فلاديمير بوتين", "Arab"), in_latin("Μελίνα Μερκούρη", "Grek"), in_latin("김정은", "Hang")
    ('Fladimir Butin', 'Melina Merkouri', 'Kim Jeong Eun')
    """
    row = script_row(script)
    text = without_accents(text) if row.letters else unicodedata.normalize("NFC", text)
    if row.words and not row.given:
        text = _WORD.sub(lambda word: row.words.get(word[0].lower(), word[0]), text)
    for source, target in row.before:
        text = source.sub(target, text)
    try:
        read = _read_all(text, row)
    except MissingExtraError:
        return text
    words = read.translate(_NO_APOSTROPHES).split()
    return " ".join(word[:1].upper() + word[1:] for word in words)


def _read_all(text: str, row: Script) -> str:
    if row.given:
        return " ".join(_read_syllables(text.split(), row))
    if row.letters:
        return "".join(_letter(char, row) for char in text)
    return latin_fallback(text)


def _read_syllables(words: list[str], row: Script) -> Iterable[str]:
    """The words of a Chinese or Korean name: the family name, which may be written in one with the given name, first."""
    first = words[0] if words else ""
    if len(words) == 1 and len(first) in _FULL_NAME:
        cut = 2 if first[:2] in row.families and len(first) > 2 else 1
        words = [first[:cut], first[cut:]]
    for at, word in enumerate(words):
        if at == 0 and word in row.words:
            yield row.words[word]
        elif row.given == "apart":
            yield from (_letter(char, row) for char in word)
        else:
            yield latin_fallback(word).replace(" ", "")


def _letter(char: str, row: Script) -> str:
    letters = row.letters
    if char in letters:
        return letters[char]
    return "".join(letters.get(part, part) for part in unicodedata.normalize("NFD", char.lower()))


def without_accents(text: str) -> str:
    """The text without the accents on its letters."""
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text)))


@lru_cache(65536)
def rough_keys(word: str, script: str) -> frozenset[str]:
    """What a word has in common with its spellings in an alphabet, by whose rules it is read too, each key with its code.

    >>> sorted(rough_keys("Fladimir", "Arab") & rough_keys("Владимир", "Arab"))
    ['Arab fldmr']
    """
    row = script_row(script)
    return frozenset(f"{row.id} {key}" for form in _rough(word, row) if len(key := form.translate(row.dropped)) >= row.least)


def may_sound_alike(read: str, other: str, script: str) -> bool:
    """Whether a word read from an alphabet may be another word with its letters, as far as it writes their vowels: the long ones.

    >>> may_sound_alike("Jmil", "Jamil", "Arab"), may_sound_alike("Jmil", "Jamal", "Arab")
    (True, False)
    """
    row = script_row(script)
    if not row.long:
        return True
    ours, theirs = ({(form.translate(row.dropped), _between(form, row)) for form in _rough(word, row)} for word in (read, other))
    return any(
        key == other_key and all(_may_be_written(*between, row) for between in zip(some, others, strict=True))
        for key, some in ours
        for other_key, others in theirs
    )


def _may_be_written(written: str, spelled: str, row: Script) -> bool:
    """Whether what an alphabet writes between two letters may be what another word has there."""
    return written not in row.long or not spelled or not row.long[written].isdisjoint(spelled)


def _between(form: str, row: Script) -> tuple[str, ...]:
    """What stands of the dropped letters between each two others."""
    found, kept = [], ""
    for char in form:
        if ord(char) in row.dropped:
            kept += char
        else:
            found.append(kept)
            kept = ""
    return tuple(found[1:])


def _rough(word: str, row: Script) -> Iterable[str]:
    """The forms of a word that are compared, with the letters that are dropped."""
    if row.dropped and word in row.words.values():
        return  # its vowels are known
    forms = {fold(one) for one in latin_forms(word)}
    for source, ways in row.compared:
        if any(map(source.search, forms)):
            forms = {source.sub(way, form) for form in sorted(forms)[:_MOST_FORMS] for way in ways}
    for form in forms:
        for one in {form, form.removeprefix(row.article)}:
            yield undoubled(one)
