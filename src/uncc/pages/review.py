"""The review of a State's implementation as a document: text, Markdown or HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from types import MappingProxyType

from uncc.kernel.duties import Duty
from uncc.kernel.findings import Truth
from uncc.kernel.provisions import Provision, addresses, chapter_numeral, chapter_title
from uncc.pages.document import Document, Group, Item, Section, Table, as_html, as_markdown, as_text
from uncc.pages.layout import count
from uncc.review import (
    Contradiction,
    Implementation,
    ImplementationStatus,
    Progress,
    Review,
    ReviewedProvision,
    Strength,
)

__all__ = ["review_html", "review_markdown", "review_text"]

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


def review_text(review: Review) -> str:
    """Return a review as text, with no line longer than 98 characters but for single long words."""
    return as_text(_document(review))


def review_markdown(review: Review) -> str:
    """Return a review as Markdown."""
    return as_markdown(_document(review))


def review_html(review: Review) -> str:
    """Return a review as a page of HTML that needs nothing else."""
    return as_html(_document(review))


def _document(review: Review) -> Document:
    return Document(
        title=f"Implementation of the United Nations Convention against Cybercrime: {review.state}",
        entries=tuple(_brief(review)),
        sections=tuple(_sections(review)),
        foot=f"Computed by uncc {review.library} from what the State says of itself. It holds answers against each "
        "other, the text, the law as described and the notifications given, and takes the facts in them as they are "
        "stated. Not legal advice.",
    )


def _brief(review: Review) -> Iterator[tuple[str, str]]:
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
    yield Section("Progress by strength", _PROGRESS, table=_table([p for p in review.progress if p.chapter is None]))
    yield Section(
        "Progress by chapter, of what is mandatory",
        table=_table([progress for progress in review.progress if progress.chapter is not None]),
    )
    yield _listed("Mandatory gaps", review.mandatory_gaps, "None: nothing that is mandatory is said to be missing.")
    yield _listed(
        "Duties to consider, to endeavour, and what is encouraged", _soft(review, NOT, PARTLY), "None missing."
    )
    yield _listed("Options taken", review.of(Strength.OPTION, IN_PLACE, PARTLY), "None.")
    yield _named("Options not taken", review.of(Strength.OPTION, NOT), "None is said not to be taken.", summaries=True)
    yield _contradictions(review.contradictions)
    yield _notifications(review.notifications)
    yield _named("Mandatory, and not known", review.of(Strength.MANDATORY, UNKNOWN), "None.")
    yield _named("Not known beside that", (*_soft(review, UNKNOWN), *review.of(Strength.OPTION, UNKNOWN)), "None.")
    yield _listed(
        "Said not to be applicable",
        tuple(found for found in review.provisions if found.status is NOT_APPLICABLE),
        "None.",
    )
    in_place = (*review.of(Strength.MANDATORY, IN_PLACE), *_soft(review, IN_PLACE))
    yield _listed("In place", tuple(filter(_is_its_own, in_place)), "None.", brief=True)
    if review.not_counted:
        words = ", ".join(str(provision) for provision in review.not_counted)
        yield Section(
            "Answered, and not counted", f"They ask nothing of a State, or the catalogue has no row: {words}."
        )


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


def _grouped(
    found: Iterable[ReviewedProvision], items: Callable[[list[ReviewedProvision]], tuple[Item, ...]]
) -> Iterator[Group]:
    in_order = sorted(found, key=lambda one: one.provision)
    for _, members in groupby(in_order, key=lambda one: one.provision.article):
        together = list(members)
        provision = together[0].provision
        yield Group(items(together), _title(provision), _over(provision))


def _listed(title: str, found: tuple[ReviewedProvision, ...], nothing: str, *, brief: bool = False) -> Section:
    """Return a section with a point for each provision, in the text's order, and what the State says of it."""
    point = _brief_item if brief else _item
    groups = tuple(_grouped(found, lambda members: tuple(map(point, members))))
    return Section(title, "" if found else nothing, groups)


def _named(title: str, found: tuple[ReviewedProvision, ...], nothing: str, *, summaries: bool = False) -> Section:
    """Return a section that names provisions, one line for each article or, with `summaries`, each provision."""
    if summaries:
        groups = tuple(_grouped(found, lambda members: tuple(Item(_says(one)) for one in members)))
        return Section(title, "" if found else nothing, groups)
    items = [
        (one.over, Item(f"{one.title}: {', '.join(item.words for item in one.items)}"))
        for one in _grouped(found, lambda members: tuple(Item(str(one.provision)) for one in members))
    ]
    groups = tuple(
        Group(tuple(item for _, item in members), over=over)
        for over, members in groupby(items, key=lambda pair: pair[0])
    )
    return Section(title, "" if found else nothing, groups)


def _says(found: ReviewedProvision) -> str:
    also = "".join(f" and {modality.words}" for modality in found.also)
    return f"{found.provision}, {found.modality.words}{also}: {found.summary}"


def _item(found: ReviewedProvision) -> Item:
    softened = (f"As the text qualifies it: {'; '.join(found.qualifications)}.",) if found.qualifications else ()
    moment = (f"When: {found.moment}.",) if found.moment else ()
    return Item(_says(found), (*softened, *moment, *_answer(found)))


def _brief_item(found: ReviewedProvision) -> Item:
    return Item(f"{found.provision}: {' '.join(_answer(found))}")


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


def _contradictions(found: tuple[Contradiction, ...]) -> Section:
    groups = tuple(
        Group(tuple(_contradiction(one) for one in members), title)
        for title, members in (
            ("Certain", [one for one in found if one.certain]),
            ("To be looked at", [one for one in found if not one.certain]),
        )
        if members
    )
    return Section("Contradictions", "" if found else "None found.", groups)


def _contradiction(found: Contradiction) -> Item:
    return Item(f"{found.provision}: {found.kind.words}", found.details)


def _notifications(owed: tuple[Duty, ...] | None) -> Section:
    title = "Notifications"
    if owed is None:
        return Section(title, "Not looked at: nothing was given on what the depositary has received.")
    groups = tuple(
        Group(tuple(_notification(duty) for duty in members), words)
        for words, members in (
            ("Missing", [duty for duty in owed if duty.trigger.is_yes]),
            ("Not determined", [duty for duty in owed if duty.trigger.truth is Truth.UNKNOWN]),
        )
        if members
    )
    return Section(title, "" if owed else "None is missing.", groups)


def _notification(duty: Duty) -> Item:
    cited = ", ".join(str(provision) for provision in duty.authority)
    towards = f" (to: {duty.towards.words})" if duty.towards else ""
    when = (f"Due: {duty.deadline}",) if duty.deadline else ()
    return Item(f"{cited}, {duty.modality.words}: {duty.act}{towards}", when)
