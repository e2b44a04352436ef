"""Rows of the catalogue as text, CSV and Markdown."""

from __future__ import annotations

import csv
import io

import pytest

from uncc.catalogue import Row, row, rows, where
from uncc.kernel.provisions import Provision, addresses, art
from uncc.kernel.roles import Role
from uncc.pages import provision_text, rows_csv, rows_markdown, rows_text


@pytest.mark.long
@pytest.mark.parametrize("provision", [*addresses(), art(42), art(40), art(10)], ids=str)
def test_every_provision_is_told(provision: Provision) -> None:
    """Each address, and an article as a whole, has its text: what it is, and what the catalogue knows of it."""
    text = provision_text(provision)
    together = " ".join(text.split())
    assert text.startswith(f"{provision}, ".upper())
    assert all(len(line) <= 98 and line == line.rstrip() for line in text.splitlines())
    found = row(provision)
    if found is not None:
        assert found.summary in together
        assert f"Modality {found.modality.words}" in together
        assert all(name in text for name in found.computed_by)


def test_a_provision_with_its_neighbours() -> None:
    """What stands above it and beside it is told in brief, and what computes it with its question."""
    text = provision_text(art(42, 3, "c"))
    lines = text.splitlines()
    assert [line.split()[1].rstrip(",:") for line in lines if line.startswith("  Art. ")] == [
        "42(3)",
        "42(3)(b)",
        "42(3)(d)",
    ]
    together = " ".join(text.split())
    assert "uncc.cooperation.preservation_conformity Whether the request" in together


def test_the_first_and_the_last_of_a_level() -> None:
    """The first has nothing before it and the last nothing behind it; an article is above no address of its own."""
    assert "  Art. 42(2), may:" in provision_text(art(42, 1))
    assert "  Art. 42(8), shall:" in provision_text(art(42, 9))
    assert "Around it" not in provision_text(art(10))
    assert "  Art. 42, " not in provision_text(art(42, 1))


def test_an_article_with_its_parts() -> None:
    """An article is told by its parts, each with its modality and summary."""
    text = provision_text(art(42))
    parts = [line.split()[1].rstrip(",:") for line in text.splitlines() if line.startswith("  Art. ")]
    assert parts == [str(one)[5:] for one in addresses() if one.article == 42]


def test_what_a_row_has_is_told() -> None:
    """Qualifications, moment, references, further modalities and reasons are told where there are any."""
    assert "Qualified    all appropriate measures; in accordance" in provision_text(art(42, 4))
    assert "Modality     shall, also shall not" in provision_text(art(42, 4))
    assert "When         on receipt, expeditiously" in provision_text(art(42, 4))
    assert "Refers to    Art. 25" in provision_text(art(42, 1))
    assert "Bearers      none" in provision_text(art(1, "a"))
    assert "Not computed A purpose:" in provision_text(art(1, "a"))
    assert "When" not in provision_text(art(42, 2))


def test_without_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """A provision that the catalogue does not have is told as such."""
    monkeypatch.setattr("uncc.pages.catalogue.row", dict[Provision, Row]().get)
    assert "The catalogue has no row for it yet." in provision_text(art(42, 6))
    assert "Art. 42(7): no row yet" in provision_text(art(42, 6))
    assert "no row for it" not in provision_text(art(42))


def test_lists() -> None:
    """A list has each row once, in order, in every form."""
    found = where(bearer=Role.REQUESTED_STATE)
    text, markdown = rows_text(found), rows_markdown(found)
    table = list(csv.DictReader(io.StringIO(rows_csv(found))))
    assert [line["provision"] for line in table] == [str(one.provision) for one in found]
    assert [line.split(", ")[0] for line in text.splitlines() if line.startswith("Art. ")] == [
        str(one.provision) for one in found
    ]
    assert [line.split(" | ")[0] for line in markdown.splitlines()[2:]] == [f"| {one.provision}" for one in found]
    for one, line in zip(found, table, strict=True):
        assert line["summary"] == one.summary
        assert line["modality"] == one.modality.words
        assert line["bearers"] == "; ".join(bearer.words for bearer in one.bearers)
        assert (line["moment"], line["reason"]) == (one.moment or "", one.reason or "")
        assert line["computed_by"].split("; ") == list(one.computed_by) or not one.computed_by


def test_a_list_of_nothing() -> None:
    """No row gives a header, or a word."""
    assert rows_text(()) == "None.\n"
    assert rows_csv(()).startswith("provision,modality,also,bearers,summary")
    assert rows_markdown(()).startswith("| Provision | Modality |")
    assert "(none)" in rows_text(tuple(row for row in rows() if not row.bearers))
