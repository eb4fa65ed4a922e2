"""Writes docs/reference/schemes.md and docs/reference/schemes/<language>.md from the scheme files, and table-fields.md from
the fields of entity tables that ``translit.tables.entities`` documents.

Run from the checkout: python docs/reference/build.py

``pages`` is the whole of it: path under docs/reference → text. A test holds the committed files equal to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import product
from pathlib import Path

from translit import romanize, schemes, trace
from translit.tables.entities import FIELDS, Entity, reviewed_entities
from translit.tables.files import read_text, read_toml, root
from translit.tables.rules import Context, Element, Rule, Scheme

HERE = Path(__file__).resolve().parent

# language: its English name, and a name that tells its schemes apart
LANGUAGES = {
    "be": ("Belarusian", "Васіль Быкаў"), "ru": ("Russian", "Никита Хрущёв"),
    "uk": ("Ukrainian", "Богдан Хмельницький"),
    "rue": ("Rusyn", "Александр Духнович"), "bg": ("Bulgarian", "Хаджи Димитър"), "mk": ("Macedonian", "Ѓорче Петров"),
    "sr": ("Serbian", "Ђорђе Балашевић"), "ro": ("Moldovan Cyrillic", "Ион Крянгэ"),
    "az": ("Azerbaijani Cyrillic", "Һејдәр Әлијев"), "ba": ("Bashkir", "Салауат Юлаев"),
    "ce": ("Chechen", "Соьлжа-ГӀала"),
    "kk": ("Kazakh", "Қасым-Жомарт Тоқаев"), "ky": ("Kyrgyz", "Чыңгыз Айтматов"), "mn": ("Mongolian", "Элбэгдорж"),
    "tg": ("Tajik", "Эмомалӣ Раҳмон"), "tk": ("Turkmen Cyrillic", "Магтымгулы Пырагы"), "tt": ("Tatar", "Муса Җәлил"),
    "ug": ("Uyghur Cyrillic", "Үрүмчи"), "uz": ("Uzbek Cyrillic", "Ўткир Ҳошимов"),
}  # fmt: skip
# the order of letters where tables/languages.toml has no alphabet of the language, and of letters outside it
ORDER = "аәӓбвгґғѓҕдђеёӗєжҗӂзҙѕиѝӣіїйјкқҝҡќлљмнңҥњоөӧпрсҫтћуўӯүұфхҳһцчҷҹџшщъыьѣэюяѳѵѫӏ’"
VOWELS = "аәӓеёӗєиѝӣіїоөӧуӯүұыѣэюяѵѫ"
SIGNS = "ъьӏ’"
NEITHER = SIGNS + "йў"  # neither vowels nor, for rules about consonants, consonants
COLUMNS = 11
SPELL_COLUMNS = 13
ESCAPED = str.maketrans({char: f"\\{char}" for char in r"\`*_|<>[]~#"})


def pages() -> dict[str, str]:
    """Every page that the tables make, by its path under docs/reference.

    >>> sorted(pages())[:3]
    ['schemes.md', 'schemes/az.md', 'schemes/ba.md']
    """
    by_lang = {lang: schemes(lang=lang) for lang in LANGUAGES}
    forgotten = {one.lang for one in schemes()} - by_lang.keys()
    if forgotten:
        raise SystemExit(f"docs/reference/build.py: LANGUAGES lacks {', '.join(sorted(forgotten))}")
    made = {f"schemes/{lang}.md": write_language(lang, found) for lang, found in by_lang.items()}
    return {"schemes.md": write_index(by_lang), "table-fields.md": write_fields(), **made}


def write_fields() -> str:
    """The page of the fields of entity tables, each with a value that stands in a row that ships."""
    shown = [
        [f"`{name}`", whose, holds, says, f"`{value}`" if (value := example(name)) else ""] for name, (whose, holds, says) in FIELDS.items()
    ]
    langs = sorted({lang for entity in reviewed_entities() for lang in entity.names})
    return page([
        "# Fields of entity tables",
        "A row of `tables/entities/`, and of a table of your own, says who or what is meant. In TOML a row is an `[[entity]]`, in "
        "TSV a line under a header that names the fields. `id`, `native`, `source` and a name in one language must be there.",
        "Every other key is a language (BCP 47: `be`, `be-tarask`, `en`) and holds its names: the first is the canonical "
        "one, the rest are aliases that no rule yields. Languages in the tables that ship: " + ", ".join(f"`{lang}`" for lang in langs) + ".",
        table(["field", "for", "holds", "says", "for example"], shown),
        "## In TSV",
        "A field by language or data set is a column of its own: `acronyms.en`, `ids.geonames`. Names in a cell are parted by "
        "semicolons; an empty cell says nothing; a line that begins with `#` is a comment. There is no quoting.",
        "## What is refused",
        "A key that is neither field nor language; a row without id, native language, name or source; an id that stands "
        "twice in one folder (in a later `--tables` it takes the place of the row that ships); a word of Latin and Cyrillic letters; a name "
        "listed twice. `translit tables validate` says file, row and reason, and checks `reads`, `rejects` and `bare` "
        "too; `--sources` lists what rests on general knowledge.",
        "[Bring your own names](../how-to/bring-your-own-names.md) goes through it step by step.",
    ], "translit/tables/entities.py")  # fmt: skip


def example(field: str) -> str:
    """A value of ``field`` as TOML has it, of the first reviewed row that has one."""
    found = next((value for entity in reviewed_entities() if (value := value_of(entity, field))), "")
    if isinstance(found, dict):
        key, value = next(iter(found.items()))
        return f"{{ {key} = {in_toml(value)} }}"
    return in_toml(found[:1] if isinstance(found, (list, tuple)) else found) if found else ""


def value_of(entity: Entity, field: str) -> object:
    """What an entity has in ``field``."""
    return getattr(entity, field) if field in ("id", "native", "source", "ids") else entity.facts.get(field)


def in_toml(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(f'"{one}"' for one in value) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def write_index(by_lang: dict[str, list[Scheme]]) -> str:
    """The page that lists every scheme of every language."""
    count = sum(map(len, by_lang.values()))
    lines = [
        "# Schemes",
        f"{count} schemes for {len(by_lang)} languages. Which one to take: "
        "[Choose a scheme](../how-to/choose-a-scheme.md). "
        "`translit schemes list`, `show ID` and `compare WORD` say the same in the terminal.",
        "*Back*: whether the one original can be made again of what the scheme writes. A scheme answers to its id and "
        "to its short names.",
        "Languages: " + " · ".join(f"[{LANGUAGES[lang][0]}](#{slug(heading(lang))})" for lang in by_lang),
    ]
    for lang, found in by_lang.items():
        name = LANGUAGES[lang][1]
        lines += [f"## {heading(lang)}", f"[All rules of {LANGUAGES[lang][0]}](schemes/{lang}.md)"]
        head = ["id", "short", "authority", "year", "purpose", "back", name]
        rows = [
            [
                f"[{one.id}](schemes/{lang}.md#{slug(one.id)})", ", ".join(one.aliases), one.authority,
                str(one.year or ""), ", ".join(one.purpose), "yes" if one.reversible else "no",
                escape(romanize(name, one.id)),
            ]
            for one in found
        ]  # fmt: skip
        lines.append(table(head, rows))
    return page(lines)


def write_language(lang: str, found: list[Scheme]) -> str:
    """One language's page: where its schemes differ, then each scheme."""
    name = LANGUAGES[lang][0]
    lines = [
        f"# {name}: romanization schemes",
        "[All languages](../schemes.md) · " + " · ".join(f"[{one.id}](#{slug(one.id)})" for one in found),
        "How to read the letters: the first spelling is the usual one, others stand where the rules below the grid "
        "say; – means that the letter is dropped, an empty place that the scheme has no rule for it. Of the rules for "
        "one letter the first that fits counts. Capitals follow: Щ is SHCH inside a word in capitals, else Shch.",
    ]
    if len(found) > 1:
        lines += ["## Where they differ", *compare(lang, found)]
    for one in found:
        lines += describe(one)
    return page(lines)


