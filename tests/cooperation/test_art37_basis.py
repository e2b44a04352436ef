"""Art. 37(4) to (7) and (20): the legal basis of extradition."""

from datetime import date

import pytest
from attrs import evolve

from tests.cooperation.extradition import ACCESS, REQUEST, TREATY, relation
from tests.truthtables import by_completion, completions, disagreements
from uncc.cooperation import (
    BasisNotice,
    ExtraditionRelation,
    SoughtOffence,
    duties_on_extradition_basis,
    duties_on_extradition_treaties,
    has_extradition_basis,
    is_deemed_included_in_treaty,
    is_extraditable,
    may_take_convention_as_extradition_basis,
    must_give_basis_notice,
    must_recognise_as_extraditable,
    must_seek_extradition_treaties,
)
from uncc.kernel.duties import Modality
from uncc.kernel.errors import InvalidValue
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import Readings
from uncc.readings.chapter_5 import BasisNoticeEffect, BetweenThemselves

NOTICES = (*BasisNotice, None)
INSISTS = ExtraditionRelation(treaty_binds=False, conditional_on_treaty=True)
OTHER = evolve(REQUEST, offences=(SoughtOffence(title="theft", established_in_accordance=False),))


# Art. 37(4)


def test_37_4_deemed_included() -> None:
    """Art. 37(4): an offence to which the article applies counts as listed in the treaty; no fact says if it is."""
    assert is_deemed_included_in_treaty(REQUEST, relation=TREATY).is_yes
    assert is_deemed_included_in_treaty(REQUEST, relation=INSISTS).is_no
    assert is_deemed_included_in_treaty(OTHER, relation=TREATY).is_no
    assert is_deemed_included_in_treaty(REQUEST, relation=ExtraditionRelation()).is_unknown


def test_37_4_new_treaties() -> None:
    """Art. 37(4): the offences go into every treaty to be concluded; the two States always owe that."""
    duty = duties_on_extradition_treaties(relation=ExtraditionRelation())[0]
    assert (duty.modality, duty.bearer, duty.authority) == (Modality.SHALL, Role.STATES_PARTIES, (art(37, 4),))
    assert duty.trigger.is_yes


# Art. 37(5)


def test_37_5_table() -> None:
    """Art. 37(5): the liberty is for a State that insists on a treaty and has none with the other."""
    assert not disagreements(
        lambda a: may_take_convention_as_extradition_basis(REQUEST, relation=relation(a)),
        lambda w: w["conditional"] and not w["treaty"],
        "conditional",
        "treaty",
    )


def test_37_5_only_for_offences_of_the_article() -> None:
    """Art. 37(5): not for an offence to which the article does not apply."""
    assert may_take_convention_as_extradition_basis(OTHER, relation=INSISTS).is_no


def test_37_5_is_a_liberty() -> None:
    """Art. 37(5): may, and not shall: no duty to grant follows where the State does not take the Convention."""
    (duty,) = duties_on_extradition_basis(REQUEST, relation=INSISTS)
    assert duty.modality is Modality.MAY
    assert duty.trigger.is_yes
    refuses = evolve(INSISTS, notice=BasisNotice.NONE_GIVEN, considers_convention_basis=False)
    assert has_extradition_basis(relation=refuses).is_no


def test_37_5_after_a_notice_to_the_contrary() -> None:
    """Art. 37(5), Art. 37(6)(a): as adopted the single case stays free; on the other reading the notice shuts it."""
    told = evolve(INSISTS, notice=BasisNotice.DOES_NOT_TAKE, considers_convention_basis=True)
    excluded = Readings.of(BasisNoticeEffect.EXCLUDED)
    assert may_take_convention_as_extradition_basis(REQUEST, relation=told).is_yes
    assert has_extradition_basis(relation=told).is_yes
    assert may_take_convention_as_extradition_basis(REQUEST, relation=told).under(excluded).is_no
    assert has_extradition_basis(relation=told).under(excluded).is_no
    silent = evolve(told, notice=BasisNotice.NONE_GIVEN)
    assert has_extradition_basis(relation=silent).under(excluded).is_yes


# The basis as a whole


