"""The assessment of a request for extradition: agreement with the rules, and the book-keeping."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given

from tests.cooperation.extradition import ACCESS, CLEAR, FOR_NATIONALITY, REQUEST, TREATY
from tests.effort import effort
from uncc.cases import CaseKind, Enclosures, ExtraditionCase, Report, Section, assess
from uncc.cases.contents import places
from uncc.cases.extradition import assess_extradition
from uncc.cases.ledger import not_to_be_told, place_in
from uncc.cooperation import (
    ExtraditionCustody,
    ExtraditionPosition,
    ExtraditionRequest,
    Ground,
    NonExtradition,
    PersonInProceedings,
    SoughtOffence,
    extradition_article_applies,
    extradition_grounds,
    has_extradition_basis,
    is_extraditable,
    must_extradite,
    must_submit_case,
)
from uncc.doors.serial import load_case
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding
from uncc.kernel.parties import State, StateParty
from uncc.testing import extradition_cases

EXAMPLE = Path(__file__).parents[2] / "examples" / "extradite_or_prosecute.json"
DAY = date(2028, 10, 2)
every_case = effort(60)


def small(**others: Any) -> ExtraditionCase:
    """Return a case of which nothing is known but what is given."""
    astoria, borduria = (StateParty(state=State(name)) for name in ("Astoria", "Borduria"))
    known: dict[str, Any] = {
        "requesting": astoria,
        "requested": borduria,
        "as_of": DAY,
        "request": ExtraditionRequest(),
        **others,
    }
    return ExtraditionCase(**known)


def findings(report: Report) -> list[Finding]:
    """Return every finding of a report."""
    return [
        *(answer.finding for answer in report.answers),
        *(answer.finding for answer in report.grounds),
        *(duty.trigger for duty in report.duties),
    ]


# The example


def test_the_example() -> None:
    """Art. 37: may be granted; not owed, since a national is spared; submission turns on the other ground alone."""
    report = assess(load_case(EXAMPLE, ExtraditionCase))
    told = {answer.id: answer.finding.truth.name for answer in report.answers}
    assert told == {
        "in-force": "YES",
        "extraditable": "YES",
        "obliged": "NO",
        "offence-0": "YES",
        "extraditable-0": "YES",
        "offence-1": "NO",
        "extraditable-1": "NO",
        "related-1": "YES",
        "basis": "YES",
        "in-treaty-0": "NO",
        "recognised-0": "NO",
        "in-treaty-1": "NO",
        "recognised-1": "NO",
        "submission-0": "UNKNOWN",
        "submission-1": "NO",
        "discharged": "NO",
        "jurisdiction": "YES",
        "by-own-decision": "YES",
        "enforcement": "NO",
        "custody": "YES",
        "fair-treatment": "UNKNOWN",
    }
    assert [question.path for question in report.open_questions] == ["refusal.other_ground", "person.treated_fairly"]
    assert report.not_needed == ("position.considered_fiscal", "custody.through_interpol")
    assert [item.id for item in report.practice if not item.there] == ["legal_texts"]


def test_the_head_says_which_request() -> None:
    """The head names the request, the authority, and every offence."""
    header = assess(load_case(EXAMPLE, ExtraditionCase)).header
    assert header.reference == "NPS-EXT-2028-0031"
    assert header.authority == "Ministry of Justice of Noravia, Central Authority"
    assert header.offence == ("Interference with the systems of four hospitals; Unlicensed use of the radio spectrum")
    assert (header.made_on, header.received_on) == (date(2028, 8, 14), date(2028, 8, 17))
    bare = assess(small()).header
    assert (bare.reference, bare.authority, bare.offence) == (None, None, None)


# Agreement with the rules


@every_case
@given(extradition_cases())
def test_the_answers_are_those_of_the_rules(case: ExtraditionCase) -> None:
    """Each answer is what the rule itself gives for the facts of the case."""
    report, request, under = assess(case), case.request, case.readings
    assert report.answer("extraditable").finding == is_extraditable(
        request, relation=case.relation, position=case.position
    ).under(under)
    assert report.answer("obliged").finding == must_extradite(
        request, relation=case.relation, position=case.position
    ).under(under)
    assert report.answer("basis").finding == has_extradition_basis(relation=case.relation).under(under)
    for number in request.numbers:
        assert report.answer(f"offence-{number}").finding == extradition_article_applies(request, number)
        listed = extradition_grounds(request, number=number, relation=case.relation, position=case.position)
        assert {(a.ground, a.finding) for a in report.grounds} >= set(listed.items())
        if case.refusal is not None:
            assert report.answer(f"submission-{number}").finding == must_submit_case(
                request, case.refusal, number=number, position=case.position
            ).under(under)


def test_a_ground_stands_once_where_the_offence_makes_no_difference() -> None:
    """Of two offences, a ground stands twice where the answers differ in what they rest on, and else once."""
    two = attrs.evolve(REQUEST, offences=(ACCESS, attrs.evolve(ACCESS, period_too_short=True)))
    count = Counter(answer.ground for answer in assess(small(request=two)).grounds)
    assert count == {
        Ground.DUAL_CRIMINALITY: 2,
        Ground.EXTRADITION_CONDITIONS: 2,
        Ground.NATIONALITY: 1,
        Ground.DISCRIMINATION: 1,
        Ground.FISCAL_MATTERS: 1,
    }


def test_what_is_not_raised_is_left_out() -> None:
    """Without a refusal, a custody or proceedings in the case there are no answers and no duties about them."""
    request = attrs.evolve(REQUEST, sought_to_serve_sentence=False)
    report = assess(small(request=request, relation=TREATY, position=CLEAR))
    assert {answer.section for answer in report.answers} == {Section.APPLICATION, Section.OFFENCES, Section.BASIS}
    assert "sentence" not in [answer.id for answer in report.answers]
    assert not {"submit-case", "secure-person", "guarantee-fair-treatment"} & {duty.id for duty in report.duties}


def test_what_is_raised_is_there() -> None:
    """With them there are; a sentence is asked about unless none is to be served."""
    case = small(refusal=FOR_NATIONALITY, custody=ExtraditionCustody(), person=PersonInProceedings())
    report = assess(case)
    assert {"sentence", "submission-0", "custody", "fair-treatment"} <= {answer.id for answer in report.answers}
    assert [duty.id for duty in report.duties] == [
        "include-in-treaties",
        "extradition-basis",
        "seek-extradition-treaties",
        "seek-extradition-agreements",
        "take-convention-as-extradition-basis",
        "expedite-extradition",
        "submit-case",
        "treat-case-alike",
        "cooperate-in-prosecution",
        "secure-person",
        "guarantee-fair-treatment",
        "consult-before-refusing-extradition",
        "inform-of-extradition-decision",
        "give-reasons-for-refusing-extradition",
        "consider-enforcing-sentence",
    ]


def test_a_duty_says_which_of_several_offences_it_is_about() -> None:
    """Art. 37(5), (9), (11): these turn on the offence, the others on the request; one offence needs no telling."""
    report = assess(load_case(EXAMPLE, ExtraditionCase))
    turning = ("take-convention-as-extradition-basis", "expedite-extradition")
    on_refusal = ("submit-case", "treat-case-alike", "cooperate-in-prosecution")
    assert [(duty.id, duty.about) for duty in report.duties if duty.about] == [
        (name, f"request.offences[{number}]") for number in range(2) for name in (*turning, *on_refusal)
    ]
    named = {name for question in report.open_questions for name in question.bears_on}
    assert "duties.submit-case@request.offences[0]" in named
    alone = small(request=ExtraditionRequest(offences=(SoughtOffence(title="fraud"),)), refusal=FOR_NATIONALITY)
    assert not [duty for duty in assess(alone).duties if duty.about]


def test_practice_is_no_law() -> None:
    """What practice expects changes no answer, no ground, no duty and no open question."""
    full = Enclosures(identity="x", facts="x", warrant_or_judgment="x", legal_texts="x", penalty="x")
    bare, complete = assess(small()), assess(small(enclosures=full))
    assert attrs.evolve(complete, practice=()) == attrs.evolve(bare, practice=())
    assert not any(item.there for item in bare.practice)
    assert all(item.there for item in complete.practice)
    assert [item.id for item in bare.practice] == [attribute.name for attribute in attrs.fields(Enclosures)]


# The book-keeping


@every_case
@given(extradition_cases())
def test_every_finding_is_settled_or_asks(case: ExtraditionCase) -> None:
    """What is not settled has an open question, what is settled has none, and the report lists them all."""
    report = assess(case)
    listed = {question.question for question in report.open_questions}
    asked = {question for finding in findings(report) for question in finding.open_questions}
    where, untold = places(case), not_to_be_told(case)
    assert listed == {one for one in asked if place_in(where, one) not in untold}
    for finding in findings(report):
        assert bool(finding.open_questions) is finding.is_unknown


@pytest.mark.long
@every_case
@given(extradition_cases())
def test_facts_are_asked_for_or_not_needed(case: ExtraditionCase) -> None:
    """The facts that the case states are shared out between those asked for and those not needed."""
    report = assess(case)
    order = [fact.path for fact in report.supplied]
    assert sorted((*report.consulted, *report.not_needed), key=order.index) == order


@every_case
@given(extradition_cases())
def test_names_are_unique_and_questions_bear_on_them(case: ExtraditionCase) -> None:
    """No two findings share a name, and answers stand in the order of the sections."""
    report = assess(case)
    ids = [*(answer.id for answer in report.answers), *(f"duties.{duty.key}" for duty in report.duties)]
    assert len(set(ids)) == len(ids)
    assert [answer for section in Section for answer in report.in_section(section)] == list(report.answers)
    for question in report.open_questions:
        assert {name for name in question.bears_on if not name.startswith("grounds.")} <= set(ids)
        assert question.bears_on


# What cannot be meant


def test_the_two_states_are_two() -> None:
    """A State does not ask itself."""
    with pytest.raises(InvalidValue, match="a State other than the requesting one"):
        small(requested=StateParty(state=State("Astoria")))


def test_the_kind_is_what_it_is() -> None:
    """A case about extradition is of no other kind."""
    with pytest.raises(InvalidValue, match=r"CaseKind\.EXTRADITION, which is what this case is"):
        small(case=CaseKind.PRESERVATION)


def test_assess_is_the_assessment_of_its_kind() -> None:
    """The one entry gives what the assessment of the kind gives, and the example states what its file states."""
    assert assess(small()) == assess_extradition(small())
    stated = json.dumps(json.loads(EXAMPLE.read_text(encoding="utf-8")))
    supplied = assess(load_case(EXAMPLE, ExtraditionCase)).supplied
    facts = [fact for fact in supplied if isinstance(fact.value, bool)]
    assert len(facts) == stated.count(": true") + stated.count(": false")
    assert [one.path for one in supplied if one not in facts] == ["requesting.bound_from", "requested.bound_from"]


def test_a_question_says_which_offence() -> None:
    """An open question about one of two offences leads to its place in the case."""
    request = ExtraditionRequest(offences=(ACCESS, SoughtOffence(title="fraud")), person_present=True)
    paths = [question.path for question in assess(small(request=request)).open_questions]
    assert "request.offences[1].established_in_accordance" in paths
    assert not [path for path in paths if path.startswith("request.offences[0].established")]
    refused = assess(small(refusal=NonExtradition(), position=ExtraditionPosition(is_national=True)))
    assert "refusal.surrender.surrendered" in [question.path for question in refused.open_questions]
