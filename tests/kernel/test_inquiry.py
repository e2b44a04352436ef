"""What a finding can be asked beyond its answer, each against trying everything.

What the answers are measured by:

- A question is *open* if it is pivotal: for some completion of all other unknown facts and some choice of all other
  open readings, its answer decides the finding. It does not matter whether the finding is settled by Kleene's tables
  or only exactly: where all completions agree nothing is pivotal, so nothing is open.
- A set of changes *leads to* an answer if, with those facts changed and all others as they are (unknown ones stay
  unknown), every completion and every choice of the open readings gives that answer; that is, the changed formula has
  it after `exactly`. `flips` is every such set that contains no other: of those that lead to the answer asked for, or,
  while the finding is not determined, to either answer. A known fact is changed to its opposite, an unknown one is
  settled either way, and nothing becomes unknown.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import product
from typing import cast

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import effort
from tests.formulas import (
    AUTHORITY,
    READINGS,
    Case,
    Formula,
    Join,
    Leaf,
    Split,
    build,
    cases,
    choices,
    leaf,
    parts,
    question,
    reading_question,
)
from uncc.kernel import inquiry, worlds
from uncc.kernel.errors import InvalidValue, TooLargeError, UnsettledError
from uncc.kernel.explanation import IN_EVERY_CASE, lines
from uncc.kernel.facts import Fact, Question
from uncc.kernel.findings import (
    Finding,
    Kind,
    Node,
    Truth,
    all_of,
    any_of,
    by_reading,
    by_text,
    derived,
    exactly,
    none_of,
    said_of,
)
from uncc.kernel.inquiry import Change
from uncc.kernel.provisions import art
from uncc.kernel.quantities import FIRST, LAST, Day, fixed_day, not_after
from uncc.kernel.readings import Consulted, Reading
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_5 import AssistanceRules, ExpiryDay, ExtensionDuty, FloorStart

NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES

Changes = frozenset[tuple[Question, bool]]


def circumstance(number: int, value: Fact = None) -> Finding:
    """Return one of any number of circumstances."""
    return derived(value, f"circumstance {number:02}", AUTHORITY)


def on_each(first: Finding, second: Finding, under: Readings = AS_ADOPTED) -> Finding:
    """Return the finding that is `first` on one reading of the open question and `second` on the other."""
    answers = {ExtensionDuty.SAME_RULES: first, ExtensionDuty.DISCRETION: second}
    return by_reading("it must be granted", ExtensionDuty, answers).under(under)


def either(name: str) -> Finding:
    """Return a finding that is exactly YES and, by Kleene's tables, UNKNOWN."""
    return any_of(f"{name} or not", AUTHORITY, leaf(name, None), ~leaf(name, None))


# What is open


def pivotal(case: Case) -> set[Question]:
    """Try every completion, and turn one fact or one reading at a time."""
    unknown = [name for name in case.names if case.values[name] is None]
    possible = choices(case.under)
    open_questions = set[Question]()
    for row in case.completions(case.values):
        answers = case.decided[row]
        for name in unknown:
            place = case.names.index(name)
            if answers != case.decided[(*row[:place], not row[place], *row[place + 1 :])]:
                open_questions.add(question(name))
        for reading in READINGS:
            groups: dict[tuple[tuple[str, int], ...], set[bool]] = {}
            for choice, answer in zip(possible, answers, strict=True):
                others = tuple(pair for pair in choice.items() if pair[0] != reading.id)
                groups.setdefault(others, set()).add(answer)
            if any(len(group) > 1 for group in groups.values()):
                open_questions.add(reading_question(reading))
    return open_questions


def first_mentions(finding: Finding) -> list[Question]:
    """Return every question of the tree in the order in which it is first met."""
    met: dict[Question, None] = {}
    for node in finding.walk():
        if isinstance(node.about, Question):
            met[node.about] = None
        elif node.about is not None and node.about.chosen is None:
            met[reading_question(node.about.reading)] = None
    return list(met)


@given(cases(readings=True))
@effort(300)
def test_open_questions_are_exactly_the_pivotal_ones(case: Case) -> None:
    """An unknown fact or open reading is listed exactly if it can still change the answer, facts repeated or not."""
    expected = pivotal(case)
    for finding in (case.finding, exactly(case.finding)):
        assert set(finding.open_questions) == expected
        assert len(finding.open_questions) == len(expected)


@given(cases(readings=True, once=True))
def test_open_questions_are_exactly_the_pivotal_ones_where_each_fact_is_mentioned_once(case: Case) -> None:
    """The structure alone tells, and it tells the same as trying everything."""
    assert set(case.finding.open_questions) == pivotal(case)
    assert bool(case.finding.open_questions) is case.finding.is_unknown


@given(cases(readings=True))
def test_open_questions_stand_in_the_order_of_the_tree(case: Case) -> None:
    """Questions come as the tree first mentions them, so that equal findings ask alike."""
    order = first_mentions(case.finding)
    asked = [order.index(asked) for asked in case.finding.open_questions]
    assert asked == sorted(asked)


@given(cases(readings=True))
def test_an_exact_finding_has_open_questions_exactly_if_it_is_unknown(case: Case) -> None:
    """There is no idle doubt: UNKNOWN has a question, and a settled answer has none."""
    exact = exactly(case.finding)
    assert bool(exact.open_questions) is exact.is_unknown


