"""The Convention's text, cut into its addresses, and the other provisions that each of them cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from uncc.kernel.provisions import Provision, addresses, art

TEXT = Path(__file__).resolve().parents[3] / "shared" / "convention" / "convention.md"
ENDS = "IN WITNESS"
OF_BOTH = {art(29, 1, "b", "ii"), art(30, 1, "b", "ii")}
"""What follows these items completes both points of the paragraph, and not the second alone."""

_HEADING = re.compile(r"^### Article (\d+)\b")
_LABELS = re.compile(r"^\s*(?:- )?(?:(?P<number>\d+)\. )?(?:- )?(?:\((?P<letter>[a-z]+)\) )?(?:\((?P<item>[ivx]+)\) )?")
_ARTICLES = re.compile(r"\barticles? (\d+(?:(?:, | and | or | to |, and )(?:articles? )?\d+)*)(?!\d)")
_PARAGRAPHS = re.compile(
    r"\bparagraphs? (\d+(?:(?: \([a-z]+\)(?: \([ivx]+\))?)?(?:(?:, | and | or | to )\d+)*)*)[^.;]{0,60}?of this article"
)
_SPAN = re.compile(r"(\d+) to (\d+)")


def texts() -> dict[Provision, str]:
    """Return the text of each address without that of its parts, and what stands before the first of them."""
    found: dict[Provision, list[str]] = {}
    for provision, line in _lines():
        found.setdefault(provision, []).append(_LABELS.sub("", line, count=1))
    return {provision: " ".join(lines) for provision, lines in found.items()}


def pieces() -> Iterator[tuple[Provision, bool, str]]:
    """Yield what each provision says before its parts, and apart from it what follows its parts and closes it."""
    said = {provision for provision, _ in _lines()}
    silent = [provision for provision in addresses() if provision not in said]
    for provision, some in groupby(_lines(), key=lambda pair: pair[0]):
        while silent and silent[0] < provision:  # its parts follow at once on its mark
            yield silent.pop(0), False, ""
        first, *rest = (line for _, line in some)
        ends = provision.steps[-1:] and not provision.steps[-1].isdigit()
        yield provision, False, " ".join([_LABELS.sub("", first, count=1), *(() if ends else rest)])
        if ends and rest:
            closed = art(provision.article, *provision.steps[: 1 if provision in OF_BOTH else -1])
            yield closed, True, " ".join(rest)


def _lines() -> Iterator[tuple[Provision, str]]:
    """Yield each line of an article with the provision in which it stands; what ends the Convention is in none."""
    for number, lines in _articles():
        rest = [provision for provision in addresses() if provision.article == number]
        current = art(number)
        for line in lines:
            if line.startswith(ENDS):
                break
            labels = _LABELS.match(line)
            assert labels is not None
            for label in filter(None, labels.groups()):
                place = next((i for i, one in enumerate(rest[:2]) if one.steps[-1] == label), None)
                if place is not None:
                    current = rest[place]
                    del rest[: place + 1]
            yield current, line
        assert rest in ([], [art(number)]), rest


def _articles() -> Iterator[tuple[int, list[str]]]:
    number = 0
    numbered: list[tuple[int, str]] = []
    for line in TEXT.read_text(encoding="utf-8").splitlines():
        heading = _HEADING.match(line)
        if heading:
            number = int(heading[1])
        elif line.startswith("#"):
            number = 0
        elif number and line.strip():
            numbered.append((number, line))
    for article, lines in groupby(numbered, key=lambda pair: pair[0]):
        yield article, [line for _, line in lines]


def cited_articles(provision: Provision, text: str) -> set[int]:
    """Return the numbers of the other articles that a text cites."""
    found = {number for cited in _ARTICLES.findall(text) for number in _numbers(cited)}
    return found - {provision.article}


def cited_paragraphs(provision: Provision, text: str) -> set[Provision]:
    """Return the other paragraphs of its own article that a text cites as such."""
    numbers = {number for cited in _PARAGRAPHS.findall(text) for number in _numbers(re.sub(r"\([a-z]+\)", "", cited))}
    return {art(provision.article, number) for number in numbers}


def _numbers(cited: str) -> set[int]:
    spans = {number for first, last in _SPAN.findall(cited) for number in range(int(first), int(last) + 1)}
    return spans | {int(number) for number in re.findall(r"\d+", cited)}
