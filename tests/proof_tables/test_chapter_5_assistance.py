"""Chapter V, Art. 40: mutual legal assistance, paragraph by paragraph, from the text alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from itertools import product
from typing import Any

import pytest
from attrs import evolve

from tests.proof_tables.table import Law, Table, Values, World, by_name, differences, every, of, one, some, table
from uncc.cooperation import (
    AssistancePosition,
    AssistancePurpose,
    AssistanceRequest,
    Authority,
    CentralAuthority,
    Channel,
    EvidenceUse,
    Ground,
    Handling,
    Hearing,
    ItemConcerned,
    Offence,
    PersonConcerned,
    PersonTransfer,
    Proceeding,
    RequestForm,
    Restraint,
    SafeConduct,
    SpontaneousInformation,
    Transmission,
    UnderlyingConduct,
    assistance_conformity,
    bears_ordinary_costs,
    contains_particulars,
    execution_is_prohibited,
    has_central_authority,
    has_notified,
    has_safe_conduct,
    is_addressed_properly,
    is_discriminatory,
    is_entitled_to_safe_conduct,
    is_in_due_form,
    is_protected_after_transfer,
    may_apply_own_treaty,
    may_assist_all_the_same,
    may_designate_distinct_authority,
    may_permit_video_hearing,
    may_postpone_assistance,
    may_refuse_assistance,
    may_request_assistance,
    may_request_information,
    may_require_extradition,
    may_transfer_person,
    may_transmit_spontaneously,
    may_use_evidence,
    must_consult_before_postponing_assistance,
    must_consult_before_refusing_assistance,
    must_consult_on_costs,
    must_follow_procedure,
    must_give_reasons_for_refusing_assistance,
    must_keep_assistance_confidential,
    must_keep_in_custody,
    must_keep_to_restrictions,
    must_return_person,
    must_say_if_assistance_not_confidential,
    must_take_account_of_deadline,
    paragraph_applies,
    prejudices_essential_interests,
    purpose_is_admitted,
    purpose_is_open,
    safe_conduct_covers,
    safe_conduct_has_ceased,
    treaty_governs,
)
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import Provision, art
from uncc.readings import Readings
from uncc.readings.chapter_5_assistance import DiscriminationClause, TreatyGaps

GATHERS_EVIDENCE = (AssistancePurpose.STORED_DATA, AssistancePurpose.TRAFFIC_DATA, AssistancePurpose.INTERCEPTION)
"""Art. 40(3)(d) to (f): by their nature the collection of evidence in electronic form."""
GATHERS_NO_EVIDENCE = (AssistancePurpose.SERVICE, AssistancePurpose.APPEARANCE, AssistancePurpose.RECOVERY)
"""Art. 40(3)(b), (k) and (l): by their nature something else."""
BINDING = ("binds", "paragraphs_agreed")
NO_TREATY = AssistanceTreaty(binds=False)
DISPLACED_BY_TREATY = {*range(8, 32)} - {22}
"""The paragraphs of Art. 40 that give way to a treaty; that on discrimination stands, as adopted."""


def _own_rules(w: World) -> bool:
    """Art. 40(7): paragraphs 8 to 31 apply, since no treaty binds or they were agreed upon in its place."""
    return bool(not w.binds or w.paragraphs_agreed)


def _and_own_rules(law: Law) -> Law:
    return lambda w: law(w) and _own_rules(w)


def _all(needed: tuple[str, ...]) -> Law:
    return lambda w: all(getattr(w, name) for name in needed)


def _addressed(channel: Channel, values: Values) -> Finding:
    return is_addressed_properly(of(Transmission, values, channel=channel))


def _made(form: RequestForm, values: Values) -> Finding:
    return is_in_due_form(of(Transmission, values, form=form))


def _postponed(position: AssistancePosition, **known: Any) -> Finding:
    return may_postpone_assistance(position=position, **known)


def _treaty(values: Values) -> AssistanceTreaty:
    return of(AssistanceTreaty, values)


def _request(values: Values, **others: Any) -> AssistanceRequest:
    return of(AssistanceRequest, values, offence=of(Offence, values, title="an offence"), **others)


def _under(rule: Any, *models: Any) -> Callable[[Values], Finding]:
    """Return a rule of some collections, and of the treaty that may govern in the paragraph's place."""

    def asked(values: Values) -> Finding:
        return rule(*(of(model, values) for model in models), treaty=_treaty(values))  # type: ignore[no-any-return]

    return asked


