"""A docket over many cases: what is late, then what is due, by day; as value, page, table and calendar."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import effort
from uncc import from_json, load_case, to_json
from uncc.cases import Docket, DomesticLaw, Entry, Phase, docket
from uncc.cases.assessment import Request
from uncc.kernel.errors import InvalidValue
from uncc.pages import as_html, as_markdown, as_text, docket_csv

EXAMPLES = Path(__file__).parents[2] / "examples"
LAST, LATER = date(2028, 5, 9), date(2028, 6, 20)


def cases() -> dict[str, Request]:
    """Return the case of every example that is a request, by the name of its file."""
    loaded = {path.name: load_case(path) for path in sorted(EXAMPLES.glob("*.json")) if "review" not in path.name}
    return {name: case for name, case in loaded.items() if not isinstance(case, DomesticLaw)}


def told(found: Docket) -> list[tuple[str, str, Phase]]:
    """Return the rows in short."""
    return [(row.case, row.standing.duty, row.standing.status) for row in found.rows]


@pytest.mark.long
def test_what_is_due_and_what_is_late() -> None:
    """Within the days asked the floor and the right to an extension are due; after them they are over."""
    name = "hospital_ransomware.json"
    assert not any(case == name for case, _, _ in told(docket(cases(), on=date(2028, 3, 13))))
    due = [row for row in told(docket(cases(), on=date(2028, 5, 1))) if row[0] == name]
    assert due == [(name, "ask-for-extension", Phase.OPEN), (name, "keep-floor", Phase.CONTINUING)]
    late = [row for row in told(docket(cases(), on=LATER)) if row[0] == name]
    assert (name, "keep-floor", Phase.LAPSED) in late
    assert (name, "ask-for-extension", Phase.GONE_UNLESS_USED) in late


def test_the_record_counts() -> None:
    """A complete record without the act tells that the right is gone, and that the data were kept."""
    name = "hospital_ransomware.json"
    case = evolve(cases()[name], record=(Entry(complete_until=LATER),))
    (row,) = docket({name: case}, on=date(2028, 5, 20)).rows
    assert (row.standing.duty, row.standing.status, row.day) == ("ask-for-extension", Phase.GONE, LAST)
    assert (row.bearer, row.reference) == ("Noravia", "NPS-CYB-2028-0147/PR-02")


@effort(5)
@given(st.dates(date(2028, 1, 1), date(2030, 1, 1)), st.integers(0, 400))
def test_rows_stand_by_day_and_every_case_once(on: date, within: int) -> None:
    """Days rise, what has none stands last, and a case is among the rows or among those without any."""
    every = cases()
    found = docket(every, on=on, within=within)
    days = [row.day for row in found.rows]
    known = [day for day in days if day is not None]
    assert known == sorted(known) == days[: len(known)]
    assert {row.case for row in found.rows} | set(found.without) == set(every)
    assert not {row.case for row in found.rows} & set(found.without)
    assert found.cases == len(every)


def test_a_contradiction_names_its_case() -> None:
    """Where the record and the case say different days, the error names the case."""
    name = "hospital_ransomware.json"
    case = evolve(cases()[name], record=(Entry(did="preserve", on=date(2028, 4, 1)),))
    with pytest.raises(InvalidValue) as error:
        docket({name: case}, on=LATER)
    assert error.value.field == f"{name}: record"


@pytest.mark.parametrize("within", [-1, 40_000])
def test_days_ahead_are_bounded(within: int) -> None:
    """A number of days that cannot be meant is refused."""
    with pytest.raises(InvalidValue) as error:
        docket({}, on=LAST, within=within)
    assert error.value.field == "within"


def test_a_docket_comes_back() -> None:
    """It is written as JSON and read again; every form tells each row."""
    found = docket(cases(), on=LATER)
    assert from_json(to_json(found), Docket) == found
    for form in (as_text, as_markdown, as_html):
        page = form(found)
        assert "NPS-CYB-2028-0147/PR-02" in page
        assert "Late, not fulfilled or over" in page
    assert "Nothing is." in as_text(docket({}, on=LATER))
    soon = docket({"one.json": cases()["hospital_ransomware.json"]}, on=LAST, within=1)
    assert "2 duties within 1 day" in as_text(soon)


def test_the_table_holds_every_row() -> None:
    """A cell that a program could take for a formula is told as text."""
    found = docket(cases(), on=LATER)
    strange = evolve(found.rows[0], case="=1+1", standing=evolve(found.rows[0].standing, last=None))
    rows = list(csv.DictReader(StringIO(docket_csv(evolve(found, rows=(strange, *found.rows))))))
    assert len(rows) == len(found.rows) + 1
    assert rows[0]["case"] == "'=1+1"
    assert rows[0]["day"] == ""
    assert {row["duty"] for row in rows[1:]} == {row.standing.duty for row in found.rows}


def test_each_case_has_its_rows() -> None:
    """A docket of copies under other names has the rows of each."""
    one = cases()["hospital_ransomware.json"]
    many = {f"{number}.json": one for number in range(20)}
    assert len(docket(many, on=LATER).rows) == 20 * len(docket({"0.json": one}, on=LATER).rows)
