"""Art. 11, misuse of devices: tools and access data for the offences of Arts. 7 to 10."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum
from types import MappingProxyType

from attrs import fields, frozen

from uncc.kernel.declared import checked, typed
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding, all_of, any_of, by_text, derived, given
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.offences.elements import element, form, other

__all__ = [
    "DeviceAct",
    "DeviceItem",
    "MisuseOfDevices",
    "ReservedAct",
    "is_misuse_of_devices",
    "is_permitted_reservation",
]


class DeviceAct(Enum):
    """What is done with an item. The value is its stable name in JSON."""

    OBTAINING = "obtaining"
    PRODUCTION = "production"
    SALE = "sale"
    PROCUREMENT = "procurement"
    IMPORT = "import"
    DISTRIBUTION = "distribution"
    MAKING_AVAILABLE = "making-available"
    POSSESSION = "possession"


class DeviceItem(Enum):
    """What it is done with. The value is its stable name in JSON."""

    DEVICE = "device"
    """A device or program made primarily for the offences."""
    ACCESS_DATA = "access-data"
    """A password, credentials or the like, by which a system can be accessed."""


@frozen(field_transformer=typed)
class ReservedAct(Model):
    """An act with an item to which a State has reserved the right not to apply the article.

    - `act`: the act that the State does not make an offence.
    - `item`: with which thing the act is done.
    """

    act: DeviceAct
    item: DeviceItem


UNTOUCHABLE = frozenset({DeviceAct.SALE, DeviceAct.DISTRIBUTION, DeviceAct.MAKING_AVAILABLE})
"""The acts with access data that no reservation may concern."""


@frozen(kw_only=True)
class MisuseOfDevices(Facts, asked_of=Role.CASE_HOLDER):
    """The facts of an act with a device or with access data.

    That an act serves testing or protection can be recorded, and no answer depends on it: it is an example of a purpose
    that is no offence, and an act can serve it and an offence as well.
    """

    intentional: Fact = element("the act is intentional", art(11, 1))
    without_right: Fact = element("the act is without right", art(11, 1))
    obtains: Fact = form("the item is obtained", art(11, 1, "a"))
    produces: Fact = form("the item is produced", art(11, 1, "a"))
    sells: Fact = form("the item is sold", art(11, 1, "a"))
    procures_for_use: Fact = form("the item is procured for use", art(11, 1, "a"))
    imports: Fact = form("the item is imported", art(11, 1, "a"))
    distributes: Fact = form("the item is distributed", art(11, 1, "a"))
    makes_available: Fact = form("the item is made available in another way", art(11, 1, "a"))
    is_device: Fact = form("the item is a device, which may be a program", art(11, 1, "a", "i"))
    made_for_offences: Fact = element(
        "it is designed or adapted primarily for offences of Arts. 7 to 10", art(11, 1, "a", "i")
    )
    is_access_data: Fact = form(
        "the item is a password, access credentials, an electronic signature or similar data", art(11, 1, "a", "ii")
    )
    gives_access: Fact = element("a system, or a part of it, can be accessed by it", art(11, 1, "a", "ii"))
    meant_for_access: Fact = form("the item is meant to be used for illegal access", art(11, 1))
    meant_for_interception: Fact = form("the item is meant to be used for illegal interception", art(11, 1))
    meant_for_data_interference: Fact = form("the item is meant to be used for interference with data", art(11, 1))
    meant_for_system_interference: Fact = form(
        "the item is meant to be used for interference with a system", art(11, 1)
    )
    possesses: Fact = form("the item is possessed", art(11, 1, "b"))
    purpose_is_offence: Fact = element("the act serves the commission of an offence of Arts. 7 to 10", art(11, 2))
    authorised_testing: Fact = other("the act serves the authorised testing or the protection of a system", art(11, 2))


F = fields(MisuseOfDevices)

ACTS = MappingProxyType(
    {
        DeviceAct.OBTAINING: F.obtains,
        DeviceAct.PRODUCTION: F.produces,
        DeviceAct.SALE: F.sells,
        DeviceAct.PROCUREMENT: F.procures_for_use,
        DeviceAct.IMPORT: F.imports,
        DeviceAct.DISTRIBUTION: F.distributes,
        DeviceAct.MAKING_AVAILABLE: F.makes_available,
        DeviceAct.POSSESSION: F.possesses,
    }
)


def is_misuse_of_devices(conduct: MisuseOfDevices, *, reserving: Collection[ReservedAct] = ()) -> Finding:
    """Whether the facts make out misuse of devices, given the acts to which the State has reserved not to apply it.

    What is not for the purpose of an offence of Arts. 7 to 10 is no offence. Testing under authority is an example of
    that; it does not outweigh a purpose that is an offence. No number of items is needed for possession. An act that no
    reservation may concern counts though it was reserved.

    Source: Art. 11(1), Art. 11(1)(a), Art. 11(1)(a)(i), Art. 11(1)(a)(ii), Art. 11(1)(b), Art. 11(2), Art. 11(3).

    >>> scanner = MisuseOfDevices(obtains=True, is_device=True, purpose_is_offence=False)
    >>> is_misuse_of_devices(scanner).truth.name
    'NO'
    """
    kept_from = frozenset(reserved for reserved in reserving if _touches_only_what_it_may(reserved))
    return all_of(
        "misuse of devices is made out",
        art(11, 1),
        given(conduct, F.intentional),
        given(conduct, F.without_right),
        any_of(
            "an act is done with an item",
            (art(11, 1, "a"), art(11, 1, "b")),
            *(_with_item(conduct, item, kept_from) for item in DeviceItem),
        ),
        any_of(
            "the item is meant to be used for an offence of Arts. 7 to 10",
            (art(11, 1, "a"), art(11, 1, "b")),
            given(conduct, F.meant_for_access),
            given(conduct, F.meant_for_interception),
            given(conduct, F.meant_for_data_interference),
            given(conduct, F.meant_for_system_interference),
        ),
        given(conduct, F.purpose_is_offence),
    )


def _with_item(conduct: MisuseOfDevices, item: DeviceItem, kept_from: frozenset[ReservedAct]) -> Finding:
    """Return whether an act that is not reserved is done with the kind of item."""
    acts = [_unless_reserved(given(conduct, field), ReservedAct(act, item), kept_from) for act, field in ACTS.items()]
    if item is DeviceItem.DEVICE:
        return all_of(
            "it is done with a device for offences",
            art(11, 1, "a", "i"),
            given(conduct, F.is_device),
            given(conduct, F.made_for_offences),
            _any_act(acts, art(11, 1, "a", "i")),
        )
    return all_of(
        "it is done with access data",
        art(11, 1, "a", "ii"),
        given(conduct, F.is_access_data),
        given(conduct, F.gives_access),
        _any_act(acts, art(11, 1, "a", "ii")),
    )


def _unless_reserved(act: Finding, reserved: ReservedAct, kept_from: frozenset[ReservedAct]) -> Finding:
    if reserved not in kept_from:
        return act
    applies = by_text(False, "the State applies the article to the act with such an item", art(11, 3))
    return all_of("the act is done and is not reserved", (*act.authority, art(11, 3)), act, applies)


def _any_act(acts: list[Finding], authority: Provision) -> Finding:
    return any_of("an act is done that the State has not reserved", authority, *acts)


def is_permitted_reservation(reserving: Collection[ReservedAct]) -> Finding:
    """Whether a State may make a reservation that covers these acts.

    It may reserve any act with devices, and with access data any but selling, distributing and making available.

    Source: Art. 11(3).

    >>> is_permitted_reservation([ReservedAct(DeviceAct.SALE, DeviceItem.ACCESS_DATA)]).truth.name
    'NO'
    >>> is_permitted_reservation([ReservedAct(DeviceAct.SALE, DeviceItem.DEVICE)]).truth.name
    'YES'
    """
    return all_of(
        "the reservation is one that the article permits",
        art(11, 3),
        *(
            derived(
                ReservedAct(act, DeviceItem.ACCESS_DATA) not in reserving,
                "it does not concern this act with access data",
                art(11, 3),
                asked_of=Role.DEPOSITARY,
                subject=act.value,
                name="ReservedAct.act",
            )
            for act in DeviceAct
            if act in UNTOUCHABLE
        ),
    )


def _touches_only_what_it_may(reserved: ReservedAct) -> bool:
    return reserved.item is DeviceItem.DEVICE or reserved.act not in UNTOUCHABLE


checked(__name__)
