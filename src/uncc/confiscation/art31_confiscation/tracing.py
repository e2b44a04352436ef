"""Art. 31(4) to (6): how far a holding is the proceeds of crime, followed through its history.

All is exact to the fraction, and rounded once, when it is shown.
"""

from __future__ import annotations

from attrs import Factory, field, fields, frozen

from uncc.confiscation.art31_confiscation.asset_history import AssetHistory, Holding, Payment
from uncc.confiscation.money import Money
from uncc.kernel.amounts import part_of, rest_of, whole_or_part
from uncc.kernel.declared import checked, typed
from uncc.kernel.findings import Finding, all_of, by_reading, given
from uncc.kernel.measured import amount_of
from uncc.kernel.model import Model
from uncc.kernel.provisions import art
from uncc.kernel.quantities import Amount, before, capped, fixed_amount, share_of, sum_of, where
from uncc.readings.chapter_4 import AssessedValue, IntermingledIncome

__all__ = [
    "contains_proceeds",
    "counts_as_proceeds",
]

H, P = fields(Holding), fields(Payment)
AS_A_WHOLE = fixed_amount(1, "", "the share of the proceeds in what came from outside", art(31, 1, "a"))
TURNED_INTO = art(31, 4), art(31, 5)
ALL, NONE = fixed_amount(1, "", "all of it"), fixed_amount(0, "", "none of it")
"""The share of the proceeds in a holding that is nothing else, and in one that has none."""


def counts_as_proceeds(holding: Holding, *, subject: str = "") -> Finding:
    """Whether property that came into a history from outside is proceeds of an offence of the Convention.

    That lawful origin was demanded in vain does not make it proceeds (`failed_to_show_lawful_origin`). `subject` is
    the holding's place.

    Source: Art. 31(1)(a).

    >>> from uncc.confiscation.money import Money
    >>> coins = Holding(name="coins", value=Money.parse("BTC 3"), derived_from_offence=True, convention_offence=False)
    >>> counts_as_proceeds(coins).truth.name
    'NO'
    """
    return all_of(
        "the property is the proceeds of an offence established in accordance with the Convention",
        art(31, 1, "a"),
        given(holding, H.derived_from_offence, subject),
        given(holding, H.convention_offence, subject),
    )


def contains_proceeds(history: AssetHistory, name: str) -> Finding:
    """Whether proceeds of crime are in a holding: turned into it, mixed into it, or in what yielded it.

    UNKNOWN where an origin is not settled, or where a part was taken from a mixed holding and the value of the
    proceeds in that part is not assessed.

    Source: Art. 31(1)(a), Art. 31(4), Art. 31(5), Art. 31(6).

    >>> from uncc.confiscation.money import Money
    >>> flat = Holding(name="flat", value=Money.parse("EUR 90000"), derived_from_offence=True, convention_offence=True)
    >>> rent = Holding(name="rent", value=Money.parse("EUR 4800"), yielded_by="flat")
    >>> contains_proceeds(AssetHistory((flat, rent)), "rent").truth.name
    'YES'
    """
    return Tracing(history).reaches(name)


