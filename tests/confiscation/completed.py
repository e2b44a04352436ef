"""Assets of which everything is known: all that one can turn out to be, and how much of it is liable, counted by hand.

What is liable is computed here from booleans and fractions; nothing of it is the library's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.confiscation.histories import FACTS, eur, histories, rights_of
from uncc.confiscation import Asset, AssetHistory, CorrespondingValue, Holding, Payment, ThirdPartyRight
from uncc.readings import Readings
from uncc.readings.chapter_4 import AssessedValue, IntermingledIncome

BOTH = (False, True)
Answer = Callable[[str, Sequence[Any]], Any]
"""Tells, of a question and the answers that it can have, which it has."""


def completed(asset: Asset, answer: Answer) -> Asset:
    """Return the asset with an answer to each question that is open."""

    def of(facts: Any, place: str, *names: str) -> Any:
        opened = [name for name in names if getattr(facts, name) is None]
        return attrs.evolve(facts, **{name: answer(f"{place}.{name}", BOTH) for name in opened})

    def payment(one: Payment, place: str) -> Payment:
        if one.proceeds is not None:
            return one
        return attrs.evolve(one, proceeds=answer(place, [eur(n) for n in range(int(one.value.amount) + 1)]))

    def holding(one: Holding, place: str) -> Holding:
        paid = tuple(payment(p, f"{place}.bought_with[{n}]") for n, p in enumerate(one.bought_with))
        bought = attrs.evolve(one, bought_with=paid)
        return of(bought, place, "derived_from_offence", "convention_offence") if one.comes_from_outside else bought

    def right(one: ThirdPartyRight, place: str) -> ThirdPartyRight:
        extents = [eur(0), asset.history.left(asset.name)]
        known = attrs.evolve(one, value=answer(f"{place}.value", extents)) if one.value is None else one
        filled: ThirdPartyRight = of(known, place, "third_party", "bona_fide", "right_exists")
        return filled

    value = asset.corresponding_value
    known: Asset = of(
        attrs.evolve(
            asset,
            history=AssetHistory(tuple(holding(h, f"holdings[{n}]") for n, h in enumerate(asset.history.holdings))),
            rights=tuple(right(one, f"rights[{n}]") for n, one in enumerate(rights_of(asset))),
            corresponding_value=None if value is None else of(value, "value", "from_convention_offence"),
        ),
        "asset",
        "used_in_offence",
        "destined_for_offence",
        "use_is_convention_offence",
    )
    return known


def completions(asset: Asset) -> Iterator[Asset]:
    """Yield the asset with every set of answers to what is open."""
    asked: dict[str, Sequence[Any]] = {}

    def note(question: str, values: Sequence[Any]) -> Any:
        asked[question] = values
        return values[0]

    completed(asset, note)
    for values in product(*asked.values()):
        known = dict(zip(asked, values, strict=True))
        yield completed(asset, lambda question, _, known=known: known[question])  # type: ignore[misc]


def both_on_income(under: Readings) -> list[Readings]:
    """Return the readings with each option on income, where none was chosen."""
    if under.chosen(IntermingledIncome) is not None:
        return [under]
    value = under.chosen(AssessedValue)
    assert value is not None
    return [Readings.of(value, option) for option in IntermingledIncome]


def liable_in(asset: Asset, under: Readings) -> Fraction:
    """Return how much of an asset of which everything is known is liable, on readings that are all chosen."""
    history = asset.history
    left = history.left(asset.name).exact
    ways = [_left(history, asset.name, under)]
    if (asset.used_in_offence or asset.destined_for_offence) and asset.use_is_convention_offence:
        ways.append(left)
    value = asset.corresponding_value
    if value is not None and value.from_convention_offence:
        ways.append(min(left, value.outstanding.exact))
    taken = [
        right.value.exact
        for right in rights_of(asset)
        if right.value is not None and right.third_party and right.bona_fide and right.right_exists
    ]
    return min(max(ways), max(Fraction(0), left - sum(taken)))


def _share(history: AssetHistory, name: str, under: Readings) -> Fraction:
    holding = history.holding(name)
    if holding.yielded_by is not None:
        share = _share(history, holding.yielded_by, under)
        whole = under.chosen(IntermingledIncome) is IntermingledIncome.WHOLE
        return Fraction(share > 0) if whole else share
    if not holding.bought_with:
        return Fraction(bool(holding.derived_from_offence and holding.convention_offence))
    return sum((_paid(history, p, under) for p in holding.bought_with), Fraction(0)) / history.cost(name).exact


def _held(history: AssetHistory, name: str, under: Readings) -> Fraction:
    share, value = _share(history, name, under), history.holding(name).value.exact
    if share == 1 or under.chosen(AssessedValue) is AssessedValue.SHARE:
        return share * value
    return min(share * history.cost(name).exact, value)


def _paid(history: AssetHistory, payment: Payment, under: Readings) -> Fraction:
    held, stated = _held(history, payment.taken_from, under), payment.proceeds
    others = history.holding(payment.taken_from).value.exact - held
    assert stated is not None
    return max(payment.value.exact - others, min(stated.exact, held))


def _left(history: AssetHistory, name: str, under: Readings) -> Fraction:
    if history.holding(name).comes_from_outside:
        return history.left(name).exact * _share(history, name, under)
    taken = sum((p.proceeds.exact for p in history.taken(name) if p.proceeds is not None), Fraction(0))
    return min(history.left(name).exact, max(Fraction(0), _held(history, name, under) - taken))


@st.composite
def small_assets(draw: DrawFn) -> Asset:
    """Draw an asset of which so little is open that all it can turn out to be can be counted."""
    history = draw(histories(st.sampled_from([True, False, False, None])))
    open_parts = draw(st.integers(0, 1))
    holdings: list[Holding] = []
    for holding in history.holdings:
        payments: list[Payment] = []
        for payment in holding.bought_with:
            if payment.proceeds is None and not open_parts:
                stated = draw(st.integers(0, int(payment.value.amount)))
                payments.append(attrs.evolve(payment, proceeds=eur(stated)))
            else:
                open_parts -= payment.proceeds is None
                payments.append(payment)
        holdings.append(attrs.evolve(holding, bought_with=tuple(payments)))
    right = ThirdPartyRight(
        holder="somebody",
        value=draw(st.none() | st.integers(0, 30).map(eur)),
        third_party=True,
        right_exists=True,
        bona_fide=draw(FACTS),
    )
    return Asset(
        name=draw(st.sampled_from(history.names)),
        history=AssetHistory(tuple(holdings)),
        rights=draw(st.sampled_from([(), (right,)])),
        corresponding_value=draw(
            st.none()
            | st.builds(CorrespondingValue, outstanding=st.integers(0, 30).map(eur), from_convention_offence=FACTS)
        ),
        used_in_offence=draw(FACTS),
        destined_for_offence=False,
        use_is_convention_offence=True,
    )
