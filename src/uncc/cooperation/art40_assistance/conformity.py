"""Art. 40(12), (13) and (15): whether a request for assistance is made as the article asks."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import fields

from uncc.cooperation.art40_assistance.request import AssistancePurpose, AssistanceRequest, Proceeding
from uncc.cooperation.art40_assistance.transmission import transmission_limbs
from uncc.cooperation.particulars import UNNAMED_OFFENCE, O, says, states_functions, tells
from uncc.kernel.declared import checked
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.provisions import art

__all__ = ["assistance_conformity", "contains_particulars"]

R = fields(AssistanceRequest)
P = fields(Proceeding)


def assistance_conformity(request: AssistanceRequest) -> Finding:
    """Whether the request is made as the article asks: channel, form, and each particular, in the order of the text.

    NO tells what may be held against the request under Art. 40(21)(a), where paragraphs 8 to 31 apply; the States
    must consult before it is refused for that. Limbs about what is "possible", "appropriate" or "applicable" are
    UNKNOWN where the request says nothing and it is not known whether there was anything to say.

    Source: Art. 40(12)(d), Art. 40(13), Art. 40(15), Art. 40(15)(a), Art. 40(15)(b), Art. 40(15)(c), Art. 40(15)(d),
    Art. 40(15)(e), Art. 40(15)(f), Art. 40(15)(g), Art. 40(21)(a).

    >>> [limb.citation for limb in assistance_conformity(AssistanceRequest()).because if limb.is_no][:3]
    ['Art. 40(15)(a)', 'Art. 40(15)(b)', 'Art. 40(15)(c)']
    """
    return all_of(
        "the request is made in conformity with the article on assistance",
        (art(40, 15), art(40, 21, "a")),
        *transmission_limbs(request.transmission),
        *_particulars(request),
    )


def contains_particulars(request: AssistanceRequest) -> Finding:
    """Whether the request contains what it shall: one limb for each particular.

    A summary of the facts is not needed where the request is for the service of judicial documents alone.

    Source: Art. 40(15), Art. 40(15)(a), Art. 40(15)(b), Art. 40(15)(c), Art. 40(15)(d), Art. 40(15)(e),
    Art. 40(15)(f), Art. 40(15)(g).

    >>> contains_particulars(AssistanceRequest()).truth.name
    'NO'
    """
    return all_of("the request contains what it shall", art(40, 15), *_particulars(request))


def _particulars(request: AssistanceRequest) -> tuple[Finding, ...]:
    return (
        says(request, R.authority),
        _proceeding_is_described(request),
        _facts_are_summed_up(request),
        _assistance_is_described(request),
        _persons_and_items_are_described(request),
        _period_is_stated(request),
        says(request, R.intended_use),
    )


def _proceeding_is_described(request: AssistanceRequest) -> Finding:
    return all_of(
        "the request describes the proceeding and names the authority that conducts it",
        art(40, 15, "b"),
        says(request.proceeding, P.subject_matter),
        says(request.proceeding, P.nature),
        says(request, R.conducting_authority),
        states_functions(
            request,
            R.conducting_authority,
            "the request states the functions of the authority that conducts the proceeding",
        ),
    )


def _facts_are_summed_up(request: AssistanceRequest) -> Finding:
    for_service = set(request.purposes) == {AssistancePurpose.SERVICE}
    return any_of(
        "the request sums up the facts, where it must",
        art(40, 15, "c"),
        says(
            request.offence or UNNAMED_OFFENCE,
            O.summary_of_facts,
            "the request sums up the relevant facts",
            art(40, 15, "c"),
        ),
        tells(
            request,
            R.purposes,
            for_service,
            "the request is for the service of judicial documents alone",
            art(40, 15, "c"),
        ),
    )


def _assistance_is_described(request: AssistanceRequest) -> Finding:
    return all_of(
        "the request describes the assistance and any procedure that is wanted",
        art(40, 15, "d"),
        says(request, R.assistance),
        any_of(
            "the request gives details of the procedure, where one is wanted",
            art(40, 15, "d"),
            says(request, R.procedure),
            ~given(request, R.procedure_wanted),
        ),
    )


def _persons_and_items_are_described(request: AssistanceRequest) -> Finding:
    persons = [(person.identity, person.location, person.nationality) for person in request.persons]
    items = [(item.description, item.location, item.country_of_origin) for item in request.items]
    return all_of(
        "the request says what is possible and appropriate of persons and items",
        art(40, 15, "e"),
        any_of(
            "the request says who the persons concerned are, as far as possible and appropriate",
            art(40, 15, "e"),
            tells(request, R.persons, _complete(persons)),
            ~given(request, R.more_on_persons),
        ),
        any_of(
            "the request says what the items and accounts are, as far as possible and appropriate",
            art(40, 15, "e"),
            tells(request, R.items, _complete(items)),
            ~given(request, R.more_on_items),
        ),
    )


def _complete(described: Sequence[tuple[str | None, ...]]) -> bool:
    """Return whether something is described, and each of its details is there."""
    return bool(described) and all(None not in details for details in described)


def _period_is_stated(request: AssistanceRequest) -> Finding:
    for_each_item = bool(request.data) and all(item.period is not None for item in request.data)
    return any_of(
        "the request states the time period, where there is one",
        art(40, 15, "f"),
        tells(request, R.period, request.period is not None or for_each_item),
        ~given(request, R.period_applicable),
    )


checked(__name__)
