"""What a notebook shows of a value: its page, of which the kernel knows nothing but the name of the room."""

from __future__ import annotations

from importlib import import_module

from uncc.kernel.model import Model

__all__ = ["Printed", "Shown"]


class Shown(Model):
    """The base of a model that a notebook shows as a page.

    Pages stand above all that they tell of, so the room is entered by its name, and only when somebody looks.
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        html: str = import_module("uncc.pages").shown(self)
        return html


class Printed(Shown):
    """The base of a report: `print` gives the short form of its page; all of it is in the page."""

    __slots__ = ()

    def __str__(self) -> str:
        pages = import_module("uncc.pages")
        text: str = pages.as_text(pages.page_of(self).short())
        return text.rstrip("\n")
