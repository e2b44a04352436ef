"""The catalogue: provisions as data, each with its modality, its bearer, and what in this library computes it.

The rows of an article enter together with its code; `rows()` returns those that are there, in the text's order.

>>> from uncc.kernel.provisions import art
>>> row(art(42, 8)).modality.words, row(art(42, 8)).moment.split(";")[0]
('shall', 'not less than 60 days')
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from attrs import field, frozen
from attrs.validators import optional

from uncc.doors.serial import from_data
from uncc.kernel.declared import checked, typed
from uncc.kernel.duties import Modality
from uncc.kernel.errors import InvalidValue
from uncc.kernel.immutable import tuples_only
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision, addresses, chapter_title
from uncc.kernel.roles import Role
from uncc.kernel.values import a_text

__all__ = ["Row", "missing", "row", "rows", "where"]


def _or_a_reason(found: Row, _: object, reason: str | None) -> None:
    if (reason is None) is not bool(found.computed_by):
        raise InvalidValue("reason", reason, f"given where nothing computes {found.provision}, and only there")


@frozen(kw_only=True, field_transformer=typed)
class Row(Model):
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


@frozen(field_transformer=tuples_only)
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

    >>> from uncc.kernel.provisions import art
    >>> row(art(42)) is None  # an article that has parts is no address of its own
    True
    """
    return _by_provision().get(provision)


@cache
def _by_provision() -> Mapping[Provision, Row]:
    return MappingProxyType({row.provision: row for row in rows()})


def where(
    *,
    modality: Modality | None = None,
    bearer: Role | None = None,
    chapter: int | None = None,
    article: int | None = None,
    computed: bool | None = None,
) -> tuple[Row, ...]:
    """Return the rows that meet every condition given, in the order of the text.

    `modality` is that of the main rule or of a further one; `bearer` one of those whom it addresses; `computed` whether
    something in this library computes it. `InvalidProvision` for a chapter or an article that does not exist.

    >>> [str(row.provision) for row in where(article=42, modality=Modality.MAY_RESERVE)]
    ['Art. 42(5)']
    >>> [str(row.provision) for row in where(article=42, bearer=Role.REQUESTING_STATE, modality=Modality.MAY)]
    ['Art. 42(1)', 'Art. 42(2)', 'Art. 42(9)']
    """
    if chapter is not None:
        chapter_title(chapter)
    if article is not None:
        Provision(article)
    return tuple(
        row
        for row in rows()
        if (modality is None or modality in (row.modality, *row.also))
        and (bearer is None or bearer in row.bearers)
        and (chapter is None or row.provision.chapter == chapter)
        and (article is None or row.provision.article == article)
        and (computed is None or bool(row.computed_by) is computed)
    )


def missing() -> tuple[Provision, ...]:
    """Return the addresses of the Convention that have no row yet, in the order of the text.

    >>> len(rows()) + len(missing())
    486
    """
    return tuple(provision for provision in addresses() if row(provision) is None)


checked(__name__)
