"""The Convention's provisions in a text as people have it: from a PDF or a page, wrapped or not, with heads of pages.

A text in English is held against the fingerprints while it is cut, so that its words decide where a mark is a citation,
and which lines are none of the text's own. One in another language is cut by its numbering alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from attrs import frozen

from uncc.doors.alignment import Placed, articles, placed
from uncc.doors.fingerprints import Piece, letters, pieces_of
from uncc.doors.numbering import Heading, chapters, headings, marks, plain
from uncc.doors.running_heads import without_heads
from uncc.kernel.names import INVISIBLE
from uncc.kernel.provisions import art

__all__ = ["Found", "found_in"]

LAST = 68
MOST_BETWEEN = 5
"""How many lines may stand together in the midst of a provision and be none of its own."""
_UNSEEN = re.compile(rf"(?!\n)[{INVISIBLE}]")
_BROKEN = re.compile(r"(?P<before>\w+)-(?P<blank>\s+)(?P<after>\w+)")
_WORDS = re.compile(r"\w+(?:-\w+)*")
_ENDS = re.compile(r"\n\s*\n")


class Found(NamedTuple):
    """A piece with its words as they stand in a text, and the lines within it that are none of its own."""

    piece: Piece
    words: str
    left_out: tuple[str, ...] = ()


def found_in(text: str) -> tuple[tuple[Found, ...], tuple[str, ...]]:
    """Return the pieces of the Convention that a text has, in order, and the heads of pages that were left out."""
    paged = text.replace("\N{SOFT HYPHEN}\n", "-\n").replace("\f", "\n\n")
    even = _UNSEEN.sub("", unicodedata.normalize("NFC", "\n".join(paged.splitlines())))
    body, heads = without_heads(even)
    return tuple(_Body.of(body).found()), heads


@frozen
class _Body:
    """A text without heads of pages: its plain form, its letters, how many stand before each place, its words."""

    text: str
    plain: str
    letters: str
    before: tuple[int, ...]
    words: frozenset[str]

    @classmethod
    def of(cls, text: str) -> _Body:
        """Return a text with what is asked of it again and again."""
        each = [letters(one) for one in text]
        before = tuple(accumulate(map(len, each), initial=0))
        return cls(text, plain(text), "".join(each), before, frozenset(_WORDS.findall(text.casefold())))

    def found(self) -> Iterator[Found]:
        """Yield the pieces of all articles whose heading is found."""
        headed = articles(tuple(headings(self.plain)), LAST)
        ends = [*(heading.start for heading in headed.values()), len(self.text)][1:]
        for heading, end in zip(headed.values(), ends, strict=True):
            yield from self.article(heading, min(chapters(self.plain, heading.end, end), default=end))

    def article(self, heading: Heading, end: int) -> Iterator[Found]:
        """Yield the pieces of an article that stands between its heading and a place."""
        groups = tuple(_groups(pieces_of()[heading.number]))
        steps = tuple(group[0].provision.steps[-1] for group in groups[1:])

        def right(number: int, start: int, stop: int) -> bool:
            title = self.title(heading, start) if number == 0 else ""
            return self.fit(groups[number], self.letters[self.before[start] + len(title) : self.before[stop]])

        whole = heading.end, end
        chosen = placed(steps, tuple(marks(self.plain, *whole)), whole, right)
        for one, then in pairwise((*chosen, Placed(-1, chosen[-1].mark))):
            group, start, stop = groups[one.number], one.mark.end, then.mark.start if then.number > 0 else end
            if then.number < 0 and heading.number == LAST:
                stop = next(
                    (at for at in self.lines(start, end) if right(one.number, start, at)), self.first(start, end)
                )
            if one.number == 0:
                start = self.untitled(heading, start, stop)
            yield from self.cut(group, self.text[start:stop])

    @staticmethod
    def fit(group: Sequence[Piece], found: str) -> bool:
        """Whether letters are those of pieces that follow each other."""
        if len(found) != sum(piece.length for piece in group):
            return False
        ends = tuple(accumulate((piece.length for piece in group), initial=0))
        return all(piece.fits(found[start:end]) for piece, (start, end) in zip(group, pairwise(ends), strict=True))

    def lines(self, start: int, end: int) -> Iterator[int]:
        """Yield where the lines end between two places."""
        return (found.start() for found in re.compile(r"\n|\Z").finditer(self.text, start, end))

    def first(self, start: int, end: int) -> int:
        """Return where the first paragraph ends between two places."""
        found = _ENDS.search(self.text, start, end)
        return found.start() if found else end

    def title(self, heading: Heading, start: int) -> str:
        """Return the letters of the title of an article, if they stand at a place."""
        title, at = letters(art(heading.number).article_title), self.before[start]
        return title if self.letters.startswith(title, at) else ""

    def untitled(self, heading: Heading, start: int, stop: int) -> int:
        """Return where the words begin after the title of an article: after its letters, its paragraph or its line."""
        title = self.title(heading, start)
        if title:
            return start + _place(self.text[start:stop], len(title))
        words = start + len(self.text[start:stop]) - len(self.text[start:stop].lstrip())
        after = self.first(words, stop)
        return after if self.text[after:stop].strip() else next(self.lines(words, stop))

    def cut(self, group: Sequence[Piece], text: str) -> Iterator[Found]:
        """Yield the pieces that follow each other in a text, each with its words."""
        left_out: tuple[str, ...] = ()
        if not self.fit(group, letters(text)):
            text, left_out = self.cleared(group, text)
        for piece, words in zip(group, _parts(group, text), strict=False):
            yield Found(piece, self.shown(words), left_out)
            left_out = ()

    def cleared(self, group: Sequence[Piece], text: str) -> tuple[str, tuple[str, ...]]:
        """Return a text without the lines in its midst that keep it from being right, and those lines, if any."""
        lines = text.split("\n")
        spare = len(letters(text)) - sum(piece.length for piece in group)
        sizes = [len(letters(line)) for line in lines]
        blocks = [
            (start, stop, sum(sizes[start:stop]))
            for start in range(len(lines))
            for stop in range(start + 1, min(start + MOST_BETWEEN, len(lines)) + 1)
            if 0 < sum(sizes[start:stop]) <= spare
        ]
        for chosen in _that_make(spare, blocks):
            kept = [line for number, line in enumerate(lines) if not any(a <= number < b for a, b, _ in chosen)]
            if self.fit(group, letters("\n".join(kept))):
                return "\n".join(kept), tuple(line.strip() for line in lines if line.strip() and line not in kept)
        return text, ()

    def shown(self, words: str) -> str:
        """Return words in one line, without marks of emphasis, and together what the end of a line had broken."""

        def mended(broken: re.Match[str]) -> str:
            before, blank, after = broken.groups()
            if f"{before}-{after}".casefold() in self.words:
                return f"{before}-{after}"
            if f"{before}{after}".casefold() in self.words:
                return f"{before}{after}"
            return f"{before}-{after}" if "\n" in blank else broken[0]

        return " ".join(_BROKEN.sub(mended, words).replace("*", "").split())


def _groups(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Yield what an article says before its first mark, and then what stands from each mark to the next."""
    starts = [place for place, piece in enumerate(pieces) if piece.provision.steps and not piece.closes]
    yield tuple(pieces[: starts[0] if starts else None])
    for start, stop in pairwise([*starts, len(pieces)]):
        yield tuple(pieces[start:stop])


