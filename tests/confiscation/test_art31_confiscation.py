"""Art. 31(1), (2), (4) to (6), (8), (9): what of an asset is liable to confiscation, and how much."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.confiscation.completed import both_on_income, completed, completions, liable_in, small_assets
from tests.confiscation.histories import (
    assets,
    bought,
    eur,
    histories,
    lawful,
    paid,
    proceeds,
    rights,
    rights_of,
    tool_of_none,
)
from tests.effort import effort
from tests.truthtables import Assignment, disagreements
from uncc.confiscation import (
    Asset,
    AssetHistory,
    CorrespondingValue,
    Holding,
    Liability,
    Money,
    OriginBurden,
    Payment,
    ThirdPartyRight,
    contains_proceeds,
    counts_as_proceeds,
    failed_to_show_lawful_origin,
    is_bona_fide_right,
    is_instrumentality,
    is_open_to_freezing,
    liable_to_confiscation,
    may_require_lawful_origin,
    represents_proceeds,
)
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.provisions import art
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_4 import AssessedValue, EquivalentValue, IntermingledIncome

GOOD_FAITH: dict[str, Any] = {"third_party": True, "bona_fide": True, "right_exists": True}
SHARE, PROPORTION, WHOLE = (
    Readings.of(AssessedValue.SHARE),
    Readings.of(IntermingledIncome.PROPORTION),
    Readings.of(IntermingledIncome.WHOLE),
)

HOUSE = AssetHistory(
    (
        proceeds("ransom", 200),
        lawful("loan", 300),
        bought("shares", 260, paid("ransom", 200)),
        bought("house", 700, paid("shares", 260), paid("loan", 240)),
        Holding(name="rent", value=eur(50), yielded_by="house"),
    )
)
"""A ransom turned into shares, those and a part of a loan into a house, which has gained in value and yields rent."""


def of(name: str, history: AssetHistory = HOUSE, under: Readings = AS_ADOPTED, **others: object) -> Liability:
    return liable_to_confiscation(tool_of_none(name, history, **others)).under(under)


# Art. 31(1)(a)


def test_31_1_a_proceeds_as_such() -> None:
    """Art. 31(1)(a): proceeds of an offence of the Convention are liable as a whole."""
    found = of("ransom", AssetHistory((proceeds("ransom", 200),)))
    assert found.finding.is_yes
    assert found.amount == eur(200)


def test_31_1_a_table() -> None:
    """Art. 31(1)(a): derived from an offence, and the offence one of the Convention: both or nothing."""

    def rule(a: Assignment) -> Finding:
        return counts_as_proceeds(
            Holding(name="x", value=eur(1), derived_from_offence=a["derived"], convention_offence=a["convention"])
        )

    assert not disagreements(rule, lambda w: w["derived"] and w["convention"], "derived", "convention")


def test_31_1_a_proceeds_of_other_crimes() -> None:
    """Art. 31(1)(a): proceeds of an offence that is not of the Convention are not liable under it."""
    other = Holding(name="x", value=eur(9), derived_from_offence=True, convention_offence=False)
    found = of("x", AssetHistory((other,)))
    assert found.finding.is_no
    assert found.amount == eur(0)


def test_31_1_a_origin_not_known() -> None:
    """Art. 31(1)(a): where the origin is not known the amount lies between nothing and all, and that is asked."""
    history = AssetHistory((Holding(name="x", value=eur(9), convention_offence=True),))
    found = of("x", history)
    assert (found.amount, found.at_least, found.at_most) == (None, eur(0), eur(9))
    assert [q.name for q in found.finding.open_questions] == ["Holding.derived_from_offence"]
    assert [q.name for f in found.unsettled for q in f.open_questions] == ["Holding.derived_from_offence"]


def test_31_1_a_corresponding_value() -> None:
    """Art. 31(1)(a): lawful property is liable up to the value of the proceeds that are outstanding."""
    value = CorrespondingValue(outstanding=eur(120), from_convention_offence=True)
    assert of("loan", corresponding_value=value).amount == eur(60)  # what is left of the loan
    car = AssetHistory((lawful("car", 300),))
    assert of("car", car, corresponding_value=value).amount == eur(120)


def test_31_1_a_corresponding_value_and_proceeds_count_once() -> None:
    """Art. 31(1)(a): what is liable as proceeds is not liable once more for its value."""
    value = CorrespondingValue(outstanding=eur(120), from_convention_offence=True)
    assert of("house", corresponding_value=value).amount == eur(260)


def test_31_1_a_nothing_outstanding() -> None:
    """Art. 31(1)(a): where no proceeds are outstanding, nothing corresponds to them."""
    value = CorrespondingValue(outstanding=eur(0), from_convention_offence=True)
    assert represents_proceeds(value).is_no


@pytest.mark.parametrize(("out_of_reach", "expected"), [(True, Truth.YES), (False, Truth.NO), (None, Truth.UNKNOWN)])
def test_31_1_a_corresponding_value_if_subsidiary(out_of_reach: bool | None, expected: Truth) -> None:
    """Art. 31(1)(a): on the other reading the proceeds themselves must be out of reach."""
    value = CorrespondingValue(outstanding=eur(1), from_convention_offence=True, proceeds_out_of_reach=out_of_reach)
    assert represents_proceeds(value).under(Readings.of(EquivalentValue.SUBSIDIARY)).truth is expected
    assert represents_proceeds(value).is_yes


@pytest.mark.parametrize(
    ("out_of_reach", "answer", "ends"),
    [(True, Truth.YES, (120, 120)), (False, Truth.NO, (0, 0)), (None, Truth.UNKNOWN, (0, 120))],
)
def test_31_1_a_how_much_if_subsidiary(out_of_reach: bool | None, answer: Truth, ends: tuple[int, int]) -> None:
    """Art. 31(1)(a): so it is with the amount, and with what is open about it."""
    value = CorrespondingValue(outstanding=eur(120), from_convention_offence=True, proceeds_out_of_reach=out_of_reach)
    car = AssetHistory((lawful("car", 300),))
    found = of("car", car, Readings.of(EquivalentValue.SUBSIDIARY), corresponding_value=value)
    assert (found.finding.truth, found.at_least, found.at_most) == (answer, *map(eur, ends))
    assert [q.name for f in found.unsettled for q in f.open_questions] == (
        ["CorrespondingValue.proceeds_out_of_reach"] if out_of_reach is None else []
    )
    assert of("car", car, corresponding_value=value).amount == eur(120)


# Art. 31(1)(b)


def test_31_1_b_table() -> None:
    """Art. 31(1)(b): used, or destined for use, in an offence of the Convention."""

    def rule(a: Assignment) -> Finding:
        return is_instrumentality(
            Asset(
                name="x",
                history=AssetHistory((lawful("x", 1),)),
                used_in_offence=a["used"],
                destined_for_offence=a["destined"],
                use_is_convention_offence=a["convention"],
                rights=(),
            )
        )

    assert not disagreements(
        rule, lambda w: (w["used"] or w["destined"]) and w["convention"], "used", "destined", "convention"
    )


def test_31_1_b_an_instrumentality_is_liable_as_a_whole() -> None:
    """Art. 31(1)(b): a server bought lawfully and meant for an attack is liable, and its whole value."""
    server = AssetHistory((lawful("server", 900),))
    asset = Asset(name="server", history=server, destined_for_offence=True, use_is_convention_offence=True, rights=())
    assert liable_to_confiscation(asset).amount == eur(900)


# Art. 31(2)


def test_31_2_freezing_is_not_limited_by_the_cap() -> None:
    """Art. 31(2) and (5): what may come to be confiscated is open to freezing, mixed property included."""
    assert is_open_to_freezing(tool_of_none("house", HOUSE)).is_yes
    assert is_open_to_freezing(tool_of_none("ransom", HOUSE)).is_no
    assert is_open_to_freezing(tool_of_none("loan", HOUSE)).is_no


# Art. 31(4)


def test_31_4_what_proceeds_were_turned_into_is_liable_instead() -> None:
    """Art. 31(4): the shares are liable with what they gained; the ransom is gone and liable no more."""
    history = AssetHistory(HOUSE.holdings[:3])
    assert of("shares", history).amount == eur(260)
    assert of("ransom", history).finding.is_no
    assert of("ransom", history).amount == eur(0)


def test_31_4_in_part() -> None:
    """Art. 31(4): where a part of the proceeds was turned into something, the rest stays liable itself."""
    history = AssetHistory((proceeds("ransom", 200), bought("car", 80, paid("ransom", 90))))
    assert of("ransom", history).amount == eur(110)
    assert of("car", history).amount == eur(80)


# Art. 31(5)


def test_31_5_the_cap() -> None:
    """Art. 31(5): mixed property is liable up to the assessed value of the proceeds in it."""
    found = of("house")
    assert found.amount == eur(260)
    assert art(31, 5) in {p for node in found.finding.walk() for p in node.authority}


def test_31_5_property_that_lost_its_value() -> None:
    """Art. 31(5): no more than the property is worth can be taken."""
    history = AssetHistory((proceeds("a", 200), lawful("b", 100), bought("x", 150, paid("a", 200), paid("b", 100))))
    assert of("x", history).amount == eur(150)
    assert of("x", history, SHARE).amount == eur(100)


def test_31_5_what_is_paid_out_of_property_that_lost_its_value() -> None:
    """Art. 31(5): proceeds of 60 in property worth 50 are all of it, and 20 paid out of it are 20 of proceeds."""
    history = AssetHistory(
        (
            proceeds("a", 60),
            lawful("b", 40),
            bought("x", 50, paid("a", 60), paid("b", 40)),
            lawful("c", 10),
            bought("car", 90, paid("x", 20), paid("c", 10)),
        )
    )
    assert of("car", history).amount == eur(20)
    assert of("x", history).amount == eur(30)


def test_31_5_the_share_if_proceeds_gain_with_the_property() -> None:
    """Art. 31(5): on the other reading the value of the proceeds is their share: 260 of 500, of 700."""
    assert of("house", under=SHARE).amount == eur(364)


def test_31_5_shares_are_rounded_down() -> None:
    """Art. 31(5): a share that no amount can say is rounded down to the smallest unit in the history."""
    history = AssetHistory(
        (proceeds("a", 1), lawful("b", 2), bought("x", "100.00", paid("a", 1), paid("b", 2)), lawful("c", "0.25"))
    )
    assert of("x", history, SHARE).amount == eur("33.33")


MIXED = AssetHistory((proceeds("a", 60), lawful("b", 40), bought("account", 100, paid("a", 60), paid("b", 40))))


def test_31_5_a_part_taken_from_a_mix_is_not_guessed() -> None:
    """Art. 31(5): which part of a mixed account was spent is not for the library to guess, in either place."""
    history = MIXED.then(bought("watch", 30, paid("account", 30)))
    watch, account = of("watch", history), of("account", history)
    assert (watch.at_least, watch.at_most) == (eur(0), eur(30))
    assert watch.finding.is_unknown
    assert (account.at_least, account.at_most) == (eur(30), eur(60))
    assert account.finding.is_yes
    for found in (watch, account):
        (open_,) = [q for f in found.unsettled for q in f.open_questions]
        assert "assessed" in open_.statement


def _asked(found: Liability) -> list[tuple[str, str]]:
    return [(q.name, q.subject) for f in found.unsettled for q in f.open_questions]


def test_31_5_what_is_to_be_assessed_is_asked_once_and_in_its_place() -> None:
    """Art. 31(5): the part that was taken out of a mix is to be assessed, and a part of it, each in its place."""
    history = MIXED.then(bought("watch", 30, paid("account", 30)), bought("ring", 10, paid("watch", 10)))
    places = {name: [subject for _, subject in _asked(of(name, history))] for name in ("account", "watch", "ring")}
    part = "holdings[3].bought_with[0]"
    of_that_part = "holdings[4].bought_with[0]"
    assert places == {"account": [part], "watch": [part, of_that_part], "ring": [part, of_that_part]}


def test_31_5_what_must_be_in_a_part() -> None:
    """Art. 31(5): of 70 taken from an account with 40 of lawful money, 30 at least are proceeds."""
    history = MIXED.then(bought("car", 70, paid("account", 70)))
    assert (of("car", history).at_least, of("car", history).at_most) == (eur(30), eur(60))
    assert of("car", history).finding.is_yes


@pytest.mark.parametrize(("assessed", "there", "rest"), [(0, 0, 60), (10, 10, 50), (30, 30, 30)])
def test_31_5_an_assessment_settles_it(assessed: int, there: int, rest: int) -> None:
    """Art. 31(5): the assessed value of the proceeds in what was taken settles both places, and value is conserved."""
    history = MIXED.then(bought("watch", 30, paid("account", 30, assessed)))
    watch, account = of("watch", history), of("account", history)
    assert (watch.amount, account.amount) == (eur(there), eur(rest))
    assert watch.finding.is_yes is bool(there)
    assert watch.finding.is_no is not bool(there)


# Art. 31(6)


def test_31_6_s22() -> None:
    """S22, Art. 31(6): a flat was bought with proceeds; the rent is liable."""
    history = AssetHistory(
        (
            proceeds("proceeds", 90),
            bought("flat", 95, paid("proceeds", 90)),
            Holding(name="rent", value=eur(5), yielded_by="flat"),
        )
    )
    found = of("rent", history)
    assert found.finding.is_yes
    assert found.amount == eur(5)
    assert art(31, 6) in {p for node in found.finding.decisive().walk() for p in node.authority}


def test_31_6_income_from_mixed_property() -> None:
    """Art. 31(6): income from mixed property is liable; how much of it is a reading, on which none is adopted."""
    found = of("rent")
    assert found.finding.is_yes
    assert (found.at_least, found.at_most) == (eur(26), eur(50))
    assert [q.name for f in found.unsettled for q in f.open_questions] == ["confiscation-intermingled-income"]
    assert of("rent", under=PROPORTION).amount == eur(26)
    assert of("rent", under=WHOLE).amount == eur(50)


def test_31_6_income_from_lawful_property() -> None:
    """Art. 31(6): income from property without proceeds in it is not liable."""
    history = AssetHistory((lawful("flat", 90), Holding(name="rent", value=eur(5), yielded_by="flat")))
    assert of("rent", history).finding.is_no


# Art. 31(8)


def test_31_8_room_for_the_burden() -> None:
    """Art. 31(8): on an offender, and as far as principles of law and the nature of the proceedings bear it."""

    def rule(a: Assignment) -> Finding:
        return may_require_lawful_origin(
            OriginBurden(
                borne_by_offender=a["offender"],
                consistent_with_principles=a["principles"],
                consistent_with_proceedings=a["proceedings"],
            )
        )

    names = ("offender", "principles", "proceedings")
    assert not disagreements(rule, lambda w: all(w.values()), *names)


BURDEN = OriginBurden(
    required_by_law=True, borne_by_offender=True, consistent_with_principles=True, consistent_with_proceedings=True
)


@pytest.mark.parametrize(
    ("shown", "alleged", "burden", "expected"),
    [
        (False, True, BURDEN, Truth.YES),
        (True, True, BURDEN, Truth.NO),
        (False, False, BURDEN, Truth.NO),
        (None, True, BURDEN, Truth.UNKNOWN),
        (False, True, attrs.evolve(BURDEN, required_by_law=False), Truth.NO),
        (False, True, attrs.evolve(BURDEN, borne_by_offender=False), Truth.NO),
    ],
)
def test_31_8_only_where_it_is_required(
    shown: bool | None, alleged: bool, burden: OriginBurden, expected: Truth
) -> None:
    """Art. 31(8): silence about lawful origin counts only where the law at hand has such a requirement."""
    villa = Holding(
        name="villa",
        value=eur(500),
        derived_from_offence=False,
        alleged=alleged,
        lawful_origin_shown=shown,
    )
    assert failed_to_show_lawful_origin(villa, burden).truth is expected


@pytest.mark.parametrize(("derived", "ends"), [(False, (0, 0)), (None, (0, 100)), (True, (100, 100))])
def test_31_8_what_was_demanded_in_vain_is_not_proceeds_for_that(derived: bool | None, ends: tuple[int, int]) -> None:
    """Art. 31(8): that lawful origin was not shown makes nothing liable; what follows from it is domestic law."""
    money = Holding(
        name="x",
        value=eur(100),
        derived_from_offence=derived,
        convention_offence=True,
        alleged=True,
        lawful_origin_shown=False,
    )
    found = of("x", AssetHistory((money,)), burden=BURDEN)
    assert (found.at_least, found.at_most) == tuple(map(eur, ends))


# Art. 31(9)


def test_31_9_table() -> None:
    """Art. 31(9): a third party, in good faith, with a right: all three."""

    def rule(a: Assignment) -> Finding:
        return is_bona_fide_right(
            ThirdPartyRight(holder="x", third_party=a["third"], bona_fide=a["faith"], right_exists=a["right"])
        )

    assert not disagreements(rule, lambda w: all(w.values()), "third", "faith", "right")


def test_31_9_the_mortgage_is_left_alone() -> None:
    """Art. 31(9): of a house of 700 with a mortgage of 500, at most 200 can be taken, whatever the proceeds in it."""
    bank = ThirdPartyRight(holder="bank", value=eur(500), **GOOD_FAITH)
    assert of("house", rights=(bank,)).amount == eur(200)
    small = attrs.evolve(bank, value=eur(100))
    assert of("house", rights=(small,)).amount == eur(260)


def test_31_9_a_buyer_in_good_faith() -> None:
    """Art. 31(9): what belongs to a buyer in good faith is not liable at all; to one in bad faith it is."""
    buyer = ThirdPartyRight(holder="buyer", value=eur(700), **GOOD_FAITH)
    assert of("house", rights=(buyer,)).finding.is_no
    assert of("house", rights=(buyer,)).amount == eur(0)
    accomplice = attrs.evolve(buyer, third_party=False)
    assert of("house", rights=(accomplice,)).amount == eur(260)


def test_31_9_good_faith_not_known() -> None:
    """Art. 31(9): while good faith is not known, neither is what can be taken, and the question is asked."""
    buyer = ThirdPartyRight(holder="buyer", value=eur(700), **{**GOOD_FAITH, "bona_fide": None})
    found = of("house", rights=(buyer,))
    assert (found.at_least, found.at_most) == (eur(0), eur(260))
    assert [(q.name, q.subject) for q in found.finding.open_questions] == [("ThirdPartyRight.bona_fide", "rights[0]")]


def test_31_9_rights_that_take_up_the_whole_together() -> None:
    """Art. 31(9): two rights of 400 take up a house of 700 together, and neither does alone."""
    one = ThirdPartyRight(holder="a", value=eur(400), **GOOD_FAITH)
    other = ThirdPartyRight(holder="b", value=eur(400), **{**GOOD_FAITH, "bona_fide": None})
    assert of("house", rights=(one,)).finding.is_yes
    assert of("house", rights=(one, other)).finding.is_unknown
    assert of("house", rights=(one, attrs.evolve(other, bona_fide=True))).finding.is_no
    assert of("house", rights=(one, attrs.evolve(other, bona_fide=False))).amount == eur(260)


def test_31_9_what_takes_up_the_whole_exactly() -> None:
    """Art. 31(9): rights of just the value of the house leave nothing; a cent less leaves a cent."""
    bank = ThirdPartyRight(holder="bank", value=eur(300), **GOOD_FAITH)
    whole, nearly = (attrs.evolve(bank, value=eur(rest)) for rest in (400, "399.99"))
    assert of("house", rights=(bank, whole)).finding.is_no
    cents = HOUSE.then(lawful("coin", "0.01"))
    found = of("house", cents, rights=(bank, nearly))
    assert (found.finding.truth, found.amount) == (Truth.YES, eur("0.01"))


def test_31_9_what_rights_leave_is_told_right_by_right() -> None:
    """Art. 31(9): each right that may be in good faith is told with what it takes up, and asked about in its place."""
    small = ThirdPartyRight(holder="a", value=eur(400))
    rights = (ThirdPartyRight(holder="owner", value=eur(700)), small, small, attrs.evolve(small, value=eur(299)))
    found = of("house", rights=rights)
    room = found.exact.because[1]
    assert room.statement == "what the rights of bona fide third parties leave of the asset"
    assert [getattr(limb, "most", None) for limb in room.because] == [700, 700, 400, 400, 299, 0]
    asked = {question.subject for question in found.finding.open_questions}
    assert asked == {"rights[0]", "rights[1]", "rights[2]"}


def test_31_9_where_nothing_is_left_no_right_takes_it() -> None:
    """Art. 31(9): that an asset is gone is no matter of anybody's right, and nobody is asked about one."""
    for claimed in ((), (ThirdPartyRight(holder="a", value=eur(1)),)):
        gone = of("ransom", rights=claimed)
        assert (gone.finding.truth, gone.amount) == (Truth.NO, eur(0))
        assert not gone.finding.open_questions
        assert art(31, 4) in {p for node in gone.finding.decisive().walk() for p in node.authority}


