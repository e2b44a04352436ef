"""Art. 40(9) to (11): the transfer of a person in custody, so that the person can help with evidence.

The State from which the person is transferred stands here as the requested State, the one to which the person goes as
the requesting State. Where a treaty on mutual legal assistance binds the two, its own provisions take the place of
these paragraphs, unless the two agree otherwise (Art. 40(7)). `treaty` is what is known of that; where it is not
stated, nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from attrs import fields, frozen

from uncc.cooperation.art35_principles import is_convention_offence
from uncc.cooperation.art40_assistance.immunity import Restraint, lies_before_departure
from uncc.cooperation.art40_assistance.own_treaty import UNKNOWN_TREATY, paragraph_applies
from uncc.cooperation.particulars import UNNAMED_OFFENCE, Offence
from uncc.kernel.again import OnReadings
from uncc.kernel.between import not_before
from uncc.kernel.consistency import implies, shows
from uncc.kernel.dates import Deadline, Period, deadline_of
from uncc.kernel.declared import checked, typed
from uncc.kernel.duties import Promptness
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_text, given, none_of, read_off
from uncc.kernel.measured import day_of
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.kernel.shown import Shown

__all__ = [
    "Credit",
    "PersonTransfer",
    "credit_for_custody",
    "is_protected_after_transfer",
    "may_require_extradition",
    "may_transfer_person",
    "must_keep_in_custody",
    "must_return_person",
    "return_deadline",
]


@frozen(kw_only=True)
class PersonTransfer(Facts, asked_of=Role.REQUESTED_STATE):
    """A person in custody in one State whose presence another State asks for, and what became of it.

    `custody` has the days in custody of the requesting State, both ends included; `None` where not known. A day of
    departure, a return and custody abroad each say that the person was transferred.
    """

    offence: Offence | None = None
    detained: Fact = fact("the person is detained in the territory of the requested State", art(40, 9))
    serving_sentence: Fact = fact(
        "the person is serving a sentence in the territory of the requested State", art(40, 9)
    )
    presence_for_evidence: Fact = fact(
        "the person's presence is requested for identification, testimony or other help in obtaining evidence for "
        "criminal proceedings",
        art(40, 9),
        asked_of=Role.REQUESTING_STATE,
    )
    consents: Fact = fact("the person consents", art(40, 9, "a"))
    consent_free: Fact = fact("the consent is free", art(40, 9, "a"))
    consent_informed: Fact = fact("the consent is informed", art(40, 9, "a"))
    requested_agrees: Fact = fact(
        "the competent authorities of the requested State agree to the transfer", art(40, 9, "b")
    )
    requesting_agrees: Fact = fact(
        "the competent authorities of the requesting State agree to the transfer",
        art(40, 9, "b"),
        asked_of=Role.REQUESTING_STATE,
    )
    departed_on: DayFact = day_fact("the person left the territory of the requested State", art(40, 11))
    transferred: Fact = fact(
        "the person has been transferred to the requesting State", art(40, 10), asked_of=Role.REQUESTING_STATE
    )
    release_requested: Fact = fact(
        "the requested State has requested that the person not be kept in custody", art(40, 10, "a")
    )
    release_authorized: Fact = fact(
        "the requested State has authorized that the person not be kept in custody", art(40, 10, "a")
    )
    return_agreed_on: DayFact = day_fact(
        "the return is due, as the competent authorities agreed last", art(40, 10, "b"), follows="departed_on"
    )
    returned: Fact = fact("the person has been returned to the custody of the requested State", art(40, 10, "b"))
    custody: tuple[Period, ...] | None = None
    immunity_lifted: Fact = fact(
        "the requested State has agreed that the person be prosecuted or restricted in liberty for what lies before "
        "the departure",
        art(40, 11),
    )

    ties = (
        shows("departed_on", "transferred", art(40, 11)),
        shows("custody", "transferred", art(40, 10, "a")),
        implies("returned", "transferred", art(40, 10, "b")),
    )

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        for number, period in enumerate(self.custody or ()):
            not_before(f"custody[{number}].start", period.start, "departed_on", self.departed_on)


T = fields(PersonTransfer)


def may_transfer_person(transfer: PersonTransfer, *, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether the person may be transferred under the Convention.

    The person is in custody or serves a sentence; presence is asked for, for the sake of evidence of an offence
    established in accordance with the Convention (a serious crime is not enough here); the person freely gives informed
    consent; and the authorities of both States agree, on whatever conditions they deem appropriate. Nothing obliges to
    the transfer. NO as well where the two States' own treaty governs in place of the paragraph; so with all rules on
    transfers.

    Source: Art. 40(9), Art. 40(9)(a), Art. 40(9)(b).

    >>> may_transfer_person(PersonTransfer(consents=True, consent_informed=False)).truth.name
    'NO'
    """
    return all_of(
        "the person may be transferred",
        art(40, 9),
        paragraph_applies(art(40, 9), treaty=treaty),
        any_of(
            "the person is in custody in the requested State",
            art(40, 9),
            given(transfer, T.detained),
            given(transfer, T.serving_sentence),
        ),
        given(transfer, T.presence_for_evidence),
        is_convention_offence(transfer.offence or UNNAMED_OFFENCE),
        all_of(
            "the person freely gives informed consent",
            art(40, 9, "a"),
            given(transfer, T.consents),
            given(transfer, T.consent_free),
            given(transfer, T.consent_informed),
        ),
        all_of(
            "the competent authorities of both States agree",
            art(40, 9, "b"),
            given(transfer, T.requested_agrees),
            given(transfer, T.requesting_agrees),
        ),
    )


