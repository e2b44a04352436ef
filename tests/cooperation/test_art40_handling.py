"""Art. 40(4), (5), (16) to (20), (26), (28), (30) and (31): what is owed while a request is dealt with, and after."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.truthtables import disagreements
from uncc.cooperation import (
    AssistancePurpose,
    AssistanceRequest,
    EvidenceUse,
    GovernmentRecords,
    Handling,
    Hearing,
    Offence,
    SpontaneousInformation,
    bears_ordinary_costs,
    duties_on_evidence_use,
    duties_on_hearing,
    duties_on_records,
    duties_on_spontaneous_information,
    duties_while_handled,
    has_given_notice,
    has_told_transmitting_state,
    may_disclose_request,
    may_permit_video_hearing,
    may_request_information,
    may_transmit_spontaneously,
    may_use_evidence,
    must_consult_on_costs,
    must_follow_procedure,
    must_keep_assistance_confidential,
    must_keep_to_restrictions,
    must_say_if_assistance_not_confidential,
    must_take_account_of_deadline,
)
from uncc.kernel.duties import Duty, Modality, Promptness
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Truth
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import Readings
from uncc.readings.chapter_5_assistance import EvidenceConsent

UNBOUND = AssistanceTreaty(binds=False)
OWN = AssistanceTreaty(binds=True, paragraphs_agreed=False)
OPEN = AssistanceRequest(
    purposes=(AssistancePurpose.STORED_DATA,),
    offence=Offence(title="illegal access", established_in_accordance=True),
    serves_criminal_proceedings=True,
)


def by_id(duties: tuple[Duty, ...]) -> dict[str, Duty]:
    """Return duties by their names, each of which stands once."""
    found = {duty.id: duty for duty in duties}
    assert len(found) == len(duties)
    return found


def handled(request: AssistanceRequest = OPEN, treaty: AssistanceTreaty = UNBOUND, **facts: bool) -> dict[str, Duty]:
    """Return what is owed for a request, by name."""
    return by_id(duties_while_handled(request, Handling(**facts), treaty=treaty))


def test_40_16_information() -> None:
    """Art. 40(16): necessary or helpful; the State may ask, and need not."""
    assert not disagreements(
        lambda a: may_request_information(
            Handling(information_necessary=a["necessary"], information_helpful=a["helpful"]), treaty=UNBOUND
        ),
        lambda w: w["necessary"] or w["helpful"],
        *("necessary", "helpful"),
    )
    assert handled()["ask-for-information-in-assistance"].modality is Modality.MAY


@pytest.mark.parametrize("procedure", ["Before a judge.", None])
def test_40_17_procedure(procedure: str | None) -> None:
    """Art. 40(17): one that the request specifies, that the law is not against, and that is possible."""
    assert not disagreements(
        lambda a: must_follow_procedure(
            AssistanceRequest(procedure=procedure),
            Handling(procedure_contrary_to_law=a["contrary"], procedure_possible=a["possible"]),
            treaty=UNBOUND,
        ),
        lambda w: procedure is not None and not w["contrary"] and w["possible"],
        *("contrary", "possible"),
    )


@pytest.mark.parametrize(
    ("request_", "arises"), [(OPEN, True), (AssistanceRequest(serves_criminal_proceedings=False), False)]
)
def test_40_17_and_26_only_what_is_open_is_executed(request_: AssistanceRequest, arises: bool) -> None:
    """Art. 40(17) and (26): by domestic law, as soon as possible, where the Convention opens the assistance."""
    duties = handled(request_)
    assert duties["execute-by-domestic-law-in-assistance"].trigger.settled() is arises
    assert duties["execute-soon-in-assistance"].trigger.settled() is arises
    assert duties["execute-soon-in-assistance"].deadline is Promptness.AS_SOON_AS_POSSIBLE


@pytest.mark.long
def test_40_18_table() -> None:
    """Art. 40(18): every condition, and appearance in person either not possible or not desirable."""
    conditions = (
        *("in_territory", "as_witness_victim_or_expert", "by_judicial_authorities", "requested"),
        *("videoconference_possible", "consistent_with_principles"),
    )
    assert not disagreements(
        lambda a: may_permit_video_hearing(Hearing(**dict(a)), treaty=UNBOUND),
        lambda w: all(w[name] for name in conditions) and not (w["appearance_possible"] and w["appearance_desirable"]),
        *(*conditions, "appearance_possible", "appearance_desirable"),
    )


def test_40_18_all_is_left_to_the_states() -> None:
    """Art. 40(18): permission, conduct and means are matters of may; means count where they lack."""
    duties = by_id(duties_on_hearing(Hearing(lacks_means=False), treaty=UNBOUND))
    assert {duty.modality for duty in duties.values()} == {Modality.MAY}
    assert duties["provide-means"].trigger.is_no
    assert duties["provide-means"].bearer is Role.REQUESTING_STATE


# Art. 40(19) and (5)


ON_REQUEST: dict[str, Any] = {
    "furnished_on_request": True,
    "in_own_proceedings": True,
    "conditions_accepted": False,
}
"""What is furnished on a request without conditions, and used in the requesting State's own proceedings."""


