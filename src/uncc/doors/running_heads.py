r"""The heads and numbers of pages in a text that was one of pages: lines that come again and again by themselves.

>>> page = "A/RES/1/2\n\nwords\nof the text.\n\n{}/4\n"
>>> without_heads("".join(page.format(number) for number in (1, 2, 3, 4)))[1]
('A/RES/1/2', '1/4', '2/4', '3/4', '4/4')
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from uncc.doors.numbering import headings, marks, plain

__all__ = ["without_heads"]

OFTEN = 4
"""How often the head of a page comes at least."""
MOST_LINES = 3
"""How many lines a head has at most."""
_NUMBER = re.compile(r"(?:[-–—]\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?(?:\s*[-–—])?", re.IGNORECASE)
_NUMERALS = re.compile(r"\d+")
_LONGEST = 120
_STOPS = ".;:,。；："


def without_heads(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without the heads and numbers of its pages, and the lines that were left out, each once."""
    blocks = list(_blocks(text.split("\n")))
    keys = Counter(_key(line) for block in blocks if len(block) <= MOST_LINES for line in block)
    kept: list[str] = []
    left_out: dict[str, None] = {}
    joined = False
    for block in blocks:
        if block != [""] and len(block) <= MOST_LINES and all(_is_head(line, keys) for line in block):
            left_out.update(dict.fromkeys(line.strip() for line in block))
            joined = True
            while kept and not kept[-1]:
                kept.pop()
        elif not (joined and block == [""]):
            joined = False
            kept += block
    return "\n".join(kept), tuple(left_out)


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    """Yield the lines that stand together, and each blank line by itself as an empty one."""
    for blank, some in groupby(lines, lambda line: not line.strip()):
        together = list(some)
        yield from ([""] for _ in together) if blank else (together,)


def _key(line: str) -> str:
    return _NUMERALS.sub("#", " ".join(line.split()))


def _is_head(line: str, keys: Counter[str]) -> bool:
    """Whether a line is the number of a page, or comes again and again and is neither a sentence nor begins a part."""
    said = line.strip()
    if _NUMBER.fullmatch(said):
        return True
    often = keys[_key(line)] >= OFTEN and len(said) <= _LONGEST and said[-1] not in _STOPS
    return often and not any(headings(plain(said))) and not any(marks(plain(said)))