def test_a_fact_that_a_settled_limb_makes_idle_is_not_asked() -> None:
    """By hand: what stands below a settled limb, or beside a decisive one, is not open."""
    settled = any_of("settled", AUTHORITY, leaf("alpha", True), leaf("beta", None))
    finding = all_of("s", AUTHORITY, settled, leaf("gamma", None), leaf("delta", True))
    assert finding.open_questions == (question("gamma"),)
    assert all_of("s", AUTHORITY, finding, leaf("epsilon", False)).open_questions == ()


def test_a_fact_that_cancels_itself_is_not_asked() -> None:
    """By hand: a fact mentioned in opposite ways is asked only if it still matters."""
    finding = all_of("s", AUTHORITY, either("alpha"), leaf("beta", None))
    assert finding.open_questions == (question("beta"),)
    assert either("alpha").open_questions == ()


def test_an_open_reading_is_a_question_to_interpreters() -> None:
    """By hand: the reading is asked, with the facts that matter on one of its options."""
    finding = on_each(leaf("alpha", None), leaf("beta", False))
    assert finding.open_questions == (reading_question(ExtensionDuty), question("alpha"))
    assert finding.open_questions[0].asked_of is Role.INTERPRETER
    assert on_each(leaf("alpha", None), leaf("alpha", None)).open_questions == (question("alpha"),)
    assert on_each(leaf("alpha", None), leaf("beta", None), Readings.of(ExtensionDuty.DISCRETION)).open_questions == (
        question("beta"),
    )


def test_the_same_open_reading_is_chosen_alike_everywhere() -> None:
    """By hand: a rule that is so on one reading and not so on the other, twice, is settled exactly."""
    yes, no = leaf("alpha", True), leaf("beta", False)
    finding = any_of("s", AUTHORITY, on_each(yes, no), on_each(no, yes))
    assert finding.is_unknown
    assert finding.open_questions == ()
    assert exactly(finding).is_yes


def test_a_reading_that_does_not_matter_is_not_asked_beside_one_that_does() -> None:
    """By hand: each reading is turned while the other stays, so that neither is asked for the other's sake."""
    alpha, beta, gamma = (leaf(name, None) for name in ("alpha", "beta", "gamma"))
    rules = by_reading("s", AssistanceRules, dict(zip(AssistanceRules, (beta, gamma), strict=True)))
    matters = reading_question(AssistanceRules), question("beta"), question("gamma")
    assert all_of("s", AUTHORITY, on_each(alpha, alpha), rules).open_questions == (question("alpha"), *matters)
    assert all_of("s", AUTHORITY, rules, on_each(alpha, alpha)).open_questions == (*matters, question("alpha"))


# How far an exact answer is computed


def parity_like(count: int) -> Finding:
    """Return a finding with `count` open facts each of which is mentioned twice, so that no part stands alone."""
    facts = [circumstance(number) for number in range(count)]
    pairs = zip(facts, [*facts[1:], facts[0]], strict=True)
    return all_of(
        "s", AUTHORITY, *(any_of(f"t{place}", AUTHORITY, one, ~two) for place, (one, two) in enumerate(pairs))
    )


@pytest.mark.parametrize("count", [20, 40])
def test_many_open_facts_are_answered_exactly(count: int) -> None:
    """There is no bound on how many are open: forty that are mentioned twice take seconds at most."""
    started = time.process_time()
    finding = exactly(parity_like(count))
    assert finding.is_unknown
    assert finding.exact
    assert len(finding.open_questions) == count
    with pytest.raises(UnsettledError):
        finding.settled()
    assert time.process_time() - started < 20


def test_a_part_that_shares_no_fact_counts_as_one() -> None:
    """Facts that stand together in one part alone can turn out either way, and each of them still is a question."""
    first, *others = (circumstance(number) for number in range(60))
    apart = any_of("t", AUTHORITY, *others[:30]), none_of("u", AUTHORITY, *others[30:])
    shared = any_of("v", AUTHORITY, first, apart[0]), any_of("w", AUTHORITY, ~first, apart[1])
    finding = exactly(all_of("s", AUTHORITY, *shared))
    assert finding.is_unknown
    assert finding.open_questions == tuple(_asked(node) for node in (first, *others))
    settled = exactly(any_of("s", AUTHORITY, first, ~first, apart[0]))
    assert settled.is_yes
    assert settled.open_questions == ()


@pytest.mark.parametrize("count", [1, 2, 3, 30])
def test_limbs_that_share_nothing_count_as_one(count: int) -> None:
    """Facts beside one that is mentioned twice can turn out either way together, and each of them is a question."""
    first, *others = (circumstance(number) for number in range(2 * count + 1))
    for join in (all_of, any_of, none_of):
        limbs = join("t", AUTHORITY, first, *others[:count]), join("u", AUTHORITY, *others[count:], ~first)
        finding = (all_of if join is any_of else any_of)("s", AUTHORITY, *limbs)
        assert finding.open_questions == tuple(_asked(node) for node in (first, *others))
    assert exactly(any_of("s", AUTHORITY, first, *others, ~first)).is_yes
    assert exactly(none_of("s", AUTHORITY, first, *others, ~first)).is_no


def test_limbs_below_a_reading_or_an_opposite_count_as_one_too() -> None:
    """Facts that share nothing are a part wherever they stand."""
    first, *others = (circumstance(number) for number in range(31))
    limbs = all_of("t", AUTHORITY, first, *others)
    read = any_of("s", AUTHORITY, on_each(limbs, by_text(False, "not so", AUTHORITY)), ~first)
    facts = tuple(_asked(node) for node in (first, *others))
    assert read.open_questions == (reading_question(ExtensionDuty), *facts)
    assert any_of("s", AUTHORITY, first, ~limbs, ~~first).open_questions == ()
    assert all_of("s", AUTHORITY, first, ~limbs).open_questions == facts