def compare(lang: str, found: list[Scheme]) -> list[str]:
    """Schemes by letters, only letters that not all spell alike, as tables of a few letters each."""
    used = in_order(lang, {letter for one in found for letter in one.rules if letter in alphabet(lang)})
    differing = [letter for letter in used if len({spellings(one, letter) for one in found}) > 1]
    same = [letter for letter in used if letter not in differing]
    parts = []
    for start in range(0, len(differing), SPELL_COLUMNS):
        columns = differing[start : start + SPELL_COLUMNS]
        rows = [
            [f"[{one.id}](#{slug(one.id)})", *(cell(one, letter) if letter in one.rules else " " for letter in columns)]
            for one in found
        ]
        parts.append(table(["", *columns], rows))
    if same:
        parts.append("Alike in all: " + ", ".join(f"{letter} {cell(found[0], letter)}" for letter in same) + ".")
    return parts


def describe(one: Scheme) -> list[str]:
    """One scheme: what it is, its letters, its rules in words, examples, and what it loses."""
    letters = in_order(one.lang, one.rules)
    facts = [
        ("title", one.title), ("authority", one.authority), ("year", str(one.year or "–")),
        ("purpose", ", ".join(one.purpose)), ("source", link(one.source)),
        ("short names", ", ".join(f"`{alias}`" for alias in one.aliases) or "–"),
        ("siblings", ", ".join(sibling(lang, other) for lang, other in one.siblings.items()) or "–"),
        ("file", f"[{one.path}](../../../{one.path})"),
    ]  # fmt: skip
    head, *rows = map(list, facts)
    lines = [f"## {one.id}", table(head, rows)]
    lines += notes(one)
    plain = [letter for letter in letters if any(rule.source == letter for rule in one.rules[letter])]
    lines += ["### " + f"Letters of {one.id}", grid(one, plain)]
    missing = [letter for letter in alphabet(one.lang) if letter not in one.rules]
    if missing:
        lines.append(f"No rule for {listed(missing)}: foreign to the scheme, `--on-foreign` decides.")
    rules = say_rules(one)
    if rules:
        lines.append("\n".join(f"- {rule}" for rule in rules))
    shown = examples(one)
    if shown:
        lines.append("Examples: " + " · ".join(f"{escape(before)} → {escape(after)}" for before, after in shown))
    lines.append("\n".join(["What it loses (each somewhere in a word):", "", *(f"- {loss}" for loss in losses(one))]))
    return lines


