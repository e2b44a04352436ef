"""Art. 31(4) to (6): what an asset history is, and what it cannot be."""

from __future__ import annotations

from typing import Any

import pytest

from tests.confiscation.histories import bought, eur, lawful, paid, proceeds
from uncc.confiscation import AssetHistory, Holding, Money, Payment, contains_proceeds
from uncc.confiscation.art31_confiscation.tracing import Tracing
from uncc.doors.serial import from_data, from_json, to_json
from uncc.kernel.errors import DocumentError, InvalidValue, shown
from uncc.kernel.findings import Finding, Kind
from uncc.kernel.quantities import Amount

RANSOM = AssetHistory((proceeds("ransom", 200),))


def test_a_history_is_continued_and_never_changed() -> None:
    """Continuing a history gives another one, and leaves the first as it was."""
    longer = RANSOM.then(bought("car", 50, paid("ransom", 60)))
    assert RANSOM.names == ("ransom",)
    assert longer.names == ("ransom", "car")
    assert (longer.left("ransom"), longer.cost("car"), longer.left("car")) == (eur(140), eur(60), eur(50))
    assert longer.cost("ransom") == eur(200)


@pytest.mark.parametrize(
    ("holding", "message"),
    [
        (lawful("ransom", 1), "holdings[1].name: 'ransom' is not a name of its own in the history"),
        (
            bought("x", 1, paid("y", 1)),
            "holdings[1].bought_with[0].taken_from: 'y' is not the name of a holding that stands before",
        ),
        (
            bought("x", 1, paid("ransom", 201)),
            "holdings[1].bought_with[0].value: 'EUR 201' is not at most what is left",
        ),
        (
            bought("x", 1, paid("ransom", 150), paid("ransom", 51)),
            "holdings[1].bought_with[1].value: 'EUR 51' is not at most what is left of it, EUR 50",
        ),
        (bought("x", 1, paid("ransom", 0)), "holdings[1].bought_with[0].value: 'EUR 0' is not more than nothing"),
        (
            Holding(name="x", value=eur(1), yielded_by="y"),
            "holdings[1].yielded_by: 'y' is not the name of a holding that stands before it in the history",
        ),
    ],
)
def test_a_history_that_does_not_hold_together(holding: Holding, message: str) -> None:
    """What refers to nothing, or spends what is not there, is refused with its place."""
    with pytest.raises(InvalidValue) as caught:
        RANSOM.then(holding)
    assert str(caught.value).startswith(message)


def test_an_origin_is_stated_only_where_something_came_in() -> None:
    """Whether a house is proceeds follows from its history, and is not stated besides."""
    with pytest.raises(InvalidValue, match=r"^derived_from_offence: True is not null: the origin of what went before"):
        Holding(name="x", value=eur(1), yielded_by="y", derived_from_offence=True)
    with pytest.raises(InvalidValue, match=r"^yielded_by: 'y' is not null, since the holding was bought"):
        Holding(name="x", value=eur(1), yielded_by="y", bought_with=(paid("z", 1),))


def test_the_proceeds_in_a_payment_are_a_part_of_it() -> None:
    """The assessed value of proceeds in a payment is at most the payment."""
    with pytest.raises(InvalidValue, match=r"^proceeds: 'EUR 3' is not at most what was taken, EUR 2$"):
        paid("x", 2, 3)


def test_places_are_those_of_the_finest_amount() -> None:
    """Rounding goes to the smallest unit that any amount of the history has."""
    assert AssetHistory().places == 0
    assert AssetHistory((lawful("a", "1.5"), lawful("b", "1.25"))).places == 2
    assert AssetHistory((lawful("a", "5"), bought("b", 1, paid("a", "0.125")))).places == 3


def test_a_holding_is_found_by_its_name_and_place() -> None:
    """Where a holding stands is said as a question says it; a name that is none is refused."""
    longer = RANSOM.then(bought("car", 50, paid("ransom", 60)))
    assert (longer.number("ransom"), longer.place("car")) == (0, "holdings[1]")
    with pytest.raises(InvalidValue, match=r"^name: 'boat' is not the name of a holding; there are: ransom, car$"):
        longer.place("boat")


