"""The table of figures: written from what was measured, kept as data, and held against later figures."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.clock import Spread
from benchmarks.measures import Measure, Subject

__all__ = ["FIGURES", "README", "kept", "regressions", "rendered", "text", "with_tables", "written"]

README = Path(__file__).with_name("README.md")
FIGURES = Path(__file__).with_name("figures.json")
START, END = "<!-- figures -->\n", "<!-- end of figures -->\n"
GROSS = 3
"""Only what exceeds its target and its kept figure by this factor is a regression: machines are shared."""


def text(measures: Iterable[Measure]) -> str:
    """Return figures as lines for a terminal."""
    return "\n".join(_lines(measures))


def _lines(measures: Iterable[Measure]) -> Iterator[str]:
    subject = None
    for one in measures:
        if one.subject is not subject:
            subject = one.subject
            yield f"\n{subject.value}\n{'least':>10} {'median':>10} {'most':>10}  {'target':<14}"
        spread = " ".join(f"{figure:>10}" for figure in _figures(one.spread))
        yield f"{spread}  {_target(one):<14}{_who(one)}"


def _figures(spread: Spread) -> tuple[str, ...]:
    return tuple(_figure(value) for value in (spread.least, spread.median, spread.most))


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _target(one: Measure) -> str:
    if one.target is None:
        return ""
    return f"{_figure(one.target)}, {'held' if one.held else 'missed'}"


def _who(one: Measure) -> str:
    return f"{one.who} ({one.note})" if one.note else one.who


def written(measures: Iterable[Measure], machine: Mapping[str, str]) -> str:
    """Return figures as JSON text, with what they depend on."""
    figures = [
        {
            "subject": one.subject.name,
            "who": one.who,
            "note": one.note,
            "spread": [one.spread.least, one.spread.median, one.spread.most],
            "target": one.target,
        }
        for one in measures
    ]
    return json.dumps({"machine": dict(machine), "figures": figures}, indent=1, ensure_ascii=False) + "\n"


def kept() -> tuple[list[Measure], dict[str, str]]:
    """Return the kept figures, and what they depend on."""
    found: dict[str, Any] = json.loads(FIGURES.read_text(encoding="utf-8"))
    return [_measure(one) for one in found["figures"]], found["machine"]


def _measure(found: dict[str, Any]) -> Measure:
    return Measure(
        subject=Subject[found["subject"]],
        who=found["who"],
        note=found["note"],
        spread=Spread(*found["spread"]),
        target=found["target"],
    )


def rendered(measures: Sequence[Measure], machine: Mapping[str, str]) -> str:
    """Return figures as tables in Markdown."""
    lines = [f"Measured with {', '.join(f'{name} {version}' for name, version in machine.items())}."]
    for subject in Subject:
        lines += ["", f"**{subject.value}**", "", "| | least | median | most | target |", "|---|--:|--:|--:|--:|"]
        for one in measures:
            if one.subject is subject:
                target = _target(one).replace("missed", "**missed**")
                lines.append(f"| {' | '.join((_who(one), *_figures(one.spread), target))} |")
    return "\n".join(lines) + "\n"


def with_tables(page: str, tables: str) -> str:
    """Return a page with its tables of figures renewed."""
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n{tables}\n{END}{after}"


def regressions(measures: Iterable[Measure], before: Iterable[Measure]) -> list[str]:
    """Return what exceeds both its target and its kept figure grossly, even at its least."""
    medians = {one.key: one.spread.median for one in before}
    found: list[str] = []
    for one in measures:
        if one.target is not None:
            limit = GROSS * max(one.target, medians.get(one.key, 0.0))
            if one.spread.least > limit:
                found.append(f"{one.key}: {_figure(one.spread.least)} at the least; the limit is {_figure(limit)}")
    return found
