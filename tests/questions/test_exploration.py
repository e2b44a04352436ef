"""What if: an exploration against trying everything, one completion at a time."""

from __future__ import annotations

import time
from itertools import pairwise, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.effort import effort
from tests.formulas import AUTHORITY, NAMES, READINGS, Case, Split, cases, leaf, parts, question, reading_question
from uncc.kernel.errors import InvalidValue, TooLargeError
from uncc.kernel.facts import Fact, Question
from uncc.kernel.findings import Finding, Truth, all_of, any_of, by_reading, by_text, derived, exactly, none_of
from uncc.kernel.provisions import art
from uncc.kernel.readings import Reading
from uncc.kernel.ready import clear_caches
from uncc.questions import exploration
from uncc.questions.exploration import Exploration, explore
from uncc.readings import Readings
from uncc.readings.chapter_5 import ExtensionDuty, FloorStart

NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES


def circumstance(number: int, value: Fact = None) -> Finding:
    """Return one of any number of circumstances."""
    return derived(value, f"circumstance {number:02}", AUTHORITY)


def answer_of(case: Case, row: dict[str, bool | str]) -> Truth:
    """Answer a row by trying all that it leaves open."""
    facts = {**case.values, **{name: bool(row[f"Sample.{name}"]) for name in NAMES if f"Sample.{name}" in row}}
    options: list[object] = []
    for reading in READINGS:
        if reading.id in row:
            options.append(next(option for option in reading if option.value == row[reading.id]))
        elif case.under.chosen(reading) is not None:
            options.append(case.under.chosen(reading))
    return Case(case.formula, facts, Readings(tuple(options))).exact()  # type: ignore[arg-type]


def turned(row: dict[str, bool | str], name: str) -> list[dict[str, bool | str]]:
    """Return the rows that differ in one question alone."""
    value = row[name]
    if isinstance(value, bool):
        return [{**row, name: not value}]
    reading = next(reading for reading in READINGS if reading.id == name)
    return [{**row, name: option.value} for option in reading if option.value != value]


def brute_weights(
    case: Case, rows: list[dict[str, bool | str]], questions: tuple[Question, ...]
) -> dict[Question, int]:
    """Count for each question the rows in which turning it alone changes the answer."""
    return {
        asked: sum(
            any(answer_of(case, other) is not answer_of(case, row) for other in turned(row, asked.name)) for row in rows
        )
        for asked in questions
    }


def agrees(case: Case, found: Exploration) -> None:
    """Hold an exploration against trying everything."""
    rows = list(found.rows())
    answers = [answer_of(case, row) for row in rows]
    assert [row["answer"] for row in rows] == [answer.value for answer in answers]
    assert (found.yes, found.no, found.unknown) == tuple(answers.count(truth) for truth in (YES, NO, UNKNOWN))
    assert found.total == len(rows)
    bare = [{name: value for name, value in row.items() if name != "answer"} for row in rows]
    assert len({tuple(row.items()) for row in bare}) == len(rows)
    assert {weight.question: weight.pivotal for weight in found.weights} == brute_weights(case, bare, found.questions)


@given(cases(readings=True))
@effort(200)
def test_the_open_questions_are_completed_as_by_trying_everything(case: Case) -> None:
    """Without names: every completion of just the open questions, each settled, with the weights by definition."""
    for finding in (case.finding, exactly(case.finding)):
        found = explore(finding)
        assert found.questions == finding.open_questions
        assert set(found.open_questions) == set(found.questions)
        assert found.unknown == 0
        agrees(case, found)


@given(cases(readings=True), st.data())
@effort(200)
def test_named_questions_are_completed_as_by_trying_everything(case: Case, data: st.DataObject) -> None:
    """Any of its questions, known or not, in any order: what is left open decides just where it can."""
    for finding in (case.finding, exactly(case.finding)):
        known = [question(name) for name in case.names]
        mentioned = {part.reading for part in parts(case.formula) if isinstance(part, Split)}
        known += [reading_question(reading) for reading in READINGS if reading in mentioned]
        assume(known)
        asked = data.draw(st.lists(st.sampled_from(known), min_size=1, max_size=4, unique=True))
        found = explore(finding, *asked)
        assert found.questions == tuple(asked)
        agrees(case, found)


