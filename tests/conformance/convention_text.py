"""The Convention's text, cut into its addresses, and the other provisions that each of them cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from uncc.kernel.provisions import Provision, addresses, art

TEXT = Path(__file__).resolve().parents[3] / "shared" / "convention" / "convention.md"

_HEADING = re.compile(r"^### Article (\d+)\b")
_LABELS = re.compile(r"^\s*(?:- )?(?:(?P<number>\d+)\. )?(?:- )?(?:\((?P<letter>[a-z]+)\) )?")
_ARTICLES = re.compile(r"\barticles? (\d+(?:(?:, | and | or | to |, and )(?:articles? )?\d+)*)(?!\d)")
_PARAGRAPHS = re.compile(
    r"\bparagraphs? (\d+(?:(?: \([a-z]+\)(?: \([ivx]+\))?)?(?:(?:, | and | or | to )\d+)*)*)[^.;]{0,60}?of this article"
)
_SPAN = re.compile(r"(\d+) to (\d+)")


def texts() -> dict[Provision, str]:
    """Return the text of each address without that of its parts, and what stands before the first of them."""
    found: dict[Provision, list[str]] = {}
    for number, lines in _articles():
        rest = [provision for provision in addresses() if provision.article == number]
        current = art(number)
        for line in lines:
            labels = _LABELS.match(line)
            assert labels is not None
            for label in filter(None, (labels["number"], labels["letter"])):
                place = next((i for i, one in enumerate(rest[:2]) if one.steps[-1] == label), None)
                if place is not None:
                    current = rest[place]
                    del rest[: place + 1]
            found.setdefault(current, []).append(line[labels.end() :])
        assert rest in ([], [art(number)]), rest
    return {provision: " ".join(lines) for provision, lines in found.items()}


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
