"""Words as pages have them: what cannot be seen is shown as escapes, numbers have their nouns, provisions are cited.

What comes from a case file is data: control characters and marks that turn the direction of writing are shown as
escapes, so that a document cannot change what the page around it says.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date

from uncc.kernel.between import Between
from uncc.kernel.dates import Window
from uncc.kernel.provisions import Provision

__all__ = ["cited", "count", "escaped", "no_last_day", "on_day", "visible"]

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def visible(text: str) -> str:
    r"""Return the text on one line, with what cannot be seen in it shown as escapes.

    >>> print(visible("a\x1b[31m\u202eb"))
    a\x1b[31m\u202eb
    """
    return escaped(" ".join(text.split()))


def escaped(text: str) -> str:
    r"""Return the text with what cannot be seen in it shown as escapes, and its blanks as they are.

    >>> print(escaped("a  b\n"))
    a  b\n
    """
    return "".join(
        character.encode("unicode_escape").decode() if _is_unseen(character) else character for character in text
    )


def _is_unseen(character: str) -> bool:
    """Whether a character shows nothing, or is none: two at the end of each plane, and a block of 32."""
    code = ord(character)
    return unicodedata.category(character) in _UNSEEN or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def count(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it is not one.

    >>> count(1, "gap"), count(0, "gap")
    ('1 gap', '0 gaps')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def on_day(known: date | Between[date]) -> str:
    """Return on which day something is, or between which days, as it stands in a sentence.

    >>> on_day(date(2028, 5, 1)), on_day(Between(None, date(2028, 5, 1))), on_day(Between(date(2028, 5, 1), None))
    ('on 2028-05-01', 'on or before 2028-05-01', 'on or after 2028-05-01')
    >>> on_day(Between(date(2028, 5, 1), date(2028, 5, 3)))
    'between 2028-05-01 and 2028-05-03'
    """
    if not isinstance(known, Between):
        return f"on {known}"
    if known.least is None:
        return f"on or before {known.most}"
    return f"on or after {known.least}" if known.most is None else f"between {known.least} and {known.most}"


def no_last_day(window: Window) -> str:
    """Return what is said of a window without a last day: that the Convention sets none, or that none is known."""
    is_never = window.closes is not None and window.closes.is_never
    return "the Convention sets no maximum" if is_never else "no last day is set or known"


def cited(authority: Iterable[Provision]) -> str:
    """Return provisions as they are cited together.

    >>> from uncc.kernel.provisions import art
    >>> cited((art(42, 4), art(42, 6)))
    'Art. 42(4), Art. 42(6)'
    """
    return ", ".join(str(provision) for provision in authority)