def _where_it_applies(source: str, rule: Any, model: Any, facts: tuple[str, ...], law: Law, **fixed: Fact) -> Table:
    """Return a table of a paragraph that gives way to a treaty."""
    models = [] if model is None else [model]
    return table(
        source,
        _under(rule, *models),
        (*facts, *BINDING),
        lambda w: law(w) and _own_rules(w),
        [*models, AssistanceTreaty],
        **fixed,
    )


def _admitted(purpose: AssistancePurpose, values: Values) -> Finding:
    return purpose_is_admitted(_request(values), purpose)


def _open(purpose: AssistancePurpose, values: Values) -> Finding:
    return purpose_is_open(_request(values), purpose)


SCOPE: list[Table] = [
    *(
        table(
            f"Art. 40(1), {purpose.value}",
            partial(_open, purpose),
            ("established_in_accordance", "serious_crime"),
            lambda w: w.established_in_accordance or w.serious_crime,
            [Offence, AssistanceRequest],
        )
        for purpose in GATHERS_EVIDENCE
    ),
    *(
        table(
            f"Art. 40(1), {purpose.value}",
            partial(_open, purpose),
            ["established_in_accordance"],
            lambda w: w.established_in_accordance,
            [Offence, AssistanceRequest],
        )
        for purpose in GATHERS_NO_EVIDENCE
    ),
    *(
        table(
            f"Art. 40(1), {purpose.value}",
            partial(_open, purpose),
            ("established_in_accordance", "serious_crime", "seeks_electronic_evidence"),
            lambda w: w.established_in_accordance or (w.serious_crime and w.seeks_electronic_evidence),
            [Offence, AssistanceRequest],
        )
        for purpose in AssistancePurpose
        if purpose not in (*GATHERS_EVIDENCE, *GATHERS_NO_EVIDENCE)
    ),
    *(
        table(
            f"Art. 40(3), {purpose.value}",
            partial(_admitted, purpose),
            (),
            lambda _: True,
            [AssistanceRequest],
        )
        for purpose in AssistancePurpose
        if purpose is not AssistancePurpose.OTHER
    ),
    table(
        "Art. 40(3)(m)",
        lambda v: purpose_is_admitted(_request(v), AssistancePurpose.OTHER),
        ["contrary_to_domestic_law"],
        lambda w: not w.contrary_to_domestic_law,
        [AssistanceRequest],
    ),
    table(
        "Art. 40(1) and (3), a request for two things",
        lambda v: may_request_assistance(
            _request(v, purposes=(AssistancePurpose.STORED_DATA, AssistancePurpose.OTHER))
        ),
        (
            "serves_criminal_proceedings",
            "established_in_accordance",
            "serious_crime",
            "seeks_electronic_evidence",
            "contrary_to_domestic_law",
        ),
        lambda w: (
            w.serves_criminal_proceedings
            and (w.established_in_accordance or (w.serious_crime and w.seeks_electronic_evidence))
            and not w.contrary_to_domestic_law
        ),
        [Offence, AssistanceRequest],
    ),
    one(
        "Art. 40(4)",
        may_transmit_spontaneously,
        SpontaneousInformation,
        ("concerns_criminal_matters", "not_requested", "could_help", "could_lead_to_request", "domestic_law_forbids"),
        lambda w: (
            w.concerns_criminal_matters
            and w.not_requested
            and (w.could_help or w.could_lead_to_request)
            and not w.domestic_law_forbids
        ),
    ),
    some(
        "Art. 40(5)", must_keep_to_restrictions, SpontaneousInformation, "confidentiality_asked", "restrictions_asked"
    ),
    one(
        "Art. 40(7)",
        by_name(treaty_governs),
        AssistanceTreaty,
        BINDING,
        lambda w: not _own_rules(w),
    ),
    every("Arts. 40(6) and 60(1)", by_name(may_apply_own_treaty), AssistanceTreaty, "binds"),
    *(
        one(
            f"Art. 40(7), paragraph {number}",
            by_name(partial(paragraph_applies, art(40, number))),
            AssistanceTreaty,
            BINDING if number in DISPLACED_BY_TREATY else (),
            _own_rules if number in DISPLACED_BY_TREATY else (lambda _: True),
        )
        for number in range(1, 33)
    ),
]