def notes(one: Scheme) -> list[str]:
    """The words at the head of the scheme's file, as paragraphs and lists."""
    said: list[str] = []
    for line in read_text(root() / Path(one.path).relative_to("tables")).splitlines():
        if not line.startswith("#"):
            break
        line = line.removeprefix("#").rstrip()
        if line.startswith(" - ") or not said:
            said.append(line.strip())
        elif said[-1].startswith("- ") and not line.startswith("   "):
            said.append(line.strip())
        else:
            said[-1] += " " + line.strip()
    if not said:
        return []
    text = ""
    for at, line in enumerate(said):
        item = line.startswith("- ")
        text += ("" if not at else "\n" if item and said[at - 1].startswith("- ") else "\n\n")
        text += "- " + escape(line[2:]) if item else escape(line)
    return [text]


def grid(one: Scheme, letters: list[str]) -> str:
    """Cyrillic over Latin, COLUMNS letters a line."""
    rows = []
    for start in range(0, len(letters), COLUMNS):
        part = letters[start : start + COLUMNS]
        gap = [""] * (min(COLUMNS, len(letters)) - len(part))
        rows.append([f"**{letter}**" for letter in part] + gap)
        rows.append([cell(one, letter) for letter in part] + gap)
    return table([header.strip("*") for header in rows[0]], rows[1:])


def cell(one: Scheme, letter: str) -> str:
    """A letter's spellings for a table, the usual one first."""
    return ", ".join(escape(output) or "–" for output in spellings(one, letter))


@cache
def spellings(one: Scheme, letter: str) -> tuple[str, ...]:
    """What ``letter`` alone may become: without context first, then in the order of the rules."""
    alone = [rule for rule in one.rules.get(letter, ()) if rule.source == letter]
    alone.sort(key=lambda rule: bool(rule.after or rule.before))
    return tuple(dict.fromkeys(rule.output for rule in alone))


