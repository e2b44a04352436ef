"""Art. 31(1), (2), (4) to (6), (9): what of an asset is liable to confiscation, and how much."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, cast

from attrs import Attribute, field, fields, frozen
from attrs.validators import instance_of, optional

from uncc.confiscation.art31_confiscation.asset_history import AssetHistory
from uncc.confiscation.art31_confiscation.lawful_origin import OriginBurden
from uncc.confiscation.art31_confiscation.tracing import Tracing, amount
from uncc.confiscation.money import Money, rounded_down
from uncc.kernel.again import OnReadings
from uncc.kernel.amounts import rest_of
from uncc.kernel.completions import COMPARING, is_open_reading
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, ListFact, amount_fact, fact, list_fact
from uncc.kernel.findings import Finding, Node, all_of, any_of, by_reading, by_text, given, read_off
from uncc.kernel.lists import another_amount, items_of, more_of
from uncc.kernel.measured import amount_of
from uncc.kernel.provisions import art
from uncc.kernel.quantities import Amount, before, capped, fixed_amount, or_more, where
from uncc.kernel.readings import Choice
from uncc.kernel.roles import Role
from uncc.kernel.values import a_text
from uncc.readings.chapter_4 import EquivalentValue

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

    `value` is how much of the asset the right takes up; of a right to the whole it is all that the asset is worth.
    `None` where it is not known: then it is anything up to the whole.

    - `holder`: whose right it is.
    """

    holder: str = field(validator=a_text)
    value: Money | None = amount_fact(
        "how much of the asset the right takes up", art(31, 9), validator=optional(instance_of(Money))
    )
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


def _few_in_currency(asset: Asset, attribute: Attribute[Any], _: object) -> None:
    """Refuse more rights than can be looked at together, and one in another currency than the history's."""
    rights = items_of(asset, fields(Asset).rights)
    if len(rights) > MOST_RIGHTS:
        raise InvalidValue(attribute.name, len(rights), f"at most {MOST_RIGHTS} rights; add up those of one holder")
    for right, _place in rights:
        if right.value is not None:
            asset.history.holding(asset.name).value.same_currency(right.value, attribute.name)


MOST_RIGHTS = 10
"""The most rights in one asset: which of them matter turns on all that they can come to together."""


def _in_currency(asset: Asset, attribute: Attribute[Any], value: CorrespondingValue | None) -> None:
    """Refuse an amount in another currency than the history's."""
    if value is not None:
        asset.history.holding(asset.name).value.same_currency(value.outstanding, attribute.name)


