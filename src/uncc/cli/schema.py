"""The documents that pass between systems, and the command of the command line that prints the JSON Schema of one."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from uncc.cases import (
    AssistanceCase,
    ConfiscationCase,
    DomesticLaw,
    ExtraditionCase,
    LawReport,
    PreservationCase,
    Report,
)
from uncc.doors.schema import schema
from uncc.pages.documents import Letter
from uncc.review import RatificationFile, StateRecord

__all__ = ["add_schema", "documents"]


def documents() -> Mapping[str, type[Any]]:
    """Return the model of each kind of document that passes between systems, by its name on the command line.

    >>> " ".join(documents())
    'preservation assistance extradition confiscation domestic-law report law-report implementation ratification letter'
    """
    return MappingProxyType(
        {
            "preservation": PreservationCase,
            "assistance": AssistanceCase,
            "extradition": ExtraditionCase,
            "confiscation": ConfiscationCase,
            "domestic-law": DomesticLaw,
            "report": Report,
            "law-report": LawReport,
            "implementation": StateRecord,
            "ratification": RatificationFile,
            "letter": Letter,
        }
    )


def add_schema(commands: Any) -> None:
    """Add the command that prints a schema."""
    command = commands.add_parser(
        "schema",
        help="print the JSON Schema of a case, a report, a record or a letter",
        description="Print the JSON Schema (2020-12) of one kind of document.",
    )
    command.set_defaults(answer=_schema)
    kinds = list(documents())
    command.add_argument("kind", choices=kinds, metavar="KIND", help=f"one of: {', '.join(kinds)}")


def _schema(options: argparse.Namespace) -> str:
    return json.dumps(schema(documents()[options.kind]), indent=2, ensure_ascii=False) + "\n"
