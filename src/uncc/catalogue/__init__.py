"""The catalogue: provisions as data, each with its modality, its bearer, and what in this library computes it.

The rows of an article enter together with its code; `rows()` returns those that are there, in the text's order.

>>> from uncc.provisions import art
>>> row(art(42, 8)).modality.words, row(art(42, 8)).moment.split(";")[0]
('shall', 'not less than 60 days')
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import field, frozen
from attrs.validators import optional

from uncc.duties import Modality
from uncc.errors import InvalidValue
from uncc.provisions import Provision
from uncc.roles import Role
from uncc.serial import from_data
from uncc.values import a_text

__all__ = ["Row", "row", "rows"]


def _or_a_reason(found: Row, _: object, reason: str | None) -> None:
    if (reason is None) is not bool(found.computed_by):
        raise InvalidValue("reason", reason, f"given where nothing computes {found.provision}, and only there")


@frozen(kw_only=True)
class Row:
    """One provision of the Convention as data.

    - `summary`: what it says, in the library's own words.
    - `modality`: the strength of its main rule, in the text's own words; `also`: of further rules in it.
    - `bearers`: whom it addresses; `qualifications`: what softens or shapes it; `moment`: when, if it says.
    - `refers_to`: the provisions that it cites.
    - `computed_by`: the functions that compute it, by dotted name; or else `reason`: why nothing does.
    """

    provision: Provision
    summary: str = field(validator=a_text)
    modality: Modality
    also: tuple[Modality, ...] = ()
    bearers: tuple[Role, ...]
    qualifications: tuple[str, ...] = ()
    moment: str | None = field(default=None, validator=optional(a_text))
    refers_to: tuple[Provision, ...] = ()
    computed_by: tuple[str, ...] = ()
    reason: str | None = field(default=None, validator=[optional(a_text), _or_a_reason])


@frozen
class _Article:
    """What the file of one article holds."""

    row: tuple[Row, ...]


@cache
def rows() -> tuple[Row, ...]:
    """Return every row of the catalogue, in the order of the text.

    `DocumentError` where a file of the catalogue is faulty.

    >>> str(rows()[0].provision)
    'Art. 1(a)'
    """
    articles = files("uncc").joinpath("catalogue/articles")
    documents: list[Any] = [tomllib.loads(file.read_text(encoding="utf-8")) for file in articles.iterdir()]
    found = [row for document in documents for row in from_data(document, _Article).row]
    return tuple(sorted(found, key=lambda row: row.provision))


def row(provision: Provision) -> Row | None:
    """Return the row of a provision; `None` where the catalogue does not have it yet.

    >>> from uncc.provisions import art
    >>> row(art(58, 1)) is None
    True
    """
    return {row.provision: row for row in rows()}.get(provision)