def test_31_9_many_rights() -> None:
    """Art. 31(9): the rights of many are added up."""
    small = ThirdPartyRight(holder="somebody", value=eur(1), **GOOD_FAITH)
    assert of("house", rights=(small,) * 10).amount == eur(260)
    assert of("house", rights=(attrs.evolve(small, value=eur(70)),) * 10).amount == eur(0)


def test_31_8_what_is_open_about_the_burden_is_asked() -> None:
    """Art. 31(8): where lawful origin is to be shown, whether it was is asked, in its place."""
    villa = Holding(name="villa", value=eur(500), derived_from_offence=False, alleged=True)
    found = failed_to_show_lawful_origin(villa, BURDEN, subject="holdings[1]")
    assert [(q.name, q.subject) for q in found.open_questions] == [("Holding.lawful_origin_shown", "holdings[1]")]


def test_31_6_only_income_from_a_mix_asks_for_the_reading() -> None:
    """Art. 31(6): that from proceeds is liable whole, and that from lawful property not at all, on every reading."""
    coins = Holding(name="coins", value=eur(60), convention_offence=True)
    history = AssetHistory(
        (
            coins,
            proceeds("loot", 90),
            lawful("flat", 90),
            Holding(name="interest", value=eur(10), yielded_by="loot"),
            Holding(name="rent", value=eur(10), yielded_by="flat"),
            bought("car", 80, paid("coins", 60), paid("interest", 10), paid("rent", 10)),
        )
    )
    found = of("car", history)
    assert (found.at_least, found.at_most) == (eur(10), eur(70))
    assert _asked(found) == [("Holding.derived_from_offence", "holdings[0]")]