ALWAYS_FALSE: Law = lambda _: False  # noqa: E731
DISPLACED: dict[Ground, tuple[tuple[str, ...], Law]] = {
    Ground.DUAL_CRIMINALITY: (
        ("criminal_in_requesting_state", "criminal_in_requested_state"),
        lambda w: not (w.criminal_in_requesting_state and w.criminal_in_requested_state),
    ),
    Ground.TRIFLING_MATTER: (("trifling",), lambda w: w.trifling),
    Ground.AVAILABLE_ELSEWHERE: (("available_elsewhere",), lambda w: w.available_elsewhere),
    Ground.NON_CONFORMITY: (("language_acceptable",), lambda w: not w.language_acceptable),
    Ground.ESSENTIAL_INTERESTS: (("prejudices_essential_interests",), lambda w: w.prejudices_essential_interests),
    Ground.DOMESTIC_PROHIBITION: (("prohibited_for_similar_offence",), lambda w: w.prohibited_for_similar_offence),
    Ground.LEGAL_SYSTEM: (("contrary_to_legal_system",), lambda w: w.contrary_to_legal_system),
}
"""Art. 40(8) and (21)(a) to (d): the grounds among the paragraphs that a treaty displaces."""
STANDING: dict[Ground, tuple[tuple[str, ...], Law]] = {
    Ground.DISCRIMINATION: (
        ("discriminatory_purpose", "discriminatory_prejudice"),
        lambda w: w.discriminatory_purpose or w.discriminatory_prejudice,
    ),
    Ground.PERSONAL_DATA: (("transfer_not_compliant",), lambda w: w.transfer_not_compliant),
}
"""Arts. 40(22) and 36(1)(a): what limits every obligation of the Convention."""
NEVER = (
    Ground.BANK_SECRECY,
    Ground.FISCAL_MATTERS,
    Ground.EXTRADITION_CONDITIONS,
    Ground.NATIONALITY,
    Ground.INSUFFICIENT_EVIDENCE,
    Ground.TRIFLING_PROPERTY,
)
"""Art. 40(23) and (24), and grounds of Arts. 37 and 50, which are none against assistance."""
FACTS = (AssistancePosition, UnderlyingConduct, AssistanceTreaty)
WHOLE = AssistanceRequest(
    authority=Authority(name="Ministry of Justice"),
    proceeding=Proceeding(subject_matter="a ransom", nature="an investigation"),
    conducting_authority=Authority(name="Prosecutor", functions="investigates"),
    offence=Offence(title="an offence", summary_of_facts="a hospital was locked out of its data"),
    purposes=(AssistancePurpose.STORED_DATA,),
    assistance="disclosure of stored data",
    persons=(PersonConcerned(identity="A. B.", location="Astoria", nationality="Bordurian"),),
    items=(ItemConcerned(description="an account", location="Astoria", country_of_origin="Caldera"),),
    intended_use="evidence at trial",
    procedure_wanted=False,
    more_on_persons=False,
    more_on_items=False,
    period_applicable=False,
)
"""A request that contains what Art. 40(15) asks for."""


