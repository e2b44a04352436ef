"""The command `assess`: everything that the Convention says of one case, or of several."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from attrs import evolve

from uncc.cases import AssistanceCase, Case, DomesticLaw, LawReport, PreservationCase, Report, assess
from uncc.cli.catalogue import day_argument
from uncc.cli.forms import add_forms, calendar, given, paged, svg, told
from uncc.cli.sources import case_in, cases_in, source
from uncc.cooperation import PreservationMeasure
from uncc.doors.case_uco import case_graph
from uncc.doors.serial import to_json
from uncc.pages import as_markdown, as_text, escaped, report_timeline

__all__ = ["add_assess"]

_OF_SEVERAL = ("text", "md", "json", "ics")
"""The forms in which several reports stand together."""


def add_assess(commands: Any) -> None:
    """Add the command that assesses cases."""
    command = commands.add_parser(
        "assess",
        help="say everything that the Convention says of one case, or of several",
        description="Print what the Convention says of the case in a file: in brief, and what to do; --full has all.",
        epilog="Of several files text and md are one report after another, json a list, and ics one calendar; a fault "
        "in one of them is told with all others, and then nothing else is printed.",
    )
    command.set_defaults(answer=_assessed, refuse=command.error)
    command.add_argument(
        "files", type=source, nargs="+", metavar="CASE.json", help="the case file, or several; - is standard input"
    )
    command.add_argument("--full", action="store_true", help="every answer with its reasons, not only the short form")
    command.add_argument("--on", type=day_argument, metavar="DAY", help="another day than that of the case file")
    command.add_argument(
        "--known-on", type=day_argument, metavar="DAY", help="leave out of the record what became known after this day"
    )
    add_forms(
        command,
        *("json", "case", "ics", "svg"),
        also=", case is JSON-LD in CASE and UCO, ics (needs uncc[calendar]) is a calendar of deadlines, "
        "svg (needs uncc[plot]) the days as a picture",
    )


def _assessed(options: argparse.Namespace) -> str:
    named = {str(path): path for path in options.files}
    if len(named) > 1 and options.format not in _OF_SEVERAL:
        options.refuse(f"{options.format} is the form of one report; of several give {', '.join(_OF_SEVERAL)}")
    cases = _cases(named, options)
    reports: dict[str, Report | LawReport] = {}
    for options.file, case in cases.items():  # the file that a complaint is about
        reports[options.file] = assess(case, on=options.on, known_on=options.known_on)
    if options.format in ("ics", "svg"):
        return given(options, _days(list(cases.values()), list(reports.values()), options))
    if options.format == "case":
        return given(options, _graph(cases[options.file], options))
    if len(reports) == 1:
        return told(options, *reports.values(), short=not options.full)
    if options.format == "json":
        return given(options, to_json(list(reports.values())) + "\n")
    pages = [(name, paged(options, report, short=not options.full)) for name, report in reports.items()]
    if options.format == "md":
        files = (evolve(page, entries=(("File", name), *page.entries)) for name, page in pages)
        return given(options, "\n".join(map(as_markdown, files)))
    texts = (f"==> {escaped(name)} <==\n{as_text(page)}" for name, page in pages)
    return given(options, "\n".join(texts))


def _graph(case: Case, options: argparse.Namespace) -> str:
    refuse: Callable[[str], NoReturn] = options.refuse
    if isinstance(case, DomesticLaw):
        refuse("a State's law is no request, and CASE has no words for it")
    return json.dumps(case_graph(case), indent=2, ensure_ascii=False) + "\n"


def _cases(named: Mapping[str, Path], options: argparse.Namespace) -> dict[str, Case]:
    if len(named) > 1:
        options.file = f"{len(named)} files"  # what a complaint is about
        return cases_in(named)
    ((options.file, path),) = named.items()
    return {options.file: case_in(path)}


def _days(cases: list[Case], reports: list[Report | LawReport], options: argparse.Namespace) -> str:
    requests = [report for report in reports if isinstance(report, Report)]
    if len(requests) < len(reports):
        options.refuse("a report on a State's law has no deadlines")
    if options.format == "ics":
        return calendar(options, requests)
    (case,), (report,) = cases, requests
    return svg(options, lambda: report_timeline(report, measure=_measure(case)))


def _measure(case: Case) -> PreservationMeasure | None:
    """Return what has happened to the data, where a case tells it."""
    if isinstance(case, PreservationCase):
        return case.dated_measure
    return case.earlier_measure if isinstance(case, AssistanceCase) else None