def test_parts_of_the_same_words_are_told_apart() -> None:
    """Facts about two things of one kind can be the parts, and each of both is a question."""
    first, *others = (leaf("alpha", None, f"data[{number}]") for number in range(5))
    limbs = any_of("t", AUTHORITY, first, *others[:2]), any_of("u", AUTHORITY, ~first, *others[2:])
    assert all_of("s", AUTHORITY, *limbs).open_questions == tuple(_asked(node) for node in (first, *others))


def test_nothing_is_searched_where_the_structure_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where each fact and each reading is mentioned once, the bound on the search is not met, however low."""
    monkeypatch.setattr(worlds, "MOST_STEPS", 0)
    finding = all_of("s", AUTHORITY, on_each(leaf("alpha", None), leaf("beta", None)), ~leaf("gamma", None))
    assert finding.open_questions == (
        reading_question(ExtensionDuty),
        *(question(name) for name in ("alpha", "beta", "gamma")),
    )
    assert exactly(finding) == evolve(finding, exact=True)
    assert exactly(any_of("this or not", AUTHORITY, circumstance(7), ~circumstance(7))).cut_short


def _asked(node: Finding) -> Question:
    """Return what a leaf is about."""
    assert isinstance(node.about, Question)
    return node.about


def test_any_number_of_facts_is_fine_where_each_is_mentioned_once() -> None:
    """No completion is tried where the structure tells."""
    finding = all_of("s", AUTHORITY, *(circumstance(number) for number in range(200)))
    assert len(finding.open_questions) == 200
    assert exactly(finding) == evolve(finding, exact=True)
    with pytest.raises(UnsettledError):
        finding.settled()


def test_any_number_of_facts_is_fine_beside_an_open_reading() -> None:
    """An open reading that is mentioned once does not make the facts beside it mentioned more than once."""
    facts = [circumstance(number) for number in range(30)]
    finding = all_of("s", AUTHORITY, on_each(leaf("alpha", None), leaf("beta", True)), *facts)
    assert finding.open_questions == (
        reading_question(ExtensionDuty),
        question("alpha"),
        *(fact.about for fact in facts),
    )


# What decides


def is_part_of(part: Node, whole: Node) -> bool:
    """Whether `part` is `whole` with limbs left out, at any depth, and a chosen reading told without it."""
    one, other = cast("Finding", part), cast("Finding", whole)
    if isinstance(whole.about, Consulted) and whole.about.chosen is not None and one.about is None:
        other = evolve(other, kind=Kind.ALL, about=None)
    if evolve(one, because=()) != evolve(other, because=()):
        return False
    rest = iter(whole.because)
    return all(any(is_part_of(limb, other) for other in rest) for limb in part.because)


def joined(kind: Kind, limbs: tuple[Truth, ...]) -> Truth:
    """Return the answer of a node from those of its limbs, by Kleene's tables."""
    match kind:
        case Kind.ALL:
            return min(limbs, default=YES)
        case Kind.ANY:
            return max(limbs, default=NO)
        case Kind.NONE:
            return ~max(limbs, default=NO)
        case Kind.NOT:
            return ~limbs[0]
        case _:
            return limbs[0] if len(set(limbs)) == 1 else UNKNOWN


def cheapest(node: Node) -> dict[Truth, int]:
    """Return, for each answer that some part of `node` carries, the size of its smallest such part.

    A limb that is left out counts as UNKNOWN, so that a part carries a settled answer only if it suffices for it.
    """
    if not node.live_limbs:
        return {node.truth: 1}
    best: dict[Truth, int] = {}
    offers = [list({**cheapest(limb), UNKNOWN: 0}.items()) for limb in node.live_limbs]
    for kept in product(*offers):
        truth = joined(node.kind, tuple(truth for truth, _ in kept))
        size = 1 + sum(size for _, size in kept)
        best[truth] = min(size, best.get(truth, size))
    return best


def carried(part: Node, whole: Node) -> Truth:
    """Return the answer that `part` alone gives `whole`, when every limb that was left out is UNKNOWN."""
    if not whole.live_limbs:
        return part.truth
    rest = list(part.because)
    truths: list[Truth] = []
    for limb in whole.live_limbs:
        if rest and is_part_of(rest[0], limb):
            truths.append(carried(rest.pop(0), limb))
        else:
            truths.append(UNKNOWN)
    assert not rest
    return joined(whole.kind, tuple(truths))


@given(cases(readings=True))
@effort(300)
def test_decisive_is_a_part_of_the_tree_that_carries_the_answer(case: Case) -> None:
    """What is kept stands in the tree as it is, and suffices for the answer even if all the rest were unknown."""
    finding = case.finding
    decisive = finding.decisive()
    assert decisive.truth is finding.truth
    assert is_part_of(decisive, finding)
    assert carried(decisive, finding) is finding.truth
    assert {one for one in decisive.readings if one.chosen is not None} <= {*finding.turns_on}
    assert decisive.decisive() == decisive


