"""Spans of a text that names of the gazetteer explain: names of words, and people's names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from ..gazetteer import RULED, Entity, Form, Gazetteer
from ..scoring import THRESHOLD, Evidence, Part, Relation, Side, compare, initial_agrees, is_glue, relate, score_of
from ..tables.languages import languages
from ..tables.rules import orthographies
from ..names import given_groups
from ..text import fold, has_cyrillic, tokens
from .words import Stand, Word, Words, is_given, stands_of

UNIVERSAL = frozenset(("latin", "scholarly", "be-latin", "be-latin-2023", "be-latin-u", "be-lacinka"))
_DOTTED = re.compile(r"\.[ \u00a0]?")
_BRACKETED = re.compile(r"\][ \u00a0]")
_NAMED_HERE = Evidence("document", "", "", 3.0, "the text names this person in full")
_OPENING, _CLOSING = tuple("«“„\"‘"), tuple("»”“\"’")
_RELATIONS = ("same", "group", "spelling", "word", "law")
_TYPO_LENGTH = 6
_SLAVIC = frozenset(("be", "ru", "uk", "bg", "sr", "mk"))
_BARE_LENGTH = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """One word of a text answered by one part of a form; ``stand`` is the form of the word that agreed."""

    part: int
    relation: str
    stand: Stand


@dataclass(frozen=True, slots=True)
class Option:
    """An entity that a span may mean: its number, the nearest of its names, the evidence, the case found and the
    language that has it.

    ``bare`` marks a person's surname standing alone; ``weak`` a name that needs a fuller one in the document, be it a
    weak name of the tables or a spelling that proves nothing by itself.
    """

    entity: int
    form: Form
    evidence: tuple[Evidence, ...]
    score: float
    case: str | None
    lang: str = ""
    bare: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Words ``first`` to ``last`` (inclusive) of the text, at ``start`` to ``end``, and what they may mean.

    ``roles`` gives each word its part in a person's name (given, family, patronymic, initial), or ``word``.
    """

    start: int
    end: int
    first: int
    last: int
    roles: tuple[str, ...]
    options: tuple[Option, ...]