def say_rules(one: Scheme) -> list[str]:
    """The rules beyond plain letters in words; rules of different letters under one condition are told together."""
    groups: list[tuple[tuple[Context, Context, int], list[Rule]]] = []
    last: dict[str, int] = {}  # the group of a first letter's latest rule: its next one must not come before that
    for first in in_order(one.lang, one.rules):
        for rule in one.rules[first]:
            if len(rule.source) == 1 and not (rule.after or rule.before):
                continue
            key = (rule.after, rule.before, len(rule.source))
            places = [at for at, (other, _) in enumerate(groups) if other == key and at >= last.get(first, 0)]
            if not places:
                groups.append((key, []))
            last[first] = places[0] if places else len(groups) - 1
            groups[last[first]][1].append(rule)
    said = []
    for (after, before, _), rules in groups:
        where = say_contexts(one, after, before)
        what = ", ".join(f"{rule.source} → {escape(rule.output) or '–'}" for rule in rules)
        said.append(f"{what}: {where}" if where else f"{what}")
    return said


def say_contexts(one: Scheme, after: Context, before: Context) -> str:
    """Both sides of a rule in words; "" where it holds everywhere."""
    inner, end = (not_edge(after), is_edge(before))
    if inner and end:
        return "at the end of a word of two letters or more"
    if is_edge(after) and end:
        return "standing alone"
    left, right = say_context(one, after, "after"), say_context(one, before, "before")
    return f"{left} {right}" if left and end and "start" not in left else " and ".join(filter(None, [left, right]))


def is_edge(context: Context) -> bool:
    """Whether a context is a word's edge and nothing else."""
    return len(context) == 1 and len(context[0]) == 1 and context[0][0].edge and not context[0][0].negated


def not_edge(context: Context) -> bool:
    """Whether a context is anything but a word's edge."""
    return len(context) == 1 and len(context[0]) == 1 and context[0][0].edge and context[0][0].negated


def say_context(one: Scheme, context: Context, side: str) -> str:
    """A context in words.

    >>> [scheme] = [scheme for scheme in schemes(lang="be") if scheme.id == "be-passport-2010"]
    >>> say_context(scheme, scheme.rules["е"][0].after, "after")
    'at a word’s start or after a vowel (but і and ы), ў, ь or ’'
    """
    edge = "at a word’s start" if side == "after" else "at a word’s end"
    step = " followed by " if side == "before" else " that follows "
    said = [edge] if any(is_edge((alternative,)) for alternative in context) else []
    said += [f"not {edge}"] if any(not_edge((alternative,)) for alternative in context) else []
    near = [tuple(reversed(some)) if side == "after" else some for some in context]
    next_to: set[str] = set()
    literals: list[str] = []
    farther: dict[str, list[str]] = {}  # what stands farther off → what stands nearest
    for some in near:
        at_edge = some[-1].edge and not some[-1].negated
        inner = some[:-1] if at_edge else some
        tail = f" {edge}" if at_edge else ""
        if len(some) == 1 and not (some[0].edge or some[0].negated):
            next_to |= some[0].letters
        elif is_literal(some):
            literals.append(spell(some, side))
        elif len(some) > 1:
            first, last = (inner, ()) if is_literal(inner) or len(inner) == 1 else (inner[:-1], inner[-1:])
            kinds = [say_element(one, element, side, "/") for element in first]
            head = spell(first, side) if is_literal(first) else step.join(kinds)
            far = "".join(step + say_element(one, element, side, "/") for element in last)
            farther.setdefault(far + tail, []).append(head)
        elif not some[0].edge:
            said.append(f"{side} {say_element(one, some[0], side)}")
    if next_to or literals:
        kinds = name_letters(one, frozenset(next_to)) if next_to else []
        said.append(f"{side} {listed([*kinds, *literals], 'or')}")
    said += [f"{side} {listed(some, 'or')}{far}" for far, some in farther.items()]
    if side == "before" and len(said) > 1 and said[0] == edge:
        said.append(said.pop(0))
    return " or ".join(said)


def is_literal(some: tuple[Element, ...]) -> bool:
    """Whether each place is one letter."""
    return bool(some) and all(len(element.letters) == 1 and not element.negated for element in some)


def spell(some: tuple[Element, ...], side: str) -> str:
    """The letters of literal places, given from the nearest on, as they stand in the word."""
    letters = [next(iter(element.letters)) for element in some]
    return "".join(reversed(letters) if side == "after" else letters)


