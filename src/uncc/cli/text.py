"""The command of the command line that takes in the authentic text of the Convention."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from uncc.doors.authentic_text import Language, Text
from uncc.doors.kept_text import keep
from uncc.kernel.errors import DocumentError, Fault
from uncc.kernel.provisions import addresses
from uncc.pages.writers.text import joined, paragraph

__all__ = ["add_text"]

MOST_EXAMPLES = 3


def add_text(commands: Any) -> None:
    """Add the command that takes in a text of the Convention."""
    command = commands.add_parser(
        "text",
        help="bring the authentic text of the Convention, which does not ship with this program",
        description="Take in the text of the Convention, so that its words can be shown beside what cites them.",
    )
    actions = command.add_subparsers(required=True, metavar="ACTION")
    add = actions.add_parser(
        "add",
        help="find the Convention in a text file, check it and keep it",
        description="Find every provision in a text (a PDF saved as text, a page, Markdown), say what departs from the "
        "text as adopted, and keep it in the folder UNCC_DATA, or where the platform keeps the data of a user. A text "
        "in English is checked; one in another language is found by its numbering.",
    )
    add.set_defaults(answer=_added)
    add.add_argument("file", type=Path, metavar="FILE", help="the text, as UTF-8")
    languages = [str(one.value) for one in Language]
    add.add_argument("--language", choices=languages, help="its language (by default told by its words)")


def _added(options: argparse.Namespace) -> str:
    text = Text.read(options.file, Language(options.language) if options.language else None)
    try:
        path = keep(text)
    except OSError as error:
        raise DocumentError([Fault("document", f"cannot be kept: {error.filename}: {error.strerror}")]) from None
    return joined(line for words in (*_told(text), f"Kept in {path}.") for line in paragraph(words))


def _told(text: Text) -> Iterator[str]:
    count, missing, departures = len(addresses()), len(text.missing()), text.departures()
    yield f"The text in {text.language.words}: {count - missing} of {count} provisions found."
    if not text.is_checked:
        yield "Its words are not checked: the fingerprints that ship with this program are of the text in English."
    elif not departures:
        yield "Every provision has the words of the text as adopted. Punctuation, blanks and capitals are not compared."
    for departure in departures:
        yield f"  {departure}"
    if departures and text.is_checked:
        yield "These words are kept as they stand, and are marked wherever they are shown."
    if text.set_aside:
        some = "; ".join(text.set_aside[:MOST_EXAMPLES])
        yield f"Lines set aside as none of the text, such as heads of pages: {len(text.set_aside)}, for example: {some}"
