"""Art. 64: which act of taking part is open to whom, when, and what must come with it."""

from __future__ import annotations

from datetime import date
from enum import Enum
from types import MappingProxyType

from attrs import frozen

from uncc.final_provisions.history import CONFIRMING, INSTRUMENTS, Act, History, RegionalOrganization
from uncc.final_provisions.parties import consent_stands, is_party
from uncc.kernel.dates import Period, day
from uncc.kernel.declared import checked, typed
from uncc.kernel.duties import Duty, shall
from uncc.kernel.facts import Fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, derived
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_9 import DoneLikewise, RatifyingUnsigned, SignatureThereafter

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
YEAR_OF_HANOI = Period(date(2025, 1, 1), date(2025, 12, 31))


class Place(Enum):
    """Where the Convention is signed. The value is its stable name in JSON."""

    HANOI = "hanoi"
    NEW_YORK = "new-york"


def expresses_consent(act: Act) -> Finding:
    """Whether an act makes its author one that has consented to be bound.

    A signature does not, since it is subject to ratification, acceptance or approval; nor does a decision at home,
    before an instrument is deposited. Whether a succession does is for general international law.

    Source: Art. 64(3), Art. 64(4).

    >>> expresses_consent(Act.SIGNATURE).truth.name, expresses_consent(Act.ACCESSION).truth.name
    ('NO', 'YES')
    """
    statement = "the act expresses consent to be bound by the Convention"
    if act is Act.SUCCESSION:
        return derived(None, statement, art(64, 3), art(64, 4), asked_of=Role.DEPOSITARY)
    return by_text(act in INSTRUMENTS, statement, art(64, 3), art(64, 4))


@frozen(kw_only=True, field_transformer=typed)
class Signing(Model):
    """Where a participant would sign, and for which time the Convention lay open in Hanoi; `None` where not known."""

    place: Place | None = None
    ceremony: Period | None = None


UNKNOWN_SIGNING = Signing()


def may_sign(
    history: History,
    participant: str,
    on: date,
    signing: Signing = UNKNOWN_SIGNING,
    *,
    under: Readings = AS_ADOPTED,
) -> Finding:
    """Whether the Convention is open for signature by a participant on a day, at a place if one is given.

    In Hanoi in 2025, and then in New York up to 31 December 2026, that day included. Without the time of the
    ceremony in Hanoi a day of 2025 stays UNKNOWN. An organization needs a member State that has signed,
    on the same day at the latest.

    Source: Art. 64(1), Art. 64(2).

    >>> from datetime import date
    >>> may_sign(History(), "Astoria", date(2026, 12, 31), Signing(place=Place.NEW_YORK)).truth.name
    'YES'
    >>> may_sign(History(), "Astoria", date(2027, 1, 1)).truth.name
    'NO'
    """
    day(on, "on")
    places = {
        Place.HANOI: _open_in_hanoi(on, signing.ceremony),
        Place.NEW_YORK: _open_in_new_york(on, signing.ceremony, under),
    }
    where = places.values() if signing.place is None else (places[signing.place],)
    open_then = any_of("the Convention is open for signature there on the day", art(64, 1), *where)
    organization = history.organization(participant)
    member = () if organization is None else (_member_has_signed(history, organization, on),)
    return all_of("the participant may sign", (art(64, 1), art(64, 2)) if member else art(64, 1), open_then, *member)


def _open_in_hanoi(on: date, ceremony: Period | None) -> Finding:
    year = YEAR_OF_HANOI.start <= on <= YEAR_OF_HANOI.end
    value = (
        None if year and ceremony is None else year and ceremony is not None and ceremony.start <= on <= ceremony.end
    )
    return derived(value, "it is open for signature in Hanoi on the day", art(64, 1), asked_of=Role.DEPOSITARY)


