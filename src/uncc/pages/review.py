"""The review of a State's implementation as a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from types import MappingProxyType
from typing import TypeVar

from uncc.kernel.duties import Duty, Promptness
from uncc.kernel.findings import Truth
from uncc.kernel.provisions import Provision, addresses, chapter_numeral, chapter_title
from uncc.pages.duties import softened
from uncc.pages.page import Block, Entry, Heading, Page, Paragraph, Point, Points, Section, Table
from uncc.pages.trees import aside
from uncc.pages.words import cited, count
from uncc.review import (
    Contradiction,
    Implementation,
    ImplementationStatus,
    Progress,
    Review,
    ReviewedProvision,
    Strength,
)

__all__ = ["review_page"]

Told = TypeVar("Told")
IN_PLACE, PARTLY, NOT = ImplementationStatus.IN_PLACE, ImplementationStatus.PARTLY, ImplementationStatus.NOT_IN_PLACE
UNKNOWN, NOT_APPLICABLE = ImplementationStatus.UNKNOWN, ImplementationStatus.NOT_APPLICABLE
SOFT = (Strength.TO_CONSIDER, Strength.TO_ENDEAVOUR, Strength.ENCOURAGED)
_TITLES = MappingProxyType(
    {
        Strength.MANDATORY: "Mandatory",
        Strength.TO_CONSIDER: "To consider",
        Strength.TO_ENDEAVOUR: "To endeavour",
        Strength.ENCOURAGED: "Encouraged",
        Strength.OPTION: "Options",
    }
)


def review_page(review: Review) -> Page:
    """Return a review as a page."""
    return Page(
        title=f"Implementation of the United Nations Convention against Cybercrime: {review.state}",
        entries=tuple(_brief(review)),
        sections=tuple(_sections(review)),
        foot=f"Computed by uncc {review.library} from what the State says of itself. It holds answers against each "
        "other, the text, the law as described and the notifications given, and takes the facts in them as they are "
        "stated. Not legal advice.",
    )


def _brief(review: Review) -> Iterator[Entry]:
    yield "State", review.state
    if review.as_of is not None:
        yield "As of", review.as_of.isoformat()
    yield "Law", review.law or "none described: the answers on offences are held against no law"
    described = "described" if review.procedural_law else "not described: the answers are held against none"
    yield "Procedure", described
    yield "Mandatory", _figure(next(found for found in review.progress if found.strength is Strength.MANDATORY))
    yield "Gaps", count(len(review.mandatory_gaps), "mandatory provision") + " not in place or only partly"
    certain = sum(found.certain for found in review.contradictions)
    yield "At odds", f"{count(certain, 'contradiction')}, {count(len(review.contradictions) - certain, 'doubt')}"
    yield "Owed", _owed(review.notifications)
    if review.notified_on is not None:
        yield "Received", f"by the depositary until {review.notified_on}"
    if review.rows < len(addresses()):
        yield "Reviewed", f"{review.rows} of the {len(addresses())} provisions: the others have no row in the catalogue"


def _figure(progress: Progress) -> str:
    return f"{progress.in_place} of {progress.applicable} in place; {progress.unknown} not known"


def _owed(owed: tuple[Duty, ...] | None) -> str:
    if owed is None:
        return "notifications were not looked at"
    sure = sum(duty.trigger.is_yes for duty in owed)
    return f"{count(sure, 'notification')} missing, {len(owed) - sure} not determined"


def _sections(review: Review) -> Iterator[Section]:
    in_all, by_chapter = (
        _table(found for found in review.progress if (found.chapter is None) is whole) for whole in (True, False)
    )
    yield Section("Progress by strength", (Paragraph(_PROGRESS), in_all))
    yield Section("Progress by chapter, of what is mandatory", (by_chapter,))
    yield _listed("Mandatory gaps", review.mandatory_gaps, "None: nothing that is mandatory is said to be missing.")
    yield _listed(
        "Duties to consider, to endeavour, and what is encouraged", _soft(review, NOT, PARTLY), "None missing."
    )
    yield _listed("Options taken", review.of(Strength.OPTION, IN_PLACE, PARTLY), "None.")
    yield _listed("Options not taken", review.of(Strength.OPTION, NOT), "None is said not to be taken.", _summary)
    yield Section("Contradictions", tuple(_contradictions(review.contradictions)))
    yield Section("Notifications", tuple(_notifications(review.notifications)))
    yield _named("Mandatory, and not known", review.of(Strength.MANDATORY, UNKNOWN))
    yield _named("Not known beside that", (*_soft(review, UNKNOWN), *review.of(Strength.OPTION, UNKNOWN)))
    not_applicable = tuple(found for found in review.provisions if found.status is NOT_APPLICABLE)
    yield _listed("Said not to be applicable", not_applicable, "None.")
    in_place = (*review.of(Strength.MANDATORY, IN_PLACE), *_soft(review, IN_PLACE))
    yield _listed("In place", tuple(filter(_is_its_own, in_place)), "None.", _brief_point)
    if review.not_counted:
        words = f"They ask nothing of a State, or the catalogue has no row: {cited(review.not_counted)}."
        yield Section("Answered, and not counted", (Paragraph(words),))


_PROGRESS = (
    "Each provision of the catalogue that asks something of a State counts once, paragraphs and their parts alike. "
    "What is not applicable is taken off the denominator; what is not answered is not known."
)


def _soft(review: Review, *statuses: ImplementationStatus) -> tuple[ReviewedProvision, ...]:
    return tuple(found for strength in SOFT for found in review.of(strength, *statuses))


def _table(figures: Iterable[Progress]) -> Table:
    header = ("", "in place", "partly", "not", "not known", "applicable", "not applicable")
    return Table(header, tuple(_row(progress) for progress in figures))


def _row(progress: Progress) -> tuple[str, ...]:
    name = _TITLES[progress.strength] if progress.chapter is None else f"Chapter {chapter_numeral(progress.chapter)}"
    counts = (progress.partly, progress.not_in_place, progress.unknown, progress.applicable, progress.not_applicable)
    return (name, _share(progress), *map(str, counts))


def _share(progress: Progress) -> str:
    percent = f" ({100 * progress.in_place // progress.applicable} %)" if progress.applicable else ""
    return f"{progress.in_place} of {progress.applicable}{percent}"


def _over(provision: Provision) -> str:
    return f"Chapter {chapter_numeral(provision.chapter)}, {chapter_title(provision.chapter)}"


def _title(provision: Provision) -> str:
    return f"Art. {provision.article}, {provision.article_title}"


def _is_its_own(found: ReviewedProvision) -> bool:
    """Whether what is said of a provision is said of it, and not of a paragraph around it."""
    return found.answer is not None and found.answer.provision == found.provision


def _by_article(found: Iterable[ReviewedProvision]) -> Iterator[tuple[Provision, list[ReviewedProvision]]]:
    """Yield the provisions of each article together, in the text's order, with one that stands for all."""
    in_order = sorted(found, key=lambda one: one.provision)
    for _, members in groupby(in_order, key=lambda one: one.provision.article):
        together = list(members)
        yield together[0].provision, together


