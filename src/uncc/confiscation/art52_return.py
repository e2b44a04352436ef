"""Art. 52: what becomes of confiscated property: return, compensation, contribution, sharing, and expenses."""

from __future__ import annotations

from enum import Enum
from typing import Any

from attrs import Attribute, field, fields, frozen

from uncc.confiscation.money import Money
from uncc.kernel.consistency import shows
from uncc.kernel.declared import checked, typed
from uncc.kernel.duties import Duty, may, shall
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
from uncc.kernel.findings import Finding, all_of, by_text, given
from uncc.kernel.life import Ahead, Life, stated_on
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = [
    "Agreement",
    "Disposal",
    "duties_on_disposal",
    "expenses_deducted",
    "may_consider_agreement",
    "may_deduct_expenses",
    "must_consider_return",
    "must_dispose_by_domestic_law",
    "must_return",
]


class Agreement(Enum):
    """What an agreement on confiscated property can be about. The value is its stable name in JSON."""

    CONTRIBUTION = "contribution"
    """Contributing to the account for technical assistance, and to intergovernmental bodies against cybercrime."""
    SHARING = "sharing"
    """Sharing with other States Parties, regularly or case by case."""


def _one_currency(disposal: Disposal, attribute: Attribute[Any], expenses: Money | None) -> None:
    if expenses is not None and disposal.value is not None:
        disposal.value.same_currency(expenses, attribute.name)


@frozen(kw_only=True, field_transformer=typed)
class Disposal(Facts, asked_of=Role.REQUESTED_STATE):
    """Property that was confiscated, and what is known about what should become of it.

    `value` is what it is worth, or what its sale brought; `expenses` what the proceedings cost that led to its
    return or disposal.
    """

    value: Money | None = None
    expenses: Money | None = field(default=None, validator=_one_currency)
    confiscated: Fact = fact(
        "the property was confiscated at home or upon a request, as the Convention provides",
        art(52, 1),
        asked_of=Role.STATE_PARTY,
    )
    on_request: Fact = fact(
        "the State acted on a request of another State for the purposes of confiscation", art(52, 2)
    )
    law_permits_return: Fact = fact("domestic law permits the return to the requesting State", art(52, 2))
    return_requested: Fact = fact(
        "the requesting State asked for the property to be returned to it", art(52, 2), asked_of=Role.REQUESTING_STATE
    )
    for_victims_or_owners: Fact = fact(
        "the return is to let it compensate victims, or give the property to prior legitimate owners",
        art(52, 2),
        asked_of=Role.REQUESTING_STATE,
    )
    compensation_considered: Fact = fact("due consideration has been given to the compensation of victims", art(52, 3))
    disposed: Fact = fact("the property has been disposed of or returned", art(52, 1), asked_of=Role.STATE_PARTY)
    disposed_on: DayFact = day_fact("the property was disposed of or returned", art(52, 1), asked_of=Role.STATE_PARTY)
    sharing_allowed: Fact = fact(
        "sharing is in accordance with domestic law or administrative procedures", art(52, 3, "b")
    )
    deduction_appropriate: Fact = fact("it is appropriate to deduct expenses", art(52, 4))
    deduction_excluded: Fact = fact("the States have decided otherwise than that expenses may be deducted", art(52, 4))
    expenses_reasonable: Fact = fact("the expenses are reasonable", art(52, 4))
    expenses_of_proceedings: Fact = fact(
        "the expenses were incurred in proceedings that led to the return or disposal of the property", art(52, 4)
    )

    ties = (shows("disposed_on", "disposed", art(52, 1)),)


D = fields(Disposal)


def must_dispose_by_domestic_law(disposal: Disposal) -> Finding:
    """Whether the property is to be disposed of by the law and procedures of the State that confiscated it.

    Source: Art. 52(1).

    >>> must_dispose_by_domestic_law(Disposal(confiscated=True)).truth.name
    'YES'
    """
    return given(disposal, D.confiscated)


def must_consider_return(disposal: Disposal) -> Finding:
    """Whether return to the requesting State must be considered with priority.

    YES needs a request of another State on which the State acts, a request for the return so that victims are
    compensated or prior legitimate owners get the property back, and room for it in domestic law.

    Source: Art. 52(2).

    >>> must_consider_return(Disposal(return_requested=False)).truth.name
    'NO'
    """
    return all_of(
        "priority consideration must be given to returning the property",
        art(52, 2),
        given(disposal, D.confiscated),
        given(disposal, D.on_request),
        given(disposal, D.law_permits_return),
        given(disposal, D.return_requested),
        given(disposal, D.for_victims_or_owners),
    )


def must_return() -> Finding:
    """Whether confiscated property must be returned: priority is for the consideration, and no result is owed.

    Source: Art. 52(2).

    >>> must_return().truth.name
    'NO'
    """
    return by_text(False, "the Convention obliges to return the property", art(52, 2))


