"""The assessment of a request for preservation: every answer, and the book-keeping of facts and questions."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast

import attrs
import pytest
from hypothesis import given

from tests.effort import effort
from uncc.cases import CaseKind, PreservationCase, Report, assess
from uncc.cases.contents import places
from uncc.cases.frame import in_the_case
from uncc.cases.ledger import not_to_be_told, place_in
from uncc.cases.preservation import assess_preservation
from uncc.cooperation import (
    Discovery,
    Ground,
    ListedRefusal,
    Outlook,
    Position,
    PreservationMeasure,
    PreservationRequest,
    Stage,
    disclosure_grounds,
    dual_criminality_satisfied,
    duties_on_path_disclosure,
    duties_on_receipt,
    evidence_articles_apply,
    keeps_floor,
    may_request_preservation,
    may_require_dual_criminality,
    must_continue_until_decision,
    must_disclose_path,
    preservation_conformity,
    preservation_expiry,
    preservation_grounds,
    preservation_window,
    shall_execute_nevertheless,
)
from uncc.doors.serial import from_data, load_case
from uncc.kernel import again
from uncc.kernel.between import AtLeast, Between, day_text, read_day
from uncc.kernel.dates import deadline_of, window_until
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding, Node, Truth
from uncc.kernel.parties import State, StateParty, is_bound_by_convention
from uncc.kernel.provisions import art
from uncc.kernel.quantities import comes
from uncc.procedural import (
    PreservationOrder,
    PreservationRegime,
    enables_preservation,
    keeps_ceiling,
    last_day_of_order,
    stays_within_ceiling,
)
from uncc.readings import Readings
from uncc.testing import cases

EXAMPLE = Path(__file__).parents[2] / "examples" / "hospital_ransomware.json"
DAY = date(2028, 3, 12)

every_case = effort(60)


def small(**others: Any) -> PreservationCase:
    """Return a case of which nothing is known but what is given."""
    astoria, borduria = (StateParty(state=State(name)) for name in ("Astoria", "Borduria"))
    known: dict[str, Any] = {
        "requesting": astoria,
        "requested": borduria,
        "as_of": DAY,
        "request": PreservationRequest(),
        **others,
    }
    return PreservationCase(**known)


def findings(report: Report) -> Iterator[Node]:
    """Yield every finding of a report, and the days of its windows."""
    yield from (answer.finding for answer in report.answers)
    yield from (answer.finding for answer in (*report.grounds, *report.disclosure_grounds))
    yield from (duty.trigger for duty in report.duties)
    yield from (span.window.because for span in report.spans)


# What a case may be


def test_a_case_of_preservation_is_of_that_kind() -> None:
    """The kind is there for the document; another one would make it another case."""
    assert small().case is CaseKind.PRESERVATION
    other: Any = Truth.NO
    with pytest.raises(
        InvalidValue, match=r"^case: <Truth.NO: 'no'> is not CaseKind.PRESERVATION, which is what this case is$"
    ):
        small(case=other)


def test_the_name_of_a_kind_is_not_the_kind() -> None:
    """A text where the member belongs is a mistake that is told like others."""
    with pytest.raises(InvalidValue, match=r"^case: 'preservation' is not "):
        small(case="preservation")


def test_a_case_is_between_two_states() -> None:
    """A State does not ask itself, whatever else is said of it."""
    party = StateParty(state=State("Astoria"), bound_from=DAY, denounced=False)
    with pytest.raises(InvalidValue, match=r"^requested.state.name: 'Astoria' is not a State other than"):
        attrs.evolve(small(), requested=party)


def test_the_day_of_a_case_is_a_day() -> None:
    """The day of the case is needed, and is no moment."""
    with pytest.raises(InvalidValue, match=r"^as_of: "):
        small(as_of="2028-03-12")


@pytest.mark.parametrize(
    ("of_request", "of_measure", "known"),
    [(None, None, None), (DAY, None, DAY), (None, DAY, DAY), (DAY, DAY, DAY)],
)
def test_the_day_of_receipt_may_stand_in_either_place(
    of_request: date | None, of_measure: date | None, known: date | None
) -> None:
    """The day on which the request was received is taken from wherever it stands."""
    case = small(
        request=PreservationRequest(received_on=of_request), measure=PreservationMeasure(request_received_on=of_measure)
    )
    assert case.dated_measure.request_received_on == known


def test_two_days_of_receipt_must_be_the_same() -> None:
    """A request is received on one day."""
    with pytest.raises(InvalidValue, match=r"measure.request_received_on: '2028-03-13' is not request.received_on"):
        small(
            request=PreservationRequest(received_on=DAY),
            measure=PreservationMeasure(request_received_on=date(2028, 3, 13)),
        )


def test_a_case_refuses_what_its_measure_would_refuse() -> None:
    """A preservation that takes effect before the request is received cannot be meant, wherever the day stands."""
    with pytest.raises(InvalidValue, match=r"effected_on: '2028-03-11' is not on or after .*2028-03-12"):
        small(request=PreservationRequest(received_on=DAY), measure=PreservationMeasure(effected_on=date(2028, 3, 11)))


def test_what_binds_the_two_states() -> None:
    """The relation has the States, the day and the treaty of the case."""
    case = load_case(EXAMPLE, PreservationCase)
    relation = case.relation
    assert (relation.requesting, relation.requested) == (case.requesting, case.requested)
    assert (relation.on, relation.assistance_treaty) == (case.as_of, case.treaty)


# What is answered

ALWAYS = [
    *("in-force", "scope", "conditions", "conformity"),
    *("dual-criminality-preservation", "dual-criminality-disclosure", "dual-criminality"),
    *("reasons", "consultation-essential-interests", "consultation-domestic-prohibition", "execution-nevertheless"),
    "still-to-preserve",
    *("floor", "expiry", "pending-decision", "extension-in-time", "extension-owed"),
    *("power", "integrity", "ceiling", "floor-reachable", "decision-reachable", "beyond-ceiling"),
    *("confidentiality-request", "confidentiality-law"),
]
DUTIES = [
    *(
        "custodian-silence",
        "locate",
        "keep-request-confidential-in-preservation",
        "say-if-not-confidential-in-preservation",
        "preserve",
    ),
    *("no-dual-criminality", "no-other-ground-for-refusing-preservation", "inform-of-outlook"),
    *("determine-execution", "keep-floor"),
    *("continue-until-decision", "ask-for-extension"),
]
UNDATED = PreservationOrder()
DATED = PreservationOrder(ordered_on=DAY)


def test_what_is_always_answered() -> None:
    """An empty case has every answer and duty that needs no order and no discovery."""
    report = assess(small())
    assert [answer.id for answer in report.answers] == ALWAYS
    assert [duty.id for duty in report.duties] == DUTIES
    assert [span.id for span in report.spans] == ["preservation-window"]
    assert report.disclosure_grounds == ()


@pytest.mark.long
@pytest.mark.parametrize(
    ("others", "answers", "spans"),
    [
        ({"measure": PreservationMeasure(order=UNDATED)}, {"order", "confidentiality-custodian"}, {"order-window"}),
        ({"measure": PreservationMeasure(order=DATED)}, {"order", "confidentiality-custodian"}, {"order-window"}),
        ({"discovery": Discovery()}, {"disclosure"}, set[str]()),
        ({"refusal": ListedRefusal()}, {"refusal"}, set[str]()),
        ({"disclosure_refusal": ListedRefusal()}, {"disclosure-refusal"}, set[str]()),
    ],
)
def test_what_is_answered_where_there_is_reason(others: dict[str, Any], answers: set[str], spans: set[str]) -> None:
    """An order, on whatever day, and a discovery each raise questions of their own, and no others."""
    report = assess(small(**others))
    assert {answer.id for answer in report.answers} - set(ALWAYS) == answers
    assert {span.id for span in report.spans} - {"preservation-window"} == spans


def test_a_discovery_brings_its_grounds_and_its_duty() -> None:
    """The grounds against a disclosure turn on the position on disclosure, and not on that on preservation."""
    case = small(
        discovery=Discovery(provider_in_another_party=True),
        position=Position(prejudices_essential_interests=True),
        disclosure_position=Position(prejudices_essential_interests=False),
    )
    report = assess(case)
    (against,) = [a for a in report.disclosure_grounds if a.ground is Ground.ESSENTIAL_INTERESTS]
    assert against.finding.is_no
    assert [answer.ground for answer in report.disclosure_grounds] == list(Ground)
    found = duties_on_path_disclosure(Discovery(provider_in_another_party=True), position=case.disclosure_position)
    assert report.duties[-2:] == found


AGREEMENT: dict[str, Callable[[PreservationCase], Finding]] = {
    "in-force": lambda case: is_bound_by_convention(relation=case.relation),
    "conditions": lambda case: may_request_preservation(case.request),
    "conformity": lambda case: preservation_conformity(case.request),
    "dual-criminality-preservation": lambda case: may_require_dual_criminality(
        Stage.PRESERVATION, case.request, position=case.position, requested=case.requested
    ).under(case.readings),
    "dual-criminality-disclosure": lambda case: may_require_dual_criminality(
        Stage.DISCLOSURE, case.request, treaty=case.treaty
    ),
    "dual-criminality": lambda case: dual_criminality_satisfied(case.conduct),
    "execution-nevertheless": lambda case: shall_execute_nevertheless(case.outlook),
    "floor": lambda case: keeps_floor(case.measure),
    "expiry": lambda case: comes(
        "a day is set on which the preservation expires",
        (art(42, 8), art(42, 9)),
        preservation_expiry(case.dated_measure, regime=case.regime).under(case.readings),
    ),
    "pending-decision": lambda case: must_continue_until_decision(case.dated_measure).under(case.readings),
    "power": lambda case: enables_preservation(case.regime),
    "ceiling": lambda case: keeps_ceiling(case.regime),
}


@pytest.mark.long
@every_case
@given(cases())
def test_the_answers_are_those_of_the_rules(case: PreservationCase) -> None:
    """Each answer is what the rule itself gives for the facts of the case, and so are the grounds."""
    report = assess(case)
    for identifier, rule in AGREEMENT.items():
        assert report.answer(identifier).finding == rule(case), identifier
    of_case = preservation_grounds(case.request, position=case.position, requested=case.requested)
    on_readings = {ground: finding.under(case.readings) for ground, finding in of_case.items()}
    assert {answer.ground: answer.finding for answer in report.grounds} == on_readings
    assert [answer.ground for answer in report.grounds] == list(Ground)
    owed = duties_on_receipt(
        case.request,
        outlook=case.outlook,
        position=case.position,
        requested=case.requested,
        measure=case.dated_measure,
    )
    received = again.under(in_the_case(owed, case), case.readings)
    assert report.duties[1 : 1 + len(received)] == received
    if case.request.offence is not None:
        assert report.answer("scope").finding == evidence_articles_apply(case.request.offence)


@pytest.mark.long
@every_case
@given(cases())
def test_the_days_are_those_of_the_rules(case: PreservationCase) -> None:
    """The windows and the expiry are what the rules give for the measure, the law and the readings of the case."""
    report, measure, under = assess(case), case.dated_measure, case.readings
    window = preservation_window(measure, regime=case.regime).under(under)
    assert report.spans[0].window == window
    expiry = preservation_expiry(measure, regime=case.regime).under(under)
    assert report.expires_on == deadline_of(expiry)
    assert report.expires_on is None or report.expires_on.on in window
    if measure.order is not None:
        assert report.spans[1].window == window_until(last_day_of_order(measure.order, case.regime).under(under))
        assert report.answer("order").finding == stays_within_ceiling(measure.order, case.regime)
    if case.discovery is not None:
        assert report.answer("disclosure").finding == must_disclose_path(case.discovery)
        apart = {answer.ground: answer.finding for answer in report.disclosure_grounds}
        assert apart == again.under(
            disclosure_grounds(position=case.disclosure_position, transfer=case.disclosure_transfer), under
        )


def test_the_head_says_which_request() -> None:
    """The head repeats what the case says of the request, and nothing where it says nothing."""
    header = assess(load_case(EXAMPLE, PreservationCase)).header
    assert (header.requesting, header.requested) == ("Noravia", "Tesmark")
    assert (header.as_of, header.made_on, header.received_on) == (date(2028, 3, 13), date(2028, 3, 8), date(2028, 3, 9))
    assert header.reference == "NPS-CYB-2028-0147/PR-02"
    assert header.authority == "National Public Prosecutor's Office of Noravia, Cybercrime Division"
    assert header.offence == "Illegal access, interference with data and interference with systems, with extortion"
    assert (header.urgency or "").startswith("Urgent.")
    bare = attrs.asdict(assess(small()).header)
    assert bare == {
        **dict.fromkeys(("reference", "made_on", "received_on", "authority", "offence", "urgency", "follows")),
        "requesting": "Astoria",
        "requested": "Borduria",
        "as_of": DAY,
    }


def test_the_readings_of_the_case_count() -> None:
    """A reading chosen in the case changes the answers that turn on it, and the report says that it was chosen."""
    case = small(request=PreservationRequest(confidentiality="Please.", confidentiality_needed=True))
    chosen = attrs.evolve(case, readings=Readings.named({"preservation-assistance-rules": "govern"}))
    assert assess(case).answer("reasons").finding.is_unknown
    assert assess(chosen).answer("reasons").finding.is_yes
    assert assess(chosen).answer("confidentiality-request").finding.is_yes
    (used,) = [reading for reading in assess(chosen).readings if reading.id == "preservation-assistance-rules"]
    assert (used.chosen, used.adopted) == ("govern", None)


# The book-keeping


@pytest.mark.long
@every_case
@given(cases())
def test_every_finding_is_settled_or_asks(case: PreservationCase) -> None:
    """What is not settled has an open question, what is settled has none, and the report lists all that can be told."""
    report = assess(case)
    listed = {question.question for question in report.open_questions}
    asked = {question for finding in findings(report) for question in finding.open_questions}
    expiry = preservation_expiry(case.dated_measure, regime=case.regime).under(case.readings)
    where, untold = places(case), not_to_be_told(case)
    assert listed == {one for one in asked | set(expiry.open_questions) if place_in(where, one) not in untold}
    for finding in findings(report):
        assert bool(finding.open_questions) is finding.is_unknown


@pytest.mark.long
@every_case
@given(cases())
def test_facts_are_asked_for_or_not_needed(case: PreservationCase) -> None:
    """The facts that the case states are shared out between those asked for and those not needed, in their order."""
    report = assess(case)
    order = [fact.path for fact in report.supplied]
    assert sorted((*report.consulted, *report.not_needed), key=order.index) == order
    assert list(report.consulted) == sorted(report.consulted, key=order.index)
    assert list(report.not_needed) == sorted(report.not_needed, key=order.index)
    assert len(set(order)) == len(order)


def at(case: Any, path: str) -> Any:
    """Return what stands at a place of a case; nothing below what is not there."""
    value = case
    for step in path.replace("at_least", "items").replace("[", ".[").split("."):
        if value in (None, ()):
            return None
        value = value[int(step[1:-1])] if step.startswith("[") else getattr(value, step)
    return value


@pytest.mark.long
@every_case
@given(cases())
def test_places_lead_to_the_facts(case: PreservationCase) -> None:
    """A fact stated stands at its place with its value; an open question's place holds nothing yet, or a part of it."""
    report = assess(case)
    for fact in report.supplied:
        value = at(case, fact.path)
        said = False if isinstance(value, tuple) else str(cast("Any", value)) if isinstance(value, Between) else value
        assert fact.value == (day_text(value) if isinstance(value, date) else said)
    for question in report.open_questions:
        if question.path.startswith("readings."):
            assert question.path.partition(".")[2] not in case.readings.names()
        elif question.path and at(case, question.path.split(".")[0]) is not None:
            known = at(case, question.path)
            assert known is None or isinstance(known, Between | AtLeast), question.path


