"""Art. 58: what the Secretary-General and the secretariat owe."""

from __future__ import annotations

import pytest

from uncc.conference import ReportingHelp, duties_of_secretariat
from uncc.kernel.duties import Modality
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role


def test_art_58_who_owes_what() -> None:
    """The Secretary-General provides the services; the secretariat has three tasks, in the order of the text."""
    duties = duties_of_secretariat(ReportingHelp())
    assert [duty.authority for duty in duties] == [
        (art(58, 1),),
        (art(58, 2, "a"),),
        (art(58, 2, "b"),),
        (art(58, 2, "c"),),
    ]
    assert [duty.bearer for duty in duties] == [Role.SECRETARY_GENERAL, *[Role.SECRETARIAT] * 3]
    assert [duty.towards for duty in duties] == [Role.CONFERENCE, Role.CONFERENCE, Role.STATES_PARTIES, None]
    assert {duty.modality for duty in duties} == {Modality.SHALL}


@pytest.mark.parametrize("requested", [True, False, None])
def test_art_58_2_b_help_with_information_upon_request(requested: bool | None) -> None:
    """Only help to a State Party depends on its asking."""
    for duty in duties_of_secretariat(ReportingHelp(requested=requested)):
        if duty.authority == (art(58, 2, "b"),):
            assert duty.trigger.is_yes is (requested is True)
            assert duty.trigger.is_unknown is (requested is None)
            assert duty.qualifications == ("upon request",)
        else:
            assert duty.trigger.is_yes
