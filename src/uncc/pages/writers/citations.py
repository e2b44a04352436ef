"""The citations in a report that is written: each leads to its provision, in a list at the end of the report.

>>> [words for words, provision in pieces("It may be refused [Art. 42(6)], says the file.") if provision]
['Art. 42(6)']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from uncc.catalogue import row
from uncc.kernel.errors import InvalidProvision
from uncc.kernel.provisions import Provision

__all__ = ["TITLE", "anchor", "linked", "pieces", "summary"]

TITLE = "The provisions cited, in the words of the library"
_CITED = re.compile("Art\\.[ \N{NO-BREAK SPACE}][0-9]+(?:\\([0-9a-z]+\\))*")


def pieces(text: str) -> Iterator[tuple[str, Provision | None]]:
    """Yield the pieces of a text in their order, the citations with the provisions that they name."""
    done = 0
    for found in _CITED.finditer(text):
        try:
            provision = Provision.parse(found[0].replace("\N{NO-BREAK SPACE}", " "))
        except InvalidProvision:  # from a text of the case
            continue
        yield text[done : found.start()], None
        yield found[0], provision
        done = found.end()
    yield text[done:], None


def linked(text: str, link: Callable[[str, Provision], str]) -> tuple[str, list[Provision]]:
    """Return a text with each citation as `link` has it, and the provisions that are cited, in their order."""
    parts = list(pieces(text))
    written = "".join(words if provision is None else link(words, provision) for words, provision in parts)
    return written, sorted({provision for _, provision in parts if provision is not None})


def anchor(provision: Provision) -> str:
    """Return the name by which a provision is found in the list.

    >>> from uncc.kernel.provisions import art
    >>> anchor(art(42, 3, "b"))
    'art-42-3-b'
    """
    return re.sub("[^0-9a-z]+", "-", str(provision).lower()).strip("-")


def summary(provision: Provision) -> str:
    """Return what a provision says, in the words of the library."""
    found = row(provision)
    return provision.article_title if found is None else found.summary
