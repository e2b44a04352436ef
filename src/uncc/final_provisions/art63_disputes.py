"""Art. 63: disputes between Parties: negotiation, then arbitration, then the Court; and the way out of the two last."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import Attribute, field, fields, frozen
from attrs.validators import optional

from uncc.final_provisions.history import INSTRUMENTS, Act, Event, History
from uncc.final_provisions.parties import consent_stands, in_force_between, reservations_of
from uncc.kernel.dates import Deadline, a_date, day, months_after
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall_endeavour
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, derived, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_9 import OptOutAtSignature

__all__ = [
    "Dispute",
    "court_opens_on",
    "duties_on_dispute",
    "has_opted_out",
    "is_bound_to_settle",
    "may_opt_out",
    "may_refer_to_court",
    "may_submit_to_arbitration",
    "may_withdraw_opt_out",
]


def _only_if_requested(dispute: Dispute, attribute: Attribute[Any], on: date | None) -> None:
    if on is not None and dispute.arbitration_requested is False:
        raise InvalidValue(attribute.name, on.isoformat(), "left out where arbitration was not requested")


@frozen(kw_only=True)
class Dispute(Facts, asked_of=Role.STATES_PARTIES):
    """A dispute between two Parties, and how far it has come."""

    concerns_convention: Fact = fact(
        "the dispute is about the interpretation or application of the Convention", art(63, 1), art(63, 2)
    )
    peaceful_means_failed: Fact = fact(
        "negotiation and other peaceful means cannot settle the dispute within a reasonable time", art(63, 2)
    )
    arbitration_requested: Fact = fact("one of the Parties to the dispute has requested arbitration", art(63, 2))
    no_agreement_on_arbitration: Fact = fact(
        "the Parties to the dispute cannot agree on how the arbitration is to be organized", art(63, 2)
    )
    arbitration_requested_on: date | None = field(default=None, validator=[optional(a_date), _only_if_requested])


D = fields(Dispute)
OWN_ACTS = (Act.SIGNATURE, *INSTRUMENTS)
"""The acts on whose day the declaration against arbitration and the Court can be made."""


def duties_on_dispute(
    history: History, pair: tuple[str, str], dispute: Dispute, on: date, *, under: Readings = AS_ADOPTED
) -> tuple[Duty, ...]:
    """What do two Parties owe each other first, when they are in dispute?

    Source: Art. 63(1).

    >>> from datetime import date
    >>> duties_on_dispute(History(), ("Astoria", "Borduria"), Dispute(), date(2030, 1, 1))[0].modality.words
    'shall endeavour'
    """
    return (
        shall_endeavour(
            "negotiate",
            Role.STATES_PARTIES,
            "settle the dispute through negotiation or other peaceful means of their choice",
            art(63, 1),
            all_of(
                "two Parties are in dispute about the Convention",
                art(63, 1),
                in_force_between(history, *pair, on, under=under),
                given(dispute, D.concerns_convention),
            ),
        ),
    )


def may_opt_out(history: History, participant: str, on: date, *, under: Readings = AS_ADOPTED) -> Finding:
    """Whether a participant can declare on a day that it is not bound to arbitration and the Court.

    Only on signing, or on depositing its instrument of ratification, acceptance, approval or accession. YES: it has not
    consented before the day, so that the declaration can come with such an act on it.

    Source: Art. 63(3).

    >>> from datetime import date
    >>> may_opt_out(History(), "Astoria", date(2030, 1, 1)).truth.name
    'YES'
    """
    return ~derived(
        consent_stands(history, participant, day(on, "on"), before=on, under=under),
        "the participant has consented to be bound before the day",
        art(63, 3),
        asked_of=Role.DEPOSITARY,
        subject=participant,
    )


def may_withdraw_opt_out(history: History, participant: str, on: date, *, under: Readings = AS_ADOPTED) -> Finding:
    """Whether a participant can take its declaration back on a day: at any time, while it stands.

    Source: Art. 63(4).

    >>> from datetime import date
    >>> may_withdraw_opt_out(History(declarations_complete=True), "Astoria", date(2030, 1, 1)).truth.name
    'NO'
    """
    return all_of(
        "the participant may withdraw its declaration", art(63, 4), has_opted_out(history, participant, on, under=under)
    )


def has_opted_out(history: History, participant: str, on: date, *, under: Readings = AS_ADOPTED) -> Finding:
    """Whether a declaration of a participant against arbitration and the Court stands on a day.

    One made at another moment than the text allows does not count, nor one made with a consent that a denunciation has
    ended since: whoever joins anew has to declare anew. Without the declaration in a history that does not
    claim to hold all of them the answer is UNKNOWN. Whether one made on signing must be confirmed is a reading.

    Source: Art. 63(3), Art. 63(4), Art. 67(1), Art. 67(2).

    >>> from datetime import date
    >>> has_opted_out(History(), "Astoria", date(2030, 1, 1)).truth.name
    'UNKNOWN'
    """
    day(on, "on")
    standing = [made for made in reservations_of(history, participant, on, under=under) if made.provision == art(63, 3)]
    made_on = [made.made_on for made in standing if made.stands(on) and made.made_on is not None]
    statement = "a declaration of the participant against arbitration and the Court stands"
    if not made_on:
        return derived(
            False if history.declarations_complete or standing else None,
            statement,
            art(63, 3),
            art(63, 4),
            asked_of=Role.DEPOSITARY,
            subject=participant,
        )
    own = history.of(participant, *OWN_ACTS, until=on)
    return any_of(
        statement, (art(63, 3), art(63, 4)), *(_made_in_time(participant, one, own, under) for one in made_on)
    )


def _made_in_time(participant: str, made_on: date, own: tuple[Event, ...], under: Readings) -> Finding:
    """Whether a declaration was made with an act of its own; of one made on signing, whether that is enough."""
    acts = {event.act for event in own if event.on == made_on}
    # A signature that is not recorded can only lie before the consent that is.
    too_late = any(event.act is Act.SIGNATURE or event.on < made_on for event in own)
    in_time = derived(
        True if acts else False if too_late else None,
        "the declaration was made on signing or on consenting to be bound",
        art(63, 3),
        asked_of=Role.DEPOSITARY,
        subject=participant,
    )
    if acts != {Act.SIGNATURE}:
        return in_time
    return by_reading(
        "the declaration made on signing stands",
        OptOutAtSignature,
        under,
        {
            OptOutAtSignature.STANDS: in_time,
            OptOutAtSignature.CONFIRMED: derived(
                False,
                "the declaration was confirmed with the instrument of consent",
                art(63, 3),
                asked_of=Role.DEPOSITARY,
                subject=participant,
            ),
        },
    )


def is_bound_to_settle(history: History, pair: tuple[str, str], on: date, *, under: Readings = AS_ADOPTED) -> Finding:
    """Whether two Parties are bound to each other to arbitration and the Court on a day.

    A declaration of either frees both: the one that made it, and every other with respect to it.

    Source: Art. 63(2), Art. 63(3), Art. 63(4).

    >>> from datetime import date
    >>> is_bound_to_settle(History(), ("Astoria", "Borduria"), date(2030, 1, 1)).truth.name
    'NO'
    """
    return all_of(
        "arbitration and the Court are open between the two",
        (art(63, 2), art(63, 3)),
        in_force_between(history, *pair, on, under=under),
        *(~has_opted_out(history, one, on, under=under) for one in pair),
    )


def may_submit_to_arbitration(
    history: History, pair: tuple[str, str], dispute: Dispute, on: date, *, under: Readings = AS_ADOPTED
) -> Finding:
    """Whether a dispute must go to arbitration when one of the two Parties asks for it on a day.

    Source: Art. 63(2), Art. 63(3), Art. 63(4).

    >>> from datetime import date
    >>> may_submit_to_arbitration(History(), ("Astoria", "Borduria"), Dispute(), date(2030, 1, 1)).truth.name
    'NO'
    """
    return all_of(
        "either Party may have the dispute submitted to arbitration",
        art(63, 2),
        is_bound_to_settle(history, pair, on, under=under),
        given(dispute, D.concerns_convention),
        given(dispute, D.peaceful_means_failed),
    )


def court_opens_on(requested_on: date) -> Deadline:
    """Return the first day on which a dispute can go to the Court: six months after the request for arbitration.

    Source: Art. 63(2).

    >>> from datetime import date
    >>> print(court_opens_on(date(2030, 8, 31)))
    2031-02-28, the last day of the month, which is shorter [Art. 63(2)]
    """
    return months_after(requested_on, 6, art(63, 2))


def may_refer_to_court(
    history: History, pair: tuple[str, str], dispute: Dispute, on: date, *, under: Readings = AS_ADOPTED
) -> Finding:
    """Whether either of two Parties may refer their dispute to the International Court of Justice on a day.

    After a request for arbitration, once six months have passed since its date and while the two cannot agree on how
    to organize it. What the Statute of the Court asks for besides is not computed.

    Source: Art. 63(2), Art. 63(3), Art. 63(4).

    >>> from datetime import date
    >>> may_refer_to_court(History(), ("Astoria", "Borduria"), Dispute(), date(2030, 1, 1)).truth.name
    'NO'
    """
    requested = dispute.arbitration_requested_on
    return all_of(
        "either Party may refer the dispute to the International Court of Justice",
        art(63, 2),
        may_submit_to_arbitration(history, pair, dispute, on, under=under),
        by_text(True, "arbitration was requested", art(63, 2))
        if requested is not None
        else given(dispute, D.arbitration_requested),
        derived(
            None if requested is None else court_opens_on(requested).on <= on,
            "six months have passed since the request for arbitration",
            art(63, 2),
            asked_of=Role.STATES_PARTIES,
        ),
        given(dispute, D.no_agreement_on_arbitration),
    )


checked(__name__)
