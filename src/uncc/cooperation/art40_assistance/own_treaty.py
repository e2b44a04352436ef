"""Art. 40(6), (7) and (32), Art. 60: whether the Convention's rules govern assistance, or a treaty's."""

from __future__ import annotations

from attrs import fields

from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, encouraged, may, shall, shall_consider
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given, read_off
from uncc.kernel.life import KEPT_UP, Life, found
from uncc.kernel.parties import REPLACEABLE, AssistanceTreaty
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.readings.chapter_5_assistance import DiscriminationClause, RefusalBars, TreatyGaps

__all__ = ["duties_under_treaty", "may_apply_own_treaty", "paragraph_applies", "treaty_governs"]

T = fields(AssistanceTreaty)
UNKNOWN_TREATY = AssistanceTreaty()
"""A relation between two States of whose treaties nothing is known."""

BESIDE = range(41, 47)
"""The articles on electronic evidence, which Art. 40(7) leaves as they are."""


def treaty_governs(*, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether the two States' own treaty on assistance applies in place of paragraphs 8 to 31.

    Source: Art. 40(7).

    >>> treaty_governs(treaty=AssistanceTreaty(binds=True, paragraphs_agreed=False)).truth.name
    'YES'
    """
    return all_of(
        "the corresponding provisions of the two States' own treaty apply in place of paragraphs 8 to 31",
        art(40, 7),
        given(treaty, T.binds),
        ~given(treaty, T.paragraphs_agreed),
    )


def paragraph_applies(paragraph: Provision, *, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether a paragraph of Art. 40, a part of one, or an article from 41 to 46 applies between the two States.

    Paragraphs 1 to 7 and 32, and Arts. 41 to 46, apply in any case. Paragraphs 8 to 31 apply where no treaty on
    assistance binds the two States, or where they agree to apply them in its place. Whether one of them fills a gap of
    the treaty is a reading, and on the one adopted it does not; whether paragraphs 22 to 24 hold beside a treaty are
    readings as well. What is no part of Arts. 40 to 46 is `InvalidValue`.

    Source: Art. 40(6), Art. 40(7).

    >>> treaty = AssistanceTreaty(binds=True, paragraphs_agreed=False)
    >>> [paragraph_applies(art(40, number), treaty=treaty).truth.name for number in (3, 15, 32)]
    ['YES', 'NO', 'YES']
    """
    if paragraph.article in BESIDE:
        return by_text(True, "the article applies whatever treaty binds the two States", art(40, 7), paragraph)
    if paragraph.article != 40 or not paragraph.steps:
        raise InvalidValue("paragraph", str(paragraph), "a paragraph of Art. 40, or an article from 41 to 46")
    number = int(paragraph.steps[0])
    if number not in REPLACEABLE:
        return by_text(True, "the paragraph applies whatever treaty binds the two States", art(40, 6), art(40, 7))
    applies = any_of(
        "the paragraph applies between the two States",
        art(40, 7),
        ~given(treaty, T.binds),
        given(treaty, T.paragraphs_agreed),
        *_fills_gap(treaty, art(40, number)),
    )
    return applies if treaty.binds is False else _beside_treaty(number, applies)


def _beside_treaty(number: int, applies: Finding) -> Finding:
    """Return whether a paragraph holds beside a treaty that governs: on a reading, where its words speak for that."""
    if number == 22:
        holds = by_text(True, "the clause on discrimination holds whatever treaty governs", art(40, 22))
        answers = {DiscriminationClause.STANDS: holds, DiscriminationClause.DISPLACED: applies}
        return by_reading("the clause on discrimination holds between the two States", DiscriminationClause, answers)
    if number in (23, 24):
        holds = by_text(True, "the bar on such a refusal holds whatever treaty governs", art(40, number))
        barred = {RefusalBars.DISPLACED: applies, RefusalBars.STAND: holds}
        return by_reading("the bar on such a refusal holds between the two States", RefusalBars, barred)
    return applies


def _fills_gap(treaty: AssistanceTreaty, paragraph: Provision) -> tuple[Finding, ...]:
    """Return whether the paragraph fills a gap of the treaty: nothing where there is none that could have one."""
    if treaty.binds is False:
        return ()
    silent = read_off(
        treaty,
        T.silent_on,
        _is_silent(treaty, paragraph),
        "nothing in the treaty corresponds to the paragraph",
        art(40, 7),
        asked_of=Role.REQUESTED_STATE,
        subject=str(paragraph),
    )
    statement = "the paragraph fills a gap of the treaty"
    answers = {TreatyGaps.NOT_FILLED: by_text(False, statement, art(40, 7)), TreatyGaps.FILLED: silent}
    return (by_reading(statement, TreatyGaps, answers),)


def _is_silent(treaty: AssistanceTreaty, paragraph: Provision) -> bool | None:
    if treaty.silent_on is None:
        return None
    return any(paragraph.contains(one) or one.contains(paragraph) for one in treaty.silent_on)


def under_paragraph(statement: str, paragraph: Provision, treaty: AssistanceTreaty, *limbs: Finding) -> Finding:
    """Return that a paragraph of Art. 40 applies between the two States and that what it asks for is there."""
    return all_of(statement, paragraph, paragraph_applies(paragraph, treaty=treaty), *limbs)


def may_apply_own_treaty(*, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether the two States have a treaty on assistance that they are entitled to apply beside the Convention.

    What it obliges them to stays as it is, whether or not paragraphs 8 to 31 apply between them.

    Source: Art. 40(6), Art. 60(1), Art. 60(2).

    >>> may_apply_own_treaty(treaty=AssistanceTreaty(binds=False)).truth.name
    'NO'
    """
    return all_of(
        "the two States have a treaty on assistance that they may apply",
        (art(40, 6), art(60, 1), art(60, 2)),
        given(treaty, T.binds),
    )


def duties_under_treaty(*, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> tuple[Duty, ...]:
    """What does the Convention ask of two States about the treaty on assistance that binds them, or that might?

    Source: Art. 40(6), Art. 40(7), Art. 40(32), Art. 60(1).

    >>> [duty.modality.value for duty in duties_under_treaty(treaty=AssistanceTreaty())]
    ['shall', 'may', 'encouraged', 'shall-consider']
    """
    return (
        shall(
            "apply-treaty",
            Role.STATES_PARTIES,
            "apply what their treaty provides on the matters of paragraphs 8 to 31",
            art(40, 7),
            treaty_governs(treaty=treaty),
            life=KEPT_UP,
        ),
        may(
            "keep-treaty",
            Role.STATES_PARTIES,
            "apply their treaty, whose obligations this article leaves as they are",
            (art(40, 6), art(60, 1)),
            may_apply_own_treaty(treaty=treaty),
        ),
        encouraged(
            "apply-paragraphs",
            Role.STATES_PARTIES,
            "apply paragraphs 8 to 31 although their treaty governs",
            art(40, 7),
            all_of(
                "a treaty of their own binds them, and the paragraphs would facilitate cooperation",
                art(40, 7),
                given(treaty, T.binds),
                given(treaty, T.paragraphs_facilitate),
            ),
            qualifications=("strongly",),
            life=Life(done=found(given(treaty, T.paragraphs_agreed))),
        ),
        shall_consider(
            "consider-agreements-on-assistance",
            Role.STATES_PARTIES,
            "concluding agreements or arrangements that give effect to this article or improve on it",
            art(40, 32),
            by_text(True, "States Parties are to consider agreements on assistance", art(40, 32)),
            qualifications=("as may be necessary",),
        ),
    )


checked(__name__)
