r"""Names of States and organizations: which spellings are one name.

>>> folded("  Noravia ") == folded("NORAVIA") == folded("Nora\u200bvia")
True
>>> folded("C\u00f4te d\u2019Azur") == folded("Co\u0302te d'Azur")
True
"""

from __future__ import annotations

import unicodedata

__all__ = ["folded"]

_APOSTROPHES, _DASHES = "\u2018\u2019\u02bc\u00b4`", "\u2010\u2011\u2012\u2013\u2014\u2212"
_ONE_SIGN = str.maketrans(dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_DASHES, "-"))
"""Of apostrophes and dashes texts use several for one."""


def folded(name: str) -> str:
    """Return a name without what makes no other name of it: case, blanks, form of characters, signs, what is unseen."""
    plain = unicodedata.normalize("NFKC", name).translate(_ONE_SIGN).casefold()
    seen = "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
    return " ".join(unicodedata.normalize("NFC", seen).split())
