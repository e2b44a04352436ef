"""One decision with its reasons, and many at once, beside other systems.

The full explanation of a decision is its finding: every limb with its answer, its statement and its citations, as
values. The library gives it with the answer. A line of its own walks it and reads every statement and citation, so
that nothing is gained by putting work off; another line renders it as text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from itertools import islice
from random import Random
from typing import Any

from benchmarks.clock import Contender, over, ratios, rounds
from benchmarks.measures import Effort, Measure, Subject, WrongAnswerError, installed
from benchmarks.rule import (
    FACTS,
    PIVOTAL,
    Models,
    Values,
    all_completed,
    bare,
    completed,
    decide,
    formula,
    mixed,
    models,
    row,
)
from uncc import Column, Finding, Formula, Ground, decide_columns, explore, may_refuse
from uncc.cooperation import may_refuse_preservation
from uncc.kernel.findings import Node, Truth

__all__ = ["PEERS", "measure_batches", "measure_decisions", "same_answers"]

BARE = "the bare function (the yardstick)"
DECIDED = "uncc: the finding with all its reasons"
EXPLORED = "uncc: `explore`, all 256 completions of the open facts, with the weight of each"
IN_COLUMNS = "uncc: `decide_columns` over {:,} cases, columns given"
MANY = (100_000, 1_000_000)
"""How many cases have true, false and unknown mixed in columns."""
CASES = 64
"""How many cases with true, false and unknown mixed are decided in turn."""
BY_FORMULA = "uncc: by formula, the answer alone"
FOUND_BY_FORMULA = "uncc: by formula, the finding with all its reasons"
READ_BY_FORMULA = "uncc: by formula, every limb, statement and citation read"
UNLIKE_BY_FORMULA = "uncc: by formula, the finding, {:,} cases of which no two are alike"
UNLIKE = 4_096
"""How many cases are decided of which no two are alike, so that keeping earlier answers helps little."""
PEERS = {
    "cel": "cel_peer",
    "pythen": "pythen_peer",
    "regopy": "rego_peer",
    "zen": "zen_peer",
    "openfisca_core": "openfisca_peer",
}
"""Each peer's module, and that of the rule written for it."""
_NAMES = {
    "cel": "CEL in Rust",
    "pythen": "PYTHEN",
    "regopy": "Rego in C++",
    "zen": "ZEN engine",
    "openfisca_core": "OpenFisca",
}
_EXPLAINED = {
    "pythen": "the steps as text",
    "zen": "the trace",
    "openfisca_core": "the trace",
}


def _peers() -> Iterator[tuple[str, Any]]:
    for module, ours in PEERS.items():
        if installed(module):
            yield module, import_module(f"benchmarks.peers.{ours}")


def same_answers() -> None:
    """Hold every answer to all 1,024 two-valued cases against that of the bare function.

    And the library's answers to three-valued cases against those of their completions: settled is final, and no idle
    doubt. `WrongAnswerError` where one differs.
    """
    for values in all_completed():
        _expect("uncc", values, Truth.of(bare(*values)), decide(*models(*values)).truth)
    asked = formula()
    for some in mixed(CASES):
        found = decide(*models(*some)).truth
        for answer in (asked.truth(row(asked, some)), asked.decided(row(asked, some)).truth):
            _expect("uncc, by formula", some, found, answer)
    for open_values in islice(mixed(CASES), 16):
        answers = {bare(*one) for one in all_completed() if _completes(one, open_values)}
        expected = Truth.of(answers.pop()) if len(answers) == 1 else Truth.UNKNOWN
        _expect("uncc", open_values, expected, decide(*models(*open_values)).truth)
    for module, peer in _peers():
        for values in all_completed():
            _expect(module, values, bare(*values), peer.answer(peer.case(values)))


def _completes(one: tuple[bool, ...], values: tuple[bool | None, ...]) -> bool:
    return all(value in (None, made) for made, value in zip(one, values, strict=True))


def _expect(who: str, values: object, expected: object, found: object) -> None:
    if found is not expected:
        raise WrongAnswerError(f"{who} answers {found!r} and not {expected!r} to {values!r}")


def read_all(finding: Node) -> int:
    """Visit every limb of a finding and read its statement and citations; return how many limbs have both."""
    read, limbs = 0, [finding]
    for limb in limbs:  # those below it come after it
        limbs += limb.because
        if limb.statement and limb.authority:
            read += 1
    return read


def _read(*case: Any) -> int:
    return read_all(decide(*case))


def _told(*case: Any) -> str:
    return decide(*case).explain()


def _one_ground(request: Any, position: Any, requested: Any) -> Finding:
    return may_refuse_preservation(request, Ground.DUAL_CRIMINALITY, position=position, requested=requested)


def _by_verb(request: Any, position: Any, requested: Any) -> Finding:
    return may_refuse(request, Ground.DUAL_CRIMINALITY, position=position, requested=requested)


def _from_values(*values: Any) -> Finding:
    return decide(*models(*values))


