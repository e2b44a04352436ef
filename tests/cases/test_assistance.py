"""The assessment of a request for assistance: what is answered, what is open, and the preservation it follows up."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import attrs
import pytest

from uncc.cases import AssistanceCase, CaseKind, EarlierPreservation, assess
from uncc.cases.assistance import assess_assistance
from uncc.cooperation import (
    AssistancePurpose,
    AssistanceRequest,
    Authority,
    Channel,
    EvidenceUse,
    GovernmentRecords,
    Ground,
    Hearing,
    NegativeReply,
    Offence,
    PreservationMeasure,
    Proceeding,
    RequestForm,
    Transmission,
    may_use_evidence,
    reply_conforms,
)
from uncc.doors.serial import load_case
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Question
from uncc.kernel.findings import Truth
from uncc.kernel.parties import AssistanceTreaty, State, StateParty
from uncc.pages import as_text
from uncc.procedural import PreservationOrder, PreservationRegime
from uncc.readings import Readings
from uncc.readings.chapter_5 import FloorAndCeiling
from uncc.readings.chapter_5_assistance import DiscriminationClause, NonConformity, TreatyGaps

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = date(2028, 4, 20)
RECEIVED = date(2028, 4, 13)


def small(**others: Any) -> AssistanceCase:
    """Return a case of which nothing is known but what is given."""
    known: dict[str, Any] = {
        "requesting": StateParty(state=State("Astoria")),
        "requested": StateParty(state=State("Borduria")),
        "as_of": DAY,
        "request": AssistanceRequest(),
        **others,
    }
    return AssistanceCase(**known)


def follow_up(
    measure: PreservationMeasure, *purposes: AssistancePurpose, received: date | None = RECEIVED
) -> AssistanceCase:
    """Return a case whose request follows up a preservation."""
    request = AssistanceRequest(received_on=received, purposes=purposes or (AssistancePurpose.STORED_DATA,))
    return small(request=request, preservation=EarlierPreservation(reference="PR-02", measure=measure))


# What a case may be


def test_a_case_of_assistance_is_of_that_kind() -> None:
    """The kind is there for the document; another one would make it another case."""
    assert small().case is CaseKind.ASSISTANCE
    with pytest.raises(InvalidValue, match=r"^case: .* is not CaseKind.ASSISTANCE"):
        small(case=CaseKind.PRESERVATION)


def test_a_case_is_between_two_states() -> None:
    """A State does not ask itself."""
    with pytest.raises(InvalidValue, match=r"^requested.state.name: 'Astoria' is not a State other than"):
        small(requested=StateParty(state=State("Astoria"), bound_from=DAY, denounced=False))


def test_a_request_is_received_after_it_was_made() -> None:
    """A request that arrives before it is made cannot be meant."""
    with pytest.raises(InvalidValue, match=r"^received_on: '2028-04-13' is not on or after the day it was made"):
        AssistanceRequest(made_on=DAY, received_on=RECEIVED)


@pytest.mark.parametrize(
    ("measure", "message"),
    [
        (
            PreservationMeasure(assistance_requested=False, extensions=()),
            r"assistance_requested: False is not true, as is request",
        ),
        (
            PreservationMeasure(assistance_requested_on=DAY, extensions=()),
            r"assistance_requested_on: '2028-04-20' is not request",
        ),
        (
            PreservationMeasure(decided_on=date(2028, 4, 1), extensions=()),
            r"decided_on: '2028-04-01' is not on or after request",
        ),
    ],
)
def test_the_request_of_the_case_is_the_later_request(measure: PreservationMeasure, message: str) -> None:
    """Art. 42(8): a measure that says otherwise when the later request came cannot be meant."""
    with pytest.raises(InvalidValue, match=f"^preservation.measure.{message}"):
        follow_up(measure)
    assert follow_up(measure, AssistancePurpose.STATEMENTS).earlier_measure == measure
    assert follow_up(measure, received=None).earlier_measure == measure


def test_what_binds_the_two_states() -> None:
    """The relation has the States, the day and the treaty of the case."""
    case = small(treaty=AssistanceTreaty(binds=True))
    assert (case.relation.on, case.relation.assistance_treaty) == (DAY, case.treaty)


# What is answered

ALWAYS = [
    *("in-force", "scope", "paragraphs", "own-treaty", "conformity", "dual-criminality", "assistance-all-the-same"),
    *("reasons", "consultation", "postponement", "consultation-postponement"),
]
DUTIES = [
    *("afford-assistance", "assist-against-legal-person"),
    *("send-to-central-authority", "require-diplomatic-channels", "confirm-in-writing", "use-electronic-form"),
    *(
        "ask-for-information-in-assistance",
        "execute-by-domestic-law-in-assistance",
        "follow-procedure-in-assistance",
        "keep-request-confidential-in-assistance",
    ),
    *(
        "say-if-not-confidential-in-assistance",
        "execute-soon-in-assistance",
        "heed-deadline-in-assistance",
        "tell-progress-in-assistance",
        "say-if-no-longer-required-in-assistance",
    ),
    *("comply-with-conditions-in-assistance", "bear-costs-in-assistance", "consult-on-costs-in-assistance"),
    *("apply-treaty", "keep-treaty", "apply-paragraphs", "consider-agreements-on-assistance"),
]


def test_what_is_always_answered() -> None:
    """An empty case has every answer, ground and duty that needs nothing in particular."""
    report = assess(small())
    assert [answer.id for answer in report.answers] == ALWAYS
    assert [duty.id for duty in report.duties] == DUTIES
    assert [answer.ground for answer in report.grounds] == list(Ground)
    assert (report.spans, report.expires_on, report.disclosure_grounds) == ((), None, ())


@pytest.mark.parametrize(
    ("others", "answers"),
    [
        ({"reply": NegativeReply()}, {"reply"}),
        ({"hearing": Hearing()}, {"video-hearing"}),
        ({"use": EvidenceUse()}, {"use"}),
        ({"records": GovernmentRecords()}, set[str]()),
        ({"preservation": EarlierPreservation()}, {"preservation-runs", "pending-decision"}),
        ({"request": AssistanceRequest(purposes=(AssistancePurpose.SERVICE,) * 2)}, {"purpose-service"}),
    ],
)
def test_what_is_answered_where_there_is_reason(others: dict[str, Any], answers: set[str]) -> None:
    """A reply, a hearing, a use, an earlier preservation and each purpose raise questions of their own."""
    report = assess(small(**others))
    assert {answer.id for answer in report.answers} - set(ALWAYS) == answers
    assert len(report.answers) == len(ALWAYS) + len(answers)


def test_answers_are_those_of_the_rules() -> None:
    """The report says what the rules say, under the treaty and the readings of the case."""
    case = small(
        reply=NegativeReply(grounds=(Ground.DISCRIMINATION,)),
        use=EvidenceUse(exculpatory=True),
        treaty=AssistanceTreaty(binds=True, paragraphs_agreed=False),
        readings=Readings.of(DiscriminationClause.DISPLACED),
    )
    report = assess_assistance(case)
    assert case.reply is not None
    assert case.use is not None
    rule = reply_conforms(case.reply, case.request, treaty=case.treaty).under(case.readings)
    assert report.answer("reply").finding == rule
    assert report.answer("use").finding == may_use_evidence(case.use, treaty=case.treaty).under(case.readings)
    assert report.answer("paragraphs").finding.is_no


# The preservation that the request follows up


@pytest.mark.parametrize(
    ("as_of", "decided", "runs"),
    [
        (date(2028, 3, 9), None, Truth.NO),
        (date(2028, 3, 10), None, Truth.YES),
        (date(2028, 5, 9), None, Truth.YES),
        (date(2028, 5, 10), None, Truth.UNKNOWN),
        (date(2028, 5, 10), False, Truth.YES),
    ],
)
def test_whether_the_preservation_still_runs(as_of: date, decided: bool | None, runs: Truth) -> None:
    """Art. 42(8): to the end of the floor in any case, and then as long as the decision on this request is pending."""
    case = follow_up(PreservationMeasure(effected_on=date(2028, 3, 10), period_days=60, decided=decided, extensions=()))
    assert case.request.received_on is not None
    request = attrs.evolve(case.request, received_on=min(case.request.received_on, as_of))
    report = assess(attrs.evolve(case, as_of=as_of, request=request))
    assert report.answer("preservation-runs").finding.truth is runs
    assert report.header.follows == "PR-02"


def test_a_decision_ends_the_preservation_when_the_period_has_run() -> None:
    """Art. 42(8): once the request is decided, the later of period and decision is the last day."""
    measure = PreservationMeasure(
        effected_on=date(2028, 3, 10), period_days=60, decided_on=date(2028, 6, 1), extensions=()
    )
    report = assess(attrs.evolve(follow_up(measure), as_of=date(2028, 6, 2)))
    assert report.expires_on is not None
    assert report.expires_on.on == date(2028, 6, 1)
    assert report.answer("preservation-runs").finding.is_no
    assert report.spans[0].window.because.is_yes


def test_assistance_that_seeks_no_stored_data_keeps_nothing_preserved() -> None:
    """Art. 42(8): only a request to search, seize or disclose the data is the later request."""
    measure = PreservationMeasure(effected_on=date(2028, 3, 10), period_days=60, extensions=())
    report = assess(follow_up(measure, AssistancePurpose.STATEMENTS))
    assert report.answer("pending-decision").finding.is_unknown


# Whatever is unknown


@pytest.mark.long
@pytest.mark.parametrize(("channel", "form"), list(product([*Channel, None], [*RequestForm, None])))
@pytest.mark.parametrize(
    "under",
    [
        Readings(),
        Readings.of(TreatyGaps.FILLED, DiscriminationClause.DISPLACED, NonConformity.WHOLE_ARTICLE),
    ],
)
def test_a_case_of_which_all_facts_are_open_is_assessed(
    channel: Channel | None, form: RequestForm | None, under: Readings
) -> None:
    """A request that says all, of which no fact is known, has a report, with every question once."""
    request = AssistanceRequest(
        transmission=Transmission(channel=channel, form=form),
        authority=Authority(name="a"),
        proceeding=Proceeding(subject_matter="s", nature="n"),
        conducting_authority=Authority(name="a", functions="f"),
        offence=Offence(title="t", summary_of_facts="s"),
        assistance="a",
        procedure="p",
        intended_use="u",
        confidentiality="c",
        wanted_by=DAY,
        purposes=tuple(AssistancePurpose),
    )
    report = assess(
        small(
            request=request,
            reply=NegativeReply(grounds=tuple(Ground)[1:]),
            hearing=Hearing(),
            use=EvidenceUse(),
            records=GovernmentRecords(),
            preservation=EarlierPreservation(measure=PreservationMeasure(order=PreservationOrder())),
            readings=under,
        )
    )
    questions = [question.question for question in report.open_questions]
    assert len(questions) == len(set(questions)) > 50
    assert report.supplied == ()
    assert as_text(report)


# The examples


def test_a_request_for_subscriber_information() -> None:
    """The filled-in request conforms, is open, and finds the data preserved."""
    case = load_case(EXAMPLES / "subscriber_information.json", AssistanceCase)
    report = assess(case)
    answers = {answer.id: answer.finding.truth for answer in report.answers}
    assert answers["scope"] is answers["conformity"] is answers["preservation-runs"] is Truth.YES
    assert answers["pending-decision"] is Truth.YES
    assert not [answer.ground for answer in report.grounds if answer.finding.is_yes]
    assert [a.ground for a in report.grounds if a.finding.is_unknown] == [
        Ground.PERSONAL_DATA,
        Ground.ESSENTIAL_INTERESTS,
    ]
    text = as_text(report)
    assert "Follows      NPS-CYB-2028-0147/PR-02 (request for preservation)" in text
    assert "Follow-up    the earlier preservation still runs on 2028-04-20" in text
    assert "Conformity   the request is made as it shall be" in text


def test_a_request_to_send_back() -> None:
    """The other example is not open as a whole and does not conform, and the refusal of it is wrong as well."""
    report = assess(load_case(EXAMPLES / "request_to_send_back.json", AssistanceCase))
    answers = {answer.id: answer.finding for answer in report.answers}
    assert (answers["scope"].truth, answers["purpose-stored-data"].truth) == (Truth.NO, Truth.YES)
    assert [str(limb.citation) for limb in answers["conformity"].because if limb.is_no] == [
        *("Art. 40(12)(d)", "Art. 40(13)", "Art. 40(15)(b)", "Art. 40(15)(c)"),
        *("Art. 40(15)(e)", "Art. 40(15)(f)", "Art. 40(15)(g)"),
    ]
    text = as_text(report)
    assert "not met: the refusal does not rest on bank secrecy [Art. 40(24)]" in text
    assert "bank secrecy: not open [Art. 40(24)]" in text
    assert "The States Parties are encouraged to send and receive requests" in text


@pytest.mark.parametrize(
    ("binds", "words"),
    [
        (True, "the two States' own treaty applies in place of paragraphs 8 to 31, and its grounds count"),
        (
            None,
            (
                "not determined whether paragraphs 8 to 31 apply, or a treaty in place of them: it turns on whether a "
                "treaty on mutual legal assistance binds the two States [Art. 40(7)] (Borduria can say)"
            ),
        ),
        (False, "paragraphs 8 to 31 apply"),
    ],
)
def test_the_regime_in_brief(binds: bool | None, words: str) -> None:
    """Art. 40(7): the head of the report says which rules govern."""
    treaty = AssistanceTreaty(binds=binds, paragraphs_agreed=False)
    text = " ".join(as_text(assess(small(treaty=treaty))).split())
    assert f"Regime {words} Conformity" in text


def test_a_reply_in_brief() -> None:
    """A reply that keeps to the rules, and one of which it is not known."""
    own = AssistanceTreaty(binds=True, paragraphs_agreed=False)
    kept = small(reply=NegativeReply(keeps_to_treaty=True), treaty=own)
    assert "Reply        keeps to the rules that govern it" in as_text(assess(kept))
    assert "Reply        not determined whether" in as_text(assess(small(reply=NegativeReply())))


@pytest.mark.long
def test_a_fact_that_decides_is_needed() -> None:
    """Art. 25(2), 42(8): a ceiling that has passed ends the preservation by two facts of the law, and both are told."""
    order = PreservationOrder(ordered_on=date(2027, 1, 1), renewals=())
    regime = PreservationRegime(by_other_means=False, provides_renewal=False)
    case = AssistanceCase(
        as_of=date(2028, 1, 1),
        requesting=StateParty(state=State("Astoria")),
        requested=StateParty(state=State("Borduria")),
        request=AssistanceRequest(),
        preservation=EarlierPreservation(measure=PreservationMeasure(order=order, extensions=()), regime=regime),
        readings=Readings.of(FloorAndCeiling.CEILING_LIMITS),
    )
    report = assess(case)
    runs = report.answer("preservation-runs").finding
    assert runs.is_no
    assert report.not_needed == ()
    told = {node.about.name for node in runs.decisive().walk() if isinstance(node.about, Question)}
    assert told == {
        *("PreservationRegime.by_other_means", "PreservationRegime.provides_renewal", "PreservationOrder.ordered_on")
    }
    for name in ("by_other_means", "provides_renewal"):
        forgotten = EarlierPreservation(
            measure=PreservationMeasure(order=order, extensions=()), regime=attrs.evolve(regime, **{name: None})
        )
        report = assess(attrs.evolve(case, preservation=forgotten))
        assert report.answer("preservation-runs").finding.is_unknown
        (asked,) = [one for one in report.open_questions if one.question.name == f"PreservationRegime.{name}"]
        assert asked.path == f"preservation.regime.{name}"
        assert "preservation-runs" in asked.bears_on