def _sent(values: Values, channel: Channel = Channel.CENTRAL_AUTHORITY) -> Transmission:
    return of(
        Transmission,
        {"authenticity_can_be_established": True, "diplomatic_channels_required": False, **values},
        channel=channel,
        form=RequestForm.WRITTEN,
    )


def _refuse(ground: Ground, readings: Readings, values: Values) -> Finding:
    return may_refuse_assistance(
        evolve(WHOLE, transmission=_sent(values)),
        ground,
        position=of(AssistancePosition, values),
        conduct=of(UnderlyingConduct, values),
        treaty=_treaty(values),
    ).under(readings)


AS_ADOPTED = Readings()
REFUSAL: list[Table] = [
    *(
        table(
            f"Art. 40(7), (8) and (21), {ground.value}",
            partial(_refuse, ground, AS_ADOPTED),
            (*facts, *BINDING),
            _and_own_rules(law),
            FACTS,
        )
        for ground, (facts, law) in DISPLACED.items()
    ),
    *(
        table(f"Arts. 36(1)(a) and 40(22), {ground.value}", partial(_refuse, ground, AS_ADOPTED), facts, law, FACTS)
        for ground, (facts, law) in STANDING.items()
    ),
    table(
        "Art. 40(22), displaced by a treaty",
        partial(_refuse, Ground.DISCRIMINATION, Readings.of(DiscriminationClause.DISPLACED)),
        (*STANDING[Ground.DISCRIMINATION][0], *BINDING),
        lambda w: (w.discriminatory_purpose or w.discriminatory_prejudice) and _own_rules(w),
        FACTS,
    ),
    *(
        table(f"Art. 40, {ground.value} is no ground", partial(_refuse, ground, AS_ADOPTED), (), ALWAYS_FALSE, FACTS)
        for ground in NEVER
    ),
    *(
        _where_it_applies(
            f"Art. 40(28), before refusing for {ground.value}",
            partial(must_consult_before_refusing_assistance, ground),
            None,
            (),
            lambda _: True,
        )
        for ground in (
            Ground.NON_CONFORMITY,
            Ground.ESSENTIAL_INTERESTS,
            Ground.DOMESTIC_PROHIBITION,
            Ground.LEGAL_SYSTEM,
        )
    ),
    every(
        "Art. 40(21)(b)", by_name(prejudices_essential_interests), AssistancePosition, "prejudices_essential_interests"
    ),
    every("Art. 40(21)(c)", by_name(execution_is_prohibited), AssistancePosition, "prohibited_for_similar_offence"),
    some(
        "Art. 40(22)",
        by_name(is_discriminatory),
        AssistancePosition,
        "discriminatory_purpose",
        "discriminatory_prejudice",
    ),
    table(
        "Art. 40(8), second sentence, or the treaty that governs in its place",
        lambda v: may_assist_all_the_same(treaty=_treaty(v)),
        (*BINDING, "lets_assist_all_the_same"),
        lambda w: _own_rules(w) or w.lets_assist_all_the_same,
        [AssistanceTreaty],
    ),
    _where_it_applies(
        "Art. 40(27)",
        _postponed,
        AssistancePosition,
        ("interferes_with_proceedings",),
        lambda w: w.interferes_with_proceedings,
    ),
    _where_it_applies("Art. 40(25)", must_give_reasons_for_refusing_assistance, None, (), lambda _: True),
    _where_it_applies(
        "Art. 40(28), before postponing", must_consult_before_postponing_assistance, None, (), lambda _: True
    ),
]

CUSTODY = (
    "presence_for_evidence",
    "consents",
    "consent_free",
    "consent_informed",
    "requested_agrees",
    "requesting_agrees",
)


def _transfer(values: Values) -> PersonTransfer:
    return of(PersonTransfer, values, offence=of(Offence, values, title="an offence"))