def measure_decisions(effort: Effort) -> Iterator[Measure]:
    """Measure one decision, ours and that of every peer that is installed."""
    three_valued = mixed(CASES)
    two_valued = [completed(values) for values in three_valued]
    cases: list[Models] = [models(*values) for values in three_valued]
    unlike = [models(*values) for values in islice(dict.fromkeys(mixed(2 * UNLIKE)), UNLIKE)]

    def one(name: str, function: Callable[..., object], given: Sequence[tuple[Any, ...]]) -> Contender:
        return Contender(name, over(function, given), CASES)

    asked = formula()
    rows = [(row(asked, values),) for values in three_valued]
    unlike_rows = [row(asked, values) for values in islice(dict.fromkeys(mixed(2 * UNLIKE)), UNLIKE)]
    contenders = [
        one(BARE, bare, two_valued),
        one(BY_FORMULA, asked.truth, rows),
        one(FOUND_BY_FORMULA, asked.decided, rows),
        one(READ_BY_FORMULA, lambda values: read_all(asked.decided(values)), rows),
        Contender(UNLIKE_BY_FORMULA.format(UNLIKE), _by_new_formula(asked, unlike_rows), UNLIKE),
        one(DECIDED, decide, cases),
        one("uncc: every limb, statement and citation read", _read, cases),
        one("uncc: with the text rendered", _told, cases),
        one("uncc: the models made from ten values as well", _from_values, three_valued),
        one("uncc: want of dual criminality alone", _one_ground, cases),
        one("uncc: the same, asked by the verb for every request", _by_verb, cases),
        Contender(f"uncc: the finding, {UNLIKE:,} cases of which no two are alike", over(decide, unlike), UNLIKE),
    ]
    for module, peer in _peers():
        given = [(peer.case(values),) for values in two_valued]
        contenders.append(one(f"{_NAMES[module]}: the answer alone", peer.answer, given))
        if module in _EXPLAINED:
            contenders.append(one(f"{_NAMES[module]}: with {_EXPLAINED[module]}", peer.explained, given))
    targets: dict[str, float] = {
        BY_FORMULA: 9,
        FOUND_BY_FORMULA: 8,
        READ_BY_FORMULA: 60,
        UNLIKE_BY_FORMULA.format(UNLIKE): 50,
        DECIDED: 120,
    }
    yield from _measures(Subject.DECISION, contenders, effort, targets)


def _by_new_formula(asked: Formula, rows: Sequence[Values]) -> Callable[[], None]:
    """Return what decides each case once, by a formula that has decided none before, its making included."""

    def run() -> None:
        decided = Formula(asked.asked).decided
        for values in rows:
            decided(values)

    return run


def measure_batches(effort: Effort) -> Iterator[Measure]:
    """Measure what one case costs among many."""
    two_valued = list(all_completed())
    finding = decide(*models(*[None] * len(FACTS)))
    found = explore(finding)
    expected = sum(bare(*values) for values in two_valued) * found.total // len(two_valued)
    if (found.total, found.yes) != (2 ** len(PIVOTAL), expected):
        raise WrongAnswerError(f"explore finds {found.yes} of {found.total} completions, and not {expected}")
    contenders = [
        Contender(BARE, over(bare, two_valued), len(two_valued)),
        Contender(EXPLORED, lambda: explore(finding), found.total),
        *(_in_columns(finding, count) for count in MANY),
        *_in_and_out(finding, MANY[0]),
    ]
    if installed("openfisca_core"):
        peer = import_module("benchmarks.peers.openfisca_peer")
        many = two_valued * 100
        columns = peer.Columns(many)
        if list(columns.answers()) != [bare(*values) for values in many]:
            raise WrongAnswerError("OpenFisca answers otherwise when it is given columns")
        name = f"OpenFisca: the step of calculation over {len(many):,} cases, columns given"
        contenders.append(Contender(name, columns.answers, len(many)))
    yield from _measures(
        Subject.BATCH,
        contenders,
        effort,
        {EXPLORED: 3, IN_COLUMNS.format(MANY[0]): 0.004, IN_COLUMNS.format(MANY[1]): 0.0015},
    )


def _in_columns(finding: Finding, count: int) -> Contender:
    """Return the contender that decides so many cases in columns; `WrongAnswerError` where one is decided wrongly."""
    chance = Random(count)  # cases, not secrets
    values = {question: chance.choices((True, False, None), k=count) for question in finding.open_questions}
    columns = {question: Column.of(row) for question, row in values.items()}
    answers = decide_columns(finding, columns)
    for case in range(0, count, count // 16):
        alone = decide_columns(finding, {question: Column.of(row[case : case + 1]) for question, row in values.items()})
        if answers[case] is not alone[0]:
            raise WrongAnswerError(f"the columns answer {answers[case]} and not {alone[0]} in case {case}")
    return Contender(IN_COLUMNS.format(count), lambda: decide_columns(finding, columns), count)


def _in_and_out(finding: Finding, count: int) -> Iterator[Contender]:
    """Yield what brings one fact of so many cases into a column, and their answers out of it."""
    values = Random(count).choices((True, False, None), k=count)  # cases, not secrets
    column = Column.of(values)
    width = (count + 7) // 8
    packed = column.yes.to_bytes(width, "little"), column.no.to_bytes(width, "little")
    answers = decide_columns(finding, {finding.open_questions[0]: column})
    if Column.packed(*packed, count) != column or [answers[case] for case in range(64)] != list(answers)[:64]:
        raise WrongAnswerError("a column does not come in, or its answers do not come out, as they are")
    yield Contender(f"uncc: `Column.of`, one fact of {count:,} cases", lambda: Column.of(values), count)
    yield Contender(
        f"uncc: `Column.packed`, one fact of {count:,} cases as bits", lambda: Column.packed(*packed, count), count
    )
    yield Contender(f"uncc: the answers of {count:,} cases, listed", lambda: list(answers), count)


def _measures(
    subject: Subject, contenders: Sequence[Contender], effort: Effort, targets: dict[str, float]
) -> Iterator[Measure]:
    found = list(rounds(contenders, count=effort.rounds, slice_seconds=effort.slice_seconds))
    for name, spread in ratios(found, BARE).items():
        yield Measure(subject=subject, who=name, spread=spread, target=targets.get(name))
