"""The command line: what it prints, where, and with which status."""

from __future__ import annotations

import contextlib
import io
import json
import os
import runpy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

import uncc
from tests.processes import printed
from uncc.cases import CaseKind, assess
from uncc.cli import main
from uncc.doors.serial import load_case, to_json

EXAMPLE = Path(__file__).parents[2] / "examples" / "hospital_ransomware.json"
EMPTY_REQUEST = {
    "case": "preservation",
    "as_of": "2028-03-12",
    "requesting": {"state": {"name": "Astoria"}},
    "requested": {"state": {"name": "Borduria"}},
    "request": {},
}

Capture = pytest.CaptureFixture[str]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "uncc", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
        timeout=60,
    )


# What is printed


@pytest.mark.parametrize("arguments", [[], ["--format", "text"], ["--format=text"]])
def test_the_report_is_printed_as_text(arguments: list[str], capsys: Capture) -> None:
    """Text is the form that is printed unless another is asked for, and short: what `print` gives of the report."""
    assert main(["assess", str(EXAMPLE), *arguments]) == 0
    assert capsys.readouterr() == (f"{assess(load_case(EXAMPLE))}\n", "")


def test_the_report_is_printed_as_json(capsys: Capture) -> None:
    """JSON is the report as `to_json` writes it, and a line break at its end."""
    assert main(["assess", "--format", "json", str(EXAMPLE)]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == (to_json(assess(load_case(EXAMPLE))) + "\n", "")
    assert json.loads(out)["header"]["requesting"] == "Noravia"


def test_a_legal_shortcoming_is_no_error(tmp_path: Path, capsys: Capture) -> None:
    """A request that says nothing is assessed like any other: exit status 0, and the report says what it lacks."""
    path = tmp_path / "case.json"
    path.write_text(json.dumps(EMPTY_REQUEST), encoding="utf-8")
    assert main(["assess", str(path)]) == 0
    out, err = capsys.readouterr()
    assert "missing: the authority that seeks the preservation [Art. 42(3)(a)]" in out
    assert err == ""


def test_streams_that_are_no_files_are_written_to_as_they_are() -> None:
    """A caller may put any stream in the place of standard output and standard error."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        assert main(["assess", str(EXAMPLE)]) == 0
        assert main(["assess", "nowhere.json"]) == 2
    assert out.getvalue() == f"{assess(load_case(EXAMPLE))}\n"
    assert err.getvalue() == "uncc: nowhere.json: document: cannot be read: No such file or directory\n"


def test_several_faults_stand_below_each_other(tmp_path: Path, capsys: Capture) -> None:
    """More than one fault is counted at the head, with each on its own line."""
    path = tmp_path / "case.json"
    path.write_text('{"case": "preservation", "request": {}, "as_of": 1}', encoding="utf-8")
    assert main(["assess", str(path)]) == 2
    assert capsys.readouterr().err.split("\n") == [
        f"uncc: {path}: 3 faults",
        "  as_of: 1 is not a calendar day such as 2027-05-09",
        "  requesting: is missing",
        "  requested: is missing",
        "",
    ]


def test_one_fault_stands_on_one_line(tmp_path: Path, capsys: Capture) -> None:
    """A single fault follows the name of the file."""
    path = tmp_path / "case.json"
    path.write_text('{"case": "x"}', encoding="utf-8")
    assert main(["assess", str(path)]) == 2
    assert capsys.readouterr() == (
        "",
        f"uncc: {path}: case: 'x' is not one of: {', '.join(kind.value for kind in CaseKind)}\n",
    )


# The call


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["assess"], "the following arguments are required: CASE.json"),
        (["judge", "x.json"], "invalid choice: 'judge'"),
        (["assess", "x.json", "--format", "xml"], "invalid choice: 'xml'"),
        (["assess", "x.json", "y.json", "--format", "html"], "html is the form of one report; of several give text"),
        (["assess", "x.json", "--verbose"], "unrecognized argument: --verbose"),
        (["assess", "x.json", "--formt", "md"], "unrecognized argument: --formt; perhaps --format is meant"),
        (["asess", "x.json"], "invalid choice: 'asess'; perhaps assess is meant (choose from assess, ask"),
        (["schema", "preservaton"], "invalid choice: 'preservaton'; perhaps preservation is meant"),
        (["draft", "x.json", "--document", "refusal", "--ground", "nationalty"], "; perhaps nationality is meant"),
        (["status", "x.csv", "--on", "1.6.2026"], "such as 2027-05-09; days are written with the year first"),
        (["assess", "x.json", "--format"], "expected one argument"),
    ],
)
def test_a_mistaken_call(arguments: list[str], complaint: str, capsys: Capture) -> None:
    """A mistake in the call ends with status 2, the usage and one complaint on standard error."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("usage: uncc ")
    assert complaint in err


def test_the_version(capsys: Capture) -> None:
    """The version is that of the library."""
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"uncc {uncc.__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "words"), [(["--help"], "Exit status: 0 an answer was printed"), (["assess", "-h"], "CASE.json")]
)
def test_the_help(arguments: list[str], words: str, capsys: Capture) -> None:
    """The help says what the command does and how it ends."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 0
    assert words in " ".join(capsys.readouterr().out.split())


def test_the_call_is_taken_from_the_process(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """Without arguments of its own `main` takes those of the process, and `python -m uncc` ends with its status."""
    for path, status in ((EXAMPLE, 0), (EXAMPLE.parent, 2)):
        monkeypatch.setattr(sys, "argv", ["uncc", "assess", str(path)])
        assert main() == status
        with pytest.raises(SystemExit) as ended:
            runpy.run_module("uncc", run_name="__main__")
        assert ended.value.code == status
        capsys.readouterr()


# Whoever reads


class Torn(io.StringIO):
    """A standard output whose reader has gone."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__()
        self.file = file

    def write(self, _: str) -> int:
        """Fail as a pipe does that nobody reads."""
        raise BrokenPipeError

    def fileno(self) -> int:
        """Return a descriptor that can be put aside."""
        return self.file.fileno()


