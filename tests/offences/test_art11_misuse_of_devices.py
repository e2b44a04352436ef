"""Art. 11: misuse of devices, read from the text."""

from __future__ import annotations

from itertools import product

import pytest
from attrs import evolve

from tests.offences.reading import MEANT_FOR, SUPPLYING_ACTS, misuse_of_devices
from tests.offences.tables import build, choice, differences, each, every_state, names_of, sample
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact
from uncc.kernel.provisions import art
from uncc.offences import (
    DeviceAct,
    DeviceItem,
    MisuseOfDevices,
    Option,
    ReservedAct,
    established,
    is_misuse_of_devices,
    is_permitted_reservation,
)

NAMES = names_of(MisuseOfDevices)
ELEMENTS = ("intentional", "without_right", "purpose_is_offence")
ITEM = ("is_device", "made_for_offences", "is_access_data", "gives_access")
ACTS = (*SUPPLYING_ACTS, "possesses")
DONE: dict[str, DeviceAct] = dict(zip(ACTS, DeviceAct, strict=True))
"""Which fact says that an act is done; the text and the enumeration name the acts in the same order."""
KEPT = {DeviceAct.SALE, DeviceAct.DISTRIBUTION, DeviceAct.MAKING_AVAILABLE}
"""What paragraph 3 lets no State reserve as to access data."""
RESERVABLE = [
    ReservedAct(act, item)
    for act, item in product(DeviceAct, DeviceItem)
    if not (act in KEPT and item is DeviceItem.ACCESS_DATA)
]
NOTHING: dict[str, Fact] = each(NAMES, False)
PASSWORD = MisuseOfDevices(
    **{
        **NOTHING,
        **each(ELEMENTS, True),
        "sells": True,
        "is_access_data": True,
        "gives_access": True,
        "meant_for_access": True,
    }
)
TOOL = MisuseOfDevices(
    **{
        **NOTHING,
        **each(ELEMENTS, True),
        "possesses": True,
        "is_device": True,
        "made_for_offences": True,
        "meant_for_system_interference": True,
    }
)


@pytest.mark.long
def test_11_1_table() -> None:
    """Art. 11(1) and (2): two tables of eight facts each, and a sample of 4,000 of all twenty."""
    known = NOTHING | each(ELEMENTS, True)
    states = [
        *(known | s for s in every_state((*ELEMENTS, *ITEM, "possesses"), meant_for_access=True)),
        *(
            known | s
            for s in every_state((*ELEMENTS[1:], "authorised_testing", "sells", *MEANT_FOR[:3], "gives_access"))
        ),
        *(
            known | {"sells": True, "is_access_data": True} | s
            for s in every_state(("authorised_testing", "purpose_is_offence", *MEANT_FOR[1:], *ITEM[1:]))
        ),
        *sample(NAMES, likely=(*ELEMENTS, *ITEM), unlikely=["authorised_testing"], size=4000, seed=11),
    ]
    assert not differences(
        lambda a: is_misuse_of_devices(build(MisuseOfDevices, a)),
        misuse_of_devices,
        states,
    )


def test_11_1_a_i_a_tool_made_for_something_else() -> None:
    """Art. 11(1)(a)(i): a common tool, made or adapted for lawful work first, is no such device."""
    assert is_misuse_of_devices(TOOL).is_yes
    assert is_misuse_of_devices(evolve(TOOL, made_for_offences=False)).is_no


def test_11_1_a_ii_a_password_that_opens_nothing() -> None:
    """Art. 11(1)(a)(ii): the data must be capable of giving access; what they are made for does not matter."""
    assert is_misuse_of_devices(PASSWORD).is_yes
    assert is_misuse_of_devices(evolve(PASSWORD, gives_access=False)).is_no
    assert is_misuse_of_devices(evolve(PASSWORD, gives_access=False, made_for_offences=True)).is_no
    assert is_misuse_of_devices(evolve(TOOL, made_for_offences=False, gives_access=True)).is_no


def test_11_1_intent_that_it_be_used() -> None:
    """Art. 11(1): knowing what an item can do is not enough; it must be meant for an offence."""
    assert is_misuse_of_devices(evolve(PASSWORD, meant_for_access=False)).is_no


def test_11_1_b_one_item_is_enough() -> None:
    """Art. 11(1)(b): possession of an item; no number is asked for."""
    finding = is_misuse_of_devices(TOOL)
    assert finding.is_yes
    assert art(11, 1, "b") in {provision for node in finding.decisive().walk() for provision in node.authority}


@pytest.mark.parametrize("conduct", [PASSWORD, TOOL])
def test_11_2_authorised_testing(conduct: MisuseOfDevices) -> None:
    """Art. 11(2): what does not serve an offence makes nobody liable, testing under authority for instance."""
    tested = evolve(conduct, purpose_is_offence=False, authorised_testing=True)
    assert is_misuse_of_devices(tested).is_no
    assert art(11, 2) in {provision for node in is_misuse_of_devices(tested).walk() for provision in node.authority}