def test_40_19_table() -> None:
    """Art. 40(19): the proceedings stated, prior consent, what exculpates; or what the treaty allows that governs."""

    def text(world: Any) -> bool:
        governs = world["binds"] and not world["agreed"]
        return bool(
            world["stated"]
            or world["consent"]
            or (world["exculpatory"] and not governs)
            or (world["allowed"] and governs)
        )

    assert not disagreements(
        lambda a: may_use_evidence(
            EvidenceUse(
                **ON_REQUEST,
                within_stated_proceedings=a["stated"],
                prior_consent=a["consent"],
                exculpatory=a["exculpatory"],
                treaty_allows=a["allowed"],
            ),
            treaty=AssistanceTreaty(binds=a["binds"], paragraphs_agreed=a["agreed"]),
        ),
        text,
        *("stated", "consent", "exculpatory", "allowed", "binds", "agreed"),
    )


def test_40_19_where_the_treaty_decides_alone() -> None:
    """Art. 40(7), Art. 40(19): on the other reading consent counts under a treaty as far as the treaty says."""

    def text(world: Any) -> bool:
        governs = world["binds"] and not world["agreed"]
        return bool(world["allowed"] if governs else world["stated"] or world["consent"])

    assert not disagreements(
        lambda a: may_use_evidence(
            EvidenceUse(
                **ON_REQUEST,
                within_stated_proceedings=a["stated"],
                prior_consent=a["consent"],
                exculpatory=False,
                treaty_allows=a["allowed"],
            ),
            treaty=AssistanceTreaty(binds=a["binds"], paragraphs_agreed=a["agreed"]),
        ).under(Readings.of(EvidenceConsent.TREATY_DECIDES)),
        text,
        *("stated", "consent", "allowed", "binds", "agreed"),
    )


def test_40_19_is_a_reading_under_a_treaty_only() -> None:
    """Art. 40(7): where no treaty binds the two States nothing is read into the paragraph on use."""
    use = EvidenceUse(prior_consent=True, **ON_REQUEST)
    assert not may_use_evidence(use, treaty=UNBOUND).readings
    assert [one.reading for one in may_use_evidence(use, treaty=OWN).readings if one.reading is EvidenceConsent]


@pytest.mark.parametrize(
    ("impossible", "asked", "due"),
    [
        (False, True, {"notify-before", "consult-on"}),
        (False, False, {"notify-before"}),
        (True, False, {"inform-of"}),
        (True, True, {"inform-of"}),
    ],
)
def test_40_5_and_19_disclosure_of_what_exculpates(impossible: bool, asked: bool, due: set[str]) -> None:
    """Art. 40(5) and (19): notice before, consultation if asked for, or word without delay after."""
    facts: dict[str, Any] = {"exculpatory": True, "notice_impossible": impossible, "consultation_requested": asked}
    unasked = duties_on_spontaneous_information(SpontaneousInformation(confidentiality_asked=True, **facts))
    furnished = duties_on_evidence_use(
        EvidenceUse(within_stated_proceedings=False, **ON_REQUEST, **facts), treaty=UNBOUND
    )
    for duties, bearer, what in (
        (unasked, Role.RECEIVING_STATE, "information"),
        (furnished, Role.REQUESTING_STATE, "evidence"),
    ):
        end = f"-disclosing-{what}"
        disclosure = {name.removesuffix(end): duty for name, duty in by_id(duties).items() if name.endswith(end)}
        assert {name for name, duty in disclosure.items() if duty.trigger.is_yes} == due
        assert not [duty for duty in disclosure.values() if duty.trigger.is_unknown]
        assert {duty.bearer for duty in disclosure.values()} == {bearer}
        assert disclosure["inform-of"].deadline is Promptness.WITHOUT_DELAY


