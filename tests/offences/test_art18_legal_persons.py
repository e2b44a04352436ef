"""Art. 18: legal persons, the forms of their liability and the sanctions against them."""

import pytest
from attrs import evolve

from tests.truthtables import Assignment, disagreements
from uncc.kernel.duties import Modality
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.offences import (
    LegalPersonLaw,
    duties_on_legal_persons,
    establishes_liability_of_legal_persons,
    has_permitted_form_of_liability,
    leaves_natural_persons_liable,
    sanctions_legal_persons,
)

FORMS = ("criminal", "civil", "administrative")
SANCTIONS = ("effective", "proportionate", "dissuasive", "monetary")


def law(a: Assignment) -> LegalPersonLaw:
    """The law that a row of a table describes."""
    return LegalPersonLaw(
        reaches_participation=a.get("reaches"),
        criminal_liability=a.get("criminal"),
        civil_liability=a.get("civil"),
        administrative_liability=a.get("administrative"),
        effective=a.get("effective"),
        proportionate=a.get("proportionate"),
        dissuasive=a.get("dissuasive"),
        monetary=a.get("monetary"),
    )


def test_18_1_and_2_table() -> None:
    """Art. 18(1) and (2): participation is reached, in one of three forms at least."""
    assert not disagreements(
        lambda a: establishes_liability_of_legal_persons(law(a)),
        lambda w: w["reaches"] and (w["criminal"] or w["civil"] or w["administrative"]),
        "reaches",
        *FORMS,
    )


@pytest.mark.parametrize("form", FORMS)
def test_18_2_each_form_is_enough(form: str) -> None:
    """Art. 18(2): no form is owed more than another, and one is enough."""
    assert has_permitted_form_of_liability(law({**dict.fromkeys(FORMS, False), form: True})).is_yes


def test_18_2_no_form_at_all() -> None:
    """Art. 18(2): a law that knows none of the three has nothing that satisfies."""
    assert has_permitted_form_of_liability(law(dict.fromkeys(FORMS, False))).is_no
    assert has_permitted_form_of_liability(law({"criminal": False, "civil": False})).is_unknown


def test_18_3_does_not_save_natural_persons() -> None:
    """Art. 18(3): the one liability does not take away from the other."""
    answers = [leaves_natural_persons_liable(LegalPersonLaw(spares_natural_persons=f)) for f in (False, True, None)]
    assert [answer.truth.name for answer in answers] == ["YES", "NO", "UNKNOWN"]


def test_18_4_table() -> None:
    """Art. 18(4): three qualities, and monetary sanctions among them."""
    assert not disagreements(lambda a: sanctions_legal_persons(law(a)), lambda w: all(w.values()), *SANCTIONS)


@pytest.mark.parametrize("missing", SANCTIONS)
def test_18_4_nothing_may_be_missing(missing: str) -> None:
    """Art. 18(4): each of the four can be what just fails."""
    assert sanctions_legal_persons(law({**dict.fromkeys(SANCTIONS, True), missing: False})).is_no


@pytest.mark.parametrize("criminal", [True, False, None])
def test_18_4_the_kind_of_sanction_does_not_matter(criminal: bool | None) -> None:
    """Art. 18(4): the sanctions may be criminal or not."""
    complete = law(dict.fromkeys(SANCTIONS, True))
    assert sanctions_legal_persons(evolve(complete, criminal_sanctions=criminal)).is_yes


def test_18_duties_in_the_words_of_the_text() -> None:
    """Art. 18: three obligations and one choice, each of the State Party, all there whatever the facts."""
    duties = duties_on_legal_persons()
    assert [duty.authority for duty in duties] == [(art(18, n),) for n in (1, 2, 3, 4)]
    assert [duty.modality for duty in duties] == [Modality.SHALL, Modality.MAY, Modality.SHALL, Modality.SHALL]
    assert {duty.bearer for duty in duties} == {Role.STATE_PARTY}
    assert all(duty.trigger.is_yes and not duty.trigger.open_questions for duty in duties)
    assert "consistent with its legal principles" in duties[0].qualifications
    assert "subject to its legal principles" in duties[1].qualifications
    assert duties[2].qualifications == ()
