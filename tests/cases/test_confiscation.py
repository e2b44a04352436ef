"""The assessment of a request for confiscation: what the report says, and that it says all of it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.confiscation.histories import assets, bought, eur, lawful, paid, proceeds, tool_of_none
from tests.effort import effort
from uncc.cases import CaseKind, ConfiscationCase, Report, Section, assess
from uncc.confiscation import (
    AssetHistory,
    ConfiscationPosition,
    ConfiscationRequest,
    ConfiscationRequestKind,
    Disposal,
    Execution,
    Holding,
    OriginBurden,
    ProvisionalMeasure,
    RecoveryLaw,
    duties_of_recovery,
    liable_to_confiscation,
)
from uncc.cooperation import Ground, NegativeReply, Offence, ReplyKind
from uncc.doors.serial import from_data, from_json, load_case, to_json
from uncc.kernel.errors import DocumentError, InvalidValue
from uncc.kernel.parties import State, StateParty
from uncc.pages import as_text
from uncc.testing import collections_of, readings

EXAMPLE = Path(__file__).parents[2] / "examples" / "ransom_house.json"
DOCUMENT: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
BARE = ConfiscationCase(
    as_of=date(2028, 3, 12),
    requesting=StateParty(state=State("Astoria")),
    requested=StateParty(state=State("Borduria")),
    request=ConfiscationRequest(kind=ConfiscationRequestKind.PROVISIONAL),
)


def example() -> ConfiscationCase:
    case = load_case(EXAMPLE)
    assert isinstance(case, ConfiscationCase)
    return case


def cases() -> st.SearchStrategy[ConfiscationCase]:
    """Draw cases, whatever is known of them."""
    requests = collections_of(
        ConfiscationRequest,
        kind=st.sampled_from(ConfiscationRequestKind),
        offence=st.none() | collections_of(Offence, title=st.just("fraud")),
    )
    return st.builds(
        ConfiscationCase,
        as_of=st.just(BARE.as_of),
        requesting=st.just(BARE.requesting),
        requested=st.just(BARE.requested),
        request=requests,
        asset=st.none() | assets(),
        position=collections_of(ConfiscationPosition, treaty_grounds=st.none() | st.just((Ground.LEGAL_SYSTEM,))),
        execution=collections_of(Execution),
        law=collections_of(RecoveryLaw),
        measure=st.none() | collections_of(ProvisionalMeasure),
        disposal=st.none() | collections_of(Disposal),
        readings=readings(),
    )


def test_the_example() -> None:
    """The answers of the example are those that the Convention gives."""
    report = assess(example())
    truths = {answer.id: answer.finding.truth.value for answer in report.answers}
    assert truths == {
        "in-force": "yes",
        "conditions": "yes",
        "treaty-basis": "yes",
        "conformity": "unknown",
        "dual-criminality": "yes",
        "liable": "yes",
        "freezing": "yes",
        "reasons": "yes",
        "consultation-essential-interests": "yes",
        "consultation-trifling-property": "no",
        "postponement": "unknown",
        "consultation-postponement": "yes",
        "lifting": "unknown",
        "hearing": "yes",
        "recovery-law": "unknown",
        "return": "unknown",
    }
    assert report.liability is not None
    assert (report.liability.at_least, report.liability.at_most) == (eur(210000), eur(260000))
    owed = [duty.id for duty in report.duties if duty.trigger.is_yes]
    assert owed == [
        "submit-for-order",
        "take-convention-as-basis",
        "confiscation-laws",
        "consider-agreements-on-confiscation",
        "hear-before-lifting",
        *(duty.id for duty in duties_of_recovery(RecoveryLaw())),
    ]


def test_the_example_is_a_case_that_comes_back() -> None:
    """The case and its report are the same after they were written and read."""
    case = example()
    assert from_json(to_json(case), ConfiscationCase) == case
    assert from_json(to_json(assess(case)), Report) == assess(case)


def test_the_report_is_all_there_in_text() -> None:
    """The text has every question, every amount, and where to answer what is open."""
    text = " ".join(as_text(assess(example())).split())
    for words in (
        "CONFISCATION AND FREEZING OF PROPERTY",
        "Act the requested State must act on the request",
        "Liable liable to confiscation, EUR 210000 at least, EUR 260000 at most",
        "How much of it is?",
        "In the case file: asset.rights[0].bona_fide",
        "bank secrecy: not open [Art. 31(7), Art. 40(24), Art. 50(3)]",
        "What becomes of the property?",
    ):
        assert words in text


def test_what_is_not_in_question_is_not_reported() -> None:
    """Without property, measure or disposal the report has no answers on them."""
    report = assess(BARE)
    assert report.case is CaseKind.CONFISCATION
    assert report.liability is None
    assert not report.in_section(Section.PROPERTY)
    assert not report.in_section(Section.DISPOSAL)
    assert {"lifting", "hearing"}.isdisjoint(answer.id for answer in report.answers)
    text = as_text(report)
    assert "no property is in question" in text
    assert "What of the property is liable?" not in text
    assert "lets it be refused [Art. 50(3), Art. 40(21)(a)]" in " ".join(text.split())


@pytest.mark.parametrize(
    ("derived", "words"),
    [
        (True, "liable to confiscation, EUR 5"),
        (False, "not liable to confiscation"),
        (None, "not determined whether liable to confiscation, EUR 0 at least, EUR 5 at most"),
    ],
)
def test_the_amount_in_brief(derived: bool | None, words: str) -> None:
    """The brief says what is liable, and what may be."""
    holding = Holding(
        name="x", value=eur(5), derived_from_offence=derived, convention_offence=None if derived is False else True
    )
    case = attrs.evolve(BARE, asset=tool_of_none("x", AssetHistory((holding,))))
    text = " ".join(as_text(assess(case)).split())
    assert f" Liable {words}{': it turns on' if derived is None else ' Open'} " in text


def test_what_is_to_be_assessed_has_its_place_in_the_file() -> None:
    """Art. 31(5): the part of a mix whose proceeds are not assessed is asked for in its place; one that is, is told."""
    holdings = [
        proceeds("loot", 60),
        lawful("wages", 40),
        bought("account", 100, paid("loot", 60), paid("wages", 40)),
        bought("watch", 30, paid("account", 30)),
    ]
    case = attrs.evolve(BARE, asset=tool_of_none("watch", AssetHistory(tuple(holdings))))
    place = "asset.history.holdings[3].bought_with[0].proceeds"
    asked = {question.path for question in assess(case).open_questions if question.question.name == "Payment.proceeds"}
    assert asked == {place}
    known = bought("watch", 30, paid("account", 30, 10))
    told = assess(attrs.evolve(case, asset=tool_of_none("watch", AssetHistory((*holdings[:3], known)))))
    assert {fact.path: fact.value for fact in told.supplied}[place] == "EUR 10"
    assert place in told.consulted


@pytest.mark.parametrize(("shown", "answer"), [(False, "yes"), (None, "unknown"), (True, "no")])
def test_what_had_to_be_shown(shown: bool | None, answer: str) -> None:
    """Art. 31(8): where domestic law asks for lawful origin, the report says whether it was shown, and no more."""
    burden = OriginBurden(
        required_by_law=True, borne_by_offender=True, consistent_with_principles=True, consistent_with_proceedings=True
    )
    villa = attrs.evolve(lawful("villa", 9), alleged=True, lawful_origin_shown=shown)
    history = AssetHistory((lawful("other", 9), villa, bought("boat", 9, paid("villa", 9))))
    report = assess(attrs.evolve(BARE, asset=tool_of_none("boat", history, burden=burden)))
    assert report.answer("lawful-origin").finding.truth.value == answer
    assert report.answer("liable").finding.is_no


def test_a_case_that_cannot_be_meant() -> None:
    """Another kind, one State twice, and an asset that is not in its history are refused with their places."""
    with pytest.raises(InvalidValue, match=r"^case: "):
        attrs.evolve(BARE, case=CaseKind.PRESERVATION)
    with pytest.raises(DocumentError, match=r"^requested.state.name: 'Astoria' is not a State other than"):
        from_data({**DOCUMENT, "requested": DOCUMENT["requesting"]}, ConfiscationCase)
    with pytest.raises(DocumentError, match=r"^asset.name: 'yacht' is not the name of a holding; there are: ransom,"):
        from_data({**DOCUMENT, "asset": {**DOCUMENT["asset"], "name": "yacht"}}, ConfiscationCase)


@pytest.mark.long
@effort(40)
@given(cases())
def test_every_case_has_its_report(case: ConfiscationCase) -> None:
    """Whatever is known, there is a report that comes back as it was, and its text."""
    report = assess(case)
    assert from_json(to_json(case), ConfiscationCase) == case
    assert from_json(to_json(report), Report) == report
    assert as_text(report)
    assert {answer.ground for answer in report.grounds} == set(Ground)
    assert set(report.consulted) | set(report.not_needed) == {fact.path for fact in report.supplied}
    if case.asset is not None:
        assert report.liability == liable_to_confiscation(case.asset).under(case.readings)


@pytest.mark.long
@effort(40)
@given(cases())
def test_an_open_question_has_a_place_in_the_file(case: ConfiscationCase) -> None:
    """Every open fact of the case says where its answer is to be written."""
    for question in assess(case).open_questions:
        if "." in question.question.name:
            assert question.path.endswith(question.question.name.rpartition(".")[2]) or question.path == "", question
            assert question.path or question.question.name.startswith(("Offence.", "Holding.", "ThirdPartyRight."))


@pytest.mark.parametrize(
    ("kind", "duty"),
    [
        (ReplyKind.REFUSAL, "consult-before-refusing-confiscation"),
        (ReplyKind.POSTPONEMENT, "consult-before-postponing-confiscation"),
    ],
)
def test_a_reply_has_its_answer_and_its_duties(kind: ReplyKind, duty: str) -> None:
    """A refusal and a postponement are held to the rules that govern them, and bring the duty to consult first."""
    reply = NegativeReply(kind=kind, grounds=() if kind is ReplyKind.POSTPONEMENT else (Ground.ESSENTIAL_INTERESTS,))
    report = assess(attrs.evolve(BARE, reply=reply, measure=ProvisionalMeasure()))
    assert report.answer("reply").section is Section.REPLY
    assert report.answer("lifting").finding.is_unknown
    assert duty in {one.id for one in report.duties}


def test_a_refusal_without_a_ground_brings_no_duty_about_it() -> None:
    """Where the ground is not stated, nobody can say what is owed before it."""
    report = assess(attrs.evolve(BARE, reply=NegativeReply()))
    assert "consult-before-refusing-confiscation" not in {one.id for one in report.duties}
