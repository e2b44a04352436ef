"""Art. 63: disputes between Parties: negotiation, then arbitration, then the Court; and the way out of the two last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import fields, frozen

from uncc.final_provisions.acts import INSTRUMENTS, Act
from uncc.final_provisions.events import E, Receipt
from uncc.final_provisions.history import H, History
from uncc.final_provisions.parties import (
    Declared,
    asked_about,
    consent_stands_from_before,
    declared,
    has_not_fallen,
    in_force_among,
    stands_with_consent,
)
from uncc.kernel import dates
from uncc.kernel.between import day_text
from uncc.kernel.consistency import shows
from uncc.kernel.dates import Deadline
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall_endeavour
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given, none_of, read_off, said_of
from uncc.kernel.life import Life, found, stated_day, without_day
from uncc.kernel.measured import day_of
from uncc.kernel.provisions import art
from uncc.kernel.quantities import Day, months_after, not_after
from uncc.kernel.roles import Role
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


@frozen(kw_only=True)
class Dispute(Facts, asked_of=Role.STATES_PARTIES):
    """A dispute between two Parties, and how far it has come."""

    concerns_convention: Fact = fact(
        "the dispute is about the interpretation or application of the Convention", art(63, 1), art(63, 2)
    )
    resolved: Fact = fact("the dispute is settled", art(63, 1))
    resolved_on: DayFact = day_fact("the dispute was settled", art(63, 1))
    peaceful_means_failed: Fact = fact(
        "negotiation and other peaceful means cannot settle the dispute within a reasonable time", art(63, 2)
    )
    arbitration_requested: Fact = fact("one of the Parties to the dispute has requested arbitration", art(63, 2))
    no_agreement_on_arbitration: Fact = fact(
        "the Parties to the dispute cannot agree on how the arbitration is to be organized", art(63, 2)
    )
    arbitration_requested_on: DayFact = day_fact("arbitration was requested", art(63, 2))

    ties = (shows("resolved_on", "resolved", art(63, 1)),)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.arbitration_requested_on is not None:
            if self.arbitration_requested is False:
                told = day_text(self.arbitration_requested_on)
                raise InvalidValue("arbitration_requested_on", told, "left out where arbitration was not requested")
            object.__setattr__(self, "arbitration_requested", True)


D = fields(Dispute)
OWN_ACTS = (Act.SIGNATURE, *INSTRUMENTS)
"""The acts on whose day the declaration against arbitration and the Court can be made."""


def duties_on_dispute(history: History, parties: tuple[str, ...], dispute: Dispute, on: date) -> tuple[Duty, ...]:
    """What do two or more Parties owe each other first, when they are in dispute?

    It is kept to the day on which the dispute is settled, and ends where peaceful means have failed.

    Source: Art. 63(1).

    >>> from datetime import date
    >>> duties_on_dispute(History(), ("Astoria", "Borduria"), Dispute(), date(2030, 1, 1))[0].modality.words
    'shall endeavour'
    """
    return (
        shall_endeavour(
            "negotiate",
            Role.STATES_PARTIES,
            "to settle the dispute through negotiation or other peaceful means of their choice",
            art(63, 1),
            all_of(
                "Parties are in dispute about the Convention",
                art(63, 1),
                in_force_among(history, parties, on),
                given(dispute, D.concerns_convention),
            ),
            life=Life(
                lasts=True,
                until=stated_day(dispute, D.resolved_on),
                ends=(
                    *without_day(given(dispute, D.resolved), dispute, D.resolved_on),
                    found(given(dispute, D.peaceful_means_failed)),
                ),
            ),
        ),
    )


def may_opt_out(history: History, participant: str, on: date) -> Finding:
    """Whether a participant can declare on a day that it is not bound to arbitration and the Court.

    Only on signing, or on depositing its instrument of ratification, acceptance, approval or accession. YES: it has not
    consented before the day, so that the declaration can come with such an act on it.

    Source: Art. 63(3).

    >>> from datetime import date
    >>> may_opt_out(History.story(), "Astoria", date(2030, 1, 1)).truth.name
    'YES'
    """
    return ~consent_stands_from_before(history, participant, on, art(63, 3))


def may_withdraw_opt_out(history: History, participant: str, on: date) -> Finding:
    """Whether a participant can take its declaration back on a day: at any time, while it stands.

    Source: Art. 63(4).

    >>> from datetime import date
    >>> may_withdraw_opt_out(History(), "Astoria", date(2030, 1, 1)).truth.name
    'UNKNOWN'
    """
    return all_of("the participant may withdraw its declaration", art(63, 4), has_opted_out(history, participant, on))


def has_opted_out(history: History, participant: str, on: date) -> Finding:
    """Whether a declaration of a participant against arbitration and the Court stands on a day.

    One made at another moment than the text allows does not count, nor one made with a consent that a denunciation has
    ended since: whoever joins anew has to declare anew. Without the declaration in a history that does not
    claim to hold all of them the answer is UNKNOWN. Whether one made on signing must be confirmed is a reading.

    Source: Art. 63(3), Art. 63(4), Art. 67(1), Art. 67(2).

    >>> from datetime import date
    >>> has_opted_out(History(), "Astoria", date(2030, 1, 1)).truth.name
    'UNKNOWN'
    """
    made = [one for one in declared(history, participant, on) if one.made.event.may_be_about(art(63, 3))]
    own = history.received(participant, *OWN_ACTS, until=on)
    stands = any_of(
        "a declaration of the participant against arbitration and the Court stands",
        (art(63, 3), art(63, 4)),
        *(_stands(history, participant, one, own, on) for one in made),
        _not_recorded(history, participant, made, on),
    )
    return said_of(history.spelt(participant), stands)


def _not_recorded(history: History, participant: str, made: Sequence[Declared], on: date) -> Finding:
    """Whether a declaration stands that is not in the history: none, where one is, or where it holds all of them."""
    asked = asked_about(on)
    return all_of(
        "a declaration stands that the history does not hold",
        (art(63, 3), art(63, 4)),
        read_off(
            history,
            H.events,
            False if history.holds(Act.RESERVATION, until=on) else None,
            "a declaration of the participant against arbitration and the Court stands",
            art(63, 3),
            art(63, 4),
            asked_of=Role.DEPOSITARY,
            subject=history.spelt(participant),
        ),
        none_of(
            "the history holds one of the consent that stands",
            (art(63, 3), art(63, 4)),
            *(has_not_fallen(history, participant, one, asked) for one in made if art(63, 3).contains(one.provision)),
        ),
    )


def _stands(history: History, participant: str, one: Declared, own: tuple[Receipt, ...], on: date) -> Finding:
    """Whether a declaration was made with an act of its own, and stands on a day."""
    at_signature = [act for act in own if act.event.act is Act.SIGNATURE]
    with_consent = [act for act in own if act.event.act is not Act.SIGNATURE]
    return all_of(
        "the declaration was made in time and stands",
        (art(63, 3), art(63, 4)),
        *_is_meant(one),
        stands_with_consent(history, participant, one, asked_about(on)),
        any_of(
            "the declaration was made on signing or on consenting to be bound",
            art(63, 3),
            *(_on_one_day(one.made.on, act.on) for act in with_consent),
            by_reading(
                "the declaration made on signing stands",
                OptOutAtSignature,
                {
                    OptOutAtSignature.STANDS: _was_made_on_signing(
                        history, participant, one.made.on, at_signature, with_consent
                    ),
                    OptOutAtSignature.CONFIRMED: by_text(
                        False, "the declaration was confirmed with the instrument of consent", art(63, 3)
                    ),
                },
            ),
        ),
    )


def _is_meant(one: Declared) -> Iterator[Finding]:
    """Yield whether a declaration under a wider address is the one against arbitration and the Court."""
    if not art(63, 3).contains(one.provision):
        statement = "the declaration is made under the paragraph on arbitration and the Court"
        yield read_off(one.made.event, E.provision, None, statement, art(63, 3), subject=one.made.place)


def _was_made_on_signing(
    history: History, participant: str, made: Day, at_signature: Sequence[Receipt], with_consent: Sequence[Receipt]
) -> Finding:
    """Whether a declaration was made on signing; a signature that is not recorded can only lie before the consent."""
    statement, authority = "the declaration was made on signing", art(63, 3)
    if at_signature:
        return any_of(statement, authority, *(_on_one_day(made, act.on) for act in at_signature))
    return all_of(
        statement,
        authority,
        read_off(
            history,
            H.events,
            None,
            "the participant signed, which is not recorded, on the day of the declaration",
            authority,
            asked_of=Role.DEPOSITARY,
            subject=history.spelt(participant),
        ),
        *(not_after("it was made before the consent", authority, made, act.on) for act in with_consent),
    )


def _on_one_day(one: Day, other: Day) -> Finding:
    return all_of(
        "both were on one day",
        art(63, 3),
        not_after("the declaration was not later", art(63, 3), one, other),
        not_after("the declaration was not earlier", art(63, 3), other, one),
    )


def is_bound_to_settle(history: History, parties: tuple[str, ...], on: date) -> Finding:
    """Whether two or more Parties are all bound to each other to arbitration and the Court on a day.

    A declaration frees the one that made it, and every other with respect to it; of more than two, the others stay
    bound among themselves: ask for them.

    Source: Art. 63(2), Art. 63(3), Art. 63(4).

    >>> from datetime import date
    >>> is_bound_to_settle(History(), ("Astoria", "Borduria"), date(2030, 1, 1)).truth.name
    'UNKNOWN'
    """
    return all_of(
        "arbitration and the Court are open among the Parties to the dispute",
        (art(63, 2), art(63, 3)),
        in_force_among(history, parties, on),
        *(~has_opted_out(history, one, on) for one in parties),
    )


def may_submit_to_arbitration(history: History, parties: tuple[str, ...], dispute: Dispute, on: date) -> Finding:
    """Whether a dispute must go to arbitration when one of the Parties to it asks for it on a day.

    Source: Art. 63(2), Art. 63(3), Art. 63(4).

    >>> from datetime import date
    >>> may_submit_to_arbitration(History(), ("Astoria", "Borduria"), Dispute(), date(2030, 1, 1)).truth.name
    'UNKNOWN'
    """
    return all_of(
        "any of the Parties may have the dispute submitted to arbitration",
        art(63, 2),
        is_bound_to_settle(history, parties, on),
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
    return dates.months_after(dates.day_of_case(requested_on, "requested_on"), 6, art(63, 2))


def may_refer_to_court(history: History, parties: tuple[str, ...], dispute: Dispute, on: date) -> Finding:
    """Whether any of two or more Parties may refer their dispute to the International Court of Justice on a day.

    After a request for arbitration, once six months have passed since its date and while they cannot agree on how
    to organize it. What the Statute of the Court asks for besides is not computed.

    Source: Art. 63(2), Art. 63(3), Art. 63(4).

    >>> from datetime import date
    >>> may_refer_to_court(History(), ("Astoria", "Borduria"), Dispute(), date(2030, 1, 1)).truth.name
    'UNKNOWN'
    """
    opens = months_after("the Court is open", art(63, 2), day_of(dispute, D.arbitration_requested_on), 6)
    return all_of(
        "any of the Parties may refer the dispute to the International Court of Justice",
        art(63, 2),
        may_submit_to_arbitration(history, parties, dispute, on),
        given(dispute, D.arbitration_requested),
        not_after("six months have passed since the request for arbitration", art(63, 2), opens, asked_about(on)),
        given(dispute, D.no_agreement_on_arbitration),
    )


checked(__name__)