@frozen(kw_only=True, field_transformer=typed)
class Asset(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """What is known of an asset in question: a holding of a history, the use it was put to, and the rights of others.

    - `corresponding_value`: the claim to take the asset in the place of proceeds, and for how much; a claim is made or
      not, and where none is made none is in question.
    - `burden`: where the law at hand requires that lawful origin be demonstrated; what is liable does not rest on it.
    - `name`: what the property is called.
    """

    name: str = field(validator=[a_text, _in_its_history])
    history: AssetHistory
    rights: ListFact[ThirdPartyRight] = list_fact(
        "a bona fide third party has a right in the asset beside those that are stated",
        art(31, 9),
        validator=_few_in_currency,
    )
    corresponding_value: CorrespondingValue | None = field(default=None, validator=_in_currency)
    burden: OriginBurden | None = None
    used_in_offence: Fact = fact("the asset was used in an offence", art(31, 1, "b"))
    destined_for_offence: Fact = fact("the asset was destined for use in an offence", art(31, 1, "b"))
    use_is_convention_offence: Fact = fact(
        "the offence of the use is one established in accordance with the Convention", art(31, 1, "b")
    )


A, R, V = fields(Asset), fields(ThirdPartyRight), fields(CorrespondingValue)


@frozen(kw_only=True, field_transformer=typed)
class Liability(OnReadings):
    """How much of an asset is liable to confiscation, in the currency of its history.

    - `finding`: whether anything of it is, which follows from the amount.
    - `at_least`, `at_most`: the ends between which the amount lies, as far as the facts and readings go.
    - `unsettled`: while the two differ, what is not settled and can move the amount.
    - `places`: to how many digits after the point they are rounded down.
    """

    finding: Finding
    at_least: Money
    at_most: Money
    unsettled: tuple[Node, ...] = ()
    places: int = 0

    @classmethod
    def of(cls, liable: Amount, places: int) -> Liability:
        """Return what an amount shows, rounded down to a number of places."""
        nothing = fixed_amount(0, liable.currency, "nothing")
        ends = Fraction(liable.least), Fraction(liable.most)
        at_least, at_most = (rounded_down(liable.currency, end, places) for end in ends)
        return cls(
            finding=before("something of the asset is liable to confiscation", art(31, 1), nothing, liable),
            at_least=at_least,
            at_most=at_most,
            unsettled=() if at_least == at_most else _unsettled_in(liable),
            places=places,
        )

    @property
    def amount(self) -> Money | None:
        """The amount that is liable; `None` while it is not determined."""
        return self.at_least if self.at_least == self.at_most else None

    @property
    def exact(self) -> Amount:
        """The amount with its reasons, exact to the fraction."""
        return cast("Amount", self.finding.because[1])

    def under(self, readings: Choice) -> Liability:
        """Return the same on these readings, in place of those that it stands on."""
        liable = self.exact.under(readings)
        return self if liable is self.exact else Liability.of(liable, self.places)


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


def represents_proceeds(value: CorrespondingValue) -> Finding:
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
        read_off(
            value,
            V.outstanding,
            bool(value.outstanding.amount),
            "proceeds of some value are outstanding",
            art(31, 1, "a"),
            asked_of=Role.COMPETENT_AUTHORITY,
        ),
        by_reading(
            "property of corresponding value is open to be taken",
            EquivalentValue,
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

    Source: Art. 31(9).

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


def liable_to_confiscation(asset: Asset) -> Liability:
    """What of an asset is liable to confiscation, and how much?

    An asset that is proceeds, or into which nothing but proceeds was turned, is liable as a whole; one into which
    proceeds were mixed, up to their assessed value; an instrumentality as a whole; property of corresponding value up
    to what is outstanding. What holds on several of these counts once, at the most. What is no longer there, and
    what bona fide third parties have in it, is never liable. Shares are rounded down to the smallest unit in the
    history.

    Source: Art. 31(1), Art. 31(1)(a), Art. 31(1)(b), Art. 31(4), Art. 31(5), Art. 31(6), Art. 31(9).

    >>> from uncc.confiscation.art31_confiscation.asset_history import Holding, Payment
    >>> eur = Money.parse
    >>> history = AssetHistory((
    ...     Holding(name="ransom", value=eur("EUR 200"), derived_from_offence=True, convention_offence=True),
    ...     Holding(name="loan", value=eur("EUR 300"), derived_from_offence=False),
    ...     Holding(name="house", value=eur("EUR 560"), bought_with=(
    ...         Payment(taken_from="ransom", value=eur("EUR 200")),
    ...         Payment(taken_from="loan", value=eur("EUR 300"))))))
    >>> house = Asset(name="house", history=history, rights=(), used_in_offence=False, destined_for_offence=False)
    >>> print(liable_to_confiscation(house).finding.truth.name, liable_to_confiscation(house).amount)
    YES EUR 200
    """
    liable = capped(
        "how much of the asset is liable to confiscation",
        (art(31, 1), art(31, 9)),
        _of_a_kind_that_is_liable(asset),
        rest_of(
            "what the rights of bona fide third parties leave of the asset",
            art(31, 9),
            _what_is_left(asset),
            *_taken_up_by_rights(asset),
        ),
    )
    return Liability.of(liable, asset.history.places)


def is_open_to_freezing(asset: Asset) -> Finding:
    """Whether an asset is one that the State must be able to identify, trace, freeze or seize.

    That is so for whatever may come to be confiscated. The limit for mixed property is one of confiscation alone, and
    leaves the power to freeze or seize all of it as domestic law has it.

    Source: Art. 31(2), Art. 31(5).

    >>> from uncc.confiscation.art31_confiscation.asset_history import Holding
    >>> coins = AssetHistory().then(Holding(name="coins", value=Money.parse("BTC 2")))
    >>> is_open_to_freezing(Asset(name="coins", history=coins)).truth.name
    'UNKNOWN'
    """
    return before(
        "the asset is one to be identified, traced, frozen or seized",
        (art(31, 2), art(31, 5)),
        _nothing(asset),
        _of_a_kind_that_is_liable(asset),
    )


def _of_a_kind_that_is_liable(asset: Asset) -> Amount:
    """Return how much of the asset is proceeds, stands for proceeds, or is an instrumentality: the most of these."""
    left, nothing = _what_is_left(asset), _nothing(asset)
    return or_more(
        "how much of the asset is of a kind that is liable",
        (art(31, 1, "a"), art(31, 1, "b")),
        Tracing(asset.history).left(asset.name),
        *(
            where(represents_proceeds(value), _up_to_what_is_outstanding(value, left), nothing)
            for value in _in_the_place_of_proceeds(asset)
        ),
        where(is_instrumentality(asset), _as_an_instrumentality(asset), nothing),
    )


def _in_the_place_of_proceeds(asset: Asset) -> tuple[CorrespondingValue, ...]:
    return () if asset.corresponding_value is None else (asset.corresponding_value,)


def _up_to_what_is_outstanding(value: CorrespondingValue, left: Amount) -> Amount:
    outstanding = amount(value.outstanding, "the value of proceeds that is outstanding")
    return capped("what is taken in the place of proceeds", art(31, 1, "a"), outstanding, left)


def _as_an_instrumentality(asset: Asset) -> Amount:
    left = asset.history.left(asset.name)
    return fixed_amount(left.amount, left.currency, "what is liable as an instrumentality", art(31, 1, "b"))


def _taken_up_by_rights(asset: Asset) -> Iterator[Amount]:
    left = asset.history.left(asset.name)
    for right, place in items_of(asset, A.rights):
        extent = amount_of(right, R.value, place, most=left.exact, currency=left.currency)
        yield where(is_bona_fide_right(right, place), extent, _nothing(asset))
    others = another_amount(
        asset, A.rights, "what other rights take up of the asset", most=left.exact, currency=left.currency
    )
    yield where(more_of(asset, A.rights), others, _nothing(asset))


def _what_is_left(asset: Asset) -> Amount:
    left = asset.history.left(asset.name)
    return fixed_amount(left.amount, left.currency, "what is left of the asset", art(31, 4))


def _nothing(asset: Asset) -> Amount:
    return fixed_amount(0, asset.history.left(asset.name).currency, "nothing")


def _unsettled_in(liable: Amount) -> tuple[Node, ...]:
    """Return what is open in an amount and can move it: answers on which it turns, assessments, and readings."""
    asked = set(liable.open_questions)
    return tuple(node for node in dict.fromkeys(_open_in(liable)) if not asked.isdisjoint(node.open_questions))


def _open_in(node: Node) -> Iterator[Node]:
    """Yield what is open below an amount, down to findings of law and no further."""
    if node.is_unknown:
        if isinstance(node, Finding) and node.kind not in COMPARING:
            yield node
            return
        if not node.because or is_open_reading(node):
            yield node
        for limb in node.live_limbs:
            yield from _open_in(limb)


checked(__name__)
