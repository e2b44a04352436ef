"""Art. 37(9), (10), (14) and (19): speed, provisional arrest, fair treatment, and the authority for extradition."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.cooperation.art37_extradition.refusal import NO_DECISION, ExtraditionDecision
from uncc.cooperation.art37_extradition.request import UNKNOWN_RELATION, ExtraditionRelation, ExtraditionRequest
from uncc.cooperation.art37_extradition.scope import is_offence_of_article
from uncc.kernel.consistency import shows
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, may, shall, shall_endeavour
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_text, given
from uncc.kernel.life import KEPT_UP, Event, Life, found, on_day, stated_on
from uncc.kernel.measured import day_of
from uncc.kernel.provisions import art
from uncc.kernel.quantities import not_after
from uncc.kernel.roles import Role

__all__ = [
    "ExtraditionAuthority",
    "ExtraditionCustody",
    "PersonInProceedings",
    "duties_on_extradition_authority",
    "duties_on_extradition_procedure",
    "has_notified_extradition_authority",
    "is_guaranteed_fair_treatment",
    "keeps_extradition_register_correct",
    "may_take_into_custody",
    "must_guarantee_fair_treatment",
]


@frozen(kw_only=True)
class ExtraditionCustody(Facts, asked_of=Role.REQUESTED_STATE):
    """What stands for securing the person whose extradition is sought; how the request came can be recorded too."""

    warranted: Fact = fact("the requested State is satisfied that the circumstances warrant it", art(37, 10))
    urgent: Fact = fact("the requested State is satisfied that the circumstances are urgent", art(37, 10))
    requested: Fact = fact(
        "the requesting State asks that the person be secured", art(37, 10), asked_of=Role.REQUESTING_STATE
    )
    through_interpol: Fact = fact(
        "that request came through channels of the International Criminal Police Organization", art(37, 10)
    )
    law_and_treaties_allow: Fact = fact(
        "the domestic law and the extradition treaties of the requested State allow it", art(37, 10)
    )


@frozen(kw_only=True)
class PersonInProceedings(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """How a person is treated against whom proceedings are carried out, in either State, for whatever stage."""

    proceedings_carried_out: Fact = fact(
        "proceedings are carried out regarding the person in connection with an offence to which the article applies",
        art(37, 14),
    )
    treated_fairly: Fact = fact("the person is treated fairly at all stages of the proceedings", art(37, 14))
    enjoys_domestic_rights: Fact = fact(
        "the person enjoys all rights and guarantees of the domestic law of the State in whose territory the person is",
        art(37, 14),
    )
    proceedings_ended: Fact = fact("all stages of the proceedings regarding the person have ended", art(37, 14))
    proceedings_ended_on: DayFact = day_fact("the proceedings regarding the person ended", art(37, 14))

    ties = (shows("proceedings_ended_on", "proceedings_ended", art(37, 14)),)


@frozen(kw_only=True)
class ExtraditionAuthority(Facts, asked_of=Role.DEPOSITARY):
    """The authority that a State names for making or receiving requests for extradition or provisional arrest."""

    name_communicated: Fact = fact("the State has communicated the name of its authority for extradition", art(37, 19))
    address_communicated: Fact = fact("the State has communicated the address of that authority", art(37, 19))
    communicated_on: DayFact = day_fact("name and address were communicated", art(37, 19))
    deposited_on: DayFact = day_fact("the State deposited its instrument", art(37, 19))
    details_correct: Fact = fact("the details held in the register are correct", art(37, 19), asked_of=Role.STATE_PARTY)


C = fields(ExtraditionCustody)
D = fields(ExtraditionDecision)
T = fields(PersonInProceedings)
A = fields(ExtraditionAuthority)


def may_take_into_custody(
    request: ExtraditionRequest, custody: ExtraditionCustody, *, relation: ExtraditionRelation = UNKNOWN_RELATION
) -> Finding:
    """Whether the requested State may secure the person for the extradition proceedings, by custody or otherwise.

    It is a liberty within its own law and treaties, for an offence to which the article applies; through which channel
    the request came makes no difference. NO says that this paragraph does not allow it, and not that no law does.

    Source: Art. 37(1), Art. 37(2), Art. 37(10).

    >>> may_take_into_custody(ExtraditionRequest(), ExtraditionCustody(urgent=False)).truth.name
    'NO'
    """
    return all_of(
        "the person may be taken into custody, or secured by other appropriate measures",
        art(37, 10),
        given(custody, C.law_and_treaties_allow),
        given(custody, C.warranted),
        given(custody, C.urgent),
        given(custody, C.requested),
        any_of(
            "the article on extradition applies to an offence of the request",
            (art(37, 1), art(37, 2)),
            *(is_offence_of_article(request, number, relation) for number in request.numbers),
        ),
    )


def must_guarantee_fair_treatment(person: PersonInProceedings) -> Finding:
    """Whether fair treatment must be guaranteed to a person.

    Source: Art. 37(14).

    >>> must_guarantee_fair_treatment(PersonInProceedings(proceedings_carried_out=True)).truth.name
    'YES'
    """
    return all_of(
        "fair treatment must be guaranteed to the person", art(37, 14), given(person, T.proceedings_carried_out)
    )


def is_guaranteed_fair_treatment(person: PersonInProceedings) -> Finding:
    """Whether a person is treated as the article asks for, at all stages.

    The rights of domestic law are a part of fair treatment and not the whole of it. YES as well where no proceedings
    are carried out in connection with an offence to which the article applies: it then asks for nothing.

    Source: Art. 37(14).

    >>> person = PersonInProceedings(proceedings_carried_out=True, enjoys_domestic_rights=False)
    >>> is_guaranteed_fair_treatment(person).truth.name
    'NO'
    """
    return any_of(
        "the person is treated as the article on extradition asks for",
        art(37, 14),
        ~given(person, T.proceedings_carried_out),
        all_of(
            "the person is guaranteed fair treatment, with all rights of domestic law",
            art(37, 14),
            given(person, T.treated_fairly),
            given(person, T.enjoys_domestic_rights),
        ),
    )


def has_notified_extradition_authority(authority: ExtraditionAuthority) -> Finding:
    """Whether a State has told the depositary in time which authority makes or receives its requests for extradition.

    Name and address are needed, at the time of signature or with the instrument: what comes after the day of the
    deposit is late. NO as well for what came late.

    Source: Art. 37(19).

    >>> has_notified_extradition_authority(ExtraditionAuthority(address_communicated=False)).truth.name
    'NO'
    """
    return all_of(
        "the State has told the depositary its authority for extradition",
        art(37, 19),
        given(authority, A.name_communicated),
        given(authority, A.address_communicated),
        not_after(
            "the State did so not later than with its instrument",
            art(37, 19),
            day_of(authority, A.communicated_on),
            day_of(authority, A.deposited_on),
        ),
    )


def keeps_extradition_register_correct(authority: ExtraditionAuthority) -> Finding:
    """Whether a State keeps what the register of authorities says of it correct, which it must at all times.

    Source: Art. 37(19).

    >>> keeps_extradition_register_correct(ExtraditionAuthority()).truth.name
    'UNKNOWN'
    """
    return given(authority, A.details_correct)


def _communicated(authority: ExtraditionAuthority) -> Event:
    """Return that name and address were communicated: both, or a day on which that was done."""
    if authority.communicated_on is not None:
        return on_day(authority, A.communicated_on)
    told = (given(authority, A.name_communicated), given(authority, A.address_communicated))
    return found(all_of("name and address were communicated", art(37, 19), *told))


def duties_on_extradition_procedure(  # noqa: PLR0913  # each is named by whoever asks
    request: ExtraditionRequest,
    *,
    number: int = 0,
    relation: ExtraditionRelation = UNKNOWN_RELATION,
    custody: ExtraditionCustody = ExtraditionCustody(),  # frozen
    person: PersonInProceedings = PersonInProceedings(),
    decision: ExtraditionDecision = NO_DECISION,
) -> tuple[Duty, ...]:
    """What shall or may be done while extradition proceedings run?

    Source: Art. 37(9), Art. 37(10), Art. 37(14).

    >>> [duty.modality.words for duty in duties_on_extradition_procedure(ExtraditionRequest())]
    ['shall endeavour', 'may', 'shall']
    """
    return (
        shall_endeavour(
            "expedite-extradition",
            Role.STATES_PARTIES,
            "to speed up extradition procedures and to ask for simpler evidence in them",
            art(37, 9),
            is_offence_of_article(request, number, relation),
            qualifications=("subject to their domestic law",),
            about=request.place(number),
            life=Life(lasts=True, ends=(stated_on(given(decision, D.decided), decision, D.decided_on),)),
        ),
        may(
            "secure-person",
            Role.REQUESTED_STATE,
            "take the person into custody, or other appropriate measures to ensure presence at the proceedings",
            art(37, 10),
            may_take_into_custody(request, custody, relation=relation),
            towards=Role.REQUESTING_STATE,
            qualifications=("subject to its domestic law and its extradition treaties",),
        ),
        shall(
            "guarantee-fair-treatment",
            Role.STATES_PARTIES,
            "guarantee the person fair treatment at all stages, with all rights of the law of the place",
            art(37, 14),
            must_guarantee_fair_treatment(person),
            life=Life(
                lasts=True,
                broken=Event(~is_guaranteed_fair_treatment(person), within=True),
                ends=(stated_on(given(person, T.proceedings_ended), person, T.proceedings_ended_on),),
            ),
        ),
    )


def duties_on_extradition_authority(*, authority: ExtraditionAuthority = ExtraditionAuthority()) -> tuple[Duty, ...]:
    """What is owed about the authorities for extradition, by each State and by the depositary?

    Source: Art. 37(19).

    >>> [duty.bearer.value for duty in duties_on_extradition_authority()]
    ['state-party', 'depositary', 'state-party']
    """
    owed = by_text(True, "every State Party owes it, and the depositary keeps the register", art(37, 19))
    return (
        shall(
            "extradition-authority",
            Role.STATE_PARTY,
            "tell the depositary, at signature or with its instrument, the name and address of its authority for "
            "requests for extradition or provisional arrest",
            art(37, 19),
            owed,
            towards=Role.DEPOSITARY,
            due=day_of(authority, A.deposited_on),
            life=Life(done=_communicated(authority)),
        ),
        shall(
            "keep-extradition-register",
            Role.DEPOSITARY,
            "set up a register of the authorities and keep it up to date",
            art(37, 19),
            owed,
            life=KEPT_UP,
        ),
        shall(
            "keep-details-correct",
            Role.STATE_PARTY,
            "see to it that the details in the register are correct at all times",
            art(37, 19),
            owed,
            life=Life(lasts=True, broken=found(~keeps_extradition_register_correct(authority))),
        ),
    )


checked(__name__)
