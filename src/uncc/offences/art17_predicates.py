"""Art. 17(2), what goes with the offence of laundering: predicate offences, knowledge, copies of laws."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings.chapter_2 import PredicateRange, PredicatesAbroad

__all__ = [
    "PredicateLaw",
    "PredicateOffence",
    "counts_as_predicate",
    "duties_on_laundering_laws",
    "knowledge_may_be_inferred",
    "predicates_suffice",
]


def _included(statement: str) -> Fact:
    included: Fact = fact(statement, art(17, 2, "a"), art(17, 2, "b"))
    return included


@frozen(kw_only=True)
class PredicateLaw(Facts, asked_of=Role.STATE_PARTY):
    """Which offences a State's law makes predicate offences, by a list or in general."""

    illegal_access: Fact = _included("the offences of Art. 7 are predicate offences")
    illegal_interception: Fact = _included("the offences of Art. 8 are predicate offences")
    data_interference: Fact = _included("the offences of Art. 9 are predicate offences")
    system_interference: Fact = _included("the offences of Art. 10 are predicate offences")
    misuse_of_devices: Fact = _included("the offences of Art. 11 are predicate offences")
    forgery: Fact = _included("the offences of Art. 12 are predicate offences")
    theft_or_fraud: Fact = _included("the offences of Art. 13 are predicate offences")
    child_abuse_material: Fact = _included("the offences of Art. 14 are predicate offences")
    solicitation: Fact = _included("the offences of Art. 15 are predicate offences")
    intimate_images: Fact = _included("the offences of Art. 16 are predicate offences")
    range_comprehensive: Fact = _included("the predicate offences are a comprehensive range of the relevant ones")


L = fields(PredicateLaw)

BY_ARTICLE = (
    L.illegal_access,
    L.illegal_interception,
    L.data_interference,
    L.system_interference,
    L.misuse_of_devices,
    L.forgery,
    L.theft_or_fraud,
    L.child_abuse_material,
    L.solicitation,
    L.intimate_images,
)


def predicates_suffice(law: PredicateLaw) -> Finding:
    """Whether a State's law makes enough of the Convention's offences predicate offences of laundering.

    Source: Art. 17(2)(a), Art. 17(2)(b).

    >>> predicates_suffice(PredicateLaw(solicitation=False)).truth.name
    'NO'
    """
    return by_reading(
        "the law makes enough of the offences predicate offences",
        PredicateRange,
        {
            PredicateRange.EVERY_ARTICLE: all_of(
                "offences of each of Arts. 7 to 16 are predicate offences",
                (art(17, 2, "a"), art(17, 2, "b")),
                *(given(law, included) for included in BY_ARTICLE),
            ),
            PredicateRange.WIDE_SELECTION: given(law, L.range_comprehensive),
        },
    )


@frozen(kw_only=True)
class PredicateOffence(Facts, asked_of=Role.STATE_PARTY):
    """The offence from which property comes, and the State that is to punish its laundering."""

    of_articles_7_to_16: Fact = fact("the offence is one of those of Arts. 7 to 16", art(17, 2, "a"))
    otherwise_predicate: Fact = fact("the State's law makes it a predicate offence beside those", art(17, 2, "b"))
    outside_jurisdiction: Fact = fact(
        "it was committed outside the State's jurisdiction", art(17, 2, "c"), asked_of=Role.CASE_HOLDER
    )
    state_has_list: Fact = fact("the State's legislation lists the predicate offences", art(17, 2, "b"))
    criminal_where_committed: Fact = fact(
        "the conduct is a criminal offence under the law of the State where it was committed",
        art(17, 2, "c"),
        asked_of=Role.CASE_HOLDER,
    )
    criminal_at_home: Fact = fact(
        "the conduct would be a criminal offence under the law of the State that applies the article, had it been "
        "committed there",
        art(17, 2, "c"),
    )
    reached_without_list: Fact = fact(
        "the law of the State, which has no list, counts such an offence committed abroad", art(17, 2, "a")
    )


P = fields(PredicateOffence)


def counts_as_predicate(offence: PredicateOffence) -> Finding:
    """Whether an offence counts as a predicate offence of laundering, committed at home or abroad.

    Abroad, the conduct must be criminal there and be so here as well. Whether that holds for a State without a list is
    a reading on which none is adopted.

    Source: Art. 17(2)(a), Art. 17(2)(b), Art. 17(2)(c).

    >>> fraud = PredicateOffence(
    ...     of_articles_7_to_16=True, state_has_list=True, outside_jurisdiction=True, criminal_at_home=True)
    >>> print(counts_as_predicate(fraud).open_questions[0].name)
    PredicateOffence.criminal_where_committed
    """
    return all_of(
        "the offence counts as a predicate offence",
        (art(17, 2, "a"), art(17, 2, "b"), art(17, 2, "c")),
        any_of(
            "the offence is among those that the State makes predicate offences",
            (art(17, 2, "a"), art(17, 2, "b")),
            given(offence, P.of_articles_7_to_16),
            given(offence, P.otherwise_predicate),
        ),
        any_of(
            "the place of the offence does not stand against it",
            art(17, 2, "c"),
            ~given(offence, P.outside_jurisdiction),
            _counts_abroad(offence),
        ),
    )


def _counts_abroad(offence: PredicateOffence) -> Finding:
    criminal_in_both = all_of(
        "the conduct is criminal on both sides",
        art(17, 2, "c"),
        given(offence, P.criminal_where_committed),
        given(offence, P.criminal_at_home),
    )
    without_list = by_reading(
        "an offence abroad counts for a State without a list",
        PredicatesAbroad,
        {
            PredicatesAbroad.LIST_STATES: given(offence, P.reached_without_list),
            PredicatesAbroad.EVERY_STATE: criminal_in_both,
        },
    )
    listed = given(offence, P.state_has_list)
    return any_of(
        "an offence committed abroad counts",
        art(17, 2, "c"),
        all_of("the State has a list, and the rule for it is met", art(17, 2, "c"), listed, criminal_in_both),
        all_of("the State has no list, and its law counts it", art(17, 2, "a"), ~listed, without_list),
        all_of("it counts whether or not the State has a list", art(17, 2, "c"), criminal_in_both, without_list),
    )


def knowledge_may_be_inferred() -> Finding:
    """Whether knowledge, intent or purpose may be inferred from objective circumstances of fact.

    Source: Art. 17(2)(f).

    >>> knowledge_may_be_inferred().truth.name
    'YES'
    """
    return by_text(
        True, "knowledge, intent and purpose may be inferred from objective circumstances of fact", art(17, 2, "f")
    )


def duties_on_laundering_laws() -> tuple[Duty, ...]:
    """What must a State furnish of its laws on laundering?

    Source: Art. 17(2)(d).

    >>> duties_on_laundering_laws()[0].modality.words
    'shall'
    """
    return (
        shall(
            "laundering-laws",
            Role.STATE_PARTY,
            "furnish copies or a description of the laws on laundering, and of later changes",
            art(17, 2, "d"),
            by_text(True, "every State Party owes it", art(17, 2, "d")),
            towards=Role.SECRETARY_GENERAL,
        ),
    )


checked(__name__)
