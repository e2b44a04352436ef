"""Art. 9, interference with electronic data."""

from __future__ import annotations

from collections.abc import Collection

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.offences.elements import element, form, requirable
from uncc.offences.options import ConventionOffence, Option, OptionKind, refuse_others, varied

__all__ = ["DataInterference", "is_data_interference"]


@frozen(kw_only=True)
class DataInterference(Facts, asked_of=Role.CASE_HOLDER):
    """The facts of an interference with electronic data."""

    intentional: Fact = element("the interference is intentional", art(9, 1))
    without_right: Fact = element("the interference is without right", art(9, 1))
    damages: Fact = form("electronic data are damaged", art(9, 1))
    deletes: Fact = form("electronic data are deleted", art(9, 1))
    deteriorates: Fact = form("electronic data deteriorate", art(9, 1))
    alters: Fact = form("electronic data are altered", art(9, 1))
    suppresses: Fact = form("electronic data are suppressed", art(9, 1))
    serious_harm: Fact = requirable(Option.DATA_SERIOUS_HARM, "serious harm results")


F = fields(DataInterference)


def is_data_interference(conduct: DataInterference, *, requiring: Collection[Option] = ()) -> Finding:
    """Whether the facts make out an interference with electronic data, given what the State has chosen to require.

    `InvalidValue` for an option that is not that of paragraph 2.

    Source: Art. 9(1), Art. 9(2).

    >>> is_data_interference(DataInterference(intentional=True, without_right=True, suppresses=True)).truth.name
    'YES'
    """
    refuse_others("requiring", requiring, ConventionOffence.DATA_INTERFERENCE, OptionKind.REQUIRE)
    required = {Option.DATA_SERIOUS_HARM: given(conduct, F.serious_harm)}
    return all_of(
        "interference with electronic data is made out",
        varied(art(9, 1), requiring),
        given(conduct, F.intentional),
        given(conduct, F.without_right),
        any_of(
            "electronic data are interfered with",
            art(9, 1),
            given(conduct, F.damages),
            given(conduct, F.deletes),
            given(conduct, F.deteriorates),
            given(conduct, F.alters),
            given(conduct, F.suppresses),
        ),
        *(limb for option, limb in required.items() if option in requiring),
    )


checked(__name__)
