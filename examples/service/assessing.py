"""What a worker does: it reads a case and gives the report. `app.py` starts this program; see `workers.py`."""

from __future__ import annotations

from pathlib import Path

from limits import Problem
from workers import Answer, serve

from uncc.cases import assess
from uncc.doors.serial import read_case, to_json
from uncc.kernel.errors import DocumentError, Fault, UnccError

FAULTY = Problem("document-has-faults", 422, "The document has faults", "Mend each of the faults; these are all.")
EXAMPLES = Path(__file__).resolve().parents[1]


def answer(content: bytes) -> Answer:
    """Return the report on a case of any kind, or every fault of the document."""
    try:
        return 200, to_json(assess(read_case(_text(content))), indent=None).encode()
    except DocumentError as error:
        faults = error.faults
    except UnccError as error:  # such as a day that lies beyond the calendar
        faults = (Fault("document", str(error)),)
    return FAULTY.status, FAULTY.body(faults=[{"path": fault.path, "message": fault.message} for fault in faults])


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError([Fault("document", f"is not UTF-8: byte {error.start}")]) from error


def warm() -> None:
    """Answer the invented cases of the examples, so that what the library makes at its first use is there."""
    for path in sorted(EXAMPLES.glob("*.json")):
        answer(path.read_bytes())


if __name__ == "__main__":
    warm()
    serve(answer)
