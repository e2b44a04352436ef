"""The ids of duties: each names one duty, and the page that lists them is generated and up to date."""

from __future__ import annotations

import ast
from importlib import import_module
from inspect import isfunction
from pathlib import Path
from types import ModuleType
from typing import get_type_hints

import pytest

from tests import page_of_duties
from tests.doors.test_serial import rich_values
from tests.words.register import CHAPTERS
from uncc.cases import Report
from uncc.final_provisions import notifications
from uncc.kernel.duties import Duty, Modality

CONSTRUCTORS = {modality.name.lower() for modality in Modality}
CHECKOUT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module", name="script")
def _script() -> ModuleType:
    return page_of_duties.script()


@pytest.mark.long
def test_the_page_of_duties_is_up_to_date(script: ModuleType) -> None:
    """The page lists the duties as the library gives them now: an id that has gone or changed is seen there."""
    assert script.PAGE.read_text(encoding="utf-8") == script.page(), "run: python -m docs.duties"
    assert script.IDS.read_text(encoding="utf-8") == script.ids(), "run: python -m docs.duties"


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_what_gives_duties_is_named_so(chapter: str) -> None:
    """A function gives duties, one or several, as a tuple if and only if its name begins with `duties_`."""
    face = import_module(f"uncc.{chapter}")
    for name in face.__all__:
        function = getattr(face, name)
        answer = get_type_hints(function).get("return") if isfunction(function) else None
        assert ("duties.Duty" in str(answer)) is name.startswith("duties_"), name
        assert answer == tuple[Duty, ...] or not name.startswith("duties_"), name


@pytest.mark.long
def test_an_id_names_one_duty(script: ModuleType) -> None:
    """Whoever bears it, a duty of one id has one strength, and rests on one provision first."""
    for identifier, told in script.duties().items():
        assert len({(duty.modality, duty.authority[0]) for _, duty in told}) == 1, identifier


@pytest.mark.long
def test_a_duty_is_given_by_one_function(script: ModuleType) -> None:
    """Only a notification is given twice: with its article, and with all that a participant tells or can declare."""
    told_again = {one.id for one in notifications()}
    for identifier, told in script.duties().items():
        names = {name for name, _ in told}
        assert len(names) == 1 or identifier in told_again, f"{identifier}: {sorted(names)}"
        assert sum(not name.startswith("uncc.final_provisions.") for name in names) <= 1, identifier


@pytest.mark.long
def test_every_notification_has_its_line(script: ModuleType) -> None:
    """The states in which the functions are asked reach all that there is to tell or to declare."""
    assert {one.id for one in notifications()} <= set(script.duties())


@pytest.mark.long
def test_every_id_of_the_source_is_listed(script: ModuleType) -> None:
    """Each id that the source writes out comes up in one of the states in which the functions are asked."""
    written = {
        call.args[0].value
        for path in (CHECKOUT / "src" / "uncc").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in CONSTRUCTORS
        if call.args and isinstance(call.args[0], ast.Constant)
    }
    assert len(written) > 150
    assert written <= set(script.duties())


@pytest.mark.long
def test_a_report_has_no_duty_twice() -> None:
    """In one report the id, with what the duty is about, tells it from every other."""
    reports = [value for value in rich_values() if isinstance(value, Report)]
    assert any(duty.about for report in reports for duty in report.duties)
    for report in reports:
        keys = [duty.key for duty in report.duties]
        assert len(keys) == len(set(keys)), keys