@given(cases(readings=True))
@effort(300)
def test_decisive_is_as_small_as_can_be(case: Case) -> None:
    """No smaller part of the tree suffices for a settled answer."""
    finding = case.finding
    if not finding.is_unknown:
        assert sum(1 for _ in finding.decisive().walk()) == cheapest(finding)[finding.truth]


@given(cases(readings=True))
def test_decisive_leaves_everything_open_that_was_open(case: Case) -> None:
    """Of an undetermined finding the decisive part asks the same questions, and keeps no settled limb."""
    decisive = case.finding.decisive()
    assert decisive.open_questions == case.finding.open_questions
    if decisive.is_unknown:
        joins = [node for node in decisive.walk() if node.kind in {Kind.ALL, Kind.ANY, Kind.NONE} and node.is_unknown]
        assert all(limb.is_unknown for node in joins for limb in node.because)


def test_decisive_of_an_exactly_settled_finding_keeps_what_settles_it() -> None:
    """Where no single limb carries the answer all are kept, since only together they do."""
    finding = exactly(either("alpha"))
    assert finding.is_yes
    assert finding.decisive() == finding
    assert exactly(all_of("s", AUTHORITY, either("alpha"), leaf("beta", True))).decisive().truth is YES


def test_decisive_keeps_the_smallest_and_of_equals_the_first() -> None:
    """By hand: of three limbs that each suffice, the first of the two small ones is kept."""
    large = all_of("large", AUTHORITY, leaf("alpha", True), leaf("beta", True))
    finding = any_of("s", AUTHORITY, large, leaf("gamma", True), leaf("delta", True), leaf("epsilon", False))
    assert finding.decisive() == any_of("s", AUTHORITY, leaf("gamma", True))


def nested(depth: int, limb: Finding) -> Finding:
    """Return a finding with one limb at each depth."""
    return nested(depth - 1, any_of(f"depth {depth}", AUTHORITY, limb)) if depth else limb


@pytest.mark.parametrize(("depth", "facts", "deep_is_smaller"), [(3, 2, False), (2, 2, False), (2, 3, True)])
def test_decisive_counts_what_stands_above_a_fact_and_the_fact_alike(
    depth: int, facts: int, *, deep_is_smaller: bool
) -> None:
    """By hand: a deep limb with one fact against a flat one with several; the smaller is kept, the first of equals."""
    deep = nested(depth, leaf("alpha", True))
    flat = all_of("flat", AUTHORITY, *(circumstance(number, value=True) for number in range(facts)))
    smaller, larger = (deep, flat) if deep_is_smaller else (flat, deep)
    decided = any_of("s", AUTHORITY, larger, smaller).decisive()
    tie = depth == facts
    assert decided == any_of("s", AUTHORITY, larger if tie else smaller)


def test_decisive_of_a_chosen_reading_keeps_only_the_chosen_option() -> None:
    """The answers on other options carry nothing; what was kept still explains itself."""
    finding = on_each(leaf("alpha", True), leaf("beta", False), Readings.of(ExtensionDuty.DISCRETION)).decisive()
    assert finding.because == (leaf("beta", False),)
    assert finding.live_limbs == finding.because
    assert finding.decisive() == finding


def test_decisive_names_no_reading_on_which_the_answer_does_not_turn() -> None:
    """Where both options come to the same, what is kept is the option's answer, and no reading; of a day likewise."""
    chosen = Readings.of(ExtensionDuty.DISCRETION)
    finding = on_each(leaf("alpha", True), leaf("beta", True), chosen)
    assert [one.chosen for one in finding.readings] == [ExtensionDuty.DISCRETION]
    assert finding.decisive() == all_of(finding.statement, finding.authority, leaf("beta", True))
    day = fixed_day(date(2027, 3, 10), "the day")
    read = by_reading("the day, as read", ExtensionDuty, dict.fromkeys(ExtensionDuty, day)).under(chosen)
    asked = not_after("it has come", AUTHORITY, read, fixed_day(date(2027, 3, 11), "the day asked about"))
    assert asked.readings
    assert not asked.decisive().readings
    assert asked.decisive().is_yes


def test_a_deep_finding_is_decided_in_good_time() -> None:
    """The work grows with the tree and not with every way through it."""
    finding = leaf("alpha", True)
    for _ in range(20):
        finding = any_of("s", AUTHORITY, finding)
    started = time.process_time()
    assert sum(1 for _ in finding.decisive().walk()) == 21
    assert time.process_time() - started < 15


# What would change it


def change_sets(case: Case) -> Iterator[dict[str, Fact]]:
    """Yield every set of changes to the facts that the formula mentions, smaller ones first."""
    offers = [(None, *(value for value in (True, False) if value is not case.values[name])) for name in case.names]
    rows = sorted(product(*offers), key=lambda row: sum(value is not None for value in row))
    for row in rows:
        yield {name: value for name, value in zip(case.names, row, strict=True) if value is not None}


def minimal_changes(case: Case, targets: set[Truth]) -> set[Changes]:
    """Try every set of changes, and keep those that lead to a target and contain no other."""
    found: list[Changes] = []
    for changed in change_sets(case):
        changes = frozenset((question(name), bool(value)) for name, value in changed.items())
        if not any(other <= changes for other in found) and case.exact({**case.values, **changed}) in targets:
            found.append(changes)
    return set(found)


def as_sets(flips: tuple[tuple[Change, ...], ...]) -> set[Changes]:
    """Return flips as sets."""
    return {frozenset((change.question, change.to) for change in way) for way in flips}


