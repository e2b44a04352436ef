"""Art. 40(7), (19), (21) to (28): the limbs that are shown give the answer, also where a treaty is not known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import effort
from uncc.cooperation import (
    AssistancePosition,
    AssistanceRequest,
    EvidenceUse,
    Ground,
    NegativeReply,
    ReplyKind,
    may_use_evidence,
    reply_conforms,
)
from uncc.kernel.again import rebuilt
from uncc.kernel.facts import Facts
from uncc.kernel.findings import Finding
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.readings import Readings
from uncc.readings.chapter_5_assistance import DiscriminationClause, EvidenceConsent, RefusalBars, TreatyGaps

facts = st.sampled_from((True, False, None))
GROUNDS = (
    *(Ground.LEGAL_SYSTEM, Ground.DISCRIMINATION, Ground.BANK_SECRECY),
    *(Ground.FISCAL_MATTERS, Ground.TRIFLING_MATTER),
)
READINGS = st.builds(
    Readings.of,
    st.sampled_from(TreatyGaps),
    st.sampled_from(EvidenceConsent),
    st.sampled_from(RefusalBars),
    st.sampled_from(DiscriminationClause),
)


def known(kind: type[Facts]) -> dict[str, st.SearchStrategy[bool | None]]:
    """Return what may be known of each fact of a class."""
    return dict.fromkeys(kind.questions(), facts)


TREATIES = st.builds(
    AssistanceTreaty,
    **known(AssistanceTreaty),
    silent_on=st.sampled_from((None, (), (art(40, 19), art(40, 28)), (art(40, 21), art(40, 27)))),
)
REPLIES = st.builds(
    NegativeReply,
    **{name: each for name, each in known(NegativeReply).items() if name not in {"answered", "ground_ended"}},
    kind=st.sampled_from(ReplyKind),
    grounds=st.lists(st.sampled_from(GROUNDS), min_size=1, max_size=2).map(tuple),
)
POSITIONS = st.builds(
    AssistancePosition,
    contrary_to_legal_system=facts,
    discriminatory_purpose=facts,
    trifling=facts,
    interferes_with_proceedings=facts,
)


def said_by_limbs(finding: Finding) -> Finding:
    """Return the finding as its limbs give it, and not as all completions settle it."""
    found = rebuilt(finding, finding.because, settle=False)
    assert isinstance(found, Finding)
    return found


@effort(1000)
@given(st.builds(EvidenceUse, **known(EvidenceUse)), TREATIES, READINGS)
def test_40_19_the_limbs_of_a_use_give_the_answer(
    use: EvidenceUse, treaty: AssistanceTreaty, readings: Readings
) -> None:
    """Art. 40(7), (19): a yes or no that holds whichever rules govern is borne by a limb that says so."""
    found = may_use_evidence(use, treaty=treaty).under(readings)
    assert said_by_limbs(found).truth is found.truth


@pytest.mark.long
@effort(1000)
@given(REPLIES, POSITIONS, TREATIES, READINGS)
def test_40_21_to_28_the_limbs_of_a_reply_give_the_answer(
    reply: NegativeReply, position: AssistancePosition, treaty: AssistanceTreaty, readings: Readings
) -> None:
    """Art. 40(7), (21) to (28): a yes or no that holds whichever rules govern is borne by a limb that says so."""
    found = reply_conforms(reply, AssistanceRequest(), position=position, treaty=treaty).under(readings)
    assert said_by_limbs(found).truth is found.truth