@pytest.mark.long
@every_case
@given(cases())
def test_ids_are_unique_and_questions_bear_on_them(case: PreservationCase) -> None:
    """No two findings of a report share a name, and what a question bears on is named in the report."""
    report = assess(case)
    names = [
        *(answer.id for answer in report.answers),
        *(f"grounds.{answer.ground.value}" for answer in report.grounds),
        *(f"disclosure-grounds.{answer.ground.value}" for answer in report.disclosure_grounds),
        *(f"duties.{duty.id}" for duty in report.duties),
        *(span.id for span in report.spans),
    ]
    assert len(set(names)) == len(names)
    for question in report.open_questions:
        assert question.bears_on
        assert set(question.bears_on) <= set(names)


def test_a_question_about_disclosure_is_asked_at_its_own_place() -> None:
    """The same fact is open twice where preservation and disclosure each turn on it, each with its own place."""
    report = assess(small(discovery=Discovery()))
    places = [q.path for q in report.open_questions if q.question.name == "Position.prejudices_essential_interests"]
    assert places == ["position.prejudices_essential_interests", "disclosure_position.prejudices_essential_interests"]


def test_a_position_on_disclosure_is_not_needed_without_a_discovery() -> None:
    """What the State thinks of disclosure matters only where there is one."""
    case = small(disclosure_position=Position(discriminatory_purpose=False), outlook=Outlook(execution_wanted=True))
    report = assess(case)
    assert report.not_needed == ("disclosure_position.discriminatory_purpose",)
    assert report.consulted == ("outlook.determined", "outlook.execution_wanted")
    assert assess(attrs.evolve(case, discovery=Discovery())).not_needed == ()