class Finder:
    """Finds the spans of one text."""

    def __init__(self, words: Words, gazetteer: Gazetteer):
        self.words = words
        self.gazetteer = gazetteer
        self.index = gazetteer.index
        self._answers: dict[int, dict[int, list[Answer]]] = {}
        own = words.lang.split("-")[0]
        self._own = {one.id for one in orthographies().values() if one.lang == own and own != "en"}
        self._allowed = UNIVERSAL | self._own

    def spans(self) -> list[Span]:
        """Every span that some name explains; they may overlap."""
        found: list[Span] = []
        for at, word in enumerate(self.words.words):
            if (word.capital or word.surface.isdigit()) and not self._is_embedded(at):
                found.extend(self._names_of_words(at))
                found.extend(self._people(at))
        return found

    def _is_embedded(self, at: int) -> bool:
        """Whether a word is a piece of a path, an address or an identifier."""
        text, token = self.words.text, self.words.words[at].token
        before, after = self.words.before(at), text[token.end : token.end + 1]
        return before in ("_", "\\", "@", "#") or after in ("_", "\\", "@") or before.isdigit() or after.isdigit()

    # ------------------------------------------------------------------ words

    def answers(self, at: int) -> dict[int, list[Answer]]:
        """The parts of forms (by form) that word ``at`` agrees with, as itself or as a base of itself."""
        known = self._answers.get(at)
        if known is None:
            known = self._answers[at] = {}
            word = self.words.words[at]
            stands = stands_of(word.surface, self.words.lang) if word.capital or len(word.surface) > 4 else (Stand(word.surface),)
            for stand in stands:
                for hit in self.index.hits(stand.form):
                    known.setdefault(hit.form, []).append(Answer(hit.part, hit.relation, stand))
            for number, found in known.items():
                known[number] = _nearest(found)
        return known

    def _names_of_words(self, at: int) -> Iterator[Span]:
        found: dict[tuple[int, int], dict[int, Option]] = {}
        for number, answers in self.answers(at).items():
            form = self.index.forms[number]
            if self.gazetteer.entities[form.entity].kind == "person":
                continue
            option, last = self._align(form, number, at, answers)
            if option is None:
                continue
            here = found.setdefault((self._with_article(form, at), last), {})
            if form.entity not in here or here[form.entity].score < option.score:
                here[form.entity] = option
        for (first, last), options in found.items():
            ranked = tuple(sorted(options.values(), key=lambda one: -one.score))
            yield self._span(first, last, ("word",) * (last - first + 1), ranked)

    def _with_article(self, form: Form, at: int) -> int:
        """The first word of a name whose first word only joins: The Washington Post, with its capital The."""
        article = form.side.parts[0].text
        if at > 0 and is_glue(article) and self.words.joined(at) and self.words.words[at - 1].surface == article:
            return at - 1
        return at

    def _align(self, form: Form, number: int, at: int, answers: list[Answer]) -> tuple[Option | None, int]:
        parts = form.side.parts
        if len(parts) == 1:
            return self._align_one(form, at, answers), at
        taken = self._in_order(form, number, at)
        if taken is None and len(parts) == 2:
            taken = self._turned(form, number, at)
        if taken is None:
            return None, at
        last, said, stand = taken
        side = Side(" ".join(part.text for part in said), tuple(said))
        evidence = compare(side, form.side, "place")
        score = score_of(evidence)
        if score < THRESHOLD or self._is_a_phrase(form, at, last):
            return None, at
        weak = form.strength == "weak"
        return Option(form.entity, form, evidence, score, stand.case, stand.lang, weak=weak), last

    def _is_a_phrase(self, form: Form, first: int, last: int) -> bool:
        """Whether an ordinary phrase begins a sentence with its only capital: Наше мнение никто не спросил."""
        words = self.words.words
        return (
            self.gazetteer.entities[form.entity].is_common(self.words.lang)
            and words[first].starts_sentence
            and not any(word.capital for word in words[first + 1 : last + 1])
        )

    def _align_one(self, form: Form, at: int, answers: list[Answer]) -> Option | None:
        word = self.words.words[at]
        own = form.side.parts[0].text
        if form.strength == "acronym" or own.isupper():
            if word.surface != own or self._is_shouted_word(at):
                return None
            answer = next((one for one in answers if one.relation == "same"), None)
        else:
            if word.all_capital and len(word.surface) < 4 and not own.isupper():
                return None
            answer = next((one for one in answers if self._is_plain(one, form, at)), None)
        if answer is None:
            return None
        entity = self.gazetteer.entities[form.entity]
        common = entity.is_common(self.words.lang)
        weak = form.strength == "weak"
        if (common or weak) and (word.starts_sentence or self._opens_a_quote(at)) and not self._is_quoted(at):
            return None
        if self._begins_a_name(at):
            return None
        side = Side(word.surface, (Part(word.surface, "word", (answer.stand.form,)),))
        evidence = compare(side, form.side, "place")
        weak = weak or (common and entity.kind == "other")
        stand = answer.stand
        return Option(form.entity, form, evidence, score_of(evidence), stand.case, stand.lang, weak=weak)

    def _is_plain(self, answer: Answer, form: Form, at: int) -> bool:
        """Whether a lone word answers the only word of ``form`` by its letters, or by an orthography of this text; an
        exonym only in its own language's texts."""
        own, said = form.side.parts[0].text, answer.stand
        if said.case is not None and self.words.lang == "en" and not has_cyrillic(said.form):
            return False
        if answer.relation == "same":
            return self._is_at_home(form) or (len(own) > 6 and said.form.casefold() == own.casefold())
        if answer.relation != "spelling" or min(len(own), len(said.form)) < 5 or has_cyrillic(said.form):
            return False  # a Cyrillic text spells what it names; only Latin has many ways to
        if self.words.is_ordinary(at) or is_given(said.form, self.words.lang):
            return False
        readers = set(relate(said.form, own, "", form.lang).left)
        if readers & self._own:
            return True
        return bool(self._allowed & readers) and self.gazetteer.looks_like(said.form, form.entity)

    def _is_at_home(self, form: Form) -> bool:
        """Whether a name of this language stands to reason in this text: its own language's, or one that press
        everywhere takes its spellings from."""
        return form.lang in RULED or self.words.lang in ("und", form.lang) or (
            form.lang.split("-")[0] == self.words.lang.split("-")[0]
        )

    def _opens_a_quote(self, at: int) -> bool:
        return self.words.before(at) in _OPENING

    def _is_quoted(self, at: int) -> bool:
        """Whether quotation marks stand around a lone word."""
        token, text = self.words.words[at].token, self.words.text
        return self.words.before(at) in _OPENING and text[token.end : token.end + 1] in _CLOSING

    def _begins_a_name(self, at: int) -> bool:
        """Whether a lone word at a sentence's start is a given name before a surname nobody knows: Paris Hilton."""
        words, after = self.words, at + 1
        return (
            words.words[at].starts_sentence
            and after < len(words.words)
            and words.joined(after)
            and words.words[after].capital
            and not self._loud(at)
            and not words.is_ordinary(after)
            and not self._explains_itself(after)
            and (is_given(words.words[at].surface, words.lang) or words.words[after].surface.istitle())
        )

    def _is_shouted_word(self, at: int) -> bool:
        """Whether an all-capital word may be an ordinary word in an all-capital line (TELL US)."""
        words = self.words.words
        beside = [words[i] for i in (at - 1, at + 1) if 0 <= i < len(words) and "\n" not in words[max(i, at)].gap]
        shouted = all(word.all_capital for word in beside) and any(len(word.surface) > 3 for word in beside)
        return shouted and _is_small_word(words[at].surface.lower(), self.words.lang)

    def _in_order(self, form: Form, number: int, at: int) -> tuple[int, list[Part], Stand] | None:
        """The form's words one after another from word ``at``; small joining words may be left out, one longer word
        of three may be misspelt."""
        entity = self.gazetteer.entities[form.entity]
        place = at
        said: list[Part] = []
        slips = 0
        head: Stand | None = None
        parts = form.side.parts
        content = sum(not is_glue(part.text) for part in parts)
        if content == 1 and is_glue(parts[0].text) and self._with_article(form, at) == at:
            return None
        for number_of_part, part in enumerate(parts):
            if place >= len(self.words.words) or (said and not self._continues(place, form, number_of_part)):
                return None
            word = self.words.words[place]
            glue = is_glue(part.text)
            if glue and not said:
                continue
            if glue:
                if fold(word.surface) == fold(part.text):
                    said.append(Part(word.surface, "word", (word.surface,)))
                    place += 1
                elif number_of_part and (content == 1 or number_of_part == len(parts) - 1):
                    return None
                continue
            capital = form.capitals[number_of_part]
            if capital and not (word.capital or word.surface.isdigit()):
                return None
            if entity.is_common(self.words.lang) and word.capital != capital and not word.all_capital:
                return None
            answer = next((one for one in self.answers(place).get(number, ()) if one.part == number_of_part), None)
            if answer is not None and form.strength == "acronym" and word.surface != part.text:
                return None
            if answer is None:
                slip = relate(word.surface, part.text, "", form.lang)
                if slips or content < 3 or slip.kind != "typo" or len(word.surface) < _TYPO_LENGTH:
                    return None
                slips += 1
                said.append(Part(word.surface, "word", (word.surface,)))
            else:
                said.append(Part(word.surface, "word", (answer.stand.form,)))
                if head is None or head.case is None:
                    head = answer.stand
            place += 1
        return (place - 1, said, head or Stand(said[0].text)) if said else None

    def _turned(self, form: Form, number: int, at: int) -> tuple[int, list[Part], Stand] | None:
        """A name of two words in the other order (State Union), both capitalised and both agreeing by letters."""
        after = at + 1
        words = self.words.words
        if after >= len(words) or not self._continues(after, form, 1) or not (words[at].capital and words[after].capital):
            return None
        if self.gazetteer.entities[form.entity].is_common(self.words.lang):
            return None
        for place, part in ((at, 1), (after, 0)):
            if not any(one.part == part and one.relation == "same" for one in self.answers(place).get(number, ())):
                return None
        said = [Part(words[place].surface, "word", (words[place].surface,)) for place in (at, after)]
        return after, said, Stand(said[0].text)

    def _continues(self, at: int, form: Form, part: int) -> bool:
        """Whether word ``at`` follows the one before as ``part`` of ``form`` follows its own. A hyphen parts a town
        (Янаў-Палескі) from a man (Янаў Палескі); in longer names it may be a space."""
        gap, own = self.words.words[at].gap, _gap_before(form.text, part)
        if gap == own:
            return True
        hyphened = own == "-"
        if gap == "-" or self.words.joined(at):
            return hyphened == (gap == "-") or len(form.side.parts) > 2
        if _BRACKETED.fullmatch(gap):
            return True
        return bool(_DOTTED.fullmatch(gap)) and "." in form.text

    # ------------------------------------------------------------------ people

    def _people(self, at: int) -> Iterator[Span]:
        """Spans around word ``at`` when it can be a person's family name."""
        by_entity: dict[int, list[tuple[Form, Answer]]] = {}
        for number, answers in self.answers(at).items():
            form = self.index.forms[number]
            for answer in answers:
                if form.side.parts[answer.part].role == "family":
                    by_entity.setdefault(form.entity, []).append((form, answer))
        found: dict[tuple[int, int, tuple[str, ...]], dict[int, Option]] = {}
        bare: dict[int, Option] = {}
        for number, families in by_entity.items():
            first, last, roles = self._extend(number, at)
            option = self._person_option(number, first, last, roles)
            if first < last and option is not None and option.score >= THRESHOLD:
                found.setdefault((first, last, roles), {})[number] = option
            else:
                single = self._bare_option(number, at, families)
                if single is not None:
                    bare[number] = single
        for number, (first, last, roles, option) in self._misspelt(at):
            found.setdefault((first, last, roles), {}).setdefault(number, option)
        for (first, last, roles), options in found.items():
            yield self._span(first, last, roles, tuple(sorted(options.values(), key=lambda one: -one.score)))
        if bare:
            yield self._span(at, at, ("family",), tuple(sorted(bare.values(), key=lambda one: -one.score)))

    def _bare_option(self, number: int, at: int, families: list[tuple[Form, Answer]]) -> Option | None:
        word = self.words.words[at]
        entity = self.gazetteer.entities[number]
        best = None
        for form, answer in families:
            own = form.side.parts[answer.part].text
            if answer.relation != "same" and min(len(own), len(answer.stand.form)) <= _BARE_LENGTH:
                continue
            if any(part.role == "particle" for part in form.side.parts):
                continue
            side = Side(word.surface, (Part(word.surface, "family", (answer.stand.form,)),))
            evidence = compare(side, form.side, "person")
            weak = not self._speaks_for_itself(answer, form, at, entity) or (
                entity.is_common(self.words.lang) and not entity.fact("bare")
            )
            stand = answer.stand
            option = Option(number, form, evidence, score_of(evidence), stand.case, stand.lang, bare=True, weak=weak)
            if best is None or self._rank(option) > self._rank(best):
                best = option
        return best

    def _rank(self, option: Option) -> tuple:
        return (not option.weak, self._is_at_home(option.form), option.score, option.case is None)

    def _speaks_for_itself(self, answer: Answer, form: Form, at: int, entity: Entity) -> bool:
        """Whether a bare surname is spelled near enough to be linked without a full name in the text: in its letters;
        or by the rules of an orthography that this text may use (of any, for a man the whole press writes about), when
        the name is Slavic and long enough."""
        own, said = form.side.parts[answer.part].text, answer.stand
        if said.case is not None and self.words.lang == "en" and not has_cyrillic(said.form):
            return False
        if sum(part.role == "family" for part in form.side.parts) > 1:
            return False
        if answer.relation == "same":
            return self._is_at_home(form) or (len(own) > 6 and said.form.casefold() == own.casefold())
        if has_cyrillic(said.form) or entity.native.split("-")[0] not in _SLAVIC:
            return False
        claimed = entity.fact("bare")
        if self.words.is_ordinary(at) or given_groups(said.form):
            return False
        relation = relate(said.form, own, "", form.lang)
        if not claimed and not self._allowed & set(relation.left):
            return False
        return relation.kind == "spelling" or min(len(own), len(said.form)) >= 6

    def _extend(self, number: int, at: int) -> tuple[int, int, tuple[str, ...]]:
        """The widest run of words around family name ``at`` that all belong to entity ``number``'s name."""
        first, last = at, at
        roles = ["family"]
        while first > 0 and (
            self.words.joined(first) or self.words.after_initial(first) or self.words.hyphened(first)
        ):
            role = self._role(number, first - 1, self.words.words[first].gap)
            if role is None or roles.count(role) >= self._most(number, role):
                break
            first -= 1
            roles.insert(0, role)
        while last + 1 < len(self.words.words) and (
            self.words.joined(last + 1) or self.words.after_initial(last + 1) or self.words.hyphened(last + 1)
        ):
            role = self._role(number, last + 1, self.words.words[last + 1].gap, after=True)
            if role is None or roles.count(role) >= self._most(number, role):
                break
            if role == "initial" and "." not in self._after(last + 1):
                break
            last += 1
            roles.append(role)
        return first, last, tuple(roles)

    def _most(self, number: int, role: str) -> int:
        """How many words of a role entity ``number``'s name can have."""
        if role in ("initial", "particle"):
            return 3
        return max(sum(part.role == role for part in form.side.parts) for form in self.gazetteer.forms_at(number))

    def _after(self, at: int) -> str:
        end = self.words.words[at].token.end
        return self.words.text[end : end + 1]

    def _role(self, number: int, at: int, gap: str, after: bool = False) -> str | None:
        """The role of word ``at`` in entity ``number``'s name, or None."""
        word = self.words.words[at]
        roles = {
            self.index.forms[form].side.parts[answer.part].role
            for form, answers in self.answers(at).items()
            if self.index.forms[form].entity == number
            for answer in answers
        }
        if "particle" in roles:
            return "particle"
        if not word.capital:
            return None
        if gap == "-":
            return "family" if "family" in roles else None
        for role in ("given", "patronymic"):
            if role in roles:
                return role
        dotted = self._after(at) == "."
        if word.is_initial and dotted:
            return "initial" if self._initial_fits(number, word) or not after else None
        return "family" if "family" in roles else None

    def _initial_fits(self, number: int, word: Word) -> bool:
        names = tuple(
            part.text
            for form in self.gazetteer.forms_at(number)
            for part in form.side.parts
            if part.role in ("given", "patronymic")
        )
        return initial_agrees(word.surface, names)

    def _person_option(self, number: int, first: int, last: int, roles: tuple[str, ...]) -> Option | None:
        parts = []
        cases = []
        for place, role in zip(range(first, last + 1), roles, strict=True):
            word = self.words.words[place]
            stands = self._stands_for(number, place, role) or (Stand(word.surface),)
            parts.append(Part(word.surface, role, tuple(stand.form for stand in stands)))
            cases.append({(stand.case, stand.lang) for stand in stands})
        side = Side(" ".join(part.text for part in parts), tuple(parts))
        best: tuple[float, tuple[Evidence, ...], Form] | None = None
        for form in self.gazetteer.forms_at(number):
            evidence = compare(side, form.side, "person")
            score = score_of(evidence)
            if best is None or score > best[0]:
                best = (score, evidence, form)
        if best is None:
            return None
        case, lang = _shared_case(cases)
        return Option(number, best[2], best[1], best[0], case, lang)

    def _stands_for(self, number: int, at: int, role: str) -> tuple[Stand, ...]:
        """The forms of word ``at`` that agree with a part of this role in entity ``number``'s name."""
        found = [
            answer
            for form, answers in self.answers(at).items()
            if self.index.forms[form].entity == number
            for answer in answers
            if self.index.forms[form].side.parts[answer.part].role == role
        ]
        exact = [answer for answer in found if answer.relation == "same"]
        stands = dict.fromkeys(answer.stand for answer in exact or found)
        return tuple(sorted(stands, key=lambda stand: stand.case is not None))

    def _misspelt(self, at: int) -> Iterator[tuple[int, tuple[int, int, tuple[str, ...], Option]]]:
        """Full names whose family name at ``at`` has a slip: the given name beside it agrees with an entity whose
        family name is near."""
        word = self.words.words[at]
        if len(word.surface) < _TYPO_LENGTH or not word.capital:
            return
        for beside in (at - 1, at + 1):
            if not 0 <= beside < len(self.words.words) or not self.words.joined(max(at, beside)):
                continue
            for number in self._named(beside):
                if any(self.index.forms[form].entity == number for form in self.answers(at)):
                    continue
                families = {
                    (part.text, part.lang) for form in self.gazetteer.forms_at(number) for part in form.side.parts if part.role == "family"
                }
                if not any(relate(word.surface, family, "", lang).kind == "typo" for family, lang in families):
                    continue
                first, last = min(at, beside), max(at, beside)
                roles = ("given", "family") if beside < at else ("family", "given")
                option = self._person_option(number, first, last, roles)
                if option is not None and option.score >= THRESHOLD:
                    yield number, (first, last, roles, option)

    def _named(self, at: int) -> set[int]:
        """The entities with a given name that word ``at`` agrees with."""
        return {
            self.index.forms[form].entity
            for form, answers in self.answers(at).items()
            for answer in answers
            if self.index.forms[form].side.parts[answer.part].role == "given"
        }

    def is_strangers(self, at: int, explained: Set[int]) -> bool:
        """Whether the words beside a bare surname make it somebody else's: another given name, a strange initial, or in
        mid-sentence a capitalised word that is no title. ``explained`` words belong to other names."""
        words = self.words
        before, after = at - 1, at + 1
        if at > 0 and before not in explained:
            if words.after_initial(at) or (words.hyphened(at) and words.words[before].capital and not self._explains_itself(before)):
                return True
            if words.joined(at) and words.words[before].capital and not words.is_ordinary(before):
                if is_given(words.words[before].surface, words.lang):
                    return True
                if not (words.words[before].starts_sentence or self._explains_itself(before) or self._loud(at)):
                    return True
        if after < len(words.words) and after not in explained and words.joined(after) and words.words[after].capital:
            return not words.is_ordinary(after) and is_given(words.words[after].surface, words.lang)
        return False

    def _loud(self, at: int) -> bool:
        """Whether capitals tell nothing here: German nouns, headlines."""
        return self.words.lang == "de" or self.words.is_title_case(at)

    def _explains_itself(self, at: int) -> bool:
        """Whether a word is a name of its own: a place, an organisation, or another person's family name."""
        for number, answers in self.answers(at).items():
            form = self.index.forms[number]
            for answer in answers:
                if form.side.parts[answer.part].role in ("word", "family") and answer.relation in ("same", "spelling"):
                    return True
        return False

    def slip_option(self, number: int, surface: str, form: Form, relation: Relation) -> Option:
        """The option of a misspelt bare surname; its likeness is its score."""
        family = next(part.text for part in form.side.parts if part.role == "family")
        evidence = (Evidence("family name", surface, family, 2.4, relation.rule), _NAMED_HERE)
        return Option(number, form, evidence, score_of(evidence), None, bare=True)

    def bare_span(self, at: int, option: Option) -> Span:
        """The span of one word as a bare surname."""
        return self._span(at, at, ("family",), (option,))

    # ------------------------------------------------------------------ both

    def _span(self, first: int, last: int, roles: tuple[str, ...], options: tuple[Option, ...]) -> Span:
        words, text = self.words.words, self.words.text
        start, end = words[first].token.start, words[last].token.end
        if "]" in text[start:end] and text[start - 1 : start] == "[":
            start -= 1
        if roles[-1] == "initial" and text[end : end + 1] == ".":
            end += 1
        longer = text[start : end + 1]
        if any(form.text == longer for option in options for form in self.gazetteer.forms_at(option.entity)):
            end += 1  # a name with its own full stop or exclamation mark
        return Span(start, end, first, last, roles, options)


