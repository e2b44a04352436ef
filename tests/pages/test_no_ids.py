"""No page that people read shows an id: every letter, report, docket, difference and review of the examples.

An id stands only where a person has to write it: as a place of the file, and as a reading to be chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from tests.effort import of
from uncc import load_case
from uncc.cases import DomesticLaw, assess
from uncc.cli import main
from uncc.cli.schema import documents
from uncc.cooperation import Ground
from uncc.doors.schema import schema
from uncc.kernel.errors import NotDraftedError
from uncc.pages import as_text
from uncc.pages.documents import DocumentKind, draft

EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = {path: load_case(path) for path in sorted(EXAMPLES.glob("*.json")) if '"case"' in path.read_text()}
ID = re.compile(r"(?<![\w./:-])[a-z0-9]+(?:[-_][a-z0-9]+)+(?![\w/-])")
PLACE = r"[\w.]+(?:\[\d+\][\w.]*)*"
TO_BE_WRITTEN = re.compile(
    rf"In the (?:case|letter) file: {PLACE}|\(reading [a-z-]+\)|(?<= - ){PLACE}: |; because of {PLACE}(?:, {PLACE})*"
    rf"|\((?=[^)]*\.){PLACE}\)|[a-z_]+\.json"
)
PROSE = {"real-time", "log-in", "e-mail"}


def _names(form: Any) -> Iterator[str]:
    """Yield every name that a machine form has: its keys, and the members of its closed lists."""
    if isinstance(form, dict):
        held = cast("dict[str, Any]", form)
        yield from held
        yield from _names([*held.values()])
    elif isinstance(form, list):
        for one in cast("Sequence[Any]", form):
            yield from (one,) if isinstance(one, str) else _names(one)


def _letters() -> Iterator[tuple[str, str]]:
    """Yield every letter that the examples have, on every ground, and why there is none."""
    for path, case in CASES.items():
        for kind in DocumentKind:
            for grounds in ((), *((ground,) for ground in Ground)):
                try:
                    text = as_text(draft(case, kind, grounds=grounds))
                except NotDraftedError as error:
                    text = f"{error.why}\n{error.because}"
                yield f"{path.name} {kind.value} {grounds}", text


def _pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[tuple[str, str]]:
    calls = [["assess", str(path), *full] for path in CASES for full in ([], ["--full"])]
    calls += [["review", str(EXAMPLES / name)] for name in ("review_borduria.json", "review_drovia.csv")]
    calls += [["join", str(EXAMPLES / "review_borduria.json")]]
    calls += [["status", str(EXAMPLES / "deposits.csv"), "--on", "2028-05-01"]]
    for path, case in CASES.items():
        if not isinstance(case, DomesticLaw):
            (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
            later = str(case.as_of + timedelta(days=200))
            calls += [["diff", str(path), "--to", later], ["assess", str(path), "--on", later]]
    calls += [["docket", str(tmp_path), "--on", "2028-09-01", "--within", days] for days in ("14", "3000")]
    for call in of(calls):
        assert main(call) == 0, capsys.readouterr()
        yield " ".join(call), capsys.readouterr().out


@pytest.mark.long
def test_no_page_shows_an_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No name of a closed list, an answer, a duty, a ground or a key stands in a text but to be written in a file."""
    known = {name for kind in documents().values() for name in _names(schema(kind))}
    reports = [assess(case) for case in CASES.values()]
    known |= {part for report in reports for name, _ in report.named for part in re.split(r"[.@]", name)}
    options = {name for report in reports for one in report.readings for name in one.options}
    known |= options | {one.id for report in reports for one in report.readings}
    found: dict[str, str] = {}
    for where, text in (*_letters(), *_pages(tmp_path, capsys)):
        plain = TO_BE_WRITTEN.sub("", re.sub(r"\s+", " ", text))
        plain = re.sub(r" \(([a-z-]+)\)", lambda one: "" if one[1] in options else one[0], plain)
        found |= {one[0]: f"{where}: {plain[one.start() - 60 : one.end() + 20]}" for one in ID.finditer(plain)}
    assert {name: said for name, said in found.items() if name in known - PROSE} == {}
