"""Names of people: what each word is, who it can be, its base form and its cases."""

from .endings import PatronymicMatch, SurnameMatch, is_after_father, patronymic_of, surname_ending, surname_endings
from .givens import GivenMatch, as_patronymic, given_groups, has_form, is_given
from .index import build_patronymics, pack_index, remember_index
from .inflection import Inflected, base_form, bases, inflect
from .nominatives import given_in_nominative, is_beyond_doubt, may_stand_in_case, nominatives
from .parsing import Name, gender_of, parse_name
from .parts import Part, name_parts, named_words
from .titles import is_particle, is_suffix, is_title, names_father, stands_beside, suffix_meant

__all__ = [
    "GivenMatch", "Inflected", "Name", "Part", "PatronymicMatch", "SurnameMatch", "as_patronymic", "base_form", "bases",
    "build_patronymics", "gender_of", "given_groups", "given_in_nominative", "has_form", "inflect", "is_after_father", "is_beyond_doubt", "is_given", "is_particle", "is_suffix", "is_title", "may_stand_in_case", "name_parts", "names_father", "nominatives",
    "named_words", "pack_index", "parse_name", "patronymic_of", "remember_index", "stands_beside", "suffix_meant", "surname_ending", "surname_endings",
]  # fmt: skip
