"""A romanized name under another scheme: read back, taken across where the schemes' languages differ, written anew."""

from __future__ import annotations

from ..readings import SISTERS, cyrillize
from ..romanization import romanize
from ..tables.rules import scheme
from .across import transfer


def respell(text: str, from_scheme: str, to_scheme: str) -> str:
    """``text``, written by one scheme, as another scheme writes it.

    >>> respell("Siarhiej Łaŭroŭ", "be-lacinka", "be-bgn-pcgn-1979")
    'Syarhyey Lawrow'
    >>> respell("Volodymyr Zelenskyi", "uk-national-2010", "uk-de")
    'Wolodymyr Selenskyj'

    Between schemes of two languages (be, ru, uk) the name is taken across, given names by table.

    >>> respell("Alyaksandr Lukashenka", "be-bgn-pcgn-1979", "ru-bgn-pcgn-1947-simple")
    'Aleksandr Lukashenko'

    What the first scheme writes for nothing stays as it is. The likeliest reading is taken where several stand.
    Raises UnknownSchemeError.
    """
    source, target = scheme(from_scheme), scheme(to_scheme)
    read = cyrillize(text, source.id, n=1)
    if not read:
        return text
    native = read[0].text
    if source.lang != target.lang and source.lang in SISTERS and target.lang in SISTERS:
        across = transfer(native, source.lang, target.lang, 1)
        native = across[0].text if across else native
    return romanize(native, target.id)
