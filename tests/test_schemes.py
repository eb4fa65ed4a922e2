"""The scheme files: their own examples, the published cases, and what holds for every word of a language."""

from __future__ import annotations

import json
import os
import re
import string
import unicodedata
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit import romanize, schemes, trace
from translit.romanization.engine import read_word, upper
from translit.tables.rules import Rule, Scheme, scheme, scheme_aliases
from translit.text import APOSTROPHES, Token, has_cyrillic, letters, tokens

ALPHABETS = {
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "az": "аәбвгғдежзиыјкҝлмноөпрстуүфхһчҹш",
    "ba": "абвгғдҙеёжзийкҡлмнңоөпрсҫтуүфхһцчшщъыьэәюя",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "ce": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяӏ",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ky": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "mn": "абвгдеёжзийклмноөпрстуүфхцчшщъыьэюя",
    "ro": "абвгдежӂзийклмнопрстуфхцчшыьэюя",
    "rue": "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьюя",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "tg": "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
    "tk": "абвгдеёжҗзийклмнңоөпрстуүфхцчшщъыьэәюя",
    "tt": "аәбвгдеёжҗзийклмнңоөпрстуүфхһцчшщъыьэюя",
    "ug": "аәбвгғдежҗзийкқлмнңоөпрстуүфхһчшюя",
    "uz": "абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳ",
}
APOSTROPHE_LANGUAGES = {"be", "uk"}
PURPOSES = {"geographic", "passport", "library", "scientific", "press", "national", "road"}
WELL_TESTED = 25  # a scheme with fewer published cases carries examples of everything
ALL = schemes()
CASES = [
    case
    for line in (Path(__file__).parent.parent / "corpus/romanization_dev.jsonl").read_text("utf-8").splitlines()
    if (case := json.loads(line))["scheme"] in {one.id for one in ALL}
]
CASES_OF = Counter(case["scheme"] for case in CASES)
SCARCE = [one for one in ALL if CASES_OF[one.id] < WELL_TESTED]
REVERSIBLE = [one for one in ALL if one.reversible]

each_scheme = pytest.mark.parametrize("rules", ALL, ids=lambda one: one.id)
quickly = settings(max_examples=10 if os.environ.get("HYPOTHESIS_PROFILE", "core") == "core" else 400, deadline=None)


@cache
def words(lang: str) -> st.SearchStrategy[str]:
    """Words of two and more letters over the alphabet of ``lang``, in any case, apostrophes between letters."""
    letter = st.sampled_from(ALPHABETS[lang] + ALPHABETS[lang].upper())
    if lang in APOSTROPHE_LANGUAGES:
        letter = st.builds(lambda before, char: before + char, st.sampled_from(["", "", "", "’"]), letter)
    return st.lists(letter, min_size=2, max_size=9).map(lambda parts: "".join(parts).lstrip("’"))


def all_rules(rules: Scheme) -> list[Rule]:
    return [rule for some in rules.rules.values() for rule in some]


# what the files promise


@pytest.mark.parametrize(
    ("rules", "example"),
    [pytest.param(one, example, id=f"{one.id}: {example.source[:40]}") for one in ALL for example in one.examples],
)
def test_examples(rules: Scheme, example) -> None:
    assert romanize(example.source, rules.id) == unicodedata.normalize("NFC", example.output)


@each_scheme
def test_says_what_it_is(rules: Scheme) -> None:
    assert rules.title and rules.authority and rules.source and rules.writes and rules.examples
    assert rules.lang in ALPHABETS
    assert rules.purpose and set(rules.purpose) <= PURPOSES
    assert all(example.origin for example in rules.examples)
    assert rules.aliases


@each_scheme
def test_siblings_are_schemes_of_their_languages(rules: Scheme) -> None:
    for lang, sibling in rules.siblings.items():
        assert lang != rules.lang
        assert scheme(sibling).lang == lang


def test_aliases_lead_to_their_schemes() -> None:
    assert scheme_aliases()["ru-iso-9-1995"] == "ru-gost-7.79-2000-a"
    for alias, scheme_id in scheme_aliases().items():
        assert scheme(alias).id == scheme_id


@each_scheme
def test_writes_nothing_it_does_not_use(rules: Scheme) -> None:
    assert rules.writes == set("".join(rule.output for rule in all_rules(rules)))


@each_scheme
def test_covers_every_letter(rules: Scheme) -> None:
    for letter in ALPHABETS[rules.lang] + "’" * (rules.lang in APOSTROPHE_LANGUAGES):
        assert any(rule.source == letter and not rule.after and not rule.before for rule in rules.rules[letter]), letter


