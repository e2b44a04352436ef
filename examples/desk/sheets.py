"""Which questions stand together on one form: those of a part of the file, in the order of the text.

A form is what a person fills in at one go. What would be asked only if another answer of the form were not as hoped
(a serious crime, where the offence is one of the Convention's anyway) waits for the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from drafts import drafted
from sitting import Sitting

from uncc.cases import CaseKind
from uncc.cases.ledger import place_in
from uncc.doors.interview import Interview
from uncc.doors.open_points import CaseFile, places_of
from uncc.doors.prompts import Prompt, ValueKind
from uncc.kernel.facts import Question
from uncc.kernel.findings import Kind, Node, Truth

__all__ = ["Sheet", "sheet", "to_ask"]

MOST = 12
"""How many questions of several parts stand on one form at most; those of one part are never torn apart."""
_HOPED = ("in-force", "scope", "conditions", "conformity")
"""The answers that are yes where a request goes well."""
_CONTACT = "request.authority.contact"
"""Where a request says to whom the reply goes: a letter does without, and is better with it."""


class Sheet(NamedTuple):
    """The questions of a form, how many come after it as things stand, and whether an answer has called for it."""

    prompts: tuple[Prompt, ...] = ()
    more: int = 0
    is_further: bool = False


def sheet(sitting: Sitting) -> Sheet:
    """Return the next form: with what the file must have go the first of the questions that follow."""
    interview = sitting.interview
    needed = interview.questions if interview.report is None else ()
    forms = _together(sitting)
    if not forms:
        return Sheet(needed)
    first, *later = forms
    document = () if needed or later else _of_document(sitting, first)
    is_further = (
        not needed
        and bool(sitting.asked)
        and _planned(interview.kind, interview.wanted).isdisjoint(one.path for one in first)
    )
    return Sheet((*needed, *first, *document), len(later), is_further)


@lru_cache(maxsize=32)
def _planned(kind: CaseKind, wanted: tuple[str, ...]) -> frozenset[str]:
    """Return the places that are asked for of a case of which nothing is told."""
    forms = _together(Sitting(Interview.of(kind, wanted)))
    return frozenset(one.path for form in forms for one in form)


def to_ask(sitting: Sitting, questions: Iterable[Question]) -> list[Prompt]:
    """Return what to ask so that some questions are answered: each place once; no second way where a first is open."""
    case = sitting.interview.case
    if case is None:
        return []
    where = places_of(case)
    paths = dict.fromkeys(place_in(where, one.whole) for one in questions)
    spared = _spared(sitting.interview)
    return [sitting.prompt(path) for path in [one for one in paths if one not in spared] or paths if path]


def _of_document(sitting: Sitting, last: tuple[Prompt, ...]) -> Iterator[Prompt]:
    """Yield what the document still needs that is written for it, where these questions are the last."""
    interview, purpose = sitting.interview, sitting.purpose
    asked = {one.path for one in interview.questions} - {*interview.postponed} - _spared(interview)
    if purpose is None or purpose.document is None or asked - {one.path for one in last}:
        return
    for blank in drafted(sitting, purpose.document).blanks:
        pairs = ((f"{one.path}.", f"{blank.path}.") for one in interview.questions)
        is_asked = any(one.startswith(other) or other.startswith(one) for one, other in pairs)
        if blank.path and not blank.optional and not is_asked:
            yield sitting.prompt(sitting.around(blank.path))
        elif blank.optional and blank.path.startswith(_CONTACT) and sitting.around(blank.path) == blank.path:
            yield sitting.prompt(f"{_CONTACT}.name")


def _together(sitting: Sitting) -> list[tuple[Prompt, ...]]:
    """Return the questions form by form, as things stand."""
    interview = sitting.told
    upcoming = [one for one in interview.questions if one.path not in interview.postponed]
    spared = _spared(interview, feared="grounds.")
    groups: dict[tuple[str, bool], list[Prompt]] = {}
    for one in [one for one in upcoming if one.path not in spared] or upcoming:
        groups.setdefault(_group(sitting, one), []).append(one)
    groups = dict(sorted(groups.items(), key=lambda each: _turn(sitting, *each[0])))
    forms: list[tuple[Prompt, ...]] = []
    kind: tuple[bool, int] | None = None
    for (part, is_paper), group in groups.items():
        found = tuple(sorted(group, key=lambda one: sitting.rank(one.path)))
        before, kind = kind, (is_paper, _turn(sitting, part, is_paper))
        if kind == before and len(forms[-1]) + len(found) <= MOST:
            forms[-1] += found
        else:
            forms.append(found)
    return forms


def _turn(sitting: Sitting, part: str, is_paper: bool) -> int:  # noqa: FBT001  # as groups are told apart
    """Return when a group is asked for: who asks begins with the paper, who replies with its own State."""
    later = {"request": 1, _LISTS: 1, _READINGS: 3}.get(part, 0)
    return {"ask": int(not is_paper), "reply": 2 if is_paper else later}.get(sitting.side, 0)


_READINGS = "readings"
"""The group of readings: whoever replies chooses one at the end, or beside the document for which it matters."""
_LISTS = "lists"
"""The group of what is told thing by thing: whoever replies needs it less often than what a word answers."""


def _group(sitting: Sitting, prompt: Prompt) -> tuple[str, bool]:
    part = prompt.path.partition(".")[0]
    if sitting.side == "reply" and prompt.kind is ValueKind.LIST and not sitting.is_paper(prompt.path):
        return _LISTS, False
    return "States" if part in {"requesting", "requested"} else part, sitting.is_paper(prompt.path)


def _spared(interview: Interview, feared: str = "none") -> set[str]:
    """Return the places that are asked for only if a hoped-for answer does not come about in its first way.

    A way is not the first where somebody has put off what it needs. Of what is feared it is hoped that it is not so.
    """
    file = CaseFile(interview.text)
    where = places_of(file.known_case)
    hoped = [(node, Truth.YES) for name, node in file.findings.items() if name in _HOPED]
    hoped += [(node, Truth.NO) for name, node in file.findings.items() if name.startswith(feared)]

    def first(node: Node, wanted: Truth) -> set[str]:
        if not node.is_unknown:
            return set()
        own = {place_in(where, node.about.whole)} if isinstance(node.about, Question) else set[str]()
        after = ~wanted if node.kind in {Kind.NOT, Kind.NONE} else wanted
        ways = [way for limb in node.because if (way := first(limb, after))]
        if node.kind is Kind.WHERE:
            ways = ways[:1]
        elif _is_choice(node, wanted):
            ways = [*(way for way in ways if way.isdisjoint(interview.postponed)), *ways][:1]
        return own.union(*ways)

    about = [one.about for node, _ in hoped for one in node.walk() if one.is_unknown]
    asked = {place_in(where, one.whole) for one in about if isinstance(one, Question)}
    return asked.difference(*(first(node, wanted) for node, wanted in hoped))


def _is_choice(node: Node, wanted: Truth) -> bool:
    """Whether one of the limbs is enough for what is wanted."""
    return node.kind is Kind.ANY if wanted is Truth.YES else node.kind in {Kind.ALL, Kind.NONE}
