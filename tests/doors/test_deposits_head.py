"""The head of a table of deposits, days as far as they are known, and what rows presuppose."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from uncc.doors.deposits import load_deposits, parse_deposits
from uncc.final_provisions import EVERY_ACT, FOR_EVER, Act, Clause, Status, status_table
from uncc.kernel.between import Between
from uncc.kernel.errors import DocumentError
from uncc.pages import as_text

DATA = Path(__file__).parents[2] / "examples" / "data"
HEADER = "participant,date,act,regional_organization,provision,subject\n"
JOINED = "Astoria,2027-01-10,ratification,,,\n"


def faults(text: str, clause: Clause = Clause(instruments=1)) -> list[str]:  # noqa: B008  # a frozen value
    """Return the faults for which a table is refused."""
    with pytest.raises(DocumentError) as caught:
        parse_deposits(text, clause)
    return [str(fault) for fault in caught.value.faults]


def test_a_head_in_full() -> None:
    """Each row above the names of the columns has its place in the history."""
    found = parse_deposits(
        "complete_until,2027-12-31,,\ncomplete_for,accession ratification,signature\nin_force_since,2027-09,\n"
        "adopted_on,2024-12-24\ninstruments,41,2027-08-01\nstates_parties,40,2027-12-31\n" + HEADER + JOINED
    )
    assert found.complete_until == date(2027, 12, 31)
    assert found.complete_for == (Act.SIGNATURE, Act.RATIFICATION, Act.ACCESSION)
    assert found.in_force_since == Between(date(2027, 9, 1), date(2027, 9, 30))
    assert [(one.on, one.instruments, one.states_parties) for one in found.tallies] == [
        (date(2027, 8, 1), 41, None),
        (date(2027, 12, 31), None, 40),
    ]


def test_for_ever_and_for_all() -> None:
    """A table that tells a story says that nothing else happens."""
    found = parse_deposits("complete_until,ever\ncomplete_for,all\n" + HEADER)
    assert (found.complete_until, found.complete_for) == (FOR_EVER, EVERY_ACT)


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("complete_until,2027\n", "row 1, complete_until: "),
        ("complete_until,soon\n", "row 1, complete_until: 'soon' is not a day as 2027-05-09"),
        ("complete_until\n", "row 1, complete_until: '' is not one cell beside the key"),
        ("complete_for,ratified\n", "row 1, complete_for: 'ratified' is not all, or one of: signature"),
        ("states_parties,59\n", "row 1, states_parties: '59' is not a whole number, and beside it the day"),
        ("states_parties,many,2030-01-01\n", "row 1, states_parties: 'many, 2030-01-01' is not a whole number"),
        ("complete_for,all\ncomplete_for,all\n", "row 2, complete_for: stands twice"),
    ],
)
def test_a_faulty_head(head: str, words: str) -> None:
    """Row and key, what stands there, and what would be right."""
    (fault,) = faults(head + HEADER)
    assert fault.startswith(words)


def test_a_head_that_does_not_fit_the_rows() -> None:
    """A day of entry into force before the number can be complete is a fault of the document."""
    (fault,) = faults("in_force_since,2030-01-01\n" + HEADER + JOINED)
    assert fault.startswith("in_force_since: '2030-01-01' is not in accord with the events")


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2027", Between(date(2027, 1, 1), date(2027, 12, 31))),
        ("2027-05", Between(date(2027, 5, 1), date(2027, 5, 31))),
        ("[..2027-05-03]", Between(None, date(2027, 5, 3))),
        ("", None),
    ],
)
def test_a_day_that_is_known_in_part(cell: str, day: Between[date] | None) -> None:
    """A year, a month, days between two ends, and an empty cell for a day that is not known."""
    assert parse_deposits(HEADER + f"Astoria,{cell},accession,,,\n").events[0].on == day


FOUNDED = [
    ("2027-02-01,denunciation,,,", "only a Party can denounce"),  # not in force for it yet
    ("2029-01-10,denunciation,,,", None),
    ("2027-02-01,protocol,,,First", "only a Party can become one to a protocol"),
    ("2027-01-09,amendment,,,First", "only one that has consented to the treaty can accept an amendment"),
    ("2027-01-09,reservation,,Art. 42(5),", "it comes with a signature or a consent, or later"),
    ("2027-01-10,reservation,,Art. 42(5),", None),
    ("2027-01-09,notification,,Art. 41(2),", "it comes with a signature or a consent, or later"),
    ("2028-01-10,competence,,,", "only a regional economic integration organization declares its competence"),
    ("2028-01-10,withdrawal,,Art. 42(5),", "no reservation under that provision stands here that it could withdraw"),
]


@pytest.mark.parametrize(("cells", "wrong"), FOUNDED)
def test_what_presupposes_what_is_not_there(cells: str, wrong: str | None) -> None:
    """Each is a fault with its row; what is there is taken."""
    table = HEADER + JOINED + f"Astoria,{cells}\n"
    if wrong is None:
        assert len(parse_deposits(table, Clause(instruments=1)).events) == 2
    else:
        (fault,) = faults(table)
        assert fault.startswith("row 3: ")
        assert fault.endswith(f"is not possible: {wrong}")


def test_who_has_left_cannot_denounce_again() -> None:
    """Art. 67(1): within the year a Party still is one; after it only a new consent makes it one again."""
    left = HEADER + JOINED + "Astoria,2028-01-10,denunciation,,,\nAstoria,{},denunciation,,,\n"
    assert len(parse_deposits(left.format("2029-01-09"), Clause(instruments=1)).events) == 3
    assert faults(left.format("2029-01-10")) == [
        "row 4: 'Astoria, denunciation, 2029-01-10' is not possible: only a Party can denounce"
    ]


def test_a_denunciation_of_a_successor_and_days_in_part() -> None:
    """A successor can denounce once it has notified its succession; where a day is not exact nothing is sure."""
    for rows in (
        "Astoria,2027-01-10,succession,,,\nAstoria,2027-01-11,denunciation,,,\n",
        JOINED + "Astoria,2028,denunciation,,,\nAstoria,2035-01-01,denunciation,,,\n",
    ):
        assert parse_deposits(HEADER + rows, Clause(instruments=1)).events


def test_a_withdrawal_of_what_was_reserved() -> None:
    """The paragraph that contains what was reserved can be withdrawn."""
    rows = "Astoria,2027-01-10,reservation,,Art. 23(3)(a),\nAstoria,2028-01-10,withdrawal,,Art. 23(3),\n"
    assert len(parse_deposits(HEADER + JOINED + rows).events) == 3


def test_the_shipped_list_of_signatures_says_what_its_source_says() -> None:
    """It claims to be complete for nothing: how many instruments count is not known, and who has consented neither."""
    table = status_table(load_deposits(DATA / "cybercrime_convention_signatures.csv"), date(2026, 11, 23))
    assert {one.status for one in table.participants} == {Status.UNDETERMINED}
    text = " ".join(as_text(table).split())
    assert "Not in force, and whether the number is complete is not determined" in text
    assert "how many instruments count is not known" in text
    assert "The file does not say that it is complete: what is not in it is not known." in text
    assert "40 missing" not in text


def test_later_events_are_told() -> None:
    """How many events come after the day, and are not shown."""
    rows = HEADER + JOINED + "Borduria,2028-01-10,ratification,,,\nCaldera,,ratification,,,\n"
    history = parse_deposits("complete_until,2030-01-01\ncomplete_for,all\n" + rows)
    text = " ".join(as_text(status_table(history, date(2027, 6, 1))).split())
    assert "complete until 2030-01-01, as to: all acts. 1 event after this day: not shown." in text
    assert "Caldera undetermined not known" in text