def test_the_answer_in_each_row_is_that_of_the_rule() -> None:
    """The rule called with the facts of a row says what the row says, and exploring does not call it."""

    def rule(**facts: Fact) -> Finding:
        return any_of(
            "either",
            AUTHORITY,
            all_of("both", AUTHORITY, *(leaf(n, facts.get(n)) for n in ("alpha", "beta"))),
            ~leaf("gamma", facts.get("gamma")),
        )

    rows = list(explore(rule()).rows())
    for row, values in zip(rows, product((False, True), repeat=3), strict=True):
        assert tuple(row.values())[:3] == values
        facts = dict(zip(("alpha", "beta", "gamma"), values, strict=True))
        assert row["answer"] == rule(**facts).truth.value


def test_weights_by_hand() -> None:
    """Of one fact beside two alternatives, the one weighs three times as much; equals stay in order."""
    finding = all_of(
        "s", AUTHORITY, any_of("t", AUTHORITY, leaf("beta", None), leaf("gamma", None)), leaf("alpha", None)
    )
    found = explore(finding)
    assert found.open_questions == (question("alpha"), question("beta"), question("gamma"))
    assert [(weight.pivotal, weight.total, weight.share) for weight in found.weights] == [
        (6, 8, 0.75),
        (2, 8, 0.25),
        (2, 8, 0.25),
    ]
    assert [found.share(truth) for truth in (YES, NO, UNKNOWN)] == [3 / 8, 5 / 8, 0]
    heaviest, *_ = found.weight_rows()
    assert heaviest == {
        "question": "Sample.alpha",
        "statement": "alpha holds",
        "provisions": "Art. 42(3)(a)",
        "ask": "requesting State",
        "pivotal": 6,
        "share": 0.75,
    }


def test_readings_are_choices() -> None:
    """An open reading is one question among the others; a chosen one can be named to see the others."""
    answers = {ExtensionDuty.SAME_RULES: leaf("alpha", None), ExtensionDuty.DISCRETION: by_text(False, "no", AUTHORITY)}
    found = explore(by_reading("s", ExtensionDuty, answers))
    assert [(w.question.name, w.pivotal) for w in found.weights] == [(ExtensionDuty.id, 2), ("Sample.alpha", 2)]
    assert (found.yes, found.no) == (1, 3)
    limbs = {FloorStart.EFFECTED: leaf("alpha", True), FloorStart.RECEIVED: leaf("beta", False)}
    chosen = by_reading("s", FloorStart, limbs)
    assert [row["answer"] for row in explore(chosen, FloorStart.id).rows()] == ["yes", "no"]
    assert explore(chosen, "Sample.beta").open_questions == ()


def test_the_columns_of_a_row_stand_as_they_were_asked() -> None:
    """Facts and readings have the order of the question, whatever the order of the tree, and the answer is last."""
    limbs = {FloorStart.EFFECTED: leaf("alpha", True), FloorStart.RECEIVED: leaf("beta", False)}
    finding = by_reading("s", FloorStart, limbs)
    asked = ("Sample.beta", FloorStart.id, "Sample.alpha")
    for names in (asked, asked[::-1], asked[1:]):
        assert list(next(explore(finding, *names).rows())) == [*names, "answer"]


def test_every_provision_of_a_question_is_cited() -> None:
    """Where a question has two, the weights show both, and so does a column whose name needs them."""
    one, two = derived(None, "twin", AUTHORITY), derived(None, "twin", art(42, 5), art(42, 6))
    found = explore(all_of("s", AUTHORITY, one, two))
    assert [row["provisions"] for row in found.weight_rows()] == ["Art. 42(4)", "Art. 42(5), Art. 42(6)"]
    assert list(next(found.rows())) == ["twin", "twin [Art. 42(5), Art. 42(6)]", "answer"]


def test_a_settled_finding_has_one_completion() -> None:
    """Nothing is open: one row, and its answer."""
    found = explore(leaf("alpha", True))
    assert list(found.rows()) == [{"answer": "yes"}]
    assert found.weights == ()


