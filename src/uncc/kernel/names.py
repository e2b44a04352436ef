r"""Names of States, organizations and texts: which spellings are one name, and how two spellings differ.

A name is compared by what is left of it after one folding, which takes away what makes no other name:

- the form of its characters (composed or not, full width, ligatures), and invisible characters: those that only join or
  steer, control characters and marks that turn the direction of writing among them;
- footnote marks: superscript figures, a figure or a letter in square brackets, asterisks, daggers and the like;
- which of several signs stands for an apostrophe or for a dash, and the blanks around them;
- other blanks at its ends, or more than one between its words;
- case, the dot of a Turkish i included.

Accents make another name. Yet two names that differ by accents only are taken for a slip wherever both stand.

>>> folded("  Noravia ") == folded("NORAVIA [1]") == folded("Nora\u200bvia\u00b9")
True
>>> how_they_differ("C\u00f4te Verde", "Cote  verde"), how_they_differ("Astoria", "Borduria")
('blanks, case and accents only', None)
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import reduce
from types import MappingProxyType

from uncc.kernel.errors import InvalidValue, shown

__all__ = ["INVISIBLE", "Roll", "another_name", "folded", "how_they_differ", "is_blank", "names_nothing", "one_name"]

INVISIBLE = (
    "\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""What shows nothing, as the inside of a class of a regular expression; the same under every version of Unicode."""
_SEEN = re.compile(rf"[^\s{INVISIBLE}]")
_UNSEEN = re.compile(rf"(?!\s)[{INVISIBLE}]+")
_MARK = r"(?:[*\u204e\u2020\u2021\u2055\u2051\xa7\xb6]|\[\s*(?:[0-9]{1,3}|[a-z])\s*\])"
_MARKS = re.compile(rf"\s*{_MARK}(?:[\s,]*{_MARK})*", re.IGNORECASE)
_APOSTROPHES = re.compile("[\u2018\u2019\u201b\u2032\u02b9\u02bb\u02bc\u055a\uff07\xb4`]")
_DASHES = re.compile("[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]")
_AROUND_SIGNS = re.compile(r" ?([-']) ?")
_TURKISH = MappingProxyType(str.maketrans({"\u0130": "i", "\u0131": "i"}))
_SIMPLE = re.compile(r"[A-Za-z0-9().,]+(?:[ '-][A-Za-z0-9().,]+)*")
"""A name of which the folding takes its capitals alone."""
_WORD = re.compile("[A-Za-z\u00c0-\u024f]{2}")
"""What no mark has: two letters side by side."""


def is_blank(text: str) -> bool:
    r"""Whether a text shows nothing: it has blanks of every script and invisible characters alone.

    >>> is_blank(" \u200b\u00ad"), is_blank("\u200bx")
    (True, False)
    """
    return _SEEN.search(text) is None


def _without_marks(name: str) -> str:
    return _MARKS.sub("", name if name.isascii() else "".join("*" if _is_raised(sign) else sign for sign in name))


def _is_raised(sign: str) -> bool:
    """Whether a sign is a superscript figure, or a sign that stands with such."""
    return unicodedata.decomposition(sign).startswith("<super>") and not sign.isalpha()


def _caseless(name: str) -> str:
    return name.translate(_TURKISH).casefold().replace("i\u0307", "i")


def _unaccented(name: str) -> str:
    """Return a name without accents, and without strokes and the like in its letters."""
    letters = (sign for sign in unicodedata.normalize("NFD", name) if unicodedata.combining(sign) < _ABOVE_AND_BELOW)
    return unicodedata.normalize("NFC", "".join(map(_base, letters)))


_ABOVE_AND_BELOW = 200
"""The combining classes from here on are those of accents; below are signs that a script cannot do without."""


def _base(letter: str) -> str:
    base, stroke, _ = ("", "", "") if letter.isascii() else unicodedata.name(letter, "").partition(" WITH ")
    if stroke and letter.isalpha():
        with suppress(KeyError):
            return unicodedata.lookup(base)
    return letter


_STEPS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("the form of characters", lambda name: unicodedata.normalize("NFC", name)),
    ("invisible characters", lambda name: _UNSEEN.sub("", name)),
    ("footnote marks", _without_marks),
    ("apostrophes", lambda name: _APOSTROPHES.sub("'", name)),
    ("dashes", lambda name: _DASHES.sub("-", name)),
    ("the form of characters", lambda name: unicodedata.normalize("NFKC", name)),
    ("blanks", lambda name: _AROUND_SIGNS.sub(r"\1", " ".join(name.split()))),
    ("case", _caseless),
)
"""The folding: what each step takes away, and how."""
_LOOSER = (*_STEPS, ("accents", _unaccented))