@pytest.fixture
def torn(tmp_path: Path) -> Iterator[Torn]:
    """Return a standard output that nobody reads, over a file of its own."""
    with (tmp_path / "pipe").open("wb") as file:
        yield Torn(file)


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_reader_that_has_gone_is_no_error(
    form: str, torn: Torn, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Where the reader has gone nothing is said, and what is still to be written goes nowhere."""
    monkeypatch.setattr(sys, "stdout", torn)
    assert main(["assess", str(EXAMPLE), "--format", form]) == 0
    monkeypatch.undo()
    assert capsys.readouterr() == ("", "")
    assert os.path.samestat(os.fstat(torn.fileno()), Path(os.devnull).stat())


class Full(Torn):
    """A standard output on a disk that is full."""

    def write(self, _: str) -> int:
        """Fail as a disk does that has no room."""
        raise OSError(28, "No space left on device")


def test_a_full_disk_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """Where the report cannot be written, one line says so, and the status is 2."""
    with (tmp_path / "disk").open("wb") as file:
        monkeypatch.setattr(sys, "stdout", Full(file))
        assert main(["assess", str(EXAMPLE)]) == 2
        assert capsys.readouterr().err == "uncc: the report cannot be written: No space left on device\n"


@pytest.mark.long
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_broken_pipe_is_silent(form: str) -> None:
    """A real process whose reader has gone ends with status 0 and says nothing."""
    command = [sys.executable, "-m", "uncc", "assess", str(EXAMPLE), "--format", form]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
        assert (process.wait(60), said) == (0, b"")


def test_the_command_in_a_process_of_its_own() -> None:
    """`python -m uncc` prints the report on standard output and complaints on standard error."""
    done = run("assess", str(EXAMPLE))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == f"{assess(load_case(EXAMPLE))}\n"
    failed = run("assess", "nowhere.json")
    assert (failed.returncode, failed.stdout) == (2, b"")
    assert failed.stderr == b"uncc: nowhere.json: document: cannot be read: No such file or directory\n"


@pytest.mark.long
def test_a_terminal_that_knows_only_ascii(tmp_path: Path) -> None:
    """In the C locale the report is printed all the same, in UTF-8, letters beyond ASCII and all."""
    path = tmp_path / "case.json"
    path.write_text(json.dumps({**EMPTY_REQUEST, "requesting": {"state": {"name": "Côte 中国"}}}), encoding="utf-8")
    calls = [*(("assess", str(path), "--format", form) for form in ("text", "json")), ("assess", "é中.json")]
    *done, failed = printed(calls, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    for one in done:
        assert (one.status, one.err) == (0, b"")
        assert "Côte 中国" in one.out.decode("utf-8")
    assert failed.status == 2
    assert b"Traceback" not in failed.err
    assert b"cannot be read" in failed.err