DEPARTED = ("at_request", "consents", "in_requesting_territory")
RESTRAINED = ("restricts_liberty", "in_territory", "before_departure")
INFORMED = date(2027, 3, 1)


def _conduct(values: Values) -> SafeConduct:
    return of(
        SafeConduct,
        {"period_agreed": False, **values},
        departed_on=date(2027, 2, 1),
        entered_on=date(2027, 2, 2),
        informed_on=INFORMED,
        hindrances=(),
    )


def _ceased(days: int, values: Values) -> Finding:
    return safe_conduct_has_ceased(_conduct(values), INFORMED + timedelta(days=days))


PEOPLE: list[Table] = [
    table(
        "Art. 40(9)",
        lambda v: may_transfer_person(_transfer(v), treaty=NO_TREATY),
        ("detained", "serving_sentence", "established_in_accordance", *CUSTODY),
        lambda w: (
            (w.detained or w.serving_sentence)
            and w.established_in_accordance
            and all(getattr(w, name) for name in CUSTODY)
        ),
        [Offence, PersonTransfer],
    ),
    table(
        "Art. 40(10)(a)",
        lambda v: must_keep_in_custody(_transfer(v), treaty=NO_TREATY),
        ("returned", "release_requested", "release_authorized"),
        lambda w: not w.returned and not w.release_requested and not w.release_authorized,
        [PersonTransfer],
        transferred=True,
    ),
    table(
        "Art. 40(10)(b)",
        lambda v: must_return_person(_transfer(v), treaty=NO_TREATY),
        ["returned"],
        lambda w: not w.returned,
        [PersonTransfer],
        transferred=True,
    ),
    table(
        "Art. 40(11)",
        lambda v: is_protected_after_transfer(_transfer(v), of(Restraint, v), treaty=NO_TREATY),
        ("transferred", *RESTRAINED, "immunity_lifted"),
        lambda w: w.transferred and all(getattr(w, name) for name in RESTRAINED) and not w.immunity_lifted,
        [Offence],
        held_for_return=False,
    ),
    table(
        "Art. 40(10)(a) and (11), the custody until the return",
        lambda v: is_protected_after_transfer(_transfer(v), of(Restraint, v), treaty=NO_TREATY),
        ["held_for_return"],
        lambda w: not w.held_for_return,
        immunity_lifted=False,
        transferred=True,
        returned=False,
        release_requested=False,
        release_authorized=False,
        **dict.fromkeys(RESTRAINED, True),
    ),
    _where_it_applies(
        "Art. 40(18)",
        may_permit_video_hearing,
        Hearing,
        (
            "in_territory",
            "as_witness_victim_or_expert",
            "requested",
            "appearance_possible",
            "appearance_desirable",
            "videoconference_possible",
        ),
        lambda w: (
            w.in_territory
            and w.as_witness_victim_or_expert
            and w.requested
            and (not w.appearance_possible or not w.appearance_desirable)
            and w.videoconference_possible
        ),
        by_judicial_authorities=True,
        consistent_with_principles=True,
    ),
    every("Art. 40(29), who", partial(is_entitled_to_safe_conduct, treaty=NO_TREATY), SafeConduct, *DEPARTED),
    table(
        "Art. 40(29), once the fifteen days are over",
        partial(_ceased, 16),
        ["remained_voluntarily"],
        lambda w: w.remained_voluntarily,
        informed=True,
        left=False,
        returned_freely=False,
    ),
    table(
        "Art. 40(29), on the fifteenth day",
        partial(_ceased, 15),
        (),
        ALWAYS_FALSE,
        informed=True,
        left=False,
    ),
    table(
        "Art. 40(29), against what",
        lambda v: safe_conduct_covers(_conduct(v), of(Restraint, v), INFORMED, treaty=NO_TREATY),
        (*DEPARTED, *RESTRAINED),
        lambda w: all(getattr(w, name) for name in (*DEPARTED, *RESTRAINED)),
        informed=True,
        left=False,
    ),
    table(
        "Art. 40(29), while it lasts",
        lambda v: has_safe_conduct(_conduct(v), INFORMED, treaty=NO_TREATY),
        DEPARTED,
        lambda w: all(getattr(w, name) for name in DEPARTED),
        informed=True,
        left=False,
    ),
]
HANDLING: list[Table] = [
    _where_it_applies(
        "Art. 40(16)",
        may_request_information,
        Handling,
        ("information_necessary", "information_helpful"),
        lambda w: w.information_necessary or w.information_helpful,
    ),
    table(
        "Art. 40(17)",
        lambda v: must_follow_procedure(_request(v, procedure="under oath"), of(Handling, v), treaty=_treaty(v)),
        ("procedure_contrary_to_law", "procedure_possible", *BINDING),
        lambda w: not w.procedure_contrary_to_law and w.procedure_possible and _own_rules(w),
        [Handling, AssistanceTreaty],
        procedure_wanted=True,
    ),
    table(
        "Art. 40(20), first sentence",
        lambda v: must_keep_assistance_confidential(
            _request(v, confidentiality="the suspect is at large"), treaty=_treaty(v)
        ),
        BINDING,
        _own_rules,
        [AssistanceTreaty],
    ),
    table(
        "Art. 40(20), second sentence",
        lambda v: must_say_if_assistance_not_confidential(
            _request(v, confidentiality="the suspect is at large"), of(Handling, v), treaty=_treaty(v)
        ),
        ("confidentiality_impossible", *BINDING),
        lambda w: w.confidentiality_impossible and _own_rules(w),
        [Handling, AssistanceTreaty],
    ),
    table(
        "Art. 40(26), reasons elsewhere",
        lambda v: must_take_account_of_deadline(
            _request(v, wanted_by=date(2027, 5, 1)), of(Handling, v), treaty=_treaty(v)
        ),
        ("deadline_reasons_given", *BINDING),
        lambda w: w.deadline_reasons_given and _own_rules(w),
        [Handling, AssistanceTreaty],
    ),
    table(
        "Art. 40(26), reasons in the request",
        lambda v: must_take_account_of_deadline(
            _request(v, wanted_by=date(2027, 5, 1), wanted_by_reason="a trial"), of(Handling, v), treaty=_treaty(v)
        ),
        BINDING,
        _own_rules,
        [Handling, AssistanceTreaty],
    ),
    _where_it_applies(
        "Art. 40(30), first sentence",
        bears_ordinary_costs,
        Handling,
        ("costs_agreed_otherwise",),
        lambda w: not w.costs_agreed_otherwise,
    ),
    _where_it_applies(
        "Art. 40(30), second sentence",
        must_consult_on_costs,
        Handling,
        ("extraordinary_expenses",),
        lambda w: w.extraordinary_expenses,
    ),
    table(
        "Art. 40(19), or the treaty that governs in its place",
        lambda v: may_use_evidence(of(EvidenceUse, v), treaty=_treaty(v)),
        ("within_stated_proceedings", "prior_consent", "exculpatory", *BINDING, "treaty_allows"),
        lambda w: (
            w.within_stated_proceedings or w.prior_consent or (w.exculpatory if _own_rules(w) else w.treaty_allows)
        ),
        [EvidenceUse, AssistanceTreaty],
        furnished_on_request=True,
        in_own_proceedings=True,
        conditions_accepted=False,
    ),
    table(
        "Art. 40(5), (19) and (28), without a treaty",
        lambda v: may_use_evidence(of(EvidenceUse, v), treaty=NO_TREATY),
        (
            *("furnished_on_request", "prior_consent", "exculpatory", "in_own_proceedings"),
            *("conditions_accepted", "keeps_to_conditions", "keeps_to_restrictions"),
        ),
        lambda w: (
            (w.prior_consent or (w.exculpatory and w.in_own_proceedings))
            and (not w.conditions_accepted or w.keeps_to_conditions)
            if w.furnished_on_request
            else w.keeps_to_restrictions or (w.exculpatory and w.in_own_proceedings)
        ),
        [EvidenceUse],
        within_stated_proceedings=False,
    ),
    one(
        "Art. 40(12)(a)",
        has_central_authority,
        CentralAuthority,
        ("designated", "can_receive", "can_execute", "can_transmit"),
        lambda w: w.designated and w.can_receive and (w.can_execute or w.can_transmit),
    ),
    every("Art. 40(12)(a), second sentence", may_designate_distinct_authority, CentralAuthority, "separate_system"),
    every(
        "Art. 40(12)(c) and (13)",
        has_notified,
        CentralAuthority,
        "notified_at_deposit",
        "details_correct",
        "languages_notified",
    ),
]
CHANNELS: dict[Channel, tuple[tuple[str, ...], Law]] = {
    Channel.CENTRAL_AUTHORITY: (("diplomatic_channels_required",), lambda w: not w.diplomatic_channels_required),
    Channel.DIPLOMATIC: (("diplomatic_channels_required",), lambda w: w.diplomatic_channels_required),
    Channel.INTERPOL: (
        ("urgent", "interpol_agreed", "interpol_possible"),
        lambda w: w.urgent and w.interpol_agreed and w.interpol_possible,
    ),
    Channel.OTHER: ((), ALWAYS_FALSE),
}
RECEIVABLE = ("language_acceptable", "authenticity_can_be_established")
FORMS: dict[RequestForm, tuple[str, ...]] = {
    RequestForm.WRITTEN: (),
    RequestForm.RECORDED: ("recorded_means_possible",),
    RequestForm.ORAL: ("urgent", "oral_agreed", "confirmed_forthwith"),
}
TRANSMISSION: list[Table] = [
    *(
        table(
            f"Art. 40(12)(d), {channel.value}",
            partial(_addressed, channel),
            facts,
            law,
            [Transmission],
        )
        for channel, (facts, law) in CHANNELS.items()
    ),
    *(
        table(
            f"Art. 40(13), {form.value}",
            partial(_made, form),
            (*facts, *RECEIVABLE),
            _all((*facts, *RECEIVABLE)),
            [Transmission],
        )
        for form, facts in FORMS.items()
    ),
]


