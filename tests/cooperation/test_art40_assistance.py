"""Art. 40(21)(b), (c) and 40(22): the grounds that Arts. 42(6) and 43(2) take over."""

from itertools import product

import pytest

from tests.truthtables import disagreements
from uncc.cooperation import Position, execution_is_prohibited, is_discriminatory, prejudices_essential_interests
from uncc.kernel.findings import Truth
from uncc.kernel.provisions import art

VALUES = [(True, Truth.YES), (False, Truth.NO), (None, Truth.UNKNOWN)]


@pytest.mark.parametrize(("considers", "expected"), VALUES)
def test_40_21_b(considers: bool | None, expected: Truth) -> None:
    """Art. 40(21)(b): it is what the requested State considers likely that counts."""
    finding = prejudices_essential_interests(position=Position(prejudices_essential_interests=considers))
    assert finding.truth is expected
    assert art(40, 21, "b") in finding.authority


@pytest.mark.parametrize(("forbidden", "expected"), VALUES)
def test_40_21_c(forbidden: bool | None, expected: Truth) -> None:
    """Art. 40(21)(c): the test is whether the State's own law would forbid the step in a similar case of its own."""
    finding = execution_is_prohibited(position=Position(prohibited_for_similar_offence=forbidden))
    assert finding.truth is expected
    assert art(40, 21, "c") in finding.authority


def test_40_22_table() -> None:
    """Art. 40(22): a discriminatory purpose is enough, and so is prejudice on one of the named accounts."""
    assert not disagreements(
        lambda a: is_discriminatory(
            position=Position(discriminatory_purpose=a["purpose"], discriminatory_prejudice=a["prejudice"])
        ),
        lambda w: w["purpose"] or w["prejudice"],
        "purpose",
        "prejudice",
    )


def test_40_22_authority() -> None:
    """Art. 40(22) is where the finding comes from."""
    assert any(art(40, 22).contains(p) or p == art(40, 22) for p in is_discriminatory(position=Position()).authority)


def test_40_the_grounds_do_not_lean_on_one_another() -> None:
    """Art. 40(21)(b), (c) and 40(22): each ground stands on its own facts and on no other."""
    for values in product((True, False, None), repeat=2):
        position = Position(
            prejudices_essential_interests=values[0],
            requires_dual_criminality_for_disclosure=values[1],
            doubts_dual_criminality_at_disclosure=values[1],
        )
        assert execution_is_prohibited(position=position).is_unknown
        assert is_discriminatory(position=position).is_unknown
        assert prejudices_essential_interests(position=position).truth is Truth.of(values[0])