@frozen(field_transformer=typed)
class Tracing(Model):
    """How far the holdings of a history are proceeds. Each is looked at once, however many ways lead to it."""

    history: AssetHistory
    _went_in: dict[str, Amount] = field(default=Factory(dict[str, Amount]), eq=False, repr=False)
    _shares: dict[str, Amount] = field(default=Factory(dict[str, Amount]), eq=False, repr=False)
    _held: dict[str, Amount] = field(default=Factory(dict[str, Amount]), eq=False, repr=False)

    def reaches(self, name: str) -> Finding:
        """Whether proceeds have come into a holding."""
        return before("proceeds of crime are in the holding", TURNED_INTO, NONE, self.share(name))

    def came_in(self, holding: Holding) -> Finding:
        """Whether what came in from outside counts as proceeds."""
        return counts_as_proceeds(holding, subject=self.history.place(holding.name))

    def went_in(self, name: str) -> Amount:
        """Return the proceeds in what a holding was bought with."""
        if name not in self._went_in:
            place = self.history.place(name)
            parts = (
                self.paid(payment, f"{place}.bought_with[{number}]")
                for number, payment in enumerate(self.history.holding(name).bought_with)
            )
            self._went_in[name] = sum_of("the proceeds that were turned into the holding", TURNED_INTO, *parts)
        return self._went_in[name]

    def share(self, name: str) -> Amount:
        """Return the share of the proceeds in what went into a holding: a number from 0 to 1."""
        if name not in self._shares:
            self._shares[name] = self._share(self.history.holding(name))
        return self._shares[name]

    def _share(self, holding: Holding) -> Amount:
        if holding.yielded_by is not None:
            return self._share_of_income(holding.yielded_by)
        if holding.comes_from_outside:
            return where(self.came_in(holding), AS_A_WHOLE, NONE)
        each = fixed_amount(1 / self.history.cost(holding.name).exact, "", "for each unit that was paid")
        proceeds = self.went_in(holding.name)
        return share_of("the share of the proceeds in what was paid", TURNED_INTO, each, proceeds)

    def _share_of_income(self, source: str) -> Amount:
        """Return the share of income that is liable: all but what is spared since other property yielded it."""
        others = rest_of("the share of what else is in the property", art(31, 5), ALL, self.share(source))
        rate = by_reading(
            "how far income from mixed property is spared",
            IntermingledIncome,
            {
                IntermingledIncome.PROPORTION: fixed_amount(
                    1, "", "the share of the proceeds limits the income", art(31, 5)
                ),
                IntermingledIncome.WHOLE: fixed_amount(
                    0, "", "income is liable to the same extent as proceeds", art(31, 6)
                ),
            },
        )
        spared = whole_or_part("the share of the income that is not liable", art(31, 6), others, ALL, ALL, rate)
        return rest_of("the share of the income that is liable as proceeds are", art(31, 6), ALL, spared)

    def held(self, name: str) -> Amount:
        """Return the assessed value of the proceeds in a holding, before anything was paid out of it."""
        if name not in self._held:
            self._held[name] = self.assessed(self.history.holding(name))
        return self._held[name]

    def assessed(self, holding: Holding) -> Amount:
        """Return the proceeds in a holding, when it is known how much went into it."""
        if holding.comes_from_outside:
            return where(self.came_in(holding), *_all_or_nothing(holding.value))
        worth = amount(holding.value, "what the holding is worth")
        if holding.yielded_by is not None:
            return share_of("the proceeds in the income", art(31, 6), worth, self.share(holding.name))
        cost, went_in = self.history.cost(holding.name), self.went_in(holding.name)
        if cost == holding.value:
            return went_in
        gained = fixed_amount(holding.value.exact / cost.exact, "", "as it gained or lost")
        value = by_reading(
            "what became of each unit that went in",
            AssessedValue,
            {AssessedValue.AS_MIXED: ALL, AssessedValue.SHARE: gained},
        )
        return whole_or_part(
            "the proceeds in the holding: all that it is worth where nothing else went in, or up to their value",
            TURNED_INTO,
            went_in,
            amount(cost, "what it cost"),
            worth,
            value,
        )

    def paid(self, payment: Payment, place: str) -> Amount:
        """Return the proceeds in what was taken from a holding, which is at `place` in the history.

        They are what was assessed, within what can be: no more than there are, and no less than what other property
        in the holding cannot make up for.
        """
        source = self.history.holding(payment.taken_from)
        if source.comes_from_outside:
            return where(self.came_in(source), *_all_or_nothing(payment.value))
        held = self.held(source.name)
        if payment.value == source.value:
            return held
        rest = amount(source.value - payment.value, "what was not taken from the holding")
        return part_of(
            "the proceeds in what was taken from the holding", art(31, 5), held, assessed_part(payment, place), rest
        )

    def left(self, name: str) -> Amount:
        """Return the proceeds in what is left of a holding."""
        holding, left = self.history.holding(name), self.history.left(name)
        payments = self.history.payments_from(name)
        if holding.comes_from_outside:
            return where(self.came_in(holding), *_all_or_nothing(left))
        if not payments:
            return self.held(name)
        parts = (assessed_part(payment, place) for place, payment in payments)
        return capped(
            "the proceeds in what is left of the holding",
            art(31, 5),
            amount(left, "what is left of it"),
            rest_of("the proceeds in the holding without what was taken", art(31, 5), self.held(name), *parts),
        )


def amount(money: Money, statement: str) -> Amount:
    """Return an amount that the case states."""
    return fixed_amount(money.amount, money.currency, statement)


def assessed_part(payment: Payment, place: str) -> Amount:
    """Return the assessed value of the proceeds in a payment: while it is not known, from nothing to all."""
    return amount_of(payment, P.proceeds, place, most=payment.value.exact, currency=payment.value.currency)


def _all_or_nothing(money: Money) -> tuple[Amount, Amount]:
    some = fixed_amount(money.amount, money.currency, "the proceeds in what came from outside", art(31, 1, "a"))
    return some, fixed_amount(0, money.currency, "no proceeds")


checked(__name__)
