"""Art. 64: which act of taking part is open to whom, when, and what must come with it."""

from __future__ import annotations

from datetime import date
from enum import Enum
from types import MappingProxyType

from attrs import fields, frozen

from uncc.final_provisions.acts import CONFIRMING, INSTRUMENTS, Act
from uncc.final_provisions.history import G, H, History, RegionalOrganization
from uncc.final_provisions.parties import asked_about, consent_stands, is_party, last_left_on
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall
from uncc.kernel.facts import DayFact, Facts, day_fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, none_of, read_off, said_of
from uncc.kernel.life import Event, Life
from uncc.kernel.measured import day_of
from uncc.kernel.provisions import Provision, art
from uncc.kernel.quantities import NEVER, Day, before, comes, earlier_of, fixed_day, later_of, not_after, where
from uncc.kernel.ready import Said
from uncc.kernel.roles import Role
from uncc.readings.chapter_9 import DoneLikewise, PartyFrom, RatifyingUnsigned, SignatureThereafter, SuccessionAsConsent

__all__ = [
    "LAST_DAY_OF_SIGNATURE",
    "Place",
    "Signing",
    "duties_with_instrument",
    "expresses_consent",
    "may_accede",
    "may_confirm_signature",
    "may_sign",
]

LAST_DAY_OF_SIGNATURE = date(2026, 12, 31)
"""The last day on which the Convention is open for signature, itself included."""


class Place(Enum):
    """Where the Convention is signed. The value is its stable name in JSON."""

    HANOI = "hanoi"
    NEW_YORK = "new-york"


def expresses_consent(act: Act) -> Finding:
    """Whether an act makes its author one that has consented to be bound.

    A signature does not, since it is subject to ratification, acceptance or approval; nor does a decision at home,
    before an instrument is deposited. Whether a succession does, of which the text does not speak, is a reading on
    which none is adopted.

    Source: Art. 64(3), Art. 64(4).

    >>> expresses_consent(Act.SIGNATURE).truth.name, expresses_consent(Act.ACCESSION).truth.name
    ('NO', 'YES')
    """
    statement = "the act expresses consent to be bound by the Convention"
    if act is Act.SUCCESSION:
        return by_reading(
            statement,
            SuccessionAsConsent,
            {
                SuccessionAsConsent.CONSENTS: by_text(True, "a succession takes over the consent", art(64, 4)),
                SuccessionAsConsent.DOES_NOT: by_text(False, "a succession is no instrument of consent", art(64, 3)),
            },
        )
    return by_text(act in INSTRUMENTS, statement, art(64, 3), art(64, 4))


@frozen(kw_only=True)
class Signing(Facts, asked_of=Role.DEPOSITARY):
    """When the Convention lay open in Hanoi, and the `place` that is asked about: `None` for any."""

    place: Place | None = None
    began_on: DayFact = day_fact("the signing in Hanoi began", art(64, 1))
    ended_on: DayFact = day_fact("the signing in Hanoi ended", art(64, 1), follows="began_on")


S = fields(Signing)
UNKNOWN_SIGNING = Signing()


def may_sign(history: History, participant: str, on: date, signing: Signing = UNKNOWN_SIGNING) -> Finding:
    """Whether the Convention is open for signature by a participant on a day, at a place if one is given.

    In Hanoi in 2025, and then in New York up to 31 December 2026, that day included, for organizations as for States;
    once only. Without the time of the ceremony in Hanoi a day of 2025 stays UNKNOWN. An organization needs a member
    State that has signed, on the same day at the latest.

    Source: Art. 64(1), Art. 64(2).

    >>> from datetime import date
    >>> may_sign(History.story(), "Astoria", date(2026, 12, 31), Signing(place=Place.NEW_YORK)).truth.name
    'YES'
    >>> may_sign(History(), "Astoria", date(2027, 1, 1)).truth.name
    'NO'
    """
    asked = asked_about(on)
    places = {Place.HANOI: _open_in_hanoi(asked, signing), Place.NEW_YORK: _open_in_new_york(asked, signing)}
    offered = places.values() if signing.place is None else (places[signing.place],)
    open_then = any_of("the Convention is open for signature there on the day", art(64, 1), *offered)
    organization = history.organization(participant)
    member = () if organization is None else (_member_has_signed(history, organization, on),)
    signed = history.received(participant, Act.SIGNATURE, until=on, newcomer=True)
    earlier = (before("it was signed before the day", art(64, 1), one.on, asked) for one in signed)
    return all_of(
        "the participant may sign",
        (art(64, 1), art(64, 2)) if member else art(64, 1),
        open_then,
        none_of("the participant has not signed before", art(64, 1), *earlier),
        *member,
    )


