"""Queries for all spellings of a name, for the engines that people search with."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable

from ..spellings import Variant

Query = Callable[[list[Variant], str], str]


def regex(found: list[Variant], field: str) -> str:
    """A regular expression that matches exactly the spellings, common beginnings taken together.

    >>> regex([Variant("Putin", "ru", (), 1.0), Variant("Putinas", "ru", (), 0.5)], "")
    '\\\\b(?:Putin(?:as)?)\\\\b'
    """
    return rf"\b(?:{_pattern(sorted({one.text for one in found}))})\b"


def google(found: list[Variant], field: str) -> str:
    """Phrases with OR, as web search engines take them."""
    return " OR ".join(_phrase(one.text) for one in found)


def lucene(found: list[Variant], field: str) -> str:
    """A query in Lucene's syntax."""
    return f"{field}:({' OR '.join(_phrase(one.text) for one in found)})"


def solr(found: list[Variant], field: str) -> str:
    """A query in Solr's syntax, each spelling boosted by its weight."""
    return f"{field}:({' OR '.join(f'{_phrase(one.text)}^{max(one.weight, 0.01):.2f}' for one in found)})"


def elastic(found: list[Variant], field: str) -> str:
    """The body of an Elasticsearch or OpenSearch query, each spelling boosted by its weight."""
    phrases = [{"match_phrase": {field: {"query": one.text, "boost": max(one.weight, 0.01)}}} for one in found]
    return json.dumps({"query": {"bool": {"should": phrases, "minimum_should_match": 1}}}, ensure_ascii=False)


def sql(found: list[Variant], field: str) -> str:
    """A condition in SQL."""
    quoted = ("'" + one.text.replace("'", "''") + "'" for one in found)
    return f"{field} IN ({', '.join(quoted)})"


QUERIES: dict[str, Query] = {
    "regex": regex, "google": google, "lucene": lucene, "elastic": elastic, "solr": solr, "sql": sql,
}  # fmt: skip


def _escaped(text: str) -> str:
    return re.escape(text).replace("\\ ", " ")


def _phrase(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _pattern(words: list[str]) -> str:
    """The pattern of sorted ``words``: what begins alike is written once."""
    if len(words) == 1:
        return _escaped(words[0])
    alternatives = []
    for group in _alike(word for word in words if word):
        head = _common(group)
        rest = [word[len(head) :] for word in group]
        alternatives.append(_escaped(head) + (_group(rest) if len(rest) > 1 else _escaped(rest[0])))
    return "|".join(alternatives)


def _group(rest: list[str]) -> str:
    optional = "" in rest
    inner = _pattern([word for word in rest if word])
    return f"(?:{inner}){'?' if optional else ''}"


def _alike(words: Iterable[str]) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(word)
    return list(groups.values())


def _common(words: list[str]) -> str:
    first, last = words[0], words[-1]
    size = 0
    while size < min(len(first), len(last)) and first[size] == last[size]:
        size += 1
    return first[:size]