# What cannot be meant


def test_amounts_in_two_currencies_are_an_error() -> None:
    """An amount in another currency is refused, wherever it stands, with its place."""
    dollars = Money("USD", Decimal(5))
    with pytest.raises(InvalidValue, match=r"^holdings\[1\].value: 'USD 5' is not an amount in EUR"):
        AssetHistory((lawful("a", 5), Holding(name="b", value=dollars)))
    with pytest.raises(InvalidValue, match=r"^rights: 'USD 5'"):
        Asset(name="loan", history=HOUSE, rights=(ThirdPartyRight(holder="bank", value=dollars),))
    with pytest.raises(InvalidValue, match=r"^corresponding_value: 'USD 5'"):
        Asset(name="loan", history=HOUSE, corresponding_value=CorrespondingValue(outstanding=dollars), rights=())


def test_too_many_rights_are_an_error() -> None:
    """More rights than every set of which can be looked at are refused."""
    right = ThirdPartyRight(holder="somebody")
    with pytest.raises(InvalidValue, match=r"^rights: 11 is not at most 10 rights"):
        Asset(name="loan", history=HOUSE, rights=(right,) * 11)


def test_an_asset_that_is_not_in_its_history() -> None:
    """An asset must be a holding of its history."""
    with pytest.raises(InvalidValue, match=r"^name: 'yacht' is not the name of a holding; there are: ransom, loan"):
        Asset(name="yacht", history=HOUSE, rights=())


