"""Art. 19, participation and attempt: what a State must make an offence beside the offence itself, and what it may."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType

from attrs import fields, frozen

from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.duties import Duty, may, shall
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, by_text, given
from uncc.kernel.life import Life, found
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = [
    "Involvement",
    "InvolvementLaw",
    "ParticipatingAct",
    "breaches_participation_duty",
    "criminalises_involvement",
    "duties_on_involvement",
    "is_participation",
    "may_criminalise_involvement",
    "must_criminalise_involvement",
]


class Involvement(Enum):
    """How somebody stands to an offence who does not commit it as a whole. The value is its stable name in JSON."""

    PARTICIPATION = "participation"
    ATTEMPT = "attempt"
    PREPARATION = "preparation"


PARAGRAPH = MappingProxyType(
    {
        Involvement.PARTICIPATION: art(19, 1),
        Involvement.ATTEMPT: art(19, 2),
        Involvement.PREPARATION: art(19, 3),
    }
)


@frozen(kw_only=True)
class InvolvementLaw(Facts, asked_of=Role.STATE_PARTY):
    """What a State's law makes a criminal offence beside an offence established in accordance with the Convention."""

    punishes_accomplices: Fact = fact("taking part intentionally as an accomplice is a criminal offence", art(19, 1))
    punishes_assistants: Fact = fact("taking part intentionally as an assistant is a criminal offence", art(19, 1))
    punishes_instigators: Fact = fact("taking part intentionally as an instigator is a criminal offence", art(19, 1))
    punishes_other_capacities: Fact = fact(
        "taking part intentionally in any other capacity is a criminal offence", art(19, 1)
    )
    punishes_attempt: Fact = fact("attempting the offence intentionally is a criminal offence", art(19, 2))
    punishes_preparation: Fact = fact("preparing the offence intentionally is a criminal offence", art(19, 3))


L = fields(InvolvementLaw)
UNKNOWN_LAW = InvolvementLaw()
"""A law of which nothing is known."""


def must_criminalise_involvement(involvement: Involvement) -> Finding:
    """Whether a State must make an involvement in an offence a criminal offence: participation, and nothing else.

    The answer is about the law and not about a case: see `is_participation`. Laundering has a rule of its own beside
    this one, in Art. 17(1)(b)(ii).

    Source: Art. 19(1), Art. 19(2), Art. 19(3).

    >>> [must_criminalise_involvement(involvement).truth.name for involvement in Involvement]
    ['YES', 'NO', 'NO']
    """
    return by_text(
        involvement is Involvement.PARTICIPATION,
        "the State must make the involvement a criminal offence",
        PARAGRAPH[involvement],
    )


def may_criminalise_involvement(involvement: Involvement) -> Finding:
    """Whether the article leaves it to a State to make an involvement a criminal offence.

    YES for attempt and for preparation. NO for participation, which is no option but an obligation.

    Source: Art. 19(1), Art. 19(2), Art. 19(3).

    >>> [may_criminalise_involvement(involvement).truth.name for involvement in Involvement]
    ['NO', 'YES', 'YES']
    """
    return by_text(
        involvement is not Involvement.PARTICIPATION,
        "the State has the option to make the involvement a criminal offence",
        PARAGRAPH[involvement],
    )


@frozen(kw_only=True)
class ParticipatingAct(Facts, asked_of=Role.CASE_HOLDER):
    """What somebody does about an offence that another commits, or is to commit."""

    takes_part: Fact = fact(
        "somebody takes part in what another does, in whatever capacity: as accomplice, assistant, instigator or "
        "otherwise",
        art(19, 1),
    )
    intentional: Fact = fact("that is intentional", art(19, 1))
    offence_committed: Fact = fact(
        "the other commits an offence established in accordance with the Convention", art(19, 1)
    )


A = fields(ParticipatingAct)


def is_participation(act: ParticipatingAct) -> Finding:
    """Whether an act is participation in an offence, which the State must have made a criminal offence.

    Participation presupposes an offence that somebody commits. NO where it is never committed: what was done for it is
    then attempt or preparation at most, which a State may make an offence.

    Source: Art. 19(1).

    >>> is_participation(ParticipatingAct(takes_part=True, intentional=True, offence_committed=False)).truth.name
    'NO'
    """
    return all_of(
        "the act is intentional participation in an offence that is committed",
        art(19, 1),
        given(act, A.takes_part),
        given(act, A.intentional),
        given(act, A.offence_committed),
    )


def criminalises_involvement(law: InvolvementLaw, involvement: Involvement) -> Finding:
    """Whether a State's law makes an involvement a criminal offence as far as the article speaks of it.

    Participation must be one in whatever capacity; accomplices, assistants and instigators are examples.

    Source: Art. 19(1), Art. 19(2), Art. 19(3).

    >>> criminalises_involvement(InvolvementLaw(punishes_instigators=False), Involvement.PARTICIPATION).truth.name
    'NO'
    """
    match involvement:
        case Involvement.PARTICIPATION:
            return all_of(
                "intentional participation in any capacity is a criminal offence",
                art(19, 1),
                given(law, L.punishes_accomplices),
                given(law, L.punishes_assistants),
                given(law, L.punishes_instigators),
                given(law, L.punishes_other_capacities),
            )
        case Involvement.ATTEMPT:
            return given(law, L.punishes_attempt)
        case Involvement.PREPARATION:
            return given(law, L.punishes_preparation)
    raise not_one_of("involvement", involvement, Involvement)


def breaches_participation_duty(law: InvolvementLaw, involvement: Involvement) -> Finding:
    """Whether a State fails its duty by what its law leaves out: only where the duty exists.

    Source: Art. 19(1), Art. 19(2), Art. 19(3).

    >>> law = InvolvementLaw(punishes_accomplices=False, punishes_attempt=False)
    >>> [breaches_participation_duty(law, involvement).truth.name for involvement in Involvement]
    ['YES', 'NO', 'NO']
    """
    return all_of(
        "the State leaves out what it must make a criminal offence",
        PARAGRAPH[involvement],
        must_criminalise_involvement(involvement),
        ~criminalises_involvement(law, involvement),
    )


def duties_on_involvement(law: InvolvementLaw = UNKNOWN_LAW) -> tuple[Duty, ...]:
    """What shall and what may a State make an offence beside the offences themselves?

    Whether it has, the law tells.

    Source: Art. 19(1), Art. 19(2), Art. 19(3).

    >>> [duty.modality.words for duty in duties_on_involvement()]
    ['shall', 'may', 'may']
    """
    softened = ("in accordance with its domestic law", "when committed intentionally")
    return (
        shall(
            "criminalize-participation",
            Role.STATE_PARTY,
            "make participation in any capacity in an offence a criminal offence",
            art(19, 1),
            must_criminalise_involvement(Involvement.PARTICIPATION),
            qualifications=softened,
            life=Life(lasts=True, broken=found(~criminalises_involvement(law, Involvement.PARTICIPATION))),
        ),
        may(
            "criminalize-attempt",
            Role.STATE_PARTY,
            "make any attempt to commit an offence a criminal offence",
            art(19, 2),
            may_criminalise_involvement(Involvement.ATTEMPT),
            qualifications=softened,
            life=Life(done=found(criminalises_involvement(law, Involvement.ATTEMPT))),
        ),
        may(
            "criminalize-preparation",
            Role.STATE_PARTY,
            "make the preparation for an offence a criminal offence",
            art(19, 3),
            may_criminalise_involvement(Involvement.PREPARATION),
            qualifications=softened,
            life=Life(done=found(criminalises_involvement(law, Involvement.PREPARATION))),
        ),
    )


checked(__name__)
