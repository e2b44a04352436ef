"""Requests for the purposes of confiscation, for the tests: as they should be."""

from __future__ import annotations

from tests.confiscation.histories import eur
from uncc.confiscation import ConfiscationRequest, ConfiscationRequestKind
from uncc.cooperation import Authority, Channel, Offence, RequestForm, Transmission

SENT = Transmission(
    channel=Channel.CENTRAL_AUTHORITY,
    form=RequestForm.WRITTEN,
    diplomatic_channels_required=False,
    language_acceptable=True,
    authenticity_can_be_established=True,
)
"""In writing, to the central authority, in a language that it accepts."""


def complete(kind: ConfiscationRequestKind) -> ConfiscationRequest:
    """Return a request of a kind that wants nothing, with more than its kind needs."""
    return ConfiscationRequest(
        kind=kind,
        transmission=SENT,
        authority=Authority(name="Ministry of Justice of Borduria"),
        proceeding="Investigation of a fraud",
        conducting_authority=Authority(name="Prosecutor of Borduria", functions="Leads investigations"),
        offence=Offence(title="fraud", summary_of_facts="a forged page", established_in_accordance=True),
        assistance_sought="Confiscation of the house",
        procedure_wanted=False,
        persons_and_items="Lena; the house at 1 Harbour Road",
        period_applicable=False,
        purpose="Confiscation",
        property_description="a house",
        property_location="1 Harbour Road",
        estimated_value=eur(500000),
        statement_of_facts="The price was paid out of the loot.",
        facts_suffice=True,
        order_copy="annex 1",
        copy_admissible=True,
        extent_of_execution="up to EUR 260000",
        third_party_notice="Published on 3 May; the bank was served.",
        due_process="A hearing was held.",
        finality="The order is final.",
        actions_requested="Freeze the house.",
        requesting_has_jurisdiction=True,
        property_is_liable=True,
        property_in_territory=True,
        order_by_court=True,
    )