# Properties

many = effort(150)
READINGS = st.sampled_from(
    [
        Readings(),
        SHARE,
        PROPORTION,
        WHOLE,
        Readings.of(AssessedValue.SHARE, IntermingledIncome.WHOLE),
        Readings.of(AssessedValue.SHARE, IntermingledIncome.PROPORTION),
    ]
)


@pytest.mark.long
@many
@given(assets(), READINGS)
def test_the_ends_and_the_finding_agree(asset: Asset, under: Readings) -> None:
    """The least is never above the most, nor that above the asset; NO means nothing, and something means YES."""
    found = liable_to_confiscation(asset).under(under)
    assert found.at_least <= found.at_most <= asset.history.left(asset.name)
    if found.finding.is_no:
        assert found.at_most == eur(0)
    if found.at_least > eur(0):
        assert found.finding.is_yes
    assert bool(found.unsettled) is (found.amount is None)
    assert all(node.is_unknown and node.open_questions for node in found.unsettled)
    assert found.finding.is_yes is (found.exact.least > 0)
    assert found.finding.is_no is (found.exact.most == 0)


@many
@given(assets(), READINGS)
def test_a_bona_fide_part_is_never_liable(asset: Asset, under: Readings) -> None:
    """Art. 31(9): what bona fide third parties certainly have is left, and what they may have is not counted on."""
    found, left = liable_to_confiscation(asset).under(under), asset.history.left(asset.name)
    certain = [r.value for r in rights_of(asset) if is_bona_fide_right(r).is_yes and r.value is not None]
    possible = [r.value or left for r in rights_of(asset) if not is_bona_fide_right(r).is_no]
    assert found.at_most.amount <= max(Decimal(0), left.amount - sum(m.amount for m in certain))
    assert found.at_least.amount <= max(Decimal(0), left.amount - sum(m.amount for m in possible))


