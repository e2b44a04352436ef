"""Contested readings of Chapter II: criminalization."""

from __future__ import annotations

from uncc.kernel.provisions import art
from uncc.kernel.readings import Reading

__all__ = [
    "EighteenthBirthday",
    "ExtendedPart",
    "MaterialTwiceDescribed",
    "NoLimitation",
    "OptionsTogether",
    "PossessionLeftOut",
    "PredicateRange",
    "PredicatesAbroad",
    "SyntheticImage",
]


class OptionsTogether(
    Reading,
    id="options-together",
    question="May a State demand together several of the elements that a paragraph joins by 'or'?",
    authority=(art(7, 2), art(8, 2), art(14, 3)),
    adopted=None,
    because=(
        "The word may separate choices that exclude each other or list choices that can be heaped; heaping narrows the "
        "offence further than any of them alone."
    ),
):
    """Whether a State may demand together what an article lists as alternatives it may require."""

    ONE_ONLY = "one-only", "it may demand one of them, and conduct that meets that one is an offence"
    TOGETHER = "together", "it may demand several of them at once"


class PossessionLeftOut(
    Reading,
    id="private-possession",
    question="Does leaving out the possession of private material leave out controlling and accessing it as well?",
    authority=(art(14, 4, "b"), art(14, 1, "b"), art(14, 1, "c")),
    adopted=None,
    because=(
        "The paragraph on the acts names possessing, controlling and accessing beside each other, and the exclusion "
        "takes up the first alone; yet whoever possesses also controls, and usually accesses, so that to leave out "
        "possession would then free nobody."
    ),
):
    """What is left out with the possession of consensual material that is kept private."""

    POSSESSION_ALONE = "possession-alone", "only the possession; controlling and accessing stay punishable"
    WHAT_GOES_WITH_IT = "what-goes-with-it", "also that whoever possesses the material controls and accesses it"


class MaterialTwiceDescribed(
    Reading,
    id="material-twice-described",
    question="May material be left out that shows cruelty and is described in one of the other items as well?",
    authority=(art(14, 4, "b"), art(14, 2, "a"), art(14, 2, "b"), art(14, 2, "c"), art(14, 2, "d")),
    adopted="not-left-out",
    because=(
        "The exclusion names the first three items and passes over the fourth; were one of them enough, nearly all "
        "material of the fourth would be left out by another name."
    ),
):
    """Whether private material that falls under the fourth item and another can be left out."""

    NOT_LEFT_OUT = "not-left-out", "no: what is described in the fourth item is never left out"
    LEFT_OUT = "left-out", "yes: it is enough that one of the first three items describes it"


class EighteenthBirthday(
    Reading,
    id="eighteenth-birthday",
    question="From which day on is a person over 18 years of age?",
    authority=(art(14, 2), art(16, 2)),
    adopted=None,
    because=(
        "One article protects those under 18, the other those over 18; taken by the letter, a person recorded on the "
        "birthday is neither, and whoever is still eighteen is not over that age."
    ),
):
    """From which day on a person is over 18 years of age."""

    FROM_BIRTHDAY = "from-birthday", "a person is over 18 from the eighteenth birthday on, that day included"
    AFTER_BIRTHDAY = "after-birthday", "a person is over 18 only after the eighteenth birthday"
    FROM_NINETEEN = (
        "from-nineteen",
        "a person is over 18 only from the nineteenth birthday on, when another year is complete",
    )


class SyntheticImage(
    Reading,
    id="synthetic-image",
    question="Is an image of a person that was made up, and records nothing that happened, a visual recording?",
    authority=(art(16, 2), art(14, 2, "a"), art(14, 3, "a")),
    adopted="no-recording",
    because=(
        "The article asks that what was recorded was private when it was recorded, and of what never happened nothing "
        "was; where simulated activity and persons who do not exist are meant, another article says so. That the means "
        "of the recording do not matter speaks for the other reading."
    ),
):
    """Whether a synthetic image of a real person is a visual recording."""

    NO_RECORDING = (
        "no-recording",
        "no: an image that was made up is no visual recording, since nothing is recorded that happened",
    )
    ANY_MEANS = "any-means", "yes: a likeness of the person is a visual recording, by whatever means it was made"


class PredicateRange(
    Reading,
    id="predicate-range",
    question="Must a list of predicate offences contain offences of each of Arts. 7 to 16?",
    authority=(art(17, 2, "a"), art(17, 2, "b")),
    adopted="every-article",
    because=(
        "The duty of every State names the articles without leaving one out, and what a list must hold is a minimum."
    ),
):
    """Which of the offences a list of predicate offences must contain."""

    EVERY_ARTICLE = "every-article", "offences of each of Arts. 7 to 16"
    WIDE_SELECTION = "wide-selection", "a selection of them that is wide enough to be comprehensive"


class PredicatesAbroad(
    Reading,
    id="predicates-abroad",
    question="Does the rule on predicate offences committed abroad hold for States without a list as well?",
    authority=(art(17, 2, "b"), art(17, 2, "c")),
    adopted=None,
    because=(
        "It refers to the clause on States with a list alone; yet its second sentence speaks of a State Party without "
        "more."
    ),
):
    """For whom the rule on predicate offences committed abroad is made."""

    LIST_STATES = "list-states", "for States with a list of predicate offences"
    EVERY_STATE = "every-state", "for every State"


class NoLimitation(
    Reading,
    id="no-limitation-period",
    question=(
        "Does a law under which proceedings can be commenced at any time do what the article on limitation asks for?"
    ),
    authority=(art(20),),
    adopted="satisfies",
    because=(
        "The article asks for much time and, after evasion, for more; it protects the proceedings, and a law without a "
        "period never cuts them off."
    ),
):
    """What a law does that knows no limitation period for an offence."""

    SATISFIES = "satisfies", "it gives more time than any period, and so does what the article is for"
    FALLS_SHORT = "falls-short", "it establishes no period, and the article asks for one"


class ExtendedPart(
    Reading,
    id="extended-part",
    question="Is what a State adds to an offence, as its article permits, established as the Convention has it?",
    authority=(art(14, 2), art(15, 3), art(16, 3), art(35, 1, "b")),
    adopted=None,
    because=(
        "The article itself lets the State widen the term or the offence, which speaks for it; what it obliges every "
        "State to establish is the narrower offence, and cooperation rests on what the States have in common."
    ),
):
    """Whether conduct counts that only an extension makes an offence: other content, a decoy, a person under 18."""

    COUNTS = "counts", "yes: an extension that the article permits is made in accordance with it"
    DOES_NOT_COUNT = (
        "does-not-count",
        "no: only what the article describes without an extension is established as the Convention has it",
    )
