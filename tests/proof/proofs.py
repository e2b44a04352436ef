"""The proof of a rule: every path of it, every state of its facts, and samples that hold the planes to the rule."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from random import Random
from typing import cast

from attrs import frozen

from tests.proof.formulas import CONSTANT
from tests.proof.paths import DIGIT, VALUES, Assignment, Call, Paths, closed, findings_in, paths_of, problems_of
from tests.proof.problems import DOUBT, INEXACT, Examined, Fault, Gathered, Problem, examine, gathered
from tests.proof.source import Source
from tests.proof.watch import watching
from uncc.kernel.completions import everything_in
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Question
from uncc.kernel.findings import Finding, Kind, Truth
from uncc.kernel.quantities import Quantity

MOST_AT_ONCE = 9
"""How many variables are planes as they are; beyond, a part that shares no fact with the rest is taken as one."""
MOST_VARIABLES = 17
"""Of how many variables the planes are drawn at all."""


class CounterexampleError(AssertionError):
    """A rule does not hold what every rule must: `what` says which, and the message is a test that shows it."""

    def __init__(self, what: str, code: str) -> None:
        super().__init__(f"{what}\n\n{code}")
        self.what = what
        self.code = code


class TooLargeError(Exception):
    """A rule of more facts than planes are drawn for."""


@frozen
class Proof:
    """What was proved: over how many states, in how many settings of the other arguments, and the most variables."""

    states: int
    settings: int
    largest: int
    """The variables of the largest space whose states were all drawn."""
    has_facts: bool
    """Whether there are facts in the arguments."""


@frozen(eq=False)
class Claim:
    """One finding of a call: the problem that it is, its variables in order, and what was found of it."""

    key: Hashable
    problem: Problem
    variables: Sequence[Hashable]
    gathered: Gathered | None
    examined: Examined
    one_of_several: bool
    """Whether the finding has several formulas, so that a state does not tell which is meant."""

    def digits(self, known: Assignment) -> tuple[int, ...]:
        """Return the state of the variables where these facts are known."""
        return tuple(DIGIT[known.get(name)] if isinstance(name, str) else 0 for name in self.variables)

    def truth(self, known: Assignment) -> Truth:
        """Return what the planes claim."""
        whole = self.digits(known)
        return self.examined.truth(self.gathered.digits(whole) if self.gathered else whole)

    def open_variables(self, known: Assignment) -> set[Hashable] | None:
        """Return the variables that are pivotal; `None` where the planes do not tell."""
        if self.examined.pivotal is None:
            return None
        whole = self.digits(known)
        if self.gathered is None:
            return {self.variables[place] for place in self.examined.open_places(whole)}
        places = self.examined.open_places(self.gathered.digits(whole))
        return {self.variables[place] for place in self.gathered.open_places(places, whole)}


@frozen
class Kinds:
    """What kind of rule it is.

    - `complete`: once its facts are known, nothing else may be open.
    - `left_out_is_no`: a finding that it leaves out on some path is as good as one that is NO.
    """

    complete: bool = False
    left_out_is_no: bool = False


class Prover:
    """A call on the way to its proof."""

    def __init__(self, call: Call, kind: Kinds) -> None:
        self.call = call
        self._kind = kind
        self._missing = CONSTANT[Truth.NO] if kind.left_out_is_no else None
        self.paths: Paths = paths_of(call)
        self._hold_shape()
        self.claims = list(self._claims())

    @property
    def states(self) -> int:
        """How many states of the facts were covered: of those on which the largest finding rests."""
        return int(3 ** max((claim.problem.facts for claim in self.claims), default=0))

    @property
    def largest(self) -> int:
        """The variables of the largest space."""
        return max((len(claim.examined.space.radices) for claim in self.claims), default=0)

    def _hold_shape(self) -> None:
        """Every leaf is a fact given, a circumstance derived or settled by the text; each node cites a provision."""
        for known, outcome in self.paths.outcomes:
            for key, finding in outcome.items():
                wrong = fault_of_shape(finding)
                if wrong:
                    raise CounterexampleError(wrong, shown(self.call, known, key, _SHAPE))

    def _claims(self) -> Iterator[Claim]:
        keys = dict.fromkeys(key for _, found in self.paths.found for key in found)
        for key in keys:
            posed = problems_of(self.paths, key, self._missing)
            for problem, variables in posed:
                yield self._claim(key, problem, variables, one_of_several=len(posed) > 1)

    def _claim(self, key: Hashable, problem: Problem, variables: Sequence[Hashable], *, one_of_several: bool) -> Claim:
        smaller = gathered(problem) if len(problem.radices) > MOST_AT_ONCE else None
        drawn = smaller.problem if smaller else problem
        if len(drawn.radices) > MOST_VARIABLES:
            raise TooLargeError(len(drawn.radices))
        examined = examine(drawn, complete=self._kind.complete)
        claim = Claim(key, problem, variables, smaller, examined, one_of_several)
        if claim.examined.fault is not None:
            raise self._counterexample(claim, claim.examined.fault)
        return claim

    def _counterexample(self, claim: Claim, fault: Fault) -> CounterexampleError:
        def known(digits: tuple[int, ...]) -> dict[str, Fact]:
            whole = claim.gathered.whole(digits, len(claim.variables)) if claim.gathered else digits
            return {
                name: VALUES[digit] for name, digit in zip(claim.variables, whole, strict=True) if isinstance(name, str)
            }

        here = known(fault.digits)
        if fault.what == DOUBT:
            return CounterexampleError("doubt where every fact is known", shown(self.call, here, claim.key, _SETTLED))
        if fault.what == INEXACT:
            other = claim.examined.overturning(fault)
            if other is not None:
                return CounterexampleError(
                    "a settled answer is overturned", shown_overturned(self.call, here, known(other), claim.key)
                )
            return CounterexampleError(
                "doubt that no completion bears out",
                shown(self.call, here, claim.key, f"assert finding.truth is Truth.{fault.expected.name}"),  # type: ignore[union-attr]
            )
        return CounterexampleError(
            "the open questions are not those that are pivotal",
            shown(self.call, here, claim.key, _questions(self._questions(claim, here))),
        )

    def _questions(self, claim: Claim, known: Assignment) -> set[tuple[str, str]]:
        posed = {slot: question for question, slot in self.paths.answers.items()}
        told: set[tuple[str, str]] = set()
        for name in claim.open_variables(known) or ():
            if isinstance(name, tuple):
                told.add((str(cast("tuple[str]", name)[0]), ""))
            elif isinstance(name, Question):
                told.add(_told(name))
            elif isinstance(name, str) and name in posed:
                told.add(_told(posed[name]))
        return told

    def sample(self, random: Random, count: int) -> None:
        """Call the rule itself in some states, and hold it against the planes; and equal states against each other."""
        for number in range(count):
            known: Assignment = {} if not number else self._random_state(random)
            try:
                known = closed(known, self.call.ties)  # what follows from one argument for another, a case fills in
                found = findings_in(self.call.run(known))
                again = findings_in(self.call.run(known))
                known = self.call.actual(known)
            except InvalidValue:
                continue
            for claim in self.claims:
                self._compare(claim, known, found.get(claim.key), again.get(claim.key))

    def _random_state(self, random: Random) -> dict[str, Fact]:
        return {name: random.choice((None, None, False, True, True)) for name in sorted(self.paths.facts)}

    def _compare(self, claim: Claim, known: Assignment, finding: Finding | None, again: Finding | None) -> None:
        if finding != again:
            raise CounterexampleError("equal states give unequal findings", shown(self.call, known, claim.key, _EQUAL))
        if claim.one_of_several or (finding is None and self._missing is None):
            return
        truth = Truth.NO if finding is None else finding.truth
        if truth is not claim.truth(known):
            raise CounterexampleError(
                "the planes are not the rule",
                shown(self.call, known, claim.key, f"assert finding.truth is Truth.{claim.truth(known).name}"),
            )
        if finding is None:
            return
        wrong = fault_of_shape(finding)
        if wrong:
            raise CounterexampleError(wrong, shown(self.call, known, claim.key, _SHAPE))
        if claim.open_variables(known) is not None and _all_named(claim):
            expected = self._questions(claim, known)
            if {_told(question) for question in finding.open_questions} != expected:
                raise CounterexampleError(
                    "the open questions are not those that are pivotal",
                    shown(self.call, known, claim.key, _questions(expected)),
                )


def _all_named(claim: Claim) -> bool:
    """Whether every fact that the rule looked at stands in its finding by name."""
    from tests.proof.formulas import variables

    named = {place for cell in claim.problem.cells for place in variables(cell.formula)}
    return named >= set(range(claim.problem.facts))


def _told(question: Question) -> tuple[str, str]:
    return question.name, question.subject


_LEAVES = {Kind.FACT, Kind.DERIVED, Kind.TEXT, Kind.ALL, Kind.ANY, Kind.NONE}
"""What stands at the end of a branch. A way of joining does only where the case has nothing of what it would join."""


def fault_of_shape(finding: Finding) -> str | None:
    """Return what is wrong with the form of a finding, if anything."""
    for node in everything_in(finding):
        if isinstance(node, Quantity) and node.kind is Kind.TEXT:
            continue  # a plain number or day, which the words above it name
        if not node.authority:
            return "a finding cites no provision"
        if not node.statement or node.statement.endswith("."):
            return "a statement ends like a sentence"
        if not node.because and node.kind not in _LEAVES:
            return "a leaf is no fact, no circumstance and not settled by the text"
        if not node.because and (node.about is None) is (node.kind in {Kind.FACT, Kind.DERIVED}):
            return "a leaf poses no question"
    return None


def prove(
    calls: Sequence[Call], kind: Kinds = Kinds(), *, seed: str = "", samples: int = 40, most_paths: int = 600
) -> Proof:
    """Prove a rule in each of these calls; `CounterexampleError` where it does not hold.

    Of a rule that looks at many facts only as many calls are taken as its paths allow.
    """
    provers: list[Prover] = []
    paths = 0
    with watching():
        for call in calls:
            if paths > most_paths:
                break
            provers.append(Prover(call, kind))
            paths += len(provers[-1].paths.found) - 1
    random = Random(seed)
    for prover in provers:
        prover.sample(random, max(2, -(-samples // len(provers))))
    return Proof(
        states=sum(prover.states for prover in provers),
        settings=len(provers),
        largest=max((prover.largest for prover in provers), default=0),
        has_facts=any(prover.call.slots for prover in provers),
    )


# Counterexamples

_SETTLED = "assert finding.truth is not Truth.UNKNOWN"
_EQUAL = "assert finding == again"
_SHAPE = "assert fault_of_shape(finding) is None"


def _questions(expected: set[tuple[str, str]]) -> str:
    """Return the claim that these are the open questions, by name and subject."""
    return f"assert sorted((one.name, one.subject) for one in finding.open_questions) == {sorted(expected)!r}"


def shown(call: Call, known: Assignment, key: Hashable, claim: str) -> str:
    """Return a test that calls the rule in a state and makes a claim which does not hold."""
    made, imports = _made(call, known, key)
    again = [f"    again = {made}"] if claim == _EQUAL else []
    return _test(imports, claim, [f"    finding = {made}", *again, f"    {claim}"])


def shown_overturned(call: Call, before: Assignment, after: Assignment, key: Hashable) -> str:
    """Return a test that calls the rule before and after something became known."""
    early, imports = _made(call, before, key)
    late, more = _made(call, after, key)
    claim = "assert before.truth in {Truth.UNKNOWN, after.truth}"
    return _test(imports | more, claim, [f"    before = {early}", f"    after = {late}", f"    {claim}"])


def _made(call: Call, known: Assignment, key: Hashable) -> tuple[str, set[str]]:
    """Return the finding of a call in a state as Python, and the imports that it needs."""
    called, imports = call.shown(known)
    source = Source()
    return f"findings_in({called})[{source.of(key)}]", imports | source.imports


def _test(imports: set[str], claim: str, body: list[str]) -> str:
    needed = {*imports, "from tests.proof.paths import findings_in"}
    if "Truth" in claim:
        needed.add("from uncc.kernel.findings import Truth")
    if "fault_of_shape" in claim:
        needed.add("from tests.proof.proofs import fault_of_shape")
    return "\n".join([*sorted(needed), "", "", "def test_the_counterexample():", *body, ""])