@pytest.mark.parametrize("tab", [*SCOPE, *REFUSAL, *PEOPLE, *HANDLING, *TRANSMISSION], ids=lambda tab: tab.source)
def test_the_rule_is_the_text(tab: Table) -> None:
    """Each rule says what the text says, over every state of the facts on which the text turns."""
    assert differences(tab) == []


def test_every_ground_has_its_row() -> None:
    """Art. 40: each ground that the Convention names is open on a condition, or is none; the rows are whole."""
    rows = [*DISPLACED, *STANDING, *NEVER]
    assert {*rows} == {*Ground}
    assert len(rows) == len({*rows})


@pytest.mark.parametrize(
    "ground",
    [
        ground
        for ground in Ground
        if ground
        not in (
            Ground.NON_CONFORMITY,
            Ground.ESSENTIAL_INTERESTS,
            Ground.DOMESTIC_PROHIBITION,
            Ground.LEGAL_SYSTEM,
        )
    ],
)
def test_no_consultation_is_owed_before_another_refusal(ground: Ground) -> None:
    """Art. 40(28): consultation comes before refusals pursuant to paragraph 21 alone."""
    for binds, agreed in product((True, False, None), repeat=2):
        treaty = AssistanceTreaty(binds=binds, paragraphs_agreed=agreed)
        assert must_consult_before_refusing_assistance(ground, treaty=treaty).is_no


