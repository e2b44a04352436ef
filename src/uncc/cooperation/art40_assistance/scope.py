"""Art. 40(1) to (3): what assistance the Convention opens, for which offences and for which purposes."""

from __future__ import annotations

from attrs import fields

from uncc.cooperation.art35_principles import Cooperation, open_for_evidence
from uncc.cooperation.art40_assistance.request import AssistancePurpose, AssistanceRequest
from uncc.cooperation.particulars import UNNAMED_OFFENCE
from uncc.kernel.declared import checked
from uncc.kernel.findings import Finding, all_of, by_text, given, read_off
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = ["may_request_assistance", "purpose_is_admitted", "purpose_is_open"]

R = fields(AssistanceRequest)
_ELECTRONIC = (AssistancePurpose.STORED_DATA, AssistancePurpose.TRAFFIC_DATA, AssistancePurpose.INTERCEPTION)
_NO_EVIDENCE = (AssistancePurpose.SERVICE, AssistancePurpose.APPEARANCE, AssistancePurpose.RECOVERY)


def purpose_is_admitted(request: AssistanceRequest, purpose: AssistancePurpose) -> Finding:
    """Whether assistance may be requested for this purpose.

    Twelve are named, and may be requested; any other is admitted unless the requested State's law is against it.

    Source: Art. 40(3), Art. 40(3)(a), Art. 40(3)(b), Art. 40(3)(c), Art. 40(3)(d), Art. 40(3)(e), Art. 40(3)(f),
    Art. 40(3)(g), Art. 40(3)(h), Art. 40(3)(i), Art. 40(3)(j), Art. 40(3)(k), Art. 40(3)(l), Art. 40(3)(m).

    >>> [purpose_is_admitted(AssistanceRequest(), purpose).truth.name
    ...  for purpose in (AssistancePurpose.SERVICE, AssistancePurpose.OTHER)]
    ['YES', 'UNKNOWN']
    """
    if purpose is AssistancePurpose.OTHER:
        return all_of(
            "assistance may be requested for the purpose",
            (art(40, 3), purpose.named_in),
            ~given(request, R.contrary_to_domestic_law),
        )
    return by_text(True, "assistance may be requested for the purpose", art(40, 3), purpose.named_in)


def _electronic_evidence(request: AssistanceRequest, purpose: AssistancePurpose) -> Finding:
    if purpose in _ELECTRONIC:
        return by_text(True, "data that are searched, collected or intercepted are electronic evidence", art(40, 1))
    if purpose in _NO_EVIDENCE:
        return by_text(False, "the purpose is to collect evidence in electronic form", art(40, 1))
    return given(request, R.seeks_electronic_evidence)


def purpose_is_open(request: AssistanceRequest, purpose: AssistancePurpose) -> Finding:
    """Whether the Convention opens assistance for this purpose, for the offence of the request.

    For a serious crime that is no offence established in accordance with the Convention, only the collection of
    electronic evidence is open: searching, collecting and intercepting data is that by nature; serving documents,
    having persons appear and recovering proceeds are not; for the rest it is a fact.

    Source: Art. 35(1)(b), Art. 35(1)(c), Art. 40(1).

    >>> from uncc.cooperation.particulars import Offence
    >>> request = AssistanceRequest(offence=Offence(title="fraud", established_in_accordance=False, serious_crime=True))
    >>> [purpose_is_open(request, purpose).truth.name
    ...  for purpose in (AssistancePurpose.STORED_DATA, AssistancePurpose.RECOVERY, AssistancePurpose.RECORDS)]
    ['YES', 'NO', 'UNKNOWN']
    """
    offence = request.offence or UNNAMED_OFFENCE
    return open_for_evidence(Cooperation.ASSISTANCE, offence, _electronic_evidence(request, purpose))


def may_request_assistance(request: AssistanceRequest) -> Finding:
    """Whether the Convention opens all the assistance that is requested.

    The request must serve criminal proceedings; every purpose must be open for the offence and admitted. A part may
    be open where the whole is not: see `purpose_is_open`. A request that names no purpose is not yet one of these.

    Source: Art. 3(a), Art. 3(b), Art. 35(1)(a), Art. 35(1)(b), Art. 35(1)(c), Art. 35(2), Art. 40(1), Art. 40(3).

    >>> may_request_assistance(AssistanceRequest(serves_criminal_proceedings=False)).truth.name
    'NO'
    """
    asked = tuple(dict.fromkeys(request.purposes))
    kinds = dict.fromkeys(_electronic_evidence(request, purpose) for purpose in asked)
    gathers = all_of("all that is sought is evidence in electronic form", (art(35, 2), art(40, 1)), *kinds)
    other = (purpose for purpose in asked if purpose is AssistancePurpose.OTHER)
    return all_of(
        "the Convention opens the assistance that is requested",
        (art(35, 1), art(40, 1), art(40, 3)),
        given(request, R.serves_criminal_proceedings),
        read_off(
            request,
            R.purposes,
            True if asked else None,
            "the request names a purpose for which assistance may be requested",
            art(40, 3),
            asked_of=Role.REQUESTING_STATE,
        ),
        open_for_evidence(Cooperation.ASSISTANCE, request.offence or UNNAMED_OFFENCE, gathers),
        *(purpose_is_admitted(request, purpose) for purpose in other),
    )


checked(__name__)
