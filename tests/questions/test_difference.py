"""What changed between two findings of one rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import effort
from tests.formulas import AUTHORITY, Case, Sample, build, formulas, leaf, question, valuations
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact
from uncc.kernel.findings import Finding, Truth, all_of, any_of, by_reading, by_text, none_of
from uncc.questions.difference import diff
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_5 import ExtensionDuty, FloorStart

NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES


def rule(alpha: Fact, beta: Fact, gamma: Fact = None) -> Finding:
    """Return a finding of two limbs."""
    either = any_of("either", AUTHORITY, leaf("beta", beta), leaf("gamma", gamma))
    return all_of("s", AUTHORITY, leaf("alpha", alpha), either)


@given(formulas(), valuations(), valuations())
@effort(200)
def test_the_facts_that_changed_are_told_and_no_others(
    formula: object, old: dict[str, Fact], new: dict[str, Fact]
) -> None:
    """Every fact of the formula whose value differs, with both values; a changed answer rests on one of them."""
    before, after = Case(formula, old), Case(formula, new)  # type: ignore[arg-type]
    found = diff(before.finding, after.finding)
    told = {change.question: (change.before, change.after) for change in found.facts}
    assert told == {
        question(name): (Truth.of(old[name]), Truth.of(new[name]))
        for name in before.names
        if old[name] is not new[name]
    }
    assert found.changes_answer is (before.finding.truth is not after.finding.truth)
    assert bool(found.because) or not found.changes_answer
    assert not found.readings


@given(formulas(readings=True), valuations(), st.sampled_from([AS_ADOPTED, Readings.of(FloorStart.RECEIVED)]))
def test_a_finding_does_not_differ_from_itself(formula: object, values: dict[str, Fact], under: Readings) -> None:
    """Nothing is told of two equal findings."""
    finding = build(formula, values, under)  # type: ignore[arg-type]
    found = diff(finding, finding)
    assert (found.facts, found.readings, found.limbs, found.changes_answer) == ((), (), (), False)


def test_by_hand() -> None:
    """The answer, each fact, whether it decided, and the limb between."""
    found = diff(rule(alpha=True, beta=None, gamma=True), rule(alpha=None, beta=False, gamma=False))
    assert [(c.question.name, c.before, c.after, c.decisive) for c in found.facts] == [
        ("Sample.alpha", YES, UNKNOWN, False),
        ("Sample.beta", UNKNOWN, NO, True),
        ("Sample.gamma", YES, NO, True),
    ]
    assert [change.question.name for change in found.because] == ["Sample.beta", "Sample.gamma"]
    assert [(limb.statement, limb.before, limb.after) for limb in found.limbs] == [("either", YES, NO)]
    assert str(found).splitlines() == [
        "YES -> NO  s [Art. 42(4)]",
        "  fact     YES -> UNKNOWN  alpha holds [Art. 42(3)(a)]",
        "  fact     UNKNOWN -> NO  beta holds [Art. 42(3)(b)]",
        "  fact     YES -> NO  gamma holds [Art. 42(3)(c)]",
        "  limb     YES -> NO  either [Art. 42(4)]",
    ]


def test_limbs_that_come_and_go() -> None:
    """A thing of a case that is there once only, with its facts; limbs of the same words are told by their number."""

    def of(*values: Fact) -> Finding:
        items = (
            any_of("item", AUTHORITY, leaf("alpha", value, f"data[{number}]")) for number, value in enumerate(values)
        )
        return all_of("s", AUTHORITY, *items)

    found = diff(of(True, True), of(True, False, True))
    assert [(limb.statement, limb.before, limb.after) for limb in found.limbs] == [
        ("item", YES, NO),
        ("item", None, YES),
    ]
    assert [(c.question.subject, c.before, c.after) for c in found.facts] == [
        ("data[1]", YES, NO),
        ("data[2]", None, YES),
    ]
    back = diff(of(True, False, True), of(True, True))
    assert [(limb.before, limb.after) for limb in back.limbs] == [(NO, YES), (YES, None)]
    assert "  fact     YES -> none  item 3: alpha holds [Art. 42(3)(a)]" in str(back)


def test_readings_chosen_otherwise() -> None:
    """A reading chosen otherwise is told, with what now is said and what no longer is."""
    answers = {
        FloorStart.EFFECTED: by_text(True, "so", AUTHORITY),
        FloorStart.RECEIVED: none_of("otherwise", AUTHORITY, leaf("alpha", True)),
    }
    before, after = (
        by_reading("s", FloorStart, answers).under(under) for under in (AS_ADOPTED, Readings.of(FloorStart.RECEIVED))
    )
    found = diff(before, after)
    assert [(c.before, c.after) for c in found.readings] == [(FloorStart.EFFECTED, FloorStart.RECEIVED)]
    assert [(limb.statement, limb.before, limb.after) for limb in found.limbs] == [
        ("otherwise", None, NO),
        ("so", YES, None),
    ]
    assert f"{FloorStart.EFFECTED.words} -> {FloorStart.RECEIVED.words}" in str(found)
    assert [(c.question, c.before, c.after) for c in found.facts] == [(Sample.questions()["alpha"], None, YES)]


def test_a_reading_that_was_open_and_now_is_chosen() -> None:
    """Where nothing was chosen before, or nothing is now, that is said."""
    answers = {ExtensionDuty.SAME_RULES: leaf("alpha", True), ExtensionDuty.DISCRETION: leaf("beta", False)}
    still, chosen = (
        by_reading("it must be granted", ExtensionDuty, answers).under(under)
        for under in (AS_ADOPTED, Readings.of(ExtensionDuty.SAME_RULES))
    )
    question, words = ExtensionDuty.question, ExtensionDuty.SAME_RULES.words
    cited = "[Art. 42(9), Art. 42(6)]"
    assert f"  reading  {question} none chosen -> {words} {cited}" in str(diff(still, chosen)).splitlines()
    assert f"  reading  {question} {words} -> none chosen {cited}" in str(diff(chosen, still)).splitlines()


def test_what_the_old_answer_rested_on_counts_while_there_is_no_new_one() -> None:
    """By hand: a fact is gone on which the answer rested, and what is left does not settle it."""

    def of(alpha: Fact, beta: Fact) -> Finding:
        return any_of("either", AUTHORITY, leaf("alpha", alpha), leaf("beta", beta))

    found = diff(of(alpha=True, beta=False), of(alpha=False, beta=None))
    assert [(c.question.name, c.decisive) for c in found.facts] == [("Sample.alpha", True), ("Sample.beta", True)]
    back = diff(of(alpha=False, beta=None), of(alpha=True, beta=False))
    assert [(c.question.name, c.decisive) for c in back.facts] == [("Sample.alpha", True), ("Sample.beta", False)]


def test_below_a_negation_the_limb_itself_is_told() -> None:
    """What a negation turns round is compared as it stands; a negated fact is told as the fact."""

    def of(value: Fact) -> Finding:
        return all_of("s", AUTHORITY, ~leaf("alpha", value), ~any_of("inner", AUTHORITY, leaf("beta", value)))

    found = diff(of(None), of(True))
    assert [(limb.statement, limb.before, limb.after) for limb in found.limbs] == [("inner", UNKNOWN, YES)]
    assert len(found.facts) == 2


def test_two_questions_are_not_compared() -> None:
    """Findings of different questions are a mistake."""
    with pytest.raises(
        InvalidValue, match=r"^after: 'beta holds' is not the question of the first finding: alpha holds$"
    ):
        diff(leaf("alpha", True), leaf("beta", True))