def test_a_fact_that_decides_nothing_was_still_asked_for() -> None:
    """A fact that a rule asked for counts as consulted although another decided."""
    report = assess(small(regime=PreservationRegime(covers_content_data=False, covers_traffic_data=True)))
    assert {"regime.covers_content_data", "regime.covers_traffic_data"} <= set(report.consulted)


def test_a_day_that_makes_another_exact_is_needed() -> None:
    """Art. 25(2): an order that was served on the first day of the month in which it was made was made on that day."""
    order = PreservationOrder(ordered_on=read_day("2027-01"), served_on=date(2027, 1, 1))
    report = assess(small(measure=PreservationMeasure(order=order)))
    assert "measure.order.served_on" in report.consulted


LISTS = ("extensions", "renewals")
"""What the example says that there was none of, which is as much as a fact that is false."""


def test_the_example_says_what_it_does_not_need() -> None:
    """Of the facts of the example only three are not asked for: what the laws call the offence, and the service."""
    report = assess(load_case(EXAMPLE, PreservationCase))
    assert report.not_needed == (*("conduct.same_category", "conduct.same_terminology"), "measure.order.served_on")
    stated = json.dumps(json.loads(EXAMPLE.read_text(encoding="utf-8")))
    booleans = stated.count(": true") + stated.count(": false") + sum(f'"{name}": []' in stated for name in LISTS)
    quantities = [fact.path for fact in report.supplied if not isinstance(fact.value, bool)]
    follow = 2  # a longest period that is stated is set; a request that did not come was not decided
    assert len(report.supplied) - len(quantities) == booleans + follow
    assert quantities == [
        *("requesting.bound_from", "requested.bound_from", "requested.reservations[0].made_on"),
        *("regime.maximum_days", "regime.confidentiality_days", "measure.effected_on", "measure.period_days"),
        *("measure.order.ordered_on", "measure.order.served_on", "measure.order.days"),
    ]


