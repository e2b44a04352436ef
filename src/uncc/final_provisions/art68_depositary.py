"""Art. 68: the languages of the Convention. Its depositary is the Secretary-General of the United Nations."""

from __future__ import annotations

from enum import Enum

from uncc.kernel.declared import checked
from uncc.kernel.findings import Finding, by_text
from uncc.kernel.provisions import art

__all__ = ["AuthenticLanguage", "one_language_prevails"]


class AuthenticLanguage(Enum):
    """The languages in which the text is authentic, by their codes of ISO 639-1."""

    ARABIC = "ar"
    CHINESE = "zh"
    ENGLISH = "en"
    FRENCH = "fr"
    RUSSIAN = "ru"
    SPANISH = "es"


def one_language_prevails() -> Finding:
    """Whether the text in one of the six languages prevails over the others: they are equally authentic, so none does.

    Source: Art. 68(2).

    >>> one_language_prevails().truth.name, len(AuthenticLanguage)
    ('NO', 6)
    """
    return by_text(False, "the text in one language prevails over the others", art(68, 2))


checked(__name__)
