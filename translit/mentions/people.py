"""People's names in a text: a family name, and the given names, patronymics and initials around it."""

from __future__ import annotations

from collections.abc import Iterator

from ..gazetteer import Entity, Form
from ..names import given_groups, surname_endings
from ..scoring import THRESHOLD, Evidence, Part, Relation, Side, compare, initial_agrees, relate, score_of
from ..tables.cues import cues_of
from ..text import has_cyrillic
from .spans import Answer, Option, Reader, Span
from .words import Stand, Word

_NAMED_HERE = Evidence("document", "", "", 3.0, "the text names this person in full")
_SLAVIC = frozenset(("be", "ru", "uk", "bg", "sr", "mk"))
_BARE_LENGTH = 3
_TYPO_LENGTH = 6


class People:
    """Finds people's names."""

    def __init__(self, reader: Reader):
        self.reader, self.words, self.index, self.gazetteer = reader, reader.words, reader.index, reader.gazetteer

    def find(self, at: int) -> Iterator[Span]:
        """Spans around word ``at`` when it can be a person's family name."""
        by_entity: dict[int, list[tuple[Form, Answer]]] = {}
        for number, answers in self.reader.answers(at).items():
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
            yield self.reader.span(first, last, roles, tuple(sorted(options.values(), key=lambda one: -one.score)))
        if bare:
            yield self.reader.span(at, at, ("family",), tuple(sorted(bare.values(), key=lambda one: -one.score)))

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
            if len(own) <= _BARE_LENGTH and sum(part.role == "family" for part in form.side.parts) > 1:
                continue
            if answer.relation != "same" and self._is_a_start(word.surface):
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

    def _is_a_start(self, surface: str) -> bool:
        """Whether a word is one that sentences begin with, or a month: März is no spelling of Merz."""
        return cues_of(self.words.lang).starts.has(surface.lower())

    def _rank(self, option: Option) -> tuple:
        return (not option.weak, self.reader.is_at_home(option.form), option.score, option.case is None)

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
            return self.reader.is_at_home(form) or (len(own) > 6 and said.form.casefold() == own.casefold())
        if has_cyrillic(said.form) or entity.native.split("-")[0] not in _SLAVIC:
            return False
        claimed = entity.fact("bare")
        if self.words.is_ordinary(at) or given_groups(said.form):
            return False
        relation = relate(said.form, own, "", form.lang)
        if not claimed and not self.reader.allowed & set(relation.left):
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
            if role == "initial" and ("." not in self._after(last + 1) or self._leads_on(last + 1)):
                break
            last += 1
            roles.append(role)
        return first, last, tuple(roles)

    def _leads_on(self, at: int) -> bool:
        """Whether the initials from word ``at`` on stand before another surname, and so are its own."""
        while at < len(self.words.words) and self.words.words[at].is_initial and self._after(at) == ".":
            at += 1
        return at < len(self.words.words) and self.words.after_initial(at) and self.words.words[at].capital

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
            for form, answers in self.reader.answers(at).items()
            if self.index.forms[form].entity == number
            for answer in answers
        }
        if "particle" in roles:
            return "particle"
        if not word.capital:
            return None
        if gap == "-":
            return next((role for role in ("family", "given") if role in roles), None)
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
            for form, answers in self.reader.answers(at).items()
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
            for number in self.reader.bearers(beside, "given"):
                if any(self.index.forms[form].entity == number for form in self.reader.answers(at)):
                    continue
                families = {
                    (part.text, part.lang) for form in self.gazetteer.forms_at(number) for part in form.side.parts if part.role == "family"
                }
                if not any(self._is_slip_of(word.surface, family, lang) for family, lang in families):
                    continue
                first, last = min(at, beside), max(at, beside)
                roles = ("given", "family") if beside < at else ("family", "given")
                option = self._person_option(number, first, last, roles)
                if option is not None and option.score >= THRESHOLD:
                    yield number, (first, last, roles, option)

    def _is_slip_of(self, surface: str, family: str, lang: str) -> bool:
        """Whether a surname is misspelt, and not another one on the same stem (Паўлючонак, Паўлічэнка)."""
        cyrillic = has_cyrillic(surface)
        if cyrillic and not has_cyrillic(family) or relate(surface, family, "", lang).kind != "typo":
            return False
        here = {self.words.lang}  # what a language hangs on every name (Macronas) tells of none
        said, own = ({found.id for found in surname_endings(word) if set(found.langs) != here} for word in (surface, family))
        return not (said or own) or not said.isdisjoint(own)

    def slip_option(self, number: int, surface: str, form: Form, relation: Relation) -> Option:
        """The option of a misspelt bare surname; its likeness is its score."""
        family = next(part.text for part in form.side.parts if part.role == "family")
        evidence = (Evidence("family name", surface, family, 2.4, relation.rule), _NAMED_HERE)
        return Option(number, form, evidence, score_of(evidence), None, bare=True)

    def alone(self, option: Option) -> Option:
        """The option of a full name for the surname in it alone."""
        evidence = (*(one for one in option.evidence if one.kind == "family name"), _NAMED_HERE)
        return Option(option.entity, option.form, evidence, score_of(evidence), option.case, option.lang, bare=True)

    def bare_span(self, at: int, option: Option) -> Span:
        """The span of one word as a bare surname."""
        return self.reader.span(at, at, ("family",), (option,))


def _shared_case(cases: list[set[tuple[str | None, str]]]) -> tuple[str | None, str]:
    """The case (and its language) that all words of a name agree in; none where they can stand in the base form."""
    shared = set.intersection(*cases)
    if any(case is None for case, _ in shared):
        return None, ""
    inflected = [some for some in cases if all(case is not None for case, _ in some)] or cases
    found = sorted(one for one in shared or inflected[0] if one[0] is not None)
    return found[0] if found else (None, "")