FIRST_OF_HANOI = fixed_day(date(2025, 1, 1), "the first day of the year of Hanoi", art(64, 1))
LAST_OF_HANOI = fixed_day(date(2025, 12, 31), "the last day of the year of Hanoi", art(64, 1))
LAST_IN_NEW_YORK = fixed_day(LAST_DAY_OF_SIGNATURE, "31 December 2026", art(64, 1))


def _open_in_hanoi(asked: Day, signing: Signing) -> Finding:
    opened = later_of("it opens in Hanoi", art(64, 1), FIRST_OF_HANOI, day_of(signing, S.began_on))
    return all_of(
        "it is open for signature in Hanoi on the day",
        art(64, 1),
        not_after("the signing in Hanoi has begun", art(64, 1), opened, asked),
        not_after("the signing in Hanoi is not over", art(64, 1), asked, _closed_in_hanoi(signing)),
    )


def _closed_in_hanoi(signing: Signing) -> Day:
    """Return the last day of the signing in Hanoi, which lies in 2025."""
    ended = later_of("it lies in the year of Hanoi", art(64, 1), FIRST_OF_HANOI, day_of(signing, S.ended_on))
    return earlier_of("it closes in Hanoi", art(64, 1), LAST_OF_HANOI, ended)


def _open_in_new_york(asked: Day, signing: Signing) -> Finding:
    return all_of(
        "it is open for signature in New York on the day",
        art(64, 1),
        by_reading(
            "what comes after the signing in Hanoi has begun",
            SignatureThereafter,
            {
                SignatureThereafter.AFTER_CEREMONY: before(
                    "the signing in Hanoi is over", art(64, 1), _closed_in_hanoi(signing), asked
                ),
                SignatureThereafter.AFTER_YEAR: before("the year of Hanoi is over", art(64, 1), LAST_OF_HANOI, asked),
            },
        ),
        not_after("the day is not after 31 December 2026", art(64, 1), asked, LAST_IN_NEW_YORK),
    )


def _member_has_signed(history: History, organization: RegionalOrganization, on: date) -> Finding:
    return _some_member(
        history, organization, on, (Act.SIGNATURE,), "a member State of the organization has signed", art(64, 2)
    )


def _some_member(
    history: History,
    organization: RegionalOrganization,
    on: date,
    acts: tuple[Act, ...],
    statement: str,
    *authority: Provision,
) -> Finding:
    """Whether a member has done one of these acts; unknown where it is not known who the members are."""
    if organization.members is None:
        unknown = organization, G.members, None
        return read_off(*unknown, statement, *authority, asked_of=Role.DEPOSITARY, subject=Said(organization.name))
    return any_of(
        statement,
        authority,
        *(
            said_of(Said(member), _has_done(history, member, on, acts, "the member has done so", *authority))
            for member in organization.members
        ),
    )


def _has_done(
    history: History, participant: str, on: date, acts: tuple[Act, ...], statement: str, *authority: Provision
) -> Finding:
    """Whether a participant has done one of these acts by a day."""
    done, asked = history.received(participant, *acts, until=on, newcomer=True), asked_about(on)
    return any_of(
        statement, authority, *(not_after("it was received by the day", authority, one.on, asked) for one in done)
    )


def may_confirm_signature(history: History, participant: str, on: date) -> Finding:
    """Whether a participant may deposit an instrument of ratification, acceptance or approval on a day.

    At any time, while it has not consented before. An organization needs a member State that has done likewise, on the
    same day at the latest. Whether one that has not signed may ratify, and whether a member's accession opens the way
    for its organization, are readings.

    Source: Art. 64(3).

    >>> from datetime import date
    >>> may_confirm_signature(History.story(), "Astoria", date(2027, 1, 1)).truth.name
    'NO'
    """
    organization = history.organization(participant)
    member = () if organization is None else (_member_has_done_likewise(history, organization, on),)
    return all_of(
        "the participant may deposit a ratification, an acceptance or an approval",
        art(64, 3),
        by_reading(
            "the instrument is open to the participant by its signature",
            RatifyingUnsigned,
            {
                RatifyingUnsigned.SIGNATORIES: _has_done(
                    history, participant, on, (Act.SIGNATURE,), "the participant has signed", art(64, 3)
                ),
                RatifyingUnsigned.ANYONE: by_text(True, "the text asks for no signature", art(64, 3)),
            },
        ),
        ~_has_consented(history, participant, on, art(64, 3)),
        *member,
    )


def _member_has_done_likewise(history: History, organization: RegionalOrganization, on: date) -> Finding:
    statement = "a member State of the organization has deposited such an instrument"
    wanted = {DoneLikewise.CONFIRMING: CONFIRMING, DoneLikewise.ANY_INSTRUMENT: INSTRUMENTS}
    return by_reading(
        "a member State of the organization has done likewise",
        DoneLikewise,
        {
            option: _some_member(history, organization, on, acts, statement, art(64, 3))
            for option, acts in wanted.items()
        },
    )


