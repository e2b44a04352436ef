r"""Where a text has its chapters, articles, paragraphs and parts: where a provision may begin, in six languages.

What the text says is not looked at, but for what stands right before and after a mark: a citation such as `paragraph 1
(a) of this article` has the form of a mark too. The lower its cost, the more likely it is that a mark begins a
provision.

>>> some = marks("1. The rule:\n(a) One thing, as in paragraph 1\n(b) of it;\n(b) Another.")
>>> [(mark.step, mark.cost) for mark in some]
[('1', 0), ('i', 1), ('a', 0), ('b', 6), ('b', 0)]
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from types import MappingProxyType
from typing import NamedTuple

__all__ = ["Heading", "Mark", "chapters", "headings", "marks", "plain"]

_CHINESE = "一二三四五六七八九十"
_DIGITS = "0-9٠-٩"
_LETTERS = "أبجدهوزحطيكلمنسع"
"""The letters by which Arabic counts, from the first."""
_ALIKE = MappingProxyType(str.maketrans("асеоіӏ", "aceoil"))
"""Letters of Russian that look like those that UN documents count by."""
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")

_LEAD = r"^[-*•·>#_ \t]*+"
"""What may stand before the first words of a line: blanks, and the bullets, hashes and stars of Markdown."""
_NUMBER = rf"(?:[{_DIGITS}]{{1,3}}|[{_CHINESE}百]{{1,5}}|premier|1er)"
_HEADING = re.compile(
    rf"{_LEAD}(?:(?:A(?:rticle|RTICLE|rt\.|rt[íi]culo|RT[ÍI]CULO)|С(?:татья|ТАТЬЯ)|المادة)\s+(?P<number>{_NUMBER})"
    rf"|第\s*(?P<chinese>{_NUMBER})\s*条(?=\s|[.:*—]|$))"
    rf"(?![{_DIGITS}])(?!\*{{0,2}}\s*[,;(])(?![ \t]+(?:[a-zа-яё]|من\b))[ \t.:*_—–-]*",
    re.MULTILINE,
)
_CHAPTER = re.compile(
    rf"{_LEAD}(?:C(?:hapter|HAPTER|hapitre|HAPITRE|ap[íi]tulo|AP[ÍI]TULO)\s+[IVX0-9]|Г(?:лава|ЛАВА)\s+[IVX0-9]"
    rf"|第[{_CHINESE}]{{1,2}}章|الفصل\s)",
    re.MULTILINE,
)
_LABEL = re.compile(
    rf"(?P<number>[{_DIGITS}]{{1,2}})[ \t]?[.)\-–](?![{_DIGITS}.])"
    r"|\(?(?P<letter>[a-zасеоі]|[ivx]{2,5})\)"
    rf"|\(?(?P<arabic>[{_LETTERS}])ـ?\)"
    rf"|['‘’`](?P<item>[{_DIGITS}]{{1,2}})['‘’`]"
    rf"|(?P<paragraph>[{_CHINESE}]{{1,3}})、"
    rf"|\((?P<chinese>[{_CHINESE}]{{1,3}})\)"
)
_AT = re.compile(rf"{_LEAD}|(?<=[.;:])[ \t]+|(?<=[;,]\sand|.[;,]\sor)[ \t]+", re.MULTILINE)
"""Where a mark may stand: at the start of a line, or after what ends a sentence or a part."""
_BLANKS = re.compile(r"[ \t]*")
_ENDED = re.compile(r"(?:[.;:,。；：，،؛—–-]|\b(?:and|or|et|ou|y|o|и|или|و|أو))[*_\s]*\Z")


class Mark(NamedTuple):
    """A place where a provision may begin: its last step, where it starts, where its words start, and its cost."""

    step: str
    start: int
    end: int
    cost: int


class Heading(NamedTuple):
    """A line that may be the heading of an article: its number, where it starts, and where its title or words do."""

    number: int
    start: int
    end: int


def plain(text: str) -> str:
    """Return a text of the same length in which each character has its plainest form.

    >>> plain("（一）各缔约国")
    '(一)各缔约国'
    """
    forms = {each: unicodedata.normalize("NFKC", each) for each in set(text)}
    return text.translate({ord(each): form for each, form in forms.items() if len(form) == 1})


def headings(text: str) -> Iterator[Heading]:
    """Yield the lines that may be headings of articles, in order; without capitals only where a text has ended."""
    for found in _HEADING.finditer(text):
        number = _counted(found["number"] or found["chinese"])
        has_capitals = found[0].casefold() != found[0]
        if has_capitals or _has_ended(text, 0, found.start()):
            yield Heading(number, found.start(), found.end())


def chapters(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the lines start that may be headings of chapters, between two places."""
    return (found.start() for found in _CHAPTER.finditer(text, start, end))


def marks(text: str, start: int = 0, end: int | None = None) -> Iterator[Mark]:
    """Yield the places where a paragraph or a part may begin, between two places; one can follow at once on another."""
    end = len(text) if end is None else end
    for place in _AT.finditer(text, start, end):
        label = _LABEL.match(text, place.end(), end)
        cost = _cost(text, start, place.start()) if label else 0
        before = place.start()
        while label:
            for dearer, step in enumerate(_steps(label)):
                yield Mark(step, before, label.end(), cost + dearer + _follows(text, label))
            before = label.end()
            label = _LABEL.match(text, _BLANKS.match(text, before).end(), end)  # type: ignore[union-attr]


def _cost(text: str, first: int, start: int) -> int:
    """Return the cost of where a mark stands: least at the start of a line after what has come to its end."""
    if start > first and text[start - 1] != "\n":
        return 3
    return 0 if _has_ended(text, first, start) else 2


def _has_ended(text: str, first: int, start: int) -> bool:
    """Whether what stands before a line has come to its end."""
    before = text[max(first, start - 40) : start]
    return not before.strip() or "\n\n" in before[len(before.rstrip()) :] or _ENDED.search(before) is not None


def _follows(text: str, label: re.Match[str]) -> int:
    """Return the cost of what stands after a mark: a citation goes on, with a comma or a small letter."""
    after = text[label.end() : label.end() + 20].lstrip(" \t\n*_")[:1]
    return 4 if after in tuple(",;.)") or after.islower() else 0


def _steps(label: re.Match[str]) -> tuple[str, ...]:
    """Return the steps that a label may stand for."""
    kind, words = str(label.lastgroup), label[str(label.lastgroup)]
    if kind == "letter":
        return (words.translate(_ALIKE),)
    if kind == "arabic":
        return ("abcdefghijklmno"[_LETTERS.index(words)],)
    if kind == "chinese":
        return (chr(ord("a") + _counted(words) - 1),)
    number = _counted(words)
    item = _ROMAN[number - 1 : number] if number else ()
    return item if kind == "item" else (str(number), *item) if kind == "number" else (str(number),)


def _counted(words: str) -> int:
    """Return the number that digits, Chinese numerals or the French word for the first article stand for."""
    if words in ("premier", "1er"):
        return 1
    if words[0] in _CHINESE:
        tens, ten, units = words.rpartition("十")
        return (_digit(tens) if tens else 1) * 10 * bool(ten) + (_digit(units) if units else 0)
    return int(words)


def _digit(numeral: str) -> int:
    return _CHINESE.find(numeral) + 1
