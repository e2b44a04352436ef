"""Arts. 35 and 40: every rule on assistance over every three-valued state of its facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from tests.universal import hold_universal_properties
from uncc.cooperation import (
    AssistancePosition,
    AssistancePurpose,
    AssistanceRequest,
    Authority,
    CentralAuthority,
    Channel,
    Cooperation,
    CooperationSought,
    EvidenceUse,
    GovernmentRecords,
    Ground,
    Handling,
    Hearing,
    NegativeReply,
    Offence,
    PersonalDataTransfer,
    Proceeding,
    ReplyKind,
    RequestForm,
    SpontaneousInformation,
    Transmission,
    UnderlyingConduct,
    assistance_conformity,
    bears_ordinary_costs,
    contains_particulars,
    cooperation_is_open,
    duties_of_central_authorities,
    duties_on_assistance,
    duties_on_assistance_refusal,
    duties_on_evidence_use,
    duties_on_hearing,
    duties_on_records,
    duties_on_spontaneous_information,
    duties_on_transmission,
    duties_under_treaty,
    duties_while_handled,
    has_central_authority,
    has_notified,
    is_addressed_properly,
    is_in_due_form,
    may_apply_own_treaty,
    may_assist_all_the_same,
    may_designate_distinct_authority,
    may_permit_video_hearing,
    may_postpone_assistance,
    may_refuse_assistance,
    may_request_assistance,
    may_request_information,
    may_transmit_spontaneously,
    may_use_evidence,
    must_consult_before_postponing_assistance,
    must_consult_before_refusing_assistance,
    must_consult_on_costs,
    must_give_reasons_for_refusing_assistance,
    must_keep_to_restrictions,
    must_take_account_of_deadline,
    paragraph_applies,
    purpose_is_admitted,
    purpose_is_open,
    reply_conforms,
    treaty_governs,
)
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_5 import DiscriminationClause, NonConformity, PersonalDataConditions, TreatyGaps

Values = Mapping[str, Fact]
Rule = Callable[[Values], Finding]

FILLED = Readings.of(TreatyGaps.FILLED)
DISPLACED = Readings.of(DiscriminationClause.DISPLACED)
WHOLE_ARTICLE = Readings.of(NonConformity.WHOLE_ARTICLE)


def made(model: type[Any], values: Values, **others: object) -> Any:
    """Return the collection of facts with its share of the values, which are named `Class.field`."""
    own = {name: values[question.name] for name, question in model.questions().items() if question.name in values}
    return model(**own, **others)


def names(model: type[Facts], *only: str) -> list[str]:
    """Return the names of the facts of a model, or of some of them."""
    return [question.name for name, question in model.questions().items() if not only or name in only]


def treaty(values: Values) -> AssistanceTreaty:
    """Return the treaty that the values describe."""
    found: AssistanceTreaty = made(AssistanceTreaty, values)
    return found


def position(values: Values) -> AssistancePosition:
    """Return the position that the values describe."""
    found: AssistancePosition = made(AssistancePosition, values)
    return found


def transmission(values: Values, channel: Channel | None, form: RequestForm | None) -> Transmission:
    """Return how a request was sent."""
    found: Transmission = made(Transmission, values, channel=channel, form=form)
    return found


def full(values: Values, **others: Any) -> AssistanceRequest:
    """Return a request that says all that it must in any case, so that all else turns on facts."""
    known: dict[str, Any] = {
        "transmission": made(Transmission, values, channel=Channel.CENTRAL_AUTHORITY, form=RequestForm.WRITTEN),
        "authority": Authority(name="Prosecutor of Astoria"),
        "proceeding": Proceeding(subject_matter="a fraud", nature="investigation"),
        "conducting_authority": Authority(name="Prosecutor of Astoria", functions="prosecution"),
        "offence": made(Offence, values, title="fraud", summary_of_facts="a forged page"),
        "assistance": "subscriber information",
        "intended_use": "to identify the author",
        **others,
    }
    found: AssistanceRequest = made(AssistanceRequest, values, **known)
    return found


BINDING = names(AssistanceTreaty, "binds", "paragraphs_agreed")
OFFENCE = names(Offence)
CONTENTS = names(AssistanceRequest, "procedure_wanted", "more_on_persons", "more_on_items", "period_applicable")
DUE = names(Transmission, "language_acceptable", "authenticity_can_be_established")
SENT = [*DUE, *names(Transmission, "diplomatic_channels_required")]
STORED, RECORDS, OTHER = AssistancePurpose.STORED_DATA, AssistancePurpose.RECORDS, AssistancePurpose.OTHER

SENT_WELL: dict[str, Fact] = {**dict.fromkeys(DUE, True), SENT[-1]: False}
POSSIBLE = {name: name != "Hearing.appearance_possible" for name in names(Hearing)}

RULES: dict[str, tuple[Rule, list[str]]] = {
    "40(1) stored data": (
        lambda v: may_request_assistance(full(v, purposes=(STORED,))),
        [*OFFENCE, *names(AssistanceRequest, "serves_criminal_proceedings")],
    ),
    "40(1) stored data, records and something else": (
        lambda v: may_request_assistance(full(v, purposes=(STORED, RECORDS, OTHER, RECORDS))),
        [
            *OFFENCE,
            *names(
                AssistanceRequest,
                "serves_criminal_proceedings",
                "seeks_electronic_evidence",
                "contrary_to_domestic_law",
            ),
        ],
    ),
    "40(1) a mixed request": (
        lambda v: may_request_assistance(full(v, purposes=(STORED, AssistancePurpose.RECOVERY))),
        [*OFFENCE, *names(AssistanceRequest, "serves_criminal_proceedings")],
    ),
    "40(2)": (
        lambda v: duties_on_assistance(full(v))[1].trigger,
        names(AssistanceRequest, "serves_criminal_proceedings", "legal_person_liable"),
    ),
    "40(7) paragraphs": (lambda v: paragraph_applies(art(40, 21, "b"), treaty=treaty(v)), BINDING),
    "40(7) treaty": (lambda v: treaty_governs(treaty=treaty(v)), BINDING),
    "40(6) treaty": (lambda v: may_apply_own_treaty(treaty=treaty(v)), names(AssistanceTreaty, "binds")),
    "40(7) encouragement": (
        lambda v: duties_under_treaty(treaty=treaty(v))[2].trigger,
        [*BINDING, *names(AssistanceTreaty, "paragraphs_facilitate")],
    ),
    "40(8) assistance all the same": (lambda v: may_assist_all_the_same(treaty=treaty(v)), BINDING),
    "40(8) duty": (
        lambda v: duties_on_assistance_refusal(Ground.DUAL_CRIMINALITY, treaty=treaty(v))[2].trigger,
        BINDING,
    ),
    "40(12)(a)": (
        lambda v: has_central_authority(made(CentralAuthority, v)),
        names(CentralAuthority, "designated", "can_receive", "can_execute", "can_transmit"),
    ),
    "40(12)(a) region": (
        lambda v: may_designate_distinct_authority(made(CentralAuthority, v)),
        names(CentralAuthority, "separate_system"),
    ),
    "40(12)(b)": (
        lambda v: duties_of_central_authorities(made(CentralAuthority, v), treaty=treaty(v))[1].trigger,
        [*BINDING, *names(CentralAuthority, "can_transmit")],
    ),
    "40(12)(c)": (
        lambda v: has_notified(made(CentralAuthority, v)),
        names(CentralAuthority, "notified_at_deposit", "details_correct", "languages_notified"),
    ),
    "40(13) confirmation": (
        lambda v: duties_on_transmission(Transmission(form=RequestForm.ORAL), treaty=treaty(v))[1].trigger,
        BINDING,
    ),
    "40(15)": (lambda v: contains_particulars(full(v)), CONTENTS),
    "40(12) to (15)": (lambda v: assistance_conformity(full(v)), [*CONTENTS, *SENT]),
    "40(12) to (15) oral, through Interpol": (
        lambda v: assistance_conformity(
            full(
                {**v, **dict.fromkeys(CONTENTS, False)},
                transmission=transmission(v, Channel.INTERPOL, RequestForm.ORAL),
            )
        ),
        [
            *DUE,
            *names(
                Transmission, "urgent", "interpol_agreed", "interpol_possible", "oral_agreed", "confirmed_forthwith"
            ),
        ],
    ),
    "40(16)": (
        lambda v: may_request_information(made(Handling, v), treaty=treaty(v)),
        [*BINDING, *names(Handling, "information_necessary", "information_helpful")],
    ),
    "40(18)": (
        lambda v: may_permit_video_hearing(made(Hearing, v), treaty=AssistanceTreaty(binds=False)),
        names(Hearing)[:8],
    ),
    "40(18) means": (
        lambda v: duties_on_hearing(made(Hearing, {**POSSIBLE, **v}), treaty=treaty(v))[2].trigger,
        [*BINDING, "Hearing.lacks_means"],
    ),
    "40(19)": (
        lambda v: may_use_evidence(made(EvidenceUse, v), treaty=treaty(v)),
        [
            *BINDING,
            *names(EvidenceUse, "within_stated_proceedings", "prior_consent", "exculpatory", "treaty_allows"),
        ],
    ),
    "40(26) deadline": (
        lambda v: must_take_account_of_deadline(
            AssistanceRequest(wanted_by=date(2028, 5, 1)), made(Handling, v), treaty=treaty(v)
        ),
        [*BINDING, *names(Handling, "deadline_reasons_given")],
    ),
    "40(27)": (
        lambda v: may_postpone_assistance(position=position(v), treaty=treaty(v)),
        [*BINDING, *names(AssistancePosition, "interferes_with_proceedings")],
    ),
    "40(28) refusal": (
        lambda v: must_consult_before_refusing_assistance(Ground.LEGAL_SYSTEM, treaty=treaty(v)),
        BINDING,
    ),
    "40(28) postponement": (lambda v: must_consult_before_postponing_assistance(treaty=treaty(v)), BINDING),
    "40(25)": (lambda v: must_give_reasons_for_refusing_assistance(treaty=treaty(v)), BINDING),
    "40(30) ordinary": (
        lambda v: bears_ordinary_costs(made(Handling, v), treaty=treaty(v)),
        [*BINDING, *names(Handling, "costs_agreed_otherwise")],
    ),
    "40(30) extraordinary": (
        lambda v: must_consult_on_costs(made(Handling, v), treaty=treaty(v)),
        [*BINDING, *names(Handling, "extraordinary_expenses")],
    ),
    "40(4)": (
        lambda v: may_transmit_spontaneously(made(SpontaneousInformation, v)),
        names(SpontaneousInformation)[:5],
    ),
    "40(5)": (
        lambda v: must_keep_to_restrictions(made(SpontaneousInformation, v)),
        names(SpontaneousInformation, "confidentiality_asked", "restrictions_asked"),
    ),
    "40(25) refusal in practice": (
        lambda v: reply_conforms(
            made(NegativeReply, v, grounds=(Ground.LEGAL_SYSTEM,)),
            AssistanceRequest(),
            position=position(v),
            treaty=treaty(v),
        ),
        [*BINDING, *names(NegativeReply), *names(AssistancePosition, "contrary_to_legal_system")],
    ),
    "40(27) postponement in practice": (
        lambda v: reply_conforms(
            made(NegativeReply, v, kind=ReplyKind.POSTPONEMENT),
            AssistanceRequest(),
            position=position(v),
            treaty=treaty(v),
        ),
        [
            *BINDING,
            *names(NegativeReply, "consulted", "keeps_to_treaty"),
            *names(AssistancePosition, "interferes_with_proceedings"),
        ],
    ),
}


@pytest.mark.parametrize("name", RULES)
def test_the_universal_properties_hold(name: str) -> None:
    """Settled is final, no doubt is idle, and the open questions are just the pivotal ones."""
    rule, facts = RULES[name]
    assert hold_universal_properties(rule, facts) == 3 ** len(facts)


@pytest.mark.parametrize("kind", Cooperation)
def test_what_is_open_for_every_kind_of_cooperation(kind: Cooperation) -> None:
    """Art. 35(1): every kind over the nature of the offence and of what is sought."""

    def rule(values: Values) -> Finding:
        return cooperation_is_open(
            kind, made(Offence, values, title="an offence"), sought=made(CooperationSought, values)
        )

    facts = {
        Cooperation.ASSISTANCE: [*OFFENCE, *names(CooperationSought)],
        Cooperation.NETWORK: [*OFFENCE, *names(CooperationSought)],
    }.get(kind, OFFENCE)
    assert hold_universal_properties(rule, facts) == 3 ** len(facts)


@pytest.mark.parametrize("purpose", AssistancePurpose)
def test_what_is_open_for_every_purpose(purpose: AssistancePurpose) -> None:
    """Art. 40(1) and (3): every purpose over the nature of the offence, and of what else is sought."""
    evidence = names(AssistanceRequest, "seeks_electronic_evidence")
    facts = [*OFFENCE, *evidence]
    assert hold_universal_properties(lambda v: purpose_is_open(full(v), purpose), facts) == 27
    contrary = names(AssistanceRequest, "contrary_to_domestic_law")
    assert hold_universal_properties(lambda v: purpose_is_admitted(full(v), purpose), contrary) == 3


@pytest.mark.parametrize("channel", [*Channel, None])
def test_every_channel(channel: Channel | None) -> None:
    """Art. 40(12)(d): every channel over its facts."""
    if channel is None:
        assert is_addressed_properly(Transmission()).is_unknown
        return
    facts = {
        Channel.CENTRAL_AUTHORITY: names(Transmission, "diplomatic_channels_required"),
        Channel.DIPLOMATIC: names(Transmission, "diplomatic_channels_required"),
        Channel.INTERPOL: names(Transmission, "urgent", "interpol_agreed", "interpol_possible"),
        Channel.OTHER: [],
    }[channel]
    count = hold_universal_properties(lambda v: is_addressed_properly(transmission(v, channel, None)), facts)
    assert count == 3 ** len(facts)


@pytest.mark.parametrize("form", [*RequestForm, None])
def test_every_form(form: RequestForm | None) -> None:
    """Art. 40(13): every form over its facts; one that is not known leaves the answer open."""
    if form is None:
        assert is_in_due_form(Transmission()).is_unknown
        return
    facts = (
        DUE
        + {
            RequestForm.WRITTEN: list[str](),
            RequestForm.RECORDED: names(Transmission, "recorded_means_possible"),
            RequestForm.ORAL: names(Transmission, "urgent", "oral_agreed", "confirmed_forthwith"),
        }[form]
    )
    assert hold_universal_properties(lambda v: is_in_due_form(transmission(v, None, form)), facts) == 3 ** len(facts)


CONDITIONS: dict[Ground, list[str]] = {
    Ground.DUAL_CRIMINALITY: names(UnderlyingConduct),
    Ground.NON_CONFORMITY: [*CONTENTS[:2], *SENT[:2]],
    Ground.DISCRIMINATION: names(AssistancePosition, "discriminatory_purpose", "discriminatory_prejudice"),
    Ground.LEGAL_SYSTEM: names(AssistancePosition, "contrary_to_legal_system"),
    Ground.PERSONAL_DATA: names(AssistancePosition, "transfer_not_compliant"),
    Ground.TRIFLING_MATTER: names(AssistancePosition, "trifling"),
    Ground.AVAILABLE_ELSEWHERE: names(AssistancePosition, "available_elsewhere"),
}
JUDGED = names(AssistancePosition, "prejudices_essential_interests", "prohibited_for_similar_offence")


def refused(values: Values, ground: Ground, under: Readings = AS_ADOPTED) -> Finding:
    """Return whether a request may be refused on a ground, as the values say."""
    return may_refuse_assistance(
        full({**dict.fromkeys(CONTENTS[2:], False), **SENT_WELL, **values}, purposes=(STORED,)),
        ground,
        position=position(values),
        conduct=made(UnderlyingConduct, values),
        treaty=treaty(values),
        under=under,
    )


@pytest.mark.parametrize("ground", Ground)
def test_the_universal_properties_hold_for_every_ground(ground: Ground) -> None:
    """Art. 40(8) and (21) to (24): each ground over all that it can rest on, up to 729 states."""
    facts = [*BINDING, *CONDITIONS.get(ground, JUDGED)]
    assert hold_universal_properties(lambda v: refused(v, ground), facts) == 3 ** len(facts)


@pytest.mark.parametrize(
    ("under", "facts"),
    [
        (AS_ADOPTED, ["personal", "data_protection_allows"]),
        (
            Readings.of(PersonalDataConditions.MUST_SEEK),
            ["personal", "data_protection_allows", "conditions_would_comply"],
        ),
    ],
)
def test_the_universal_properties_hold_where_the_transfer_is_described(under: Readings, facts: list[str]) -> None:
    """Art. 36(1)(a): the ground of personal data, answered by what is known of the transfer."""

    def rule(values: Values) -> Finding:
        described = AssistancePosition(transfer=made(PersonalDataTransfer, values))
        return may_refuse_assistance(full({}), Ground.PERSONAL_DATA, position=described, under=under)

    asked = names(PersonalDataTransfer, *facts)
    assert hold_universal_properties(rule, asked) == 3 ** len(asked)


@pytest.mark.parametrize(
    ("ground", "under", "facts"),
    [
        (Ground.DISCRIMINATION, DISPLACED, [*BINDING, *CONDITIONS[Ground.DISCRIMINATION]]),
        (
            Ground.NON_CONFORMITY,
            WHOLE_ARTICLE,
            [*BINDING, *OFFENCE, *SENT[:1], *names(AssistanceRequest, "serves_criminal_proceedings")],
        ),
        (Ground.LEGAL_SYSTEM, FILLED, names(AssistancePosition, "contrary_to_legal_system")),
    ],
)
def test_the_universal_properties_hold_on_other_readings(ground: Ground, under: Readings, facts: list[str]) -> None:
    """Art. 40(7), (21)(a) and (22): the same on the readings that are not adopted."""
    contents: dict[str, Fact] = {**dict.fromkeys(CONTENTS, False), **SENT_WELL}
    bound = {} if under != FILLED else {"AssistanceTreaty.binds": True, "AssistanceTreaty.paragraphs_agreed": False}

    def rule(values: Values) -> Finding:
        found = refused({**contents, **bound, **values}, ground, under)
        if under == FILLED:
            assert found.truth is not Truth.YES
            return may_refuse_assistance(
                full(values),
                ground,
                position=position(values),
                treaty=AssistanceTreaty(binds=True, paragraphs_agreed=False, silent_on=(art(40, 21),)),
                under=under,
            )
        return found

    assert hold_universal_properties(rule, facts) == 3 ** len(facts)


@pytest.mark.parametrize(
    "grounds",
    [
        (Ground.ESSENTIAL_INTERESTS,),
        (Ground.BANK_SECRECY, Ground.LEGAL_SYSTEM),
        (Ground.FISCAL_MATTERS,),
        (Ground.FISCAL_MATTERS, Ground.TRIFLING_MATTER),
        (Ground.DISCRIMINATION,),
    ],
)
def test_the_universal_properties_hold_for_refusals(grounds: tuple[Ground, ...]) -> None:
    """Art. 40(21) to (28): a refusal over what was done, what is thought and what governs."""
    judged = {
        Ground.ESSENTIAL_INTERESTS: ["Position.prejudices_essential_interests"],
        Ground.LEGAL_SYSTEM: ["AssistancePosition.contrary_to_legal_system"],
        Ground.TRIFLING_MATTER: ["AssistancePosition.trifling"],
        Ground.DISCRIMINATION: CONDITIONS[Ground.DISCRIMINATION],
    }
    facts = [*BINDING, *names(NegativeReply), *(name for ground in grounds for name in judged.get(ground, []))]

    def rule(values: Values) -> Finding:
        return reply_conforms(
            made(NegativeReply, values, grounds=grounds),
            AssistanceRequest(),
            position=position(values),
            treaty=treaty(values),
        )

    assert hold_universal_properties(rule, facts) == 3 ** len(facts)


@pytest.mark.parametrize("number", range(12))
def test_the_universal_properties_hold_while_a_request_is_handled(number: int) -> None:
    """Art. 40(16) to (30): the trigger of each duty over the facts that it can rest on."""
    others = {"procedure": "By a judge.", "confidentiality": "Tell nobody.", "wanted_by": date(2028, 5, 1)}

    def rule(values: Values) -> Finding:
        request = full(values, purposes=(STORED,), **others)
        return duties_while_handled(request, made(Handling, values), treaty=treaty(values))[number].trigger

    asked = {question.name for question in rule({}).open_questions}
    assert hold_universal_properties(rule, sorted(asked)) == 3 ** len(asked)


@pytest.mark.parametrize("number", range(5))
def test_the_universal_properties_hold_for_information_sent_unasked(number: int) -> None:
    """Art. 40(5): the trigger of each duty over the facts that it can rest on."""

    def rule(values: Values) -> Finding:
        return duties_on_spontaneous_information(made(SpontaneousInformation, values))[number].trigger

    asked = {question.name for question in rule({}).open_questions}
    assert hold_universal_properties(rule, sorted(asked)) == 3 ** len(asked)


@pytest.mark.parametrize("number", range(4))
def test_the_universal_properties_hold_for_the_use_of_evidence(number: int) -> None:
    """Art. 40(19): the trigger of each duty over the facts that it can rest on."""

    def rule(values: Values) -> Finding:
        return duties_on_evidence_use(made(EvidenceUse, values), treaty=treaty(values))[number].trigger

    asked = {question.name for question in rule({}).open_questions}
    assert hold_universal_properties(rule, sorted(asked)) == 3 ** len(asked)


@pytest.mark.parametrize("number", range(2))
def test_the_universal_properties_hold_for_records(number: int) -> None:
    """Art. 40(31): public records and others."""

    def rule(values: Values) -> Finding:
        return duties_on_records(made(GovernmentRecords, values), treaty=treaty(values))[number].trigger

    facts = [*BINDING, *names(GovernmentRecords)]
    assert hold_universal_properties(rule, facts) == 81
