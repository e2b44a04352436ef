"""The laws and measures that a State that joins needs at home: one act for each article, by its review and its laws."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from uncc.catalogue import row
from uncc.final_provisions import notifications
from uncc.kernel.dates import Deadline
from uncc.kernel.declared import checked
from uncc.kernel.duties import Modality
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.review.examination import review
from uncc.review.joining_file import JoiningAct, JoiningKind, JoiningStanding
from uncc.review.laws import Shortfall, implemented, procedural_shortfalls, shortfalls
from uncc.review.record import ImplementationStatus, StateRecord
from uncc.review.report import ReviewedProvision, Strength

__all__ = ["law_acts"]

SETTLED = (ImplementationStatus.IN_PLACE, ImplementationStatus.NOT_APPLICABLE)
MISSING = (ImplementationStatus.NOT_IN_PLACE, ImplementationStatus.PARTLY)
OF_AUTHORITIES: Mapping[str, tuple[Provision, ...]] = MappingProxyType(
    {
        "extradition-authority": (art(37, 19),),
        "distinct-central-authority": (art(40, 12, "a"),),
        "central-authority": (art(40, 12, "a"), art(40, 12, "c")),
        "contact-point": (art(41, 1), art(41, 2)),
        "prevention-authority": (art(53, 7),),
    }
)
"""The notifications that name an authority, each with the provisions that ask for the authority and for its name."""
LAST_CHAPTER_OF_LAW = 8
"""The chapter with what each State does to carry the Convention out; the final provisions ask for one thing more."""


def law_acts(record: StateRecord, in_force: Deadline | None) -> Iterator[JoiningAct]:
    """Yield an act for each article that asks laws or measures of a State by itself."""
    found = review(record)
    short, enough = (*_short(record),), implemented(record)
    mandatory = [one for one in found.provisions if one.strength is Strength.MANDATORY and _is_at_home(one.provision)]
    options = [one for one in found.provisions if one.strength is Strength.OPTION and _is_of_a_state(one.provision)]
    for article, members in groupby(sorted(mandatory, key=lambda one: one.provision), _article):
        own = [one for one in short if any(provision.article == article for provision in one.authority)]
        yield _act(list(members), own, enough, [one for one in options if one.provision.article == article], in_force)


def _article(one: ReviewedProvision) -> int:
    return one.provision.article


def _short(record: StateRecord) -> Iterator[Shortfall]:
    if record.law is not None:
        yield from shortfalls(record.law)
    if record.procedural_law is not None:
        yield from procedural_shortfalls(record.procedural_law)


def _is_of_a_state(provision: Provision) -> bool:
    found = row(provision)
    return found is not None and Role.STATE_PARTY in found.bearers


def _is_at_home(provision: Provision) -> bool:
    """Whether a provision asks something of a State at home that no other act of the file is about."""
    told = any(one.contains(provision) or provision.contains(one) for one in _TOLD)
    later = provision.chapter > LAST_CHAPTER_OF_LAW and provision.article != IMPLEMENTATION
    return _is_of_a_state(provision) and not told and not later


_TOLD = (*(one.provision for one in notifications()), *(one for several in OF_AUTHORITIES.values() for one in several))
"""What other acts of the file are about."""
IMPLEMENTATION = 59
"""The article that asks for whatever else the obligations need."""


def _act(
    members: list[ReviewedProvision],
    short: list[Shortfall],
    enough: tuple[Provision, ...],
    options: list[ReviewedProvision],
    in_force: Deadline | None,
) -> JoiningAct:
    missing = [one for one in members if one.status in MISSING]
    open_ones = [one for one in members if not _is_settled(one, enough)]
    certain = [one.what for one in short if one.finding.is_no]
    doubts = [one.what for one in short if not one.finding.is_no]
    needed = open_ones or members
    first, standing = members[0].provision, _standing(certain=bool(missing or certain), open_=bool(open_ones or doubts))
    return JoiningAct(
        id=f"law-art-{first.article}",
        kind=JoiningKind.LAW,
        provisions=tuple(one.provision for one in needed),
        act=f"have in place what Art. {first.article} asks for: {first.article_title}",
        modality=Modality.SHALL,
        by=Role.STATE_PARTY,
        standing=standing,
        when="by the day on which the Convention binds the State",
        due=in_force,
        organ=JoiningKind.LAW.organ,
        changes=f"From the day on which the Convention binds the State, its law does what Art. {first.article} asks "
        "for; without it the State is in breach from that day.",
        wording=""
        if standing is JoiningStanding.DONE
        else " ".join(f"({n}) {s}" for n, s in enumerate(_asked(needed), 1)),
        details=(
            *_said(needed),
            *(f"The law falls short: {words}" for words in certain),
            *(f"To be looked at: {words}" for words in doubts),
            *(f"Open to the State, {one.provision}: {one.summary}" for one in options),
        ),
    )


def _asked(needed: list[ReviewedProvision]) -> Iterator[str]:
    """Yield what the law is to provide: of a paragraph that is told part by part, its parts."""
    for one in needed:
        if not any(one.provision != other.provision and one.provision.contains(other.provision) for other in needed):
            yield one.summary


def _said(needed: list[ReviewedProvision]) -> Iterator[str]:
    """Yield what the State says of these provisions, those together of which it says the same."""
    for status in ImplementationStatus:
        found = [str(one.provision) for one in needed if one.status is status]
        if found:
            yield f"{status.words.capitalize()}: {', '.join(found)}"


def _is_settled(one: ReviewedProvision, enough: tuple[Provision, ...]) -> bool:
    return one.status in SETTLED or (
        one.status is ImplementationStatus.UNKNOWN and any(whole.contains(one.provision) for whole in enough)
    )


def _standing(*, certain: bool, open_: bool) -> JoiningStanding:
    if certain:
        return JoiningStanding.NEEDED
    return JoiningStanding.TO_SETTLE if open_ else JoiningStanding.DONE


checked(__name__)