def _in_chapters(
    told: Iterable[tuple[Provision, Told]], blocks: Callable[[tuple[Told, ...]], Iterable[Block]]
) -> Iterator[Block]:
    """Yield what is told of articles as blocks, chapter by chapter, each below its heading."""
    for over, pairs in groupby(told, key=lambda pair: _over(pair[0])):
        yield Heading(over)
        yield from blocks(tuple(one for _, one in pairs))


def _listed(
    title: str,
    found: tuple[ReviewedProvision, ...],
    nothing: str,
    point: Callable[[ReviewedProvision], Point] | None = None,
) -> Section:
    """Return a section with a list for each article; a point is by default all that the State says of a provision."""
    lists = (
        (first, Points(tuple(map(point or _point, all_of)), _title(first))) for first, all_of in _by_article(found)
    )
    return Section(title, tuple(_in_chapters(lists, tuple)) if found else (Paragraph(nothing),))


def _named(title: str, found: tuple[ReviewedProvision, ...]) -> Section:
    """Return a section that names provisions, one line for each article."""
    lines = (
        (first, Point(f"{_title(first)}: {cited(one.provision for one in all_of)}"))
        for first, all_of in _by_article(found)
    )
    blocks = _in_chapters(lines, lambda points: (Points(points),))
    return Section(title, tuple(blocks) if found else (Paragraph("None."),))