@given(cases(readings=True, readings_once=True), st.sampled_from((None, YES, NO)))
@effort(400)
def test_flips_are_exactly_the_minimal_changes(case: Case, to: Truth | None) -> None:
    """Every minimal set of changes that leads to the answer is found, and nothing else is."""
    finding = exactly(case.finding)
    default = {YES, NO} if finding.is_unknown else {~finding.truth}
    flips = finding.flips(to)
    assert as_sets(flips) == minimal_changes(case, default if to is None else {to})
    assert len(as_sets(flips)) == len(flips)


@given(cases(readings=True, once=True), st.sampled_from((None, YES, NO)))
def test_flips_are_exactly_the_minimal_changes_where_each_fact_is_mentioned_once(case: Case, to: Truth | None) -> None:
    """The same, with no fact or reading repeated, where Kleene's answer is already exact."""
    default = {YES, NO} if case.finding.is_unknown else {~case.finding.truth}
    assert as_sets(case.finding.flips(to)) == minimal_changes(case, default if to is None else {to})


@given(cases(readings=True), st.sampled_from((None, YES, NO)))
def test_every_flip_leads_to_the_answer(case: Case, to: Truth | None) -> None:
    """Also where a reading is repeated, the changed formula has the answer after `exactly`."""
    finding = exactly(case.finding)
    for way in finding.flips(to):
        names = {question(name): name for name in case.names}
        values = {**case.values, **{names[change.question]: change.to for change in way}}
        reached = exactly(build(case.formula, values, case.under)).truth
        assert reached is to if to is not None else reached in {YES, NO} - {finding.truth}


@given(cases(readings=True))
def test_every_set_of_changes_is_found_also_where_a_reading_is_repeated(case: Case) -> None:
    """The same reading is chosen alike everywhere, so one way to an answer may serve it in several places."""
    finding = exactly(case.finding)
    default = {YES, NO} if finding.is_unknown else {~finding.truth}
    assert as_sets(finding.flips()) == minimal_changes(case, default)


def test_flips_across_two_mentions_of_one_open_reading() -> None:
    """By hand: one fact serves the answer on one option, another on the other, each in its own place."""
    alpha, beta, gamma, delta = (leaf(name, False) for name in ("alpha", "beta", "gamma", "delta"))
    finding = any_of("s", AUTHORITY, on_each(alpha, beta), on_each(gamma, delta))
    asked = [{change.question.statement[0] for change in way} for way in finding.flips(YES)]
    assert asked == [{"a", "b"}, {"a", "d"}, {"b", "g"}, {"g", "d"}]


def test_flips_where_a_repeated_reading_has_the_answer_on_one_option() -> None:
    """By hand: on one option the answer stands already, so that only the other asks for a change."""
    alpha, beta, gamma, delta = (leaf(name, name == "alpha") for name in ("alpha", "beta", "gamma", "delta"))
    finding = any_of("s", AUTHORITY, on_each(alpha, beta), on_each(gamma, delta))
    assert as_sets(finding.flips(YES)) == {frozenset({(question(name), True)}) for name in ("beta", "delta")}


@given(cases(readings=True))
def test_no_flip_contains_another(case: Case) -> None:
    """Whatever is superfluous in a set of changes is left out."""
    flips = as_sets(case.finding.flips())
    assert not any(one < other for one, other in product(flips, flips))


@given(cases(readings=True))
def test_flips_stand_in_one_order(case: Case) -> None:
    """Smaller sets come first; then, and within each set, facts as the tree first mentions them, no before yes."""
    flips = exactly(case.finding).flips()
    order = first_mentions(case.finding)
    keys = [(len(way), [(order.index(change.question), change.to) for change in way]) for way in flips]
    assert keys == sorted(keys)
    assert all(row == sorted(row) for _, row in keys)
    twin = Case(case.formula, dict(reversed(list(case.values.items()))), case.under)
    assert exactly(twin.finding).flips() == flips


def test_what_already_has_the_answer_needs_no_change() -> None:
    """Asked how to reach the answer that it has, a finding says: by changing nothing."""
    assert leaf("alpha", True).flips(YES) == ((),)
    assert either("alpha").flips() == ((),)


def test_what_the_text_settles_cannot_be_changed() -> None:
    """There is no way to the opposite of what the text says, nor past it."""
    closed = by_text(False, "the list is closed", art(42, 6))
    assert closed.flips() == ()
    assert all_of("s", AUTHORITY, closed, leaf("alpha", False)).flips() == ()
    assert any_of("s", AUTHORITY, closed, leaf("alpha", False)).flips() == ((Change(question("alpha"), to=True),),)


@pytest.mark.parametrize("join", [all_of, any_of, none_of])
def test_a_finding_without_limbs_cannot_be_changed(join: Callable[..., Finding]) -> None:
    """A rule about each thing of a kind, of which the case has none, is settled and no fact changes it."""
    empty = join("of nothing", AUTHORITY)
    assert empty.open_questions == ()
    assert empty.flips() == ()
    assert empty.flips(empty.truth) == ((),)
    assert any_of("s", AUTHORITY, empty, ~empty).flips() == ()
    assert all_of("s", AUTHORITY, all_of("t", AUTHORITY), leaf("alpha", False)).flips() == (
        (Change(question("alpha"), to=True),),
    )


