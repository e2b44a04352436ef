"""The case of a request for mutual legal assistance: the request, all that is known about it, and what came before."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from attrs import Attribute, evolve, field, frozen
from attrs.validators import optional

from uncc.cases.consistency import not_before_request
from uncc.cases.frame import another_state, of_kind
from uncc.cases.record import Record, record_of
from uncc.cases.report import CaseKind
from uncc.cooperation import (
    AssistancePosition,
    AssistancePurpose,
    AssistanceRequest,
    DataSafeguards,
    EvidenceUse,
    GovernmentRecords,
    Handling,
    Hearing,
    InterceptionRequest,
    NegativeReply,
    PreservationMeasure,
    SimilarCase,
    StoredDataRequest,
    TrafficDataRequest,
    UnderlyingConduct,
)
from uncc.kernel.between import a_date, may_be, not_before
from uncc.kernel.declared import typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.model import Model
from uncc.kernel.parties import AssistanceTreaty, Relation, StateParty
from uncc.kernel.shown import Shown
from uncc.kernel.values import a_text
from uncc.procedural import PreservationRegime
from uncc.readings import AS_ADOPTED, Readings

__all__ = ["AssistanceCase", "EarlierPreservation"]


@frozen(kw_only=True, field_transformer=typed)
class EarlierPreservation(Model):
    """A request for preservation that came before, and what has become of it.

    `reference` is that of the earlier request. The request of the case, once received, is the later request for
    which the data are kept, where it seeks stored data.

    - `reference`: the number of the earlier request for preservation.
    """

    reference: str | None = field(default=None, validator=optional(a_text))
    measure: PreservationMeasure = field(factory=PreservationMeasure)
    regime: PreservationRegime = field(factory=PreservationRegime)


def _fits_request(case: AssistanceCase, _: object, earlier: EarlierPreservation | None) -> None:
    """Refuse a measure that says otherwise than the request of the case when the later request came."""
    received = case.request.received_on
    if earlier is None or received is None or not case.seeks_stored_data:
        return
    measure = earlier.measure
    place, expected = "preservation.measure", f"request.received_on, {received}"
    if measure.assistance_requested is False:
        raise InvalidValue(f"{place}.assistance_requested", value=False, expected=f"true, as is {expected}")
    if not may_be(measure.assistance_requested_on, received):
        raise InvalidValue(f"{place}.assistance_requested_on", str(measure.assistance_requested_on), expected)
    not_before(f"{place}.decided_on", measure.decided_on, "request.received_on", received)


_PURPOSES = MappingProxyType(
    {
        "stored_data": AssistancePurpose.STORED_DATA,
        "traffic_data": AssistancePurpose.TRAFFIC_DATA,
        "similar_case": AssistancePurpose.TRAFFIC_DATA,
        "interception": AssistancePurpose.INTERCEPTION,
    }
)
"""The parts of a case that tell more of one purpose of the request."""


def _is_asked_for(case: AssistanceCase, attribute: Attribute[Any], part: object) -> None:
    """Refuse a part that tells of something for which the request does not ask."""
    purposes, purpose = case.request.purposes, _PURPOSES[attribute.name]
    if part != type(part)() and purpose not in purposes:
        named = [each.value for each in purposes]
        raise InvalidValue("request.purposes", named, f"a list with {purpose.value!r}, of which {attribute.name} tells")


def _of_the_offence(
    case: AssistanceCase,
    attribute: Attribute[Any],
    part: StoredDataRequest | TrafficDataRequest | InterceptionRequest,
) -> None:
    """Refuse a part that is about another offence: a case has one, which the request names."""
    if part.offence is not None and part.offence != case.request.offence:
        raise InvalidValue(
            f"{attribute.name}.offence.title", part.offence.title, "that of request.offence, the offence of the case"
        )


def _fits_preservation(case: AssistanceCase, _: object, stored: StoredDataRequest) -> None:
    """Refuse a request for stored data that says otherwise than the earlier preservation it follows up."""
    earlier = case.preservation
    if earlier is None:
        return
    if stored.preservation_reference and earlier.reference not in {None, stored.preservation_reference}:
        raise InvalidValue(
            "stored_data.preservation_reference",
            stored.preservation_reference,
            f"preservation.reference, {earlier.reference}",
        )
    if stored.preserved is False and _was_preserved(earlier, case.as_of):
        expected = f"true, as is preservation.measure.effected_on, {earlier.measure.effected_on}"
        raise InvalidValue("stored_data.preserved", value=False, expected=expected)


def _was_preserved(earlier: EarlierPreservation | None, on: date) -> bool:
    effected = None if earlier is None else earlier.measure.effected_on
    return isinstance(effected, date) and effected <= on


@frozen(kw_only=True, field_transformer=typed)
class AssistanceCase(Shown):
    """A request for assistance between two States, with all that the file knows on a day (`as_of`).

    - `as_of`: the day on which the file stands, and for which the report is drawn up.

    `reply` is a refusal or a postponement that was made or is meant; `hearing`, `use` and `records` are there where
    the case is about them; `safeguards` are those under which the requesting State holds personal data that it
    receives; `preservation` is an earlier preservation that the request follows up.

    A request for stored data, for traffic data in real time or for an interception is one for assistance with that
    purpose. `stored_data`, `traffic_data` and `interception` say what the articles on them ask for beside;
    `similar_case` is what the requested State's law would allow at home. What the request says already they need not
    repeat: see `access_request`, `collection_request` and `interception_request`.
    """

    case: CaseKind = field(default=CaseKind.ASSISTANCE, validator=of_kind(CaseKind.ASSISTANCE))
    as_of: date = field(validator=a_date)
    requesting: StateParty
    requested: StateParty = field(validator=another_state)
    request: AssistanceRequest = field(validator=not_before_request)
    conduct: UnderlyingConduct = field(factory=UnderlyingConduct)
    treaty: AssistanceTreaty = field(factory=AssistanceTreaty)
    position: AssistancePosition = field(factory=AssistancePosition)
    handling: Handling = field(factory=Handling)
    reply: NegativeReply | None = None
    hearing: Hearing | None = None
    use: EvidenceUse | None = None
    safeguards: DataSafeguards = field(factory=DataSafeguards)
    records: GovernmentRecords | None = None
    stored_data: StoredDataRequest = field(
        factory=StoredDataRequest, validator=[_is_asked_for, _of_the_offence, _fits_preservation]
    )
    traffic_data: TrafficDataRequest = field(factory=TrafficDataRequest, validator=[_is_asked_for, _of_the_offence])
    similar_case: SimilarCase = field(factory=SimilarCase, validator=_is_asked_for)
    interception: InterceptionRequest = field(factory=InterceptionRequest, validator=[_is_asked_for, _of_the_offence])
    preservation: EarlierPreservation | None = field(default=None, validator=_fits_request)
    record: Record = field(default=(), validator=record_of("assistance"))
    readings: Readings = AS_ADOPTED

    @cached_property
    def relation(self) -> Relation:
        """The two States and what binds them on the day of the case."""
        return Relation(
            requesting=self.requesting, requested=self.requested, on=self.as_of, assistance_treaty=self.treaty
        )

    @property
    def seeks_stored_data(self) -> bool:
        """Whether the request is one for which preserved data are kept: to search, seize or disclose them."""
        return AssistancePurpose.STORED_DATA in self.request.purposes

    @cached_property
    def earlier_measure(self) -> PreservationMeasure | None:
        """The earlier preservation, with the day on which the request of the case came as that of the later request."""
        if self.preservation is None:
            return None
        measure, received = self.preservation.measure, self.request.received_on
        return evolve(measure, assistance_requested_on=received) if received and self.seeks_stored_data else measure

    @cached_property
    def access_request(self) -> StoredDataRequest:
        """The request for stored data, with what the request says and what the earlier preservation tells of it."""
        stored, earlier, request = self.stored_data, self.preservation, self.request
        follows = None if earlier is None else earlier.reference
        return evolve(
            stored,
            reference=stored.reference or request.reference,
            offence=request.offence,
            data=stored.data or request.data,
            preservation_reference=stored.preservation_reference or follows,
            preserved=True if _was_preserved(earlier, self.as_of) else stored.preserved,
        )

    @cached_property
    def collection_request(self) -> TrafficDataRequest:
        """The request for traffic data, with what the request says of the authority, the facts and the proceedings.

        The data, the justification and the period are those of the collection alone.
        """
        traffic, request = self.traffic_data, self.request
        summary = None if request.offence is None else request.offence.summary_of_facts
        return evolve(
            traffic,
            reference=traffic.reference or request.reference,
            authority=traffic.authority or request.authority,
            offence=request.offence,
            main_facts=traffic.main_facts or summary,
            proceedings=traffic.proceedings or request.proceeding.nature,
        )

    @cached_property
    def interception_request(self) -> InterceptionRequest:
        """The request for an interception, with what the request says of the offence."""
        interception, request = self.interception, self.request
        return evolve(interception, reference=interception.reference or request.reference, offence=request.offence)