def _says(found: ReviewedProvision) -> str:
    also = "".join(f" and {modality.words}" for modality in found.also)
    return f"{found.provision}, {found.modality.words}{also}: {found.summary}"


def _with_details(words: str, details: Iterable[str]) -> Point:
    return Point(words, below=tuple(map(Point, details)))


def _point(found: ReviewedProvision) -> Point:
    softened = (f"As the text qualifies it: {'; '.join(found.qualifications)}.",) if found.qualifications else ()
    moment = (f"When: {found.moment}.",) if found.moment else ()
    return _with_details(_says(found), (*softened, *moment, *_answer(found)))


def _brief_point(found: ReviewedProvision) -> Point:
    return Point(f"{found.provision}: {' '.join(_answer(found))}")


def _summary(found: ReviewedProvision) -> Point:
    return Point(_says(found))


def _answer(found: ReviewedProvision) -> Iterator[str]:
    answer = found.answer or Implementation(provision=found.provision)
    around = "" if _is_its_own(found) else f" (as said of {answer.provision})"
    since = f", since {answer.since}" if answer.since else ""
    measure = f": {answer.measure}" if answer.measure else "; no measure is named"
    yield f"{answer.status.words.capitalize()}{around}{measure if answer.status in (IN_PLACE, PARTLY) else ''}{since}."
    if answer.measure and answer.status not in (IN_PLACE, PARTLY):
        yield f"Measure: {answer.measure}."
    if answer.reserved is not None:
        on = f" on {answer.reserved_on}" if answer.reserved_on else ""
        yield f"Reserved or declared: {'yes' if answer.reserved else 'no'}{on}."
    for label, words in (("Evidence", answer.evidence), ("Note", answer.note)):
        if words:
            yield f"{label}: {words}"


def _contradictions(found: tuple[Contradiction, ...]) -> Iterator[Block]:
    if not found:
        yield Paragraph("None found.")
    for title, certain in (("Certain", True), ("To be looked at", False)):
        members = [one for one in found if one.certain is certain]
        if members:
            points = (_with_details(f"{one.provision}: {one.kind.words}", one.details) for one in members)
            yield Points(tuple(points), title)


def _notifications(owed: tuple[Duty, ...] | None) -> Iterator[Block]:
    if owed is None:
        yield Paragraph("Not looked at: nothing was given on what the depositary has received.")
    if owed == ():
        yield Paragraph("None is missing.")
    for title, truth in (("Missing", Truth.YES), ("Not determined", Truth.UNKNOWN)):
        members = [duty for duty in owed or () if duty.trigger.truth is truth]
        if members:
            yield Points(tuple(map(_notification, members)), title)


def _notification(duty: Duty) -> Point:
    towards = f" (to: {duty.towards.words})" if duty.towards else ""
    due = duty.deadline.value if isinstance(duty.deadline, Promptness) else duty.deadline
    when = (Point(f"Due: {due}"),) if due else ()
    words = f"{cited(duty.authority)}, {duty.modality.words}: {duty.act_in_question}{softened(duty)}{towards}"
    return Point(words, below=(*when, aside(duty.trigger)))
