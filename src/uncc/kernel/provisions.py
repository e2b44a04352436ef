"""Provisions of the Convention: parse a citation, print it, order it, and know what stands around it.

>>> provision = Provision.parse("article 40, paragraph 21 (b)")
>>> print(provision, "|", provision.article_title)
Art. 40(21)(b) | General principles and procedures relating to mutual legal assistance
>>> art(42, 6) < art(42, 7) < art(43)
True

The index of the Convention's addresses is read when the first provision is made, not on import.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pkgutil import get_data
from types import MappingProxyType
from typing import Any, cast

from attrs import field, frozen

from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidProvision, shown
from uncc.kernel.ready import Declared
from uncc.kernel.shown import Shown

__all__ = ["Provision", "addresses", "art", "chapter_numeral", "chapter_title"]

_LONGEST_CITATION = 120
_ARTICLE = re.compile(r"\s*(?:art(?:icle\b|\.|\b)\s*)?([0-9]{1,4})(?![0-9])", re.IGNORECASE)
_STEP = re.compile(
    r"\s*(?:(?:,?\s*(?:para(?:graph|\.)?|sub-?para(?:graph|\.)?|item|point)\s*)(?:\(([a-z0-9]{1,4})\)|([0-9]{1,2}))"
    r"|\(([a-z0-9]{1,4})\))",
    re.IGNORECASE,
)


@frozen
class _Article:
    number: int
    chapter: int
    title: str
    parts: Mapping[tuple[str, ...], int]
    """Each part of the article by its steps, the article itself first, with its rank in the whole text."""


@frozen
class _Index:
    chapters: tuple[str, ...]
    articles: Mapping[int, _Article]


@cache
def _index() -> _Index:
    """Read the index: a line for each chapter (number, title) and each article (number, chapter, title, parts)."""
    lines = cast("bytes", get_data("uncc.kernel", "data/provisions.tsv")).decode().splitlines()
    rows = [line.split("\t") for line in lines]
    chapters = tuple(title for kind, _, title, *_ in rows if kind == "chapter")
    articles: dict[int, _Article] = {}
    rank = 0
    for _, number, chapter, title, addresses in (row for row in rows if row[0] == "article"):
        parts: dict[tuple[str, ...], int] = {}
        for address in ("", *addresses.split()):
            parts[tuple(address[1:-1].split(")(")) if address else ()] = rank
            rank += 1
        articles[int(number)] = _Article(int(number), int(chapter), title, MappingProxyType(parts))
    return _Index(chapters, MappingProxyType(articles))


def _steps(article: int, steps: tuple[str, ...]) -> str:
    return f"Art. {article}" + "".join(f"({step})" for step in steps)


def _why_not(number: int, steps: tuple[str, ...]) -> str:
    """Say where the text ends when an address goes past it."""
    citation = _steps(number, steps)
    articles = _index().articles
    if number not in articles:
        return f"there is no such provision as {citation}: the Convention has Arts. 1 to {max(articles)}"
    parts = articles[number].parts
    known = steps
    while known not in parts:
        known = known[:-1]
    children = [part for part in parts if part[:-1] == known and part]
    parent = _steps(number, known)
    if not children:
        return f"there is no such provision as {citation}: {parent} has no parts"
    end = _steps(number, children[-1])
    return f"there is no such provision as {citation}: the parts of {parent} end at {end}"


@frozen(order=True, repr=False, field_transformer=typed)
class Provision(Shown, Declared):
    """One provision of the Convention: an article, or a part of one.

    `steps` are the numbers and letters that lead from the article to the part, as strings.
    Provisions sort in the order of the text. An address that does not exist is `InvalidProvision`.

    >>> Provision(40, ("21", "b"))
    art(40, 21, 'b')
    >>> Provision.parse("9(11)")  # no such provision
    Traceback (most recent call last):
        ...
    uncc.kernel.errors.InvalidProvision: there is no such provision as Art. 9(11): the parts of Art. 9 end at Art. 9(2)
    """

    article: int = field(eq=False, order=False)
    steps: tuple[str, ...] = field(default=(), eq=False, order=False)
    rank: int = field(init=False)
    """The place of the provision in the whole text, from 0."""

    def __attrs_post_init__(self) -> None:
        article = _index().articles.get(self.article)
        rank = None if article is None else article.parts.get(self.steps)
        if rank is None:
            raise InvalidProvision(_why_not(self.article, self.steps))
        object.__setattr__(self, "rank", rank)

    def __hash__(self) -> int:
        return self.rank

    @classmethod
    def parse(cls, citation: str) -> Provision:
        """Read one citation, in the forms that lawyers and the Convention itself use.

        >>> [str(Provision.parse(c)) for c in ("42(6)", "art. 42, para. 6", "Art. 17(1)(a)(i)")]
        ['Art. 42(6)', 'Art. 42(6)', 'Art. 17(1)(a)(i)']
        """
        head = _ARTICLE.match(citation) if len(citation) <= _LONGEST_CITATION else None
        if head is None:
            raise _not_a_citation(citation)
        steps: list[str] = []
        rest = citation.rstrip()
        position = head.end()
        while position < len(rest):
            step = _STEP.match(rest, position)
            if step is None:
                raise _not_a_citation(citation)
            steps.append(str(step[1] or step[2] or step[3]).lower())
            position = step.end()
        return art(int(head[1]), *steps)

    def __str__(self) -> str:
        return _steps(self.article, self.steps)

    def __repr__(self) -> str:
        steps = "".join(f", {step if step.isdigit() else repr(step)}" for step in self.steps)
        return f"art({self.article}{steps})"

    @property
    def chapter(self) -> int:
        """The number of the chapter, from 1 to 9."""
        return self._article.chapter

    @property
    def chapter_title(self) -> str:
        """The title of the chapter."""
        return chapter_title(self.chapter)

    @property
    def article_title(self) -> str:
        """The title of the article."""
        return self._article.title

    @property
    def parent(self) -> Provision | None:
        """What this provision is a part of; `None` for an article.

        >>> print(art(40, 21, "b").parent)
        Art. 40(21)
        """
        return art(self.article, *self.steps[:-1]) if self.steps else None

    @property
    def children(self) -> tuple[Provision, ...]:
        """The immediate parts, in the order of the text.

        >>> print(*art(40, 31).children)
        Art. 40(31)(a) Art. 40(31)(b)
        """
        return tuple(art(self.article, *part) for part in self._article.parts if part and part[:-1] == self.steps)

    @property
    def eid(self) -> str:
        """The element id in the manner of Akoma Ntoso: `para` for a number, `point` for letters and items.

        >>> art(42, 6).eid, art(17, 1, "a", "i").eid
        ('art_42__para_6', 'art_17__para_1__point_a__point_i')
        """
        steps = "".join(f"__{'para' if step.isdigit() else 'point'}_{step}" for step in self.steps)
        return f"art_{self.article}{steps}"

    def contains(self, other: Provision) -> bool:
        """Whether `other` is this provision or a part of it.

        >>> art(42).contains(art(42, 3, "g")), art(42, 3).contains(art(42, 4))
        (True, False)
        """
        return self.article == other.article and other.steps[: len(self.steps)] == self.steps

    @property
    def _article(self) -> _Article:
        return _index().articles[self.article]

    def __reduce__(self) -> tuple[Any, ...]:
        return Provision, (self.article, self.steps)


def _not_a_citation(citation: str) -> InvalidProvision:
    return InvalidProvision(f"{shown(citation)} is not a single citation such as 'Art. 42(6)' or 'Art. 40(21)(b)'")


@lru_cache(maxsize=None, typed=True)  # 42.0 is no number of an article, though Python finds it equal to one
def art(article: int, *steps: int | str) -> Provision:
    """Return the provision at an address, as code writes it.

    >>> print(art(42, 6), art(40, 21, "b"))
    Art. 42(6) Art. 40(21)(b)
    """
    return Provision(article, tuple(str(step) if type(step) is int else step for step in steps))  # type: ignore[misc]


_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def chapter_numeral(number: int) -> str:
    """Return the number of a chapter (1 to 9) as the Convention writes it.

    >>> chapter_numeral(5)
    'V'
    """
    if not 1 <= number <= len(_NUMERALS):
        raise InvalidProvision(f"there is no such chapter as {number}")
    return _NUMERALS[number - 1]


def chapter_title(number: int) -> str:
    """Return the title of a chapter (1 to 9).

    >>> chapter_title(5)
    'International cooperation'
    """
    if not 1 <= number <= len(_index().chapters):
        raise InvalidProvision(f"there is no such chapter as {number}")
    return _index().chapters[number - 1]


@cache
def addresses() -> tuple[Provision, ...]:
    """Return all 486 addresses in the order of the text: every part, and each article that has none.

    >>> len(addresses()), str(addresses()[0]), str(addresses()[-1])
    (486, 'Art. 1(a)', 'Art. 68(2)')
    """
    return tuple(
        art(article.number, *part)
        for article in _index().articles.values()
        for part in article.parts
        if part or len(article.parts) == 1
    )


checked(__name__)