@pytest.mark.parametrize("rules", SCARCE, ids=lambda one: one.id)
def test_scarce_schemes_show_everything(rules: Scheme) -> None:
    found = [token.surface for example in rules.examples for token in tokens(example.source)]
    assert not set(ALPHABETS[rules.lang]) - set("".join(found).lower())
    assert any(len(word) > 2 and word.isupper() for word in found), "no word in capitals"
    assert any(len(word) > 2 and word.istitle() for word in found), "no word in title case"
    assert any(len(word) == 1 and word.isupper() for word in found), "no one-letter word"
    fired = {step.rule for example in rules.examples for step in trace(example.source, rules.id)}
    assert not {rule.name for rule in all_rules(rules)} - fired


@pytest.mark.parametrize("rules", SCARCE, ids=lambda one: one.id)
def test_scarce_schemes_show_every_context(rules: Scheme) -> None:
    """Without a rule, or without one alternative of its contexts, some example comes out differently."""
    found = ["".join(letter.char for letter in letters(token.surface)) for token in _example_tokens(rules)]

    def spelled(one: Scheme) -> list[str]:
        return ["".join(piece.output for piece in read_word(one, word)) for word in found]

    expected = spelled(rules)
    for first, some in rules.rules.items():
        for at, rule in enumerate(some):
            if rule.source == rule.output:  # an apostrophe that stays
                continue
            for lesser in _lesser(rule):
                changed = some[:at] + lesser + some[at + 1 :]
                assert spelled(replace(rules, rules=rules.rules | {first: changed})) != expected, (rule.name, lesser)


def _example_tokens(rules: Scheme) -> list[Token]:
    return [token for example in rules.examples for token in tokens(example.source) if has_cyrillic(token.surface)]


def _lesser(rule: Rule) -> list[tuple[Rule, ...]]:
    """What may stand for ``rule`` when it is hurt: nothing, or itself without one alternative of a context."""
    hurt: list[tuple[Rule, ...]] = [()]
    for side in ("after", "before"):
        context = getattr(rule, side)
        if len(context) > 1:
            hurt += [(replace(rule, **{side: context[:at] + context[at + 1 :]}),) for at in range(len(context))]
    return hurt


# published cases

_FOLDS = str.maketrans({**dict.fromkeys("’ʼʹ´`", "'"), **dict.fromkeys("”ʺ", '"'), "\ufe20": "\u0361", "\ufe21": None})
_ASCII_SIGN = re.compile(r"\w[\"'`]\w")


def fold_signs(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_FOLDS)


# systems and what is wrong with their published cases: they must not pass
DISPUTED = {
    "iso_9_1968_alt": "и as y is ISO/R 9's variant for Ukrainian, not Russian: https://liquisearch.com/iso_9/isor_91968",
}
# single published cases that are wrong: they must not pass
WRONG = {
    **dict.fromkeys(
        (("ua-ukr-Cyrl-Latn-2007", text) for text in ("ОЛЕКСАНДР ЯН", "ЙОРКШИР-ТЕР'ЄР", "ЄНАКІЄВЕ")),
        "made with the table of 2010; that of 2007 has no other form at the start of a word: "
        "github.com/dchaplinsky/translit-ua, table UkrainianPassport2007",
    ),
    ("bgnpcgn-tat-Cyrl-Latn-2007", "Иң әүвәл кул бирешеп күрешик"): (
        "küreşiq has q in a word with front vowels; q is for words with back vowels: BGN/PCGN 2007, note on г and к"
    ),
}
# systems published with other glyphs for ь and ъ than their standard has
OTHER_SIGNS = {
    "ungegn_1987": "primes; the UN's own examples have ’ and ”, as the cases of un-rus-Cyrl-Latn-1987 do",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['scheme']}: {case['input'][:30]}")
def test_published_cases(case: dict) -> None:
    expected = unicodedata.normalize("NFC", case.get("corrected") or case["expected"])
    found = romanize(case["input"], case["scheme"])
    if case["system"] in DISPUTED or (case["system"], case["input"]) in WRONG:
        assert found != expected
    elif _ASCII_SIGN.search(expected) or case["system"] in OTHER_SIGNS:  # or published with typewriter signs for ь and ъ
        assert fold_signs(found) == fold_signs(expected)
    else:
        assert found == expected


# what holds for every word


@each_scheme
def test_writes_only_its_letters(rules: Scheme) -> None:
    allowed = rules.writes | {upper(char, rules.capitals) for char in rules.writes}

    @quickly
    @given(words(rules.lang))
    def check(word: str) -> None:
        assert set(romanize(word, rules.id)) <= allowed

    check()


def undotted(text: str) -> str:
    """``text`` with one i for all: Python knows no small ı of I."""
    return text.replace("i\u0307", "i").replace("ı", "i")


@each_scheme
def test_capitals_stay_capitals(rules: Scheme) -> None:
    @quickly
    @given(words(rules.lang))
    def check(word: str) -> None:
        assert romanize(word.upper(), rules.id) == upper(romanize(word, rules.id), rules.capitals)
        assert undotted(romanize(word.lower(), rules.id)) == undotted(romanize(word, rules.id).lower())

    check()


