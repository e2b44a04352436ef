"""Art. 44: access to stored electronic data, and when the response is an expedited one."""

import pytest

from tests.truthtables import disagreements
from uncc.cooperation import (
    Offence,
    StoredDataRequest,
    duties_on_stored_data,
    follows_preservation,
    may_request_access,
    must_respond_expeditiously,
)
from uncc.kernel.duties import Modality, Promptness
from uncc.kernel.errors import InvalidValue
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

ACCESS = Offence(title="illegal access", established_in_accordance=True)


def test_44_1_table() -> None:
    """Art. 44(1): the offence must be within reach, and the system in the requested State's territory."""
    assert not disagreements(
        lambda a: may_request_access(
            StoredDataRequest(
                offence=Offence(
                    title="an offence", established_in_accordance=a["convention"], serious_crime=a["serious"]
                ),
                system_in_requested_territory=a["territory"],
            )
        ),
        lambda w: (w["convention"] or w["serious"]) and w["territory"],
        "convention",
        "serious",
        "territory",
    )


@pytest.mark.parametrize("preserved", [True, False, None])
def test_44_1_preserved_or_not(preserved: bool | None) -> None:
    """Art. 44(1): data that were not preserved before can be asked for as well."""
    request = StoredDataRequest(offence=ACCESS, system_in_requested_territory=True, preserved=preserved)
    assert may_request_access(request).is_yes
    assert follows_preservation(request).is_yes is (preserved is True)
    assert follows_preservation(request).is_no is (preserved is False)


def test_44_1_a_reference_is_not_yet_a_preservation() -> None:
    """Art. 44(1): an earlier request has a reference also where it was not granted."""
    refused = StoredDataRequest(preservation_reference="AST-17/2027", preserved=False)
    assert follows_preservation(refused).is_no
    assert follows_preservation(StoredDataRequest(preservation_reference="AST-17/2027")).is_unknown
    with pytest.raises(InvalidValue, match=r"^preservation_reference: ' ' is not a text"):
        StoredDataRequest(preservation_reference=" ")


def test_44_2_and_3_duties() -> None:
    """Art. 44(2) and (3): the requested State shall respond, and shall do so quickly in two cases."""
    request = StoredDataRequest(offence=ACCESS, system_in_requested_territory=True, vulnerable=True)
    respond, quickly = duties_on_stored_data(request)
    assert (respond.modality, respond.bearer, respond.authority) == (
        Modality.SHALL,
        Role.REQUESTED_STATE,
        (art(44, 2),),
    )
    assert respond.deadline is None
    assert (quickly.modality, quickly.deadline) == (Modality.SHALL, Promptness.EXPEDITIOUSLY)
    assert respond.trigger.is_yes
    assert quickly.trigger.is_yes
    elsewhere = duties_on_stored_data(StoredDataRequest(system_in_requested_territory=False, vulnerable=True))
    assert all(duty.trigger.is_no for duty in elsewhere)


def test_44_3_table() -> None:
    """Art. 44(3): vulnerable data or an instrument that provides for speed: either is enough."""
    assert not disagreements(
        lambda a: must_respond_expeditiously(
            StoredDataRequest(vulnerable=a["vulnerable"], expedited_elsewhere=a["elsewhere"])
        ),
        lambda w: w["vulnerable"] or w["elsewhere"],
        "vulnerable",
        "elsewhere",
    )


def test_44_3_cites_its_items() -> None:
    """Art. 44(3)(a) and (b): each case is named by its item."""
    limbs = must_respond_expeditiously(StoredDataRequest()).because
    assert [limb.authority for limb in limbs] == [(art(44, 3, "a"),), (art(44, 3, "b"),)]
