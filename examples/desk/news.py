"""What an answer has changed, in sentences: which grounds are open, what is settled, otherwise, or open again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from uncc.cases import LawReport, Report
from uncc.cases.ledger import stated_facts
from uncc.cooperation import Ground
from uncc.doors.interview import Interview
from uncc.kernel.findings import Truth

__all__ = ["OPEN_NOW", "news_of", "open_grounds", "words_by_name"]


OPEN_NOW = "A ground for refusal is now open"


def news_of(before: Interview, after: Interview, place_words: Callable[[str], str]) -> tuple[str, ...]:
    """Return what changed between two states of an interview; `place_words` tells a place of the file in words."""
    if before.text == after.text:
        return ()
    was, now = _standing(before), _standing(after)
    words = words_by_name(after.report)
    open_before, open_after = open_grounds(was), open_grounds(now)
    grounds = {*open_before, *open_after}

    def told(names: Iterable[str]) -> Iterable[str]:
        return (words.get(one, one) for one in names if one not in grounds)

    said: dict[str, Iterable[str]] = {
        OPEN_NOW: (open_after[one] for one in open_after if one not in open_before),
        "A ground for refusal is not open any more": (open_before[one] for one in open_before if one not in open_after),
        "Settled": told(one for one in now if one not in was and before.case is not None),
        "Now otherwise": told(one for one in now if one in was and now[one] is not was[one]),
        "Open again": told(one for one in was if one not in now),
        "Not needed as things stand, and kept": map(place_words, _idle(before, after)),
    }
    told_once = {what: [*dict.fromkeys(names)] for what, names in said.items()}
    found = tuple(_sentence(what, names) for what, names in told_once.items() if names)
    return found or (() if before.case is None else ("No answer that you want changes by it.",))


def _idle(before: Interview, after: Interview) -> list[str]:
    """Return the places of what was said before, and is not needed since: what was just said was asked for."""
    said = () if before.case is None else (one.path for one in stated_facts(before.case))
    idle = {*said} & {*after.not_needed} - {*before.not_needed}
    return [path for path in after.not_needed if path in idle]


def _sentence(what: str, names: Sequence[str]) -> str:
    """Return what changed; of many answers that are settled at once how many, for the report has each."""
    is_much = what == "Settled" and len(names) > 1
    return f"{what}: {f'{len(names)} answers' if is_much else '; '.join(names)}."


def _standing(interview: Interview) -> dict[str, Truth]:
    """Return the answers that are wanted and settled, each as it stands."""
    named = {} if interview.report is None else dict(interview.report.named)
    return {name: named[name].truth for name in interview.progress.settled if name in named}


def open_grounds(standing: Mapping[str, Truth]) -> dict[str, str]:
    """Return the grounds that are open, in words by the name of their answers; one may have several offences."""
    names = [name for name, truth in standing.items() if name.startswith("grounds.") and truth is Truth.YES]
    return {
        name: ground.words for name in names for ground in Ground if f"{name}-".startswith(f"grounds.{ground.value}-")
    }


def words_by_name(report: Report | LawReport | None) -> dict[str, str]:
    """Return for the names of answers what they say, with yes or no before it where that is known."""
    return {} if report is None else {name: _worded(name, node) for name, node in report.named}


def _worded(name: str, node: Any) -> str:
    of = f" ({name.partition('.')[2].replace('-', ' ')})" if "." in name else ""
    truth = "" if node.is_unknown else f"{node.truth.name}: "
    return f"{truth}{node.statement}{of}"
