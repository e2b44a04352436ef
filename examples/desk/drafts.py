"""The documents of a sitting: which there are, on which grounds, as far as the case fills them, and ready to sign."""

from __future__ import annotations

from collections import Counter
from typing import Any

from attrs import evolve
from sitting import Purpose, Sitting

from uncc.cases import LawReport
from uncc.cases.report import named_grounds
from uncc.cooperation import Ground
from uncc.doors.open_points import CaseFile
from uncc.doors.serial import from_json
from uncc.kernel.errors import NotDraftedError
from uncc.kernel.facts import Question
from uncc.kernel.roles import Role
from uncc.pages.documents import Blank, DocumentKind, Draft, DraftStatus, Letter, draft

__all__ = [
    "WITH_GROUNDS",
    "chosen",
    "documents",
    "drafted",
    "final",
    "grounds",
    "instead",
    "marks",
    "offered",
    "opened",
    "undetermined",
]

WITH_GROUNDS = (DocumentKind.REFUSAL, DocumentKind.CONSULTATION)
"""The documents that rest on grounds."""
_INSTEAD = (DocumentKind.INFORMATION_REQUEST, DocumentKind.CONSULTATION)
_SENDERS = {"ask": Role.REQUESTING_STATE, "reply": Role.REQUESTED_STATE}


def documents(sitting: Sitting) -> list[DocumentKind]:
    """Return the documents that there are for such a case."""
    case = sitting.interview.case
    return [] if case is None else [kind for kind in DocumentKind if case.case in kind.cases]


def offered(sitting: Sitting) -> list[DocumentKind]:
    """Return the documents that whoever sits at the desk would send; where that is not known, all."""
    purpose: Purpose | None = sitting.purpose
    sender = None if purpose is None else _SENDERS.get(purpose.side)
    return [kind for kind in documents(sitting) if sender in {None, kind.sender}]


def grounds(sitting: Sitting, kind: DocumentKind) -> list[Any]:
    """Return the grounds that are open against the request, and then those that are not known to be closed."""
    report = sitting.interview.report
    if kind not in WITH_GROUNDS or report is None or isinstance(report, LawReport):
        return []
    now_open = opened(sitting)
    return sorted((one for one in report.grounds if not one.finding.is_no), key=lambda one: one not in now_open)


def opened(sitting: Sitting) -> list[Any]:
    """Return the grounds that are open whatever is said yet: what a paper has not been asked for is not missing."""
    report = sitting.interview.report
    if report is None or isinstance(report, LawReport):
        return []
    found = CaseFile(sitting.interview.text).findings
    named = zip(named_grounds(report.grounds), report.grounds, strict=True)
    return [one for (name, _), one in named if found[name].is_yes]


def undetermined(sitting: Sitting, kind: DocumentKind) -> list[Question]:
    """Return the questions that decide the grounds that are not determined yet: first what decides most of them."""
    report = sitting.interview.report
    if report is None or isinstance(report, LawReport):
        return []
    found, now_open = CaseFile(sitting.interview.text).findings, opened(sitting)
    meant = [one for one in grounds(sitting, kind) if one not in now_open]
    named = zip(named_grounds(report.grounds), report.grounds, strict=True)
    asked = Counter(one for (name, _), ground in named if ground in meant for one in found[name].open_questions)
    return [one for one, _ in asked.most_common()]


def chosen(sitting: Sitting, kind: DocumentKind) -> tuple[Ground, ...]:
    """Return the grounds that were ticked, as far as the document is about grounds."""
    return tuple(ground for ground in Ground if kind in WITH_GROUNDS and ground.value in sitting.grounds)


def instead(sitting: Sitting, kind: DocumentKind) -> list[DocumentKind] | None:
    """Return what one may send instead of a refusal while no ground is open; `None` where a refusal is not excluded."""
    if kind is not DocumentKind.REFUSAL or opened(sitting):
        return None
    return [one for one in _INSTEAD if one in documents(sitting)]


def drafted(sitting: Sitting, kind: DocumentKind, status: DraftStatus = DraftStatus.DRAFT) -> Draft:
    """Return a document as far as the case can fill it; `NotDraftedError` as the library says."""
    case = sitting.interview.case
    assert case is not None  # or it has no documents
    return draft(case, kind, grounds=chosen(sitting, kind), letter=from_json(sitting.letter, Letter), status=status)


def final(sitting: Sitting, kind: DocumentKind) -> Draft | None:
    """Return a document ready to sign; `None` while something stands open that it cannot do without."""
    try:
        return drafted(sitting, kind, DraftStatus.FINAL)
    except NotDraftedError:
        return None


def marks(sitting: Sitting) -> tuple[Blank, ...]:
    """Return what the document that is being drafted leaves open; nothing where none is."""
    kind = next((one for one in documents(sitting) if one.value == sitting.draft), None)
    if kind is None:
        return ()
    open_now = tuple(one.ground.value for one in opened(sitting))
    for ticked in (sitting.grounds, open_now):  # a tick on what is not open shall not take the marks their words
        try:
            return drafted(evolve(sitting, grounds=ticked), kind).blanks
        except NotDraftedError:
            continue
    return ()