def test_each_holding_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many ways lead from the origin to a holding, tracing costs no more than the history is long."""
    looked_at: list[str] = []
    look = Tracing.assessed

    def counted(tracing: Tracing, holding: Holding) -> Amount:
        looked_at.append(holding.name)
        return look(tracing, holding)

    monkeypatch.setattr(Tracing, "assessed", counted)
    steps = [bought(str(n), 64 >> n, paid(str(n - 1), 32 >> n), paid(str(n - 1), 32 >> n)) for n in range(1, 6)]
    history = AssetHistory((proceeds("0", 64), *steps))
    finding = contains_proceeds(history, "5")
    assert finding.is_yes
    assert len(looked_at) == len(set(looked_at))
    facts = [node for node in finding.walk() if isinstance(node, Finding) and node.kind is Kind.FACT]
    assert len(facts) == 2 * 2**5


def _chain(steps: int) -> AssetHistory:
    """Return a history in which one thing was turned into the next, so many steps long."""
    turned = [bought(f"step {n}", 9, paid(f"step {n - 1}", 9)) for n in range(2, steps + 1)]
    return AssetHistory((proceeds("step 1", 9), *turned))


def test_how_long_a_way_can_be() -> None:
    """Twenty-five steps are told with all their reasons; one more is refused, be it bought or yielded."""
    longest = _chain(25)
    for more in (bought("more", 9, paid("step 25", 9)), Holding(name="more", value=eur(9), yielded_by="step 25")):
        with pytest.raises(InvalidValue) as caught:
            longest.then(more)
        told = "holdings[25]: 'more' is not a holding at most 25 steps from outside; join some of them"
        assert str(caught.value) == told
    aside = longest.then(lawful("wages", 9), bought("car", 9, paid("wages", 9)))
    assert aside.names[-1] == "car"
    assert len(longest.then(Holding(name="rent", value=eur(9), yielded_by="step 24")).holdings) == 26


def _fork(ways: int) -> Holding:
    """Return what was bought with so many payments out of the ransom."""
    return bought("fork", 100, *(paid("ransom", "0.5") for _ in range(ways)))


def test_how_many_ways_there_can_be() -> None:
    """Two hundred and fifty ways from outside are told with all their reasons; one more is refused."""
    twice = RANSOM.then(_fork(125), bought("both", 1, paid("fork", 1), paid("fork", 1)))
    assert twice.names == ("ransom", "fork", "both")
    for ways, more in ((251, ()), (126, (bought("both", 1, paid("fork", 1), paid("fork", 1)),))):
        with pytest.raises(InvalidValue) as caught:
            RANSOM.then(_fork(ways), *more)
        name, place = ("both", "holdings[2]") if more else ("fork", "holdings[1]")
        told = f"{place}: '{name}' is not a holding that comes from outside in at most 250 ways"
        assert str(caught.value) == told


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ((), "none"),
        (("a", "b"), "a, b"),
        (("n" * 20,), "n" * 20),
        (tuple("abcdefghijklmnopqrst"), ", ".join("abcdefghijklmnopqrst")),
        (tuple("abcdefghijklmnopqrstuv"), ", ".join("abcdefghijklmnopqrst") + " and 2 more"),
    ],
)
def test_a_holding_that_is_not_there_is_told_with_those_that_are(names: tuple[str, ...], told: str) -> None:
    """Up to twenty names are told; of more, how many more there are."""
    with pytest.raises(InvalidValue) as caught:
        AssetHistory(tuple(lawful(name, 1) for name in names)).holding("yacht")
    assert str(caught.value) == f"name: 'yacht' is not the name of a holding; there are: {told}"


def test_a_long_name_is_told_in_brief() -> None:
    """A name of more than twenty signs is told as any long value is."""
    name = "n" * 500
    with pytest.raises(InvalidValue) as caught:
        AssetHistory((lawful(name, 1),)).holding("yacht")
    assert str(caught.value).endswith(f"there are: {shown(name)}")
    assert len(str(caught.value)) < 200


def test_a_payment_in_another_currency() -> None:
    """What was paid for a holding is in its currency, and so is what of it is proceeds."""
    dollars = Money.parse("USD 1")
    with pytest.raises(InvalidValue, match=r"^bought_with: 'USD 1' is not an amount in EUR"):
        Holding(name="x", value=eur(1), bought_with=(Payment(taken_from="y", value=dollars),))
    with pytest.raises(InvalidValue, match=r"^proceeds: 'USD 1' is not an amount in EUR"):
        Payment(taken_from="y", value=eur(1), proceeds=dollars)


def test_a_history_comes_back_as_it_was() -> None:
    """A history is the same after it was written and read; a faulty one is refused with its path."""
    history = RANSOM.then(bought("car", 50, paid("ransom", 60, 60)), Holding(name="r", value=eur(1), yielded_by="car"))
    assert from_json(to_json(history), AssetHistory) == history
    document: dict[str, Any] = {"name": "x", "value": {"currency": "EUR", "amount": "1"}}
    with pytest.raises(DocumentError, match=r"^holdings\[1\].name: 'x' is not a name of its own in the history$"):
        from_data({"holdings": [document, document]}, AssetHistory)
    with pytest.raises(DocumentError, match=r"^value.amount: 1 is not an amount as a text of digits"):
        from_data({"taken_from": "x", "value": {"currency": "EUR", "amount": 1}}, Payment)
