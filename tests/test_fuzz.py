"""Hostile input in short: what fuzzing once found, and a few seconds of mutation with a seed for every door.

The long form needs atheris; `fuzz/README.md` says how it is run.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzz.checks import comes_back, faults_are_told, html_is_whole, in_time, is_visible
from fuzz.mutation import mutated
from fuzz.seeds import CORPUS, seeds
from fuzz.targets import TARGETS
from tests.effort import dice, share
from uncc.kernel.errors import DocumentError, Fault
from uncc.kernel.parties import State

RUNS = {"documents": 150, "answers": 80, "tables": 150, "citations": 15_000, "commands": 500}
"""How often each door is tried in the full run; always the same inputs, unless they are drawn freely."""
HEADED = {"documents", "tables", "commands"}


def kept() -> list[Path]:
    """Return the files of the corpus, in order."""
    return sorted(path for path in CORPUS.glob("*/*") if path.parent.name in TARGETS)


@pytest.mark.long
@pytest.mark.parametrize("path", kept(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_found_once(path: Path) -> None:
    """Every input that broke something stays mended."""
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_no_mutation_breaks_what_must_hold(name: str) -> None:
    """Documents, tables and citations spoilt with a seed give an answer that holds, or the errors that are meant."""
    random, others = dice(name), seeds(name)
    for _ in range(share(RUNS[name])):
        data = mutated(random.choice(others), random, others, kind=b"\0" if name in HEADED else b"")
        try:
            TARGETS[name](data)
        except Exception as error:
            error.add_note(f"the input is {data[:2000]!r}")
            raise


# What must hold can fail to hold


@pytest.mark.parametrize(
    "html",
    ["<script>", "<p>", "<b>a</b>", '<p onclick="a">a</p>', "<p><ul></p></ul>", "<!-- a -->", "<?a?>", "<p>\u202e</p>"],
)
def test_html_that_is_not_whole(html: str) -> None:
    """A strange tag or attribute, one left open, a comment, and what cannot be seen are noticed."""
    html_is_whole("<p>a</p>")
    with pytest.raises(AssertionError):
        html_is_whole(html)


@pytest.mark.parametrize("path", ["a[2]", "a[0].c.d", "a[0].b.c", "A", "'x y'.z", "a.b", ""])
def test_a_fault_that_is_nowhere(path: str) -> None:
    """A path must lead into the document; only one plain key at its end can be missing."""
    document = {"a": [{"b": None}, 1], "x y": [], "c-d": {"e": 1}}
    for placed in ("a[0].b", "a[1]", "'x y'", "c-d.e", "a[0].new", "document", "line 3, column 4"):
        faults_are_told(DocumentError([Fault(placed, "is wrong")]), document)
    wrong = DocumentError([Fault(path, "is wrong")])
    with pytest.raises(AssertionError):
        faults_are_told(wrong, document)
    with pytest.raises(AssertionError):
        faults_are_told(DocumentError([Fault("a[0].b", "x" * 4_000)]), document)


def test_what_takes_long_or_changes_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time beyond the bound, a character that cannot be seen, and a value that does not come back."""
    monkeypatch.setattr("fuzz.checks.SECONDS", -1.0)
    with pytest.raises(AssertionError), in_time(0):
        pass
    with pytest.raises(AssertionError):
        is_visible("a\x1b")
    comes_back(State("Astoria"), State)

    def another(_: str, model: type[State]) -> State:
        return model("Borduria")

    monkeypatch.setattr("fuzz.checks.from_json", another)
    with pytest.raises(AssertionError, match="another value"):
        comes_back(State("Astoria"), State)
