"""The command line on a screen and in a pipe: what fits, no colour, and any locale."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.processes import Printed, printed
from uncc.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
CASE = str(EXAMPLES / "traffic_data_in_real_time.json")
COMMANDS = ("assess", "draft", "status", "provision", "obligations", "review", "schema")
WIDE, HIGH = 80, 40
Capture = pytest.CaptureFixture[str]
CALLS: tuple[tuple[str, ...], ...] = (
    ("assess", CASE),
    ("assess", CASE, "--format", "json"),
    ("draft", CASE, "--document", "assistance-request"),
    ("draft", CASE, "--document", "assistance-request", "--format", "html"),
    ("status", str(EXAMPLES / "data" / "cybercrime_convention_signatures.csv"), "--on", "2026-11-23"),
    ("provision", "42(6)"),
    ("obligations", "--bearer", "requested-state"),
    ("review", str(EXAMPLES / "review_drovia.csv")),
    ("schema", "preservation"),
    ("--help",),
)
BARE = {
    "ascii": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    "not coerced": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "", "PYTHONCOERCECLOCALE": "0"},
}


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_fits_a_screen(command: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """Each help is no wider than 80 columns and no longer than 40 lines, and says how the command ends."""
    monkeypatch.setenv("COLUMNS", str(WIDE))
    with pytest.raises(SystemExit) as ended:
        main([*filter(None, [command]), "--help"])
    lines = capsys.readouterr().out.splitlines()
    assert ended.value.code == 0
    assert all(map(str.isascii, lines))
    assert max(map(len, lines)) <= WIDE
    assert len(lines) <= HIGH
    assert "Exit status: 0 an answer was printed" in " ".join(" ".join(lines).split())
    if not command:
        assert set(COMMANDS) <= {line.split()[0] for line in lines if line.startswith("    ")}


@cache
def under_utf8() -> list[Printed]:
    """Return what the calls print where everything is UTF-8."""
    return printed(CALLS, COLUMNS=str(WIDE), LC_ALL="C.UTF-8", PYTHONUTF8="1")


@pytest.mark.long
@pytest.mark.parametrize("environment", BARE.values(), ids=list(BARE))
def test_the_same_bytes_in_every_locale(environment: dict[str, str]) -> None:
    """Whatever the locale, what is printed into a pipe is UTF-8 without colour, the same as under any other."""
    bare = printed(CALLS, COLUMNS=str(WIDE), **environment)
    assert bare == under_utf8()
    for one in bare:
        assert (one.status, one.err) == (0, b"")
        assert one.out.decode("utf-8")
        assert b"\x1b" not in one.out


@pytest.mark.long
@pytest.mark.parametrize("environment", BARE.values(), ids=list(BARE))
def test_a_complaint_in_every_locale(environment: dict[str, str], tmp_path: Path) -> None:
    """A file whose name and content are beyond ASCII is read, written and complained of in one line."""
    case, written = tmp_path / "Szohôd.json", tmp_path / "Gesuch 中.md"
    case.write_bytes(Path(CASE).read_bytes())
    drafted, refused = printed(
        [
            ("draft", str(case), "--document", "assistance-request", "--output", str(written)),
            ("draft", str(case), "--document", "refusal", "--ground", "bank-secrecy"),
        ],
        **environment,
    )
    assert drafted == Printed(0, b"", b"")
    assert "Szohôd" in written.read_text(encoding="utf-8")
    assert (refused.status, refused.out) == (2, b"")
    first = refused.err.decode("utf-8").splitlines()[0]
    assert first.startswith("uncc: ")
    assert "refusal is not drafted" in first


@pytest.mark.long
def test_the_bare_command_says_what_it_wants() -> None:
    """Without a command there is a usage and status 2, not a traceback."""
    done = subprocess.run([sys.executable, "-m", "uncc"], capture_output=True, check=False, timeout=120)
    assert done.returncode == 2
    assert done.stderr.startswith(b"usage: uncc")
    assert b"Traceback" not in done.stderr
