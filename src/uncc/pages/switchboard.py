"""The switches of a finding as a widget of a notebook: each can be set by hand, and the page beside them follows.

What is supposed, and what it comes to, is said by `uncc.questions.switching`; here are the controls alone. Each is a
list that opens, with its question as its label: it can be worked by keyboard, and a screen reader names it.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from types import MappingProxyType
from typing import Any

from uncc.kernel.errors import InvalidValue
from uncc.pages.page import Page, Paragraph, Section
from uncc.pages.questions import asked, what_if_page
from uncc.pages.words import visible
from uncc.pages.writers.html import fragment
from uncc.questions.switching import Switch, WhatIf

__all__ = ["Switchboard"]

_CLASS = "uncc-switches"
_SHEET = f"""<style>
.{_CLASS} .widget-inline-hbox {{ height: auto; align-items: center; overflow: visible; }}
.{_CLASS} .widget-label {{ height: auto; line-height: 1.4; white-space: normal; text-align: left; }}
.{_CLASS} .widget-html-content {{ overflow: visible; }}
</style>"""
"""A label of a whole sentence takes the lines that it needs."""
_COLUMN = MappingProxyType({"flex": "1 1 24rem", "min_width": "0", "width": "auto", "margin": "0 1rem 0 0"})
_CONTROL = MappingProxyType({"width": "auto", "margin": "2px 2px .5rem"})


class Switchboard:
    """The switches of a finding in a notebook, and what it says as they stand.

    Days, numbers and amounts have no control: suppose them before, with `WhatIf.switched`.
    """

    def __init__(self, what_if: WhatIf) -> None:
        kit: Any = _kit()
        self._begun = self._what_if = what_if
        self._is_following = False
        switches = [one for one in what_if.switches if one.choices]
        self.controls: tuple[Any, ...] = tuple(_control(kit, one) for one in switches)
        """The lists, one for each question that has a switch, in their order; `value` is where one stands, in words."""
        for one, control in zip(switches, self.controls, strict=True):
            control.observe(partial(self._switch, one), names="value")
        self.reset: Any = kit.Button(description="Put all back")
        """The button that puts all switches back to where they stood when the widget was made."""
        self.reset.on_click(self._put_back)
        self.told: Any = kit.HTML()
        """The page as the switches stand."""
        self.refused: Any = kit.HTML()
        """Why a switch went back; empty where none did."""
        columns = [[*self.controls, self.reset, self.refused], [self.told]]
        self._box = kit.Box([kit.VBox(one, layout=dict(_COLUMN)) for one in columns], layout={"flex_flow": "row wrap"})
        self._box.add_class(_CLASS)
        self._follow()

    @property
    def what_if(self) -> WhatIf:
        """How the switches stand now: a value for the next cell."""
        return self._what_if

    def _repr_mimebundle_(self, **kinds: Any) -> Any:
        return self._box._repr_mimebundle_(**kinds)  # as a notebook asks for it

    def _switch(self, switch: Switch, change: Any) -> None:
        if self._is_following:
            return
        try:
            self._go_to(self._what_if.switched(switch.question, change["new"]))
        except InvalidValue as error:
            self._follow()
            self.refused.value = fragment(_page(Paragraph(str(error), label="That cannot be:")))

    def _put_back(self, _: Any) -> None:
        self._go_to(self._begun)

    def _go_to(self, what_if: WhatIf) -> None:
        self._what_if = what_if
        self.refused.value = ""
        self._follow()

    def _follow(self) -> None:
        """Have every control, and the page, say how the switches stand."""
        self._is_following = True
        standing = (one.now for one in self._what_if.switches if one.choices)
        for control, now in zip(self.controls, standing, strict=True):
            control.value = now
        self._is_following = False
        self.told.value = f"{_SHEET}{fragment(what_if_page(self._what_if))}"


def _page(said: Paragraph) -> Page:
    return Page(sections=(Section("", (said,)),))


def _control(kit: Any, switch: Switch) -> Any:
    return kit.Dropdown(
        options=switch.choices,
        value=switch.now,
        description=visible(asked(switch.question)),
        style={"description_width": "60%"},
        layout=dict(_CONTROL),
    )


def _kit() -> Any:
    try:
        return import_module("ipywidgets")
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            'switches need ipywidgets: pip install "uncc[notebook]"', name="ipywidgets"
        ) from error
