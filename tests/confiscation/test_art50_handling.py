"""Art. 50(3): a request for confiscation is dealt with like any request for assistance."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from uncc.cases import ConfiscationCase, assess
from uncc.confiscation import ConfiscationRequest, ConfiscationRequestKind, duties_while_confiscation_handled
from uncc.cooperation import AssistanceRequest, Handling, Offence, duties_while_handled
from uncc.kernel.duties import Duty, Modality, Promptness
from uncc.kernel.findings import Truth
from uncc.kernel.parties import AssistanceTreaty, State, StateParty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

NO_TREATY, TREATY = AssistanceTreaty(binds=False), AssistanceTreaty(binds=True, paragraphs_agreed=False)
OWED = ConfiscationRequest(
    kind=ConfiscationRequestKind.PROVISIONAL,
    offence=Offence(title="fraud", established_in_accordance=True),
    requesting_has_jurisdiction=True,
    property_is_liable=True,
)


def duty(
    name: str,
    request: ConfiscationRequest = OWED,
    handling: Handling | None = None,
    treaty: AssistanceTreaty = NO_TREATY,
) -> Duty:
    """Return one of the duties."""
    found = duties_while_confiscation_handled(request, handling or Handling(), treaty=treaty)
    return next(one for one in found if one.id == name)


def test_50_3_the_same_duties_with_the_same_modality() -> None:
    """Art. 50(3): bearer, modality and speed are those of Art. 40, which every duty cites beside Art. 50(3)."""
    ours, theirs = duties_while_confiscation_handled(OWED), duties_while_handled(AssistanceRequest())
    for one, other in zip(ours, theirs, strict=True):
        assert (one.id, one.bearer, one.modality, one.towards) == (
            other.id.replace("-in-assistance", "-in-confiscation"),
            other.bearer,
            other.modality,
            other.towards,
        )
        assert one.authority == (art(50, 3), *other.authority)
        assert one.deadline == other.deadline


@pytest.mark.parametrize("name", ["execute-by-domestic-law-in-confiscation", "execute-soon-in-confiscation"])
def test_50_3_execution_is_owed_where_article_50_obliges(name: str) -> None:
    """Art. 50(3), Art. 40(26): only what Art. 50 obliges to act on is executed: an offence of the Convention."""
    assert duty(name).trigger.is_yes
    serious = evolve(OWED, offence=Offence(title="robbery", established_in_accordance=False, serious_crime=True))
    assert duty(name, serious).trigger.is_no
    assert duty(name, evolve(OWED, requesting_has_jurisdiction=None)).trigger.is_unknown
    assert duty(name, treaty=TREATY).trigger.is_no


def test_50_3_information_may_be_asked_for() -> None:
    """Art. 50(3), Art. 40(16): additional information may be asked for where it helps; nothing obliges to ask."""
    asked = duty(
        "ask-for-information-in-confiscation", handling=Handling(information_necessary=False, information_helpful=True)
    )
    assert (asked.modality, asked.trigger.truth) == (Modality.MAY, Truth.YES)


def test_50_3_confidentiality_that_cannot_be_kept() -> None:
    """Art. 50(3), Art. 40(20): where it is required and cannot be kept, the requesting State is told promptly."""
    secret, unable = evolve(OWED, confidentiality="all of it"), Handling(confidentiality_impossible=True)
    told = duty("say-if-not-confidential-in-confiscation", secret, unable)
    assert (told.trigger.truth, told.deadline) == (Truth.YES, Promptness.PROMPTLY)
    assert duty("keep-request-confidential-in-confiscation", secret).trigger.is_yes
    assert duty("keep-request-confidential-in-confiscation").trigger.is_no
    assert duty("say-if-not-confidential-in-confiscation", handling=unable).trigger.is_no


def test_50_3_a_deadline_needs_reasons() -> None:
    """Art. 50(3), Art. 40(26): a deadline without reasons need not be heeded; with them it is, and does not bind."""
    dated = evolve(OWED, wanted_by=date(2028, 5, 1))
    unexplained = Handling(deadline_reasons_given=False)
    assert duty("heed-deadline-in-confiscation", dated, unexplained).trigger.is_no
    assert duty(
        "heed-deadline-in-confiscation", evolve(dated, wanted_by_reason="the coins move"), unexplained
    ).trigger.is_yes
    assert duty("heed-deadline-in-confiscation", OWED, Handling(deadline_reasons_given=True)).trigger.is_no


def test_50_3_the_requesting_state_says_when_it_is_over() -> None:
    """Art. 50(3), Art. 40(26): whoever no longer needs the freezing says so promptly."""
    over = duty("say-if-no-longer-required-in-confiscation", handling=Handling(no_longer_required=True))
    assert (over.bearer, over.trigger.truth, over.deadline) == (
        Role.REQUESTING_STATE,
        Truth.YES,
        Promptness.PROMPTLY,
    )


def test_50_3_the_procedure_that_is_wanted() -> None:
    """Art. 50(3), Art. 40(17): it is followed where the law is not against it and where it is possible."""
    wanted, open_to_it = evolve(OWED, procedure="a notary"), Handling(procedure_contrary_to_law=False)
    assert duty("follow-procedure-in-confiscation", wanted, evolve(open_to_it, procedure_possible=True)).trigger.is_yes
    assert duty("follow-procedure-in-confiscation", wanted, evolve(open_to_it, procedure_possible=False)).trigger.is_no
    assert duty("follow-procedure-in-confiscation", OWED, open_to_it).trigger.is_no


def test_50_3_costs() -> None:
    """Art. 50(3), Art. 40(30): the requested State bears the ordinary costs; large ones are consulted on."""
    assert duty("bear-costs-in-confiscation", handling=Handling(costs_agreed_otherwise=False)).trigger.is_yes
    assert duty("bear-costs-in-confiscation", handling=Handling(costs_agreed_otherwise=True)).trigger.is_no
    large = duty("consult-on-costs-in-confiscation", handling=Handling(extraordinary_expenses=True))
    assert (large.bearer, large.trigger.truth) == (Role.STATES_PARTIES, Truth.YES)


def test_50_3_the_report_lists_them_where_the_handling_is_known() -> None:
    """Art. 50(3): a case that says how the request is dealt with has the duties in its report."""
    case = ConfiscationCase(
        requesting=StateParty(state=State("Astoria")),
        requested=StateParty(state=State("Borduria")),
        as_of=date(2028, 3, 12),
        request=OWED,
    )
    names = {one.id for one in duties_while_confiscation_handled(OWED)}
    assert not names & {one.id for one in assess(case).duties}
    assert names <= {one.id for one in assess(evolve(case, handling=Handling())).duties}