def _open_in_new_york(on: date, ceremony: Period | None, under: Readings) -> Finding:
    after_year = on > YEAR_OF_HANOI.end
    over: Fact = after_year
    if not after_year and on > YEAR_OF_HANOI.start:  # which is the first day on which the signing can end
        over = None if ceremony is None else on > ceremony.end
    return all_of(
        "it is open for signature in New York on the day",
        art(64, 1),
        by_reading(
            "what comes after the signing in Hanoi has begun",
            SignatureThereafter,
            under,
            {
                SignatureThereafter.AFTER_CEREMONY: derived(
                    over, "the signing in Hanoi is over", art(64, 1), asked_of=Role.DEPOSITARY
                ),
                SignatureThereafter.AFTER_YEAR: derived(after_year, "the year of Hanoi is over", art(64, 1)),
            },
        ),
        derived(on <= LAST_DAY_OF_SIGNATURE, "the day is not after 31 December 2026", art(64, 1)),
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
    members, value = organization.members, None
    if members is not None:
        value = any(history.of(member, *acts, until=on) for member in members)
    return derived(value, statement, *authority, asked_of=Role.DEPOSITARY, subject=organization.name)


def may_confirm_signature(history: History, participant: str, on: date, *, under: Readings = AS_ADOPTED) -> Finding:
    """Whether a participant may deposit an instrument of ratification, acceptance or approval on a day.

    At any time, while it has not consented before. An organization needs a member State that has done likewise, on the
    same day at the latest. Whether one that has not signed may ratify, and whether a member's accession opens the way
    for its organization, are readings.

    Source: Art. 64(3).

    >>> from datetime import date
    >>> may_confirm_signature(History(), "Astoria", date(2027, 1, 1)).truth.name
    'NO'
    """
    organization = history.organization(participant)
    member = () if organization is None else (_member_has_done_likewise(history, organization, on, under),)
    return all_of(
        "the participant may deposit a ratification, an acceptance or an approval",
        art(64, 3),
        by_reading(
            "the instrument is open to the participant by its signature",
            RatifyingUnsigned,
            under,
            {
                RatifyingUnsigned.SIGNATORIES: derived(
                    bool(history.of(participant, Act.SIGNATURE, until=day(on, "on"))),
                    "the participant has signed",
                    art(64, 3),
                    asked_of=Role.DEPOSITARY,
                    subject=participant,
                ),
                RatifyingUnsigned.ANYONE: by_text(True, "the text asks for no signature", art(64, 3)),
            },
        ),
        ~_has_consented(history, participant, on, under, art(64, 3)),
        *member,
    )


def _member_has_done_likewise(
    history: History, organization: RegionalOrganization, on: date, under: Readings
) -> Finding:
    statement = "a member State of the organization has deposited such an instrument"
    wanted = {DoneLikewise.CONFIRMING: CONFIRMING, DoneLikewise.ANY_INSTRUMENT: INSTRUMENTS}
    return by_reading(
        "a member State of the organization has done likewise",
        DoneLikewise,
        under,
        {
            option: _some_member(history, organization, on, acts, statement, art(64, 3))
            for option, acts in wanted.items()
        },
    )


def _has_consented(history: History, participant: str, on: date, under: Readings, *authority: Provision) -> Finding:
    """Whether a consent given before the day still stands: what binds once is not given twice."""
    return derived(
        consent_stands(history, participant, day(on, "on"), under=under),
        "an earlier consent of the participant stands",
        *authority,
        asked_of=Role.DEPOSITARY,
        subject=participant,
    )


def may_accede(history: History, participant: str, on: date, *, under: Readings = AS_ADOPTED) -> Finding:
    """Whether a participant may deposit an instrument of accession on a day.

    Any State may, at any time, while it has not consented before. An organization needs a member State that is a Party
    on the day: one that has only deposited its instrument is not enough.

    Source: Art. 64(4).

    >>> from datetime import date
    >>> may_accede(History(), "Astoria", date(2027, 1, 1)).truth.name
    'YES'
    """
    organization = history.organization(participant)
    member = () if organization is None else (_member_is_party(history, organization, day(on, "on"), under),)
    return all_of(
        "the participant may deposit an accession",
        art(64, 4),
        by_text(True, "accession is open to every State and to organizations", art(64, 4)),
        ~_has_consented(history, participant, on, under, art(64, 4)),
        *member,
    )


def _member_is_party(history: History, organization: RegionalOrganization, on: date, under: Readings) -> Finding:
    statement = "a member State of the organization is a Party"
    if organization.members is None:
        return derived(None, statement, art(64, 4), asked_of=Role.DEPOSITARY, subject=organization.name)
    members = (is_party(history, member, on, under=under) for member in organization.members)
    return any_of(statement, art(64, 4), *members)


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
    organization = derived(
        history.organization(participant) is not None,
        "the participant is a regional economic integration organization",
        authority,
        asked_of=Role.DEPOSITARY,
        subject=participant,
    )
    owed = all_of("an organization deposits an instrument of consent", authority, is_instrument, organization)
    bearer = Role.STATE_PARTY if history.organization(participant) is None else Role.REGIONAL_ORGANIZATION
    return (
        shall(deposit, bearer, "deposit the instrument", authority, is_instrument, towards=Role.SECRETARY_GENERAL),
        shall(
            declare,
            Role.REGIONAL_ORGANIZATION,
            "declare the extent of its competence in the matters that the Convention governs",
            authority,
            owed,
            towards=Role.DEPOSITARY,
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