@pytest.mark.parametrize("number", range(1, 33))
@pytest.mark.parametrize("whole", [True, False])
def test_a_treaty_that_is_silent(number: int, whole: bool) -> None:
    """Art. 40(7): whether paragraphs 8 to 31 fill what a treaty leaves open is a reading; the article means all."""
    always = number not in DISPLACED_BY_TREATY
    on = art(40) if whole or always else art(40, number)
    silent = AssistanceTreaty(binds=True, paragraphs_agreed=False, silent_on=(on,))
    full = AssistanceTreaty(binds=True, paragraphs_agreed=False, silent_on=())
    filled, not_filled = Readings.of(TreatyGaps.FILLED), Readings.of(TreatyGaps.NOT_FILLED)
    assert paragraph_applies(art(40, number), treaty=silent).under(filled).is_yes
    assert paragraph_applies(art(40, number), treaty=full).under(filled).truth is Truth.of(always)
    assert paragraph_applies(art(40, number), treaty=silent).under(not_filled).truth is Truth.of(always)


@pytest.mark.parametrize("address", [art(40, 7), art(40, 32), art(41), art(40, 3, "a")])
def test_a_treaty_is_silent_on_what_it_could_replace(address: Provision) -> None:
    """Art. 40(7): an address that contains none of paragraphs 8 to 31, and is no part of one, is refused."""
    with pytest.raises(InvalidValue, match=r"^silent_on: .*is not Art\. 40, or one of its paragraphs 8 to 31$"):
        AssistanceTreaty(silent_on=(address,))


