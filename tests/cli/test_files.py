"""Files are replaced or untouched, and a command ends with 0, 2 or 130, whatever has become of its streams."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import uncc.cli
from uncc.cli import main, streams
from uncc.cli.files import keep
from uncc.kernel.errors import DocumentError

EXAMPLES = Path(__file__).parents[2] / "examples"
CASE = EXAMPLES / "hospital_ransomware.json"
Capture = pytest.CaptureFixture[str]


def shell(line: str) -> tuple[int, str, str]:
    """Run one line of a shell, in which `uncc` is the command; return its status and what it printed."""
    line = f'uncc() {{ {sys.executable} -m uncc "$@"; }}; {line}'
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def test_a_file_is_replaced_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    """The new stands in place of the old, under its permissions and behind its link; nothing is left beside it."""
    file, link = tmp_path / "report.txt", tmp_path / "link.txt"
    keep(file, "old")
    file.chmod(0o640)
    link.symlink_to(file)
    keep(link, b"new")
    assert (file.read_text(), file.stat().st_mode & 0o777, link.is_symlink()) == ("new", 0o640, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.txt", "report.txt"]


def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a full disk, or where the file may not be written, the old stands, and nothing is left beside it."""
    file = tmp_path / "report.txt"
    keep(file, "old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    def denied(*_: object) -> bool:
        return False

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(DocumentError, match="cannot be written: No space left on device"):
            keep(file, "new")
    with monkeypatch.context() as guarded:
        guarded.setattr(os, "access", denied)
        with pytest.raises(DocumentError, match="cannot be written: Permission denied"):
            keep(file, "new")
    file.with_name("loop").symlink_to(file.with_name("loop"))
    with pytest.raises(DocumentError, match="cannot be written: "):
        keep(file.with_name("loop"), "new")
    assert file.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_device_is_written_into(tmp_path: Path, capsys: Capture) -> None:
    """What is no file is not replaced by one."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    keep(pipe, "told")
    assert (os.read(reader, 9), pipe.is_fifo()) == (b"told", True)
    os.close(reader)
    assert main(["assess", str(CASE), "--output", "-"]) == 0
    assert capsys.readouterr().out.startswith("PRESERVATION")


def test_what_is_read_is_not_written_over(tmp_path: Path, capsys: Capture) -> None:
    """An answer does not replace its own case, by whatever name, nor a case in the folder that is read."""
    case, other = tmp_path / "case.json", tmp_path / "other.json"
    for path in (case, other):
        path.write_bytes(CASE.read_bytes())
    (tmp_path / "link").symlink_to(case)
    docket = ["docket", str(tmp_path), "--on", "2027-05-03"]
    for call in (
        ["assess", str(case), "--output", str(tmp_path / "link")],
        ["diff", str(case), str(other), "--output", str(other)],
        [*docket, "--output", str(other)],
    ):
        assert main(call) == 2
        assert "is read for this answer: nothing was written" in capsys.readouterr().err
    assert case.read_bytes() == other.read_bytes() == CASE.read_bytes()
    report = tmp_path / "docket.csv"
    report.write_text("old", encoding="utf-8")
    assert main([*docket, "--output", str(report)]) == 0
    assert report.read_text(encoding="utf-8") != "old"


@pytest.mark.long
@pytest.mark.parametrize(
    ("line", "status", "said"),
    [
        (f"uncc assess {CASE} >&-", 2, "uncc: the report cannot be written: standard output is closed\n"),
        (f"uncc assess {CASE} > /dev/full", 2, "uncc: the report cannot be written: No space left on device\n"),
        ("uncc assess nowhere.json 2> /dev/full", 2, ""),
        ("uncc --version > /dev/full", 2, "uncc: the report cannot be written: No space left on device\n"),
        ("uncc assess nowhere.json 2>&-", 2, ""),
        ("uncc assess 2>&-", 2, ""),
    ],
)
def test_a_stream_that_is_closed_or_full(line: str, status: int, said: str) -> None:
    """What could not be printed is told where that is possible; the status is 2, and never 0 or 1."""
    assert shell(line) == (status, "", said)


def test_streams_that_are_not_there(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """An interpreter without streams ends with the same status, and so does one whose streams are no files."""
    with monkeypatch.context() as gone:
        gone.setattr(sys, "stderr", None)
        assert main(["assess", "nowhere.json"]) == 2
        gone.setattr(sys, "stdout", None)
        assert main(["assess", str(CASE)]) == 2

    class Full:
        def write(self, _: str) -> int:
            raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(sys, "stderr", Full())
        assert main(["assess", "nowhere.json"]) == 2
    assert capsys.readouterr() == ("", "")


def test_an_interrupt_and_a_fault_of_the_library(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """An interrupt is one line and 130; what nobody has foreseen is told whole, and ends with 2."""
    for error, status, said in (
        (KeyboardInterrupt(), 130, "uncc: interrupted\n"),
        (ZeroDivisionError("by zero"), 2, "ZeroDivisionError: by zero\n"),
    ):

        def fail(_: object, error: BaseException = error) -> Any:
            raise error

        monkeypatch.setattr(uncc.cli, "refuse_own_input", fail)
        assert main(["assess", str(CASE)]) == status
        assert capsys.readouterr().err.endswith(said)
    assert streams.INTERRUPTED == 130


def test_an_interrupt_while_it_is_loaded(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """`uncc` imports its command line late, so that an interrupt is told in one line from the beginning."""
    begun = import_module("uncc.__main__").main
    del sys.modules["uncc.__main__"]  # other tests run it as a program
    monkeypatch.setattr(sys, "argv", ["uncc", "--version"])
    with pytest.raises(SystemExit):
        begun()
    capsys.readouterr()

    class Interrupts:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "uncc.cli":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "uncc.cli")
    monkeypatch.setattr(sys, "meta_path", [Interrupts(), *sys.meta_path])
    assert begun() == 130
    assert capsys.readouterr().err == "uncc: interrupted\n"
    monkeypatch.setattr(sys, "stderr", None)
    assert begun() == 130


@pytest.mark.long
def test_a_process_that_is_interrupted() -> None:
    """A signal at whatever moment after the start ends the process with one line and 130."""
    for after in (0.8, 1.6):
        command = [sys.executable, "-m", "uncc", "assess", "/dev/stdin"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            time.sleep(after)
            process.send_signal(signal.SIGINT)
            assert process.stderr is not None
            assert process.stderr.read() == b"uncc: interrupted\n"
            assert process.wait(10) == 130
