"""What others wrote: for a text that somebody is to write, one from a case of the examples beside this desk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from uncc.cases import CaseKind

__all__ = ["specimen_of"]

_EXAMPLES = Path(__file__).resolve().parent.parent
_LONGEST = 200


def specimen_of(kind: CaseKind, path: str) -> str:
    """Return what a case of the examples says at a place, of a long text the beginning; nothing where none says any."""
    text = next(_texts(kind, path), "")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition('. ')[0]}. …"


def _texts(kind: CaseKind, path: str) -> Iterator[str]:
    for case in _cases():
        found: Any = case if case.get("case") == kind.value else None
        for key in path.split("."):
            found = found.get(key) if isinstance(found, dict) else None
        if isinstance(found, str):
            yield found


@cache
def _cases() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(one.read_text(encoding="utf-8")) for one in sorted(_EXAMPLES.glob("*.json")))
