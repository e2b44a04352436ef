"""A review as a tree of points, for a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from uncc.kernel.duties import duty_point
from uncc.kernel.markup import Point
from uncc.kernel.provisions import chapter_numeral
from uncc.review.report import Contradiction, Progress, Review, ReviewedProvision, Strength

__all__ = ["review_outline"]

_COLUMNS = ("in place", "partly", "not", "not known", "applicable")


def review_outline(review: Review) -> Point:
    """Return a review as a tree of points: progress, what is missing, what does not agree, what is owed."""
    as_of = "" if review.as_of is None else f", as of {review.as_of}"
    return Point(f"{review.state}{as_of}", "Implementation:", points=tuple(_points(review)))


def _points(review: Review) -> Iterator[Point]:
    yield Point(review.law or "none described: the answers are held against no law", "Law:")
    yield Point("", "Progress", table=(("", *_COLUMNS), *map(_row, review.progress)))
    yield _listed("Mandatory gaps", review.mandatory_gaps)
    yield Point(
        str(len(review.contradictions)), "Contradictions:", points=tuple(map(_contradiction, review.contradictions))
    )
    if review.notifications is None:
        yield Point("not looked at", "Notifications:")
    else:
        owed = tuple(map(duty_point, review.notifications))
        yield Point(f"{len(owed)} missing or not determined", "Notifications:", points=owed)
    for strength in Strength:
        yield _listed(
            f"{strength.value.replace('-', ' ').capitalize()}, all",
            (p for p in review.provisions if p.strength is strength),
        )


def _row(progress: Progress) -> tuple[str, ...]:
    name = progress.strength.value.replace("-", " ")
    if progress.chapter is not None:
        name = f"{name}, Chapter {chapter_numeral(progress.chapter)}"
    counts = (progress.in_place, progress.partly, progress.not_in_place, progress.unknown, progress.applicable)
    return (name, *map(str, counts))


def _listed(title: str, provisions: Iterable[ReviewedProvision]) -> Point:
    points = tuple(map(_provision, provisions))
    return Point(str(len(points)), f"{title}:", points=points)


def _provision(found: ReviewedProvision) -> Point:
    answer = found.answer
    measure = (Point(answer.measure, "Measure:"),) if answer and answer.measure else ()
    return Point(found.summary, found.status.words.capitalize(), str(found.provision), measure)


def _contradiction(found: Contradiction) -> Point:
    details = tuple(Point(detail) for detail in found.details)
    label = "Certain:" if found.certain else "To be looked at:"
    return Point(found.kind.words, label, str(found.provision), details)