@pytest.mark.parametrize("exculpatory", [False, None])
def test_40_19_other_use_is_forbidden(exculpatory: bool | None) -> None:
    """Art. 40(19): use for other proceedings needs prior consent, unless it is to disclose what exculpates."""
    use = EvidenceUse(within_stated_proceedings=False, exculpatory=exculpatory, **ON_REQUEST)
    forbidden = by_id(duties_on_evidence_use(use, treaty=UNBOUND))["no-other-use"]
    assert forbidden.modality is Modality.SHALL_NOT
    assert forbidden.trigger.is_yes is (exculpatory is False)
    assert not by_id(duties_on_evidence_use(use, treaty=OWN))["no-other-use"].trigger.is_yes


def test_40_19_notice_without_days() -> None:
    """Art. 40(19): notice before the disclosure, or, where none was possible, word without delay."""
    assert not disagreements(
        lambda a: has_given_notice(
            EvidenceUse(
                notified_before=a["before"], notice_impossible=a["impossible"], informed_without_delay=a["word"]
            )
        ),
        lambda w: w["before"] or (w["impossible"] and w["word"]),
        *("before", "impossible", "word"),
    )


@pytest.mark.parametrize(("day", "truth"), [(1, Truth.YES), (2, Truth.UNKNOWN), (3, Truth.NO)])
def test_40_19_late_notice_is_no_notice(day: int, truth: Truth) -> None:
    """Art. 40(19): the days tell whether notice came before the disclosure; on the same day it is asked."""
    known: dict[str, Any] = {"disclosed_on": date(2028, 5, 2), "notice_impossible": False}
    use = EvidenceUse(**known, notified_on=date(2028, 5, day))
    assert has_given_notice(use).truth is truth
    asked = [question.name for question in has_given_notice(use).open_questions]
    assert asked == (["EvidenceUse.notified_before"] if truth is Truth.UNKNOWN else [])
    if truth is not Truth.UNKNOWN:
        with pytest.raises(InvalidValue, match=r"^notified_before: .*, as the days say"):
            has_given_notice(EvidenceUse(**known, notified_on=date(2028, 5, day), notified_before=truth is Truth.NO))


def test_40_5_notice_without_days() -> None:
    """Art. 40(5): what was sent unasked is disclosed after notice, or, where none was possible, with word at once."""
    assert not disagreements(
        lambda a: has_told_transmitting_state(
            SpontaneousInformation(
                notified_before=a["before"], notice_impossible=a["impossible"], informed_without_delay=a["word"]
            )
        ),
        lambda w: w["before"] or (w["impossible"] and w["word"]),
        *("before", "impossible", "word"),
    )


@pytest.mark.parametrize(("day", "truth"), [(1, Truth.YES), (2, Truth.UNKNOWN), (3, Truth.NO)])
def test_40_5_late_notice_is_no_notice(day: int, truth: Truth) -> None:
    """Art. 40(5): the days tell whether notice came before the disclosure; on the same day it is asked."""
    information = SpontaneousInformation(
        disclosed_on=date(2028, 5, 2), notified_on=date(2028, 5, day), notice_impossible=False
    )
    finding = has_told_transmitting_state(information)
    assert finding.truth is truth
    assert {provision for node in finding.walk() for provision in node.authority} == {art(40, 5)}
    asked = [question.name for question in finding.open_questions]
    assert asked == (["SpontaneousInformation.notified_before"] if truth is Truth.UNKNOWN else [])


def test_40_4_table() -> None:
    """Art. 40(4): unasked, on criminal matters, believed to be of use in either way, and not against domestic law."""
    assert not disagreements(
        lambda a: may_transmit_spontaneously(SpontaneousInformation(**dict[str, Any](a))),
        lambda w: (
            w["concerns_criminal_matters"]
            and w["not_requested"]
            and not w["domestic_law_forbids"]
            and (w["could_help"] or w["could_lead_to_request"])
        ),
        *("concerns_criminal_matters", "not_requested", "domestic_law_forbids", "could_help", "could_lead_to_request"),
    )


def test_40_5_restrictions() -> None:
    """Art. 40(5): confidentiality or restrictions bind the receiver; nothing that was not asked for does."""
    assert not disagreements(
        lambda a: must_keep_to_restrictions(SpontaneousInformation(**dict[str, Any](a))),
        lambda w: w["confidentiality_asked"] or w["restrictions_asked"],
        *("confidentiality_asked", "restrictions_asked"),
    )
    free = SpontaneousInformation(confidentiality_asked=False, restrictions_asked=False, exculpatory=True)
    duties = by_id(duties_on_spontaneous_information(free))
    assert not [name for name, duty in duties.items() if name != "transmit" and not duty.trigger.is_no]


# Art. 40(20), (26), (28), (30) and (31)


