"""What a notebook shows of a value: its page, of which the kernel knows nothing but the name of the room."""

from __future__ import annotations

from importlib import import_module

from uncc.kernel.model import Model

__all__ = ["Shown"]


class Shown(Model):
    """The base of a model that a notebook shows as a page.

    Pages stand above all that they tell of, so the room is entered by its name, and only when somebody looks.
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        html: str = import_module("uncc.pages").shown(self)
        return html
