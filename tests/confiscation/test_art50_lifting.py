"""Art. 50(8): the hearing before a provisional measure is lifted."""

from __future__ import annotations

from typing import Any

from tests.truthtables import disagreements
from uncc.confiscation import ProvisionalMeasure, duties_on_lifting, must_hear_before_lifting


def test_50_8_table() -> None:
    """Art. 50(8): a measure taken upon request, lifting in mind, a hearing possible, and none given yet."""
    names = tuple(ProvisionalMeasure.questions())
    assert not disagreements(
        lambda a: must_hear_before_lifting(ProvisionalMeasure(**dict[str, Any](a))),
        lambda w: (
            w["taken_on_request"] and w["lifting_intended"] and w["hearing_possible"] and not w["opportunity_given"]
        ),
        *names,
    )
    assert duties_on_lifting(ProvisionalMeasure())[0].qualifications == ("wherever possible",)