def test_an_amount_that_was_settled_too_early() -> None:
    """Art. 31(5): what is liable follows from how much is, so that NO never stands beside an amount."""
    history = AssetHistory(
        (
            proceeds("h0", 1),
            attrs.evolve(proceeds("h1", 1), derived_from_offence=None),
            bought("h2", 2, paid("h0", 1), paid("h1", 1)),
            bought("h3", 0, paid("h2", 1, 1)),
        )
    )
    for derived, answer, ends in ((None, Truth.UNKNOWN, (0, 1)), (True, Truth.YES, (1, 1)), (False, Truth.NO, (0, 0))):
        first, second, *others = history.holdings
        learnt = AssetHistory((first, attrs.evolve(second, derived_from_offence=derived), *others))
        found = of("h2", learnt)
        assert (found.finding.truth, found.at_least, found.at_most) == (answer, *map(eur, ends))


def _settle(history: AssetHistory, answers: list[bool]) -> AssetHistory:
    """Return the history with each origin that is not known settled."""
    settled = [
        attrs.evolve(h, derived_from_offence=answers[n])
        if h.comes_from_outside and h.derived_from_offence is None
        else h
        for n, h in enumerate(history.holdings)
    ]
    return AssetHistory(tuple(settled))


ANSWERS = st.lists(st.booleans(), min_size=7, max_size=7)