@pytest.mark.parametrize(("required", "impossible"), [(True, True), (True, False), (False, True)])
def test_40_20_confidentiality(required: bool, impossible: bool) -> None:
    """Art. 40(20): owed where it is required; said promptly where it cannot be kept."""
    request = AssistanceRequest(confidentiality="Tell nobody." if required else None)
    handling = Handling(confidentiality_impossible=impossible)
    assert must_keep_assistance_confidential(request, treaty=UNBOUND).settled() is required
    said = must_say_if_assistance_not_confidential(request, handling, treaty=UNBOUND)
    assert said.settled() is (required and impossible)
    assert handled()["say-if-not-confidential-in-assistance"].deadline is Promptness.PROMPTLY


@pytest.mark.parametrize("required", [True, False])
def test_40_20_what_execution_needs_is_no_breach(required: bool) -> None:
    """Art. 40(20): whoever owes confidentiality may disclose what is necessary to execute, and nothing else."""
    request = AssistanceRequest(confidentiality="Tell nobody." if required else None)
    assert not disagreements(
        lambda a: may_disclose_request(request, Handling(disclosure_necessary=a["needed"]), treaty=UNBOUND),
        lambda w: w["needed"] or not required,
        "needed",
    )


@pytest.mark.parametrize("wanted", [date(2028, 5, 1), None])
@pytest.mark.parametrize("reason", ["The data are deleted then.", None])
def test_40_26_deadline(wanted: date | None, reason: str | None) -> None:
    """Art. 40(26): a deadline counts where reasons are given, in the request or elsewhere."""
    request = AssistanceRequest(wanted_by=wanted, wanted_by_reason=reason)
    for elsewhere in (True, False):
        handling = Handling(deadline_reasons_given=elsewhere)
        expected = wanted is not None and (reason is not None or elsewhere)
        assert must_take_account_of_deadline(request, handling, treaty=UNBOUND).settled() is expected


def test_40_26_progress_and_withdrawal() -> None:
    """S40, Art. 40(26): reasonable questions are answered; what is needed no longer is said promptly."""
    duties = handled(no_longer_required=True, status_requested=True, status_request_reasonable=False)
    withdrawn = duties["say-if-no-longer-required-in-assistance"]
    assert (withdrawn.bearer, withdrawn.towards) == (Role.REQUESTING_STATE, Role.REQUESTED_STATE)
    assert (withdrawn.trigger.is_yes, withdrawn.deadline) == (True, Promptness.PROMPTLY)
    assert duties["tell-progress-in-assistance"].trigger.is_no


def test_40_28_conditions_that_are_accepted_bind() -> None:
    """Art. 40(28): the requesting State shall comply with what it accepted, and with nothing else."""
    assert handled(conditions_accepted=True)["comply-with-conditions-in-assistance"].trigger.is_yes
    assert handled(conditions_accepted=False)["comply-with-conditions-in-assistance"].trigger.is_no
    assert handled(conditions_accepted=True)["comply-with-conditions-in-assistance"].bearer is Role.REQUESTING_STATE


def test_40_30_costs() -> None:
    """Art. 40(30): ordinary ones unless otherwise agreed; substantial or extraordinary ones call for consultation."""
    for agreed in (True, False):
        assert bears_ordinary_costs(Handling(costs_agreed_otherwise=agreed), treaty=UNBOUND).settled() is not agreed
    for large in (True, False):
        assert must_consult_on_costs(Handling(extraordinary_expenses=large), treaty=UNBOUND).settled() is large
    assert handled()["consult-on-costs-in-assistance"].bearer is Role.STATES_PARTIES


@pytest.mark.parametrize(("public", "due"), [(True, ["a"]), (False, ["b"])])
def test_40_31_records(public: bool, due: list[str]) -> None:
    """Art. 40(31): public records shall be provided, others may be."""
    records = GovernmentRecords(in_possession=True, available_to_public=public)
    duties = duties_on_records(records, treaty=UNBOUND)
    assert [duty.authority for duty in duties if duty.trigger.is_yes] == [(art(40, 31, point),) for point in due]
    assert [duty.modality for duty in duties] == [Modality.SHALL, Modality.MAY]
    absent = GovernmentRecords(in_possession=False, available_to_public=public)
    assert all(duty.trigger.is_no for duty in duties_on_records(absent, treaty=UNBOUND))


@pytest.mark.parametrize(
    "name",
    [
        "bear-costs-in-assistance",
        "execute-soon-in-assistance",
        "follow-procedure-in-assistance",
        "keep-request-confidential-in-assistance",
    ],
)
def test_40_7_the_own_treaty_takes_the_place_of_all_this(name: str) -> None:
    """Art. 40(7): where the States' own treaty governs, none of these duties arises from the Convention."""
    assert handled(treaty=OWN)[name].trigger.is_no
