"""How a finding is told: an indented tree of answers, words and citations."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Question
from uncc.kernel.findings import Finding, Kind, Truth
from uncc.kernel.model import Model
from uncc.kernel.readings import Consulted, Reading

__all__ = ["Line", "explain", "lines", "refuse_misshapen"]


@frozen
class Line(Model):
    """One line of an explanation: its depth, the answer it states (if any), its words, and its citation (if any)."""

    depth: int
    truth: Truth | None
    statement: str
    citation: str = ""

    @property
    def words(self) -> str:
        """The statement with its citation."""
        return f"{self.statement} [{self.citation}]" if self.citation else self.statement


def refuse_misshapen(finding: Finding) -> None:
    """Refuse a finding, read from a document, that no rule could have made: `InvalidValue` says what is wrong.

    Its kind has other limbs, or is about something else; or its answer is not the one that its limbs give.
    """
    if not _goes_with_its_kind(finding, len(finding.because)):
        raise InvalidValue("kind", finding.kind.value, "a kind that goes with the limbs and with what it is about")
    found = _by_limbs(finding)
    if found is not finding.truth and found is not Truth.UNKNOWN:  # which may be settled over all completions
        raise InvalidValue("truth", finding.truth.value, f"{found.value}, the answer that its limbs give")


def _goes_with_its_kind(finding: Finding, limbs: int) -> bool:
    match finding.kind:
        case Kind.FACT | Kind.DERIVED:
            return isinstance(finding.about, Question) and not limbs
        case Kind.READING if isinstance(finding.about, Consulted):
            return limbs == len(finding.about.reading) or (limbs == 1 and finding.about.chosen is not None)
        case Kind.READING:
            return False
        case Kind.TEXT:
            return finding.about is None and not limbs and finding.truth is not Truth.UNKNOWN
        case Kind.NOT:
            return finding.about is None and limbs == 1
        case _:
            return finding.about is None


def _by_limbs(finding: Finding) -> Truth:
    """Return the answer that the limbs give; of a leaf its own."""
    truths = [limb.truth for limb in finding.live_limbs]
    match finding.kind:
        case Kind.ALL:
            return min(truths, default=Truth.YES)
        case Kind.ANY:
            return max(truths, default=Truth.NO)
        case Kind.NONE | Kind.NOT:
            return ~max(truths, default=Truth.NO)
        case Kind.READING:
            return truths[0] if len(set(truths)) == 1 else Truth.UNKNOWN
        case _:
            return finding.truth


def lines(finding: Finding, depth: int = 0) -> Iterator[Line]:
    """Yield the explanation of a finding line by line."""
    if isinstance(finding.about, Consulted):
        yield from _reading_lines(finding, finding.about, depth)
        return
    negation = "not: " if finding.kind is Kind.NOT else ""
    about = finding.because[0].about if negation and not finding.because[0].because else finding.about
    subject = f"{about.subject}: " if isinstance(about, Question) and about.subject else ""
    yield Line(depth, finding.truth, f"{negation}{subject}{finding.statement}", finding.citation)
    for limb in finding.because:
        if limb.because or finding.kind is not Kind.NOT:
            yield from lines(limb, depth + 1)


def _reading_lines(finding: Finding, consulted: Consulted, depth: int) -> Iterator[Line]:
    yield Line(depth, finding.truth, finding.statement, finding.citation)
    reading, chosen = consulted.reading, consulted.chosen
    yield Line(depth + 1, None, f"contested: {reading.question}")
    shown = (chosen,) if chosen is not None and len(finding.because) == 1 else tuple(reading)
    for option, limb in zip(shown, finding.because, strict=True):
        how = "if" if chosen is None else _how_chosen(option, consulted)
        yield Line(depth + 1, limb.truth, f"{how} {option.words}")
        if limb.kind is not Kind.TEXT and chosen in (None, option):
            yield from lines(limb, depth + 2)


def _how_chosen(option: Reading | None, consulted: Consulted) -> str:
    if option is not consulted.chosen:
        return "otherwise, if"
    return "adopted:" if option is consulted.reading.adopted else "chosen:"


def explain(finding: Finding) -> str:
    """Return the finding as an indented tree."""
    return "\n".join(f"{'  ' * line.depth}{_answer(line.truth)}{line.words}" for line in lines(finding))


def _answer(truth: Truth | None) -> str:
    return "" if truth is None else f"{truth.name:<9}"
