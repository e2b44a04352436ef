"""Facts: each declared once; its question comes from the declaration."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from attrs import evolve, field, fields, frozen
from attrs.exceptions import FrozenInstanceError

from tests.formulas import NAMES, Sample, question
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import FACT, Declaration, Fact, Facts, Question, fact
from uncc.kernel.findings import given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role


@frozen(kw_only=True)
class Mixed(Facts):
    """Facts, and a field that is none."""

    name: str = field(default="unnamed")
    first: Fact = fact("the first fact holds", art(42, 6), art(40, 21, "b"), asked_of=Role.REQUESTED_STATE)


@frozen(kw_only=True)
class Heir(Mixed):
    """Inherits the facts of `Mixed` and declares another."""

    second: Fact = fact("the second fact holds", art(42, 7), asked_of=Role.REQUESTED_STATE)


def test_a_fact_is_not_known_unless_somebody_says_so() -> None:
    """Left out means not known, never false."""
    assert [getattr(Sample(), name) for name in NAMES] == [None] * len(NAMES)


@pytest.mark.parametrize("value", [True, False, None])
def test_a_fact_is_true_false_or_not_known(value: Fact) -> None:
    """Each of the three values is kept as it is."""
    assert Sample(alpha=value).alpha is value


@pytest.mark.parametrize("value", [0, 1, "yes", "", "true", [], 1.0, NotImplemented])
def test_what_only_looks_like_a_fact_is_refused(value: Any) -> None:
    """Neither a number nor a text passes for true or false."""
    with pytest.raises(InvalidValue) as caught:
        Sample(beta=value)
    assert str(caught.value) == f"beta: {value!r} is not true, false or null (not known)"


def test_facts_are_frozen() -> None:
    """What was once stated is not changed in place."""
    sample = Sample(alpha=True)
    with pytest.raises(FrozenInstanceError):
        sample.alpha = None  # type: ignore[misc]
    assert evolve(sample, alpha=None) == Sample()


def test_equal_facts_are_equal_and_travel() -> None:
    """Facts compare and hash by value, and survive pickling and copying."""
    sample = Sample(alpha=True, beta=False)
    assert sample == Sample(beta=False, alpha=True)
    assert len({sample, Sample(alpha=True, beta=False)}) == 1
    assert pickle.loads(pickle.dumps(sample)) == copy.deepcopy(sample) == sample


def test_the_questions_of_a_class_stand_in_the_order_of_its_fields() -> None:
    """A class lists its facts in order, each with its name, words, provision and addressee."""
    assert list(Sample.questions()) == ["alpha", "beta", "gamma", "delta", "epsilon"]
    assert question("alpha") == Question(
        "Sample.alpha", "alpha holds", (art(42, 3, "a"),), Role.REQUESTING_STATE, subject=""
    )


def test_a_field_that_is_no_fact_asks_nothing() -> None:
    """Only what is declared with `fact` is a question."""
    assert list(Mixed.questions()) == ["first"]


def test_an_inherited_fact_keeps_its_name() -> None:
    """A fact is declared once, so its name is that of the class which declares it."""
    assert {name: asked.name for name, asked in Heir.questions().items()} == {
        "first": "Mixed.first",
        "second": "Heir.second",
    }


def test_a_fact_is_named_by_the_class_that_is_made_of_it() -> None:
    """A declaration has no name until a class holds it, and then that of the class and the field."""

    @frozen(kw_only=True)
    class Made(Facts):
        """Declares one fact."""

        only: Fact = fact("the only fact holds", art(42, 6), asked_of=Role.DEPOSITARY)

    assert Declaration("nobody holds it", (art(42, 6),), Role.DEPOSITARY).question().name == ""
    assert Made.questions()["only"] == Question(
        "Made.only", "the only fact holds", (art(42, 6),), Role.DEPOSITARY, subject=""
    )


@frozen(kw_only=True)
class Shared(Facts, asked_of=Role.REQUESTED_STATE):
    """Says for the whole class who can answer, and for one fact somebody else."""

    usual: Fact = fact("the usual fact holds", art(42, 6))
    exception: Fact = fact("the exceptional fact holds", art(42, 6), asked_of=Role.DEPOSITARY)


def _asked(facts: type[Facts]) -> dict[str, Role]:
    return {name: asked.asked_of for name, asked in facts.questions().items()}


def test_the_class_says_who_can_answer_and_a_fact_makes_an_exception() -> None:
    """A fact that names nobody is asked of whom its class names; one that does is asked of its own."""
    assert _asked(Shared) == {"usual": Role.REQUESTED_STATE, "exception": Role.DEPOSITARY}


def test_an_heir_takes_over_who_can_answer() -> None:
    """Where an heir names nobody, its facts are asked of whom its base names."""

    @frozen(kw_only=True)
    class Same(Shared):
        """Declares one more fact."""

        more: Fact = fact("one more fact holds", art(42, 7))

    assert _asked(Same) == {**_asked(Shared), "more": Role.REQUESTED_STATE}


def test_an_heir_can_name_somebody_else_for_its_own_facts() -> None:
    """An heir's role holds for what the heir declares; what it inherits is asked of whom it was, in both classes."""

    @frozen(kw_only=True)
    class Other(Shared, asked_of=Role.CONFERENCE):
        """Declares one more fact, for somebody else."""

        more: Fact = fact("one more fact holds", art(42, 7))

    assert _asked(Other) == {**_asked(Shared), "more": Role.CONFERENCE}
    assert _asked(Shared) == {"usual": Role.REQUESTED_STATE, "exception": Role.DEPOSITARY}


