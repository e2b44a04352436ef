"""The lives of the duties of cooperation: in what way each is followed, and where it stands by the facts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from tests.lives import DAY, agrees, duties_of, is_whole, rows
from uncc.cases import Entry, Phase
from uncc.cooperation import (
    AssistancePosition,
    AssistancePurpose,
    AssistanceRequest,
    BasisNotice,
    CentralAuthority,
    Channel,
    ConditionalSurrender,
    ContactList,
    Cooperation,
    DataCategory,
    DataItem,
    DataSafeguards,
    Discovery,
    EnforcementTies,
    EvidenceUse,
    ExtraditionAuthority,
    ExtraditionDecision,
    ExtraditionPosition,
    ExtraditionRelation,
    ExtraditionRequest,
    GovernmentRecords,
    Ground,
    Handling,
    JointInvestigation,
    LawEnforcementMeasures,
    ListedRefusal,
    NegativeReply,
    NonExtradition,
    Offence,
    OnwardTransfer,
    Outlook,
    PersonalDataTransfer,
    PersonInProceedings,
    PersonTransfer,
    PointOfContact,
    Position,
    PreservationRequest,
    ReplyKind,
    RequestCourse,
    RequestForm,
    SafeConduct,
    SoughtOffence,
    SpontaneousInformation,
    StoredDataRequest,
    TrafficDataRequest,
    Transmission,
    duties_of_central_authorities,
    duties_on_assistance,
    duties_on_assistance_postponement,
    duties_on_assistance_refusal,
    duties_on_contact_point,
    duties_on_cooperation,
    duties_on_evidence_use,
    duties_on_extradition_authority,
    duties_on_extradition_basis,
    duties_on_extradition_decision,
    duties_on_extradition_procedure,
    duties_on_extradition_treaties,
    duties_on_joint_investigation,
    duties_on_law_enforcement,
    duties_on_law_enforcement_agreements,
    duties_on_non_extradition,
    duties_on_onward_transfer,
    duties_on_path_disclosure,
    duties_on_person_transfer,
    duties_on_personal_data,
    duties_on_preservation_refusal,
    duties_on_receipt,
    duties_on_records,
    duties_on_safe_conduct,
    duties_on_spontaneous_information,
    duties_on_stored_data,
    duties_on_traffic_data,
    duties_on_transmission,
    duties_under_treaty,
    duties_while_handled,
)
from uncc.cooperation.all_grounds import NO_POSITION
from uncc.kernel.again import under
from uncc.kernel.duties import Duty
from uncc.kernel.life import Manner
from uncc.kernel.parties import AssistanceTreaty
from uncc.readings import Readings
from uncc.readings.chapter_5 import AssistanceRules

MANNERS = {
    Manner.CONTINUING: """
        cooperate transfer-in-accordance-with-law safeguard-data-received include-in-treaties
        seek-extradition-treaties expedite-extradition cooperate-in-prosecution treat-case-alike
        guarantee-fair-treatment keep-details-correct keep-extradition-register seek-extradition-agreements
        keep-to-restrictions apply-treaty keep-in-custody ensure-speed keep-request-confidential-in-assistance
        comply-with-conditions-in-assistance bear-costs-in-assistance designate-contact-point
        circulate-list-of-contact-points keep-register have-capacity have-personnel
        keep-request-confidential-in-preservation continue-until-decision keep-floor apply-domestic-conditions
        cooperate-closely law-enforcement-channels law-enforcement-persons law-enforcement-proceeds
        law-enforcement-instrumentalities law-enforcement-items law-enforcement-methods law-enforcement-coordination
        law-enforcement-early-identification use-agency-agreements respect-sovereignty-in-joint-investigation
        execute-by-domestic-law-in-assistance follow-procedure-in-assistance heed-deadline-in-assistance
        send-to-central-authority
    """,
    Manner.LIBERTY: """
        seek-conditions establish-arrangements require-written-authorization take-convention-as-extradition-basis
        secure-person consider-transfer-agreements weigh-consent-and-return take-convention-as-proceedings-basis
        transmit keep-treaty apply-paragraphs assist-all-the-same require-diplomatic-channels use-electronic-form
        ask-for-information-in-assistance agree-on-conduct permit-video-hearing provide-means provide-other-records
        use-existing-networks locate ask-for-extension take-convention-as-law-enforcement-basis investigate-jointly
    """,
    Manner.PROHIBITION: """
        no-transfer-without-authorization require-no-extradition respect-immunity no-other-use respect-safe-conduct
        no-dual-criminality no-other-ground-for-refusing-preservation
        no-other-ground-for-refusing-disclosure
    """,
    Manner.ACT: """
        notify-intention request-authorization extradition-basis submit-case consider-enforcing-sentence
        consult-before-refusing-extradition give-reasons-for-refusing-extradition inform-of-extradition-decision
        extradition-authority consider-transferring-proceedings afford-assistance assist-against-legal-person
        consult-on-disclosing-information inform-of-disclosing-information notify-before-disclosing-information
        return-person credit-time encourage-speed confirm-in-writing
        consult-on-disclosing-evidence
        inform-of-disclosing-evidence notify-before-disclosing-evidence say-if-not-confidential-in-assistance
        say-if-not-confidential-in-preservation give-reasons-for-refusing-assistance
        give-reasons-for-refusing-preservation execute-soon-in-assistance
        say-if-no-longer-required-in-assistance tell-progress-in-assistance consult-before-postponing
        consult-before-refusing-assistance consult-before-refusing-preservation consult-on-costs-in-assistance
        provide-public-records consider-agreements-on-assistance assist-immediately contact-point carry-out-directly
        tell-provider-location preserve determine-execution inform-of-outlook disclose-path respond-to-access
        respond-expeditiously endeavour-to-collect endeavour-at-least specify-particulars endeavour-to-intercept
        consider-agency-agreements consider-amending-agency-agreements consider-joint-investigation-agreements
    """,
}

EARLY, BEFORE, LATE = date(2028, 2, 1), date(2028, 3, 1), date(2028, 3, 10)
NO_TREATY = AssistanceTreaty(binds=False)
LISTED = "no-other-ground-for-refusing-preservation"
SILENCE = "keep-request-confidential-in-preservation"
SECRET = PreservationRequest(confidentiality="all of it", confidentiality_needed=True)
ESSENTIAL = Position(prejudices_essential_interests=True)
CERTAIN = Outlook(will_not_secure_data=False, threatens_confidentiality=False, prejudices_investigation=False)
FRAUD = Offence(title="computer fraud", established_in_accordance=True)
REQUEST = AssistanceRequest(
    offence=FRAUD,
    purposes=(AssistancePurpose.STATEMENTS,),
    serves_criminal_proceedings=True,
    confidentiality="all of it",
)
SOUGHT = ExtraditionRequest(
    offences=(
        SoughtOffence(
            title="computer fraud",
            established_in_accordance=True,
            punishable_in_requesting_state=True,
            punishable_in_requested_state=True,
        ),
    ),
    person_present=True,
    sought_to_serve_sentence=False,
)
TAKEN = ExtraditionRelation(conditional_on_treaty=True, treaty_binds=False, considers_convention_basis=True)
AGREED = AssistanceTreaty(binds=True, paragraphs_agreed=True, paragraphs_facilitate=True)
NO_INQUIRIES = LawEnforcementMeasures(inquires_after_persons=False)
STORED = StoredDataRequest(offence=FRAUD, system_in_requested_territory=True)
TRAFFIC = TrafficDataRequest(
    offence=FRAUD,
    in_real_time=True,
    communications_specified=True,
    communications_in_territory=True,
    by_ict_system=True,
    identifying_data_available=False,
)
NOTICE = "notify-before-disclosing-information"
POSTPONED = NegativeReply(kind=ReplyKind.POSTPONEMENT, consulted=True, answered_on=BEFORE, ground_ended=False)
RESUMED = evolve(POSTPONED, ground_ended=None, ground_ended_on=LATE)
HELPFUL = Handling(information_helpful=True, no_longer_required=False)
RECORDS = GovernmentRecords(in_possession=True, available_to_public=True)
INTERFERES = AssistancePosition(interferes_with_proceedings=True)


def course(reply: NegativeReply) -> RequestCourse:
    """Return the course of a request that was answered so."""
    return RequestCourse(reply=reply, position=INTERFERES, treaty=NO_TREATY)


def told(**facts: Any) -> tuple[Duty, ...]:
    """Return the duties on information that came unasked, and is to be disclosed since it is exculpatory."""
    facts = {"notice_impossible": False, **facts}
    return duties_on_spontaneous_information(
        SpontaneousInformation(confidentiality_asked=True, exculpatory=True, **facts)
    )


def moved(**facts: Any) -> tuple[Duty, ...]:
    """Return the duties on a person who was transferred in custody."""
    known: dict[str, Any] = {
        "departed_on": EARLY,
        "return_agreed_on": BEFORE,
        "release_requested": False,
        "release_authorized": False,
    }
    return duties_on_person_transfer(PersonTransfer(**{**known, **facts}), treaty=NO_TREATY)


def guarded(**facts: Any) -> tuple[Duty, ...]:
    """Return the duties on a witness who came and was told on a day that the presence is no longer required."""
    known: dict[str, Any] = {
        "at_request": True,
        "consents": True,
        "in_requesting_territory": True,
        "departed_on": EARLY,
    }
    agreed: dict[str, Any] = {"informed_on": date(2028, 2, 20), "period_agreed": False, "hindrances": (), "left": False}
    conduct = SafeConduct(**{**known, **agreed, **facts})
    return duties_on_safe_conduct(conduct, DAY, treaty=NO_TREATY)


def onward(**facts: Any) -> tuple[Duty, ...]:
    """Return the duties on personal data that are to go to a third country."""
    return duties_on_onward_transfer(
        OnwardTransfer(personal=True, obtained_under_convention=True, to_third_country=True, **facts)
    )


def refused(surrender: bool, **facts: Any) -> tuple[Duty, ...]:
    """Return the duties on a national who is not extradited, and was surrendered on condition of return or not."""
    agreed = ConditionalSurrender(
        only_on_return=True, requested_agrees=True, requesting_agrees=True, surrendered=surrender
    )
    refusal = NonExtradition(
        not_extradited=None if surrender else True,
        nationality_invoked=None if surrender else True,
        other_ground=False,
        submission_requested=True,
        surrender=agreed,
        **facts,
    )
    return duties_on_non_extradition(SOUGHT, refusal, position=ExtraditionPosition(is_national=True))


def safeguards(effective: bool) -> tuple[Duty, ...]:
    """Return the duties on personal data that were received, under safeguards that are effective or not."""
    held = DataSafeguards(
        received_under_convention=True, in_legal_framework=True, effective=effective, appropriate=True
    )
    return duties_on_personal_data(PersonalDataTransfer(), safeguards=held)


def notice(given: BasisNotice | None, **days: Any) -> tuple[Duty, ...]:
    """Return the duties of a State that insists on a treaty, and has told the depositary so much."""
    return duties_on_extradition_treaties(
        relation=ExtraditionRelation(conditional_on_treaty=True, notice=given, **days)
    )


def proceedings(
    *, decided: bool | None = None, treated_fairly: bool = True, ended: bool | None = None
) -> tuple[Duty, ...]:
    """Return the duties while extradition proceedings run against a person."""
    person = PersonInProceedings(
        proceedings_carried_out=True,
        treated_fairly=treated_fairly,
        enjoys_domestic_rights=True,
        proceedings_ended=ended,
    )
    return duties_on_extradition_procedure(SOUGHT, person=person, decision=ExtraditionDecision(decided=decided))


def decided(refused: bool, **facts: Any) -> tuple[Duty, ...]:
    """Return the duties on a decision that a State first meant to be a refusal."""
    return duties_on_extradition_decision(
        ExtraditionDecision(intends_refusal=True, consultation_appropriate=True, decided=True, refused=refused, **facts)
    )


def registered(on: date) -> tuple[Duty, ...]:
    """Return the duties on an authority that was told on a day, of which the register is wrong."""
    return duties_on_extradition_authority(
        authority=ExtraditionAuthority(communicated_on=on, deposited_on=BEFORE, details_correct=False)
    )


def sent(**facts: Any) -> tuple[Duty, ...]:
    """Return the duties on a request that was sent in some way."""
    return duties_on_transmission(Transmission(**facts), treaty=NO_TREATY)


def used(**facts: Any) -> tuple[Duty, ...]:
    """Return the duties on evidence that is used for other proceedings."""
    other = EvidenceUse(furnished_on_request=True, within_stated_proceedings=False, exculpatory=False, **facts)
    return duties_on_evidence_use(other, treaty=NO_TREATY)


def handled(**facts: Any) -> tuple[Duty, ...]:
    """Return the duties on a request that is dealt with."""
    return duties_while_handled(REQUEST, Handling(**facts), treaty=NO_TREATY)


def refusal(**facts: Any) -> tuple[Duty, ...]:
    """Return the duties on a refusal."""
    return duties_on_assistance_refusal(Ground.LEGAL_SYSTEM, treaty=NO_TREATY, reply=NegativeReply(**facts))


def contact(**facts: Any) -> tuple[Duty, ...]:
    """Return the duties of a State that has designated a point of contact."""
    return duties_on_contact_point(PointOfContact(designated=True, **facts))


def agencies(**facts: Any) -> tuple[Duty, ...]:
    """Return the duties on agreements between agencies."""
    return duties_on_law_enforcement_agreements(EnforcementTies(**facts))


def jointly() -> tuple[Duty, ...]:
    """Return the duties on a joint investigation that does not respect sovereignty."""
    return duties_on_joint_investigation(
        JointInvestigation(established_in_accordance=True, agreed_for_case=True, sovereignty_respected=False)
    )


def did(name: str, on: date, **said: Any) -> Entry:
    """Return the entry that an act was done on a day."""
    return Entry(did=name, on=on, **said)


def did_not(name: str, on: date) -> Entry:
    """Return the entry that an act was not done, or something not kept up, on a day."""
    return Entry(did_not=name, on=on)


def complete(until: date) -> Entry:
    """Return the entry that nothing else was done."""
    return Entry(complete_until=until)


def preserved(position: Position = NO_POSITION, **facts: Any) -> tuple[Duty, ...]:
    """Return the duties on a request for preservation that was refused on a day."""
    refusal = ListedRefusal(refused_on=BEFORE, **facts)
    item = DataItem(category=DataCategory.CONTENT_DATA, description="all mail of one account")
    asked = PreservationRequest(
        offence=FRAUD, system_in_requested_territory=True, intends_assistance=True, data=(item,)
    )
    return duties_on_receipt(asked, position=position, refusal=refusal, outlook=CERTAIN)


def kept_secret(**facts: bool) -> tuple[Duty, ...]:
    """Return the duties on a request for preservation that asks for silence, on the reading by which that is owed."""
    return under(duties_on_receipt(SECRET, outlook=Outlook(**facts)), Readings.of(AssistanceRules.GOVERN))


def refused_preservation(**facts: Any) -> tuple[Duty, ...]:
    """Return the duties on the refusal of a preservation, where the rules on assistance govern it."""
    duties = duties_on_preservation_refusal(
        Ground.ESSENTIAL_INTERESTS, refusal=ListedRefusal(refused_on=BEFORE, **facts)
    )
    return under(duties, Readings.of(AssistanceRules.GOVERN))


def traced(position: Position = NO_POSITION, *grounds: Ground, **facts: Any) -> tuple[Duty, ...]:
    """Return the duties on a path that leads to another Party, the disclosure of which was refused or not."""
    found = Discovery(
        executing_preservation_request=True, concerns_traffic_data=True, provider_in_another_party=True, **facts
    )
    refusal = ListedRefusal(refused_on=BEFORE if grounds else None, grounds=grounds)
    return duties_on_path_disclosure(found, position=position, refusal=refusal)


AUTHORIZED = onward(notified=True, authorization_requested=True, authorized=True, requires_written_form=False)
EXECUTED = did("execute-soon-in-assistance", LATE)
AFTERWARDS = (did("respect-safe-conduct", LATE), complete(DAY))
CASES: dict[str, tuple[tuple[Duty, ...], str, date, tuple[Entry, ...], Phase, str]] = {
    "35(1) cooperation is kept up": (
        *(duties_on_cooperation(Cooperation.ASSISTANCE, FRAUD), "cooperate", DAY, ()),
        *(Phase.CONTINUING, "u"),
    ),
    "36(2) safeguards that are not effective": (
        *(safeguards(effective=False), "safeguard-data-received", DAY, (), Phase.BROKEN, "y"),
    ),
    "36(2) safeguards as they shall be": (
        *(safeguards(effective=True), "safeguard-data-received", DAY, (), Phase.CONTINUING, "n"),
    ),
    "36(3) the intention notified, and nothing known of the transfer": (
        *(onward(notified=True), "notify-intention", DAY, (), Phase.DONE, "u"),
    ),
    "36(3) the intention notified, and the data not passed on": (
        *(onward(notified_on=BEFORE, transferred=False), "notify-intention", DAY, (), Phase.DONE_IN_TIME, "n"),
    ),
    "36(3) the intention not notified": (
        *(onward(notified=False, transferred=False, given_up=False), "notify-intention", DAY, (), Phase.OWED, "n"),
    ),
    "36(3) passed on, and notified afterwards": (
        *(onward(notified_on=LATE, transferred_on=BEFORE), "notify-intention", DAY, (), Phase.DONE_LATE, "y"),
    ),
    "36(3) passed on and notified on one day": (
        *(onward(notified_on=LATE, transferred_on=LATE), "notify-intention", DAY, (), Phase.DONE, "u"),
    ),
    "36(3) passed on, and no authorization requested": (
        *(onward(authorization_requested=False, transferred_on=LATE), "request-authorization", DAY, ()),
        *(Phase.OVERDUE, "y"),
    ),
    "36(3) the intention given up": (onward(given_up=True), "notify-intention", DAY, (), Phase.LAPSED, "n"),
    "36(3) passed on before the authorization": (
        onward(transferred_on=BEFORE, authorized_on=LATE, requires_written_form=False, notified=True),
        *("no-transfer-without-authorization", DAY, (), Phase.BROKEN, "y"),
    ),
    "36(3) passed on without authorization": (
        *(onward(authorized=False), "no-transfer-without-authorization", DAY),
        *((did("no-transfer-without-authorization", LATE),), Phase.BROKEN, "y"),
    ),
    "36(3) authorized, so that nothing is forbidden": (
        *(AUTHORIZED, "no-transfer-without-authorization", DAY, (), Phase.LAPSED, "u"),
    ),
    "36(3) writing is insisted on": (
        *(onward(requires_written_form=True), "require-written-authorization", DAY, (), Phase.USED, "n"),
    ),
    "37(5) the Convention is taken as the basis": (
        *(duties_on_extradition_basis(SOUGHT, relation=TAKEN), "take-convention-as-extradition-basis"),
        *(DAY, (), Phase.USED, "n"),
    ),
    "37(6)(a) the notice was given": (*(notice(BasisNotice.TAKES), "extradition-basis", DAY, (), Phase.DONE, "u"),),
    "37(6)(a) the notice was given with the deposit": (
        *(notice(None, deposited_on=BEFORE, notice_given_on=BEFORE), "extradition-basis", DAY, ()),
        *(Phase.DONE_IN_TIME, "n"),
    ),
    "37(6)(a) the notice was given after the deposit": (
        *(notice(BasisNotice.TAKES, deposited_on=BEFORE, notice_given_on=LATE), "extradition-basis", DAY, ()),
        *(Phase.DONE_LATE, "y"),
    ),
    "37(6)(a) no notice was given": (
        *(notice(BasisNotice.NONE_GIVEN, deposited_on=BEFORE), "extradition-basis", DAY, (), Phase.OVERDUE, "y"),
    ),
    "37(9) the procedure is over": (proceedings(decided=True), "expedite-extradition", DAY, (), Phase.LAPSED, "u"),
    "37(11) submitted, and found to be soon enough": (
        *(refused(surrender=False), "submit-case", DAY, (did("submit-case", LATE, in_time=True),)),
        *(Phase.DONE_IN_TIME, "n"),
    ),
    "37(11) submitted, and found to be too late": (
        *(refused(surrender=False), "submit-case", DAY, (did("submit-case", LATE, in_time=False),)),
        *(Phase.DONE_LATE, "y"),
    ),
    "37(11) the authorities wait for the case": (
        *(refused(surrender=False), "treat-case-alike", DAY, ()),
        *(Phase.NOT_DETERMINED, "u"),
    ),
    "37(11) submitted on a day": (
        *(refused(surrender=False, submitted_on=LATE), "submit-case", DAY, (), Phase.DONE, "u"),
    ),
    "37(11) the proceedings are over": (
        *(refused(surrender=False, proceedings_ended_on=LATE), "cooperate-in-prosecution", DAY, (), Phase.LAPSED, "u"),
    ),
    "37(11) not treated alike before they were over": (
        *(refused(surrender=False, submitted_on=EARLY, proceedings_ended_on=LATE), "treat-case-alike", DAY),
        *((did_not("treat-case-alike", BEFORE),), Phase.BROKEN, "y"),
    ),
    "37(12) surrendered on condition of return": (
        *(refused(surrender=True), "submit-case", DAY, (), Phase.LAPSED, "u"),
    ),
    "37(14) treated unfairly": (
        *(proceedings(treated_fairly=False), "guarantee-fair-treatment", DAY, (), Phase.BROKEN, "y"),
    ),
    "37(14) the proceedings are over": (
        *(proceedings(ended=True), "guarantee-fair-treatment", DAY, (), Phase.LAPSED, "n"),
    ),
    "37(17) granted, so that nothing is to be said before a refusal": (
        *(decided(refused=False), "consult-before-refusing-extradition", DAY, ()),
        *(Phase.LAPSED, "n"),
    ),
    "37(17) refused before the consultation": (
        *(decided(refused=True, decided_on=BEFORE), "consult-before-refusing-extradition", DAY),
        *((did("consult-before-refusing-extradition", LATE),), Phase.DONE_LATE, "y"),
    ),
    "37(17) consulted before the refusal": (
        *(decided(refused=True, decided_on=LATE), "consult-before-refusing-extradition", DAY),
        *((did("consult-before-refusing-extradition", BEFORE),), Phase.DONE_IN_TIME, "n"),
    ),
    "37(17) refused without consultation": (
        *(decided(refused=True, consulted=False), "consult-before-refusing-extradition", DAY, ()),
        *(Phase.OVERDUE, "y"),
    ),
    "37(17) consulted first, and nobody knows on which day": (
        *(decided(refused=True, decided_on=LATE, consulted=True), "consult-before-refusing-extradition", DAY, ()),
        *(Phase.DONE_IN_TIME, "n"),
    ),
    "37(17) a person finds that the consultation came too late": (
        *(decided(refused=True), "consult-before-refusing-extradition", DAY),
        *((did("consult-before-refusing-extradition", BEFORE, in_time=False),), Phase.DONE_LATE, "y"),
    ),
    "37(17) refused, and nothing known of consultation": (
        *(decided(refused=True, decided_on=LATE), "consult-before-refusing-extradition", DAY, ()),
        *(Phase.PAST_UNLESS_DONE, "u"),
    ),
    "37(18) the decision was made known": (
        *(decided(refused=True), "inform-of-extradition-decision", DAY),
        *((did("inform-of-extradition-decision", LATE),), Phase.DONE_IN_TIME, "n"),
    ),
    "37(19) told with the deposit": (registered(EARLY), "extradition-authority", DAY, (), Phase.DONE_IN_TIME, "n"),
    "37(19) told after the deposit": (registered(LATE), "extradition-authority", DAY, (), Phase.DONE_LATE, "y"),
    "37(19) the details are wrong": (registered(EARLY), "keep-details-correct", DAY, (), Phase.BROKEN, "y"),
    "40(5) notice before the disclosure": (
        *(told(disclosed_on=LATE, notified_on=BEFORE), NOTICE, DAY, (), Phase.DONE_IN_TIME, "n"),
    ),
    "40(5) notice after the disclosure": (
        *(told(disclosed_on=BEFORE, notified_on=LATE), NOTICE, DAY, (), Phase.DONE_LATE, "y"),
    ),
    "40(5) notice on the day of the disclosure": (
        *(told(disclosed_on=LATE, notified_on=LATE), NOTICE, DAY, (), Phase.DONE, "u"),
    ),
    "40(5) notice on the day of the disclosure, and before it": (
        *(told(disclosed_on=LATE, notified_on=LATE, notified_before=True), NOTICE, DAY, ()),
        *(Phase.DONE_IN_TIME, "n"),
    ),
    "40(5) notice before the disclosure, nobody knows on which day": (
        *(told(disclosed_on=LATE, notified_before=True), NOTICE, DAY, (), Phase.DONE_IN_TIME, "n"),
    ),
    "40(5) no notice before the disclosure": (
        *(told(disclosed_on=LATE, notified_before=False), NOTICE, DAY, (), Phase.OVERDUE, "y"),
    ),
    "40(5) disclosed, and nothing known of a notice": (
        *(told(disclosed_on=LATE), NOTICE, DAY, (), Phase.PAST_UNLESS_DONE, "u"),
    ),
    "40(5) consultation waits for the notice": (
        *(told(consultation_requested=True), "consult-on-disclosing-information", DAY, (complete(DAY),)),
        *(Phase.WAITING, "u"),
    ),
    "40(5) word after the disclosure": (
        *(told(disclosed_on=BEFORE, notified_on=LATE, notice_impossible=True), "inform-of-disclosing-information"),
        *(DAY, (), Phase.DONE, "u"),
    ),
    "40(5) confidential for a time": (
        *(told(confidential_until=BEFORE, restrictions_asked=False), "keep-to-restrictions", DAY),
        *((did_not("keep-to-restrictions", LATE), complete(DAY)), Phase.KEPT, "n"),
    ),
    "40(5) made known within that time": (
        *(told(confidential_until=BEFORE, restrictions_asked=False, released=False), "keep-to-restrictions", DAY),
        *((did_not("keep-to-restrictions", EARLY),), Phase.BROKEN, "y"),
    ),
    "40(5) a restriction on the use outlasts that time": (
        *(told(confidential_until=BEFORE, restrictions_asked=True, released=False), "keep-to-restrictions", DAY),
        *((did_not("keep-to-restrictions", LATE),), Phase.BROKEN, "y"),
    ),
    "40(5) nobody asks for it any more": (
        *(told(released_on=BEFORE), "keep-to-restrictions", DAY, (), Phase.LAPSED, "u"),
    ),
    "40(7) the paragraphs are agreed on": (
        *(duties_under_treaty(treaty=AGREED), "apply-paragraphs", DAY, (), Phase.USED, "n"),
    ),
    "40(10)(a) in custody until the return": (
        *(moved(returned=False), "keep-in-custody", DAY, (), Phase.CONTINUING, "u"),
    ),
    "40(10)(a) let go without being asked": (
        *(moved(returned=False), "keep-in-custody", DAY, (did_not("keep-in-custody", LATE), complete(DAY))),
        *(Phase.BROKEN, "y"),
    ),
    "40(10)(a) released as authorized": (
        *(moved(returned=False, release_authorized=True), "keep-in-custody", DAY, (), Phase.LAPSED, "u"),
    ),
    "40(10)(b) returned on the day agreed": (
        *(moved(), "return-person", DAY, (did("return-person", BEFORE),), Phase.DONE_IN_TIME, "n"),
    ),
    "40(10)(b) returned later": (
        *(moved(), "return-person", DAY, (did("return-person", LATE),), Phase.DONE_LATE, "y"),
    ),
    "40(10)(b) not returned": (moved(returned=False), "return-person", DAY, (), Phase.OVERDUE, "y"),
    "40(10)(b) to be returned": (moved(returned=False), "return-person", EARLY, (), Phase.OWED, "n"),
    "40(10)(c) the person is back": (moved(returned=True), "require-no-extradition", DAY, (), Phase.LAPSED, "u"),
    "40(11) prosecuted for what lies before": (
        *(
            moved(immunity_lifted=False),
            "respect-immunity",
            DAY,
            (did("respect-immunity", LATE),),
            Phase.BROKEN,
            "y",
        ),
    ),
    "40(11) by agreement": (moved(immunity_lifted=True), "respect-immunity", DAY, (), Phase.LAPSED, "u"),
    "40(12)(b) transmitted, so that speed is for another authority": (
        *(duties_of_central_authorities(CentralAuthority(transmitted_on=BEFORE), treaty=NO_TREATY), "ensure-speed"),
        *(DAY, (), Phase.LAPSED, "u"),
    ),
    "40(12)(b) speed is not owed where the request is postponed": (
        duties_of_central_authorities(CentralAuthority(), treaty=NO_TREATY, course=course(POSTPONED)),
        *("ensure-speed", DAY, (), Phase.DISPLACED, "u"),
    ),
    "40(12)(d) sent to the police": (
        *(sent(channel=Channel.OTHER), "send-to-central-authority", DAY, (), Phase.BROKEN, "y"),
    ),
    "40(12)(d) sent to the central authority": (
        *(sent(channel=Channel.CENTRAL_AUTHORITY, diplomatic_channels_required=False), "send-to-central-authority"),
        *(DAY, (), Phase.CONTINUING, "n"),
    ),
    "40(13) confirmed": (
        *(sent(form=RequestForm.ORAL, confirmed_on=LATE), "confirm-in-writing", DAY, (), Phase.DONE, "u"),
    ),
    "40(13) confirmed after the day asked about": (
        *(sent(form=RequestForm.ORAL, confirmed_on=LATE), "confirm-in-writing", BEFORE, (), Phase.OWED, "u"),
    ),
    "40(13) confirmed, and not said when": (
        *(
            sent(form=RequestForm.ORAL, confirmed_forthwith=True),
            "confirm-in-writing",
            DAY,
            (),
            Phase.DONE_IN_TIME,
            "n",
        ),
    ),
    "40(19) another use": (
        *(used(prior_consent=False), "no-other-use", DAY, (did("no-other-use", LATE),), Phase.BROKEN, "y"),
    ),
    "40(19) another use, as consented to": (used(prior_consent=True), "no-other-use", DAY, (), Phase.LAPSED, "u"),
    "40(20) more disclosed than is necessary": (
        *(handled(disclosure_necessary=False), "keep-request-confidential-in-assistance", DAY, ()),
        *(Phase.BROKEN, "y"),
    ),
    "40(25) no reasons": (
        *(refusal(reasons_given=False), "give-reasons-for-refusing-assistance", DAY, (), Phase.OWED, "u"),
    ),
    "40(25) reasons": (
        *(refusal(reasons_given=True), "give-reasons-for-refusing-assistance", DAY, (), Phase.DONE_IN_TIME, "n"),
    ),
    "40(26) executed": (
        *(handled(), "execute-soon-in-assistance", DAY, (did("execute-soon-in-assistance", LATE, in_time=False),)),
        *(Phase.DONE_LATE, "y"),
    ),
    "40(26) to be executed": (
        *(handled(no_longer_required=False), "execute-soon-in-assistance", DAY, (complete(DAY),), Phase.OWED, "u"),
    ),
    "40(26) no longer required": (
        *(handled(no_longer_required=True), "execute-soon-in-assistance", DAY, (), Phase.LAPSED, "u"),
    ),
    "40(26) no longer required, and said so": (
        *(handled(), "execute-soon-in-assistance", DAY),
        *((did("say-if-no-longer-required-in-assistance", LATE), complete(DAY)), Phase.LAPSED, "u"),
    ),
    "40(27) postponed after consultation": (
        *(duties_on_assistance(REQUEST, course=course(POSTPONED)), "afford-assistance", DAY, ()),
        *(Phase.DISPLACED, "u"),
    ),
    "40(27) postponed without consultation": (
        *(duties_on_assistance(REQUEST, course=course(evolve(POSTPONED, consulted=False))), "afford-assistance", DAY),
        *((), Phase.OWED_AS_FAR_AS_KNOWN, "u"),
    ),
    "40(27) postponed, and nobody knows whether the ground has ended": (
        *(duties_on_assistance(REQUEST, course=course(evolve(POSTPONED, ground_ended=None))), "afford-assistance", DAY),
        *((), Phase.OWED_AS_FAR_AS_KNOWN, "u"),
    ),
    "40(27) postponed, until the ground had ended": (
        *(
            duties_on_assistance(REQUEST, course=course(RESUMED)),
            "afford-assistance",
            DAY,
            (),
            Phase.OWED_AS_FAR_AS_KNOWN,
        ),
        "u",
    ),
    "40(27) postponed, the day before the ground ended": (
        *(duties_on_assistance(REQUEST, course=course(RESUMED)), "afford-assistance", date(2028, 3, 9), ()),
        *(Phase.DISPLACED, "u"),
    ),
    "40(27) domestic conditions left aside while postponed": (
        *(duties_on_traffic_data(TRAFFIC, course=course(RESUMED)), "apply-domestic-conditions", DAY),
        *((did_not("apply-domestic-conditions", date(2028, 3, 5)), complete(DAY)), Phase.CONTINUING, "n"),
    ),
    "40(27) a postponed request can be asked about": (
        duties_while_handled(REQUEST, HELPFUL, treaty=NO_TREATY, course=course(POSTPONED)),
        *("ask-for-information-in-assistance", DAY, (complete(DAY),), Phase.OPEN, "n"),
    ),
    "40(31)(a) no records are provided where the request is postponed": (
        duties_on_records(RECORDS, treaty=NO_TREATY, course=course(POSTPONED)),
        *("provide-public-records", DAY, (), Phase.DISPLACED, "u"),
    ),
    "40(28) consulted before the postponement": (
        *(duties_on_assistance_postponement(treaty=NO_TREATY, reply=POSTPONED), "consult-before-postponing", DAY, ()),
        *(Phase.DONE_IN_TIME, "n"),
    ),
    "40(28) postponed, and consulted afterwards": (
        duties_on_assistance_postponement(treaty=NO_TREATY, reply=evolve(POSTPONED, consulted=None)),
        *("consult-before-postponing", DAY, (did("consult-before-postponing", LATE),), Phase.DONE_LATE, "y"),
    ),
    "40(28) no consultation, and no refusal yet": (
        *(refusal(consulted=False, answered=False), "consult-before-refusing-assistance", DAY, ()),
        *(Phase.OWED_AS_FAR_AS_KNOWN, "n"),
    ),
    "40(28) refused without consultation": (
        *(refusal(consulted=False, answered=True), "consult-before-refusing-assistance", DAY, (), Phase.OVERDUE, "y"),
    ),
    "40(28) executed, so that nothing was refused": (
        *(refusal(answered=False), "consult-before-refusing-assistance", DAY),
        *((EXECUTED,), Phase.LAPSED, "n"),
    ),
    "40(29) under safe conduct": (
        *(guarded(remained_voluntarily=True), "respect-safe-conduct", BEFORE, (), Phase.CONTINUING, "u"),
    ),
    "40(29) after safe conduct": (
        *(guarded(remained_voluntarily=True), "respect-safe-conduct", DAY, AFTERWARDS),
        *(Phase.KEPT, "n"),
    ),
    "40(29) arrested under safe conduct": (
        *(guarded(remained_voluntarily=True), "respect-safe-conduct", DAY, (did("respect-safe-conduct", BEFORE),)),
        *(Phase.BROKEN, "y"),
    ),
    "41(1) a point of contact that sleeps": (
        *(contact(all_hours=False), "designate-contact-point", DAY, (), Phase.BROKEN, "y"),
    ),
    "41(2) a year without the list": (
        duties_on_contact_point(PointOfContact(), contacts=ContactList(circulated=False)),
        *("circulate-list-of-contact-points", DAY, (), Phase.BROKEN, "y"),
    ),
    "41(2) notified": (contact(notified=True), "contact-point", DAY, (), Phase.DONE_IN_TIME, "n"),
    "41(4) without capacity": (
        contact(communicates_expeditiously=False),
        "have-capacity",
        DAY,
        (),
        Phase.BROKEN,
        "y",
    ),
    "41(5) not equipped": (contact(equipped=False), "have-personnel", DAY, (), Phase.BROKEN, "y"),
    "40(17) executed otherwise than its law has it": (
        *(handled(no_longer_required=False), "execute-by-domestic-law-in-assistance", DAY),
        (
            did("execute-soon-in-assistance", LATE),
            did_not("execute-by-domestic-law-in-assistance", LATE),
            complete(DAY),
        ),
        *(Phase.BROKEN, "y"),
    ),
    "42(3)(g) the user was notified": (*(kept_secret(user_notified=True), SILENCE, DAY, (), Phase.BROKEN, "y"),),
    "40(20) no more disclosed of the preservation than is necessary": (
        kept_secret(user_notified=False, disclosure_necessary=True),
        *(SILENCE, DAY, (), Phase.CONTINUING, "n"),
    ),
    "42(6) refused on a ground that is open": (
        *(preserved(ESSENTIAL, grounds=(Ground.ESSENTIAL_INTERESTS,)), "preserve", DAY, (), Phase.DISPLACED, "u"),
    ),
    "42(6) a ground that is open breaks nothing": (
        *(preserved(ESSENTIAL, grounds=(Ground.ESSENTIAL_INTERESTS,)), LISTED, DAY, (), Phase.CONTINUING, "n"),
    ),
    "42(6) refused on bank secrecy": (
        *(preserved(grounds=(Ground.BANK_SECRECY,)), LISTED, DAY, (), Phase.BROKEN, "y"),
    ),
    "42(6) a refusal on bank secrecy leaves the duty": (
        *(
            preserved(grounds=(Ground.BANK_SECRECY,)),
            "preserve",
            DAY,
            (complete(DAY),),
            Phase.OWED,
            "u",
        ),
    ),
    "42(6) refused, and no ground known": (preserved(), LISTED, DAY, (), Phase.CONTINUING, "u"),
    "42(6) not yet refused on that day": (
        *(preserved(grounds=(Ground.BANK_SECRECY,)), LISTED, EARLY, (complete(EARLY),), Phase.CONTINUING, "n"),
    ),
    "40(28) preservation refused without consultation": (
        *(refused_preservation(consulted=False), "consult-before-refusing-preservation", DAY, (), Phase.OVERDUE, "y"),
    ),
    "40(28) preservation refused after consultation": (
        *(refused_preservation(consulted=True), "consult-before-refusing-preservation", DAY, ()),
        *(Phase.DONE_IN_TIME, "n"),
    ),
    "40(25) preservation refused with reasons": (
        *(refused_preservation(reasons_given=True), "give-reasons-for-refusing-preservation", DAY, ()),
        *(Phase.DONE_IN_TIME, "n"),
    ),
    "43(1) disclosed": (
        *(traced(disclosed_on=LATE), "disclose-path", DAY, (did("disclose-path", LATE, in_time=True),)),
        *(Phase.DONE_IN_TIME, "n"),
    ),
    "43(2) refused on a ground that is open": (
        *(traced(ESSENTIAL, Ground.ESSENTIAL_INTERESTS), "disclose-path", DAY, (), Phase.DISPLACED, "u"),
    ),
    "43(2) refused for want of dual criminality": (
        *(traced(ESSENTIAL, Ground.DUAL_CRIMINALITY), "no-other-ground-for-refusing-disclosure", DAY, ()),
        *(Phase.BROKEN, "y"),
    ),
    "44(2) a postponement takes the place of the response": (
        *(
            duties_on_stored_data(STORED, course=course(POSTPONED)),
            "respond-to-access",
            DAY,
            (),
            Phase.DISPLACED,
            "u",
        ),
    ),
    "45(3) a request that says nothing": (
        *(duties_on_traffic_data(TRAFFIC), "specify-particulars", DAY, (), Phase.BROKEN, "y"),
    ),
    "47(1)(b)(i) no measures for inquiries after persons": (
        *(duties_on_law_enforcement(measures=NO_INQUIRIES), "law-enforcement-persons", DAY, (), Phase.BROKEN, "y"),
    ),
    "47(2) an agreement shows that it was considered": (
        *(agencies(agreement_exists=True), "consider-agency-agreements", DAY, (), Phase.DONE_IN_TIME, "n"),
    ),
    "47(2) no agreement shows nothing": (
        *(agencies(agreement_exists=False), "consider-agency-agreements", DAY, ()),
        *(Phase.OWED_AS_FAR_AS_KNOWN, "u"),
    ),
    "48 sovereignty is not respected": (
        *(jointly(), "respect-sovereignty-in-joint-investigation", DAY, (), Phase.BROKEN, "y"),
    ),
}


@pytest.mark.long
def test_every_duty_of_the_chapter_is_in_the_table() -> None:
    """The table of manners has each id of the chapter once, and no other."""
    is_whole(MANNERS, "cooperation")


@pytest.mark.long
@pytest.mark.parametrize(("name", "manner"), rows(MANNERS))
def test_manner(name: str, manner: Manner) -> None:
    """A duty is done once, kept up, a prohibition or a liberty, as its paragraph has it."""
    assert duties_of("cooperation")[name] == {manner}


@pytest.mark.parametrize("case", CASES)
def test_where_it_stands(case: str) -> None:
    """The facts of the case, and the record, say where the duty stands, and whether it is broken."""
    agrees(CASES[case])
