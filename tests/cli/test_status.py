"""The command `uncc status`: what it prints, and mistakes in its call."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from uncc.cli import main
from uncc.doors.deposits import load_deposits
from uncc.doors.serial import from_json, to_json
from uncc.final_provisions import Clause, StatusTable, status_table
from uncc.kernel.between import SPELLINGS
from uncc.pages import as_text

DATA = Path(__file__).parents[2] / "examples" / "data"
SIGNATURES = DATA / "cybercrime_convention_signatures.csv"
CORRUPTION = DATA / "uncac_deposits.csv"

Capture = pytest.CaptureFixture[str]


def test_the_table_is_printed_as_text(capsys: Capture) -> None:
    """Text is the form unless another is asked for; the clause is that of the Convention unless another is given."""
    assert main(["status", str(SIGNATURES), "--on", "2026-11-23"]) == 0
    table = status_table(load_deposits(SIGNATURES), date(2026, 11, 23))
    assert capsys.readouterr() == (as_text(table), "")


def test_another_clause(capsys: Capture) -> None:
    """The Convention against Corruption asked for thirty instruments."""
    numbers = ["--instruments", "30", "--days", "90", "--later-days", "30"]
    assert main(["status", str(CORRUPTION), "--on", "2005-10-01", *numbers, "--format", "json"]) == 0
    out = capsys.readouterr().out
    table = status_table(load_deposits(CORRUPTION, Clause(instruments=30)), date(2005, 10, 1))
    assert out == to_json(table) + "\n"
    assert from_json(out, StatusTable) == table
    assert json.loads(out)["entry_into_force"]["on"]["on"] == "2005-12-14"


def test_a_faulty_table(tmp_path: Path, capsys: Capture) -> None:
    """The faults stand below each other, each with its row and column, and the status is 2."""
    path = tmp_path / "deposits.csv"
    path.write_text("participant,date,act\nAstoria,soon,accession\n,2027-07-01,accession\n", encoding="utf-8")
    assert main(["status", str(path), "--on", "2026-11-23"]) == 2
    assert capsys.readouterr() == (
        "",
        "\n  ".join(
            [
                f"uncc: {path}: 2 faults",
                f"row 2, date: 'soon' is not {SPELLINGS}",
                "row 3, participant: is missing\n",
            ]
        ),
    )


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["x.csv"], "the following arguments are required: --on"),
        (["--on", "2026-11-23"], "the following arguments are required: DEPOSITS.csv"),
        (["x.csv", "--on", "23.11.2026"], "'23.11.2026' is not a calendar day such as 2027-05-09: write 2026-11-23"),
        (["x.csv", "--on", "20261123"], "'20261123' is not a calendar day"),
        (["x.csv", "--on", "9999-01-01"], "'9999-01-01' is not a calendar day"),
        (["x.csv", "--on", "2026-11-23", "--days", "0"], "'0' is not a whole number from 1 to 36525"),
        (["x.csv", "--on", "2026-11-23", "--instruments", "many"], "'many' is not a whole number from 1 to 36525"),
        (["x.csv", "--on", "2026-11-23", "--later-days", "99999"], "'99999' is not a whole number from 1 to 36525"),
    ],
)
def test_a_mistaken_call(arguments: list[str], complaint: str, capsys: Capture) -> None:
    """A mistake in the call ends with status 2, the usage and one complaint."""
    with pytest.raises(SystemExit) as ended:
        main(["status", *arguments])
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert (out, complaint in err) == ("", True)


def test_the_help(capsys: Capture) -> None:
    """The help names the defaults of the clause."""
    with pytest.raises(SystemExit) as ended:
        main(["status", "--help"])
    assert ended.value.code == 0
    words = " ".join(capsys.readouterr().out.split())
    assert "how many instruments must be deposited (default: 40)" in words


@pytest.mark.long
def test_the_command_in_a_process_of_its_own() -> None:
    """`python -m uncc status` prints the same bytes each time."""
    command = [sys.executable, "-m", "uncc", "status", str(SIGNATURES), "--on", "2026-11-23"]
    outs = {subprocess.run(command, capture_output=True, check=True, timeout=60).stdout for _ in range(2)}
    assert len(outs) == 1
    assert outs.pop().startswith(b"STATUS ON 2026-11-23\n")
