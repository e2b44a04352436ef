"""The report on a State's law as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from uncc.cases import ArticleReport, LawReport
from uncc.kernel.findings import Truth
from uncc.offences import Gap
from uncc.pages.layout import count, entry, heading, open_questions, paragraph, readings, tree

__all__ = ["law_text"]

_VERDICTS = MappingProxyType({Truth.YES: "Implemented", Truth.NO: "Falls short", Truth.UNKNOWN: "Not determined"})


def law_text(report: LawReport) -> str:
    """Return the report on a law as text, with no line over 98 characters but for single long words."""
    return "\n".join(line.rstrip() for line in _report(report)) + "\n"


def _report(report: LawReport) -> Iterator[str]:
    yield from paragraph("DOMESTIC LAW HELD AGAINST CHAPTER II OF THE UNITED NATIONS CONVENTION AGAINST CYBERCRIME")
    yield ""
    yield from entry("State", report.state)
    yield from entry("Law", report.title)
    yield from ("", "IN BRIEF")
    yield from _brief(report)
    for title, body in _sections(report):
        yield from heading(title)
        yield from body
    yield ""
    yield from paragraph(
        f"Computed by uncc {report.library} from the description of the law in the case file. It computes law and "
        "never facts: what the law names, demands and leaves out is taken as the file states it. Not legal advice."
    )


def _brief(report: LawReport) -> Iterator[str]:
    for truth, label in ((Truth.YES, "Implemented"), (Truth.NO, "Falls short"), (Truth.UNKNOWN, "Undetermined")):
        chosen = [f"Art. {a.offence.article}" for a in report.articles if a.finding.truth is truth]
        yield from entry(label, ", ".join(chosen) or "none")
    certain = sum(gap.finding.is_no for article in report.articles for gap in article.gaps)
    yield from entry("Gaps", count(certain, "gap"))
    yield from entry("Open", count(len(report.open_questions), "question"))


def _sections(report: LawReport) -> Iterator[tuple[str, Iterator[str]]]:
    for article in report.articles:
        yield f"Art. {article.offence.article}, {article.offence.title}", _article(article)
    yield "Predicate offences of laundering", tree(report.predicates.decisive(), "  ")
    yield "Which of the offences are serious crimes by the law's own penalties", _serious(report)
    yield "Open questions", open_questions(report.open_questions, {})
    yield "Contested readings", readings(report.readings)


def _article(article: ArticleReport) -> Iterator[str]:
    by = f" ({'; '.join(article.provisions)})" if article.provisions else ""
    yield from paragraph(f"{_VERDICTS[article.finding.truth]}{by}")
    for gap in article.gaps:
        yield from _gap(gap, several=len(article.provisions) > 1)


def _gap(gap: Gap, *, several: bool) -> Iterator[str]:
    cited = ", ".join(str(provision) for provision in gap.authority)
    where = f" ({gap.provision})" if several and gap.provision else ""
    doubt = "" if gap.finding.is_no else "not determined whether this is so: "
    yield from paragraph(f"{doubt}{gap.kind.words}: {gap.what}{where} [{cited}]", "  - ", "    ")


def _serious(report: LawReport) -> Iterator[str]:
    for provision in report.provisions:
        yield from tree(provision.serious, "  ")
