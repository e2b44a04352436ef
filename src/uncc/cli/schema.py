"""The command of the command line that prints the JSON Schema of a document."""

from __future__ import annotations

import argparse
import json
from typing import Any

from uncc.doors.schema import documents, schema

__all__ = ["add_schema"]


def add_schema(commands: Any) -> None:
    """Add the command that prints a schema."""
    command = commands.add_parser(
        "schema",
        help="print the JSON Schema of a case, a report or a record",
        description="Print the JSON Schema (2020-12) of one kind of document.",
    )
    command.set_defaults(answer=_schema)
    kinds = list(documents())
    command.add_argument("kind", choices=kinds, metavar="KIND", help=f"one of: {', '.join(kinds)}")


def _schema(options: argparse.Namespace) -> str:
    return json.dumps(schema(documents()[options.kind]), indent=2, ensure_ascii=False) + "\n"
