"""A node made once more: with other answers, on other readings, with other limbs."""

from __future__ import annotations

import pytest

from tests.formulas import READINGS
from tests.kernel.test_worlds import agrees, ends, settled
from tests.kernel.trees import AUTHORITY, FIRST_DAY, Tree, asked, day_at, everything_in, open_day, open_fact, told
from uncc.kernel.again import rebuilt, supposing, under
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, exactly
from uncc.kernel.quantities import before, not_after, where
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_5 import ExtensionDuty

SEEDS = range(150)


def settled_fact() -> Finding:
    return by_text(True, "a fact", AUTHORITY)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_node_of_its_own_limbs_is_itself(seed: int) -> None:
    """Every joint, made anew of its limbs, is what it was, settled over all worlds or not."""
    tree = Tree(f"rebuilt {seed}")
    for node in (*everything_in(tree.node), settled(tree.node)):
        if node.because:
            assert rebuilt(node, node.because) == node


@pytest.mark.long
@pytest.mark.parametrize("seed", SEEDS)
def test_with_every_answer_of_a_world_it_is_what_it_is_there(seed: int) -> None:
    """All that is open supposed, nothing is open any more."""
    tree = Tree(f"world {seed}")
    for world in tree.worlds[:20]:
        node = told(tree.node, world)
        assert agrees(node, tree.values(worlds=[world]), exact=True)
        assert node.open_questions == ()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_last_choice_of_readings_holds(seed: int) -> None:
    """A choice takes the place of the one before, and that of the register gives back what was."""
    tree = Tree(f"under {seed}")
    first, second = (Readings.of(*(list(reading)[place] for reading in READINGS)) for place in (0, 1))
    assert under(under(tree.node, first), second) == under(tree.node, second)
    assert tree.node.under(first).under(AS_ADOPTED) == tree.node


def test_what_rests_on_no_reading_is_itself() -> None:
    """Nothing is made anew where no reading is consulted, or the choice is the same."""
    plain = not_after("s", AUTHORITY, open_day("day", 0, 3), day_at(2))
    assert plain.under(Readings.of(next(iter(ExtensionDuty)))) is plain
    read = by_reading("s", ExtensionDuty, dict.fromkeys(ExtensionDuty, plain))
    assert read.under(AS_ADOPTED) is read


def test_a_day_that_is_supposed_bounds_those_of_known_order() -> None:
    """What follows it is not before it; what it follows is not after it."""
    one = open_day("one", 0, 9)
    two = open_day("two", 0, 9, follows=one)
    three = open_day("three", 0, 9, follows=two)
    pair = all_of("s", AUTHORITY, before("t", AUTHORITY, one, day_at(5)), before("u", AUTHORITY, day_at(5), three))
    at = FIRST_DAY + 7
    supposed = supposing(pair, {asked("two"): (at, at)})
    first, second = supposed.because[0].because[0], supposed.because[1].because[1]
    assert ends(first) == (FIRST_DAY, at)
    assert ends(second) == (at, FIRST_DAY + 9)
    assert supposing(pair, {asked("three"): (at - 4, at - 4)}).because[0].is_yes
    assert supposing(pair, {asked("other"): True}) is pair


def test_a_finding_that_is_supposed_holds_as_a_whole() -> None:
    """A comparison taken as true chooses between two days, although its own days are not known."""
    compared = before("s", AUTHORITY, open_day("one", 0, 3), day_at(2))
    day = where(compared, day_at(1), day_at(2))
    assert ends(supposing(day, {compared: True})) == (FIRST_DAY + 1, FIRST_DAY + 1)
    assert ends(supposing(day, {compared: False})) == (FIRST_DAY + 2, FIRST_DAY + 2)


def test_what_was_settled_is_settled_again_but_on_request() -> None:
    """With another answer it is settled over the worlds that are left; `settle=False` takes the limbs as they are."""
    alpha, beta = open_fact("alpha"), open_fact("beta")
    either = any_of("s", AUTHORITY, all_of("t", AUTHORITY, alpha, beta), all_of("u", AUTHORITY, ~alpha, beta))
    node = exactly(either)
    assert supposing(node, {asked("beta"): True}).is_yes
    assert supposing(node, {asked("beta"): True}, settle=False).is_unknown


def test_what_decides_a_choice_can_be_asked_on_other_readings() -> None:
    """Of a choice that is settled only the condition and the branch are kept; on other readings it stays what it is."""
    chosen = by_reading("chosen", ExtensionDuty, {option: day_at(5) for option in ExtensionDuty})
    kept = where(any_of("so", AUTHORITY, settled_fact()), chosen, day_at(9)).decisive()
    assert len(kept.because) == 2
    assert kept.under(Readings.of(ExtensionDuty.DISCRETION)).least == kept.least
