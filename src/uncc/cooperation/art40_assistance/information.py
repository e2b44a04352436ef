"""Art. 40(4) and (5): information that is sent to another State unasked, and what binds the receiver."""

from __future__ import annotations

from types import MappingProxyType

from attrs import Attribute, evolve, fields, frozen

from uncc.cooperation.art40_assistance.order_of_days import came_before
from uncc.kernel.consistency import shows
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, Promptness, may, shall
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.life import Life, on_day, shown, stated_on
from uncc.kernel.measured import day_of
from uncc.kernel.provisions import Provision, art
from uncc.kernel.quantities import NEVER, Day, days_after, earlier_of, later_of, where
from uncc.kernel.roles import Role

__all__ = [
    "SpontaneousInformation",
    "duties_on_spontaneous_information",
    "has_told_transmitting_state",
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
    confidential_until: DayFact = day_fact(
        "the last day for which it was asked to be kept confidential", art(40, 5), asked_of=Role.RECEIVING_STATE
    )
    released: Fact = fact("it is no longer asked to be kept confidential, nor restricted in its use", art(40, 5))
    released_on: DayFact = day_fact("the request for confidentiality or restrictions was withdrawn", art(40, 5))
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
    disclosed_on: DayFact = day_fact("it was disclosed", art(40, 5), asked_of=Role.RECEIVING_STATE)
    notified_on: DayFact = day_fact(
        "the transmitting State was notified of the disclosure", art(40, 5), asked_of=Role.RECEIVING_STATE
    )
    notified_before: Fact = fact(
        "the transmitting State was notified before the disclosure", art(40, 5), asked_of=Role.RECEIVING_STATE
    )
    informed_without_delay: Fact = fact(
        "the transmitting State was informed of the disclosure without delay", art(40, 5), asked_of=Role.RECEIVING_STATE
    )

    ties = (
        shows("confidential_until", "confidentiality_asked", art(40, 5)),
        shows("released_on", "released", art(40, 5)),
    )


I = fields(SpontaneousInformation)  # noqa: E741


def _restricted(information: SpontaneousInformation) -> Life:
    """Return how long what was asked is kept: confidentiality for a time to its last day, else until it is released."""
    until = None
    if information.confidential_until is not None:
        last = day_of(information, I.confidential_until)
        until = where(~given(information, I.restrictions_asked), last, NEVER)
    released = stated_on(given(information, I.released), information, I.released_on)
    return Life(lasts=True, until=until, ends=(released,))


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


def has_told_transmitting_state(information: SpontaneousInformation) -> Finding:
    """Whether the transmitting State was told of the disclosure of what is exculpatory as it shall be: in time.

    Notice comes before the disclosure, which the days tell where they are known and differ; where notice was not
    possible, word comes without delay, for which the text counts no days. NO as well for notice that came late.

    Source: Art. 40(5).

    >>> from datetime import date
    >>> has_told_transmitting_state(SpontaneousInformation(
    ...     disclosed_on=date(2028, 5, 2), notified_on=date(2028, 5, 9), notice_impossible=False)).truth.name
    'NO'
    """
    return told_in_time(
        art(40, 5),
        came_before(
            information,
            I.notified_before,
            day_of(information, I.notified_on),
            day_of(information, I.disclosed_on),
        ),
        given(information, I.notice_impossible),
        given(information, I.informed_without_delay),
    )


def told_in_time(paragraph: Provision, before: Finding, impossible: Finding, without_delay: Finding) -> Finding:
    """Return whether the State that gave what was disclosed was told of it in time: before, or at once if it had to."""
    _, _, towards = _DISCLOSED[paragraph]
    return any_of(
        f"the {towards.words} was told of the disclosure in time",
        paragraph,
        before,
        all_of("notice was not possible, and word came without delay", paragraph, impossible, without_delay),
    )


def duties_on_spontaneous_information(information: SpontaneousInformation) -> tuple[Duty, ...]:
    """What may be sent unasked, and what does the receiving State owe for it?

    Source: Art. 40(4), Art. 40(5).

    >>> [duty.id for duty in duties_on_spontaneous_information(SpontaneousInformation())][:3]
    ['transmit', 'keep-to-restrictions', 'notify-before-disclosing-information']
    """
    return (
        may(
            "transmit",
            Role.TRANSMITTING_STATE,
            "transmit the information without prior request",
            art(40, 4),
            may_transmit_spontaneously(information),
            towards=Role.RECEIVING_STATE,
            qualifications=(
                "without prejudice to domestic law",
                "without prejudice to its own inquiries and proceedings",
            ),
        ),
        shall(
            "keep-to-restrictions",
            Role.RECEIVING_STATE,
            "keep the information confidential, or keep to the restrictions on its use, as it was asked to",
            art(40, 5),
            must_keep_to_restrictions(information),
            towards=Role.TRANSMITTING_STATE,
            qualifications=("but for disclosing what is exculpatory to an accused person in its proceedings",),
            life=_restricted(information),
        ),
        *duties_on_exculpatory_disclosure(
            art(40, 5),
            (must_keep_to_restrictions(information), given(information, I.exculpatory)),
            given(information, I.notice_impossible),
            given(information, I.consultation_requested),
            lives_of_notice(information, I.notified_on, I.disclosed_on, I.notified_before, I.informed_without_delay),
        ),
    )


_DISCLOSED = MappingProxyType(
    {
        art(40, 5): ("information", Role.RECEIVING_STATE, Role.TRANSMITTING_STATE),
        art(40, 19): ("evidence", Role.REQUESTING_STATE, Role.REQUESTED_STATE),
    }
)
"""What may be disclosed under a paragraph, by whom, and who gave it."""


def lives_of_notice(
    facts: Facts,
    notified: Attribute[DayFact],
    disclosed: Attribute[DayFact],
    before: Attribute[Fact],
    at_once: Attribute[Fact],
) -> tuple[Day, Life, Life]:
    """Return the last day for notice of a disclosure, and the lives of that notice and of the word that follows it.

    The day of the disclosure is the last one where the notice is known to have come before it on that day.
    """
    disclosure, told = day_of(facts, disclosed), day_of(facts, notified)
    cited, said = disclosure.authority, "the other State was told of the disclosure"
    notice, word = (shown(facts, one, said, *cited) for one in (before, at_once))
    in_time = getattr(facts, before.name)
    if getattr(facts, notified.name) is not None:
        notice = word = on_day(facts, notified)
    elif in_time is not None and getattr(facts, disclosed.name) is not None:
        bound = earlier_of if in_time else later_of
        notice = evolve(
            notice, on=bound("the day of the notice, beside that of the disclosure", cited, disclosure, told)
        )
    eve = days_after("the day before the disclosure", cited, disclosure, -1)
    return (
        where(given(facts, before), disclosure, eve),
        Life(done=notice),
        Life(since=disclosure, done=word, in_time=given(facts, at_once)),
    )


def duties_on_exculpatory_disclosure(
    paragraph: Provision,
    disclosed: tuple[Finding, ...],
    notice_impossible: Finding,
    consultation_requested: Finding,
    lives: tuple[Day, Life, Life],
) -> tuple[Duty, ...]:
    """Return what is owed for disclosing what is exculpatory: notice and consultation before, or word after."""
    what, bearer, towards = _DISCLOSED[paragraph]
    last, notice, word = lives
    return (
        shall(
            f"notify-before-disclosing-{what}",
            bearer,
            f"notify the {towards.words} before it discloses what is exculpatory",
            paragraph,
            all_of("notice is possible before the disclosure", paragraph, *disclosed, ~notice_impossible),
            towards=towards,
            due=last,
            life=notice,
        ),
        shall(
            f"consult-on-disclosing-{what}",
            bearer,
            f"consult the {towards.words} on the disclosure",
            paragraph,
            all_of(
                "notice is possible, and consultation is asked for",
                paragraph,
                *disclosed,
                ~notice_impossible,
                consultation_requested,
            ),
            towards=towards,
            life=Life(after=(f"notify-before-disclosing-{what}",)),
        ),
        shall(
            f"inform-of-disclosing-{what}",
            bearer,
            f"inform the {towards.words} of the disclosure",
            paragraph,
            all_of("notice was not possible before the disclosure", paragraph, *disclosed, notice_impossible),
            towards=towards,
            deadline=Promptness.WITHOUT_DELAY,
            life=word,
        ),
    )


checked(__name__)
