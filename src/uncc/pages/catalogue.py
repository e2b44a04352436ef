"""Rows of the catalogue: one with its neighbours, or a list of them."""

from __future__ import annotations

import csv
import inspect
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from io import StringIO

from uncc.catalogue import Row, row
from uncc.doors.authentic_text import Text
from uncc.kernel.provisions import Provision, addresses, chapter_numeral
from uncc.pages.beside import text_mark, words_of
from uncc.pages.page import Paragraph, Table
from uncc.pages.writers.markdown import table_lines
from uncc.pages.writers.text import entry, heading, joined, paragraph

__all__ = ["provision_text", "rows_csv", "rows_markdown", "rows_text"]

HEADER = (
    "provision",
    "modality",
    "also",
    "bearers",
    "summary",
    "qualifications",
    "moment",
    "refers_to",
    "computed_by",
    "reason",
)

_PARAPHRASE_ONLY = "A paraphrase, not the text of the Convention"
_PARAPHRASE = f"{_PARAPHRASE_ONLY}: `uncc text add FILE` brings its words."


def provision_text(provision: Provision, text: Text | None = None) -> str:
    """Return a provision as text: its row, what computes it, and its neighbours; of an article, all of its rows.

    With a text of the Convention its words come first; what stands below them is a paraphrase, and says so.
    """
    return joined(_provision(provision, text))


def _provision(provision: Provision, text: Text | None) -> Iterator[str]:
    yield from paragraph(f"{provision}, {provision.article_title}".upper())
    yield from paragraph(f"Chapter {chapter_numeral(provision.chapter)}, {provision.chapter_title}")
    if text is not None:
        yield from heading(f"In the words of the Convention ({text.language.words})")
        for said in words_of(provision, text) or (Paragraph("The text that was added has no words of it."),):
            yield from paragraph(said.words, "  ")
        yield from ("", *paragraph(text_mark(text, provision)))
        yield from heading("In the words of this library")
    yield from ("", *paragraph(_PARAPHRASE if text is None else f"{_PARAPHRASE_ONLY}."))
    found = row(provision)
    if found is not None:
        yield ""
        yield from _row(found)
    elif provision in addresses():
        yield from ("", "The catalogue has no row for it yet.")
    parts = [part for part in addresses() if provision.contains(part) and part != provision]
    for title, others in (("Parts", parts), ("Around it", _neighbours(provision))):
        if others:
            yield from heading(title)
            for other in others:
                yield from _line(other)


def _neighbours(provision: Provision) -> list[Provision]:
    """Return what stands above a provision, and those of the same level next to it."""
    if provision.parent is None:
        return []
    siblings = provision.parent.children
    place = siblings.index(provision)
    above = [provision.parent] if provision.parent in addresses() else []
    return [*above, *siblings[max(place - 1, 0) : place], *siblings[place + 1 : place + 2]]


def _line(provision: Provision) -> Iterator[str]:
    found = row(provision)
    words = ": no row yet" if found is None else f", {found.modality.words}: {found.summary}"
    yield from paragraph(f"{provision}{words}", "  ", "      ")


def _row(found: Row) -> Iterator[str]:
    yield from paragraph(found.summary)
    yield ""
    also = "".join(f", also {modality.words}" for modality in found.also)
    yield from entry("Modality", f"{found.modality.words}{also}")
    yield from entry("Bearers", ", ".join(bearer.words for bearer in found.bearers) or "none")
    for label, words in (
        ("Qualified", "; ".join(found.qualifications)),
        ("When", found.moment),
        ("Refers to", ", ".join(str(other) for other in found.refers_to)),
        ("Not computed", found.reason),
    ):
        if words:
            yield from entry(label, words)
    if found.computed_by:
        yield from heading("Computed by")
        for name in found.computed_by:
            yield from paragraph(name, "  ")
            yield from paragraph(_question(name), "      ")


def _question(name: str) -> str:
    """Return the question that a function answers: the first sentence of what it says of itself."""
    module, _, function = name.rpartition(".")
    return (inspect.getdoc(getattr(import_module(module), function)) or "").split("\n\n")[0]


def rows_text(rows: Sequence[Row]) -> str:
    """Return rows as text, each with its modality, bearers and summary."""
    return joined(line for found in rows for line in _listed(found)) if rows else "None.\n"


def _listed(found: Row) -> Iterator[str]:
    who = ", ".join(bearer.words for bearer in found.bearers) or "none"
    yield from paragraph(f"{found.provision}, {found.modality.words} ({who})", "", "    ")
    yield from paragraph(found.summary, "    ")


def rows_csv(rows: Iterable[Row]) -> str:
    """Return rows as CSV text; what a row has several of is separated by semicolons."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows(_cells(found) for found in rows)
    return out.getvalue()


def rows_markdown(rows: Iterable[Row]) -> str:
    """Return rows as a table in Markdown."""
    table = Table(
        ("Provision", "Modality", "Bearers", "Summary", "Qualifications"),
        tuple((*cells[:2], *cells[3:6]) for cells in map(_cells, rows)),
    )
    return "\n".join(table_lines(table)) + "\n"


def _cells(found: Row) -> tuple[str, ...]:
    return (
        str(found.provision),
        found.modality.words,
        "; ".join(modality.words for modality in found.also),
        "; ".join(bearer.words for bearer in found.bearers),
        found.summary,
        "; ".join(found.qualifications),
        found.moment or "",
        "; ".join(str(other) for other in found.refers_to),
        "; ".join(found.computed_by),
        found.reason or "",
    )