def test_flips_by_hand() -> None:
    """By hand: two facts bar the answer by one way, and one fact by the other; the single fact comes first."""
    pair = all_of("pair", AUTHORITY, leaf("alpha", False), leaf("beta", False), leaf("gamma", True))
    finding = any_of("s", AUTHORITY, pair, ~leaf("delta", True))
    assert [tuple(map(str, way)) for way in finding.flips()] == [
        ("no: delta holds [Art. 42(3)(d)] (ask: custodian)",),
        (
            "yes: alpha holds [Art. 42(3)(a)] (ask: requesting State)",
            "yes: beta holds [Art. 42(3)(b)] (ask: requested State)",
        ),
    ]
    assert finding.flips() == finding.flips(YES)
    assert finding.flips(NO) == ((),)


@pytest.mark.parametrize("row", list(product((True, False, None), repeat=3)), ids=str)
def test_flips_where_every_fact_matters_both_ways(row: tuple[Fact, ...]) -> None:
    """Whether two facts agree, and a third with the result, is changed by each of them, whatever is known."""
    alpha, beta, gamma = Leaf("alpha"), Leaf("beta"), Leaf("gamma")

    def agree(one: Formula, other: Formula) -> Formula:
        return Join(Kind.ANY, (Join(Kind.ALL, (one, other)), Join(Kind.NONE, (one, other))))

    case = Case(agree(agree(alpha, beta), gamma), dict(zip(("alpha", "beta", "gamma"), row, strict=True)))
    assert as_sets(case.finding.flips(YES)) == minimal_changes(case, {YES})
    assert as_sets(case.finding.flips(NO)) == minimal_changes(case, {NO})


def test_an_undetermined_finding_can_be_settled_either_way() -> None:
    """While the answer is open, the flips are the ways to settle it, whichever answer they lead to."""
    finding = all_of("s", AUTHORITY, leaf("alpha", None), leaf("beta", True))
    assert as_sets(finding.flips()) == {
        frozenset({(question("alpha"), True)}),
        frozenset({(question("alpha"), False)}),
        frozenset({(question("beta"), False)}),
    }


def test_unknown_is_no_answer_to_reach() -> None:
    """Nobody asks how to stop knowing; the error says what can be asked."""
    with pytest.raises(
        InvalidValue, match=r"^to: <Truth\.UNKNOWN: .*> is not an answer to reach: Truth\.YES or Truth\.NO$"
    ):
        leaf("alpha", True).flips(UNKNOWN)


def test_too_many_flips_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the bound all are found, and past it the error says so instead of leaving some out."""
    monkeypatch.setattr(inquiry, "MOST_SETS", 9)

    def grid(rows: int) -> Finding:
        return all_of(
            "s",
            AUTHORITY,
            *(
                any_of("t", AUTHORITY, *(circumstance(3 * row + n, value=False) for n in range(3)))
                for row in range(rows)
            ),
        )

    wide = any_of("t", AUTHORITY, *(circumstance(n, value=False) for n in range(10)))
    assert len(grid(2).flips()) == 9
    with pytest.raises(TooLargeError, match="more than 9 sets of facts to find what would change it"):
        wide.flips()
    with pytest.raises(TooLargeError, match="more than 9 sets of facts to find what would change it"):
        grid(3).flips()


def test_what_stands_as_it_should_is_not_varied() -> None:
    """Limbs that hold already need no change, so that no way to hold them otherwise counts towards the bound."""
    rows = (any_of("t", AUTHORITY, *(circumstance(4 * row + n, value=not n) for n in range(4))) for row in range(12))
    settled = on_each(circumstance(100, value=True), circumstance(101, value=True))
    finding = all_of("s", AUTHORITY, *rows, settled, leaf("alpha", False))
    assert finding.flips() == ((Change(question("alpha"), to=True),),)


@pytest.mark.long
def test_too_many_flips_are_refused_in_good_time() -> None:
    """The bound as it stands is met before the machine's memory is."""
    rows = [
        any_of("t", AUTHORITY, *(circumstance(1000 * row + n, value=False) for n in range(1000))) for row in range(2)
    ]
    started = time.process_time()
    with pytest.raises(TooLargeError):
        all_of("s", AUTHORITY, *rows).flips()
    assert time.process_time() - started < 15


@pytest.mark.long
def test_the_search_for_flips_is_bounded_in_steps() -> None:
    """Ten thousand limbs are no work, and what would be too much is refused by its steps and not by what it found."""
    started = time.process_time()
    many = [circumstance(n, value=False) for n in range(10_000)]
    assert len(any_of("s", AUTHORITY, *many).flips()) == 10_000
    assert [len(way) for way in all_of("s", AUTHORITY, *many).flips()] == [10_000]
    assert all_of("s", AUTHORITY, many[0], ~many[0]).flips() == ()
    assert time.process_time() - started < 15


def test_what_would_be_too_many_steps_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The search for flips counts its steps, and says of how many it has had enough."""
    many = [circumstance(n, value=False) for n in range(60)]
    monkeypatch.setattr(inquiry, "MOST_COMPARED", 50)
    with pytest.raises(TooLargeError, match="more than 50 steps to find what would change it: ask about a limb"):
        any_of("s", AUTHORITY, *many).flips()


# How it is told


def test_a_rule_is_told_limb_by_limb() -> None:
    """Each line has the answer, the words and the provision, indented by depth, in the order of the text."""
    finding = all_of(
        "it may be refused",
        (art(42, 5), art(42, 6)),
        leaf("alpha", True),
        any_of("one of two", art(42, 6), leaf("beta", False, "data[2]"), leaf("gamma", None)),
        by_text(True, "the list is closed", art(42, 6)),
    )
    assert (
        finding.explain()
        == str(finding)
        == """\
