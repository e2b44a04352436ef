"""The table of participants as a notebook shows it: what stands in each place."""

from __future__ import annotations

from datetime import date

import pytest

from tests.final_provisions.builders import ASTORIA, BORDURIA, CALDERA, SMALL, START, UNION, accessions, ev
from uncc.final_provisions import Act, History, RegionalOrganization, status_table
from uncc.final_provisions.outline import status_outline
from uncc.kernel.explanation import point
from uncc.kernel.markup import Point

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
)
HEAD = ("participant", "status", "signed", "deposited", "in force", "ends")


def _lines(on: date) -> tuple[Point, tuple[Point, ...], Point]:
    """Return the heading, the point on entry into force, and that of the participants where there are any."""
    table = status_table(HISTORY, on)
    outline = status_outline(table)
    first, *participants = outline.points
    return Point(outline.words, outline.label), tuple(participants), first


def test_the_participants_in_a_table() -> None:
    """One row for each: its name, how it takes part, and its days; what has no day is a dash."""
    heading, (participants,), _ = _lines(LEFT)
    assert heading == Point("4 participants", "Status on 2028-03-20:")
    assert participants == Point(
        "",
        "Participants",
        table=(
            HEAD,
            ("Astoria", "party", "2026-05-01", "2027-01-10", "2027-09-29", "-"),
            ("Borduria", "leaving", "-", "2027-07-01", "2027-09-29", "2029-03-20"),
            ("Caldera", "party", "-", "2027-07-01", "2027-09-29", "-"),
            ("Union (organization)", "party", "-", "2027-07-01", "2027-09-29", "-"),
        ),
    )


def test_the_status_in_words() -> None:
    """What two words say is shown as two words."""
    _, (participants,), _ = _lines(date(2029, 3, 20))
    assert [row[1] for row in participants.table[1:]] == ["party", "former party", "party", "party"]


@pytest.mark.parametrize(
    ("on", "label", "words"),
    [
        (
            date(2027, 1, 10),
            "Not in force:",
            "1 instruments counted, 2 missing; the earliest day is now 2027-04-10 [Art. 65(1)]",
        ),
        (START, "Enters into force on", "2027-09-29 [Art. 65(1)]; 3 instruments counted, 0 missing"),
        (date(2027, 9, 28), "Enters into force on", "2027-09-29 [Art. 65(1)]; 3 instruments counted, 0 missing"),
        (date(2027, 9, 29), "In force since", "2027-09-29 [Art. 65(1)]; 3 instruments counted, 0 missing"),
    ],
)
def test_65_1_entry_into_force_comes_first(on: date, label: str, words: str) -> None:
    """Art. 65(1): not yet, to come, or since its day, that day included; with how many instruments, and why."""
    _, _, entry = _lines(on)
    assert (entry.label, entry.words) == (label, words)
    assert entry.points == (point(status_table(HISTORY, on).entry_into_force.because),)


def test_where_nobody_takes_part_there_is_no_table() -> None:
    """Before the first event there is only what is said of the entry into force."""
    heading, participants, entry = _lines(date(2026, 4, 30))
    assert (heading.words, participants, entry.label) == ("0 participants", (), "Not in force:")
