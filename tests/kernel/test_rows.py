"""Several things of one kind, as a tuple, as rows and as a table."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path
from typing import Any, assert_type

import attrs
import pytest

from uncc import AssistanceRequest, Ground, explore, may_refuse
from uncc.cases import DomesticLaw, LawReport, Report, assess
from uncc.cases.ledger import stated_facts
from uncc.doors.serial import from_json, load_case, to_json
from uncc.kernel.duties import Duty
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Question
from uncc.kernel.rows import Rows
from uncc.pages import as_text, shown
from uncc.pages.page import Page, Section, Table

EXAMPLES = Path(__file__).parents[2] / "examples"


def repr_html(value: Any) -> str:
    """Return what a notebook shows."""
    return str(value._repr_html_())


@pytest.fixture(scope="module")
def report() -> Report:
    """Return the report of the example."""
    found = assess(load_case(EXAMPLES / "hospital_ransomware.json"))
    assert isinstance(found, Report)
    return found


def test_rows_are_a_tuple(report: Report) -> None:
    """They equal the tuple, have its hash, and stay rows when copied, pickled, and written as JSON and read."""
    assert_type(report.duties, Rows[Duty])
    assert report.duties == tuple(report.duties)
    assert hash(report.duties) == hash(tuple(report.duties))
    again = (copy.deepcopy(report), pickle.loads(pickle.dumps(report)), from_json(to_json(report), Report))
    for one in again:
        assert one == report
        assert [type(getattr(one, field.name)) for field in attrs.fields(Report)] == [
            type(getattr(report, field.name)) for field in attrs.fields(Report)
        ]
    assert type(attrs.evolve(report, duties=tuple(report.duties[:1])).duties) is Rows
    with pytest.raises(InvalidValue, match=r"duties: .* is not a tuple"):
        attrs.evolve(report, duties=list(report.duties))  # type: ignore[arg-type]


def test_every_part_of_a_report_gives_rows(report: Report) -> None:
    """A row has a cell for each field that can be told in one; an answer is its truth, a duty its key."""
    law = assess(load_case(EXAMPLES / "statute_drovia.json"))
    assert isinstance(law, LawReport)
    ground = report.answer("extension-owed").finding
    assert_type(ground.open_questions, Rows[Question])
    told: list[Any] = [value for one in (report, law) for value in attrs.asdict(one, recurse=False).values()]
    tables: list[Rows[Any]] = [one for one in told if isinstance(one, Rows)]
    for rows in (*tables, report.standings(), ground.open_questions):
        found = rows.to_rows()
        assert len(found) == len(rows)
        assert all(isinstance(cell, bool | int | str | None) for row in found for cell in row.values())
        assert all("(" not in str(row.get(name, "")) for row in found for name in ("duty", "bearer", "status"))
        table = shown(rows)
        assert table.count("<tr>") == (len(rows) + 1 if rows else 0)
        assert as_text(rows)
        assert repr_html(rows) == table
    (standing, *_) = report.standings().to_rows()
    assert (standing["duty"], standing["owed"], standing["last"]) == ("custodian-silence", "yes", "2028-07-08")
    (duty, *_) = report.duties.to_rows()
    assert (duty["bearer"], duty["trigger"], duty["authority"]) == ("custodian", "yes", "Art. 25(3)")
    assert "life" not in duty


def test_the_reasons_of_a_finding_as_rows(report: Report) -> None:
    """Each line of the explanation is a row: its depth, its answer or value, its words and its provisions."""
    finding = report.answer("conformity").finding
    first, *others = finding.to_rows()
    assert first == {
        "depth": 0,
        "answer": "no",
        "statement": "the request specifies what it shall",
        "provisions": "Art. 42(3)",
    }
    assert len(others) == len(str(finding).splitlines()) - 1
    assert "2028-03-13" in [row["answer"] for row in report.answer("in-force").finding.to_rows()]
    assert None in [row["answer"] for row in report.answer("extension-owed").finding.to_rows()]


@pytest.mark.parametrize("name", ["hospital_ransomware", "preserved_mailbox", "extradite_or_prosecute", "ransom_house"])
def test_a_case_shows_what_it_states(name: str) -> None:
    """The case of a request shows between whom it is, and every fact that it states, each with its place."""
    case = load_case(EXAMPLES / f"{name}.json")
    assert not isinstance(case, DomesticLaw)
    said = repr_html(case)
    assert case.requesting.state.name in said
    report = assess(case)
    assert all(fact.path in said for fact in report.supplied)
    assert said.count("<tr>") == len(report.supplied) + 1
    assert as_text(case)


def test_a_law_shows_what_it_states() -> None:
    """A law shows whose it is, what it is called, and every fact that it states, each with its place."""
    law = load_case(EXAMPLES / "statute_borduria.json")
    assert isinstance(law, DomesticLaw)
    stated = [fact.path for fact in stated_facts(law)]
    said = repr_html(law)
    assert law.title in said
    assert stated[0] == "offences"
    assert all(path in said for path in stated)
    assert said.count("<tr>") == len(stated) + 1


def test_a_table_has_what_any_of_its_rows_has() -> None:
    """A column that is empty in every row is none; in text, each cell takes the lines that it needs."""
    weights = explore(may_refuse(AssistanceRequest(), Ground.TRIFLING_MATTER)).weights
    assert "of_list" in weights.to_rows()[0]
    head, *lines = as_text(weights).strip().splitlines()
    assert head.split("  ")[0] == "name"
    assert "of list" not in head
    assert max(map(len, [head, *lines])) <= 98
    told = "".join(line[16:30].removeprefix("  ").ljust(15) for line in lines)
    assert "the two States agree to apply paragraphs 8 to 31" in " ".join(told.split())
    narrow = Page(sections=(Section("", (Table(("name", "words"), (("a locator", "of some words"),), (10, 7)),)),))
    assert as_text(narrow).splitlines()[-2:] == ["a locator   of some", "              words"]
