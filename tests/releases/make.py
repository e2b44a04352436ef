"""Write what this version says and stores, so that every later one can be held to it: `python tests/releases/make.py`.

It writes the directory of the version that is installed, anew, until `CHANGELOG.md` says that it is released.
"""

from __future__ import annotations

import gzip
import json
import pickle
import shutil
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import uncc
from uncc import Finding, Ground, Position, PreservationRequest, Report, assess, load_case, may_refuse, to_json
from uncc.cases import (
    AssistanceCase,
    Case,
    ConfiscationCase,
    DomesticLaw,
    ExtraditionCase,
    LawReport,
    PreservationCase,
)
from uncc.cooperation import preservation_window
from uncc.doors.deposits import load_deposits
from uncc.final_provisions import History, StatusTable, status_table
from uncc.jurisdiction import Commission, jurisdiction_bases
from uncc.kernel.dates import Deadline
from uncc.kernel.duties import Duty, Promptness
from uncc.kernel.findings import Node
from uncc.kernel.quantities import Day
from uncc.review import Review, StateRecord, load_record, received, review

HERE = Path(__file__).parent
CHECKOUT = HERE.parents[1]
EXAMPLES = CHECKOUT / "examples"
CASES = ("hospital_ransomware", "request_to_send_back", "extradite_or_prosecute", "ransom_house", "statute_astoria")
"""One case of each kind."""
PROTOCOL = 4
"""What every Python can read that the library supports."""

MODELS: Mapping[str, type[Any]] = {
    model.__name__: model
    for model in (
        *(AssistanceCase, ConfiscationCase, DomesticLaw, ExtraditionCase, PreservationCase),
        *(Day, Finding, History, LawReport, Report, Review, StateRecord, StatusTable),
    )
}
"""The models that are kept, by name."""


def kept() -> dict[str, Any]:
    """Return what is kept, by name: cases with their reports, findings, a history and a review."""
    cases: dict[str, Case] = {name: load_case(EXAMPLES / f"{name}.json") for name in CASES}
    history = load_deposits(EXAMPLES / "deposits.csv")
    record = load_record(EXAMPLES / "review_borduria.json")
    return {
        **{f"case-{name}": case for name, case in cases.items()},
        **{f"report-{name}": assess(case) for name, case in cases.items()},
        **findings(),
        "history": history,
        "status": status_table(history, date(2028, 1, 1)),
        "record": record,
        "review": review(record, depositary=received(record, history)),
    }


def findings() -> dict[str, Node]:
    """Return findings of every answer and of each kind: facts, readings, what the text settles."""
    found: dict[str, Node] = {}
    for fact in (None, False, True):
        position = Position(prejudices_essential_interests=fact, requires_dual_criminality_for_disclosure=fact)
        for ground in Ground:
            found[f"finding-{ground.value}-{fact}"] = may_refuse(PreservationRequest(), ground, position=position)
    window = preservation_window(load_case(EXAMPLES / f"{CASES[0]}.json", PreservationCase).dated_measure)
    bases = {f"finding-{base.base.value}": base.connection for base in jurisdiction_bases(Commission())}
    return {**found, **bases, "finding-window": window.because}


def answers(value: Any) -> dict[str, Any]:
    """Return what a value says of the law, without its words: what no later version may change in silence."""
    match value:
        case Finding():
            questions = [question.name for question in value.open_questions]
            return {"truth": value.truth.value, "open": questions, "cited": [str(one) for one in value.authority]}
        case Day():
            questions = [question.name for question in value.open_questions]
            return {"day": value.shown, "open": questions, "cited": [str(one) for one in value.authority]}
        case Report():
            return {
                "answers": {answer.id: answer.finding.truth.value for answer in value.answers},
                "grounds": {answer.ground.value: answer.finding.truth.value for answer in value.grounds},
                "duties": [[duty.key, duty.trigger.truth.value, when(duty)] for duty in value.duties],
                "expires": None if value.expires_on is None else str(value.expires_on.on),
                "open": [question.question.name for question in value.open_questions],
            }
        case LawReport():
            return {article.offence.value: article.finding.truth.value for article in value.articles}
        case Review():
            gaps = [str(gap.provision) for gap in value.mandatory_gaps]
            return {"gaps": gaps, "contradictions": [[str(c.provision), c.kind.value] for c in value.contradictions]}
        case StatusTable():
            return {one.participant: [one.status.value, str(one.in_force_on)] for one in value.participants}
        case _:
            return {}


def when(duty: Duty) -> str | None:
    """Return when a duty is to be fulfilled: a day, how fast, or nothing."""
    match duty.deadline:
        case Promptness() as speed:
            return speed.value
        case Deadline(on=day):
            return day.isoformat()
        case None:
            return None


def make(directory: Path) -> None:
    """Write what is kept of this version into a directory: documents, pickles, and what they say."""
    values = kept()
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    documents = {name: [type(value).__name__, json.loads(to_json(value))] for name, value in values.items()}
    said = {name: answers(value) for name, value in values.items() if answers(value)}
    write(directory / "documents.json.gz", json.dumps(documents, ensure_ascii=False).encode())
    write(directory / "values.pickle.gz", pickle.dumps(values, PROTOCOL))
    (directory / "answers.json").write_text(json.dumps(said, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def write(path: Path, content: bytes) -> None:
    """Write a packed file, without the moment at which it was written."""
    path.write_bytes(gzip.compress(content, mtime=0))


if __name__ == "__main__":
    if f"## [{uncc.__version__}]" in (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8"):
        sys.exit(f"{uncc.__version__} is released: what is kept of it stays as it is")
    make(HERE / uncc.__version__)