def test_what_is_named_is_varied_and_what_is_not_stays_open() -> None:
    """By hand: a fact that is known is tried both ways; what is not named still decides where it can."""
    finding = all_of("s", AUTHORITY, leaf("alpha", False), leaf("beta", None))
    assert explore(finding).total == 1
    found = explore(finding, "Sample.alpha")
    assert [row["answer"] for row in found.rows()] == ["no", "unknown"]
    assert (found.yes, found.no, found.unknown) == (0, 1, 1)
    assert found.weights[0].pivotal == 2


def test_a_repeated_fact_that_is_not_named_is_settled_exactly() -> None:
    """Where what is left open cancels itself, the answer is settled."""
    either = any_of("either", AUTHORITY, leaf("beta", None), ~leaf("beta", None))
    found = explore(all_of("s", AUTHORITY, leaf("alpha", None), either), "Sample.alpha")
    assert [row["answer"] for row in found.rows()] == ["no", "yes"]


def test_a_question_that_is_not_there_is_told() -> None:
    """The error names the questions that there are."""
    with pytest.raises(InvalidValue, match=r"questions: 'alfa' is not .*these are: Sample.alpha"):
        explore(leaf("alpha", None), "alfa")
    both = all_of("s", AUTHORITY, leaf("alpha", None), leaf("beta", None, "data[0]"))
    with pytest.raises(InvalidValue, match=r"these are: Sample\.alpha, data\[0\]: Sample\.beta$"):
        explore(both, "alfa")
    with pytest.raises(InvalidValue, match=r"these are: Sample\.alpha$"):
        explore(leaf("alpha", None), question("beta"))
    with pytest.raises(InvalidValue, match="these are: none"):
        explore(by_text(True, "s", AUTHORITY), "alfa")


def test_subjects_and_columns_are_told_apart() -> None:
    """Things of one kind, and circumstances of the same words, each have a column; `answer` is none of theirs."""
    finding = all_of(
        "s", AUTHORITY,
        leaf("alpha", None, "data[0]"), leaf("alpha", None, "data[1]"),
        derived(None, "answer", AUTHORITY), derived(None, "twin", AUTHORITY), derived(None, "twin", art(42, 6)),
        derived(None, "twin", art(42, 6), subject=""),
        derived(None, "twin", art(42, 6), asked_of=question("alpha").asked_of),
    )  # fmt: skip
    assert list(next(explore(finding).rows())) == [
        "data[0]: Sample.alpha", "data[1]: Sample.alpha", "answer [Art. 42(4)]",
        "twin", "twin [Art. 42(6)]", "twin [Art. 42(6)] (2)", "answer",
    ]  # fmt: skip
    assert explore(finding, "data[1]: Sample.alpha").questions == (leaf("alpha", None, "data[1]").about,)
    assert len(explore(finding, "Sample.alpha").questions) == 2


def test_twenty_open_facts_take_well_under_a_second() -> None:
    """A million completions at once; of a formula that mentions each fact twice as well."""
    facts = [circumstance(number) for number in range(20)]
    pairs = [any_of("p", AUTHORITY, one, ~other) for one, other in pairwise(facts)]
    for finding in (any_of("s", AUTHORITY, *facts), all_of("t", AUTHORITY, *pairs)):
        start = time.process_time()
        found = explore(finding)
        assert time.process_time() - start < 1
        assert found.total == 1 << 20
    assert found.yes == 21  # in a chain of implications, all facts after the first that is false are as well


def test_more_is_an_error_that_says_what_to_do() -> None:
    """Beyond the bound there is one clear error, and naming some of the facts helps."""
    finding = all_of("s", AUTHORITY, *(circumstance(number) for number in range(21)))
    with pytest.raises(TooLargeError, match=r"^21 facts and 0 readings: together more than 1048576 .* name those"):
        explore(finding)
    assert explore(finding, "circumstance 00", "circumstance 20").total == 4


