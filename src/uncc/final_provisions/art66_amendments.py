"""Art. 66: when an amendment can be proposed, how it is adopted, and whom it binds from when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import evolve

from uncc.final_provisions.art65_entry_into_force import entry_into_force
from uncc.final_provisions.art67_effect import Term, terms
from uncc.final_provisions.history import Act, History
from uncc.final_provisions.parties import is_party
from uncc.final_provisions.votes import Deliberation, VotingMatter, adopted, voter_may_vote, votes_cast_by_organization
from uncc.kernel.dates import Deadline, Window, day, days_after, latest, years_after
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, may, shall
from uncc.kernel.facts import Fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, derived
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_9 import AmendmentOpening, NewPartyText

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


def proposal_window(history: History, *, on: date | None = None, under: Readings = AS_ADOPTED) -> Window:
    """From which day on can an amendment be proposed, as known on a day, or at all?

    After five years from the entry into force of the Convention, with no last day. Whether the anniversary itself is
    already after them is a reading.

    Source: Art. 66(1).

    >>> proposal_window(History()).not_before is None
    True
    """
    entry = entry_into_force(history, on=on)
    if entry.on is None:
        return Window(None, None, entry.because)
    anniversary = years_after(entry.on.on, 5, art(66, 1))
    if under.chosen(AmendmentOpening) is AmendmentOpening.DAY_AFTER:
        anniversary = evolve(anniversary, on=anniversary.on + timedelta(days=1))
    return Window(anniversary, None, entry.because)


def may_propose_amendment(history: History, participant: str, on: date, *, under: Readings = AS_ADOPTED) -> Finding:
    """Whether a participant may propose an amendment on a day: as a Party, after five years from entry into force.

    Source: Art. 66(1).

    >>> from datetime import date
    >>> may_propose_amendment(History(), "Astoria", date(2031, 6, 1)).truth.name
    'NO'
    """
    first = entry_into_force(history, on=day(on, "on")).on
    anniversary = None if first is None else years_after(first.on, 5).on
    statement = "five years from the entry into force of the Convention have expired"
    return all_of(
        "the participant may propose an amendment",
        art(66, 1),
        is_party(history, participant, on, under=under),
        by_reading(
            "the five years are over",
            AmendmentOpening,
            under,
            {
                AmendmentOpening.DAY_AFTER: derived(
                    anniversary is not None and anniversary < on, statement, art(66, 1), asked_of=Role.DEPOSITARY
                ),
                AmendmentOpening.ANNIVERSARY: derived(
                    anniversary is not None and anniversary <= on, statement, art(66, 1), asked_of=Role.DEPOSITARY
                ),
            },
        ),
    )


def duties_on_proposal(
    history: History, participant: str, on: date, *, under: Readings = AS_ADOPTED
) -> tuple[Duty, ...]:
    """What follows when a Party proposes an amendment on a day?

    Source: Art. 66(1).

    >>> from datetime import date
    >>> [duty.bearer.words for duty in duties_on_proposal(History(), "Astoria", date(2034, 1, 1))]
    ['State Party', 'Secretary-General', 'conference']
    """
    trigger = may_propose_amendment(history, participant, on, under=under)
    return (
        may(
            "propose-amendment",
            Role.STATE_PARTY,
            "transmit the amendment that it proposes",
            art(66, 1),
            trigger,
            towards=Role.SECRETARY_GENERAL,
        ),
        shall(
            "communicate-proposal",
            Role.SECRETARY_GENERAL,
            "communicate the proposed amendment to the States Parties and to the Conference",
            art(66, 1),
            trigger,
            towards=Role.STATES_PARTIES,
            qualifications=("thereupon",),
        ),
        shall(
            "seek-consensus-on-amendment",
            Role.CONFERENCE,
            "make every effort to agree on the amendment by consensus",
            art(66, 1),
            trigger,
        ),
    )


def is_amendment_adopted(deliberation: Deliberation) -> Finding:
    """Whether the Conference has adopted an amendment.

    Consensus is enough; without it, once all efforts are exhausted, two thirds of the Parties present and voting.

    Source: Art. 66(1).

    >>> vote = Deliberation(consensus_reached=False, efforts_exhausted=True, in_favour=39, against=21)
    >>> is_amendment_adopted(vote).truth.name
    'NO'
    """
    return adopted("the amendment is adopted", deliberation, art(66, 1))


def may_vote_on_amendment(
    history: History, voter: str, on: date, matter: VotingMatter, *, under: Readings = AS_ADOPTED
) -> Finding:
    """Whether a participant may vote on an amendment: an organization within its competence, or its members.

    Source: Art. 66(2).

    >>> from datetime import date
    >>> may_vote_on_amendment(History(), "Astoria", date(2034, 1, 1), VotingMatter()).truth.name
    'NO'
    """
    return voter_may_vote(history, voter, is_party(history, voter, on, under=under), matter, art(66, 2))


def votes_on_amendment(history: History, organization: str, on: date, *, under: Readings = AS_ADOPTED) -> int | None:
    """How many votes does an organization have on an amendment: one for each of its member States that is a Party?

    `None` where it is no organization of the history, its members are not known, or whether one is bound is not.

    Source: Art. 66(2).

    >>> from datetime import date
    >>> votes_on_amendment(History(), "Union", date(2034, 1, 1)) is None
    True
    """
    return votes_cast_by_organization(history, organization, day(on, "on"), under)


def amendment_enters_into_force(
    history: History, amendment: str, participant: str, *, on: date | None = None
) -> Deadline | None:
    """Return the day on which an amendment enters into force for a participant by its own instrument.

    Ninety days after the deposit, and not before the Convention itself; `None` where it has deposited none, or had not
    consented to the Convention when it did, or the Convention is not in force for it.

    Source: Art. 66(3), Art. 66(4).

    >>> amendment_enters_into_force(History(), "First Amendment", "Astoria") is None
    True
    """
    found = terms(history, participant, on=on)
    days = [
        entered
        for event in history.of(participant, Act.AMENDMENT, until=on)
        if event.subject == amendment and (entered := _entered(found, event.on)) is not None
    ]
    return days[-1] if days else None


def _entered(found: tuple[Term, ...], deposited: date) -> Deadline | None:
    """Return the day for an instrument on an amendment, by the consent to the Convention that stood at its deposit."""
    standing = (term for term in found if term.instrument.on <= deposited and not term.has_ended(deposited))
    start = next((term.since for term in standing), None)
    return None if start is None else latest(days_after(deposited, 90, art(66, 4)), start)


def is_bound_by_amendment(
    history: History, amendment: str, participant: str, on: date, *, under: Readings = AS_ADOPTED
) -> Finding:
    """Whether an amendment binds a participant on a day.

    A Party is bound ninety days after it has deposited its instrument on the amendment, and otherwise stays with the
    text as it was. Whether one that becomes a Party once the amendment is in force takes it over is a reading, on which
    none is adopted. UNKNOWN as well where the history does not say that the amendment was adopted, and for one that has
    accepted it after a succession of which the day is not recorded.

    Source: Art. 66(3), Art. 66(4), Art. 66(5).

    >>> from datetime import date
    >>> is_bound_by_amendment(History(), "First Amendment", "Astoria", date(2040, 1, 1)).truth.name
    'NO'
    """
    found = terms(history, participant, on=day(on, "on"))
    begun = [term for term in found if term.has_begun(on)]
    current = begun[-1] if begun else None
    entered = amendment_enters_into_force(history, amendment, participant, on=on)
    accepted: Fact = entered is not None and entered.on <= on and not _ended_since(entered, current)
    if not accepted and _accepted_as_successor(history, amendment, found, on):
        accepted = None
    consent = derived(
        accepted,
        "the participant has accepted the amendment, and the amendment has entered into force for it",
        art(66, 3),
        art(66, 4),
        art(66, 5),
        asked_of=Role.DEPOSITARY,
        subject=participant,
    )
    joined = () if accepted else tuple(_as_newcomer(history, amendment, current, under))
    return all_of(
        "the amendment binds the participant on the day",
        (art(66, 4), art(66, 5)),
        is_party(history, participant, on, under=under),
        derived(
            _was_adopted(history, amendment, on),
            "the Conference has adopted the amendment",
            art(66, 3),
            asked_of=Role.CONFERENCE,
            subject=amendment,
        ),
        any_of("the participant has consented to be bound by the amendment", art(66, 5), consent, *joined),
    )


def _ended_since(entered: Deadline, current: Term | None) -> bool:
    """Whether the participant has left the Convention and come back since the amendment entered into force for it."""
    return current is not None and current.since is not None and entered.on < current.since.on


def _accepted_as_successor(history: History, amendment: str, found: tuple[Term, ...], on: date) -> bool:
    """Whether it accepted the amendment after a succession by which it is bound from a day that is not recorded."""
    if not found or found[-1].has_begun(on) is not None or found[-1].has_ended(on):
        return False
    succession = found[-1].instrument
    return any(
        event.subject == amendment and event.on >= succession.on and days_after(event.on, 90).on <= on
        for event in history.of(succession.participant, Act.AMENDMENT)
    )


def _was_adopted(history: History, amendment: str, on: date) -> bool | None:
    adopted_on = {known.name: known.adopted_on for known in history.amendments}.get(amendment)
    return None if adopted_on is None else adopted_on <= on


def _as_newcomer(history: History, amendment: str, current: Term | None, under: Readings) -> Iterator[Finding]:
    """Yield the reading on newcomers, where the participant became a Party once the amendment was in force for some."""
    if current is None or current.since is None:
        return
    days = (
        _entered(terms(history, event.participant), event.on)
        for event in history.events
        if event.act is Act.AMENDMENT and event.subject == amendment
    )
    if any(entered is not None and entered.on <= current.since.on for entered in days):
        statement = "the participant takes over the amendment by joining later"
        yield by_reading(
            statement,
            NewPartyText,
            under,
            {
                NewPartyText.AS_AMENDED: by_text(True, statement, art(66, 5)),
                NewPartyText.CONSENT_NEEDED: by_text(False, statement, art(66, 5)),
            },
        )


def amendments_binding(
    history: History, participant: str, on: date, *, under: Readings = AS_ADOPTED
) -> dict[str, Finding]:
    """By which amendments is a participant bound on a day, and so by which version of the text?

    Every amendment that was adopted by then, in the order of adoption, with its finding.

    Source: Art. 66(5).

    >>> from datetime import date
    >>> amendments_binding(History(), "Astoria", date(2040, 1, 1))
    {}
    """
    known = sorted(history.amendments, key=lambda amendment: amendment.adopted_on)
    return {
        amendment.name: is_bound_by_amendment(history, amendment.name, participant, on, under=under)
        for amendment in known
        if amendment.adopted_on <= day(on, "on")
    }


checked(__name__)
