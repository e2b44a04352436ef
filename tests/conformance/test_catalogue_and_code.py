"""The catalogue against the code and the index: each says of the others just what they say of themselves."""

from __future__ import annotations

import importlib
import inspect
import re
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import pytest

import uncc.conference
import uncc.confiscation
import uncc.cooperation
import uncc.final_provisions
import uncc.general
import uncc.jurisdiction
import uncc.offences
import uncc.prevention
import uncc.procedural
import uncc.technical_assistance
from uncc.catalogue import missing, rows
from uncc.kernel.provisions import Provision, addresses

CHAPTERS = (
    uncc.general,
    uncc.offences,
    uncc.jurisdiction,
    uncc.procedural,
    uncc.cooperation,
    uncc.confiscation,
    uncc.prevention,
    uncc.technical_assistance,
    uncc.conference,
    uncc.final_provisions,
)

SOURCE = re.compile(r"^ *Source: (.*?)\.$", re.MULTILINE | re.DOTALL)


def _rules() -> dict[str, Callable[..., Any]]:
    """Return the public functions of the chapters by dotted name."""
    return {
        f"{package.__name__}.{name}": getattr(package, name)
        for package in CHAPTERS
        for name in package.__all__
        if inspect.isfunction(getattr(package, name))
    }


def _sources(rule: Callable[..., Any]) -> list[Provision]:
    found = SOURCE.search(inspect.getdoc(rule) or "")
    assert found, f"{rule.__name__} names no source"
    return [Provision.parse(citation) for citation in re.split(r",\s+", found[1])]


def test_every_address_has_a_row() -> None:
    """All 486 addresses have a row."""
    assert not missing()
    assert len(rows()) == 486


def test_every_row_is_an_address_of_the_index() -> None:
    """No row is about an article as a whole where the article has parts."""
    assert {row.provision for row in rows()} <= set(addresses())


@pytest.mark.long
@pytest.mark.parametrize("row", rows(), ids=lambda row: str(row.provision))
def test_what_a_row_names_exists_and_cites_it(row: Any) -> None:
    """Each function that a row names can be imported and gives the row's provision as its source."""
    for name in row.computed_by:
        module, _, function = name.rpartition(".")
        assert row.provision in _sources(getattr(importlib.import_module(module), function)), name


def test_every_source_is_known_to_the_row() -> None:
    """Each public rule stands in the rows of all the provisions that it gives as its source."""
    computed: dict[Provision, set[str]] = defaultdict(set)
    for name, rule in _rules().items():
        for provision in _sources(rule):
            computed[provision].add(name)
    for row in rows():
        assert set(row.computed_by) == computed[row.provision], row.provision


def test_every_row_is_in_order_and_names_functions_in_order() -> None:
    """Names stand in alphabetical order, so that a change shows where it is."""
    for row in rows():
        assert list(row.computed_by) == sorted(row.computed_by), row.provision


def test_every_public_rule_names_addresses_as_its_source() -> None:
    """Every public rule gives at least one source, and no source is an article as a whole that has parts."""
    for name, rule in _rules().items():
        assert all(provision in addresses() for provision in _sources(rule)), name