def test_limbs_count_towards_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long finding is explored over fewer facts: what counts is how many limbs are evaluated in all."""
    finding = all_of("s", AUTHORITY, *(circumstance(number) for number in range(3)))
    monkeypatch.setattr(exploration, "MOST_LOOKED_AT", 4 * 8)
    assert explore(finding).total == 8
    clear_caches()
    monkeypatch.setattr(exploration, "MOST_LOOKED_AT", 4 * 8 - 1)
    with pytest.raises(TooLargeError, match=r"^4 limbs in 8 completions: together more than 31; explore a limb"):
        explore(finding)


def test_readings_count_towards_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each option of a reading doubles the work as a fact does, named or not."""
    monkeypatch.setattr(exploration, "MOST_COMPLETIONS", 4)
    answers = {ExtensionDuty.SAME_RULES: leaf("alpha", None), ExtensionDuty.DISCRETION: leaf("beta", None)}
    with pytest.raises(TooLargeError, match="2 facts and 1 readings"):
        explore(by_reading("s", ExtensionDuty, answers))
    turned_round = any_of(
        "s",
        AUTHORITY,
        by_reading("s", ExtensionDuty, answers),
        by_reading("s", ExtensionDuty, dict(zip(answers, reversed(answers.values()), strict=True))),
    )
    with pytest.raises(TooLargeError, match=r"^2 facts and 1 readings"):
        explore(turned_round, "Sample.alpha")


def test_an_open_reading_that_changes_nothing_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the answer is the same on every option, there is nothing to choose, however often it is consulted."""
    monkeypatch.setattr(exploration, "MOST_COMPLETIONS", 2)
    limbs = [
        by_reading("s", ExtensionDuty, dict.fromkeys(ExtensionDuty, circumstance(number, value=True)))
        for number in range(2)
    ]
    assert explore(all_of("s", AUTHORITY, *limbs, leaf("alpha", None))).total == 2


def tangled() -> Finding:
    """Return a finding with more open facts, each mentioned twice, than can be completed."""
    facts = [circumstance(number) for number in range(22)]
    return all_of("t", AUTHORITY, *(any_of("p", AUTHORITY, one, ~other) for one, other in pairwise(facts)))


def test_what_cannot_change_the_answer_is_not_completed() -> None:
    """Below a limb that is settled, nothing is tried: not for a fact that is asked there, nor for one elsewhere."""
    settled = any_of("settled", AUTHORITY, leaf("beta", True), tangled(), leaf("alpha", None))
    finding = all_of("s", AUTHORITY, any_of("u", AUTHORITY, settled, leaf("delta", None)), leaf("gamma", False))
    with pytest.raises(TooLargeError):
        explore(finding, "Sample.beta")
    assert [row["answer"] for row in explore(finding, "Sample.gamma").rows()] == ["no", "yes"]
    assert [row["answer"] for row in explore(finding, "Sample.alpha").rows()] == ["no", "no"]
    assert explore(finding, "Sample.alpha").open_questions == ()


def test_what_is_said_on_another_option_is_not_completed() -> None:
    """Of a reading that was chosen and is not asked, only the option chosen counts."""
    limbs = {FloorStart.EFFECTED: leaf("alpha", None), FloorStart.RECEIVED: tangled()}
    chosen = by_reading("s", FloorStart, limbs)
    assert [row["answer"] for row in explore(chosen).rows()] == ["no", "yes"]
    with pytest.raises(TooLargeError):
        explore(chosen, FloorStart.id)


class InTheMaking(
    Reading,
    id="in-the-making",
    question="Is there another?",
    authority=(art(42, 9),),
    adopted=None,
    because="Not yet.",
):
    """A reading of which a single option is known."""

    ONLY = "only", "the only one that anybody has thought of"


def test_a_reading_with_one_option_weighs_nothing() -> None:
    """An entry in the making has one option, so that naming it tries nothing else."""
    found = explore(by_reading("s", InTheMaking, {InTheMaking.ONLY: leaf("alpha", None)}), "in-the-making")
    assert [(weight.pivotal, weight.total) for weight in found.weights] == [(0, 1)]
    assert list(found.rows()) == [{"in-the-making": "only", "answer": "unknown"}]


@pytest.mark.parametrize("count", range(6))
def test_each_row_has_the_answer_of_its_number(count: int) -> None:
    """By hand: all facts hold in the last row only, and none of them in the first only."""
    facts = [circumstance(number) for number in range(count)]
    every, none = all_of("s", AUTHORITY, *facts), none_of("s", AUTHORITY, *facts)
    others = (1 << count) - 1
    assert [row["answer"] for row in explore(every).rows()] == ["no"] * others + ["yes"]
    assert [row["answer"] for row in explore(none).rows()] == ["yes"] + ["no"] * others
