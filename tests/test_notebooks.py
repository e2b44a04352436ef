"""Every notebook under `examples/notebooks` runs from its first cell to its last, and answers its question."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

NOTEBOOKS = Path(__file__).resolve().parents[1] / "examples" / "notebooks"
CELL = re.compile(r"^```\{code-cell\}\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
TITLE = re.compile(r"^# .+\n\n\*\*[^*]+\?\*\*$", re.MULTILINE)


def printed(name: str) -> str:
    """Return what the cells of a notebook print, run in order as one program."""
    out, space = io.StringIO(), {"__name__": "notebook"}
    with contextlib.redirect_stdout(out):
        for cell in CELL.finditer((NOTEBOOKS / name).read_text(encoding="utf-8")):
            exec(compile(cell["code"], name, "exec"), space)
    return out.getvalue()


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.md")), ids=lambda path: path.name)
def test_each_opens_with_a_question(path: Path) -> None:
    """The first thing below the title is a question that somebody has."""
    assert TITLE.search(path.read_text(encoding="utf-8"))


@pytest.mark.long
def test_a_ransomware_case_across_three_states() -> None:
    """Sixty days from 10 March 2028 end on 9 May; the reservation never reaches an offence of the Convention."""
    out = printed("ransomware.md")
    assert "the data are safe until 2028-05-09" in out
    assert "NO       dual-criminality: a reservation lets preservation be refused for want of dual criminality" in out
    assert "no day is set, until it is decided" in out
    assert "YES      the case must be submitted to the competent authorities for prosecution [Art. 37(11)]" in out
    assert "YES      the State must have taken measures to establish its jurisdiction over the offence" in out
    kinds = ("expedited", "mutual", "extradition", "confiscation")
    opened = [line.split()[-2:] for line in out.splitlines() if line.startswith(kinds)]
    assert opened == [["yes", "yes"], ["yes", "unknown"], ["yes", "no"], ["yes", "no"]]


def test_a_legislator_checks_a_bill() -> None:
    """A form left out and an element that no article permits are gaps; a permitted element is none."""
    out = printed("cybercrime_bill.md").splitlines()
    assert out[0] == "illegal-access: 0 gap(s)"
    assert "  Clause 4, destruction of data: does not reach: electronic data are suppressed [Art. 9(1)]" in out
    assert [line for line in out if line.startswith("  Clause 5")]
    assert out.count("data-interference 0 gap(s)") == out.count("system-interference 0 gap(s)") == 1
    assert [line for line in out if "years:" in line] == ["2 years: no", "3 years: no", "4 years: yes", "5 years: yes"]
    articles = [line.split()[2] for line in out if line.startswith("Art. ")]
    assert articles == ["yes", "no", "yes", "yes", *["no"] * 7]


def test_a_ministry_plans_its_deposit() -> None:
    """Ninety days from the deposit that completes the number, thirty from a later one; four letters on the day."""
    out = printed("joining.md").splitlines()
    assert [line.split()[-3] for line in out if line.startswith("deposit on")] == [
        "2027-09-29",
        "2027-11-30",
        "2028-04-09",
        "2027-09-29",
        "2027-10-01",
        "2028-02-09",
    ]
    letters = [line.removeprefix("2027-09-01 ") for line in out if line.startswith("2027-09-01")]
    assert letters == ["[Art. 37(6)(a)]", "[Art. 37(19)]", "[Art. 40(12)(c)]", "[Art. 40(13)]"]
    assert [line.split()[-1] for line in out if line.startswith("Caldera and")] == ["no", "yes", "no", "yes"]


def test_refusals_between_pairs_of_states() -> None:
    """The matrix by hand: a reservation, a condition and a doubt for preserving; a crime in both for assisting."""
    out = printed("refusal_matrix.md")
    names = ("Astoria", "Borduria", "Caldera", "Drovia", "Esteria")
    rows = [line.split() for line in out.splitlines() if line.startswith(names)]
    assert [row for row in rows if set(row[1:]) <= {"yes", "-", "?"}] == [
        ["Astoria", "yes", "?", "-", "?"],
        ["Borduria", "-", "?", "-", "?"],
        ["Caldera", "-", "yes", "-", "?"],
        ["Drovia", "-", "yes", "?", "?"],
        ["Esteria", "-", "yes", "?", "-"],
        ["Astoria", "-", "?", "-", "?"],
        ["Borduria", "-", "yes", "yes", "?"],
        ["Caldera", "?", "yes", "?", "?"],
        ["Drovia", "-", "yes", "?", "?"],
        ["Esteria", "?", "?", "?", "?"],
    ]
    lines = out.splitlines()
    whom = "Astoria asks Esteria to disclose; ask the requested State whether"
    assert lines[lines.index(whom) + 1].endswith("the law of the requested State: 6 of 8")
    assert "an offence of the Convention  no       open in 0 of 1" in out
    assert out.count("\n  if ") == 5


@pytest.mark.long
def test_a_file_over_time() -> None:
    """What was late stays broken, what became known later was not known before, and the data wait for the decision."""
    out = printed("file_over_time.md")
    assert "on 22 March: done late" in out
    assert "as known on 20 March: owed, unless it was done or has ended" in out
    assert "broken: YES" in out
    assert "2028-06-01 | to be kept" in out
    assert "2028-06-21 | ended" in out
    assert "inform of outlook: done on 2028-03-20, found late" in out
