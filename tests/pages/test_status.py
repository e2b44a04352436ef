"""The table of participants as text: what it says, and that it fits a terminal."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest

from tests.final_provisions.builders import (
    ASTORIA,
    BORDURIA,
    CALDERA,
    IN_FORCE,
    SMALL,
    START,
    UNDECLARED,
    UNION,
    WHOLE,
    accessions,
    ev,
    in_force,
    plus,
)
from uncc.doors.deposits import load_deposits, parse_deposits
from uncc.final_provisions import Act, Clause, History, RegionalOrganization, status_table
from uncc.pages import as_text, page_of
from uncc.pages.page import Block, Paragraph, Table, Tree
from uncc.pages.trees import aside

DATA = Path(__file__).parents[2] / "examples" / "data"


def shown(history: History, on: date) -> list[str]:
    """Return the lines of a table."""
    return as_text(status_table(history, on)).splitlines()


def columns(line: str) -> int:
    """Return how many columns of a terminal a line takes."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in line)
    return len(line) + wide - sum(bool(unicodedata.combining(character)) for character in line)


def test_a_table_in_full() -> None:
    """Every kind of status, the marks of organizations, the end of a term."""
    found = in_force(
        ev("Drovia, United Provinces of", Act.SIGNATURE, date(2025, 10, 25)),
        ev(ASTORIA, Act.DENUNCIATION, date(2028, 7, 1)),
        ev("Caldera", Act.DENUNCIATION, date(2027, 10, 1)),
        accessions(UNION),
        accessions("Elbonia", on=date(2028, 10, 1)),
        ev("Freedonia", Act.SUCCESSION, START),
        ev("Grand Fenwick", Act.DOMESTIC_APPROVAL, START),
        organizations=(RegionalOrganization(UNION, (ASTORIA, "Borduria")),),
        **WHOLE,
    )
    assert shown(found, date(2028, 10, 2)) == [
        "STATUS ON 2028-10-02",
        "",
        "Clause: 3 instruments; day 90 after the deposit that completes them; for later",
        "ones day 30 after their own, if that is later [as stated in the call].",
        "In force since 2027-09-29: 4 instruments counted; the number was completed on",
        "2027-07-01 by Astoria or Borduria or Caldera.",
        "The file is complete for ever, as to: all acts.",
        "Participants: 1 -; 1 signatory; 1 consented; 2 Party; 1 leaving; 1 former",
        "Party; 1 undetermined.",
        "Regional economic integration organizations: 1 of them, marked *, not counted.",
        "",
        "participant        status        signed      deposited   in force    ends",
        "-----------------  ------------  ----------  ----------  ----------  ----------",
        "Astoria            leaving       -           2027-07-01  2027-09-29  2029-07-01",
        "Borduria           Party         -           2027-07-01  2027-09-29  -",
        "Caldera            former Party  -           2027-07-01  2027-09-29  2028-10-01",
        "Drovia, United     signatory     2025-10-25  -           -           -",
        "  Provinces of",
        "Elbonia            consented     -           2028-10-01  2028-10-31  -",
        "Freedonia          undetermined  -           2027-07-01  -           -",
        "Grand Fenwick      -             -           -           -           -",
        "Union *            Party         -           2027-07-01  2027-09-29  -",
        "",
        "Days are computed from the deposits in the file, by the clause stated above;",
        "what a file leaves out is not known here. Not legal advice.",
    ]


def test_what_is_missing_is_said() -> None:
    """While the number is not complete: how many are missing, and the earliest day on which it can be in force now."""
    head = "complete_until,2026-11-23\ncomplete_for,all\n"
    lines = shown(parse_deposits(head + "participant,date,act\nAstoria,2026-11-01,accession\n"), date(2026, 11, 23))
    text = " ".join(lines)
    assert "[Art. 65]" in text
    assert "Not in force: 1 instrument counted, 39 missing." in text
    assert "Earliest day on which it can now enter into force: 2027-02-21, if all that is missing" in text
    assert "none is marked in the file" in text


def test_a_day_that_is_still_to_come() -> None:
    """Between the completing deposit and entry into force the day is told as one that comes."""
    assert "Enters into force on 2027-09-29" in " ".join(shown(in_force(), plus(IN_FORCE, -1)))
    assert "In force since 2027-09-29" in " ".join(shown(in_force(), IN_FORCE))


def test_an_empty_table() -> None:
    """Without participants there is a head and no row."""
    assert "Participants: none." in shown(History(**UNDECLARED, events=()), START)


