"""The report on a State's law."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from uncc.cases import ArticleReport, LawReport
from uncc.kernel.findings import Truth
from uncc.offences import Gap
from uncc.pages.called import UNNAMED
from uncc.pages.page import Block, Entry, Page, Paragraph, Point, Points, Tree
from uncc.pages.reports.brief import questions_in_brief
from uncc.pages.reports.parts import Sections, open_questions, readings, section
from uncc.pages.trees import aside, reasons, told_once, tree
from uncc.pages.words import cited, count

__all__ = ["law_page"]

_VERDICTS = MappingProxyType({Truth.YES: "implemented", Truth.NO: "falls short", Truth.UNKNOWN: "not determined"})
_ENOUGH = MappingProxyType({Truth.YES: "enough", Truth.NO: "not enough", Truth.UNKNOWN: "not determined"})
_PREDICATES = "Predicate offences of laundering"


def law_page(report: LawReport) -> Page:
    """Return the report on a law as a page."""
    return Page(
        title="Domestic law held against Chapter II of the United Nations Convention against Cybercrime",
        entries=(("State", report.state), ("Law", report.title)),
        brief=tuple(_brief(report)),
        sections=told_once(_sections(report)),
        foot=f"Computed by uncc {report.library} from the description of the law in the case file. It computes law and "
        "never facts: what the law names, demands and leaves out is taken as the file states it. Not legal advice.",
        is_report=True,
        rest="This is the short form: what falls short, and what is not determined. The full one (uncc assess --full, "
        "or uncc.pages.as_text) has each article with its reasons, the predicate offences and the penalties.",
    )


def _brief(report: LawReport) -> Iterator[Entry]:
    for truth, label in ((Truth.YES, "Implemented"), (Truth.NO, "Falls short"), (Truth.UNKNOWN, "Undetermined")):
        chosen = [f"Art. {a.offence.article}" for a in report.articles if a.finding.truth is truth]
        yield label, ", ".join(chosen) or "none"
    certain = sum(gap.finding.is_no for article in report.articles for gap in article.gaps)
    yield "Gaps", count(certain, "gap")
    yield "Open", questions_in_brief(report.open_questions, UNNAMED)


def _sections(report: LawReport) -> Sections:
    for article in report.articles:
        title, verdict = f"Art. {article.offence.article}, {article.offence.title}", article.finding.truth
        blocks = tuple(_article(article))
        yield section(title, blocks, _VERDICTS[verdict], short=() if verdict is Truth.YES else blocks)
    predicates, enough = (Tree(reasons(report.predicates)),), report.predicates.truth
    yield section(_PREDICATES, predicates, _ENOUGH[enough], short=() if enough is Truth.YES else predicates)
    if report.provisions:
        serious = tuple(tree(provision.serious) for provision in report.provisions)
        yield section("Which of the offences are serious crimes by the law's own penalties", [Tree(serious)])
    yield section("Open questions", open_questions(report.open_questions, UNNAMED), str(len(report.open_questions)))
    yield section("Contested readings", readings(report.readings))


def _article(article: ArticleReport) -> Iterator[Block]:
    if article.provisions:
        yield Paragraph("; ".join(article.provisions), label="In the law:")
    yield Points(tuple(_gap(gap, several=len(article.provisions) > 1) for gap in article.gaps))
    yield Tree((aside(article.finding),))


def _gap(gap: Gap, *, several: bool) -> Point:
    where = f" ({gap.provision})" if several and gap.provision else ""
    doubt = "" if gap.finding.is_no else "not determined whether this is so: "
    words = f"{doubt}{gap.kind.words}: {gap.what}{where}"
    return Point(words, cited=cited(gap.authority), below=(aside(gap.finding),))
