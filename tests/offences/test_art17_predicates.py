"""Art. 17(2): predicate offences, what may be inferred and what must be furnished, read from the text."""

from __future__ import annotations

import pytest
from attrs import evolve

from tests.offences.tables import build, differences, each, every_state, names_of
from uncc.kernel.facts import Fact
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.offences import (
    PredicateLaw,
    PredicateOffence,
    counts_as_predicate,
    duties_on_laundering_laws,
    knowledge_may_be_inferred,
    predicates_suffice,
)
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_2 import PredicateRange, PredicatesAbroad

EVERY_ARTICLE = Readings.of(PredicateRange.EVERY_ARTICLE)
WIDE_SELECTION = Readings.of(PredicateRange.WIDE_SELECTION)
LIST_STATES = Readings.of(PredicatesAbroad.LIST_STATES)
EVERY_STATE = Readings.of(PredicatesAbroad.EVERY_STATE)
ABROAD: dict[Fact, Readings] = {True: EVERY_STATE, False: LIST_STATES, None: AS_ADOPTED}

ARTICLES = names_of(PredicateLaw)[:10]
ALL_TEN = PredicateLaw(**each(ARTICLES, True), range_comprehensive=True)


# Paragraph 2(a) and (b): which offences


@pytest.mark.parametrize("article", ARTICLES)
def test_17_2_a_each_article(article: str) -> None:
    """Art. 17(2)(a) and (b): the offences of no article may be missing, on the reading that is adopted."""
    assert predicates_suffice(ALL_TEN).is_yes
    assert predicates_suffice(evolve(ALL_TEN, **{article: False})).is_no
    assert predicates_suffice(evolve(ALL_TEN, **{article: None})).is_unknown
    assert predicates_suffice(PredicateLaw(**{article: False})).is_no


def test_17_2_b_a_list_that_leaves_out_two_articles() -> None:
    """Art. 17(2)(a) and (b), S14: without offences of Arts. 14 and 16 the minimum is not reached."""
    law = evolve(ALL_TEN, child_abuse_material=False, intimate_images=False, range_comprehensive=None)
    finding = predicates_suffice(law)
    assert finding.is_no
    cited = {provision for node in finding.walk() for provision in node.authority}
    assert {art(17, 2, "a"), art(17, 2, "b")} <= cited


def test_17_2_b_the_reading_decides() -> None:
    """Art. 17(2)(b): a selection that is wide enough suffices on the other reading."""
    law = evolve(ALL_TEN, misuse_of_devices=False)
    assert predicates_suffice(law).under(EVERY_ARTICLE).is_no
    assert predicates_suffice(law).under(WIDE_SELECTION).is_yes
    assert predicates_suffice(evolve(law, range_comprehensive=False)).under(WIDE_SELECTION).is_no
    assert predicates_suffice(evolve(law, range_comprehensive=None)).under(WIDE_SELECTION).is_unknown
    assert predicates_suffice(PredicateLaw(range_comprehensive=True)).under(WIDE_SELECTION).is_yes


def test_17_2_b_all_ten_articles() -> None:
    """Art. 17(2)(a) and (b): a law with offences of each article needs nobody's judgement of its range."""
    assert predicates_suffice(evolve(ALL_TEN, range_comprehensive=None)).is_yes


def test_17_2_b_an_empty_list() -> None:
    """Art. 17(2)(b): on neither reading does a list suffice that has no offence of Arts. 7 to 16."""
    nothing = PredicateLaw(**each(ARTICLES, False), range_comprehensive=False)
    for under in (AS_ADOPTED, EVERY_ARTICLE, WIDE_SELECTION):
        assert predicates_suffice(nothing).under(under).is_no


@pytest.mark.parametrize("under", [AS_ADOPTED, EVERY_ARTICLE])
def test_17_2_a_table(under: Readings) -> None:
    """Art. 17(2)(a): over every state of seven articles, with the other three known."""
    states = every_state(ARTICLES[:7], **each(ARTICLES[7:], True), range_comprehensive=True)
    states += every_state(ARTICLES[4:], **each(ARTICLES[:4], True), range_comprehensive=True)
    assert not differences(
        lambda a: predicates_suffice(build(PredicateLaw, a)).under(under), lambda w: all(w[n] for n in ARTICLES), states
    )