def _left(name: str, steps: Iterable[tuple[str, Callable[[str], str]]], without: str = "") -> str:
    """Return what steps leave of a name, all but those of one kind, once they change nothing more."""
    taken = [step for kind, step in steps if kind != without]
    before, after = "", name
    while after != before:
        before, after = after, reduce(lambda left, step: step(left), taken, after)
    return after


def folded(name: str) -> str:
    """Return what is left of a name: two spellings are one name where that is the same."""
    return name.lower() if _SIMPLE.fullmatch(name) else _left(name, _STEPS)


def _loosely(name: str) -> str:
    """Return the same without accents: of two names that then fall together one is likely to be a slip."""
    return name.lower() if _SIMPLE.fullmatch(name) else _left(name, _LOOSER)


def names_nothing(name: str) -> bool:
    """Whether the folding leaves nothing of a name: it consists of blanks, invisible characters and marks.

    >>> names_nothing("[1] *"), names_nothing("A [1]")
    (True, False)
    """
    return _WORD.search(name) is None and is_blank(folded(name))


def one_name(name: str, other: str) -> bool:
    """Whether two spellings are one name.

    >>> one_name("Guinea\u2013Bissau", "guinea - bissau"), one_name("Guinea", "Guinea-Bissau")
    (True, False)
    """
    return name == other or folded(name) == folded(other)


def how_they_differ(one: str, other: str) -> str | None:
    """Say in what two spellings differ that are or may be one name; `None` where they are equal, or two names."""
    if one == other or _loosely(one) != _loosely(other):
        return None
    steps = _STEPS if one_name(one, other) else _LOOSER
    kinds = [kind for kind in dict(steps) if _left(one, steps, kind) != _left(other, steps, kind)]
    *first, last = kinds or ["how they are spelt"]
    return f"{', '.join(first)} and {last} only" if first else f"{last} only"


def another_name(field: str, name: str, other: tuple[str, str], expected: str) -> None:
    """Refuse a name that is another one, or differs from it by accents only; `other` is its place and the name.

    The error names both places, and how the two differ.
    """
    place, first = other
    if name == first:
        raise InvalidValue(field, name, f"{expected}: {place} has this name too, and the two must differ")
    differ = how_they_differ(name, first)
    if differ is not None:
        raise InvalidValue(field, name, f"{expected}: it differs from {shown(first)} in {place} by {differ}")


class Roll:
    """Names, each as it was first spelt, and where: what is looked up in it may be spelt otherwise.

    >>> roll = Roll()
    >>> roll.enter("T\u00fcrvania", "row 2"), roll.spelt("t\u00fcrvania "), roll.spelt("Borduria")
    (None, 'Türvania', None)
    >>> roll.enter("Turvania", "row 3")
    "written 'Türvania' in row 2, from which it differs by accents only"
    """

    def __init__(self) -> None:
        self._first: dict[str, tuple[str, str]] = {}
        self._spelt: set[str] = set()

    @classmethod
    def of(cls, names: Iterable[str], place: str) -> Roll:
        """Return the roll of a list that stands at a place; of two spellings it keeps the first."""
        roll = cls()
        for number, name in enumerate(names):
            roll.enter(name, f"{place}[{number}]")
        return roll

    def __len__(self) -> int:
        return len(self._first)

    def enter(self, name: str, place: str) -> str | None:
        """Take in a name and its place; return how an earlier one is spelt that it is, or is likely to be."""
        if name in self._spelt:
            return None
        spelt, where = self._first.setdefault(_loosely(name), (name, place))
        self._spelt.add(spelt)
        differ = how_they_differ(name, spelt)
        return None if differ is None else f"written {shown(spelt)} in {where}, from which it differs by {differ}"

    def first(self, name: str) -> str | None:
        """Return the first spelling of a name, or of one that differs by accents; `None` where there is none."""
        return name if name in self._spelt else self._first.get(_loosely(name), (None, ""))[0]

    def spelt(self, name: str, field: str = "participant") -> str | None:
        """Return a name as it was first spelt; `None` where it is not here.

        `InvalidValue` where one is here from which it differs by accents.
        """
        spelt = self.first(name)
        if spelt is not None and not one_name(name, spelt):
            where, differ = self._first[_loosely(name)][1], how_they_differ(name, spelt)
            raise InvalidValue(field, name, f"written {shown(spelt)}, as in {where}: it differs by {differ}")
        return spelt

    def nearest(self, name: str) -> str:
        """Return the words for the names that may have been meant by one that is not here.

        >>> roll = Roll()
        >>> roll.enter("Borduria", "row 2")
        >>> roll.nearest("Bordura")
        "; perhaps 'Borduria' is meant"
        """
        from difflib import get_close_matches

        near = get_close_matches(_loosely(name), self._first, 3, cutoff=0.7)
        named = " or ".join(shown(self._first[one][0]) for one in near)
        return f"; perhaps {named} is meant" if named else ""
