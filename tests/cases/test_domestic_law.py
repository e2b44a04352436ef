"""The assessment of a State's law: the three statutes of the examples, and what a document of a law may not say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from uncc.cases import CaseKind, DomesticLaw, LawReport, assess
from uncc.doors.serial import from_data, load_case
from uncc.kernel.errors import DocumentError, InvalidValue
from uncc.kernel.findings import Truth
from uncc.kernel.parties import State
from uncc.offences import (
    ConventionOffence,
    DataInterference,
    DeviceAct,
    DeviceItem,
    DomesticOffence,
    Forgery,
    GapKind,
    IllegalAccess,
    ReservedAct,
)
from uncc.pages import as_text
from uncc.readings import Readings
from uncc.readings.chapter_2 import OptionsTogether, PredicateRange

EXAMPLES = Path(__file__).parents[2] / "examples"


def report_on(name: str) -> LawReport:
    """Return the report on one of the statutes."""
    return assess(load_case(EXAMPLES / f"statute_{name}.json", DomesticLaw))


def shortcomings(report: LawReport) -> list[tuple[int, GapKind, str]]:
    """Return every gap of a report: its article, its kind, and what it is."""
    return [(article.offence.article, gap.kind, gap.what) for article in report.articles for gap in article.gaps]


def test_a_conforming_statute_implements_every_article() -> None:
    """Borduria takes options, splits articles over sections, reserves access codes, and has no gap."""
    report = report_on("borduria")
    assert all(article.finding.is_yes for article in report.articles), as_text(report)
    assert report.predicates.is_yes
    assert shortcomings(report) == []
    assert report.open_questions == ()


def test_a_statute_too_narrow_in_two_ways() -> None:
    """Drovia does not reach suppression, the act of ransomware, and no fraud for somebody else's gain."""
    report = report_on("drovia")
    assert shortcomings(report) == [
        (9, GapKind.FORM_OMITTED, "electronic data are suppressed"),
        (13, GapKind.FORM_OMITTED, "a gain is sought for another person"),
    ]
    assert [str(p) for gap in report.article(9).gaps for p in gap.authority] == ["Art. 9(1)"]


def test_a_bill_that_adds_an_element() -> None:
    """Astoria demands economic loss for Art. 10, which permits no further element, and its list is too short."""
    report = report_on("astoria")
    assert shortcomings(report) == [(10, GapKind.NOT_PERMITTED, "the disruption is intended to cause economic loss")]
    assert report.predicates.is_no


def test_a_law_without_provisions() -> None:
    """A law that has no provisions on them defines none of the offences; its predicate offences are not known."""
    report = assess(DomesticLaw(state=State("Drovia"), title="Penal Code", offences=()))
    assert {gap.kind for article in report.articles for gap in article.gaps} == {GapKind.ABSENT}
    assert report.predicates.is_unknown
    assert len(report.articles) == len(ConventionOffence)


def test_what_is_not_known_of_a_law_is_an_open_question() -> None:
    """A provision of which nothing but its title is told leaves its article undetermined, with its questions."""
    law = DomesticLaw(
        state=State("Drovia"),
        title="Penal Code",
        offences=(DomesticOffence(title="Forgery", definition=Forgery(), criminal=True),),
    )
    report = assess(law)
    assert report.article(12).finding.truth is Truth.UNKNOWN
    asked = [question for question in report.open_questions if question.bears_on == ("articles.forgery",)]
    assert len(asked) == 6
    assert "not determined whether this is so: does not reach: electronic data are altered" in as_text(report)


def test_the_readings_of_the_case_decide() -> None:
    """Demanding two options of Art. 7(2) at once is contested; the case can choose a reading."""
    definition = IllegalAccess(
        whole_accessed=True,
        part_accessed=True,
        infringes_security=True,
        intends_to_obtain_data=False,
        otherwise_dishonest=False,
        system_connected=True,
    )
    law = DomesticLaw(
        state=State("Drovia"),
        title="Penal Code",
        offences=(DomesticOffence(title="Access", definition=definition, criminal=True),),
    )
    report = assess(law)
    assert report.article(7).finding.is_unknown
    assert [gap.kind for gap in report.article(7).gaps] == [GapKind.ELEMENTS_TOGETHER]
    assert {used.id for used in report.readings} == {"options-together", "predicate-range"}
    together = evolve(law, readings=Readings.of(OptionsTogether.TOGETHER, PredicateRange.WIDE_SELECTION))
    assert assess(together).article(7).finding.is_yes
    assert assess(evolve(law, readings=Readings.of(OptionsTogether.ONE_ONLY))).article(7).finding.is_no


