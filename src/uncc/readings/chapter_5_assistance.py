"""The readings of Art. 40, mutual legal assistance: what a treaty leaves, the use of evidence, safe conduct."""

from __future__ import annotations

from uncc.kernel.provisions import art
from uncc.kernel.readings import Reading

__all__ = [
    "DiscriminationClause",
    "EvidenceConsent",
    "NonConformity",
    "RefusalBars",
    "SafeConductInterruption",
    "SafeConductReturn",
    "SafeConductStart",
    "TreatyGaps",
]


class TreatyGaps(
    Reading,
    id="assistance-treaty-gaps",
    question="Do paragraphs 8 to 31 fill what the two States' own treaty on assistance leaves open?",
    authority=(art(40, 7),),
    adopted="not-filled",
    because=(
        "The paragraphs are made to apply where no treaty binds the States or where these so agree; a treaty that is "
        "silent binds them all the same, and the text then encourages them to apply the paragraphs and does not "
        "oblige."
    ),
):
    """What governs where the two States' own treaty on assistance has nothing on a matter."""

    NOT_FILLED = "not-filled", "paragraphs 8 to 31 do not apply beside the treaty, even where it is silent"
    FILLED = "filled", "a paragraph applies where nothing in the treaty corresponds to it"


class NonConformity(
    Reading,
    id="assistance-non-conformity",
    question="To which provisions of the article on assistance must a request keep, to be in conformity with it?",
    authority=(art(40, 21, "a"),),
    adopted="manner",
    because=(
        "The words are about the making of the request; assistance beyond what the article opens is not owed in the "
        "first place, so that no ground for refusing it is needed."
    ),
):
    """Which provisions of the article a request must keep to, so that it cannot be refused as not conforming."""

    MANNER = "manner", "a request must keep to what Art. 40 says of how it is made: channel, form and particulars"
    WHOLE_ARTICLE = (
        "whole-article",
        "a request must keep to what Art. 40 says of how it is made, and of what may be asked for",
    )


class EvidenceConsent(
    Reading,
    id="assistance-evidence-consent-and-treaty",
    question="Is consent to a use of what was furnished enough where the two States' own treaty governs?",
    authority=(art(40, 7), art(40, 19)),
    adopted="suffices",
    because=(
        "The limits on use protect the State that furnished the evidence, which can waive them under any treaty, and "
        "which consented to the use that the request states by executing it. That the treaty stands in the place of "
        "the whole paragraph speaks for the other reading."
    ),
):
    """Whether consent to a use of what was furnished is enough where a treaty governs in place of the paragraph."""

    SUFFICES = "suffices", "what the State that furnished it has consented to is allowed, whatever treaty governs"
    TREATY_DECIDES = "treaty-decides", "the treaty alone says what is allowed, and what consent is worth"


class DiscriminationClause(
    Reading,
    id="assistance-discrimination-and-treaty",
    question="Does the clause on discrimination hold where the two States' own treaty governs?",
    authority=(art(40, 7), art(40, 22), art(40, 6)),
    adopted="stands",
    because=(
        "The clause says how no part of the Convention is to be read, the general duty to assist included; what the "
        "treaty itself obliges to is another matter, which the Convention leaves as it is."
    ),
):
    """Whether the clause on discrimination holds where a treaty governs in place of paragraphs 8 to 31."""

    STANDS = (
        "stands",
        "the clause on discrimination speaks of the whole Convention, so it limits in any case what that obliges to",
    )
    DISPLACED = "displaced", "the clause on discrimination is one of the paragraphs in whose place the treaty applies"


class RefusalBars(
    Reading,
    id="assistance-refusal-bars-and-treaty",
    question="Do the bars on refusing for bank secrecy and fiscal matters hold where the two States' treaty governs?",
    authority=(art(40, 7), art(40, 23), art(40, 24)),
    adopted="displaced",
    because=(
        "Both stand among the paragraphs in whose place the text puts the treaty's own provisions, and neither speaks "
        "of the whole Convention, as the clause on discrimination does; that they are addressed to every State that "
        "is asked speaks for the other reading."
    ),
):
    """Whether what may be no ground of refusal under the Convention may be one under a treaty that governs."""

    DISPLACED = "displaced", "the bars on refusing are among the paragraphs in whose place the treaty applies"
    STAND = "stand", "the bars on refusing bind the two States whatever treaty governs"


class SafeConductStart(
    Reading,
    id="safe-conduct-start",
    question="From when does a person who consents to give evidence abroad have safe conduct?",
    authority=(art(40, 29),),
    adopted="departure",
    because=(
        "The departure is the only event of the journey that the paragraph names, and it divides the acts that are "
        "covered from those that are not; a prosecution begun while the person is under way would defeat the purpose."
    ),
):
    """The event from which a witness or other person has safe conduct."""

    DEPARTURE = "departure", "safe conduct begins with the departure from the territory of the requested State"
    ENTRY = "entry", "safe conduct begins with the entry into the territory of the requesting State"


class SafeConductReturn(
    Reading,
    id="safe-conduct-return",
    question="When does safe conduct end for a person who left and came back freely?",
    authority=(art(40, 29),),
    adopted="after-opportunity",
    because=(
        "The words on the opportunity stand before both cases and govern both; otherwise a witness who goes home "
        "between two hearings would lose the protection by coming back to the second."
    ),
):
    """Whether a free return ends safe conduct before the time for leaving has run."""

    AFTER_OPPORTUNITY = (
        "after-opportunity",
        "only once the opportunity of leaving has lasted for the whole period, as with remaining",
    )
    AT_ONCE = "at-once", "on the return itself, whenever it is, since leaving shows that there was an opportunity"


class SafeConductInterruption(
    Reading,
    id="safe-conduct-interruption",
    question="Does an agreed period of opportunity begin anew when the opportunity of leaving is interrupted?",
    authority=(art(40, 29),),
    adopted="begins-anew",
    because=(
        "The opportunity must last for the period, and the agreed one stands in the place of the fifteen days; that "
        "only those are called consecutive speaks for the other reading."
    ),
):
    """What an interruption of the opportunity of leaving does to a period that the States have agreed upon."""

    BEGINS_ANEW = "begins-anew", "the period begins anew after it, like the fifteen days"
    ADDS_UP = "adds-up", "the days before it and after it add up"