@each_scheme
def test_composed_and_decomposed_agree(rules: Scheme) -> None:
    @quickly
    @given(words(rules.lang))
    def check(word: str) -> None:
        assert romanize(unicodedata.normalize("NFD", word), rules.id) == romanize(word, rules.id)

    check()


@pytest.mark.parametrize("rules", [one for one in ALL if one.lang in APOSTROPHE_LANGUAGES], ids=lambda one: one.id)
def test_apostrophes_are_one_letter(rules: Scheme) -> None:
    @quickly
    @given(words(rules.lang), st.sampled_from("'’ʼ´`‘"))
    def check(word: str, sign: str) -> None:
        assert sign in APOSTROPHES
        assert romanize(word.replace("’", sign), rules.id) == romanize(word, rules.id)

    check()


@each_scheme
def test_other_text_stays(rules: Scheme) -> None:
    for text in ("Louis XIV, MMXXIV", "2024-05-17 18:30", "Łódź, Gdańsk’s §5", "Αθήνα 東京 \u202b", "", "’ - ʹ"):
        assert romanize(text, rules.id) == text

    @quickly
    @given(st.text().filter(lambda text: not has_cyrillic(text)))
    def check(text: str) -> None:
        assert romanize(text, rules.id) == text

    check()


@each_scheme
def test_foreign_letters_pass(rules: Scheme) -> None:
    assert romanize("ҩ Ҟ", rules.id) == "ҩ Ҟ"  # Abkhaz


_ANYTHING = st.characters(exclude_categories=())
_TROUBLE = st.sampled_from("абвёйўґїщъьяАБЁЙЎ’'`\u0300\u0301\u0306\u0308\u0361iI-\0\ud800\udfff\ufeff\n")


@each_scheme
def test_no_string_is_too_much(rules: Scheme) -> None:
    @quickly
    @given(st.text(st.one_of(_ANYTHING, _TROUBLE)))
    def check(text: str) -> None:
        written = romanize(text, rules.id)
        steps = trace(text, rules.id)
        assert all(step.start <= step.end <= len(text) and step.out_end <= len(written) for step in steps)

    check()


# the way back


def is_decodable(codes: list[str]) -> bool:
    """Whether every string of ``codes`` parts into them in one way only (Sardinas and Patterson)."""
    if len(set(codes)) < len(codes) or "" in codes:
        return False
    known = set(codes)
    pending = {long[len(short) :] for short in known for long in known if long != short and long.startswith(short)}
    seen: set[str] = set()
    while pending:
        if pending & known:
            return False
        seen |= pending
        pending = {
            longer[len(shorter) :]
            for tail in pending
            for code in known
            for longer, shorter in ((tail, code), (code, tail))
            if longer.startswith(shorter)
        } - seen
    return True


@pytest.mark.parametrize(
    "rules",
    [one for one in ALL if not any(rule.after or rule.before or len(rule.source) > 1 for rule in all_rules(one))],
    ids=lambda one: one.id,
)
def test_reversible_is_said_of_those_that_are(rules: Scheme) -> None:
    small = [rule.output for rule in all_rules(rules)]
    assert (is_decodable(small) and is_decodable([upper(output, rules.capitals) for output in small])) == rules.reversible


@pytest.mark.parametrize("rules", REVERSIBLE, ids=lambda one: one.id)
def test_reversible_schemes_come_back(rules: Scheme) -> None:
    sources = {rule.output: rule.source for rule in all_rules(rules)}
    assert all(not rule.after and not rule.before for rule in all_rules(rules))
    longest = re.compile("|".join(re.escape(code) for code in sorted(sources, key=len, reverse=True)))

    small = {upper(char, rules.capitals): char for char in rules.writes}

    def back(latin: str) -> str:
        latin = "".join(small.get(char, char.lower()) for char in latin)
        return longest.sub(lambda found: sources[found.group()], latin)

    @quickly
    @given(words(rules.lang))
    def check(word: str) -> None:
        lower, title, upper = word.lower(), word[:1].upper() + word[1:].lower(), word.upper()
        assert back(romanize(lower, rules.id)) == lower
        assert back(romanize(title, rules.id)) == lower
        assert romanize(title, rules.id)[:1].isupper() == (title[0] not in "ЬЪ")
        assert back(romanize(upper, rules.id)) == lower

    check()


def test_thirteen_schemes() -> None:
    assert {one.id for one in ALL} >= {
        "be-bgn-pcgn-1979", "be-national-2007", "be-national-2023", "be-passport-2010", "be-lacinka", "be-iso-9-1995",
        "ru-bgn-pcgn-1947", "ru-bgn-pcgn-1947-simple", "ru-icao-9303", "ru-ala-lc-2012", "ru-gost-7.79-2000-a",
        "uk-national-2010", "uk-bgn-pcgn-2019",
    }  # fmt: skip


def test_the_current_belarusian_system_is_ascii() -> None:
    assert scheme("be-national-2023").writes <= set(string.ascii_lowercase)