def say_element(one: Scheme, element: Element, side: str, between: str = "") -> str:
    """One place of a context; ``between`` stands between its letters instead of commas and "or"."""
    if element.edge:
        return "any letter" if element.negated else "a word’s edge"
    kinds = name_letters(one, element.letters)
    said = between.join(kinds) if between else listed(kinds, "or")
    end = "the word’s start" if side == "after" else "the word’s end"
    return f"anything but {said} ({end} too)" if element.negated else said


def name_letters(one: Scheme, letters: frozenset[str]) -> list[str]:
    """Vowels and consonants where all or nearly all of the kind are there, and the letters that are left."""
    known = {letter for some in one.rules.values() for rule in some for letter in rule.source}
    letters = (letters & known) or letters
    own = {letter for letter in alphabet(one.lang) if letter in known}
    consonants = set(ORDER) - set(VOWELS) - set(NEITHER)
    words = []
    for kind, every in (("a vowel", set(VOWELS)), ("a consonant", consonants)):
        members = own & every
        lacking = members - letters
        if len(lacking) <= len(members) / 4 and members & letters:
            words.append(kind + (f" (but {listed(in_order(one.lang, lacking))})" if lacking else ""))
            letters = letters - every
    return [*words, *in_order(one.lang, letters)]


def examples(one: Scheme, limit: int = 10) -> list[tuple[str, str]]:
    """Up to ``limit`` of the file's examples, those that show most rules, as word pairs in the file's order."""
    pairs: list[tuple[str, str]] = []
    for example in one.examples:
        before, after = example.source.split(", "), example.output.split(", ")
        split = zip(before, after, strict=True) if len(before) == len(after) else [(example.source, example.output)]
        pairs += [pair for pair in split if len(pair[0]) <= 40 and any(len(word) > 2 for word in pair[0].split())]
    pairs = list(dict.fromkeys(pairs))
    shows = {pair: {step.rule for step in trace(pair[0], one.id)} for pair in pairs}
    chosen: list[tuple[str, str]] = []
    seen: set[str] = set()
    while len(chosen) < min(limit, len(pairs)):
        left = [pair for pair in pairs if pair not in chosen]
        best = max(left, key=lambda pair: (not pair[0].isupper(), len(shows[pair] - seen)))
        chosen.append(best)
        seen |= shows[best]
    return sorted(chosen, key=pairs.index)


def losses(one: Scheme) -> list[str]:
    """What cannot be seen any more in the scheme's output, in words."""
    dropped, alike = collisions(one)
    said = []
    always = [letter for letter in dropped if spellings(one, letter) == ("",)]
    for some, where in ((always, ""), ([letter for letter in dropped if letter not in always], " in places")):
        if some:
            said.append(f"dropped{where}: {listed(some)}")
    letters: dict[str, list[str]] = {}
    pairs: dict[str, list[str]] = {}
    for output, some in alike:
        single = [middle for middle in some if len(middle) == 1]
        if len(single) > 1:
            letters.setdefault(listed(single), []).append(escape(output))
        if len(single) < len(some):
            pairs.setdefault(", ".join(single), []).extend(some[len(single) :])
    if letters:
        told = [f"{some} → {', '.join(dict.fromkeys(outputs))}" for some, outputs in letters.items()]
        said.append("alike: " + "; ".join(told))
    if pairs:
        told = [f"{single} = {', '.join(dict.fromkeys(some))}" for single, some in pairs.items()]
        said.append("letters like pairs: " + "; ".join(told))
    if not said:
        said.append("no letter of the alphabet and no pair of letters is written like another one")
    said.append(
        "reversible: the original can be made again of what is written"
        if one.reversible
        else "not reversible: what is written may stand for more than one original"
    )
    return said