@many
@given(assets(), READINGS, ANSWERS)
def test_learning_overturns_nothing(asset: Asset, under: Readings, answers: list[bool]) -> None:
    """What is learnt about origins only narrows the ends, and never overturns YES or NO."""
    before = liable_to_confiscation(asset).under(under)
    later = liable_to_confiscation(attrs.evolve(asset, history=_settle(asset.history, answers))).under(under)
    assert before.at_least <= later.at_least <= later.at_most <= before.at_most
    assert before.finding.is_unknown or later.finding.truth is before.finding.truth


@many
@given(assets(), READINGS, st.data())
def test_what_is_learnt_never_moves_the_ends_outward(asset: Asset, under: Readings, data: st.DataObject) -> None:
    """Whatever is learnt, of origins, rights, uses or assessed parts, the ends only move towards each other."""
    before = liable_to_confiscation(asset).under(under)
    learnt = completed(asset, lambda question, values: data.draw(st.sampled_from([None, *values]), label=question))
    later = liable_to_confiscation(learnt).under(under)
    assert before.exact.least <= later.exact.least <= later.exact.most <= before.exact.most
    assert before.finding.is_unknown or later.finding.truth is before.finding.truth


@many
@given(small_assets(), READINGS)
def test_the_amount_is_what_all_completions_give(asset: Asset, under: Readings) -> None:
    """Counted one by one: every completion lies between the ends, and where no part is to be assessed, they are met."""
    found = liable_to_confiscation(asset).under(under)
    amounts = [liable_in(world, reading) for world in completions(asset) for reading in both_on_income(under)]
    assert found.exact.least <= min(amounts) <= max(amounts) <= found.exact.most
    assessed = all(p.proceeds is not None for h in asset.history.holdings for p in h.bought_with)
    if assessed:
        assert (found.exact.least, found.exact.most) == (min(amounts), max(amounts))
        assert found.finding.is_yes is (min(amounts) > 0)
        assert found.finding.is_no is (max(amounts) == 0)


