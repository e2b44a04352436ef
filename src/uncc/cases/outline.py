"""Reports as trees of points, for a notebook: the same answers as in their text, each with its whole reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

from uncc.cases.domestic_law import ArticleReport, LawReport
from uncc.cases.report import GroundAnswer, OpenQuestion, ReadingUsed, Report, Section
from uncc.kernel.dates import window_point
from uncc.kernel.duties import duty_point
from uncc.kernel.explanation import point
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.markup import Point
from uncc.kernel.provisions import Provision
from uncc.offences import Gap

__all__ = ["law_outline", "report_outline"]

_ARTICLE = MappingProxyType({Truth.YES: "Implemented", Truth.NO: "Falls short", Truth.UNKNOWN: "Not determined"})


def report_outline(report: Report) -> Point:
    """Return the report on a request as a tree of points."""
    header = report.header
    words = f"{header.requesting} to {header.requested}, as of {header.as_of}"
    return Point(words, f"{_title(report.case.value)}:", points=tuple(_report(report)))


def _report(report: Report) -> Iterator[Point]:
    yield from _header(report)
    for section in Section:
        told = report.in_section(section)
        if told:
            yield Point("", _title(section.value), points=tuple(_answer(a.question, a.finding) for a in told))
    for title, grounds in (
        ("Grounds for refusal", report.grounds),
        ("Grounds for refusing the disclosure", report.disclosure_grounds),
    ):
        if grounds:
            yield Point(_counts(grounds), f"{title}:", points=tuple(map(_ground, grounds)))
    yield Point(str(len(report.duties)), "Duties:", points=tuple(map(duty_point, report.duties)))
    yield from _times(report)
    yield from _questions(report.open_questions)
    yield from _readings(report.readings)


def _header(report: Report) -> Iterator[Point]:
    header = report.header
    for label, said in (
        ("Request", header.reference),
        ("Follows", header.follows),
        ("Authority", header.authority),
        ("Offence", header.offence),
        ("Made", header.made_on),
        ("Received", header.received_on),
        ("Urgency", header.urgency),
    ):
        if said is not None:
            yield Point(str(said), f"{label}:")


def _answer(question: str, finding: Finding) -> Point:
    return Point(question, finding.truth.name, points=(point(finding),))


def _ground(answer: GroundAnswer) -> Point:
    ground, finding = answer.ground, answer.finding
    return Point(ground.words, finding.truth.name, _cited(ground.named_in), (point(finding),))


def _counts(grounds: Sequence[GroundAnswer]) -> str:
    counted = {truth: sum(answer.finding.truth is truth for answer in grounds) for truth in Truth}
    return f"{counted[Truth.YES]} open, {counted[Truth.UNKNOWN]} not determined, {counted[Truth.NO]} closed"


def _times(report: Report) -> Iterator[Point]:
    points = [window_point(span.question, span.window) for span in report.spans]
    if report.expires_on is not None:
        points.append(Point(str(report.expires_on), "Expires on:"))
    if points:
        yield Point("", "Days", points=tuple(points))


def _questions(questions: Sequence[OpenQuestion]) -> Iterator[Point]:
    yield Point(str(len(questions)), "Open questions:", points=tuple(map(_question, questions)))


def _question(found: OpenQuestion) -> Point:
    asked = found.question
    subject = f"{asked.subject}: " if asked.subject else ""
    where = (Point(found.path, "In the case file:"),) if found.path else ()
    below = (Point(asked.asked_of.words, "Ask:"), *where, Point(", ".join(found.bears_on), "Bears on:"))
    return Point(f"{subject}{asked.statement}", cited=_cited(asked.authority), points=below)


def _readings(used: Sequence[ReadingUsed]) -> Iterator[Point]:
    yield Point(str(len(used)), "Contested readings:", points=tuple(map(_reading, used)))


def _reading(used: ReadingUsed) -> Point:
    options = (Point(words, f"{_choice(name, used)}:") for name, words in used.options.items())
    return Point(used.question, cited=_cited(used.authority), points=(*options, Point(used.because, "Why:")))


def _choice(name: str, used: ReadingUsed) -> str:
    if name == used.chosen:
        return "adopted" if name == used.adopted else "chosen"
    return "open" if used.chosen is None else "otherwise"


def law_outline(report: LawReport) -> Point:
    """Return the report on a State's law as a tree of points."""
    return Point(f"{report.title} ({report.state})", "Law:", points=tuple(_law(report)))


def _law(report: LawReport) -> Iterator[Point]:
    yield from map(_article, report.articles)
    yield Point("", "Predicate offences of laundering", points=(point(report.predicates),))
    if report.provisions:
        serious = tuple(_answer(provision.title, provision.serious) for provision in report.provisions)
        yield Point("", "Serious crimes by the law's own penalties", points=serious)
    yield from _questions(report.open_questions)
    yield from _readings(report.readings)


def _article(article: ArticleReport) -> Point:
    offence = article.offence
    by = f" ({'; '.join(article.provisions)})" if article.provisions else ""
    points = (*map(_gap, article.gaps), point(article.finding))
    return Point(f"{offence.title}{by}", f"{_ARTICLE[article.finding.truth]}:", f"Art. {offence.article}", points)


def _gap(gap: Gap) -> Point:
    where = f" ({gap.provision})" if gap.provision else ""
    label = "Gap:" if gap.finding.is_no else "Not determined whether a gap:"
    return Point(f"{gap.kind.words}: {gap.what}{where}", label, _cited(gap.authority), (point(gap.finding),))


def _cited(authority: Iterable[Provision]) -> str:
    return ", ".join(str(provision) for provision in authority)


def _title(name: str) -> str:
    return name.replace("-", " ").capitalize()
