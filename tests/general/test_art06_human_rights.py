"""Art. 6: human rights as a measure of implementation and as a limit of interpretation."""

import pytest

from tests.truthtables import disagreements
from uncc.general import Implementing, is_consistent_with_human_rights, is_permitted_interpretation
from uncc.kernel.facts import Fact
from uncc.kernel.provisions import art


def test_6_1_table() -> None:
    """Art. 6(1): what is measured is the consistency of the implementation with international obligations."""
    assert not disagreements(
        lambda a: is_consistent_with_human_rights(
            Implementing(consistent_with_obligations=a["consistent"], permits_suppression=a["suppression"])
        ),
        lambda w: w["consistent"],
        "consistent",
        "suppression",
    )


def test_6_2_table() -> None:
    """Art. 6(2): a reading that would allow rights to be suppressed is excluded, whatever the implementation."""
    assert not disagreements(
        lambda a: is_permitted_interpretation(
            Implementing(consistent_with_obligations=a["consistent"], permits_suppression=a["suppression"])
        ),
        lambda w: not w["suppression"],
        "consistent",
        "suppression",
    )


@pytest.mark.parametrize("consistent", [True, False, None])
def test_6_2_suppression_is_never_permitted(consistent: Fact) -> None:
    """Art. 6(2): no consistency elsewhere saves a reading that suppresses rights."""
    reading = Implementing(consistent_with_obligations=consistent, permits_suppression=True)
    assert is_permitted_interpretation(reading).is_no


def test_6_is_not_assumed() -> None:
    """Art. 6: neither respect for rights nor its lack is presumed, and each rule asks its own question."""
    for finding in (is_consistent_with_human_rights(Implementing()), is_permitted_interpretation(Implementing())):
        assert finding.is_unknown
        assert len(finding.open_questions) == 1


def test_6_cites_its_paragraphs() -> None:
    """Art. 6: each rule rests on its own paragraph."""
    assert art(6, 1) in is_consistent_with_human_rights(Implementing()).authority
    assert art(6, 2) in is_permitted_interpretation(Implementing()).authority
