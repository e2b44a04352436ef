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
    Docket,
    DomesticLaw,
    ExtraditionCase,
    LawReport,
    PreservationCase,
    Report,
    ReportDifference,
)
from uncc.doors.schema import schema
from uncc.final_provisions import StatusTable
from uncc.pages.documents import Letter
from uncc.review import RatificationFile, Review, StateRecord

__all__ = ["add_schema", "documents"]


def documents() -> Mapping[str, type[Any]]:
    """Return the model of each kind of document that passes between systems, by its name on the command line.

    >>> print(*documents())  # doctest: +NORMALIZE_WHITESPACE
    preservation assistance extradition confiscation domestic-law report law-report implementation ratification letter
    docket difference review status
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
            "docket": Docket,
            "difference": ReportDifference,
            "review": Review,
            "status": StatusTable,
        }
    )


def add_schema(commands: Any) -> None:
    """Add the command that prints a schema."""
    command = commands.add_parser(
        "schema",
        help="print the JSON Schema of a case, a letter, a record, or of what a command prints as JSON",
        description="Print the JSON Schema (2020-12) of one kind of document.",
    )
    command.set_defaults(answer=_schema)
    kinds = list(documents())
    command.add_argument("kind", choices=kinds, metavar="KIND", help=f"one of: {', '.join(kinds)}")
    command.add_argument(
        "--for-types", action="store_true", help="for a tool that generates types, and not for validating a report"
    )


def _schema(options: argparse.Namespace) -> str:
    found = schema(documents()[options.kind], for_types=options.for_types)
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"
