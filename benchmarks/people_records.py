"""Records of people with known truth, made from a seed: what ``dedupe.py`` is measured on.

    python benchmarks/people_records.py 10000 [--seed 1] [--entities seed_entities.jsonl] > people.csv

People have a given name (by frequency class: a few names are most people's), a father's given name, of which the
patronymic is built, and a family name of the open groups by a Zipf law. Families share father and family name; some
namesakes are put beside those that come by chance. A record spells its person's names as a form of the open groups
does, in one script, in one of several orders, whole or with initials; the entities of the five articles appear in their
known spellings. A share of records has a slip of the pen, 70 % a birth date, some of these only the year or the month.
Nothing is spelled by our own ``variants`` or ``romanize``. Columns: id, name, birth_date, country; the truth: person,
and full_name, which tells what the person is really called.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from translit.names import build_patronymics
from translit.tables.matching import neighbour_keys
from translit.tables.names import given_names

INPUTS = Path(__file__).resolve().parent.parent / "tables" / "build" / "inputs"
COLUMNS = ("id", "name", "birth_date", "country", "person", "full_name")
TRUTH = ("person", "full_name")
# how often a given name of each class is met beside one of another, and how many open names of no class are used
FREQUENCY = {"very common": 40.0, "common": 6.0, "rare": 1.0, "": 0.25}
ZIPF = 1.0
COUNTRIES = (("BY", 40), ("RU", 30), ("UA", 15), ("PL", 6), ("LT", 4), ("LV", 3), ("DE", 2))
# records of one person: of each hundred people so many have one, two, …
RECORDS = (40, 27, 15, 8, 5, 3, 1, 1)
# as registers and lists write people: mostly whole, with the patronymic
ORDERS = (
    ("family given patronymic", 58), ("given patronymic family", 30), ("given family", 3), ("family given", 2), ("family, given", 1),
    ("family g. p.", 4), ("g. p. family", 2),
)  # fmt: skip
DATED, YEAR_ONLY, MONTH_ONLY, WITH_COUNTRY = 0.70, 0.08, 0.04, 0.5
SLIP, CAPITALS, CYRILLIC = 0.08, 0.03, 0.55
NAMESAKES, FATHERS_NAME, SIBLINGS = 0.02, 0.03, 0.25


@dataclass(frozen=True, slots=True)
class Group:
    """A name with its forms by script; a given name also with its gender and the patronymics made of it."""

    id: str
    cyrillic: tuple[str, ...]
    latin: tuple[str, ...]
    weight: float = 1.0
    gender: str = ""
    patronymics: tuple[tuple[str, str], ...] = ()  # a man's and a woman's, language by language


@dataclass(slots=True)
class Person:
    """Who a record is about."""

    given: Group
    father: Group
    family: Group
    born: tuple[int, int, int]
    country: str
    spellings: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        """What tells one name from another, whatever the spelling."""
        return f"{self.given.id} {self.father.id} {self.family.id}"


class Drawn:
    """Things drawn by weight."""

    def __init__(self, things: list, weights: list[float]):
        self._things, self._sums = things, list(accumulate(weights))

    def draw(self, rnd: random.Random):
        """One of the things."""
        return self._things[bisect(self._sums, rnd.random() * self._sums[-1])]


def make_records(count: int, seed: int = 1, entities: Path | None = None) -> list[dict[str, str]]:
    """``count`` records in random order."""
    rnd = random.Random(seed)
    found: list[dict[str, str]] = []
    sizes = Drawn(list(range(1, len(RECORDS) + 1)), list(RECORDS))
    for number, person in enumerate(_people(rnd, entities)):
        for _ in range(sizes.draw(rnd) + (3 if person.spellings else 0)):
            found.append(_record(person, number, rnd))
        if len(found) >= count:
            break
    found = found[:count]
    rnd.shuffle(found)
    for at, row in enumerate(found):
        row["id"] = f"r{at}"
    return found


def namesake_share(rows: list[dict[str, str]]) -> float:
    """The share of people in the records who have a namesake there."""
    names = dict((row["person"], row["full_name"]) for row in rows)
    bearers = Counter(names.values())
    return sum(bearers[name] > 1 for name in names.values()) / max(len(names), 1)


def _people(rnd: random.Random, entities: Path | None) -> Iterator[Person]:
    givens, families = given_groups(), surname_groups()
    by_gender = {gender: [one for one in givens if one.gender == gender] for gender in "mf"}
    draws = {gender: Drawn(some, [one.weight for one in some]) for gender, some in by_gender.items()}
    with_sons = [one for one in by_gender["m"] if one.patronymics]
    fathers = Drawn(with_sons, [one.weight for one in with_sons])
    rnd_families = families[:]
    random.Random(7).shuffle(rnd_families)  # which name is common does not depend on the seed of the records
    surnames = Drawn(rnd_families, [1 / (rank + 2) ** ZIPF for rank in range(len(rnd_families))])
    countries = Drawn([code for code, _ in COUNTRIES], [share for _, share in COUNTRIES])
    if entities:
        yield from _known(entities, rnd)
    while True:
        family, father, country = surnames.draw(rnd), fathers.draw(rnd), countries.draw(rnd)
        children = 1
        while rnd.random() < SIBLINGS:
            children += 1
        year = rnd.randint(1930, 1995)
        for at in range(children):
            given = draws[rnd.choice("mf")].draw(rnd)
            if rnd.random() < FATHERS_NAME and father.gender == "m":
                given = father
            person = Person(given, father, family, _day(rnd, min(year + 3 * at, 2008)), country)
            yield person
            if rnd.random() < NAMESAKES:
                yield Person(given, father, family, _day(rnd, rnd.randint(1930, 2008)), countries.draw(rnd))


def _day(rnd: random.Random, year: int) -> tuple[int, int, int]:
    return year, rnd.randint(1, 12), rnd.randint(1, 28)


def _known(path: Path, rnd: random.Random) -> Iterator[Person]:
    """The people of the five articles, each spelled only as it is known to be."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["type"] == "person":
            spellings = {row[f"name_{lang}"] for lang in ("be", "ru", "uk", "en")} | set(row["other_known_spellings"])
            own = Group(row["id"], (), ())
            empty = Group("-", (), ())
            kept = tuple(sorted(one for one in spellings if one and len(one.split()) > 1))
            yield Person(own, empty, empty, _day(rnd, rnd.randint(1940, 1985)), "BY", kept)


