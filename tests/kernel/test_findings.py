"""Findings: strong Kleene logic over leaves, nothing left out, and never a bool."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from itertools import combinations, product
from typing import Any

import pytest
from attrs import evolve, fields, frozen
from attrs.exceptions import FrozenInstanceError
from hypothesis import given as hypothesis_given
from hypothesis import strategies as st

from tests.formulas import AUTHORITY, Case, Sample, cases, findings, leaf, question, reading_question
from uncc.cooperation import NegativeReply
from uncc.doors.serial import to_json
from uncc.kernel.again import supposing
from uncc.kernel.errors import InvalidValue, UnsettledError
from uncc.kernel.facts import Fact, Facts, Question, fact
from uncc.kernel.findings import (
    Finding,
    Kind,
    Truth,
    all_of,
    any_of,
    by_reading,
    by_text,
    derived,
    exactly,
    given,
    none_of,
    read_off,
    said_of,
)
from uncc.kernel.provisions import art
from uncc.kernel.readings import Consulted
from uncc.kernel.roles import Role
from uncc.procedural import InterceptionRange
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_5 import ExtensionDuty, FloorStart

NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES
VALUES: tuple[Fact, ...] = (False, None, True)
RANK = {NO: 0, UNKNOWN: 1, YES: 2}
OPPOSITE = {NO: YES, UNKNOWN: UNKNOWN, YES: NO}
ROWS = [row for length in range(4) for row in product(VALUES, repeat=length)]
F = fields(Sample)


def limbs(row: tuple[Fact, ...]) -> tuple[Finding, ...]:
    """Return one leaf for each value."""
    return tuple(derived(value, f"limb {place} holds", AUTHORITY) for place, value in enumerate(row))


def on_each(first: Finding, second: Finding, under: Readings = AS_ADOPTED) -> Finding:
    """Return the finding that is `first` on one reading of the open question and `second` on the other."""
    answers = {ExtensionDuty.DISCRETION: second, ExtensionDuty.SAME_RULES: first}
    return by_reading("so on a reading", ExtensionDuty, answers).under(under)


# Truth


def test_truth_is_ordered() -> None:
    """NO < UNKNOWN < YES, in every comparison."""
    for one, other in product(Truth, repeat=2):
        assert (one < other) is (RANK[one] < RANK[other])
        assert (one <= other) is (RANK[one] <= RANK[other])
        assert (one > other) is (RANK[one] > RANK[other])
        assert (one >= other) is (RANK[one] >= RANK[other])
    assert sorted([YES, NO, UNKNOWN]) == [NO, UNKNOWN, YES]


@pytest.mark.parametrize("other", [1, "yes", None, []])
def test_truth_is_not_ordered_with_anything_else(other: Any) -> None:
    """A comparison with what is no truth is a `TypeError`, as with every Python value."""
    with pytest.raises(TypeError):
        assert YES < other  # noqa: SIM300  # the truth's own comparison is meant
    with pytest.raises(TypeError):
        assert YES <= other  # noqa: SIM300


def test_truth_of_a_fact() -> None:
    """True is YES, false is NO, not known is UNKNOWN."""
    assert [Truth.of(value) for value in VALUES] == [NO, UNKNOWN, YES]


def test_the_opposite_of_a_truth() -> None:
    """YES and NO are opposites; UNKNOWN is its own."""
    assert {truth: ~truth for truth in Truth} == OPPOSITE


@pytest.mark.parametrize("truth", Truth)
def test_a_truth_is_not_a_bool(truth: Truth) -> None:
    """Using a truth as a condition is an error that says what to use."""
    with pytest.raises(
        TypeError, match=r"^a three-valued answer is not a bool: use \.is_yes, \.is_no or \.is_unknown of the finding$"
    ):
        bool(truth)


@pytest.mark.parametrize("value", VALUES)
def test_a_finding_is_not_a_bool(value: Fact) -> None:
    """Using a finding as a condition, whatever its answer, is an error that says what to use."""
    finding = leaf("alpha", value)
    with pytest.raises(
        TypeError, match=r"^an answer with reasons is not a bool: use \.is_yes, \.is_no, \.is_unknown or \.settled\(\)$"
    ):
        bool(finding)
    with pytest.raises(TypeError):
        any([finding, finding])


# Kleene's tables


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_all_of(row: tuple[Fact, ...]) -> None:
    """ALL is the least of its limbs: NO as soon as one is NO, YES when all are."""
    assert all_of("s", AUTHORITY, *limbs(row)).truth is (NO if False in row else UNKNOWN if None in row else YES)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_any_of(row: tuple[Fact, ...]) -> None:
    """ANY is the greatest of its limbs: YES as soon as one is YES, NO when all are NO."""
    assert any_of("s", AUTHORITY, *limbs(row)).truth is (YES if True in row else UNKNOWN if None in row else NO)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_none_of(row: tuple[Fact, ...]) -> None:
    """NONE is the opposite of ANY: NO as soon as one limb is YES, YES when all are NO."""
    assert none_of("s", AUTHORITY, *limbs(row)).truth is (NO if True in row else UNKNOWN if None in row else YES)


@pytest.mark.parametrize("value", VALUES)
def test_not(value: Fact) -> None:
    """The opposite of a finding has the opposite answer, the same words, and the finding as its limb."""
    finding = leaf("alpha", value)
    opposite = ~finding
    assert opposite.truth is OPPOSITE[finding.truth]
    assert opposite.kind is Kind.NOT
    assert (opposite.statement, opposite.authority) == (f"not: {finding.statement}", finding.authority)
    assert opposite.because == (finding,)
    assert opposite.about is None


@hypothesis_given(findings(readings=True))
def test_twice_the_opposite_is_the_finding(finding: Finding) -> None:
    """Negating twice gives back the finding itself."""
    assert ~~finding == finding


@pytest.mark.parametrize("row", ROWS, ids=str)
@pytest.mark.parametrize(("join", "kind"), [(all_of, Kind.ALL), (any_of, Kind.ANY), (none_of, Kind.NONE)])
def test_no_limb_is_ever_left_out(join: Callable[..., Finding], kind: Kind, row: tuple[Fact, ...]) -> None:
    """Whatever the answer, every limb stays, in order, and the finding says what it is."""
    finding = join("the statement", (art(42, 6), art(40, 21)), *limbs(row))
    assert finding.because == limbs(row)
    assert (finding.kind, finding.statement, finding.about) == (kind, "the statement", None)
    assert finding.authority == (art(42, 6), art(40, 21))
    assert finding.citation == "Art. 42(6), Art. 40(21)"


@hypothesis_given(cases(readings=True, once=True))
def test_kleene_is_exact_where_nothing_is_mentioned_twice(case: Case) -> None:
    """UNKNOWN means that some completion gives YES and some NO; a settled answer is that of every completion."""
    assert case.finding.truth is case.exact()


@hypothesis_given(cases(readings=True))
def test_a_settled_answer_is_final_and_right(case: Case) -> None:
    """Also where facts are mentioned twice, a settled answer is that of every completion."""
    assert case.finding.truth in {UNKNOWN, case.exact()}


# Answers as they are asked for


@pytest.mark.parametrize("value", VALUES)
def test_exactly_one_of_yes_no_and_unknown(value: Fact) -> None:
    """A finding is yes, no, or unknown, and says which."""
    finding = leaf("alpha", value)
    assert [finding.is_no, finding.is_unknown, finding.is_yes] == [value is v for v in VALUES]


@pytest.mark.parametrize("value", [True, False])
def test_a_settled_finding_gives_its_answer(value: bool) -> None:
    """`settled` is the answer as a bool."""
    assert leaf("alpha", value).settled() is value
    assert (~leaf("alpha", value)).settled() is not value


def test_an_unsettled_finding_raises_with_its_open_questions() -> None:
    """`settled` never guesses: the error carries what would settle the finding, and nothing else."""
    finding = all_of("it may", AUTHORITY, leaf("alpha", None), leaf("beta", True), leaf("gamma", None))
    with pytest.raises(UnsettledError) as caught:
        finding.settled()
    assert caught.value.statement == "it may"
    assert caught.value.open_questions == (question("alpha"), question("gamma")) == finding.open_questions


# Leaves


@pytest.mark.parametrize("value", VALUES)
def test_given_is_the_fact_as_it_stands(value: Fact) -> None:
    """The finding of a fact has its answer, words, provision and question, and no limbs."""
    finding = given(Sample(alpha=value), F.alpha)
    assert finding == Finding(Truth.of(value), "alpha holds", (art(42, 3, "a"),), Kind.FACT, (), question("alpha"))


@frozen(kw_only=True)
class Namesake(Facts):
    """Declares a fact under the name of one of `Sample`, with other words and another provision."""

    alpha: Fact = fact("another alpha holds", art(42, 6), asked_of=Role.DEPOSITARY)


def test_given_refuses_a_field_of_another_class() -> None:
    """A field of the same name in another class has other words: to cite them would be wrong."""
    with pytest.raises(InvalidValue) as caught:
        given(Namesake(alpha=True), F.alpha)
    assert str(caught.value) == "Sample.alpha: Namesake(alpha=True) is not of Sample, which declares that fact"


def test_given_reads_a_field_that_is_inherited() -> None:
    """An heir holds the fact itself, by its own field and by that of the class that declares it; not the other way."""

    @frozen(kw_only=True)
    class Heir(Namesake):
        """Inherits a fact and declares another."""

        own: Fact = fact("a fact of its own holds", art(42, 7), asked_of=Role.DEPOSITARY)

    inherited = given(Namesake(alpha=True), fields(Namesake).alpha)
    assert given(Heir(alpha=True), fields(Namesake).alpha) is given(Heir(alpha=True), fields(Heir).alpha) is inherited
    with pytest.raises(InvalidValue, match=r"^Heir.own: Namesake\(alpha=None\) is not of Heir, which declares"):
        given(Namesake(), fields(Heir).own)


def test_given_keeps_facts_apart() -> None:
    """Two facts of one class, and one fact about two subjects, are different questions."""
    sample = Sample(alpha=True)
    assert given(sample, F.alpha) is given(Sample(alpha=True, beta=False), F.alpha)
    assert given(sample, F.alpha) != given(sample, F.beta)
    about = given(sample, F.alpha, "data[0]")
    assert isinstance(about.about, Question)
    assert about.about.subject == "data[0]"
    assert len({given(sample, F.alpha), about, given(sample, F.alpha, "data[1]")}) == 3


@pytest.mark.parametrize("value", VALUES)
def test_derived_is_a_question_of_its_own_words(value: Fact) -> None:
    """What is read off the case is asked of whoever holds the file, unless the rule says otherwise."""
    plain = derived(value, "it was received", art(42, 4))
    asked = Question("it was received", "it was received", (art(42, 4),), Role.CASE_HOLDER)
    assert plain == Finding(Truth.of(value), "it was received", (art(42, 4),), Kind.DERIVED, (), asked)
    other = derived(value, "it was received", art(42, 4), asked_of=Role.CUSTODIAN, subject="data[2]")
    assert other.about == Question("it was received", "it was received", (art(42, 4),), Role.CUSTODIAN, "data[2]")


@pytest.mark.parametrize("value", [True, False])
def test_by_text_asks_nothing(value: bool) -> None:
    """What the text settles is no question and cannot be changed."""
    finding = by_text(value, "the list is closed", art(42, 6), art(40, 21))
    assert finding == Finding(Truth.of(value), "the list is closed", (art(42, 6), art(40, 21)), Kind.TEXT)
    assert finding.open_questions == ()
    assert finding.flips() == ()


# Readings


@pytest.mark.parametrize(("option", "place"), [(ExtensionDuty.SAME_RULES, 0), (ExtensionDuty.DISCRETION, 1)])
@pytest.mark.parametrize("row", list(product(VALUES, repeat=2)), ids=str)
def test_a_chosen_reading_answers_alone(row: tuple[Fact, Fact], option: ExtensionDuty, place: int) -> None:
    """The answer is that on the chosen option; the others stay visible and carry nothing."""
    first, second = limbs(row)
    finding = on_each(first, second, Readings.of(option))
    assert finding.truth is Truth.of(row[place])
    assert finding.because == (first, second)
    assert finding.live_limbs == ((first, second)[place],)
    assert list(finding.walk()) == [finding, (first, second)[place]]
    assert finding.readings == (Consulted(ExtensionDuty, option),)


@pytest.mark.parametrize("row", list(product(VALUES, repeat=2)), ids=str)
def test_an_open_reading_answers_only_where_every_option_agrees(row: tuple[Fact, Fact]) -> None:
    """Where no option is adopted the answer is that of all options, or UNKNOWN."""
    first, second = limbs(row)
    finding = on_each(first, second)
    assert finding.truth is (Truth.of(row[0]) if row[0] is row[1] else UNKNOWN)
    assert finding.live_limbs == finding.because == (first, second)
    assert finding.about == Consulted(ExtensionDuty, None)
    assert (finding.kind, finding.statement, finding.authority) == (
        Kind.READING,
        "so on a reading",
        ExtensionDuty.authority,
    )
    assert (reading_question(ExtensionDuty) in finding.open_questions) is finding.is_unknown


def test_a_reading_that_is_adopted_answers_unless_another_is_chosen() -> None:
    """The register's option holds by default, and the caller's own prevails."""
    answers = {FloorStart.EFFECTED: leaf("alpha", True), FloorStart.RECEIVED: leaf("beta", False)}
    assert by_reading("s", FloorStart, answers).is_yes
    assert by_reading("s", FloorStart, answers).under(Readings.of(FloorStart.RECEIVED)).is_no


def test_readings_are_listed_once_in_the_order_of_the_tree() -> None:
    """A finding lists what it consulted, without repetition, and not what only an unchosen option consulted."""
    alpha, beta = leaf("alpha", True), leaf("beta", False)
    answers = {FloorStart.EFFECTED: alpha, FloorStart.RECEIVED: on_each(alpha, beta)}
    adopted = by_reading("s", FloorStart, answers)
    both = all_of("s", AUTHORITY, on_each(alpha, beta), adopted, on_each(beta, beta))
    assert adopted.readings == (Consulted(FloorStart, FloorStart.EFFECTED),)
    assert both.readings == (Consulted(ExtensionDuty, None), Consulted(FloorStart, FloorStart.EFFECTED))
    assert leaf("alpha", None).readings == ()


# Settled exactly


@hypothesis_given(cases(readings=True))
def test_exactly_gives_the_answer_of_all_completions(case: Case) -> None:
    """A finding that passed through `exactly` is UNKNOWN only where the facts or readings can still change it."""
    exact = exactly(case.finding)
    assert exact.truth is case.exact()
    assert exactly(exact) == exact
    assert exact.because == case.finding.because


@hypothesis_given(cases(readings=True))
def test_the_opposite_of_an_exact_answer_is_the_opposite_answer(case: Case) -> None:
    """Negation turns the exact answer around, whatever kind of finding it is the answer of."""
    exact = exactly(case.finding)
    assert (~exact).truth is OPPOSITE[exact.truth]
    assert (~~exact).truth is exact.truth


def test_the_opposite_of_an_exactly_settled_opposite_is_settled() -> None:
    """By hand: it is settled that a fact is not both so and not so, and negating that does not unsettle it."""
    alpha = leaf("alpha", None)
    neither = exactly(~any_of("alpha or not", AUTHORITY, alpha, ~alpha))
    assert neither.is_no
    assert (~neither).is_yes


def test_exactly_leaves_alone_what_it_cannot_sharpen() -> None:
    """Where the answer stays, it is the same finding, marked as settled exactly."""
    alpha = leaf("alpha", None)
    unknown = all_of("s", AUTHORITY, alpha, leaf("beta", None))
    assert exactly(unknown) == evolve(unknown, exact=True)
    assert exactly(exactly(unknown)) is exactly(unknown)
    assert exactly(any_of("s", AUTHORITY, alpha, ~alpha)).is_yes
    assert exactly(all_of("s", AUTHORITY, alpha, ~alpha)).is_no
    assert exactly(all_of("s", AUTHORITY, alpha, any_of("t", AUTHORITY, alpha, leaf("beta", None)))).is_unknown


# As values


@hypothesis_given(cases(readings=True))
def test_equal_inputs_give_equal_findings(case: Case) -> None:
    """The same rule on the same facts gives findings that are equal, hash equally, and print alike."""
    twin = Case(case.formula, dict(case.values), case.under).finding
    assert twin == case.finding
    assert hash(twin) == hash(case.finding)
    assert str(twin) == str(case.finding) == case.finding.explain()


@hypothesis_given(findings(readings=True))
def test_a_finding_survives_pickling_and_copying(finding: Finding) -> None:
    """A copy is equal, hashes equally, and answers the same."""
    for twin in (pickle.loads(pickle.dumps(finding)), copy.deepcopy(finding)):
        assert twin == finding
        assert hash(twin) == hash(finding)
        assert twin.open_questions == finding.open_questions


def test_a_finding_is_frozen() -> None:
    """An answer is never changed in place."""
    finding = leaf("alpha", True)
    with pytest.raises(FrozenInstanceError):
        finding.truth = NO  # type: ignore[misc]


def test_findings_that_differ_in_anything_differ() -> None:
    """The answer, the words, the provision and the limbs all count."""
    alpha = derived(True, "s", AUTHORITY)
    variants = [
        alpha,
        derived(False, "s", AUTHORITY),
        derived(True, "t", AUTHORITY),
        derived(True, "s", art(42, 5)),
        by_text(True, "s", AUTHORITY),
        all_of("s", AUTHORITY, alpha),
        any_of("s", AUTHORITY, alpha),
        all_of("s", AUTHORITY, alpha, alpha),
    ]
    assert all(one != other for one, other in combinations(variants, 2))


@hypothesis_given(findings(readings=True), st.data())
def test_walk_yields_the_finding_and_all_its_live_limbs(finding: Finding, data: st.DataObject) -> None:
    """Every live limb of what is yielded is yielded too, and the finding comes first."""
    nodes = list(finding.walk())
    assert nodes[0] is finding
    node = data.draw(st.sampled_from(nodes))
    assert all(any(limb is other for other in nodes) for limb in node.live_limbs)
    assert len(nodes) == 1 + sum(len(node.live_limbs) for node in nodes)


def test_what_is_said_of_one_of_several_names_it() -> None:
    """A finding that is no leaf names of what it is said, in words and on other readings and answers too."""
    both = said_of("offences[1]", all_of("both hold", art(42, 3), derived(None, "one", art(42, 3))))
    assert str(both).startswith("UNKNOWN  offence 2: both hold [Art. 42(3)]")
    assert str(~both).startswith("UNKNOWN  the opposite of: offence 2: both hold [Art. 42(3)]")
    settled = supposing(both, dict.fromkeys(both.open_questions, True))
    assert (settled.subject, settled.is_yes) == ("offences[1]", True)


def test_a_negated_finding_says_so() -> None:
    """What stands in a document beside the answer is what the answer is to."""
    document = json.loads(to_json(~derived(True, "it holds", art(42, 3))))
    assert (document["statement"], document["truth"]) == ("not: it holds", "no")


def test_a_circumstance_has_the_name_of_the_field_that_tells_it() -> None:
    """While a list is not known it is what is asked for, by the class that declares it and of who can answer there."""
    interception = InterceptionRange()
    asked = read_off(interception, fields(InterceptionRange).on_day, None, "it is in the range", art(30, 1))
    (question,) = asked.open_questions
    assert (question.name, question.asked_of) == ("InterceptionRange.on_day", Role.CASE_HOLDER)
    reply = NegativeReply()
    told = read_off(reply, fields(NegativeReply).grounds, True, "a ground is stated", art(40, 25))
    assert isinstance(told.about, Question)
    assert (told.about.name, told.about.asked_of) == ("NegativeReply.grounds", Role.REQUESTED_STATE)


def test_a_circumstance_is_told_by_a_field_of_its_model() -> None:
    """The field of another model is refused."""
    with pytest.raises(AttributeError, match="InterceptionRange has no field grounds"):
        read_off(InterceptionRange(), fields(NegativeReply).grounds, None, "it is in the range", art(30, 1))
