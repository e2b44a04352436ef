"""The proof can fail: each rule that is wrong on purpose is found, with a counterexample that runs and fails."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.proof import wrong
from tests.proof.calls import calls_of
from tests.proof.paths import ConfusedError
from tests.proof.proofs import CounterexampleError, Kinds, prove
from tests.proof.rules import Rule
from tests.proof.wrong import Weather
from uncc.kernel.findings import Finding, given
from uncc.kernel.provisions import art

WRONG: dict[str, tuple[Callable[..., Finding], str]] = {
    "mentions a fact twice": (wrong.mentions_twice, "doubt that no completion bears out"),
    "folds unknown into no": (wrong.folds_unknown_into_no, "a settled answer is overturned"),
    "cites no provision": (wrong.cites_nothing, "a finding cites no provision"),
    "ends in nothing": (wrong.ends_in_nothing, "a leaf is no fact, no circumstance and not settled by the text"),
    "keeps a fact to itself": (wrong.keeps_a_fact_to_itself, "a settled answer is overturned"),
    "forgets a question": (wrong.forgets_a_question, "the open questions are not those that are pivotal"),
    "changes its mind": (wrong.changes_its_mind, "equal states give unequal findings"),
}


def _found(function: Callable[..., Any]) -> CounterexampleError:
    with pytest.raises(CounterexampleError) as caught:
        prove(calls_of(Rule(function.__name__, function, {"weather": Weather})))
    return caught.value


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_rule_is_found(name: str) -> None:
    """The counterexample says what is wrong, and is a test that fails."""
    function, what = WRONG[name]
    found = _found(function)
    assert found.what == what
    names: dict[str, Any] = {}
    exec(compile(found.code, "counterexample", "exec"), names)
    with pytest.raises(AssertionError):
        names["test_the_counterexample"]()


def test_the_counterexample_can_be_pasted_into_a_file(tmp_path: Path) -> None:
    """As printed, it is a file that pytest runs, with one failure and no error."""
    file = tmp_path / "test_pasted.py"
    file.write_text(_found(wrong.folds_unknown_into_no).code, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n0", str(file)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "1 failed" in ran.stdout


def test_doubt_where_all_is_known_is_found() -> None:
    """Where the facts are said to be all that there is, nothing may be open once they are known."""
    calls = calls_of(Rule("doubts_to_the_end", wrong.doubts_to_the_end, {"weather": Weather}))
    assert prove(calls).states == 3
    with pytest.raises(CounterexampleError) as caught:
        prove(calls, Kinds(complete=True))
    assert caught.value.what == "doubt where every fact is known"


def test_two_facts_in_the_same_words_are_found() -> None:
    """A finding that asks one question about two facts cannot say which of them is open."""
    rule = Rule("confuses_two", wrong.confuses_two, {"one": Weather, "other": Weather})
    with pytest.raises(ConfusedError):
        prove(calls_of(rule))


def test_a_right_rule_is_proved() -> None:
    """A fact that is given, and nothing else, has three states and no counterexample."""

    def rains(weather: Weather) -> Finding:
        return given(weather, wrong.W.rains)

    assert prove(calls_of(Rule("rains", rains, {"weather": Weather}))).states == 3
    assert art(42, 6) in rains(Weather()).authority