def test_a_reservation_counts_for_its_article_only() -> None:
    """What is reserved of Art. 11 is looked at there; a reservation too wide is a gap of its own."""
    sale = ReservedAct(DeviceAct.SALE, DeviceItem.ACCESS_DATA)
    report = assess(evolve(load_case(EXAMPLES / "statute_borduria.json", DomesticLaw), reserving=(sale,)))
    assert GapKind.RESERVATION in {gap.kind for gap in report.article(11).gaps}
    assert report.article(10).finding.is_yes
    assert "not open to reservation" in as_text(report)


def test_a_report_knows_its_articles() -> None:
    """Only an article that establishes an offence can be asked for."""
    with pytest.raises(InvalidValue, match="7 to 17"):
        report_on("drovia").article(18)


FAULTS: list[tuple[dict[str, Any], str]] = [
    ({"case": "preservation"}, "case: "),
    ({"offences": [{"title": "a", "definition": {"arson": {}}}]}, "offences[0].definition: 'arson' is not one of"),
    ({"offences": [{"title": "a", "definition": {}}]}, "offences[0].definition: {} is not an object with one key"),
    ({"offences": [{"title": "a", "definition": 3}]}, "offences[0].definition: 3 is not an object with the name"),
    (
        {"offences": [{"title": "a", "definition": {"forgery": {"inpts": True}}}]},
        "offences[0].definition.forgery.inpts: is not a known key",
    ),
    (
        {
            "offences": [
                {"title": "a", "definition": {"forgery": {}}},
                {"title": "a", "definition": {"forgery": {}}},
            ]
        },
        "offences[1].title: 'a' is not a title that no other provision",
    ),
    (
        {
            "offences": [
                {
                    "title": "a",
                    "definition": {"forgery": {}},
                    "variations": [{"words": "w", "kind": "require", "option": "forgery-intent"}],
                }
            ]
        },
        "offences[0].variations[0].option: ",
    ),
    (
        {
            "offences": [
                {
                    "title": "a",
                    "definition": {"forgery": {}},
                    "variations": [{"words": "w", "kind": "extend", "option": "forgery-intent"}],
                }
            ]
        },
        "offences[0].variations[0].option: ",
    ),
    (
        {
            "offences": [
                {
                    "title": "a",
                    "definition": {"forgery": {}},
                    "variations": [{"words": "w", "kind": "reserve"}],
                }
            ]
        },
        "offences[0].variations[0].kind: ",
    ),
]


@pytest.mark.parametrize(("change", "message"), FAULTS)
def test_a_fault_in_a_law_is_told_with_its_place(change: dict[str, Any], message: str) -> None:
    """Each fault gives one message, with its path and the value that stands there."""
    document: dict[str, Any] = {"case": "domestic-law", "state": {"name": "Drovia"}, "title": "Penal Code", **change}
    with pytest.raises(DocumentError) as caught:
        from_data(document, DomesticLaw)
    assert str(caught.value).startswith(message)
    assert len(caught.value.faults) == 1


def test_a_case_of_another_kind_is_refused_where_a_kind_is_wanted() -> None:
    """A law is no request: whoever wants one is told."""
    with pytest.raises(DocumentError, match="case: 'preservation' is not domestic-law"):
        load_case(EXAMPLES / "hospital_ransomware.json", DomesticLaw)


def test_the_text_names_provisions_where_there_are_several() -> None:
    """Of several provisions of one article each gap says whose it is; every line fits."""
    half = DataInterference(damages=True, deletes=False, deteriorates=False, alters=False, suppresses=False)
    law = DomesticLaw(
        state=State("Drovia"),
        title="Penal Code",
        offences=(
            DomesticOffence(title="One", definition=half, criminal=False),
            DomesticOffence(title="Two", definition=evolve(half, deletes=True), criminal=True),
        ),
    )
    text = as_text(assess(law))
    assert "does not reach: electronic data are altered [Art. 9(1)]" in text
    assert max(map(len, text.splitlines())) <= 98
    assert CaseKind.DOMESTIC_LAW.value == "domestic-law"
