"""Art. 40(4) and (5): information that is sent to another State unasked, and what binds the receiver."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.duties import Duty, Modality, Promptness
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role

__all__ = [
    "SpontaneousInformation",
    "duties_on_spontaneous_information",
    "may_transmit_spontaneously",
    "must_keep_to_restrictions",
]


@frozen(kw_only=True)
class SpontaneousInformation(Facts, asked_of=Role.TRANSMITTING_STATE):
    """Information that authorities of one State send to those of another without having been asked."""

    concerns_criminal_matters: Fact = fact("the information relates to criminal matters", art(40, 4))
    not_requested: Fact = fact("nobody had requested the information", art(40, 4))
    could_help: Fact = fact(
        "the transmitting authorities believe that it could help the others in their inquiries or proceedings",
        art(40, 4),
    )
    could_lead_to_request: Fact = fact(
        "the transmitting authorities believe that it could lead to a request under the Convention", art(40, 4)
    )
    domestic_law_forbids: Fact = fact("domestic law forbids the transmission", art(40, 4))
    confidentiality_asked: Fact = fact(
        "it came with a request to keep it confidential, if only for a time", art(40, 5), asked_of=Role.RECEIVING_STATE
    )
    restrictions_asked: Fact = fact("it came with restrictions on its use", art(40, 5), asked_of=Role.RECEIVING_STATE)
    exculpatory: Fact = fact(
        "it is exculpatory to an accused person and to be disclosed in the receiving State's own proceedings",
        art(40, 5),
        asked_of=Role.RECEIVING_STATE,
    )
    notice_impossible: Fact = fact(
        "the case is exceptional, and advance notice of that disclosure is not possible",
        art(40, 5),
        asked_of=Role.RECEIVING_STATE,
    )
    consultation_requested: Fact = fact("the transmitting State asks to be consulted on that disclosure", art(40, 5))


I = fields(SpontaneousInformation)  # noqa: E741


def may_transmit_spontaneously(information: SpontaneousInformation) -> Finding:
    """Whether authorities may send the information to those of another State although nobody asked for it.

    They must believe either that it could help the others or that it could lead to a request. Domestic law stays
    as it is, and may forbid it.

    Source: Art. 40(4).

    >>> may_transmit_spontaneously(SpontaneousInformation(domestic_law_forbids=True)).truth.name
    'NO'
    """
    return all_of(
        "the information may be transmitted without a request",
        art(40, 4),
        ~given(information, I.domestic_law_forbids),
        given(information, I.not_requested),
        given(information, I.concerns_criminal_matters),
        any_of(
            "the transmitting authorities believe that it is of use to the others",
            art(40, 4),
            given(information, I.could_help),
            given(information, I.could_lead_to_request),
        ),
    )


def must_keep_to_restrictions(information: SpontaneousInformation) -> Finding:
    """Whether the receiving authorities must keep to what was asked when information was sent to them unasked.

    Confidentiality, for a time or for good, or restrictions on use: either is enough. Neither keeps the receiving
    State from disclosing what is exculpatory to an accused person in its own proceedings.

    Source: Art. 40(5).

    >>> must_keep_to_restrictions(SpontaneousInformation(restrictions_asked=True)).truth.name
    'YES'
    """
    return any_of(
        "the transmitting authorities asked for confidentiality or set restrictions",
        art(40, 5),
        given(information, I.confidentiality_asked),
        given(information, I.restrictions_asked),
    )


def duties_on_spontaneous_information(information: SpontaneousInformation) -> tuple[Duty, ...]:
    """What may be sent unasked, and what does the receiving State owe for it?

    Source: Art. 40(4), Art. 40(5).

    >>> [duty.id for duty in duties_on_spontaneous_information(SpontaneousInformation())][:3]
    ['transmit', 'keep-to-restrictions', 'notify-before-disclosure']
    """
    return (
        Duty(
            id="transmit",
            bearer=Role.TRANSMITTING_STATE,
            modality=Modality.MAY,
            act="transmit the information without prior request",
            authority=(art(40, 4),),
            trigger=may_transmit_spontaneously(information),
            towards=Role.RECEIVING_STATE,
            qualifications=(
                "without prejudice to domestic law",
                "without prejudice to its own inquiries and proceedings",
            ),
        ),
        Duty(
            id="keep-to-restrictions",
            bearer=Role.RECEIVING_STATE,
            modality=Modality.SHALL,
            act="keep the information confidential, or keep to the restrictions on its use, as it was asked to",
            authority=(art(40, 5),),
            trigger=must_keep_to_restrictions(information),
            towards=Role.TRANSMITTING_STATE,
            qualifications=("but for disclosing what is exculpatory to an accused person in its proceedings",),
        ),
        *disclosure_duties(
            art(40, 5),
            (Role.RECEIVING_STATE, Role.TRANSMITTING_STATE),
            (must_keep_to_restrictions(information), given(information, I.exculpatory)),
            given(information, I.notice_impossible),
            given(information, I.consultation_requested),
        ),
    )


def disclosure_duties(
    paragraph: Provision,
    roles: tuple[Role, Role],
    disclosed: tuple[Finding, ...],
    notice_impossible: Finding,
    consultation_requested: Finding,
) -> tuple[Duty, ...]:
    """Return what is owed for disclosing exculpatory information: notice and consultation before, or word after."""
    bearer, towards = roles

    def duty(name: str, act: str, trigger: Finding, speed: Promptness | None = None) -> Duty:
        return Duty(
            id=name,
            bearer=bearer,
            modality=Modality.SHALL,
            act=act,
            authority=(paragraph,),
            trigger=trigger,
            towards=towards,
            deadline=speed,
        )

    return (
        duty(
            "notify-before-disclosure",
            f"notify the {towards.words} before it discloses what is exculpatory",
            all_of("notice is possible before the disclosure", paragraph, *disclosed, ~notice_impossible),
        ),
        duty(
            "consult-on-disclosure",
            f"consult the {towards.words} on the disclosure",
            all_of(
                "notice is possible, and consultation is asked for",
                paragraph,
                *disclosed,
                ~notice_impossible,
                consultation_requested,
            ),
        ),
        duty(
            "inform-of-disclosure",
            f"inform the {towards.words} of the disclosure",
            all_of("notice was not possible before the disclosure", paragraph, *disclosed, notice_impossible),
            Promptness.WITHOUT_DELAY,
        ),
    )
