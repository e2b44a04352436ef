"""Art. 31(1), (2), (4) to (6), (9): what of an asset is liable to confiscation, and how much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations
from typing import Any

from attrs import Attribute, field, fields, frozen
from attrs.validators import instance_of, optional

from uncc.confiscation.art31_confiscation.asset_history import AssetHistory
from uncc.confiscation.art31_confiscation.tracing import (
    OriginBurden,
    Reach,
    Trace,
    ancestry,
    counts_as_proceeds,
    origins,
)
from uncc.confiscation.money import Money, rounded_down
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, derived, given, none_of
from uncc.kernel.model import Model
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.kernel.values import a_text
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_4 import EquivalentValue, IntermingledIncome

__all__ = [
    "Asset",
    "CorrespondingValue",
    "Liability",
    "ThirdPartyRight",
    "is_bona_fide_right",
    "is_instrumentality",
    "is_open_to_freezing",
    "liable_to_confiscation",
    "represents_proceeds",
]


@frozen(kw_only=True, field_transformer=typed)
class ThirdPartyRight(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """A right that somebody else has, or claims, in an asset: a mortgage, a share, or the whole of it.

    `value` is how much of the asset the right takes up; `None` where it is the whole.
    """

    holder: str = field(validator=a_text)
    value: Money | None = field(default=None, validator=optional(instance_of(Money)))
    third_party: Fact = fact("the holder of the right is a third party, who had no part in the offence", art(31, 9))
    bona_fide: Fact = fact("the third party acted in good faith", art(31, 9))
    right_exists: Fact = fact("the third party has the right under the law that governs it", art(31, 9))


@frozen(kw_only=True, field_transformer=typed)
class CorrespondingValue(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """The value of proceeds for which other property can be taken instead.

    `outstanding` is the value of proceeds that have been neither confiscated themselves nor made up for otherwise.
    """

    outstanding: Money = field(validator=instance_of(Money))
    from_convention_offence: Fact = fact(
        "the proceeds of that value come from an offence established in accordance with the Convention", art(31, 1, "a")
    )
    proceeds_out_of_reach: Fact = fact("the proceeds themselves cannot be confiscated", art(31, 1, "a"))


def _in_its_history(asset: Asset, _: object, name: str) -> None:
    asset.history.holding(name)


def _few_in_currency(asset: Asset, attribute: Attribute[Any], rights: tuple[ThirdPartyRight, ...]) -> None:
    """Refuse more rights than can be looked at together, and one in another currency than the history's."""
    if len(rights) > MOST_RIGHTS:
        raise InvalidValue(attribute.name, len(rights), f"at most {MOST_RIGHTS} rights; add up those of one holder")
    for right in rights:
        if right.value is not None:
            asset.history.holding(asset.name).value.same_currency(right.value, attribute.name)


def _in_currency(asset: Asset, attribute: Attribute[Any], value: CorrespondingValue | None) -> None:
    """Refuse an amount in another currency than the history's."""
    if value is not None:
        asset.history.holding(asset.name).value.same_currency(value.outstanding, attribute.name)


MOST_RIGHTS = 10
"""The most rights in one asset: each set of them is looked at."""