@pytest.mark.parametrize("under", [Readings(), Readings.of(BasisNoticeEffect.EXCLUDED)])
@pytest.mark.parametrize("notice", NOTICES)
def test_37_4_to_7_table(notice: BasisNotice | None, under: Readings) -> None:
    """Art. 37(4) to Art. 37(7): a treaty, no need of one, a notice that takes the Convention, or the single case.

    A notice that is not known can be any of the three.
    """
    possible = [notice] if notice else list(BasisNotice)
    shut = bool(under.choices)
    for treaty in (True, False, None):
        for conditional in (True, False, None):
            for considers in (True, False, None):
                a = {"treaty": treaty, "conditional": conditional, "considers": considers}
                worlds = [(w, told) for w in completions(a) for told in possible]
                expected = {
                    w["treaty"]
                    or not w["conditional"]
                    or told is BasisNotice.TAKES
                    or (w["considers"] and not (shut and told is BasisNotice.DOES_NOT_TAKE))
                    for w, told in worlds
                }
                answer = has_extradition_basis(relation=evolve(relation(a), notice=notice)).under(under)
                assert answer.is_unknown == (len(expected) == 2), (a, notice)
                assert answer.is_unknown or answer.is_yes == expected.pop(), (a, notice)


def test_a_notice_is_one_of_three() -> None:
    """A notice that is no `BasisNotice` is refused."""
    with pytest.raises(InvalidValue, match="a BasisNotice"):
        ExtraditionRelation(notice="takes")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_extradition_without_a_basis() -> None:
    """Art. 37(5): a State that insists on a treaty, has none and does not take the Convention, has no basis."""
    assert is_extraditable(
        REQUEST, relation=evolve(INSISTS, notice=BasisNotice.NONE_GIVEN, considers_convention_basis=False)
    ).is_no


# Art. 37(6)


def test_37_6_a_notice() -> None:
    """Art. 37(6)(a): owed by each State that insists on a treaty, whether it takes the Convention or not."""
    for notice in NOTICES:
        for conditional in (True, False, None):
            a = {"conditional": conditional}
            answer = must_give_basis_notice(
                relation=ExtraditionRelation(conditional_on_treaty=conditional, notice=notice)
            )
            assert answer.truth is by_completion(lambda w: w["conditional"], a)


def test_37_6_b_treaties() -> None:
    """Art. 37(6)(b): owed by a State that insists on a treaty and does not take the Convention."""
    owed = {
        notice: must_seek_extradition_treaties(
            relation=ExtraditionRelation(conditional_on_treaty=True, notice=notice)
        ).truth.name
        for notice in NOTICES
    }
    assert owed == {
        BasisNotice.TAKES: "NO",
        BasisNotice.DOES_NOT_TAKE: "YES",
        BasisNotice.NONE_GIVEN: "YES",
        None: "UNKNOWN",
    }
    assert must_seek_extradition_treaties(relation=ExtraditionRelation(conditional_on_treaty=False)).is_no


def test_37_6_and_20_duties() -> None:
    """Art. 37(6), Art. 37(20): to tell the depositary; to seek treaties, where appropriate; to seek agreements."""
    _, notice, treaties, agreements = duties_on_extradition_treaties(
        relation=evolve(INSISTS, notice=BasisNotice.DOES_NOT_TAKE)
    )
    assert (notice.bearer, notice.towards) == (Role.REQUESTED_STATE, Role.DEPOSITARY)
    assert treaties.qualifications == ("where appropriate",)
    assert agreements.authority == (art(37, 20),)
    assert {duty.modality for duty in (notice, treaties, agreements)} == {Modality.SHALL}
    assert all(duty.trigger.is_yes for duty in (notice, treaties, agreements))


# Art. 37(7)


def test_37_7_table() -> None:
    """Art. 37(7): as adopted, between two States neither of which insists on a treaty."""
    assert not disagreements(
        lambda a: must_recognise_as_extraditable(REQUEST, relation=relation(a)),
        lambda w: not w["conditional"] and not w["other_conditional"],
        "conditional",
        "other_conditional",
    )


def test_37_7_other_reading() -> None:
    """Art. 37(7): on the other reading, the requested State alone counts."""
    assert not disagreements(
        lambda a: must_recognise_as_extraditable(REQUEST, relation=relation(a)).under(
            Readings.of(BetweenThemselves.REQUESTED)
        ),
        lambda w: not w["conditional"],
        "conditional",
        "other_conditional",
    )


def test_37_7_only_offences_of_the_article() -> None:
    """Art. 37(7): for offences to which the article applies."""
    free = ExtraditionRelation(
        conditional_on_treaty=False, requesting_conditional_on_treaty=False, permits_without_punishability=False
    )
    assert must_recognise_as_extraditable(OTHER, relation=free).is_no
    unpunished = evolve(REQUEST, offences=(evolve(ACCESS, punishable_in_requested_state=False),))
    assert must_recognise_as_extraditable(unpunished, relation=free).is_no


def test_37_6_a_notice_that_was_not_given_has_no_day() -> None:
    """Art. 37(6)(a): a day of the notice contradicts that none was given."""
    with pytest.raises(InvalidValue, match="notice_given_on: '2027-03-01' is not null, where no notice was given"):
        ExtraditionRelation(notice=BasisNotice.NONE_GIVEN, notice_given_on=date(2027, 3, 1))