def _record(person: Person, number: int, rnd: random.Random) -> dict[str, str]:
    name = rnd.choice(person.spellings) if person.spellings else _spell(person, rnd)
    if rnd.random() < SLIP:
        name = _slip(name, rnd)
    if rnd.random() < CAPITALS:
        name = name.upper()
    born = ""
    if rnd.random() < DATED:
        year, month, day = person.born
        precision = rnd.random()
        born = f"{year}-{month:02d}-{day:02d}"
        born = born[:4] if precision < YEAR_ONLY else born[:7] if precision < YEAR_ONLY + MONTH_ONLY else born
    country = person.country if rnd.random() < WITH_COUNTRY else ""
    return {"id": "", "name": name, "birth_date": born, "country": country, "person": f"p{number}", "full_name": person.full_name}


_ORDERS = Drawn([order for order, _ in ORDERS], [share for _, share in ORDERS])


def _spell(person: Person, rnd: random.Random) -> str:
    cyrillic = rnd.random() < CYRILLIC
    given, family = (
        _capital(rnd.choice(group.cyrillic if cyrillic else group.latin)) for group in (person.given, person.family)
    )
    man, woman = rnd.choice(person.father.patronymics) if person.father.patronymics else ("", "")
    patronymic = woman if person.given.gender == "f" else man
    if patronymic and not cyrillic:
        patronymic = _latin(patronymic)
    order = _ORDERS.draw(rnd)
    if not patronymic:
        order = order.replace("patronymic", "").replace("p.", "")
    words = {
        "given": given, "family": family, "family,": family + ",", "patronymic": patronymic, "g.": given[0] + ".",
        "p.": patronymic[:1] + ".",
    }  # fmt: skip
    return " ".join(words[word] for word in order.split())


def _capital(form: str) -> str:
    return "-".join(word[:1].upper() + word[1:] for word in form.split("-"))


