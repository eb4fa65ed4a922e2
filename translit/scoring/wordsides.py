"""A name of words (a place, an organisation, anything that is no person) cut into its parts: what stands in brackets, in quotes,
behind a preposition, before a dot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..tables.organisations import articles, dotted_ends, dotted_words, governing_words, namesake_words, within_words
from ..tables.scripts import script_row
from ..text import Token, fold, tokens
from .capitals import in_small_letters, is_before_dot
from .legalforms import legal_form
from .scripts import foreign_script, in_latin
from .sides import LONGEST, Part, Side
from .vocabulary import groups_of, is_glue
from .wordkinds import is_country, is_realm

_FORENAMES = re.compile(r"(?<!\.)\b([^\W\d_]\.)([^\W\d_]\.)(?= ?[^\W\d_]([^\W\d_]{2}))")  # имени Н.Э. Баумана
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b(?!\.))?")  # F.B.I., S.A.
_SPACED = re.compile(r"(?<![\w.])[^\W\d_](?: [^\W\d_]){2,}(?![\w.])")  # I A C
_MIDDLE_LEFT_OUT = re.compile(r"[^\W\d_]{1,4}-[^\W\d_]{1,3}")  # ф-ка
_OF_WEB = re.compile(r"(?i)https?://|\bwww\.|(?<=\w)\.(?:com|org|net|info|io|biz)(?:\.[a-z]{2})?\b(?!\.)/?")
_DOMAIN = re.compile(r"([\w-]{3,})\.([a-z]{2,6})/?")
_BRACKETED = re.compile(r"\(([^\W\d_]{3,})\)")
_QUOTED = re.compile(r"«([^«»]{3,})»|“([^“”]{3,})”|„([^„“”]{3,})[“”]|\"([^\"]{3,})\"")
_LONGEST_NAMESAKE = 3
_LONGEST_WORD = 12  # signs


def words_side(text: str, spelled: bool = False) -> Side:
    """A name of words. The words of another script that the word tables have stand as they are, but where all are to be ``spelled`` in
    Latin letters.

    >>> [part.text for part in words_side("УЗ «10-я гор. больница» г. Минска").parts if part.outside]
    ['УЗ', 'г', 'Минска']
    """
    if len(text) > LONGEST:
        return Side(text, ())
    script = foreign_script(text)
    whole = _DOTTED.sub(lambda found: found[0].replace(".", ""), text) if script else text  # Α.Ε. is a legal form in its own letters
    read = _FORENAMES.sub(_apart, (in_latin if spelled else _read_unknown)(whole, script) if script else in_small_letters(text))
    read = _OF_WEB.sub("", read)
    if domain := _DOMAIN.fullmatch(read):  # hetq.am is Hetq, gazeta.pl not gazeta.ru
        return Side(text, (*_parts(domain[1], tokens(domain[1])), Part(domain[2], "domain", (domain[2],))), script=script)
    read = _DOTTED.sub(lambda found: found[0].replace(".", ""), read)
    read = _SPACED.sub(lambda found: found[0].replace(" ", "") if found[0].isupper() else found[0], read)
    return Side(text, tuple(_parts(read, tokens(read))), script=script)


def _parts(read: str, words: list[Token]) -> list[Part]:
    aside = _BRACKETED.search(read, 1)  # an acronym in brackets is the name's own: Turkish Petroleum Corporation (TPAO)
    comma = read.rfind(",") if "," in read else len(read)  # or a place behind the last comma
    first_comma = read.find(",") if "," in read else len(read)
    start, end = aside.span() if aside else (comma, len(read))
    named = _namesakes(words)
    last = sum(start < word.start < end for word in words) == 1  # what is aside is one word
    inside = _inside(read)
    within = _within(words)
    parts: list[Part] = []
    for at, token in enumerate(words):
        role = "aside" if last and start < token.start < end else "namesake" if at in named else "word"
        outside = bool(inside) and not inside[0] < token.start < inside[1]
        led = at > 0 and fold(words[at - 1].surface) in governing_words()
        whole, written, cut = (), token.surface, _is_cut(read, token)
        behind = token.start > first_comma
        if at and role == "word" and (middle := _middle_left_out(read, words[at - 1], token)):
            led, written, cut = parts.pop().led, middle, True
            whole = dotted_words().get(fold(middle), ()) or (middle,)
        elif role != "namesake":
            whole = _whole_words(read, token)
        if whole:
            part = Part(whole[0], role, whole, "", cut, led, written, outside, at in within, behind)
        elif len(words) > 1 and _is_article(read, token):
            part = Part(written, "article", ("article",), outside=outside, behind=behind)
        else:
            part = Part(written, role, (written,), "", cut, led, outside=outside, within=at in within, behind=behind)
        parts.append(part)
    return parts


def _within(words: list[Token]) -> set[int]:
    """The places of the words that say within which place a thing is: each first one behind such a word that does not only join or say
    which realm it is (in the Republic of Belarus)."""
    found, is_within = set(), False
    for at, word in enumerate(words):
        if is_within and not is_glue(word.surface) and not is_realm(word.surface):
            found.add(at)
            is_within = False
        is_within = is_within or at > 0 and fold(word.surface) in within_words()
    return found


def _inside(text: str) -> tuple[int, int] | tuple[()]:
    """Where the quotes begin and end around the name itself, beside which words say what it is; nothing where none or several stand in
    quotes, or all does."""
    found = list(_QUOTED.finditer(text))
    return found[0].span() if len(found) == 1 and len(found[0][0]) < len(text.strip()) else ()


def _apart(found: re.Match[str]) -> str:
    """Two initials before a name apart, but for those of a country: with what is in capitals they would be one acronym."""
    together = f"{found[1]}{found[2]}".replace(".", "")
    if not found[3].islower() or not found[1].isupper():
        return found[0]
    return f"{together} " if is_country(together) else f"{found[1]} {found[2]}"


def _is_article(text: str, token: Token) -> bool:
    """Whether a word is an article: al-, -ul-."""
    anywhere, joined = articles()
    word = fold(token.surface)
    return word in anywhere or word in joined and "-" in (text[token.start - 1 : token.start], text[token.end : token.end + 1])


def _whole_words(text: str, token: Token) -> tuple[str, ...]:
    """The words of the tables that a word before a dot is cut from; none of another word."""
    word = token.surface
    if text[token.end : token.end + 1] != "." or is_glue(word) or legal_form(word):
        return ()
    if groups_of(word) - {"article"}:  # St. is a street or a saint
        return (word, *dotted_words()[fold(word)]) if fold(word) in dotted_words() else ()
    if joined := next((word[: -len(end)] + whole for end, whole in dotted_ends().items() if len(word) > len(end) and word.endswith(end)), ""):
        return (joined,)  # Schillerstr.
    if len(word) == 1 and (word.isupper() or text[token.start - 1 : token.start] == "." or text[token.end + 1 : token.end + 2].isalpha()):  # а.д.
        return ()
    return dotted_words().get(fold(word), ())


def _is_cut(text: str, token: Token) -> bool:
    """Whether a word is the beginning of a longer one, by the dot behind it: обл."""
    word = token.surface
    return is_before_dot(text, token) and word.isalpha() and not (word.isupper() or is_glue(word))


def _middle_left_out(text: str, first: Token, second: Token) -> str:
    """The word of which a beginning and an end, parted by a hyphen, are all that is written (ф-ка); empty where two tokens are none."""
    found = text[first.start : second.end]
    if not second.surface.islower() or not _MIDDLE_LEFT_OUT.fullmatch(found) or groups_of(first.surface) or fold(second.surface) in articles()[1]:
        return ""
    return "" if {text[first.start - 1 : first.start], text[second.end : second.end + 1]} & {"-", "."} else found


def _read_unknown(text: str, script: str) -> str:
    """A name in Latin letters, but for its words that the word tables have in its own, to translate, to join others or as a legal form, which an alphabet that puts no space between words
    may write in one."""
    if script_row(script).given:
        return " ".join(piece if known else in_latin(piece, script).replace(" ", "").capitalize() for piece, known in _cut_in_words(text))
    read, start = "", 0
    for token in tokens(text):
        bare = next((token.surface[len(one) :] for one in script_row(script).prefixes if token.surface.startswith(one)), "")
        known = next((word for word in (token.surface, bare) if word and (groups_of(word) or is_glue(word) or legal_form(word))), "")
        if known:
            read += f"{in_latin(text[start : token.start], script)} {known} "
            start = token.end
    return f"{read}{in_latin(text[start:], script)}".strip()


def _cut_in_words(text: str) -> Iterator[tuple[str, bool]]:
    """The words of the tables in a text without spaces, the longest first, and what stands between them; each with whether the tables have it.
    A sign alone is a word at the end only.

    >>> list(_cut_in_words("华为技术有限公司")), list(_cut_in_words("문화부"))
    ([('华为', False), ('技术', True), ('有限公司', True)], [('문화', True), ('부', True)])
    """
    for run in text.split():
        unknown, at = "", 0
        while at < len(run):
            ends = range(min(len(run), at + _LONGEST_WORD), at + 1 if at + 1 < len(run) else at, -1)
            end = next((end for end in ends if groups_of(run[at:end]) or legal_form(run[at:end])), 0)
            if not end:
                unknown += run[at]
            if unknown and (end or at + 1 == len(run)):
                yield unknown, False
                unknown = ""
            if end:
                yield run[at:end], True
            at = end or at + 1


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