def _has_consented(history: History, participant: str, on: date, authority: Provision) -> Finding:
    """Whether a consent given before the day still stands: what binds once is not given twice."""
    return consent_stands(history, participant, on, authority)


def may_accede(history: History, participant: str, on: date) -> Finding:
    """Whether a participant may deposit an instrument of accession on a day.

    Any State may, at any time, while it has not consented before. An organization needs a member State that is a Party
    on the day; whether one that has only deposited its instrument is enough is a reading: it is not.

    Source: Art. 64(4).

    >>> from datetime import date
    >>> may_accede(History.story(), "Astoria", date(2027, 1, 1)).truth.name
    'YES'
    """
    organization = history.organization(participant)
    member = () if organization is None else (_member_is_party(history, organization, on),)
    return all_of(
        "the participant may deposit an accession",
        art(64, 4),
        by_text(True, "accession is open to every State and to organizations", art(64, 4)),
        ~_has_consented(history, participant, on, art(64, 4)),
        *member,
    )


def _member_is_party(history: History, organization: RegionalOrganization, on: date) -> Finding:
    statement = "a member State of the organization is a Party"
    if organization.members is None:
        unknown = organization, G.members, None
        return read_off(*unknown, statement, art(64, 4), asked_of=Role.DEPOSITARY, subject=Said(organization.name))
    members = organization.members
    return by_reading(
        statement,
        PartyFrom,
        {
            PartyFrom.BOUND: any_of(statement, art(64, 4), *(is_party(history, member, on) for member in members)),
            PartyFrom.DEPOSITED: any_of(
                statement, art(64, 4), *(consent_stands(history, member, on, art(64, 4)) for member in members)
            ),
        },
    )


def _days_of(history: History, participant: str, act: Act, authority: Provision) -> tuple[Day, Day]:
    """Return the days of its last instrument of this kind, and of its declaration of competence since it last left."""
    deposited = history.held(participant, act) or history.received(participant, act, newcomer=True)
    last = deposited[-1].on if deposited else NEVER
    left = last_left_on(history, participant, last)
    made = history.received(participant, Act.COMPETENCE, newcomer=True)
    counting = (where(not_after("it has not left since", authority, left, one.on), one.on, NEVER) for one in made)
    return last, earlier_of("the extent of its competence was declared", authority, *counting, NEVER)


_IDS = MappingProxyType(
    {
        art(64, 3): ("deposit-instrument", "competence-with-ratification", "competence-changed"),
        art(64, 4): (
            "deposit-instrument-of-accession",
            "competence-with-accession",
            "competence-changed-after-accession",
        ),
    }
)
"""The duties that come with an instrument, by the paragraph on it."""


def duties_with_instrument(history: History, participant: str, act: Act) -> tuple[Duty, ...]:
    """What must come with a participant's instrument, and what must it tell the depositary later?

    An organization declares the extent of its competence: in its instrument of ratification, acceptance or approval, or
    at the time of its accession; and it tells of changes. What a State must notify on depositing see
    `duties_on_notifications`.

    Source: Art. 64(3), Art. 64(4).

    >>> union = RegionalOrganization("Union")
    >>> [duty.id for duty in duties_with_instrument(History(organizations=(union,)), "Union", Act.APPROVAL)]
    ['deposit-instrument', 'competence-with-ratification', 'competence-changed']
    """
    authority = art(64, 4) if act is Act.ACCESSION else art(64, 3)
    deposit, declare, tell = _IDS[authority]
    is_instrument = by_text(act in INSTRUMENTS, "the act is an instrument of consent", art(64, 3), art(64, 4))
    organization = read_off(
        history,
        H.organizations,
        history.organization(participant) is not None,
        "the participant is a regional economic integration organization",
        authority,
        asked_of=Role.DEPOSITARY,
        subject=history.spelt(participant),
    )
    owed = all_of("an organization deposits an instrument of consent", authority, is_instrument, organization)
    deposited, declared = _days_of(history, participant, act, authority)
    bearer = Role.STATE_PARTY if history.organization(participant) is None else Role.REGIONAL_ORGANIZATION
    return (
        shall(
            deposit,
            bearer,
            "deposit the instrument",
            authority,
            is_instrument,
            towards=Role.SECRETARY_GENERAL,
            life=Life(done=Event(comes("the instrument is deposited", authority, deposited), deposited)),
        ),
        shall(
            declare,
            Role.REGIONAL_ORGANIZATION,
            "declare the extent of its competence in the matters that the Convention governs",
            authority,
            owed,
            towards=Role.DEPOSITARY,
            due=deposited,
            life=Life(done=Event(comes("the extent of its competence is declared", authority, declared), declared)),
        ),
        shall(
            tell,
            Role.REGIONAL_ORGANIZATION,
            "tell of any relevant change in the extent of its competence",
            authority,
            owed,
            towards=Role.DEPOSITARY,
        ),
    )


checked(__name__)
