"""A rule joins nodes and never looks inside them: what is not known would be folded into a yes, a no or a day."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import pytest

import uncc

SOURCE = Path(uncc.__file__).parent
CHAPTERS = (
    "general",
    "offences",
    "jurisdiction",
    "procedural",
    "cooperation",
    "confiscation",
    "conference",
    "final_provisions",
)
INSIDE = frozenset({"truth", "is_yes", "is_no", "is_unknown", "settled", "least", "most", "known", "is_never"})
"""What a node tells of itself to who reads an answer, and what a rule has no business with."""
LISTS = "it lists what fails or is open, on the readings that it takes; it decides nothing"
SHOWS = "it shows what a node has found, for people to read; no rule rests on it"
REFUSES = "it refuses a fact that contradicts what else is stated"
NO_FACTS = "what it asks is settled by the text: no fact is in it"
LOOKS = MappingProxyType(
    {
        "confiscation.art31_confiscation.liability._open_in": LISTS,
        "confiscation.art31_confiscation.liability.of": SHOWS,
        "confiscation.art52_return.expenses_deducted": SHOWS,
        "cooperation.art40_assistance.central_authority._came_with_deposit": REFUSES,
        "cooperation.art40_assistance.custody.periods": SHOWS,
        "cooperation.art40_assistance.order_of_days.came_before": REFUSES,
        "cooperation.art40_assistance.reply.faults_of_reply": LISTS,
        "cooperation.particulars._fits_penalties": REFUSES,
        "final_provisions.between_parties._reserved": LISTS,
        "final_provisions.between_parties.reservations": LISTS,
        "final_provisions.instruments.completed_by": LISTS,
        "final_provisions.lives.standing_term": LISTS,
        "final_provisions.notification_duties.duties_on_declarations": LISTS,
        "final_provisions.notification_duties.duties_on_notifications": LISTS,
        "final_provisions.notification_duties.untold": LISTS,
        "final_provisions.parties.parties_on": LISTS,
        "final_provisions.parties.reservations_of": LISTS,
        "final_provisions.participation_on_a_day._bound": SHOWS,
        "final_provisions.participation_on_a_day._status": SHOWS,
        "final_provisions.participation_on_a_day.state_party": SHOWS,
        "offences.conformity._gaps": LISTS,
        "offences.conformity._holds": LISTS,
        "offences.conformity._named_by": LISTS,
        "offences.conformity._obligatory_ways": NO_FACTS,
        "offences.conformity.gaps": LISTS,
        "offences.conformity.implemented": LISTS,
        "offences.made_out.why_not_made_out": REFUSES,
        "procedural.procedural_law.gaps": LISTS,
        "procedural.procedural_law.undetermined": LISTS,
    }
)
"""The functions that look inside a node all the same, with the reason."""


def _looks() -> Iterator[str]:
    """Yield each function of a chapter that reads a truth or an end of a node."""
    for chapter in CHAPTERS:
        for path in sorted((SOURCE / chapter).rglob("*.py")):
            module = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                for function in ast.walk(node):
                    if isinstance(function, ast.FunctionDef) and any(
                        isinstance(one, ast.Attribute) and one.attr in INSIDE and isinstance(one.ctx, ast.Load)
                        for one in ast.walk(function)
                    ):
                        yield f"{module}.{function.name}"


def test_no_rule_looks_inside_a_node() -> None:
    """What a rule returns is made of joints alone, but where the exception says why."""
    assert set(_looks()) == set(LOOKS)


@pytest.mark.long
def test_no_rule_is_asked_on_a_reading() -> None:
    """A choice among readings is made of the answer, where it cannot get lost; what lists calls it `readings`."""
    takes = [
        f"{path.relative_to(SOURCE)}: {node.name}"
        for chapter in CHAPTERS
        for path in sorted((SOURCE / chapter).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and "under" in {one.arg for one in (*node.args.args, *node.args.kwonlyargs)}
    ]
    assert takes == []
