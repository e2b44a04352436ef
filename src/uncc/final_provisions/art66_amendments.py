"""Art. 66: when an amendment can be proposed, how it is adopted, and whom it binds from when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import evolve, fields

from uncc.final_provisions.acts import Act
from uncc.final_provisions.art65_entry_into_force import general_entry, is_complete
from uncc.final_provisions.art67_effect import Term, every_term, has_begun, has_ended, terms_until
from uncc.final_provisions.events import Amendment, Receipt
from uncc.final_provisions.history import H, History
from uncc.final_provisions.lives import as_party, standing_term
from uncc.final_provisions.parties import asked_about, is_party
from uncc.final_provisions.votes import (
    NO_DELIBERATION,
    Deliberation,
    VotingMatter,
    adopted,
    before_a_vote,
    not_too_many,
    voter_may_vote,
    votes_cast_by_organization,
)
from uncc.kernel.dates import Window, day, window_of
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, Promptness, may, shall
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, exactly, read_off
from uncc.kernel.life import Life
from uncc.kernel.measured import day_of
from uncc.kernel.names import one_name
from uncc.kernel.provisions import art
from uncc.kernel.quantities import (
    NEVER,
    Day,
    Number,
    comes,
    days_after,
    earlier_of,
    later_of,
    months_after,
    not_after,
    where,
)
from uncc.kernel.roles import Role
from uncc.readings.chapter_9 import AcceptanceBefore, AmendmentOpening, NewPartyText

__all__ = [
    "amendment_enters_into_force",
    "amendments_binding",
    "duties_on_proposal",
    "is_amendment_adopted",
    "is_bound_by_amendment",
    "may_propose_amendment",
    "may_vote_on_amendment",
    "proposal_window",
    "votes_on_amendment",
]

FIVE_YEARS = 60
"""The months from entry into force after which an amendment can be proposed."""
A = fields(Amendment)


def proposal_window(history: History, *, on: date | None = None) -> Window:
    """From which day on can an amendment be proposed, as known on a day, or at all?

    After five years from the entry into force of the Convention, with no last day. Whether the anniversary itself is
    already after them is a reading.

    Source: Art. 66(1).

    >>> proposal_window(History.story()).not_before is None
    True
    """
    entry = where(is_complete(history, on), general_entry(history), NEVER)
    return window_of(opens_for_amendments(entry))


def opens_for_amendments(entry: Day) -> Day:
    """Return the first day on which five years from entry into force have expired."""
    anniversary = months_after("five years from the entry into force of the Convention", art(66, 1), entry, FIVE_YEARS)
    return by_reading(
        "an amendment may be proposed from this day on",
        AmendmentOpening,
        {
            AmendmentOpening.DAY_AFTER: days_after("the day after the anniversary", art(66, 1), anniversary, 1),
            AmendmentOpening.ANNIVERSARY: anniversary,
        },
    )


def may_propose_amendment(history: History, participant: str, on: date) -> Finding:
    """Whether a participant may propose an amendment on a day: as a Party, after five years from entry into force.

    Source: Art. 66(1).

    >>> from datetime import date
    >>> may_propose_amendment(History(), "Astoria", date(2031, 6, 1)).truth.name
    'UNKNOWN'
    """
    return all_of(
        "the participant may propose an amendment",
        art(66, 1),
        is_party(history, participant, on),
        not_after(
            "five years from the entry into force of the Convention have expired",
            art(66, 1),
            opens_for_amendments(general_entry(history)),
            asked_about(on),
        ),
    )


def duties_on_proposal(
    history: History, participant: str, on: date, *, deliberation: Deliberation = NO_DELIBERATION
) -> tuple[Duty, ...]:
    """What follows when a Party proposes an amendment on a day? Each step waits for the one before.

    Source: Art. 66(1).

    >>> from datetime import date
    >>> [duty.bearer.words for duty in duties_on_proposal(History(), "Astoria", date(2034, 1, 1))]
    ['State Party', 'Secretary-General', 'conference']
    """
    trigger, proposed = may_propose_amendment(history, participant, on), asked_about(on)
    term, opens = standing_term(history, participant, on), opens_for_amendments(general_entry(history))
    return (
        may(
            "propose-amendment",
            Role.STATE_PARTY,
            "transmit the amendment that it proposes",
            art(66, 1),
            trigger,
            towards=Role.SECRETARY_GENERAL,
            life=evolve(as_party(term), since=opens),
        ),
        shall(
            "communicate-proposal",
            Role.SECRETARY_GENERAL,
            "communicate the proposed amendment to the States Parties and to the Conference",
            art(66, 1),
            trigger,
            towards=Role.STATES_PARTIES,
            deadline=Promptness.THEREUPON,
            life=Life(since=proposed, after=("propose-amendment",)),
        ),
        shall(
            "seek-consensus-on-amendment",
            Role.CONFERENCE,
            "make every effort to agree on the amendment by consensus",
            art(66, 1),
            trigger,
            life=evolve(before_a_vote(deliberation, art(66, 1)), after=("communicate-proposal",)),
        ),
    )


def is_amendment_adopted(
    deliberation: Deliberation, *, history: History | None = None, on: date | None = None
) -> Finding:
    """Whether the Conference has adopted an amendment.

    Consensus is enough; without it, once all efforts are exhausted, two thirds of the Parties present and voting. With
    a history and the day of the vote, one in which more votes were cast than there are States Parties adopts nothing.

    Source: Art. 66(1).

    >>> vote = Deliberation(consensus_reached=False, efforts_exhausted=True, in_favour=39, against=21)
    >>> is_amendment_adopted(vote).truth.name
    'NO'
    """
    limits = () if history is None or on is None else (not_too_many(history, deliberation, on, art(66, 1)),)
    return adopted("the amendment is adopted", deliberation, art(66, 1), *limits)


def may_vote_on_amendment(history: History, voter: str, on: date, matter: VotingMatter) -> Finding:
    """Whether a participant may vote on an amendment: an organization within its competence, or its members.

    Source: Art. 66(2).

    >>> from datetime import date
    >>> may_vote_on_amendment(History(), "Astoria", date(2034, 1, 1), VotingMatter()).truth.name
    'UNKNOWN'
    """
    return voter_may_vote(history, voter, on, matter, art(66, 2))


def votes_on_amendment(history: History, organization: str, on: date) -> Number:
    """How many votes does an organization have on an amendment: one for each of its member States that is a Party?

    Not known where it is no organization of the history, or its members are not; between two ends where it is not known
    whether one of them is bound.

    Source: Art. 66(2).

    >>> from datetime import date
    >>> votes_on_amendment(History(), "Union", date(2034, 1, 1)).shown
    'not known'
    """
    return votes_cast_by_organization(history, organization, on)


def amendment_enters_into_force(history: History, amendment: str, participant: str, *, on: date | None = None) -> Day:
    """Return the day on which an amendment enters into force for a participant by its own instrument.

    Ninety days after the deposit, and not before the Convention itself, by the consent to the Convention that was given
    last. It never comes where the participant has deposited no instrument on the amendment, or had not consented to the
    Convention when it did, or the Convention is not in force for it.

    Source: Art. 66(3), Art. 66(4).

    >>> amendment_enters_into_force(History.story(), "First Amendment", "Astoria").is_never
    True
    """
    accepted = _accepted(history, amendment, participant, on)
    entered = NEVER
    for term in every_term(history, participant, on):
        by_term = _first(_counted(term, one) for one in accepted)
        entered = where(comes("it has accepted the amendment with this consent", art(66, 4), by_term), by_term, entered)
    return where(_is_adopted(history, amendment, on), entered, NEVER)


def _accepted(history: History, amendment: str, participant: str, on: date | None) -> tuple[Receipt, ...]:
    """Return the instruments on an amendment that a participant can have deposited by a day."""
    return history.received(participant, Act.AMENDMENT, until=on, about=amendment)


def _counted(term: Term, accepted: Receipt) -> Day:
    """Return the day on which an amendment enters into force by an instrument, if a consent stood at its deposit."""
    statement = "its author could accept the amendment when the instrument was deposited"
    standing = all_of(
        statement,
        art(66, 3),
        by_reading(
            statement,
            AcceptanceBefore,
            {
                AcceptanceBefore.COUNTS: not_after(
                    "the consent to the Convention had been given", art(66, 3), term.instrument.on, accepted.on
                ),
                AcceptanceBefore.PARTIES_ONLY: not_after(
                    "the Convention bound it already", art(66, 3), term.since, accepted.on
                ),
            },
        ),
        ~not_after("the consent had ended", art(67, 1), term.until, accepted.on),
    )
    ninety = days_after("ninety days after the deposit", art(66, 4), accepted.on, 90)
    return where(standing, later_of("the amendment enters into force for it", art(66, 4), ninety, term.since), NEVER)


def _first(days: Iterable[Day]) -> Day:
    return earlier_of("the amendment enters into force for the participant", art(66, 4), *days, NEVER)


def is_bound_by_amendment(history: History, amendment: str, participant: str, on: date) -> Finding:
    """Whether an amendment binds a participant on a day.

    A Party is bound ninety days after it has deposited its instrument on the amendment, and otherwise stays with the
    text as it was. Whether one that becomes a Party once the amendment is in force takes it over is a reading, on which
    none is adopted. UNKNOWN as well where the history does not say that the amendment was adopted, and for a successor
    of which it is not recorded since when it is bound.

    Source: Art. 66(3), Art. 66(4), Art. 66(5).

    >>> from datetime import date
    >>> is_bound_by_amendment(History(), "First Amendment", "Astoria", date(2040, 1, 1)).truth.name
    'UNKNOWN'
    """
    asked, found = asked_about(on), terms_until(history, participant, on)
    accepted = _accepted(history, amendment, participant, on)
    consents = (
        all_of(
            "the amendment has entered into force with the consent that binds it",
            (art(66, 4), art(66, 5)),
            ~has_ended(term, asked),
            not_after("the amendment has entered into force", art(66, 4), _counted(term, one), asked),
        )
        for term in found
        for one in accepted
    )
    binds = all_of(
        "the amendment binds the participant on the day",
        (art(66, 4), art(66, 5)),
        is_party(history, participant, on),
        _is_adopted(history, amendment, on),
        any_of(
            "the participant has consented to be bound by the amendment",
            art(66, 5),
            any_of(
                "the participant has accepted the amendment, and the amendment has entered into force for it",
                (art(66, 3), art(66, 4), art(66, 5)),
                *consents,
            ),
            _as_newcomer(history, amendment, found, asked),
        ),
    )
    return exactly(binds)


def _is_adopted(history: History, amendment: str, on: date | None) -> Finding:
    """Whether an amendment is adopted by a day, or at all; open where the history does not name it."""
    statement = "the Conference has adopted the amendment"
    amendment = history.text(amendment)
    for place, known in enumerate(history.amendments):
        if one_name(known.name, amendment):
            adopted = day_of(known, A.adopted_on, f"amendments[{place}]")
            return not_after(statement, art(66, 3), adopted, NEVER if on is None else asked_about(on))
    return read_off(history, H.amendments, None, statement, art(66, 3), asked_of=Role.CONFERENCE, subject=amendment)


def _as_newcomer(history: History, amendment: str, found: tuple[Term, ...], asked: Day) -> Finding:
    """Whether the participant takes the amendment over, having become a Party once it was in force for some."""
    statement = "the participant takes over the amendment by joining later"
    accepted = [
        (term.instrument, _counted(term, one))
        for one in history.accepting(amendment)
        for term in every_term(history, one.event.participant)
    ]
    joined = (
        all_of(
            "the consent that binds it came into effect later",
            art(66, 5),
            has_begun(term, asked),
            ~has_ended(term, asked),
            not_after(
                "the amendment was in force by then",
                art(66, 5),
                _first(day for consent, day in accepted if consent != term.instrument),
                term.since,
            ),
        )
        for term in found
    )
    return by_reading(
        statement,
        NewPartyText,
        {
            NewPartyText.AS_AMENDED: any_of(statement, art(66, 5), *joined),
            NewPartyText.CONSENT_NEEDED: by_text(False, statement, art(66, 5)),
        },
    )


def amendments_binding(history: History, participant: str, on: date) -> dict[str, Finding]:
    """By which amendments is a participant bound on a day, and so by which version of the text?

    Every amendment that can have been adopted by then, in the order of adoption, with its finding.

    Source: Art. 66(5).

    >>> from datetime import date
    >>> amendments_binding(History(), "Astoria", date(2040, 1, 1))
    {}
    """
    day(on, "on")
    known = sorted((one.earliest, one.name) for one in history.amendments if one.earliest <= on)
    return {name: is_bound_by_amendment(history, name, participant, on) for _, name in known}


checked(__name__)