def _nearest(answers: list[Answer]) -> list[Answer]:
    """The answers, nearest first; where the letters of a base agree, a mere likeness in sound is no answer."""
    exact = {answer.part for answer in answers if answer.relation == "same"}
    kept = [answer for answer in answers if answer.relation == "same" or answer.part not in exact]
    return sorted(kept, key=lambda answer: _RELATIONS.index(answer.relation))


def _shared_case(cases: list[set[tuple[str | None, str]]]) -> tuple[str | None, str]:
    """The case (and its language) that all words of a name agree in; none where they can stand in the base form."""
    shared = set.intersection(*cases)
    if any(case is None for case, _ in shared):
        return None, ""
    inflected = [some for some in cases if all(case is not None for case, _ in some)] or cases
    found = sorted(one for one in shared or inflected[0] if one[0] is not None)
    return found[0] if found else (None, "")


@lru_cache(4096)
def _gap_before(text: str, part: int) -> str:
    found = tokens(text)
    return text[found[part - 1].end : found[part].start] if 0 < part < len(found) else ""


@cache
def _latin_ids() -> frozenset[str]:
    return frozenset(one.id for one in orthographies().values() if one.extra.get("script") == "Latn")


def _is_latin_reading(ids: tuple[str, ...]) -> bool:
    return bool(ids) and ids[0] in _latin_ids()


def _is_small_word(word: str, lang: str) -> bool:
    profile = languages().get(lang) or languages()["en"]
    return word in profile.words