@pytest.mark.long
@pytest.mark.parametrize("name", ["untoc_deposits", "uncac_deposits", "cybercrime_convention_signatures"])
def test_real_tables_fit_a_terminal(name: str) -> None:
    """No line is longer than 79 columns, no blank ends one, and no name is lost."""
    history = load_deposits(DATA / f"{name}.csv", Clause(instruments=30))
    lines = shown(history, date(2026, 11, 23))
    assert max(map(columns, lines)) <= 79
    assert all(line == line.rstrip() for line in lines)
    together = " ".join(" ".join(line.split()) for line in lines)
    assert "Lao People's Democratic Republic" in together
    assert "United Kingdom of Great Britain and" in together or "signatures" in name


@pytest.mark.parametrize(
    "name", ["x" * 200, "国" * 60, "e\u0301" * 80, "a\x1b[31mb", "one two " * 20, "\u202etxet", "A" * 23 + " *"]
)
def test_any_name_fits_and_changes_nothing_around_it(name: str) -> None:
    """Long names are broken, wide letters counted as two, and what cannot be seen is shown as an escape."""
    left = [ev(name, Act.ACCESSION, START), ev(name, Act.SIGNATURE, START), ev(name, Act.DENUNCIATION, IN_FORCE)]
    lines = shown(in_force(left), plus(IN_FORCE, 1))
    assert all("\x1b" not in line and "\u202e" not in line for line in lines)
    rows = [line for line in lines[lines.index(next(one for one in lines if one.startswith("participant"))) :] if line]
    assert max(map(columns, rows)) <= 79


# The page, as a notebook and the other forms have it

SIGNED = date(2026, 5, 1)
LEFT = date(2028, 3, 20)
HISTORY = History(
    clause=SMALL,
    organizations=(RegionalOrganization(UNION, (ASTORIA,)),),
    events=(
        ev(ASTORIA, Act.SIGNATURE, SIGNED),
        ev(ASTORIA, Act.RATIFICATION, date(2027, 1, 10)),
        *accessions(BORDURIA, CALDERA, UNION),
        ev(BORDURIA, Act.DENUNCIATION, LEFT),
    ),
    **UNDECLARED,
)
HEAD = ("participant", "status", "signed", "deposited", "in force", "ends")


def told(on: date) -> tuple[str, list[Block]]:
    """Return the title of the page and its blocks."""
    found = page_of(status_table(HISTORY, on))
    (section,) = found.sections
    return found.title, list(section.blocks)


def test_the_participants_in_a_table() -> None:
    """One row for each: its name, how it takes part, and its days; what has no day is a dash."""
    title, blocks = told(LEFT)
    assert title == "Status on 2028-03-20"
    assert blocks[-1] == Table(
        HEAD,
        (
            ("Astoria", "Party", "2026-05-01", "2027-01-10", "2027-09-29", "-"),
            ("Borduria", "leaving", "-", "2027-07-01", "2027-09-29", "2029-03-20"),
            ("Caldera", "Party", "-", "2027-07-01", "2027-09-29", "-"),
            ("Union *", "Party", "-", "2027-07-01", "2027-09-29", "-"),
        ),
        (38, 12, 10, 10, 10, 10),
    )


def test_the_status_in_words() -> None:
    """What two words say is shown as two words."""
    *_, table = told(date(2029, 3, 20))[1]
    assert isinstance(table, Table)
    assert [row[1] for row in table.rows] == ["Party", "former Party", "Party", "Party"]


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2027, 1, 10), "Not in force: 1 instrument counted, 2 missing."),
        (START, "Enters into force on 2027-09-29: 3 instruments counted; "),
        (date(2027, 9, 28), "Enters into force on 2027-09-29: 3 instruments counted; "),
        (date(2027, 9, 29), "In force since 2027-09-29: 3 instruments counted; "),
    ],
)
def test_65_1_entry_into_force_comes_first(on: date, words: str) -> None:
    """Art. 65(1): not yet, to come, or since its day, that day included; with how many instruments, and why."""
    _, (clause, entry, *others) = told(on)
    assert isinstance(clause, Paragraph)
    assert clause.words.startswith("Clause: 3 instruments;")
    assert isinstance(entry, Paragraph)
    assert entry.words.startswith(words)
    assert Tree((aside(status_table(HISTORY, on).entry_into_force.because),)) in others


def test_where_nobody_takes_part_there_is_no_table() -> None:
    """Before the first event there is only what is said of the entry into force."""
    _, blocks = told(date(2026, 4, 30))
    assert Paragraph("Participants: none.") in blocks
    assert not [block for block in blocks if isinstance(block, Table)]
