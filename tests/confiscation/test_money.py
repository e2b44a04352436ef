"""Amounts of money: exact, in one currency, never a float."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncc.confiscation import Money
from uncc.doors.serial import from_data, from_json, to_json
from uncc.kernel.errors import DocumentError, InvalidValue

AMOUNTS = st.decimals(0, 10**15, places=8, allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize("amount", [1.5, 1, "1", None, True, float("nan")])
def test_only_a_decimal_is_an_amount(amount: Any) -> None:
    """A float, a whole number or a text is refused; amounts are decimal numbers."""
    with pytest.raises(InvalidValue) as caught:
        Money("EUR", amount)
    assert str(caught.value) == f"amount: {amount!r} is not a Decimal; a float is never exact"


@pytest.mark.parametrize("digits", ["-1", "NaN", "Infinity", "1e18", "0." + "0" * 18 + "1"])
def test_an_amount_out_of_bounds(digits: str) -> None:
    """What lies below 0 or too high, is too fine, or no number at all, is refused."""
    with pytest.raises(InvalidValue) as caught:
        Money("EUR", Decimal(digits))
    assert (caught.value.field, caught.value.expected) == (
        "amount",
        "an amount from 0, below 10 to the power of 18, of 18 places at most",
    )


@pytest.mark.parametrize("currency", ["eur", "", "E", "EURO COIN", 3, "ÄUR", "A" * 11])
def test_a_currency_is_written_in_capitals(currency: Any) -> None:
    """A currency is a short name in capital letters and digits."""
    with pytest.raises(InvalidValue) as caught:
        Money(currency, Decimal(1))
    assert str(caught.value) == (
        f"currency: {currency!r} is not a currency in capital letters and digits such as EUR or BTC"
    )


def test_amounts_of_two_currencies_do_not_meet() -> None:
    """They are neither added, subtracted nor compared; only told apart."""
    euros, dollars = Money.parse("EUR 5"), Money.parse("USD 5")
    for meet in (
        lambda: euros + dollars,
        lambda: euros - dollars,
        lambda: euros < dollars,
        lambda: euros <= dollars,
        lambda: Money.total("EUR", [dollars]),
    ):
        with pytest.raises(InvalidValue) as caught:
            meet()
        told = "money: 'USD 5' is not an amount in EUR; convert it first, at a rate of the case"
        assert str(caught.value) == told
    assert euros != dollars


def test_nothing_is_less_than_nothing() -> None:
    """More than there is cannot be taken away."""
    with pytest.raises(InvalidValue, match=r"^money: 'EUR 6' is not at most EUR 5$"):
        _ = Money.parse("EUR 5") - Money.parse("EUR 6")


def test_one_amount_has_one_form() -> None:
    """Equal amounts are written alike, however they were written before."""
    for digits in ("1200.50", "1200.5", "1.2005e3", "1200.500"):
        assert str(Money("EUR", Decimal(digits))) == "EUR 1200.5"
    assert to_json(Money("EUR", Decimal("1E+3"))) == '{\n  "currency": "EUR",\n  "amount": "1000"\n}'
    assert str(Money("EUR", Decimal("-0.00"))) == "EUR 0"
    assert Money.parse("EUR 1200").places == 0


@pytest.mark.parametrize(
    ("written", "plain", "places"),
    [("1E+3", "1000", 0), ("1.50E+1", "15", 0), ("0E+5", "0", 0), ("120.50", "120.5", 1), ("1E-18", "1E-18", 18)],
)
def test_an_amount_has_no_exponent_and_no_blank_zeros(written: str, plain: str, places: int) -> None:
    """A thousand has four digits and no place after the point, however it was written."""
    money = Money("EUR", Decimal(written))
    assert money.amount.as_tuple() == Decimal(plain).as_tuple()
    assert money.places == places


@pytest.mark.parametrize(("written", "told"), [("1E100", "Decimal('10000"), ("1E101", "Decimal('1E+101')")])
def test_a_number_too_long_to_write_out_is_refused_as_it_is(written: str, told: str) -> None:
    """Up to a hundred zeros are written out before a number is refused; more are not."""
    with pytest.raises(InvalidValue) as caught:
        Money("EUR", Decimal(written))
    assert str(caught.value).startswith(f"amount: {told}")


@pytest.mark.parametrize("text", ["EUR", "5 EUR", "EUR 5,00", "EUR -5", "EUR  5", "EUR 1e3", "EUR 5."])
def test_a_text_that_is_no_amount(text: str) -> None:
    """A text that is not currency, blank and digits is refused."""
    with pytest.raises(InvalidValue) as caught:
        Money.parse(text)
    assert str(caught.value) == f"money: {text!r} is not an amount such as EUR 1200.50"


@given(AMOUNTS, AMOUNTS)
def test_sums_are_exact(one: Decimal, other: Decimal) -> None:
    """What is added and taken away again leaves the same, to the last digit; a sum is no smaller than its parts."""
    a, b = Money("EUR", one), Money("EUR", other)
    assert (a + b) - b == a
    assert a + b == b + a == Money.total("EUR", [a, b])
    assert a <= a + b
    assert (a < b) is (one < other)


@given(AMOUNTS)
def test_an_amount_comes_back_as_it_was(amount: Decimal) -> None:
    """Written as JSON and as text, an amount is the same when it is read."""
    money = Money("BTC", amount)
    assert from_json(to_json(money), Money) == money == Money.parse(str(money))
    assert to_json(from_json(to_json(money), Money)) == to_json(money)


@pytest.mark.parametrize("amount", [5, 5.0, "5,0", "-5", "1e3", "05", "+5", "", " 5", "5.", None, "\u0665", "1" * 19])
def test_an_amount_in_json_is_a_text_of_digits(amount: Any) -> None:
    """A number of JSON is a float to most readers, so that an amount is a text of digits and nothing else."""
    with pytest.raises(DocumentError, match=r'is not an amount as a text of digits such as "1200.50"$'):
        from_data({"currency": "EUR", "amount": amount}, Money)