# Paragraph 2(c): offences committed abroad


def test_17_2_c_table() -> None:
    """Art. 17(2)(a) to (c): over every three-valued state of the seven facts, on each reading and on none."""

    def predicate(w: dict[str, bool]) -> bool:
        if not (w["of_articles_7_to_16"] or w["otherwise_predicate"]):
            return False
        if not w["outside_jurisdiction"]:
            return True
        if w["state_has_list"] or w["every_state"]:
            return w["criminal_where_committed"] and w["criminal_at_home"]
        return w["reached_without_list"]

    assert not differences(
        lambda a: counts_as_predicate(
            build(PredicateOffence, {name: value for name, value in a.items() if name != "every_state"})
        ).under(ABROAD[a["every_state"]]),
        lambda w: predicate(dict(w)),
        every_state((*names_of(PredicateOffence), "every_state")),
    )


FRAUD = PredicateOffence(
    of_articles_7_to_16=True,
    otherwise_predicate=False,
    outside_jurisdiction=True,
    state_has_list=True,
    criminal_where_committed=True,
    criminal_at_home=True,
    reached_without_list=False,
)


def test_17_2_c_abroad_and_a_crime_on_both_sides() -> None:
    """Art. 17(2)(c): a list must reach offences abroad that are criminal there and would be at home."""
    assert counts_as_predicate(FRAUD).is_yes
    assert counts_as_predicate(evolve(FRAUD, criminal_where_committed=False)).is_no
    assert counts_as_predicate(evolve(FRAUD, criminal_at_home=False)).is_no


def test_17_2_c_law_of_the_place_not_known() -> None:
    """Art. 17(2)(c), S13: the law of the place where it was committed is missing, and nothing else."""
    finding = counts_as_predicate(evolve(FRAUD, criminal_where_committed=None))
    assert [question.name for question in finding.open_questions] == ["PredicateOffence.criminal_where_committed"]


def test_17_2_c_at_home_neither_is_asked() -> None:
    """Art. 17(2)(c): of an offence within the jurisdiction the law of no other State is asked."""
    at_home = PredicateOffence(of_articles_7_to_16=True, outside_jurisdiction=False)
    assert counts_as_predicate(at_home).is_yes
    assert counts_as_predicate(at_home).open_questions == ()


def test_17_2_c_a_state_without_a_list() -> None:
    """Art. 17(2)(c): it refers to the clause on lists; whom it binds beside is open where it matters."""
    no_list = evolve(FRAUD, state_has_list=False)
    assert counts_as_predicate(no_list).under(EVERY_STATE).is_yes
    assert counts_as_predicate(no_list).under(LIST_STATES).is_no
    assert [q.name for q in counts_as_predicate(no_list).open_questions] == ["predicates-abroad"]
    assert counts_as_predicate(evolve(no_list, reached_without_list=True)).is_yes


# Paragraph 2(d) and (f)


def test_17_2_d_laws_are_furnished() -> None:
    """Art. 17(2)(d): copies or a description, to the Secretary-General; it is a duty of every State Party."""
    (duty,) = duties_on_laundering_laws()
    assert duty.modality.words == "shall"
    assert (duty.bearer, duty.towards) == (Role.STATE_PARTY, Role.SECRETARY_GENERAL)
    assert art(17, 2, "d") in duty.authority


def test_17_2_f_inference() -> None:
    """Art. 17(2)(f): knowledge, intent and purpose may be inferred; no fact can change it."""
    finding = knowledge_may_be_inferred()
    assert finding.is_yes
    assert finding.open_questions == ()
    assert {provision for node in finding.walk() for provision in node.authority} == {art(17, 2, "f")}


def test_17_2_c_the_limbs_that_are_shown_bear_the_answer() -> None:
    """Art. 17(2)(c): where it does not matter whether the State has a list, a limb says so, and it is decisive."""
    fraud = PredicateOffence(
        of_articles_7_to_16=True,
        outside_jurisdiction=True,
        criminal_where_committed=True,
        criminal_at_home=True,
        reached_without_list=True,
    )
    finding = counts_as_predicate(fraud)
    assert finding.is_yes
    assert "it counts whether or not the State has a list" in [node.statement for node in finding.decisive().walk()]
    assert not any(limb.is_unknown for limb in finding.because)