@pytest.mark.long
@many
@given(histories(), READINGS, st.data())
def test_confiscation_is_monotone_in_proven_proceeds(
    history: AssetHistory, under: Readings, data: st.DataObject
) -> None:
    """Art. 31: proving that one more origin is proceeds never lowers what is liable, anywhere."""
    outside = [n for n, h in enumerate(history.holdings) if h.comes_from_outside]
    place = data.draw(st.sampled_from(outside))
    holdings = list(history.holdings)
    amounts: list[list[tuple[Money, Money]]] = []
    for value in (False, None, True):
        holdings[place] = attrs.evolve(holdings[place], derived_from_offence=value)
        changed = AssetHistory(tuple(holdings))
        found = [of(name, changed, under) for name in changed.names]
        amounts.append([(f.at_least, f.at_most) for f in found])
    lower, unknown, higher = amounts
    for a, b, c in zip(lower, unknown, higher, strict=True):
        assert a[0] == b[0] <= c[0]
        assert a[1] <= b[1] == c[1]


@many
@given(histories(), READINGS)
def test_no_more_than_the_proceeds_that_went_in(history: AssetHistory, under: Readings) -> None:
    """Art. 31(5): mixed property is liable at most for the assessed value of the proceeds in it, and for its own."""
    history = AssetHistory((lawful("grain", "0.000000000001"), *history.holdings))  # so that rounding does not matter
    for holding in history.holdings:
        if not holding.bought_with:
            continue
        cost, found = history.cost(holding.name), of(holding.name, history, under)
        most = sum((_most_in(history, p, under) for p in holding.bought_with), Decimal(0))
        assert found.at_most <= holding.value
        if most < cost.amount - ROUNDING:
            share = under.chosen(AssessedValue) is AssessedValue.SHARE
            cap = holding.value.amount * most / cost.amount if share else most
            assert found.at_most.amount <= cap + ROUNDING