def _latin(word: str) -> str:
    """A patronymic in Latin letters, as Unidecode writes them."""
    from unidecode import unidecode

    return unidecode(word).replace("'", "").replace('"', "")


def _slip(name: str, rnd: random.Random) -> str:
    """A name with one typing error, in no first letter."""
    places = [at for at in range(1, len(name)) if name[at].isalpha() and name[at - 1].isalpha()]
    if not places:
        return name
    at = rnd.choice(places)
    sort = rnd.randrange(5)
    if sort == 0:
        return name[:at] + name[at + 1 :]
    if sort == 1:
        return name[:at] + name[at] + name[at:]
    if sort == 2 and at + 1 in places:
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    near = _neighbours().get(name[at].lower(), "") or name[at].lower()
    letter = rnd.choice(near)
    return name[:at] + letter + name[at + (sort == 3) :]


_near: dict[str, str] = {}


def _neighbours() -> dict[str, str]:
    if not _near:
        for pair in sorted(map(sorted, neighbour_keys())):
            for one, other in (pair, pair[::-1]):
                _near[one] = _near.get(one, "") + other
    return _near


def given_groups() -> list[Group]:
    """The open given names with the weight of their class, gender and patronymics; no two share a form."""
    known: dict[str, object] = {}
    for row in given_names():
        for lang in ("be", "ru", "uk"):
            for form in row.forms.get(lang, ()):
                known.setdefault(form.casefold(), row)
    found, taken, named = [], set(), set()
    rows = [json.loads(line) for line in (INPUTS / "given_names_open.jsonl").read_text(encoding="utf-8").splitlines()]
    by_row = []
    for row in rows:
        votes = Counter(known[form].id for form in row["cyr"] if form in known)
        ours = next((known[form] for form in row["cyr"] if form in known and known[form].id == votes.most_common(1)[0][0]), None)
        by_row.append((list(FREQUENCY).index(ours.frequency) if ours else 3, -len(row["cyr"]), row["id"], row, ours))
    for place, _, _, row, ours in sorted(by_row, key=lambda one: one[:3]):
        forms = {*row["cyr"], *row["latn"]}
        if forms & taken or not row["cyr"] or not row["latn"] or ours and ours.id in named:
            continue
        taken |= forms
        if ours:
            named.add(ours.id)
        gender = ours.gender if ours and ours.gender in ("m", "f") else "m" if zlib_parity(row["id"]) else "f"
        patronymics = tuple(
            (man, woman)
            for lang in ("be", "ru", "uk")
            for form in (ours.forms.get(lang, ())[:1] if ours and gender == "m" else ())
            for man, woman in zip(build_patronymics(form, lang, "m"), build_patronymics(form, lang, "f"), strict=False)
        )
        weight = list(FREQUENCY.values())[place]
        found.append(Group(row["id"], _plain(row["cyr"]), _plain(row["latn"]), weight, gender, patronymics))
    return found


def surname_groups() -> list[Group]:
    """The open family names; no two share a form."""
    found, taken = [], set()
    rows = [json.loads(line) for line in (INPUTS / "surnames_open.jsonl").read_text(encoding="utf-8").splitlines()]
    for row in sorted(rows, key=lambda row: (-len(row["cyr"]) - len(row["latn"]), row["id"])):
        forms = {*row["cyr"], *row["latn"]}
        if not forms & taken and row["cyr"] and row["latn"]:
            taken |= forms
            found.append(Group(row["id"], _plain(row["cyr"]), _plain(row["latn"])))
    return found


def zlib_parity(text: str) -> int:
    """0 or 1, always the same for a text."""
    import zlib

    return zlib.crc32(text.encode()) % 2


def _plain(forms: list[str]) -> tuple[str, ...]:
    return tuple(sorted(one for one in forms if len(one) > 2 and " " not in one)) or tuple(sorted(forms))


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reader.add_argument("count", type=int)
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--entities", type=Path)
    options = reader.parse_args()
    rows = make_records(options.count, options.seed, options.entities)
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    people = defaultdict(int)
    for row in rows:
        people[row["person"]] += 1
    print(f"{len(rows)} records of {len(people)} people, {namesake_share(rows):.1%} of them with a namesake", file=sys.stderr)


if __name__ == "__main__":
    main()
