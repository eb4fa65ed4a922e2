"""A name as scoring sees it: its parts with their roles, without titles."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..names import as_patronymic, gender_of, is_after_father, is_particle, named_words, names_father, patronymic_of, suffix_meant
from ..tables.organisations import articles, governing_words, namesake_words
from ..tables.scripts import script_row
from ..text import Token, fold, tokens
from .borrowed import bare_words
from .capitals import in_small_letters
from .scripts import foreign_script, in_latin
from .vocabulary import groups_of, is_glue, legal_form, phrase_at

_HYPHEN = re.compile("[-‐‑]")
_FORENAMES = re.compile(r"(?<!\.)\b([^\W\d_]\.)([^\W\d_]\.)(?= ?[^\W\d_]([^\W\d_]{2}))")  # имени Н.Э. Баумана
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b(?!\.))?")  # F.B.I., S.A.
_MIDDLE_LEFT_OUT = re.compile(r"[^\W\d_]{1,4}-[^\W\d_A-ZА-Я]{1,3}")
_OF_WEB = re.compile(r"(?i)\b(?:https?://)?www\.|(?<=\w)\.(?:com|org|net|info)(?:\.[a-z]{2})?\b(?!\.)")
_BRACKETED = re.compile(r"\(([^\W\d_]{3,})\)")
_PLAIN = frozenset(("given", "patronymic", "family"))
_ASIDE = frozenset(("title", "suffix"))
_LONGEST_NAMESAKE = 3
LONGEST = 1000  # characters: a longer text is no name, and is only compared as it stands


class Part(NamedTuple):
    """One part of a name: its text, its role, and the forms it may stand for (its own text first, base forms after);
    ``lang`` where its language is known; whether it is ``cut`` short (обл., р-н), or ``led`` by a word that wants a case (в Орше)."""

    text: str
    role: str
    forms: tuple[str, ...]
    lang: str = ""
    cut: bool = False
    led: bool = False


class Side(NamedTuple):
    """One of the two names compared: its text, its parts in order, the gender it shows (m, f or None).

    ``words`` are the parts again with the particles between them; ``suffixes`` what tells father from son (Jr, III);
    ``script`` the script that a Latin reading was made from, empty for Latin and Cyrillic; ``whole`` that every
    word of the name is one of the parts, ``plain`` that nothing stands beside them, each a given name, a patronymic or a family
    name; ``of_father`` that a word says who the father is (bin, oğlu). ``turned`` is the name with its title last, where a title and
    one word are all there is: King Joseph may be Joseph King.
    """

    text: str
    parts: tuple[Part, ...]
    gender: str | None = None
    words: tuple[Part, ...] = ()
    suffixes: tuple[str, ...] = ()
    script: str = ""
    whole: bool = False
    plain: bool = False
    of_father: bool = False
    turned: str = ""

    def of(self, *roles: str) -> tuple[Part, ...]:
        """The parts with one of these roles."""
        return tuple(part for part in self.parts if part.role in roles)


def person_side(text: str) -> Side:
    """A person's name, parsed; one in another script than Latin or Cyrillic in Latin letters, where that is possible.

    >>> [(part.text, part.role) for part in person_side("Dr. Jean-Claude van Damme").parts]
    [('Jean', 'given'), ('Claude', 'given'), ('Damme', 'family')]
    """
    if len(text) > LONGEST:
        return Side(text, ())
    script = foreign_script(text)
    read = in_latin(text, script) if script else text
    named = named_words(read)
    own = _with_fathers([one for one in named if one[1] not in _ASIDE])
    words = [part for word, role in own for part in _parts(word, role)] if _HYPHEN.search(read) else [_part(*one) for one in own]
    if bare := bare_words([word[:2] for word in words]):
        words = [word._replace(forms=(word.text, *bare[word.text])) if word.text in bare else word for word in words]
    few = [word for word in words if word.role != "particle"]
    whole = not script and len(few) == len(own) and [word.text for word in words] == [word for word, _ in own]
    all_words = tuple(words)
    parts = tuple(few) if 0 < len(few) < len(words) else all_words
    suffixes: tuple[str, ...] = ()
    turned = ""
    if len(own) < len(named):
        suffixes = tuple([suffix_meant(word) for word, role in named if role == "suffix"])
        turned = f"{named[1][0]} {named[0][0]}" if len(own) == 1 and len(named) == 2 and named[0][1] == "title" else ""
    plain = whole and len(own) == len(named) and _PLAIN.issuperset([role for _, role in own]) and "," not in text
    of_father = not plain and any([role == "particle" and (names_father(word) or is_after_father(word)) for word, role in own])
    return Side(text, parts, gender_of(named), all_words, suffixes, script, whole, plain, of_father, turned)


def _with_fathers(words: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words of a name with their roles, those of fathers as patronymics: Yusuf in Ahmad ibn Yusuf al-Tamimi, but not Salman in
    Mohammed bin Salman, who is called so."""
    names = [at for at, (_, role) in enumerate(words) if role in _PLAIN]
    if len(names) == len(words):
        return words
    fathers = [at for at in names[1:] if words[at - 1][1] == "particle" and names_father(words[at - 1][0])]
    if fathers and not any([words[at][1] == "family" and at not in fathers for at in names]):
        del fathers[-1]
    return [(word, "patronymic") if at in fathers else (word, role) for at, (word, role) in enumerate(words)] if fathers else words