def may_consider_agreement(disposal: Disposal, agreement: Agreement) -> Finding:
    """Whether the State may give special consideration to an agreement of this kind.

    Only after due consideration of the compensation of victims.

    Source: Art. 52(3), Art. 52(3)(a), Art. 52(3)(b).

    >>> may_consider_agreement(Disposal(compensation_considered=False), Agreement.SHARING).truth.name
    'NO'
    """
    sharing = agreement is Agreement.SHARING
    authority = art(52, 3, "b" if sharing else "a")
    return all_of(
        "special consideration may be given to an agreement on the property",
        (art(52, 3), authority),
        given(disposal, D.confiscated),
        given(disposal, D.on_request),
        given(disposal, D.compensation_considered),
        given(disposal, D.sharing_allowed)
        if sharing
        else by_text(True, "the text adds no condition for a contribution", authority),
    )


def may_deduct_expenses(disposal: Disposal) -> Finding:
    """Whether the requested State may deduct what its proceedings cost.

    From confiscated property only: what is frozen is not yet to be returned or disposed of.

    Source: Art. 52(4).

    >>> may_deduct_expenses(Disposal(deduction_excluded=True)).truth.name
    'NO'
    """
    return all_of(
        "reasonable expenses may be deducted",
        art(52, 4),
        given(disposal, D.confiscated),
        given(disposal, D.on_request),
        given(disposal, D.deduction_appropriate),
        ~given(disposal, D.deduction_excluded),
        given(disposal, D.expenses_reasonable),
        given(disposal, D.expenses_of_proceedings),
    )


def expenses_deducted(disposal: Disposal) -> Money | None:
    """Return what is left of the property when the expenses that may be deducted are; `None` where not determined.

    What may not be deducted leaves the value as it is; expenses beyond the value leave nothing.

    Source: Art. 52(4).

    >>> value, expenses = Money.parse("EUR 5000"), Money.parse("EUR 300")
    >>> print(expenses_deducted(Disposal(value=value, expenses=expenses, deduction_appropriate=False)))
    EUR 5000
    """
    finding, value, expenses = may_deduct_expenses(disposal), disposal.value, disposal.expenses
    if value is None or finding.is_no:
        return value
    if expenses is None or (finding.is_unknown and expenses.amount):
        return None
    return value - min(value, expenses)


def duties_on_disposal(disposal: Disposal) -> tuple[Duty, ...]:
    """What must or may the State that confiscated consider and do, in the order in which the text has it?

    To dispose of the property by its law is owed by whoever confiscated it, with a request or without; the rest is for
    a State that acted on one. A disposal before the return is considered breaks that duty; special consideration is
    open until then.

    Source: Art. 52(1), Art. 52(2), Art. 52(3), Art. 52(3)(a), Art. 52(3)(b), Art. 52(4).

    >>> [duty.modality.words for duty in duties_on_disposal(Disposal())]
    ['shall', 'shall', 'may', 'may', 'may']
    """
    gone = stated_on(given(disposal, D.disposed), disposal, D.disposed_on)
    special = Life(ends=(gone,), ended_by=("dispose",))
    return (
        shall(
            "dispose",
            Role.STATE_PARTY,
            "dispose of the property",
            art(52, 1),
            must_dispose_by_domestic_law(disposal),
            qualifications=("in accordance with its domestic law and administrative procedures",),
            life=Life(done=gone, after=("consider-return",)),
        ),
        shall(
            "consider-return",
            Role.REQUESTED_STATE,
            "give priority consideration to returning the property to the requesting State",
            art(52, 2),
            must_consider_return(disposal),
            towards=Role.REQUESTING_STATE,
            qualifications=("to the extent that domestic law permits",),
            life=Life(ahead=Ahead(of=gone, of_acts=("dispose",))),
        ),
        may(
            "consider-contribution",
            Role.REQUESTED_STATE,
            "give special consideration to agreements on contributing the property, or a part of it, to the account "
            "for technical assistance and to intergovernmental bodies",
            art(52, 3, "a"),
            may_consider_agreement(disposal, Agreement.CONTRIBUTION),
            towards=Role.REQUESTING_STATE,
            qualifications=("after due consideration of the compensation of victims",),
            life=special,
        ),
        may(
            "consider-sharing",
            Role.REQUESTED_STATE,
            "give special consideration to agreements on sharing the property with other States Parties",
            art(52, 3, "b"),
            may_consider_agreement(disposal, Agreement.SHARING),
            towards=Role.REQUESTING_STATE,
            qualifications=("after due consideration of the compensation of victims",),
            life=special,
        ),
        may(
            "deduct-expenses",
            Role.REQUESTED_STATE,
            "deduct reasonable expenses of the proceedings",
            art(52, 4),
            may_deduct_expenses(disposal),
            towards=Role.REQUESTING_STATE,
            qualifications=("where appropriate",),
        ),
    )


checked(__name__)
