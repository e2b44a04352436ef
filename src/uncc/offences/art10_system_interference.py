"""Art. 10, interference with an information and communications technology system."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.offences.elements import element, form

__all__ = ["SystemInterference", "is_system_interference"]


@frozen(kw_only=True)
class SystemInterference(Facts, asked_of=Role.CASE_HOLDER):
    """The facts of an interference with the functioning of a system. A State may require nothing beside them."""

    intentional: Fact = element("the interference is intentional", art(10))
    without_right: Fact = element("the interference is without right", art(10))
    hinders: Fact = element("the functioning of a system is hindered", art(10))
    serious: Fact = element("the hindrance is serious", art(10))
    inputs: Fact = form("it is done by inputting electronic data", art(10))
    transmits: Fact = form("it is done by transmitting electronic data", art(10))
    damages: Fact = form("it is done by damaging electronic data", art(10))
    deletes: Fact = form("it is done by deleting electronic data", art(10))
    deteriorates: Fact = form("it is done by making electronic data deteriorate", art(10))
    alters: Fact = form("it is done by altering electronic data", art(10))
    suppresses: Fact = form("it is done by suppressing electronic data", art(10))


F = fields(SystemInterference)


def is_system_interference(conduct: SystemInterference) -> Finding:
    """Whether the facts make out an interference with a system; the article lets a State require nothing more.

    A hindrance by other means than electronic data, a cut cable say, is not within it.

    Source: Art. 10.

    >>> is_system_interference(SystemInterference(hinders=True, serious=False)).truth.name
    'NO'
    """
    return all_of(
        "interference with a system is made out",
        art(10),
        given(conduct, F.intentional),
        given(conduct, F.without_right),
        given(conduct, F.hinders),
        given(conduct, F.serious),
        any_of(
            "it is done through electronic data",
            art(10),
            given(conduct, F.inputs),
            given(conduct, F.transmits),
            given(conduct, F.damages),
            given(conduct, F.deletes),
            given(conduct, F.deteriorates),
            given(conduct, F.alters),
            given(conduct, F.suppresses),
        ),
    )


checked(__name__)