def _parts(word: str, role: str) -> list[Part]:
    """A word as one part, or as those that hyphens part."""
    if role == "initial" or word.isalpha():
        return [_part(word, role)]
    return [_part(piece, role) for piece in _HYPHEN.split(word) if piece]


def _part(text: str, role: str) -> Part:
    """A part of one form, but for the name of a father, which his patronymic may stand for. A family name that is only an article (Al
    Saud, Abu Bakr) is a particle; parsing keeps it."""
    if role == "patronymic" and patronymic_of(text) is None and (made := as_patronymic(text)):
        return Part(text, role, (text, made))
    return Part(text, "particle" if role == "family" and is_particle(text.lower()) else role, (text,))


def _apart(found: re.Match[str]) -> str:
    """Two initials before a name apart: with what is in capitals they would be one acronym."""
    return f"{found[1]} {found[2]}" if found[3].islower() else found[0]


def words_side(text: str, spelled: bool = False) -> Side:
    """A name of words: a place, an organisation, anything that is no person. The words of another script that the word tables have stand
    as they are, but where all are to be ``spelled`` in Latin letters."""
    if len(text) > LONGEST:
        return Side(text, ())
    script = foreign_script(text)
    read = _FORENAMES.sub(_apart, (in_latin if spelled else _read_unknown)(text, script) if script else in_small_letters(text))
    read = _OF_WEB.sub("", read)
    read = _DOTTED.sub(lambda found: found[0].replace(".", ""), read)
    aside = _BRACKETED.search(read, 1)  # an acronym in brackets is the name's own: Turkish Petroleum Corporation (TPAO)
    comma = read.rfind(",") if "," in read else len(read)  # or a place behind the last comma
    start, end = aside.span() if aside else (comma, len(read))
    words = tokens(read)
    named = _namesakes(words)
    last = sum(start < word.start < end for word in words) == 1  # what is aside is one word
    parts: list[Part] = []
    for at, token in enumerate(words):
        role = "aside" if last and start < token.start < end else "namesake" if at in named else "word"
        led = at > 0 and fold(words[at - 1].surface) in governing_words()
        part = Part(token.surface, role, (token.surface,), "", _is_cut(read, token), led)
        if _is_article(read, token) and len(words) > 1:
            part = Part(token.surface, "article", ("al",))
        if at and role == "word" and (middle := _middle_left_out(read, words[at - 1], token)):
            part = Part(middle, role, (middle,), "", True)
            parts.pop()
        parts.append(part)
    return Side(text, tuple(parts), script=script)


def _is_article(text: str, token: Token) -> bool:
    """Whether a word is an article: al-, -ul-."""
    anywhere, joined = articles()
    word = fold(token.surface)
    return word in anywhere or word in joined and "-" in (text[token.start - 1 : token.start], text[token.end : token.end + 1])


def _is_cut(text: str, token: Token) -> bool:
    """Whether a word is the beginning of a longer one, by the dot behind it: обл."""
    word = token.surface
    return text[token.end : token.end + 1] == "." and len(word) > 1 and word.isalpha() and not (word.isupper() or legal_form(word) or is_glue(word))


def _middle_left_out(text: str, first: Token, second: Token) -> str:
    """The word of which a beginning and an end, parted by a hyphen, are all that is written (ф-ка), unless the tables have it; empty where
    two tokens are none."""
    found = text[first.start : second.end]
    if not _MIDDLE_LEFT_OUT.fullmatch(found) or {text[first.start - 1 : first.start], text[second.end : second.end + 1]} & {"-", "."}:
        return ""
    return "" if phrase_at((first.surface, second.surface), 0)[1] else found


def _read_unknown(text: str, script: str) -> str:
    """A name in Latin letters, but for its words that the word tables have in its own."""
    read, start = "", 0
    for token in tokens(text):
        bare = next((token.surface[len(one) :] for one in script_row(script).prefixes if token.surface.startswith(one)), "")
        known = next((word for word in (token.surface, bare) if word and groups_of(word)), "")
        if known:
            read += f"{in_latin(text[start : token.start], script)} {known} "
            start = token.end
    return f"{read}{in_latin(text[start:], script)}".strip()


def _namesakes(words: list[Token]) -> set[int]:
    """The places of those whom a thing is named after: the capitalized words behind имени, initials and a name or a full name."""
    found: set[int] = set()
    for at, word in enumerate(words):
        if fold(word.surface) in namesake_words():
            for place in range(at + 1, min(at + 1 + _LONGEST_NAMESAKE, len(words))):
                if not words[place].surface[:1].isupper():
                    break
                found.add(place)
    return found