def _that_make(total: int, blocks: Sequence[tuple[int, int, int]]) -> Iterator[tuple[tuple[int, int, int], ...]]:
    """Yield the blocks, one or two, that have together so many letters."""
    yield from ((block,) for block in blocks if block[2] == total)
    yield from ((one, two) for one in blocks for two in blocks if one[1] < two[0] and one[2] + two[2] == total)


def _parts(group: Sequence[Piece], text: str) -> list[str]:
    """Return a text in as many parts as there are pieces: by their letters where it has as many, or by paragraphs."""
    if len(letters(text)) == sum(piece.length for piece in group):
        ends = accumulate((piece.length for piece in group), initial=0)
        places = [0, *(_place(text, end) for end in list(ends)[1:-1]), len(text)]
        return [text[start:stop] for start, stop in pairwise(places)]
    paragraphs = [one for one in _ENDS.split(text) if one.strip()]
    if len(group) == 2 and len(paragraphs) > 1:
        return ["\n\n".join(paragraphs[:-1]), paragraphs[-1]]
    return [text]


def _place(text: str, count: int) -> int:
    """Return the place in a text that has so many letters before it, and the marks that stand at the last of them."""
    before = accumulate((len(letters(one)) for one in text), initial=0)
    ends = (
        place for place, (one, seen) in enumerate(zip(text, before, strict=False)) if seen >= count and one.isspace()
    )
    return next(ends, len(text))
