"""Art. 38, transfer of sentenced persons: a liberty to consider agreements, and no basis without one."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, may
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, by_text, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = [
    "SentencedPerson",
    "convention_is_basis_for_transfer_of_person",
    "duties_on_sentenced_persons",
    "may_consider_transfer_agreement",
]


@frozen(kw_only=True)
class SentencedPerson(Facts, asked_of=Role.STATE_PARTY):
    """A person under sentence, who might complete it in another State."""

    established_in_accordance: Fact = fact(
        "the sentence is for an offence established in accordance with the Convention", art(38)
    )
    deprived_of_liberty: Fact = fact("the sentence is imprisonment or another form of deprivation of liberty", art(38))
    to_complete_sentence: Fact = fact(
        "the transfer serves that the person completes the sentence in the State of transfer", art(38)
    )


S = fields(SentencedPerson)


def may_consider_transfer_agreement(person: SentencedPerson) -> Finding:
    """Whether an agreement or arrangement on the transfer of such a sentenced person is one that States may consider.

    YES obliges to nothing: not to consider, and less to conclude.

    Source: Art. 38.

    >>> may_consider_transfer_agreement(SentencedPerson(established_in_accordance=False)).truth.name
    'NO'
    """
    return all_of(
        "States Parties may consider an agreement on the transfer of such a person",
        art(38),
        given(person, S.established_in_accordance),
        given(person, S.deprived_of_liberty),
        given(person, S.to_complete_sentence),
    )


def convention_is_basis_for_transfer_of_person() -> Finding:
    """Whether the article is itself a legal basis for a transfer where the States have no agreement.

    It speaks of agreements and arrangements alone, unlike its neighbours on extradition and on proceedings.

    Source: Art. 38.

    >>> convention_is_basis_for_transfer_of_person().truth.name
    'NO'
    """
    return by_text(False, "the article is a legal basis for transferring a person without an agreement", art(38))


def duties_on_sentenced_persons(person: SentencedPerson) -> tuple[Duty, ...]:
    """What may States do about the transfer of a sentenced person, and what are they to keep in mind?

    Source: Art. 38.

    >>> {duty.modality.words for duty in duties_on_sentenced_persons(SentencedPerson())}
    {'may'}
    """
    trigger = may_consider_transfer_agreement(person)
    return (
        may(
            "consider-transfer-agreements",
            Role.STATES_PARTIES,
            "consider agreements or arrangements on the transfer of sentenced persons to their territory",
            art(38),
            trigger,
            qualifications=("taking the rights of the sentenced persons into consideration",),
        ),
        may(
            "weigh-consent-and-return",
            Role.STATES_PARTIES,
            "take questions of consent, rehabilitation and reintegration into account",
            art(38),
            trigger,
        ),
    )


checked(__name__)