ROUNDING = Decimal("1e-6")


def _most_in(history: AssetHistory, payment: Payment, under: Readings) -> Decimal:
    """Return the most that can be proceeds in what was paid: no more than that, or than the source was liable for."""
    before = AssetHistory(history.holdings[: history.names.index(payment.taken_from) + 1])
    return min(payment.value.amount, of(payment.taken_from, before, under).at_most.amount)


@many
@given(histories())
def test_value_is_conserved_along_a_history(history: AssetHistory) -> None:
    """What came in from outside and as income, with what was gained or lost since, is what is left, to the cent."""
    came_in = sum((h.value.amount for h in history.holdings if not h.bought_with), Decimal(0))
    gained = sum((h.value.amount - history.cost(h.name).amount for h in history.holdings if h.bought_with), Decimal(0))
    assert came_in + gained == sum((history.left(name).amount for name in history.names), Decimal(0))


@st.composite
def at_cost(draw: st.DrawFn) -> AssetHistory:
    """Draw a history without income in which every purchase is worth what it cost, all of it taken or assessed."""
    holdings = [h for h in draw(histories(st.booleans(), assessed=True)).holdings if h.yielded_by is None]
    names = {h.name for h in holdings}
    kept: list[Holding] = []
    worth: dict[str, Money] = {}
    for holding in holdings:
        payments = tuple(
            attrs.evolve(p, value=worth[p.taken_from])
            for p in holding.bought_with
            if p.taken_from in names and p.taken_from in worth and worth[p.taken_from].amount
        )
        if holding.bought_with and not payments:
            continue
        value = Money.total("EUR", (p.value for p in payments)) if payments else holding.value
        kept.append(attrs.evolve(holding, bought_with=payments, value=value))
        worth[holding.name] = value
    return AssetHistory(tuple(kept))


@many
@given(at_cost())
def test_proceeds_are_conserved_along_a_history(history: AssetHistory) -> None:
    """Art. 31(4) and (5): without gain or loss, what is liable in all places together is what came in as proceeds."""
    came_in = sum((h.value.amount for h in history.holdings if h.derived_from_offence), Decimal(0))
    found = [of(name, history).amount for name in history.names]
    assert came_in == sum((money.amount for money in found if money is not None), Decimal(0))
    assert None not in found


@many
@given(assets(), rights())
def test_one_more_right_never_makes_more_liable(asset: Asset, right: ThirdPartyRight) -> None:
    """Art. 31(9): another right in the asset can only lower what is liable."""
    before = liable_to_confiscation(asset)
    after = liable_to_confiscation(attrs.evolve(asset, rights=(*rights_of(asset), right)))
    assert after.at_least <= before.at_least
    assert after.at_most <= before.at_most


@many
@given(histories())
def test_what_contains_proceeds_is_what_is_liable(history: AssetHistory) -> None:
    """Art. 31(4) to (6): a holding of value out of which nothing was paid is liable just as it contains proceeds."""
    for name in history.names:
        if history.left(name).amount and not history.taken(name):
            assert of(name, history).finding.truth is contains_proceeds(history, name).truth