UNKNOWN  it may be refused [Art. 42(5), Art. 42(6)]
  YES      alpha holds [Art. 42(3)(a)]
  UNKNOWN  one of two [Art. 42(6)]
    NO       item 3: beta holds [Art. 42(3)(b)]
    UNKNOWN  gamma holds [Art. 42(3)(c)]
  YES      the list is closed [Art. 42(6)]"""
    )


def test_an_opposite_is_told_with_what_it_is_the_opposite_of() -> None:
    """A limb that is denied has its own answer; of a whole that is an opposite, its limb stands below it."""
    pair = all_of("both", art(42, 6), leaf("alpha", True), ~leaf("beta", True))
    assert (
        (~pair).explain()
        == """\
YES      the opposite of: both [Art. 42(6)]
  NO       both [Art. 42(6)]
    YES      alpha holds [Art. 42(3)(a)]
    YES      beta holds (the opposite counts) [Art. 42(3)(b)]"""
    )


def test_the_opposite_of_a_fact_about_a_subject_names_the_subject() -> None:
    """Which of several things the fact is about is told, also where the fact is negated."""
    finding = all_of("s", art(42, 6), ~leaf("beta", True, "data[2]"), ~leaf("beta", False, "data[3]"))
    assert (
        finding.explain()
        == """\
NO       s [Art. 42(6)]
  YES      item 3: beta holds (the opposite counts) [Art. 42(3)(b)]
  NO       item 4: beta holds (the opposite counts) [Art. 42(3)(b)]"""
    )


def test_an_opposite_that_is_settled_by_itself_has_an_answer_of_its_own() -> None:
    """Where what is denied leaves open what holds in every case, the answer of the opposite is told and not lost."""
    either = any_of("one or the other", art(42, 6), leaf("alpha", None), ~leaf("alpha", None))
    assert (
        all_of("s", art(42, 6), exactly(~either)).explain()
        == """\
NO       s [Art. 42(6)]
  NO       the opposite of: one or the other [Art. 42(6)]
    it holds however what is open below turns out, for that cannot all come together
    UNKNOWN  one or the other [Art. 42(6)]
      UNKNOWN  alpha holds [Art. 42(3)(a)]
      UNKNOWN  alpha holds (the opposite counts) [Art. 42(3)(a)]"""
    )


def test_a_reading_is_told_once() -> None:
    """The same options are not told again; options that come to something else are, below the question named again."""
    once, other = floor(AS_ADOPTED), ~on_each(leaf("alpha", None), leaf("beta", True))
    assert (
        all_of("s", art(42, 6), once, said_of("data[1]", once)).explain()
        == """\
YES      s [Art. 42(6)]
  YES      it is in time [Art. 42(8)]
    contested: From which day are the sixty days of preservation counted?
      YES      adopted: the sixty days are counted from the day on which the preservation takes effect
        YES      alpha holds [Art. 42(3)(a)]
      NO       otherwise, if the sixty days are counted from the day on which the requested State receives the request
  YES      item 2: it is in time [Art. 42(8)]
    contested, as above: From which day are the sixty days of preservation counted?"""
    )
    again = any_of("s", art(42, 6), other, on_each(leaf("alpha", None), leaf("beta", False))).explain()
    assert again.count("    contested: ") == again.count("    contested, as above: ") == 1
    assert again.count("if the requested State decides as it sees fit") == 2


def floor(under: Readings) -> Finding:
    """Return a finding on a reading that the register adopts."""
    answers = {FloorStart.EFFECTED: leaf("alpha", True), FloorStart.RECEIVED: ~leaf("beta", True)}
    return by_reading("it is in time", FloorStart, answers).under(under)


def test_a_reading_that_was_adopted_is_told() -> None:
    """The question is told, the option adopted with its reasons, and the other with its answer alone."""
    assert (
        floor(AS_ADOPTED).explain()
        == """\
YES      it is in time [Art. 42(8)]
  contested: From which day are the sixty days of preservation counted?
    YES      adopted: the sixty days are counted from the day on which the preservation takes effect
      YES      alpha holds [Art. 42(3)(a)]
    NO       otherwise, if the sixty days are counted from the day on which the requested State receives the request"""
    )


def test_a_reading_that_was_chosen_is_told() -> None:
    """An option that the caller chose against the register is called chosen, and one chosen with it adopted."""
    assert (
        floor(Readings.of(FloorStart.RECEIVED)).explain()
        == """\
NO       it is in time [Art. 42(8)]
  contested: From which day are the sixty days of preservation counted?
    YES      otherwise, if the sixty days are counted from the day on which the preservation takes effect
    NO       chosen: the sixty days are counted from the day on which the requested State receives the request
      YES      beta holds (the opposite counts) [Art. 42(3)(b)]"""
    )
    assert floor(Readings.of(FloorStart.EFFECTED)).explain() == floor(AS_ADOPTED).explain()


def test_the_decisive_part_of_a_reading_is_told() -> None:
    """Where only the option that counts was kept, only that is told."""
    assert (
        floor(Readings.of(FloorStart.RECEIVED)).decisive().explain()
        == """\
