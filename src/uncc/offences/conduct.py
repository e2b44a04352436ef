"""Whether conduct makes out an offence of Chapter II, whichever it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import TypeAlias

from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding
from uncc.offences.art07_illegal_access import IllegalAccess, is_illegal_access
from uncc.offences.art08_illegal_interception import IllegalInterception, is_illegal_interception
from uncc.offences.art09_data_interference import DataInterference, is_data_interference
from uncc.offences.art10_system_interference import SystemInterference, is_system_interference
from uncc.offences.art11_misuse_of_devices import MisuseOfDevices, ReservedAct, is_misuse_of_devices
from uncc.offences.art12_forgery import Forgery, is_forgery
from uncc.offences.art13_theft_or_fraud import TheftOrFraud, is_theft_or_fraud
from uncc.offences.art14_child_abuse_material import ChildAbuseMaterial, is_material_offence
from uncc.offences.art15_solicitation import Solicitation, is_solicitation
from uncc.offences.art16_intimate_images import Dissemination, is_dissemination
from uncc.offences.art17_laundering import Laundering, is_laundering
from uncc.offences.options import ConventionOffence, Option, OptionKind, refuse_others

__all__ = ["Conduct", "conduct_of", "established", "offence_of"]

Conduct: TypeAlias = (
    IllegalAccess
    | IllegalInterception
    | DataInterference
    | SystemInterference
    | MisuseOfDevices
    | Forgery
    | TheftOrFraud
    | ChildAbuseMaterial
    | Solicitation
    | Dissemination
    | Laundering
)
"""The facts of any of the offences."""

CONDUCT: Mapping[ConventionOffence, type[Conduct]] = MappingProxyType(
    {
        ConventionOffence.ILLEGAL_ACCESS: IllegalAccess,
        ConventionOffence.ILLEGAL_INTERCEPTION: IllegalInterception,
        ConventionOffence.DATA_INTERFERENCE: DataInterference,
        ConventionOffence.SYSTEM_INTERFERENCE: SystemInterference,
        ConventionOffence.MISUSE_OF_DEVICES: MisuseOfDevices,
        ConventionOffence.FORGERY: Forgery,
        ConventionOffence.THEFT_OR_FRAUD: TheftOrFraud,
        ConventionOffence.CHILD_ABUSE_MATERIAL: ChildAbuseMaterial,
        ConventionOffence.SOLICITATION: Solicitation,
        ConventionOffence.INTIMATE_IMAGES: Dissemination,
        ConventionOffence.LAUNDERING: Laundering,
    }
)
"""The class of facts of each offence."""


def conduct_of(offence: ConventionOffence) -> type[Conduct]:
    """Which facts make up an offence: their class.

    Source: Art. 7(1), Art. 8(1), Art. 9(1), Art. 10, Art. 11(1), Art. 12(1), Art. 13(a), Art. 13(b), Art. 13(c),
    Art. 14(1), Art. 15(1), Art. 16(1), Art. 17(1).

    >>> conduct_of(ConventionOffence.FORGERY).__name__
    'Forgery'
    """
    return CONDUCT[offence]


def offence_of(conduct: Conduct) -> ConventionOffence:
    """Whose facts these are: the offence.

    Source: Art. 7(1), Art. 8(1), Art. 9(1), Art. 10, Art. 11(1), Art. 12(1), Art. 13(a), Art. 13(b), Art. 13(c),
    Art. 14(1), Art. 15(1), Art. 16(1), Art. 17(1).

    >>> offence_of(Forgery()).article
    12
    """
    return next(offence for offence, kind in CONDUCT.items() if isinstance(conduct, kind))


def established(  # noqa: C901, PLR0912  # one case for each offence, one argument for each kind of choice
    conduct: Conduct,
    *,
    requiring: Collection[Option] = (),
    extending: Collection[Option] = (),
    excluding: Collection[Option] = (),
    reserving: Collection[ReservedAct] = (),
) -> Finding:
    """Whether the facts make out the offence, given what the State has chosen to vary in it.

    YES: the conduct is the offence of its article, as the State has varied it. NO: an element is missing. Whether what
    only an extension makes an offence is established in accordance with the Convention is another question, and a
    reading: see `is_convention_offence`. `InvalidValue` for a choice that the offence does not permit: Art. 10 permits
    none.

    Source: Art. 7(1), Art. 7(2), Art. 8(1), Art. 8(2), Art. 9(1), Art. 9(2), Art. 10, Art. 11(1), Art. 11(3),
    Art. 12(1), Art. 12(2), Art. 13(a), Art. 13(b), Art. 13(c), Art. 14(1), Art. 14(3), Art. 14(4), Art. 15(1),
    Art. 15(2), Art. 15(3), Art. 15(4), Art. 16(1), Art. 16(3), Art. 16(5), Art. 17(1), Art. 17(2)(e).

    >>> lock = DataInterference(intentional=True, without_right=True, suppresses=True)
    >>> established(lock).truth.name
    'YES'
    >>> established(lock, requiring=[Option.DATA_SERIOUS_HARM]).truth.name
    'UNKNOWN'
    """
    offence = offence_of(conduct)
    refuse_others("requiring", requiring, offence, OptionKind.REQUIRE)
    refuse_others("extending", extending, offence, OptionKind.EXTEND)
    refuse_others("excluding", excluding, offence, OptionKind.EXCLUDE)
    if reserving and not isinstance(conduct, MisuseOfDevices):
        raise InvalidValue("reserving", reserving, f"nothing, since {offence.authority} permits no such reservation")
    match conduct:
        case IllegalAccess():
            return is_illegal_access(conduct, requiring=requiring)
        case IllegalInterception():
            return is_illegal_interception(conduct, requiring=requiring)
        case DataInterference():
            return is_data_interference(conduct, requiring=requiring)
        case SystemInterference():
            return is_system_interference(conduct)
        case MisuseOfDevices():
            return is_misuse_of_devices(conduct, reserving=reserving)
        case Forgery():
            return is_forgery(conduct, requiring=requiring)
        case TheftOrFraud():
            return is_theft_or_fraud(conduct)
        case ChildAbuseMaterial():
            return is_material_offence(conduct, requiring=requiring, extending=extending, excluding=excluding)
        case Solicitation():
            return is_solicitation(conduct, requiring=requiring, extending=extending, excluding=excluding)
        case Dissemination():
            return is_dissemination(conduct, requiring=requiring, extending=extending)
        case Laundering():
            return is_laundering(conduct, excluding=excluding)
        case _:
            raise not_one_of("conduct", conduct, Conduct)


checked(__name__)
