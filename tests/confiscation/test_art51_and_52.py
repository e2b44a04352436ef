"""Arts. 51 and 52: information forwarded unasked; return and disposal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.confiscation.histories import eur, loose
from tests.truthtables import World, disagreements
from uncc.confiscation import (
    Agreement,
    Disposal,
    Money,
    ProceedsInformation,
    duties_on_disposal,
    duties_on_special_cooperation,
    expenses_deducted,
    is_to_be_forwardable,
    may_consider_agreement,
    may_deduct_expenses,
    must_consider_return,
    must_dispose_by_domestic_law,
    must_forward_without_request,
    must_return,
)
from uncc.kernel.duties import Modality
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Truth
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.testing import collections_of

# Art. 51


def test_51_s50() -> None:
    """S50, Art. 51: forwarding is no absolute duty; the duty is to endeavour to permit it."""
    held = ProceedsInformation(on_proceeds=True, requested=False, assists_proceedings=True, permitted=False)
    assert must_forward_without_request().is_no
    (duty,) = duties_on_special_cooperation(held)
    assert duty.modality is Modality.SHALL_ENDEAVOUR
    assert duty.trigger.is_yes
    assert "without prejudice to its domestic law" in duty.qualifications


def test_51_table() -> None:
    """Art. 51: on proceeds, unasked, and of use for proceedings or for a request."""

    def of_use(w: World) -> bool:
        return w["on_proceeds"] and not w["requested"] and (w["assists_proceedings"] or w["leads_to_request"])

    names = ("on_proceeds", "requested", "assists_proceedings", "leads_to_request")
    assert not disagreements(lambda a: is_to_be_forwardable(ProceedsInformation(**a)), of_use, *names)
    assert not disagreements(
        lambda a: duties_on_special_cooperation(ProceedsInformation(**a))[0].trigger,
        of_use,
        *names,
        "permitted",
    )


# Art. 52


def test_52_1_domestic_law_disposes() -> None:
    """Art. 52(1): what was confiscated is disposed of by domestic law."""
    assert must_dispose_by_domestic_law(Disposal(confiscated=True)).is_yes
    assert must_dispose_by_domestic_law(Disposal()).is_unknown


def test_52_2_table() -> None:
    """Art. 52(2): all conditions of priority, and none of the others."""
    names = ("confiscated", "on_request", "law_permits_return", "return_requested", "for_victims_or_owners")
    assert not disagreements(lambda a: must_consider_return(Disposal(**loose(a))), lambda w: all(w.values()), *names)


def test_52_2_priority_is_for_the_consideration() -> None:
    """Art. 52(2): the consideration is owed, and no return."""
    assert must_return().is_no


@pytest.mark.parametrize("agreement", Agreement)
def test_52_3_tables(agreement: Agreement) -> None:
    """Art. 52(3): upon a request, after thinking of the victims; for sharing domestic law as well."""
    sharing = agreement is Agreement.SHARING
    names = ("confiscated", "on_request", "compensation_considered", "sharing_allowed")
    assert not disagreements(
        lambda a: may_consider_agreement(Disposal(**loose(a)), agreement),
        lambda w: (
            w["confiscated"]
            and w["on_request"]
            and w["compensation_considered"]
            and (w["sharing_allowed"] or not sharing)
        ),
        *names,
    )


def test_52_4_table() -> None:
    """Art. 52(4): confiscated, appropriate, not decided otherwise, reasonable, and of such proceedings."""
    names = (
        "confiscated",
        "on_request",
        "deduction_appropriate",
        "deduction_excluded",
        "expenses_reasonable",
        "expenses_of_proceedings",
    )
    assert not disagreements(
        lambda a: may_deduct_expenses(Disposal(**loose(a))),
        lambda w: all(w[name] != (name == "deduction_excluded") for name in names),
        *names,
    )


FREE = {
    "confiscated": True,
    "on_request": True,
    "deduction_appropriate": True,
    "deduction_excluded": False,
    "expenses_reasonable": True,
    "expenses_of_proceedings": True,
}


@pytest.mark.parametrize(
    ("facts", "value", "expenses", "expected"),
    [
        (FREE, 5000, 300, 4700),
        (FREE, 200, 300, 0),
        ({**FREE, "deduction_excluded": True}, 5000, 300, 5000),
        ({**FREE, "confiscated": False}, 5000, 300, 5000),
        ({**FREE, "deduction_excluded": True}, 5000, None, 5000),
        ({**FREE, "expenses_reasonable": None}, 5000, 300, None),
        ({**FREE, "expenses_reasonable": None}, 5000, 0, 5000),
        (FREE, 5000, None, None),
        (FREE, None, 300, None),
    ],
)
def test_52_4_what_is_left(
    facts: dict[str, bool | None], value: int | None, expenses: int | None, expected: int | None
) -> None:
    """Art. 52(4): what may be deducted is, once; what is not determined is not guessed."""
    amounts = {name: eur(amount) for name, amount in (("value", value), ("expenses", expenses)) if amount is not None}
    found = expenses_deducted(Disposal(**loose(facts), **loose(amounts)))
    assert found == (None if expected is None else eur(expected))


def test_52_4_two_currencies() -> None:
    """Art. 52(4): expenses in another currency are an error."""
    with pytest.raises(InvalidValue, match=r"^expenses: 'USD 1' is not an amount in EUR"):
        Disposal(value=eur(1), expenses=Money.parse("USD 1"))
    assert Disposal(expenses=Money.parse("USD 1")).value is None


def test_52_1_whoever_confiscates_disposes() -> None:
    """Art. 52(1): owed by the State that confiscated, with a request or without; the rest by a requested State."""
    first, *others = duties_on_disposal(Disposal(confiscated=True, on_request=False))
    assert (first.bearer, first.towards, first.trigger.truth) == (Role.STATE_PARTY, None, Truth.YES)
    assert {(duty.bearer, duty.towards) for duty in others} == {(Role.REQUESTED_STATE, Role.REQUESTING_STATE)}
    assert all(duty.trigger.is_no for duty in others)


def test_52_the_order_of_considerations() -> None:
    """Art. 52: domestic law, return, then agreements, then expenses; only the first two are owed."""
    duties = duties_on_disposal(Disposal())
    assert [(duty.id, duty.modality, duty.authority[0]) for duty in duties] == [
        ("dispose", Modality.SHALL, art(52, 1)),
        ("consider-return", Modality.SHALL, art(52, 2)),
        ("consider-contribution", Modality.MAY, art(52, 3, "a")),
        ("consider-sharing", Modality.MAY, art(52, 3, "b")),
        ("deduct-expenses", Modality.MAY, art(52, 4)),
    ]


@given(collections_of(Disposal, value=st.integers(0, 99).map(eur), expenses=st.integers(0, 99).map(eur)))
def test_52_4_never_more_than_the_property(disposal: Disposal) -> None:
    """Art. 52(4): what is left never exceeds the value, nor falls short of it by more than the expenses."""
    left = expenses_deducted(disposal)
    assert disposal.value is not None
    assert disposal.expenses is not None
    if left is not None:
        assert left <= disposal.value <= left + disposal.expenses