NO       it is in time [Art. 42(8)]
  contested: From which day are the sixty days of preservation counted?
    NO       chosen: the sixty days are counted from the day on which the requested State receives the request
      YES      beta holds (the opposite counts) [Art. 42(3)(b)]"""
    )


def test_an_open_reading_is_told_on_each_of_its_options() -> None:
    """No option is called adopted or chosen where none is; what the text settles on an option needs no second line."""
    settled = by_text(True, "the request must be granted", art(42, 9))
    finding = all_of("s", art(42, 9), ~on_each(settled, leaf("beta", None)))
    assert (
        finding.explain()
        == """\
UNKNOWN  s [Art. 42(9)]
  UNKNOWN  it must be granted (the opposite counts) [Art. 42(9), Art. 42(6)]
    contested: Is the requested State obliged to grant an extension that was asked for in time?
      YES      if an extension is governed like the request for preservation: refusal only on the closed list
      UNKNOWN  if the requested State decides as it sees fit
        UNKNOWN  beta holds [Art. 42(3)(b)]"""
    )


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


def test_a_reading_with_one_option_is_no_question() -> None:
    """An entry in the making has one option: there is nothing to choose, so it is told and asks nothing."""
    finding = by_reading("it is so", InTheMaking, {InTheMaking.ONLY: leaf("alpha", None)})
    assert finding.open_questions == (question("alpha"),)
    assert (
        finding.explain()
        == """\
UNKNOWN  it is so [Art. 42(9)]
  contested: Is there another?
    UNKNOWN  if the only one that anybody has thought of
      UNKNOWN  alpha holds [Art. 42(3)(a)]"""
    )


@given(cases(readings=True))
def test_an_explanation_shows_every_fact_on_which_the_answer_rests(case: Case) -> None:
    """Each live leaf has a line with its words, and the first line has the answer."""
    finding = case.finding
    text = finding.explain()
    leaves = [node for node in finding.walk() if node.kind is Kind.FACT]
    assert text.startswith(finding.truth.name)
    assert all(node.statement in text for node in leaves)
    said = [line.words for line in lines(finding)]
    told = [words for words in said if " holds" in words and not words.startswith("the opposite of: ")]
    assert len(told) == len(leaves) or "contested, as above: " in text


@pytest.mark.long
def test_formulas_repeat_readings_and_facts() -> None:
    """The strategies of these tests do reach what the tests are about: a repeated fact, and a repeated reading."""
    found = {"fact": False, "reading": False}

    @given(cases(readings=True))
    @effort(2000)
    def look(case: Case) -> None:
        mentioned = [part.reading.id for part in parts(case.formula) if isinstance(part, Split)]
        found["reading"] |= len(set(mentioned)) < len(mentioned)
        leaves = [node.about for node in case.finding.walk() if node.kind is Kind.FACT]
        found["fact"] |= len(set(leaves)) < len(leaves)

    look()
    assert found == {"fact": True, "reading": True}


def test_an_answer_turns_on_a_reading_of_which_another_option_would_change_it() -> None:
    """What a finding consulted and what it turns on are told apart."""
    law, yes = art(42, 8), derived(True, "it holds", art(42, 8))
    idle = by_reading("on either day", FloorStart, {FloorStart.EFFECTED: yes, FloorStart.RECEIVED: yes})
    divided = by_reading("in either way", ExpiryDay, dict(zip(ExpiryDay, (yes, ~yes), strict=True)))
    both = all_of("both", law, idle, divided)
    assert [consulted.reading for consulted in both.readings] == [FloorStart, ExpiryDay]
    assert [consulted.reading for consulted in both.turns_on] == [ExpiryDay]


def test_what_cannot_all_come_together_is_decisive() -> None:
    """Where limbs exclude each other, the answer is theirs together: the fewest of them are kept, and it is said."""
    law = art(42, 8)
    held, other = (derived(None, text, law) for text in ("it holds", "another thing"))
    never = exactly(all_of("all of them", law, other, held, ~held))
    assert never.is_no
    assert never.decisive().because == (held, ~held)
    assert IN_EVERY_CASE in never.explain()
    always = exactly(any_of("any of them", law, other, held, ~held))
    assert (always.is_yes, always.decisive().because) == (True, (held, ~held))
    nested = exactly(all_of("all of both", law, any_of("any", law, held, ~held), any_of("any", law, other, ~other)))
    assert [limb.is_yes for limb in nested.decisive().because] == [True, True]
    whole = all_of("it holds, and beside it a fact", law, held, leaf("alpha", True))
    settled = exactly(any_of("either", law, whole, ~held))
    assert (settled.is_yes, settled.decisive().because) == (True, (whole, ~held)), "the fact is why, and is told"


@pytest.mark.parametrize("count", [inquiry.MOST_SEARCHED, inquiry.MOST_SEARCHED + 1])
def test_of_very_many_days_all_that_are_mentioned_stay_open(count: int) -> None:
    """Among few, one that cannot matter is left out; of more, none is looked for, and all stay open."""
    known = fixed_day(date(2028, 1, 1), "the day")
    asked = [Question(f"x.on_{n}", f"day {n}", (AUTHORITY,), Role.CASE_HOLDER) for n in range(count)]
    days = (Day(FIRST, LAST, one.statement, (AUTHORITY,), Kind.DERIVED, (), one) for one in asked)
    idle, first, *others = (not_after("it comes by then", AUTHORITY, one, known) for one in days)
    both = all_of("both come by then", AUTHORITY, idle, first)  # where both do, the first does
    found = any_of("one of them comes by then", AUTHORITY, both, first, *others).open_questions
    assert set(found) == set(asked if count > inquiry.MOST_SEARCHED else asked[1:])
