"""What `help` says of a class of facts: what was written, and of each fact its sentence, provision and who answers.

The sentences stand in the declarations. They are put together when somebody asks, so that loading costs nothing.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

__all__ = ["Documented", "written_of"]


class Documented:
    """The documentation of a class of facts, in the place of the text that was written for it."""

    __slots__ = ("written",)

    def __init__(self, written: str | None) -> None:
        self.written = written or ""

    def __get__(self, _: object, holder: Any) -> str:
        """Return the text, and after it a line for each fact."""
        asked: Mapping[str, object] = holder.asked()
        facts = "\n".join(f"- `{name}`: {question}" for name, question in asked.items())
        return "\n\n".join(filter(None, (inspect.cleandoc(self.written), facts)))


def written_of(documented: Any) -> str:
    """Return the text that was written for a class or a function, without what is put together from declarations.

    >>> written_of(written_of).partition(",")[0]
    'Return the text that was written for a class or a function'
    """
    text = vars(documented).get("__doc__") if inspect.isclass(documented) else documented.__doc__
    return inspect.cleandoc((text.written if isinstance(text, Documented) else text) or "")
