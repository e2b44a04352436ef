r"""The fingerprints of the Convention's words: by them a text is checked, and no sentence of it stands here.

A piece of the text is what a provision says before its parts, or what follows them. Of each piece the table keeps how
many letters and digits it has, and a hash of them; lines, blanks, hyphens and other marks do not count, nor does case.

>>> print(len(pieces()), pieces()[0].provision, letters("Co-oper-\nation, 2 (b)"))
498 Art. 1 cooperation2b
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from hashlib import blake2s
from itertools import groupby
from pkgutil import get_data
from types import MappingProxyType
from typing import NamedTuple, cast

from uncc.kernel.provisions import Provision

__all__ = ["Piece", "fingerprint", "letters", "pieces", "pieces_of", "table_of"]

_BYTES = 6


class Piece(NamedTuple):
    """A piece of the text: of which provision, whether it closes it after its parts, its letters and their mark."""

    provision: Provision
    closes: bool
    length: int
    mark: str

    def fits(self, found: str) -> bool:
        """Whether these letters are those of the piece."""
        return len(found) == self.length and fingerprint(found) == self.mark


def letters(text: str) -> str:
    """Return the letters and digits of a text, in small letters."""
    return "".join(map(_letter, text))


@lru_cache(4096)
def _letter(character: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", character).casefold()))


def fingerprint(found: str) -> str:
    """Return the hash of letters."""
    return blake2s(found.encode(), digest_size=_BYTES).hexdigest()


def table_of(words: Iterable[tuple[Provision, bool, str]]) -> str:
    """Return the table of pieces, each with its provision, whether it closes it, and its words."""
    rows = ((one, "closes" if closes else "", letters(said)) for one, closes, said in words)
    return "".join(f"{one}\t{kind}\t{len(found)}\t{fingerprint(found)}\n" for one, kind, found in rows)


@cache
def pieces() -> tuple[Piece, ...]:
    """Return all pieces of the text, in its order."""
    lines = cast("bytes", get_data("uncc.doors", "data/fingerprints.tsv")).decode().splitlines()
    rows = (line.split("\t") for line in lines)
    return tuple(Piece(Provision.parse(one), bool(closes), int(length), kept) for one, closes, length, kept in rows)


@cache
def pieces_of() -> Mapping[int, tuple[Piece, ...]]:
    """Return the pieces of each article."""
    return MappingProxyType(
        {article: tuple(some) for article, some in groupby(pieces(), lambda one: one.provision.article)}
    )
