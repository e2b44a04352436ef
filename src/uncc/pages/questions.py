"""What is asked of a finding as a page: all completions of its open questions, its switches, what changed in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from uncc.kernel.facts import Question
from uncc.kernel.findings import Truth
from uncc.kernel.readings import Reading
from uncc.kernel.rows import Rows
from uncc.pages.called import UNNAMED
from uncc.pages.page import Block, Heading, Page, Paragraph, Point, Section, Table, Tree
from uncc.pages.trees import one_tree, tree
from uncc.pages.words import cited
from uncc.questions.difference import Difference
from uncc.questions.exploration import Exploration, Weight
from uncc.questions.switching import WhatIf

__all__ = ["asked", "difference_page", "exploration_page", "rows_page", "table_of", "what_if_page"]

MOST_ROWS = 32
_WEIGHTS = ("question", "it alone decides in", "who can answer")
_WIDTHS = (60, 19, 24)
_WIDTH, _NARROWEST = 24, 4
"""How wide a column of a table is in text, and how narrow it can be where there are many."""
_PAGE = Page().width


def exploration_page(found: Exploration) -> Page:
    """Return an exploration as a page: how many completions have each answer, the weights, and the rows."""
    return Page(sections=tuple(_sections(found)))


def _sections(found: Exploration) -> Iterator[Section]:
    finding = found.finding
    root = Point(finding.statement, answer=finding.truth, cited=finding.citation)
    counted = f"{found.yes} YES, {found.no} NO, {found.unknown} UNKNOWN, of {found.total}"
    yield Section("", (Tree((root,)), Paragraph(counted, label="Completions:")))
    if found.weights:
        weights = tuple(map(_weight, found.weights))
        yield Section("Weights: the heaviest question first", (Table(_WEIGHTS, weights, _WIDTHS),))
        shown = "all of them" if found.total <= MOST_ROWS else f"the first {MOST_ROWS} of {found.total}"
        yield Section(f"Rows: {shown}", (_rows(found),))


def _weight(weight: Weight) -> tuple[str, ...]:
    question = weight.question
    return asked(question), f"{weight.pivotal} of {weight.total}", question.asked_of.words


def asked(question: Question) -> str:
    """Return a question in words: what it is about, its statement and its provisions."""
    return f"{_said(question)} [{cited(question.authority)}]"


def _rows(found: Exploration) -> Table:
    first = list(islice(found.rows(), MOST_ROWS))
    return Table(tuple(first[0]), tuple(tuple(_cell(value) for value in row.values()) for row in first))


def _cell(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def what_if_page(switches: WhatIf) -> Page:
    """Return a finding with switches as a page: the answer with what carries it, what is supposed, what matters."""
    return Page(sections=(Section("", tuple(_as_they_stand(switches))),))


def _as_they_stand(switches: WhatIf) -> Iterator[Block]:
    yield Tree((tree(switches.finding.decisive()),))
    if switches.start.truth is not switches.finding.truth:
        yield Paragraph(switches.start.truth.name, label="At the start:")
    if switches.supposed:
        supposed = (one for one in switches.switches if one.question in dict(switches.supposed))
        yield Heading("Supposed")
        yield Table(_SUPPOSED, tuple((asked(one.question), one.at_start, one.now) for one in supposed), _WIDTHS)
    yield Heading("What still matters, the heaviest first")
    rows = tuple((asked(one), one.asked_of.words) for one in switches.open_questions)
    yield Table(_MATTERS, rows, _WIDTHS[:2]) if rows else Paragraph("Nothing: the answer is settled.")


_SUPPOSED = ("question", "at the start", "now")
_MATTERS = ("question", "who can answer")


def difference_page(changed: Difference) -> Page:
    """Return a difference as a page: the answer, then each fact, reading and limb that is not as it was."""
    after = changed.after
    points = tuple(_changes(changed)) or (Point("nothing", label="Changed:"),)
    answer = _move(changed.before.truth, after.truth)
    return one_tree(Point(after.statement, label=answer, cited=after.citation, below=points))


def _changes(changed: Difference) -> Iterator[Point]:
    for fact in changed.facts:
        words = f"{_said(fact.question)}{' (the answer rests on it)' if fact.decisive else ''}"
        yield Point(words, label=f"fact {_move(fact.before, fact.after)}", cited=cited(fact.question.authority))
    for one in changed.readings:
        words = f"{one.reading.question} {_option(one.before)} -> {_option(one.after)}"
        yield Point(words, label="reading", cited=cited(one.reading.authority))
    for limb in changed.limbs:
        yield Point(limb.statement, label=f"limb {_move(limb.before, limb.after)}", cited=cited(limb.authority))


def _move(before: Truth | None, after: Truth | None) -> str:
    return " -> ".join("none" if truth is None else truth.name for truth in (before, after))


def _option(option: Reading | None) -> str:
    return "none chosen" if option is None else option.words


def _said(question: Question) -> str:
    return UNNAMED.about(question.subject, question.statement)


def rows_page(found: Rows[object]) -> Page:
    """Return several things of one kind as a page: a table, with a row for each."""
    return Page(sections=(Section("", (table_of(found),)),))


def table_of(found: Rows[object]) -> Table | Paragraph:
    """Return several things of one kind as a table, with a row for each and a column for what any of them has."""
    told = found.to_rows()
    if not told:
        return Paragraph("None.")
    names = [name for name in told[0] if any(row[name] not in (None, "") for row in told)]
    header = tuple(name.replace("_", " ") for name in names)
    cells = tuple(tuple("" if row[name] is None else _cell(row[name]) for name in names) for row in told)
    return Table(header, cells, (max(_NARROWEST, min(_WIDTH, _PAGE // len(header) - 2)),) * len(header))