@frozen(kw_only=True, field_transformer=typed)
class Asset(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """An asset in question: a holding of a history, the use to which it was put, and the rights of others in it.

    - `corresponding_value`: where the asset may be taken in the place of proceeds, for how much.
    - `burden`: where the law at hand requires that lawful origin be demonstrated.
    """

    name: str = field(validator=[a_text, _in_its_history])
    history: AssetHistory
    rights: tuple[ThirdPartyRight, ...] = field(default=(), validator=_few_in_currency)
    corresponding_value: CorrespondingValue | None = field(default=None, validator=_in_currency)
    burden: OriginBurden | None = None
    used_in_offence: Fact = fact("the asset was used in an offence", art(31, 1, "b"))
    destined_for_offence: Fact = fact("the asset was destined for use in an offence", art(31, 1, "b"))
    use_is_convention_offence: Fact = fact(
        "the offence of the use is one established in accordance with the Convention", art(31, 1, "b")
    )


A, R, V = fields(Asset), fields(ThirdPartyRight), fields(CorrespondingValue)


@frozen(kw_only=True, field_transformer=typed)
class Liability(Model):
    """How much of an asset is liable to confiscation, in the currency of its history.

    - `finding`: whether anything of it is.
    - `at_least`, `at_most`: the ends between which the amount lies, as far as the facts and readings go.
    - `unsettled`: while the two differ, the findings that are not settled and can move the amount.
    """

    finding: Finding
    at_least: Money
    at_most: Money
    unsettled: tuple[Finding, ...] = ()

    @property
    def amount(self) -> Money | None:
        """The amount that is liable; `None` while it is not determined."""
        return self.at_least if self.at_least == self.at_most else None


def is_instrumentality(asset: Asset) -> Finding:
    """Whether an asset is an instrumentality: used in an offence of the Convention, or destined for such use.

    Source: Art. 31(1)(b).

    >>> from uncc.confiscation.art31_confiscation.asset_history import Holding
    >>> server = AssetHistory().then(Holding(name="server", value=Money.parse("EUR 900")))
    >>> is_instrumentality(Asset(name="server", history=server, destined_for_offence=True,
    ...     use_is_convention_offence=True)).truth.name
    'YES'
    """
    return all_of(
        "the asset is an instrumentality of an offence established in accordance with the Convention",
        art(31, 1, "b"),
        any_of(
            "the asset was used, or destined for use, in an offence",
            art(31, 1, "b"),
            given(asset, A.used_in_offence),
            given(asset, A.destined_for_offence),
        ),
        given(asset, A.use_is_convention_offence),
    )


def represents_proceeds(value: CorrespondingValue, *, under: Readings = AS_ADOPTED) -> Finding:
    """Whether property may be taken in the place of proceeds, for their value.

    Source: Art. 31(1)(a).

    >>> represents_proceeds(CorrespondingValue(
    ...     outstanding=Money.parse("EUR 5000"), from_convention_offence=True)).truth.name
    'YES'
    """
    return all_of(
        "property whose value corresponds to that of proceeds may be taken instead",
        art(31, 1, "a"),
        given(value, V.from_convention_offence),
        derived(
            bool(value.outstanding.amount),
            "proceeds of some value are outstanding",
            art(31, 1, "a"),
            asked_of=Role.COMPETENT_AUTHORITY,
        ),
        by_reading(
            "property of corresponding value is open to be taken",
            EquivalentValue,
            under,
            {
                EquivalentValue.ALTERNATIVE: by_text(
                    True, "property of corresponding value stands beside the proceeds", art(31, 1, "a")
                ),
                EquivalentValue.SUBSIDIARY: given(value, V.proceeds_out_of_reach),
            },
        ),
    )


def is_bona_fide_right(right: ThirdPartyRight, subject: str = "") -> Finding:
    """Whether a right in an asset is that of a third party in good faith, which confiscation leaves as it is.

    `subject` is the place of the right in the case, where there are several.

    Source: Art. 31(9), Art. 50(9).

    >>> is_bona_fide_right(ThirdPartyRight(holder="the bank", bona_fide=False)).truth.name
    'NO'
    """
    return all_of(
        "the right is that of a bona fide third party",
        art(31, 9),
        given(right, R.third_party, subject),
        given(right, R.bona_fide, subject),
        given(right, R.right_exists, subject),
    )


def liable_to_confiscation(asset: Asset, *, under: Readings = AS_ADOPTED) -> Liability:
    """What of an asset is liable to confiscation, and how much?

    An asset that is proceeds, or into which nothing but proceeds was turned, is liable as a whole; one into which
    proceeds were mixed, up to their assessed value; an instrumentality as a whole; property of corresponding value up
    to what is outstanding. What holds on several of these counts once, at the most. What is no longer there, and
    what bona fide third parties have in it, is never liable. Shares are rounded down to the smallest unit in the
    history.

    Source: Art. 31(1), Art. 31(1)(a), Art. 31(1)(b), Art. 31(4), Art. 31(5), Art. 31(6), Art. 31(8), Art. 31(9).

    >>> from uncc.confiscation.art31_confiscation.asset_history import Holding, Payment
    >>> eur = Money.parse
    >>> history = AssetHistory((
    ...     Holding(name="ransom", value=eur("EUR 200"), derived_from_offence=True, convention_offence=True),
    ...     Holding(name="loan", value=eur("EUR 300"), derived_from_offence=False),
    ...     Holding(name="house", value=eur("EUR 560"), bought_with=(
    ...         Payment(taken_from="ransom", value=eur("EUR 200")),
    ...         Payment(taken_from="loan", value=eur("EUR 300"))))))
    >>> house = Asset(name="house", history=history, used_in_offence=False, destined_for_offence=False)
    >>> print(liable_to_confiscation(house).finding.truth.name, liable_to_confiscation(house).amount)
    YES EUR 200
    """
    finding = all_of(
        "something of the asset is liable to confiscation",
        art(31, 1),
        any_of("the asset is of a kind that is liable", (art(31, 1, "a"), art(31, 1, "b")), *_ways(asset, under)),
        _is_there(asset),
        none_of(
            "the rights of bona fide third parties leave something of the asset",
            art(31, 9),
            *_ways_to_take_up_all(asset),
        ),
    )
    least, most = _amounts(asset, under)
    history = asset.history
    currency = history.left(asset.name).currency
    at_least, at_most = (rounded_down(currency, end, history.places) for end in (least, most))
    unsettled = () if at_least == at_most else tuple(f for f in _unsettled(asset, under) if f.is_unknown)
    return Liability(finding=finding, at_least=at_least, at_most=at_most, unsettled=unsettled)


def is_open_to_freezing(asset: Asset, *, under: Readings = AS_ADOPTED) -> Finding:
    """Whether an asset is one that the State must be able to identify, trace, freeze or seize.

    That is so for whatever may come to be confiscated. The limit for mixed property is one of confiscation alone, and
    leaves the power to freeze or seize all of it as domestic law has it.

    Source: Art. 31(2), Art. 31(5).

    >>> from uncc.confiscation.art31_confiscation.asset_history import Holding
    >>> coins = AssetHistory().then(Holding(name="coins", value=Money.parse("BTC 2")))
    >>> is_open_to_freezing(Asset(name="coins", history=coins)).truth.name
    'UNKNOWN'
    """
    return all_of(
        "the asset is one to be identified, traced, frozen or seized",
        (art(31, 2), art(31, 5)),
        any_of("the asset is of a kind that is liable", (art(31, 1, "a"), art(31, 1, "b")), *_ways(asset, under)),
        _is_there(asset),
    )


def _ways(asset: Asset, under: Readings) -> Iterator[Finding]:
    yield Reach(asset.history, asset.burden, under).what_is_left(asset.name)
    if asset.corresponding_value is not None:
        yield represents_proceeds(asset.corresponding_value, under=under)
    yield is_instrumentality(asset)


def _is_there(asset: Asset) -> Finding:
    return derived(
        bool(asset.history.left(asset.name).amount),
        "something of value is left of the asset",
        art(31, 4),
        asked_of=Role.COMPETENT_AUTHORITY,
    )


def _rights(asset: Asset) -> list[tuple[Fraction, Finding]]:
    """Return how much each right takes up, and whether it is that of a bona fide third party."""
    left = asset.history.left(asset.name).exact
    return [
        (left if right.value is None else right.value.exact, is_bona_fide_right(right, f"rights[{number}]"))
        for number, right in enumerate(asset.rights)
    ]


def _ways_to_take_up_all(asset: Asset) -> Iterator[Finding]:
    """Yield, for each smallest set of rights that together take up the whole, whether all of them are in good faith."""
    left, rights = asset.history.left(asset.name).exact, _rights(asset)
    found: list[set[int]] = []
    for size in range(1, len(rights) + 1):
        for places in combinations(range(len(rights)), size):
            if sum(rights[place][0] for place in places) >= left and not any(less <= set(places) for less in found):
                found.append(set(places))
                yield all_of(
                    "rights that together take up the whole asset are those of bona fide third parties",
                    art(31, 9),
                    *(rights[place][1] for place in places),
                )


def _amounts(asset: Asset, under: Readings) -> tuple[Fraction, Fraction]:
    """Return the least and the most that is liable; every fact moves both the same way, or not at all."""
    left = asset.history.left(asset.name).exact
    certain, possible = Reach(asset.history, asset.burden, under).tainted(asset.name)
    least = [Trace(asset.history, certain, under).left(asset.name)[0]]
    most = [Trace(asset.history, possible, under).left(asset.name)[1]]
    for finding, amount in _others(asset, under):
        least.append(amount if finding.is_yes else Fraction(0))
        most.append(Fraction(0) if finding.is_no else amount)
    rights = _rights(asset)
    room_at_least = left - sum(amount for amount, finding in rights if not finding.is_no)
    room_at_most = left - sum(amount for amount, finding in rights if finding.is_yes)
    return _within(least, room_at_least), _within(most, room_at_most)


def _within(amounts: Iterable[Fraction], room: Fraction) -> Fraction:
    return max(Fraction(0), min(max(amounts), room))


def _others(asset: Asset, under: Readings) -> Iterator[tuple[Finding, Fraction]]:
    """Yield the other ways on which the asset may be liable, and for how much."""
    left = asset.history.left(asset.name).exact
    yield is_instrumentality(asset), left
    if asset.corresponding_value is not None:
        value = asset.corresponding_value
        yield represents_proceeds(value, under=under), min(left, value.outstanding.exact)


def _unsettled(asset: Asset, under: Readings) -> Iterator[Finding]:
    history = asset.history
    for holding in origins(history, asset.name):
        yield counts_as_proceeds(holding, burden=asset.burden, subject=history.place(holding.name))
    yield from (finding for finding, _ in _others(asset, under))
    yield from (finding for _, finding in _rights(asset))
    _, possible = Reach(history, asset.burden, under).tainted(asset.name)
    yield from _unassessed(asset, Trace(history, possible, under))


def _unassessed(asset: Asset, trace: Trace) -> Iterator[Finding]:
    """Yield what is missing for the amount although every origin is known: assessments, and a reading."""
    history = asset.history
    for holding in ancestry(history, asset.name):
        for number, payment in enumerate(holding.bought_with):
            least, most = trace.paid(payment)
            if least != most and trace.share(payment.taken_from)[0] == trace.share(payment.taken_from)[1]:
                yield _assessment(f"{history.place(holding.name)}.bought_with[{number}]")
        if holding.yielded_by is not None and 0 < trace.share(holding.yielded_by)[1] < 1:
            yield _all_of_the_income(trace.under)
    least, most = trace.left(asset.name)
    if least != most and any(payment.proceeds is None for payment in history.taken(asset.name)):
        yield _assessment(history.place(asset.name))


def _assessment(place: str) -> Finding:
    return derived(
        None,
        "the value of the proceeds in the part that was taken, or that is left, is assessed",
        art(31, 5),
        asked_of=Role.COMPETENT_AUTHORITY,
        subject=place,
    )


def _all_of_the_income(under: Readings) -> Finding:
    return by_reading(
        "all of the income from mixed property is liable",
        IntermingledIncome,
        under,
        {
            IntermingledIncome.PROPORTION: by_text(False, "the share of the proceeds limits the income", art(31, 5)),
            IntermingledIncome.WHOLE: by_text(True, "income is liable to the same extent as proceeds", art(31, 6)),
        },
    )


checked(__name__)
