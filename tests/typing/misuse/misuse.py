"""Each marked line is a mistake that mypy, pyright or both must find; nothing else here may be one."""

from __future__ import annotations

from attrs import fields
from typing_extensions import assert_never

from uncc import (
    AssistanceRequest,
    AssistanceTreaty,
    ExtraditionRequest,
    Ground,
    Position,
    PreservationRequest,
    conformity,
    duties,
    may_refuse,
    must_consult,
)
from uncc.cooperation import treaty_governs
from uncc.kernel.facts import Facts
from uncc.kernel.findings import Finding, Truth, given
from uncc.kernel.roles import Role

P = fields(Position)
finding = may_refuse(PreservationRequest(), Ground.ESSENTIAL_INTERESTS)


def condition(found: Finding) -> str:
    if found:  # pyright: a finding is no condition
        return "yes"  # mypy: no way leads here
    return "no"  # mypy: nor here


def negation(found: Finding) -> bool:
    return not found  # pyright: a finding cannot be negated with `not`


def negated_condition(found: Finding) -> str:
    if not found:  # pyright: a finding is no condition, negated or not
        return "no"  # mypy: no way leads here
    return "yes"  # mypy: nor here


def truth_as_condition(truth: Truth) -> str:
    if truth:  # pyright: a truth is no condition
        return "yes"  # mypy: no way leads here
    return "no"  # mypy: nor here


def missing_ground(ground: Ground) -> str:
    match ground:
        case Ground.ESSENTIAL_INTERESTS:
            return "open"
        case Ground.BANK_SECRECY | Ground.NATIONALITY:
            return "closed"
    assert_never(ground)  # both: grounds are missing


misspelt = given(Position(), P.prejudice_essential_interests)  # mypy: no such fact
not_a_fact = given(PreservationRequest(), fields(PreservationRequest).necessity)  # mypy: no fact
wrong_type = Position(discriminatory_purpose="yes")  # both: a fact is true, false or None
no_such_field = Position(right_reserved=True)  # both: no such field
may_refuse(PreservationRequest(), "essential-interests")  # both: a ground, not its name


class NamedByWord(Facts, asked_of="custodian"):  # both: a role, not its name
    """Facts that are asked of a word."""


class Misspelt(Facts, asked_off=Role.CUSTODIAN):  # both: no such keyword
    """Facts whose class misspells who can answer."""


may_refuse(PreservationRequest(), Ground.DUAL_CRIMINALITY, treaty=AssistanceTreaty())  # both: no matter of this kind
may_refuse(AssistanceRequest(), Ground.DUAL_CRIMINALITY, position=Position())  # both: a position on another kind
may_refuse(AssistanceRequest(), Ground.DUAL_CRIMINALITY, number=1)  # both: only extradition has several offences
must_consult(ExtraditionRequest(), Ground.NATIONALITY, treaty=AssistanceTreaty())  # both: the decision, and no treaty
conformity("a request")  # both: no request
duties(PreservationRequest())  # both: a request and no case
treaty_governs(AssistanceTreaty())  # both: said by name