MISSING: dict[str, tuple[dict[str, Any], Truth]] = {
    "(a) authority": ({"authority": None}, Truth.NO),
    "(b) subject matter": ({"proceeding": Proceeding(nature="an investigation")}, Truth.NO),
    "(b) nature": ({"proceeding": Proceeding(subject_matter="a ransom")}, Truth.NO),
    "(b) conducting authority": ({"conducting_authority": None}, Truth.NO),
    "(b) functions": ({"conducting_authority": Authority(name="Prosecutor")}, Truth.NO),
    "(c) facts": ({"offence": Offence(title="an offence")}, Truth.NO),
    "(c) facts, for service alone": (
        {"offence": Offence(title="an offence"), "purposes": (AssistancePurpose.SERVICE,)},
        Truth.YES,
    ),
    "(c) facts, for service and more": (
        {
            "offence": Offence(title="an offence"),
            "purposes": (AssistancePurpose.SERVICE, AssistancePurpose.STATEMENTS),
        },
        Truth.NO,
    ),
    "(d) assistance": ({"assistance": None}, Truth.NO),
    "(d) a procedure that is wished": ({"procedure_wanted": True}, Truth.NO),
    "(d) a procedure, with its details": ({"procedure_wanted": True, "procedure": "under oath"}, Truth.YES),
    "(e) persons, where more could be said": ({"persons": (), "more_on_persons": True}, Truth.NO),
    "(e) persons, where nothing could be said": ({"persons": (), "more_on_persons": False}, Truth.YES),
    "(e) items, where more could be said": ({"items": (), "more_on_items": True}, Truth.NO),
    "(f) the period, where applicable": ({"period_applicable": True}, Truth.NO),
    "(f) the period, where that is not known": ({"period_applicable": None}, Truth.UNKNOWN),
    "(g) purpose": ({"intended_use": None}, Truth.NO),
    "nothing": ({}, Truth.YES),
}


@pytest.mark.parametrize("missing", MISSING)
def test_what_a_request_shall_contain(missing: str) -> None:
    """Art. 40(15)(a) to (g): the request is whole, and no longer so when one of its particulars is left out."""
    changes, expected = MISSING[missing]
    request = evolve(WHOLE, **changes)
    assert contains_particulars(request).truth is expected
    sent = _sent({"language_acceptable": True})
    assert assistance_conformity(evolve(request, transmission=sent)).truth is expected
    elsewhere = _sent({"language_acceptable": True}, Channel.OTHER)
    assert assistance_conformity(evolve(request, transmission=elsewhere)).is_no


def test_extradition_is_never_needed_for_the_return() -> None:
    """Art. 40(10)(c): the State to which the person was transferred shall not require it."""
    assert may_require_extradition().is_no