@pytest.mark.parametrize("conduct", [PASSWORD, TOOL])
def test_11_2_testing_does_not_outweigh_a_purpose(conduct: MisuseOfDevices) -> None:
    """Art. 11(2): who tests under authority and means to break in as well acts for the purpose of an offence."""
    assert is_misuse_of_devices(evolve(conduct, authorised_testing=True)).is_yes
    asked = is_misuse_of_devices(evolve(conduct, authorised_testing=True, purpose_is_offence=None)).open_questions
    assert [question.name for question in asked] == ["MisuseOfDevices.purpose_is_offence"]


def test_11_2_testing_is_an_example() -> None:
    """Art. 11(2): another purpose that is no offence frees as well."""
    assert is_misuse_of_devices(evolve(PASSWORD, purpose_is_offence=False, authorised_testing=False)).is_no


@pytest.mark.parametrize("reserved", RESERVABLE, ids=lambda r: f"{r.act.value}-{r.item.value}")
def test_11_3_what_may_be_reserved(reserved: ReservedAct) -> None:
    """Art. 11(3): any act with devices, and with access data all but three."""
    assert is_permitted_reservation([reserved]).is_yes


@pytest.mark.parametrize("act", [act for act in DeviceAct if act in KEPT], ids=lambda act: str(act.value))
def test_11_3_what_may_not(act: DeviceAct) -> None:
    """Art. 11(3): no reservation concerns selling, distributing or making available access data."""
    reserved = ReservedAct(act, DeviceItem.ACCESS_DATA)
    assert is_permitted_reservation([reserved]).is_no
    assert is_permitted_reservation([*RESERVABLE, reserved]).is_no
    finding = is_permitted_reservation([ReservedAct(DeviceAct.POSSESSION, DeviceItem.DEVICE), reserved])
    assert art(11, 3) in {provision for node in finding.walk() for provision in node.authority}


def test_11_3_all_that_may_be_reserved_together() -> None:
    """Art. 11(3), S07: obtaining and possessing passwords, and all the rest that may be reserved, in one."""
    s07 = [ReservedAct(act, DeviceItem.ACCESS_DATA) for act in (DeviceAct.OBTAINING, DeviceAct.POSSESSION)]
    assert is_permitted_reservation(s07).is_yes
    assert is_permitted_reservation(RESERVABLE).is_yes
    assert is_permitted_reservation([]).is_yes


@pytest.mark.parametrize("item", DeviceItem, ids=lambda item: item.value)
@pytest.mark.parametrize("act", ACTS)
def test_11_3_a_reservation_leaves_out_just_its_act(act: str, item: DeviceItem) -> None:
    """Art. 11(3): conduct that is wholly within a permitted reservation is left out, and nothing else is."""
    thing = ("is_device", "made_for_offences") if item is DeviceItem.DEVICE else ("is_access_data", "gives_access")
    facts = NOTHING | each((*ELEMENTS, *thing, act, "meant_for_interception"), True)
    conduct = build(MisuseOfDevices, facts)
    own = ReservedAct(DONE[act], item)
    others = [reserved for reserved in RESERVABLE if reserved != own]
    assert is_misuse_of_devices(conduct).is_yes
    assert is_misuse_of_devices(conduct, reserving=others).is_yes
    assert is_misuse_of_devices(conduct, reserving=[own]).is_no is (own in RESERVABLE)
    assert established(conduct, reserving=[own]).is_no is (own in RESERVABLE)


@pytest.mark.long
def test_11_3_reservation_table() -> None:
    """Art. 11(3): a sample of 3,000, with selling devices, and obtaining and possessing access data, reserved."""
    reserving = [
        ReservedAct(DeviceAct.SALE, DeviceItem.DEVICE),
        ReservedAct(DeviceAct.OBTAINING, DeviceItem.ACCESS_DATA),
        ReservedAct(DeviceAct.POSSESSION, DeviceItem.ACCESS_DATA),
    ]

    def predicate(w: dict[str, bool]) -> bool:
        device = w | {"is_access_data": False, "sells": False}
        access_data = w | {"is_device": False, "obtains": False, "possesses": False}
        return misuse_of_devices(device) or misuse_of_devices(access_data)

    states = list(sample(NAMES, likely=(*ELEMENTS, *ITEM), unlikely=["authorised_testing"], size=3000, seed=113))
    assert not differences(
        lambda a: is_misuse_of_devices(build(MisuseOfDevices, a), reserving=reserving),
        lambda w: predicate(dict(w)),
        states,
    )


def test_11_3_an_item_that_is_both() -> None:
    """Art. 11(3): a stick that is a device and holds a password stays punishable as access data that are sold."""
    both = evolve(PASSWORD, is_device=True, made_for_offences=True)
    assert is_misuse_of_devices(both, reserving=[ReservedAct(DeviceAct.SALE, DeviceItem.DEVICE)]).is_yes


@pytest.mark.parametrize("option", Option)
def test_11_options_of_the_neighbours(option: Option) -> None:
    """Art. 11: a State may reserve acts, but require, extend or exclude nothing."""
    for name in ("requiring", "extending", "excluding"):
        with pytest.raises(InvalidValue):
            established(PASSWORD, **choice(name, option))
