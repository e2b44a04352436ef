"""One verb for every request, whether it is for preservation, assistance, extradition or confiscation.

A verb hands the question on to the article that governs requests of that kind. The answer is the article's own, and so
is what it can be told beside: the `position` of the requested State, the `treaty` between the two, the `number` of an
offence. What is not stated is not known. What has no meaning for the kind of the request is `InvalidValue`.

>>> from uncc.cooperation import ExtraditionRequest, PreservationRequest
>>> [may_refuse(request, Ground.FISCAL_MATTERS).citation for request in (PreservationRequest(), ExtraditionRequest())]
['Art. 42(6)', 'Art. 37(16)']
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from inspect import unwrap
from typing import TYPE_CHECKING, Any, overload

from attrs import field, frozen

from uncc.cooperation.all_grounds import Ground
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding

if TYPE_CHECKING:
    from uncc.confiscation import ConfiscationPosition, ConfiscationRequest
    from uncc.cooperation import (
        AssistancePosition,
        AssistanceRequest,
        ExtraditionDecision,
        ExtraditionPosition,
        ExtraditionRelation,
        ExtraditionRequest,
        Position,
        PreservationRequest,
        UnderlyingConduct,
    )
    from uncc.kernel.parties import AssistanceTreaty, StateParty

__all__ = ["conformity", "grounds", "may_refuse", "must_consult", "must_give_reasons"]


@overload
def may_refuse(
    request: PreservationRequest,
    ground: Ground,
    *,
    position: Position = ...,
    requested: StateParty = ...,
) -> Finding: ...
@overload
def may_refuse(
    request: AssistanceRequest,
    ground: Ground,
    *,
    position: AssistancePosition = ...,
    conduct: UnderlyingConduct = ...,
    treaty: AssistanceTreaty = ...,
) -> Finding: ...
@overload
def may_refuse(
    request: ExtraditionRequest,
    ground: Ground,
    *,
    number: int = ...,
    relation: ExtraditionRelation = ...,
    position: ExtraditionPosition = ...,
) -> Finding: ...
@overload
def may_refuse(request: ConfiscationRequest, ground: Ground, *, position: ConfiscationPosition = ...) -> Finding: ...
def may_refuse(request: Any, ground: Ground, **known: Any) -> Finding:
    """Whether the requested State may refuse the request on this ground.

    YES: the ground is open against such a request, and its conditions are met. NO: they are not met, or the Convention
    does not open the ground. For extradition `number` picks one of the offences, counted from 0, and a ground on which
    the Convention is silent is UNKNOWN until the State says what its law is.

    Source: Art. 37(8), Art. 40(21), Art. 42(6), Art. 50(7).

    >>> from uncc.cooperation import AssistanceRequest, PreservationRequest
    >>> may_refuse(PreservationRequest(), Ground.LEGAL_SYSTEM).truth.name
    'NO'
    >>> may_refuse(AssistanceRequest(), Ground.LEGAL_SYSTEM).truth.name
    'UNKNOWN'
    """
    return _article("may_refuse", request, known).may_refuse(request, _a_ground(ground), **known)


@overload
def grounds(
    request: PreservationRequest,
    *,
    position: Position = ...,
    requested: StateParty = ...,
) -> Mapping[Ground, Finding]: ...
@overload
def grounds(
    request: AssistanceRequest,
    *,
    position: AssistancePosition = ...,
    conduct: UnderlyingConduct = ...,
    treaty: AssistanceTreaty = ...,
) -> Mapping[Ground, Finding]: ...
@overload
def grounds(
    request: ExtraditionRequest,
    *,
    number: int = ...,
    relation: ExtraditionRelation = ...,
    position: ExtraditionPosition = ...,
) -> Mapping[Ground, Finding]: ...
@overload
def grounds(request: ConfiscationRequest, *, position: ConfiscationPosition = ...) -> Mapping[Ground, Finding]: ...
def grounds(request: Any, **known: Any) -> Mapping[Ground, Finding]:
    """Which grounds may carry a refusal of the request, in the text's order?

    All grounds that the Convention names; for extradition, whose list is not closed, those of which its article speaks.

    Source: Art. 37(8), Art. 40(21), Art. 42(6), Art. 50(7).

    >>> from uncc.cooperation import PreservationRequest
    >>> [ground.value for ground, finding in grounds(PreservationRequest()).items() if not finding.is_no]
    ['dual-criminality', 'discrimination', 'essential-interests', 'domestic-prohibition']
    """
    return _article("grounds", request, known).grounds(request, **known)


def conformity(
    request: PreservationRequest | AssistanceRequest | ExtraditionRequest | ConfiscationRequest,
) -> Finding:
    """Whether the request is made as the Convention asks, with all that it shall contain.

    For extradition YES in any case: the Convention lists no contents for such a request.

    Source: Art. 37(8), Art. 40(15), Art. 42(3), Art. 50(3).

    >>> from uncc.cooperation import ExtraditionRequest, PreservationRequest
    >>> [conformity(request).truth.name for request in (PreservationRequest(), ExtraditionRequest())]
    ['NO', 'YES']
    """
    return _article("conformity", request, {}).conformity(request)


@overload
def must_give_reasons(request: PreservationRequest) -> Finding: ...
@overload
def must_give_reasons(request: AssistanceRequest, *, treaty: AssistanceTreaty = ...) -> Finding: ...
@overload
def must_give_reasons(request: ExtraditionRequest, *, decision: ExtraditionDecision = ...) -> Finding: ...
@overload
def must_give_reasons(request: ConfiscationRequest, *, treaty: AssistanceTreaty = ...) -> Finding: ...
def must_give_reasons(request: Any, **known: Any) -> Finding:
    """Whether the requested State must give reasons for refusing the request.

    For extradition that turns on the `decision`: what may not be told need not be.

    Source: Art. 37(18), Art. 40(25), Art. 42(6), Art. 50(3).

    >>> from uncc.cooperation import AssistanceRequest
    >>> from uncc.kernel.parties import AssistanceTreaty
    >>> must_give_reasons(AssistanceRequest(), treaty=AssistanceTreaty(binds=False)).truth.name
    'YES'
    """
    return _article("must_give_reasons", request, known).must_give_reasons(**known)


@overload
def must_consult(request: PreservationRequest, ground: Ground) -> Finding: ...
@overload
def must_consult(request: AssistanceRequest, ground: Ground, *, treaty: AssistanceTreaty = ...) -> Finding: ...
@overload
def must_consult(request: ExtraditionRequest, ground: Ground, *, decision: ExtraditionDecision = ...) -> Finding: ...
@overload
def must_consult(request: ConfiscationRequest, ground: Ground, *, treaty: AssistanceTreaty = ...) -> Finding: ...
def must_consult(request: Any, ground: Ground, **known: Any) -> Finding:
    """Whether the requested State must consult the requesting State before it refuses the request on this ground.

    For extradition the ground makes no difference: it turns on the `decision`.

    Source: Art. 37(17), Art. 40(28), Art. 42(6), Art. 50(3).

    >>> from uncc.cooperation import AssistanceRequest
    >>> must_consult(AssistanceRequest(), Ground.DUAL_CRIMINALITY).truth.name
    'NO'
    """
    return _article("must_consult", request, known).must_consult(_a_ground(ground), **known)


def _a_ground(ground: object) -> Ground:
    if isinstance(ground, Ground):
        return ground
    from difflib import get_close_matches

    names = [each.name for each in Ground]
    (near, *_) = get_close_matches(str(ground).upper().replace("-", "_"), names, 1) or names
    raise InvalidValue("ground", ground, f"a Ground such as Ground.{near}")


@frozen
class _Article:
    """The functions with which the article on one kind of request answers: a verb has looked at what it hands on."""

    may_refuse: Callable[..., Finding] = field(converter=unwrap)
    grounds: Callable[..., Mapping[Ground, Finding]] = field(converter=unwrap)
    conformity: Callable[[Any], Finding] = field(converter=unwrap)
    must_give_reasons: Callable[..., Finding] = field(converter=unwrap)
    must_consult: Callable[..., Finding] = field(converter=unwrap)


def _article(verb: str, request: Any, known: Mapping[str, object]) -> _Article:
    """Return the article on the request, if what is known beside is what it can be told when it answers the verb."""
    article = _article_on(request.__class__)
    if article is None:
        expected = "a PreservationRequest, an AssistanceRequest, an ExtraditionRequest or a ConfiscationRequest"
        raise InvalidValue("request", request, expected)
    takes: Mapping[str, Any] = getattr(article, verb).__kwdefaults__ or {}
    for name, value in known.items():
        if name not in takes:
            expected = f"an argument here: for {type(request).__name__} these are {', '.join(takes) or 'none'}"
            raise InvalidValue(name, value, expected)
        if not isinstance(value, type(takes[name])):
            expected = f"of class {type(takes[name]).__name__}, which goes with {type(request).__name__}"
            raise InvalidValue(name, value, expected)
    return article


@cache
def _article_on(kind: type) -> _Article | None:
    """Return the article on requests of a class, or of one that is derived from it.

    The class is told by its name: whoever has a request has imported its article, and not the three others.
    """
    for base in kind.__mro__:
        match f"{base.__module__}.{base.__qualname__}":
            case "uncc.cooperation.art42_preservation.request.PreservationRequest":
                return _on_preservation()
            case "uncc.cooperation.art40_assistance.request.AssistanceRequest":
                return _on_assistance()
            case "uncc.cooperation.art37_extradition.request.ExtraditionRequest":
                return _on_extradition()
            case "uncc.confiscation.art50_requests.request.ConfiscationRequest":
                return _on_confiscation()
            case _:
                pass
    return None


def _on_preservation() -> _Article:
    from uncc.cooperation.art42_preservation import refusal, request

    return _Article(
        refusal.may_refuse_preservation,
        refusal.preservation_grounds,
        request.preservation_conformity,
        refusal.must_give_reasons_for_refusing_preservation,
        refusal.must_consult_before_refusing_preservation,
    )


def _on_assistance() -> _Article:
    from uncc.cooperation.art40_assistance import conformity, refusal

    return _Article(
        refusal.may_refuse_assistance,
        refusal.assistance_grounds,
        conformity.assistance_conformity,
        refusal.must_give_reasons_for_refusing_assistance,
        refusal.must_consult_before_refusing_assistance,
    )


def _on_extradition() -> _Article:
    from uncc.cooperation.art37_extradition import refusal, request

    def must_consult(_: Ground, *, decision: ExtraditionDecision = refusal.NO_DECISION) -> Finding:
        return refusal.must_consult_before_refusing_extradition(decision=decision)

    return _Article(
        refusal.may_refuse_extradition,
        refusal.extradition_grounds,
        request.extradition_conformity,
        refusal.must_give_reasons_for_refusing_extradition,
        must_consult,
    )


def _on_confiscation() -> _Article:
    from uncc.confiscation.art50_requests import refusal, request

    return _Article(
        refusal.may_refuse_confiscation,
        refusal.confiscation_grounds,
        request.confiscation_conformity,
        refusal.must_give_reasons_for_refusing_confiscation,
        refusal.must_consult_before_refusing_confiscation,
    )
