"""What a worker does: it reads a case and gives the report. `app.py` starts this program; see `workers.py`."""

from __future__ import annotations

import json
from pathlib import Path

from limits import Answer, Problem
from workers import serve

from uncc.cases import assess
from uncc.doors.serial import read_case, to_json
from uncc.kernel.errors import DocumentError, Fault, UnccError

FAULTY = Problem("document-has-faults", 422, "The document has faults", "Mend each of the faults; these are all.")
EXAMPLES = Path(__file__).resolve().parents[1]
REQUESTS = (
    ("preservation", {}),
    ("assistance", {}),
    ("extradition", {}),
    *(("confiscation", {"kind": kind}) for kind in ("obtain-order", "enforce-order", "provisional")),
)


def answer(content: bytes) -> Answer:
    """Return the report on a case of any kind, or every fault of the document."""
    try:
        return 200, to_json(assess(read_case(_text(content))), indent=None).encode()
    except DocumentError as error:
        faults = error.faults
    except UnccError as error:  # such as a day that lies beyond the calendar
        faults = (Fault("document", str(error)),)
    return FAULTY.answer(faults=[{"path": fault.path, "message": fault.message} for fault in faults])


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError([Fault("document", f"is not UTF-8: byte {error.start}")]) from error


def warm() -> None:
    """Answer invented cases, so that what the library makes at its first use is there, and no request waits for it.

    Of each kind one of which nothing is known; and the examples, where they are beside this folder.
    """
    states = {"requesting": {"state": {"name": "Astoria"}}, "requested": {"state": {"name": "Borduria"}}}
    for kind, request in REQUESTS:
        answer(json.dumps({"case": kind, "as_of": "2030-01-01", **states, "request": request}).encode())
    for path in sorted(EXAMPLES.glob("*.json")):
        answer(path.read_bytes())


if __name__ == "__main__":
    warm()
    serve(answer)
