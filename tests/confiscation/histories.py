"""Random asset histories, and an evaluator of them that shares nothing with the library's."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from uncc.confiscation import Asset, AssetHistory, CorrespondingValue, Holding, Money, Payment, ThirdPartyRight
from uncc.kernel.lists import items_of

FACTS: SearchStrategy[Any] = st.sampled_from([True, False, None])


def loose(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values by name as arguments of a model that has fields of several types."""
    return dict(values)


def eur(amount: int | str) -> Money:
    """Return an amount in euros."""
    return Money("EUR", Decimal(amount))


def paid(name: str, amount: int | str, proceeds: int | str | None = None) -> Payment:
    """Return a payment in euros out of a holding."""
    return Payment(taken_from=name, value=eur(amount), proceeds=None if proceeds is None else eur(proceeds))


def proceeds(name: str, amount: int | str) -> Holding:
    """Return proceeds of an offence of the Convention, as they came in."""
    return Holding(name=name, value=eur(amount), derived_from_offence=True, convention_offence=True)


def lawful(name: str, amount: int | str) -> Holding:
    """Return property that comes from no offence."""
    return Holding(name=name, value=eur(amount), derived_from_offence=False)


def bought(name: str, value: int | str, *payments: Payment) -> Holding:
    """Return what was bought with payments, and is worth `value`."""
    return Holding(name=name, value=eur(value), bought_with=payments)


def tool_of_none(name: str, history: AssetHistory, **others: Any) -> Asset:
    """Return an asset that is known to be no instrumentality, and in which nobody else has a right if none is named."""
    known: dict[str, Any] = {"rights": (), "used_in_offence": False, "destined_for_offence": False, **others}
    return Asset(name=name, history=history, **known)


def rights_of(asset: Asset) -> list[ThirdPartyRight]:
    """Return the rights of others that are stated of an asset."""
    return [right for right, _ in items_of(asset, attrs.fields(Asset).rights)]


@st.composite
def histories(draw: DrawFn, facts: SearchStrategy[Any] = FACTS, *, assessed: bool = False) -> AssetHistory:
    """Draw a history of up to seven holdings; `assessed`: what is taken of a holding is always the whole of it."""
    holdings: list[Holding] = []
    left: dict[str, int] = {}
    for number in range(draw(st.integers(2, 7))):
        name, value = f"h{number}", draw(st.integers(0, 30))
        sources = [earlier for earlier, amount in left.items() if amount]
        kind = draw(st.sampled_from(["outside", "bought", "bought", "yielded"])) if sources else "outside"
        if kind == "outside":
            fact = draw(facts)
            of_it = None if fact is False else True
            holdings.append(Holding(name=name, value=eur(value), derived_from_offence=fact, convention_offence=of_it))
        elif kind == "yielded":
            source = draw(st.sampled_from(sorted(left)))
            holdings.append(Holding(name=name, value=eur(value), yielded_by=source))
        else:
            chosen = draw(st.lists(st.sampled_from(sources), min_size=1, max_size=3, unique=True))
            payments: list[Payment] = []
            for source in chosen:
                amount = left[source] if assessed else draw(st.integers(1, left[source]))
                stated = None if assessed else draw(st.none() | st.integers(0, amount))
                payments.append(paid(source, amount, stated))
                left[source] -= amount
            holdings.append(Holding(name=name, value=eur(value), bought_with=tuple(payments)))
        left[name] = value
    return AssetHistory(tuple(holdings))


@st.composite
def rights(draw: DrawFn) -> ThirdPartyRight:
    """Draw a right of somebody in an asset."""
    return ThirdPartyRight(
        holder="somebody",
        value=draw(st.none() | st.integers(0, 30).map(eur)),
        third_party=draw(FACTS),
        bona_fide=draw(FACTS),
        right_exists=draw(FACTS),
    )


@st.composite
def assets(draw: DrawFn) -> Asset:
    """Draw an asset out of a random history, with rights of others, and facts known or not."""
    history = draw(histories())
    return Asset(
        name=draw(st.sampled_from(history.names)),
        history=history,
        rights=tuple(draw(st.lists(rights(), max_size=3))),
        corresponding_value=draw(
            st.none()
            | st.builds(CorrespondingValue, outstanding=st.integers(0, 30).map(eur), from_convention_offence=FACTS)
        ),
        used_in_offence=draw(FACTS),
        destined_for_offence=draw(st.sampled_from([False, None])),
        use_is_convention_offence=draw(FACTS),
    )
