"""The switches in a notebook, worked as a hand works them: what they hold and what they tell."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from tests.formulas import AUTHORITY, leaf
from tests.kernel.test_formula import Shipment, of_shipment
from uncc.kernel.findings import all_of, by_reading, by_text
from uncc.pages import as_widget, shown
from uncc.questions.switching import what_if
from uncc.readings.chapter_5 import ExtensionDuty


def test_a_switch_that_is_set_is_supposed() -> None:
    """Each control goes where it is set, the value and the page follow, and one button leads back to the start."""
    pytest.importorskip("ipywidgets")
    answers = {one: by_text(one is ExtensionDuty.SAME_RULES, one.name, AUTHORITY) for one in ExtensionDuty}
    finding = all_of("all", AUTHORITY, leaf("alpha", None), by_reading("so", ExtensionDuty, answers))
    start = what_if(finding).switched("Sample.alpha", False)
    board = as_widget(start)
    fact, reading = board.controls
    assert (fact.description, fact.options, fact.value) == (
        "alpha holds [Art. 42(3)(a)]",
        ("yes", "no", "not known"),
        "no",
    )
    fact.value, reading.value = "yes", ExtensionDuty.SAME_RULES.words
    assert board.what_if == what_if(finding).switched("Sample.alpha", True).switched(ExtensionDuty.id, "same-rules")
    assert board.told.value.endswith(shown(board.what_if))
    assert "YES" in board.told.value
    fact.value = "not known"
    assert board.what_if.finding.is_unknown
    board.reset.click()
    assert board.what_if == start
    assert (fact.value, reading.value) == ("no", "none chosen")
    as_a_notebook: Any = board
    assert as_a_notebook._repr_mimebundle_()


def test_what_follows_is_shown_and_what_cannot_be_goes_back() -> None:
    """A fact that follows from another stands as it must; denied, it goes back, and the widget says why."""
    pytest.importorskip("ipywidgets")
    start = what_if(of_shipment(Shipment()))
    board = as_widget(start)
    opened, arrived = board.controls  # a day and a number have none
    opened.value = "yes"
    assert arrived.value == "yes"
    assert [value for _, value in board.what_if.supposed] == [True]
    arrived.value = "no"
    assert arrived.value == "yes"
    assert "is not possible beside" in board.refused.value
    assert board.what_if == start.switched("Shipment.opened", True)
    opened.value = "not known"
    assert (arrived.value, board.refused.value, board.what_if) == ("not known", "", start)


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The value shows itself without it; the widget says what it needs."""
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    with pytest.raises(ModuleNotFoundError, match=r'^switches need ipywidgets: pip install "uncc\[notebook\]"$'):
        as_widget(what_if(leaf("alpha", None)))
    assert "alpha holds" in shown(what_if(leaf("alpha", None)))


def test_pages_do_not_load_the_extra() -> None:
    """Whoever wants no widget pays nothing for it."""
    code = "import sys, uncc.pages; uncc.pages.Page; print('ipywidgets' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    assert done.stdout.strip() == b"False"
