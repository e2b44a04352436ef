"""Art. 40(9) to (11): the transfer of a person in custody, so that the person can help with evidence.

The State from which the person is transferred stands here as the requested State, the one to which the person goes as
the requesting State. Where a treaty on mutual legal assistance binds the two, its own provisions take the place of
these paragraphs, unless the two agree otherwise (Art. 40(7)). `treaty` is what is known of that; where it is not
stated, nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from attrs import Attribute, field, fields, frozen
from attrs.validators import optional

from uncc.cooperation.art35_principles import is_convention_offence
from uncc.cooperation.art40_assistance.immunity import Restraint, lies_before_departure, take_as_happened
from uncc.cooperation.art40_assistance.own_treaty import UNKNOWN_TREATY, paragraph_applies
from uncc.cooperation.particulars import UNNAMED_OFFENCE, Offence
from uncc.kernel.dates import Deadline, Period, a_date
from uncc.kernel.declared import checked, typed
from uncc.kernel.duties import Promptness
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_text, derived, given, none_of
from uncc.kernel.model import Model
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings

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


def _after_departure(transfer: PersonTransfer, attribute: Attribute[Any], value: Any) -> None:
    """Refuse custody abroad, or a return, that lies before the departure."""
    departed = transfer.departed_on
    if value is None or departed is None:
        return
    days = (
        {attribute.name: value}
        if isinstance(value, date)
        else {f"{attribute.name}[{n}].start": period.start for n, period in enumerate(value)}
    )
    for name, on in days.items():
        if on < departed:
            raise InvalidValue(name, on.isoformat(), f"on or after departed_on, {departed}")


@frozen(kw_only=True)
class PersonTransfer(Facts, asked_of=Role.REQUESTED_STATE):
    """A person in custody in one State whose presence another State asks for, and what became of it.

    - `departed_on`: the day on which the person left the territory of the requested State; it says that the person
      was transferred.
    - `return_agreed_on`: the day for the return on which the competent authorities agreed last, beforehand or later.
    - `custody`: the days in custody of the requesting State, both ends included; `None` where not known.
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
    departed_on: date | None = field(default=None, validator=optional(a_date))
    transferred: Fact = fact(
        "the person has been transferred to the requesting State", art(40, 10), asked_of=Role.REQUESTING_STATE
    )
    release_requested: Fact = fact(
        "the requested State has requested that the person not be kept in custody", art(40, 10, "a")
    )
    release_authorized: Fact = fact(
        "the requested State has authorized that the person not be kept in custody", art(40, 10, "a")
    )
    return_agreed_on: date | None = field(default=None, validator=[optional(a_date), _after_departure])
    returned: Fact = fact("the person has been returned to the custody of the requested State", art(40, 10, "b"))
    custody: tuple[Period, ...] | None = field(default=None, validator=optional(_after_departure))
    immunity_lifted: Fact = fact(
        "the requested State has agreed that the person be prosecuted or restricted in liberty for what lies before "
        "the departure",
        art(40, 11),
    )

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        take_as_happened(self, "transferred", self.departed_on or self.returned or self.custody or None)


T = fields(PersonTransfer)


def may_transfer_person(
    transfer: PersonTransfer, *, treaty: AssistanceTreaty = UNKNOWN_TREATY, under: Readings = AS_ADOPTED
) -> Finding:
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
        paragraph_applies(art(40, 9), treaty=treaty, under=under),
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


def must_keep_in_custody(
    transfer: PersonTransfer, *, treaty: AssistanceTreaty = UNKNOWN_TREATY, under: Readings = AS_ADOPTED
) -> Finding:
    """Whether the requesting State has the authority and the obligation to keep the person in custody.

    It has, until the return, unless the requested State requested or authorized otherwise.

    Source: Art. 40(10)(a).

    >>> must_keep_in_custody(PersonTransfer(release_authorized=True)).truth.name
    'NO'
    """
    return all_of(
        "the person transferred must be kept in custody",
        art(40, 10, "a"),
        paragraph_applies(art(40, 10), treaty=treaty, under=under),
        given(transfer, T.transferred),
        ~given(transfer, T.returned),
        none_of(
            "the requested State has neither requested nor authorized otherwise",
            art(40, 10, "a"),
            given(transfer, T.release_requested),
            given(transfer, T.release_authorized),
        ),
    )


def must_return_person(
    transfer: PersonTransfer, *, treaty: AssistanceTreaty = UNKNOWN_TREATY, under: Readings = AS_ADOPTED
) -> Finding:
    """Whether the person is still to be returned to the custody of the requested State.

    Source: Art. 40(10)(b).

    >>> transfer = PersonTransfer(transferred=True, returned=False)
    >>> must_return_person(transfer, treaty=AssistanceTreaty(binds=False)).truth.name
    'YES'
    """
    return all_of(
        "the person is to be returned to the custody of the requested State",
        art(40, 10, "b"),
        paragraph_applies(art(40, 10), treaty=treaty, under=under),
        given(transfer, T.transferred),
        ~given(transfer, T.returned),
    )


def return_deadline(transfer: PersonTransfer) -> Deadline | Promptness:
    """By when must the person be returned: the day agreed, or else without delay.

    Source: Art. 40(10)(b).

    >>> return_deadline(PersonTransfer()).value
    'without delay'
    """
    agreed = transfer.return_agreed_on
    return Promptness.WITHOUT_DELAY if agreed is None else Deadline(agreed, (art(40, 10, "b"),))


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
class Credit(Model):
    """The days in custody abroad that count towards the sentence at home.

    - `periods`: those days, in order and joined where they touch; empty unless `because` is YES.
    - `because`: whether credit is due.
    """

    periods: tuple[Period, ...]
    because: Finding


def credit_for_custody(
    transfer: PersonTransfer, *, treaty: AssistanceTreaty = UNKNOWN_TREATY, under: Readings = AS_ADOPTED
) -> Credit:
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
        paragraph_applies(art(40, 10), treaty=treaty, under=under),
        given(transfer, T.transferred),
        given(transfer, T.serving_sentence),
        derived(
            None if transfer.custody is None else bool(transfer.custody),
            "the person has spent time in the custody of the requesting State",
            art(40, 10, "d"),
            asked_of=Role.REQUESTING_STATE,
        ),
    )
    return Credit(joined(transfer.custody or ()) if because.is_yes else (), because)


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
    transfer: PersonTransfer,
    restraint: Restraint,
    *,
    treaty: AssistanceTreaty = UNKNOWN_TREATY,
    under: Readings = AS_ADOPTED,
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
        paragraph_applies(art(40, 11), treaty=treaty, under=under),
        given(transfer, T.transferred),
        given(restraint, R.restricts_liberty),
        given(restraint, R.in_territory),
        ~given(restraint, R.held_for_return),
        lies_before_departure(restraint, transfer.departed_on),
        ~given(transfer, T.immunity_lifted),
    )


checked(__name__)