def test_who_can_answer_is_kept_with_slots_and_without() -> None:
    """Whether attrs makes the class once or twice, what it says of itself stands."""

    @frozen(slots=False)
    class Once(Facts, asked_of=Role.CUSTODIAN):
        """Declares one fact, in a class that attrs does not make anew."""

        only: Fact = fact("the only fact holds", art(42, 6))

    @frozen(slots=True)
    class Twice(Facts, asked_of=Role.CUSTODIAN):
        """Declares one fact, in a class that attrs makes anew."""

        only: Fact = fact("the only fact holds", art(42, 6))

    assert _asked(Once) == _asked(Twice) == {"only": Role.CUSTODIAN}


def test_a_fact_that_nobody_is_asked_is_refused_when_its_class_is_made() -> None:
    """Where neither the class nor the fact names somebody, the error names the fact and both places to say it."""
    with pytest.raises(TypeError) as caught:

        @frozen(kw_only=True)
        class Orphan(Facts):
            """Declares a fact that nobody can be asked."""

            known: Fact = fact("somebody is asked this", art(42, 6), asked_of=Role.CUSTODIAN)
            lost: Fact = fact("nobody is asked this", art(42, 6))

    assert str(caught.value) == (
        "Orphan.lost: nobody is asked; say who can answer, for the class in `class Orphan(Facts, asked_of=...)`, "
        "or for this fact alone in `fact(..., asked_of=...)`"
    )


def test_an_inherited_fact_is_the_same_question_everywhere() -> None:
    """The same fact in a class and in its heir is one question, not two."""
    inherited = given(Heir(first=True), fields(Heir).first)
    assert inherited == given(Mixed(first=True), fields(Mixed).first)


def test_an_inherited_fact_is_not_declared_anew() -> None:
    """A fact has one sentence and one provision: an heir that gives it others is refused when it is made."""
    with pytest.raises(InvalidValue) as caught:

        @frozen(kw_only=True)
        class Other(Mixed):
            """Declares again what it inherits."""

            first: Fact = fact("another sentence holds", art(42, 7), asked_of=Role.DEPOSITARY)

    assert str(caught.value) == (
        "Other.first: 'another sentence holds' is not the fact that Other inherits under that name"
    )


def test_the_base_class_declares_nothing() -> None:
    """`Facts` itself has no questions, and its heirs do not leak theirs into it."""
    assert Facts.questions() == {}


def test_the_declaration_makes_questions_about_a_subject() -> None:
    """A subject tells apart the things of one kind in a case."""
    declaration = fields(Mixed).first.metadata[FACT]
    assert declaration.question("data[2]") == evolve(Mixed.questions()["first"], subject="data[2]")


def test_a_question_says_what_why_and_whom_to_ask() -> None:
    """A question prints its subject if it has one, its words, every provision, and the addressee."""
    asked = Mixed.questions()["first"]
    assert str(asked) == "the first fact holds [Art. 42(6), Art. 40(21)(b)] (ask: requested State)"
    assert str(evolve(asked, subject="data[2]")) == f"item 3: {asked}"


@pytest.mark.parametrize("name", NAMES)
def test_questions_compare_by_value_and_travel(name: str) -> None:
    """Equal questions are equal and hash equally, also after pickling."""
    asked = question(name)
    assert pickle.loads(pickle.dumps(asked)) == asked
    assert len({asked, copy.deepcopy(asked), evolve(asked, subject="data[0]")}) == 2
