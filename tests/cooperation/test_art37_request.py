"""Art. 37(3): one request for several separate offences."""

from __future__ import annotations

import pytest

from uncc.cooperation import ExtraditionRequest, SoughtOffence
from uncc.cooperation.art37_extradition.request import MOST_OFFENCES
from uncc.kernel.errors import InvalidValue

OFFENCES = tuple(SoughtOffence(title=f"count {number}") for number in range(MOST_OFFENCES + 1))


def test_37_3_several_offences_in_one_request() -> None:
    """As many as are weighed beside each other are taken; the error of one more says how many there are, and may be."""
    assert len(ExtraditionRequest(offences=OFFENCES[1:]).offences) == MOST_OFFENCES
    with pytest.raises(InvalidValue) as caught:
        ExtraditionRequest(offences=OFFENCES)
    assert str(caught.value) == "offences: 51 is not at most 50 offences; give the counts of one offence as one"
