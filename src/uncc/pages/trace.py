"""Where an asset comes from, as a picture in text, with what of it is liable to confiscation."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from attrs import fields

from uncc.confiscation import Asset, Holding, ThirdPartyRight, counts_as_proceeds, liable_to_confiscation
from uncc.kernel.findings import Truth
from uncc.kernel.lists import items_of
from uncc.pages.reports.confiscation import liability_in_words
from uncc.pages.words import visible
from uncc.readings import AS_ADOPTED, Readings

__all__ = ["asset_picture"]

_ORIGIN = MappingProxyType(
    {Truth.YES: "proceeds of crime", Truth.NO: "no proceeds of crime", Truth.UNKNOWN: "origin not settled"}
)


def asset_picture(asset: Asset, *, readings: Readings = AS_ADOPTED) -> str:
    """Return the history of an asset as a tree, from the asset back to what came in from outside.

    >>> from uncc.confiscation import AssetHistory, Money
    >>> flat = Holding(name="flat", value=Money.parse("EUR 90000"), derived_from_offence=True, convention_offence=True)
    >>> rent = Holding(name="rent", value=Money.parse("EUR 4800"), yielded_by="flat")
    >>> print(asset_picture(Asset(
    ...     name="rent", history=AssetHistory((flat, rent)), rights=(), used_in_offence=False,
    ...     destined_for_offence=False)))
    rent, EUR 4800: liable to confiscation, EUR 4800
    └── yielded by flat, EUR 90000: proceeds of crime
    """
    holding = asset.history.holding(asset.name)
    liability = liable_to_confiscation(asset).under(readings)
    return "\n".join(
        [f"{_named(holding)}: {liability_in_words(liability)}", *_right_lines(asset), *_sources(holding, asset, "")]
    )


def _named(holding: Holding) -> str:
    return f"{visible(holding.name)}, {holding.value}"


def _right_lines(asset: Asset) -> Iterator[str]:
    bar = "│" if _branches(asset.history.holding(asset.name)) else " "
    for right, _ in items_of(asset, fields(Asset).rights):
        yield f"{bar}   a right of {visible(right.holder)} in it: {_extent(right, asset)}"


def _extent(right: ThirdPartyRight, asset: Asset) -> str:
    if right.value is None:
        return "not known how much"
    return str(right.value) if right.value < asset.history.left(asset.name) else "the whole"


def _branches(holding: Holding) -> list[tuple[str, str]]:
    """Return the ways by which a holding came about: the words for each, and the holding it leads to."""
    if holding.yielded_by is not None:
        return [("yielded by", holding.yielded_by)]
    return [(f"{payment.value} from", payment.taken_from) for payment in holding.bought_with]


def _sources(holding: Holding, asset: Asset, margin: str) -> Iterator[str]:
    branches = _branches(holding)
    for number, (words, name) in enumerate(branches, 1):
        last = number == len(branches)
        source = asset.history.holding(name)
        origin = ""
        if source.comes_from_outside:
            origin = f": {_ORIGIN[counts_as_proceeds(source).truth]}"
        yield f"{margin}{'└──' if last else '├──'} {words} {_named(source)}{origin}"
        yield from _sources(source, asset, f"{margin}{'    ' if last else '│   '}")
