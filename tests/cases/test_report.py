"""What an assessment returns: how a report is asked for its answers."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import pytest

import uncc
from uncc import kernel
from uncc.cases import PreservationCase, Report, Section, assess
from uncc.doors.serial import load_case, to_json
from uncc.kernel.roles import Role

EXAMPLE = Path(__file__).parents[2] / "examples" / "hospital_ransomware.json"
EXAMPLES = EXAMPLE.parent


@pytest.fixture
def report() -> Report:
    """Return the report of the example."""
    return assess(load_case(EXAMPLE, PreservationCase))


def test_an_answer_is_found_by_its_id(report: Report) -> None:
    """Every answer is found under its id, and there is no other."""
    assert [report.answer(answer.id) for answer in report.answers] == list(report.answers)
    with pytest.raises(KeyError) as ended:
        report.answer("conformty")
    told = str(ended.value)
    assert told.startswith(
        "answers of the report: 'conformty' is not there; perhaps conformity is meant; there are: in-"
    )


def test_the_sections_share_out_the_answers(report: Report) -> None:
    """Each answer belongs to one section, and the report gives them in the order of the sections."""
    assert [answer for section in Section for answer in report.in_section(section)] == list(report.answers)
    told = {section for section in Section if report.in_section(section)}
    assert told == {
        *(Section.APPLICATION, Section.CONFORMITY, Section.DUAL_CRIMINALITY, Section.REFUSAL, Section.TIME),
        *(Section.DOMESTIC_LAW, Section.CONFIDENTIALITY, Section.DISCLOSURE),
    }
    assert [answer.id for answer in report.in_section(Section.CONFORMITY)] == ["conformity"]


def test_a_section_without_answers_is_empty(report: Report) -> None:
    """A section that the case does not raise has no answers."""
    without = attrs.evolve(report, answers=report.in_section(Section.TIME))
    assert without.in_section(Section.REFUSAL) == ()


def test_a_report_says_its_form_and_who_computed_it(report: Report) -> None:
    """The version of the form and of the library stand first, for whoever reads the JSON later."""
    document = json.loads(to_json(report))
    assert list(document)[:3] == ["format", "library", "case"]
    assert (document["format"], document["library"]) == ("uncc.report/1", uncc.__version__)


def test_a_report_keeps_the_version_it_was_made_with(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    """The version is taken when a report is made and read back as it stands."""
    monkeypatch.setattr(kernel, "__version__", "9.9")
    assert assess(load_case(EXAMPLE, PreservationCase)).library == "9.9"
    assert report.library != "9.9"


def test_a_report_cannot_be_changed(report: Report) -> None:
    """A report is frozen, and equal reports are interchangeable."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        report.expires_on = None  # type: ignore[misc]
    again = assess(load_case(EXAMPLE, PreservationCase))
    assert again == report
    assert hash(again) == hash(report)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_every_open_question_of_an_example_has_its_place(path: Path) -> None:
    """Whatever a report asks of somebody can be answered in the file, or is a reading."""
    if path.stem.startswith("review"):
        return
    report = assess(load_case(path))
    if isinstance(report, Report):
        without = [one.question for one in report.open_questions if not one.path]
        assert [question for question in without if question.asked_of is not Role.INTERPRETER] == []