def must_keep_in_custody(transfer: PersonTransfer, *, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether the requesting State has the authority and the obligation to keep the person in custody.

    It has, until the return, unless the requested State requested or authorized otherwise.

    Source: Art. 40(10)(a).

    >>> must_keep_in_custody(PersonTransfer(release_authorized=True)).truth.name
    'NO'
    """
    return all_of(
        "the person transferred must be kept in custody",
        art(40, 10, "a"),
        paragraph_applies(art(40, 10), treaty=treaty),
        given(transfer, T.transferred),
        ~given(transfer, T.returned),
        none_of(
            "the requested State has neither requested nor authorized otherwise",
            art(40, 10, "a"),
            given(transfer, T.release_requested),
            given(transfer, T.release_authorized),
        ),
    )


def must_return_person(transfer: PersonTransfer, *, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether the person is still to be returned to the custody of the requested State.

    Source: Art. 40(10)(b).

    >>> transfer = PersonTransfer(transferred=True, returned=False)
    >>> must_return_person(transfer, treaty=AssistanceTreaty(binds=False)).truth.name
    'YES'
    """
    return all_of(
        "the person is to be returned to the custody of the requested State",
        art(40, 10, "b"),
        paragraph_applies(art(40, 10), treaty=treaty),
        given(transfer, T.transferred),
        ~given(transfer, T.returned),
    )


def return_deadline(transfer: PersonTransfer) -> Deadline | Promptness:
    """By when must the person be returned: the day agreed, or else without delay.

    Source: Art. 40(10)(b).

    >>> return_deadline(PersonTransfer()).value
    'without delay'
    """
    return deadline_of(day_of(transfer, T.return_agreed_on)) or Promptness.WITHOUT_DELAY


def may_require_extradition() -> Finding:
    """Whether the requesting State may ask for extradition proceedings before it returns the person: never.

    That is so where this paragraph applies; a treaty in its place may have another rule: see
    `duties_on_person_transfer`.

    Source: Art. 40(10)(c).

    >>> may_require_extradition().truth.name
    'NO'
    """
    return by_text(False, "extradition proceedings may be required for the return of the person", art(40, 10, "c"))


@frozen(field_transformer=typed)
class Credit(OnReadings, Shown):
    """The days in custody abroad that count towards the sentence at home.

    - `custody`: the days in custody abroad, in order and joined where they touch.
    - `because`: whether credit is due for them.
    """

    custody: tuple[Period, ...]
    because: Finding

    @property
    def periods(self) -> tuple[Period, ...]:
        """The days for which credit is due: none unless it is certain."""
        return self.custody if self.because.is_yes else ()


def credit_for_custody(transfer: PersonTransfer, *, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Credit:
    """For which days in custody of the requesting State must the person receive credit?

    For all of them, where the person is serving a sentence. How a part of a day counts is for the law under which the
    sentence is served.

    Source: Art. 40(10)(d).

    >>> from datetime import date
    >>> transfer = PersonTransfer(serving_sentence=True, custody=(Period(date(2027, 5, 1), date(2027, 5, 9)),))
    >>> credit = credit_for_custody(transfer, treaty=AssistanceTreaty(binds=False))
    >>> [str(period.end) for period in credit.periods]
    ['2027-05-09']
    """
    because = all_of(
        "time in custody abroad counts towards the sentence that is being served",
        art(40, 10, "d"),
        paragraph_applies(art(40, 10), treaty=treaty),
        given(transfer, T.transferred),
        given(transfer, T.serving_sentence),
        read_off(
            transfer,
            T.custody,
            None if transfer.custody is None else bool(transfer.custody),
            "the person has spent time in the custody of the requesting State",
            art(40, 10, "d"),
            asked_of=Role.REQUESTING_STATE,
        ),
    )
    return Credit(joined(transfer.custody or ()), because)


def joined(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Return the same days as periods in order, none of which touches another."""
    found: list[Period] = []
    for period in sorted(periods, key=lambda period: period.start):
        if found and period.start <= found[-1].end + timedelta(days=1):
            found[-1] = Period(found[-1].start, max(found[-1].end, period.end))
        else:
            found.append(period)
    return tuple(found)


R = fields(Restraint)


def is_protected_after_transfer(
    transfer: PersonTransfer, restraint: Restraint, *, treaty: AssistanceTreaty = UNKNOWN_TREATY
) -> Finding:
    """Whether the person transferred is protected against this restraint in the requesting State.

    Protected is whatever lies before the departure, of whatever nationality the person is and for as long as the
    person is there. What lies after the departure never is. Only the agreement of the requested State lifts the
    protection, not the person's own. The custody itself that must be kept until the return is no breach.

    Source: Art. 40(10)(a), Art. 40(11).

    >>> from datetime import date
    >>> transfer = PersonTransfer(departed_on=date(2027, 5, 1))
    >>> is_protected_after_transfer(transfer, Restraint(about_on=date(2027, 5, 3))).truth.name
    'NO'
    """
    return all_of(
        "the person transferred is protected against the restraint",
        art(40, 11),
        paragraph_applies(art(40, 11), treaty=treaty),
        given(transfer, T.transferred),
        given(restraint, R.restricts_liberty),
        given(restraint, R.in_territory),
        ~given(restraint, R.held_for_return),
        lies_before_departure(restraint, day_of(transfer, T.departed_on)),
        ~given(transfer, T.immunity_lifted),
    )


checked(__name__)