def collisions(one: Scheme) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """Letters that vanish; letters and pairs of letters that come out alike between the same neighbours.

    Found by asking: each is set between an edge, a vowel or a consonant on either side. Only letters of the language
    count, and a pair only where it reads as one letter does.
    """
    own = [letter for letter in alphabet(one.lang) if letter in one.rules]
    outs = {letter: {rule.output for rule in one.rules[letter] if rule.source == letter} for letter in own}
    whole = {output for some in outs.values() for output in some if output}
    pairs = [a + b for a, b in product(own, own) if any(x and y and x + y in whole for x in outs[a] for y in outs[b])]
    frames = [frame for frame in product(("", "а", "м"), repeat=2) if frame != ("", "")] + [("", "")]
    dropped: set[str] = set()
    alike: dict[str, set[str]] = {}
    for left, right in frames:
        written: dict[str, set[str]] = {}
        for middle in [*own, *pairs]:
            if left + right == "" and any(sign in SIGNS for sign in middle[:1]):
                continue  # no word begins with a sign
            output = between(one, left, middle, right)
            if output == "" and len(middle) == 1:
                dropped.add(middle)
            elif output:
                written.setdefault(output, set()).add(middle)
        for output, some in written.items():
            some -= {pair for pair in some if len(pair) == 2 and set(pair) & dropped and set(pair) & some}
            if len(some) > 1 and any(len(middle) == 1 for middle in some):
                alike.setdefault(output, set()).update(some)
    ranked = {letter: at for at, letter in enumerate(in_order(one.lang, own))}

    def rank(middle: str) -> tuple[int, list[int]]:
        return len(middle), [ranked[letter] for letter in middle]

    found = [(output, sorted(some, key=rank)) for output, some in alike.items()]
    return sorted(dropped, key=rank), sorted(found, key=lambda pair: [rank(middle) for middle in pair[1]])


@cache
def between(one: Scheme, left: str, middle: str, right: str) -> str | None:
    """What ``middle`` becomes inside its word; None where a rule takes a neighbour with it."""
    text = left + middle + right
    start, end = len(left), len(left) + len(middle)
    steps = [step for step in trace(text, one.id) if step.end > start and step.start < end]
    if not steps or steps[0].start < start or steps[-1].end > end:
        return None
    return romanize(text, one.id)[steps[0].out_start : steps[-1].out_end]


@cache
def alphabet(lang: str) -> str:
    """The letters of ``lang``: its alphabet in the tables, else every letter of its schemes."""
    for row in read_toml(root() / "languages.toml")["language"]:
        if row["id"] == lang:
            return row["alphabet"]
    return "".join(sorted({letter for one in schemes(lang=lang) for letter in one.rules}, key=ORDER.index))


def in_order(lang: str, letters: Iterable[str]) -> list[str]:
    """``letters`` in the alphabet's order, those outside it last."""
    own = alphabet(lang)
    return sorted(letters, key=lambda one: (0, own.index(one), one) if one in own else (1, ORDER.find(one), one))


def heading(lang: str) -> str:
    """The index's heading for a language."""
    return f"{LANGUAGES[lang][0]} ({lang})"


def sibling(lang: str, other: str) -> str:
    """A link to the scheme of the same house for another language."""
    if lang not in LANGUAGES:
        return f"{lang} {other}"
    return f"[{other}]({lang}.md#{slug(other)})"


def slug(title: str) -> str:
    """The anchor that a heading gets."""
    return "".join(char for char in title.lower().replace(" ", "-") if char.isalnum() or char in "-_")


def link(source: str) -> str:
    """An address as a link, anything else as it stands."""
    return f"<{source}>" if source.startswith("http") and " " not in source else escape(source)


def listed(some: Iterable[str], word: str = "and") -> str:
    """The last two with a word between them.

    >>> listed(["а", "е", "ь"], "or")
    'а, е or ь'
    """
    *most, last = some
    return f"{', '.join(most)} {word} {last}" if most else last


def escape(text: str) -> str:
    """``text`` with what Markdown would read as its own marked."""
    return text.translate(ESCAPED)


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def page(parts: list[str], origin: str = "tables/schemes") -> str:
    """Parts with an empty line between them, and where they come from."""
    change = "those" if origin == "tables/schemes" else "that"
    return "\n\n".join([f"<!-- made by docs/reference/build.py from {origin}: change {change} -->", *parts]) + "\n"


if __name__ == "__main__":
    made = pages()
    (HERE / "schemes").mkdir(exist_ok=True)
    for stale in (HERE / "schemes").glob("*.md"):
        if f"schemes/{stale.name}" not in made:
            stale.unlink()
    for name, text in made.items():
        (HERE / name).write_text(text, encoding="utf-8")