def test_assess_is_the_assessment_of_its_kind() -> None:
    """The one entry gives what the assessment of the kind gives."""
    assert assess(small()) == assess_preservation(small())


# What is not stated


def _gap(**measure: Any) -> PreservationCase:
    stated = {"effected_on": "2028-02-01", "period_days": 60, "assistance_requested": False, **measure}
    parties = {
        role: {"state": {"name": name}, "bound_from": "2027-01-01"}
        for role, name in (("requesting", "Astoria"), ("requested", "Borduria"))
    }
    request = {"offence": {"title": "extortion"}}
    document = {"case": "preservation", "as_of": "2028-06-01", **parties, "request": request, "measure": stated}
    return from_data(document, PreservationCase)


def test_extensions_that_are_left_out_are_not_known() -> None:
    """Absent and null say the same: no firm last day, and one open question at the list; `[]` gives the firm day."""
    nothing: list[Any] = []
    absent, null, none = assess(_gap()), assess(_gap(extensions=None)), assess(_gap(extensions=nothing))
    assert absent == null
    assert [one.path for one in absent.open_questions].count("measure.extensions") == 1
    assert absent.expires_on is None
    assert none.expires_on is not None
    assert none.expires_on.on == date(2028, 4, 1)
    assert "measure.extensions" not in {one.path for one in none.open_questions}
    assert "measure.extensions" in {one.path for one in none.supplied}
    assert "measure.extensions" in none.consulted
    assert "measure.extensions" not in none.not_needed


def test_a_refusal_brings_what_is_owed_for_it() -> None:
    """Of several grounds the one counts before which consultation may be owed; without a ground nothing is told."""
    grounds = (Ground.BANK_SECRECY, Ground.ESSENTIAL_INTERESTS)
    for refusal, owed in ((ListedRefusal(grounds=grounds), True), (ListedRefusal(), False)):
        duties = {duty.id: duty for duty in assess(small(refusal=refusal)).duties}
        assert ("consult-before-refusing-preservation" in duties) is owed
        assert not owed or duties["consult-before-refusing-preservation"].trigger.is_unknown
