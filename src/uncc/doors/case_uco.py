"""A request and what was done on it in the words of CASE and UCO (JSON-LD), for systems of evidence and investigation.

The ontologies have words for who acts, on which data, in which investigation. They have none for law: answers, grounds
and duties stay in the report. A day is no moment: it stands under a word of this library's own, and not as a midnight.
`docs/other_systems.md` says which property has which source, and what has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from ipaddress import IPv4Address
from types import MappingProxyType
from typing import Any, TypeAlias
from uuid import UUID, uuid5

from attrs import frozen

from uncc.cases import Request, duties, standings
from uncc.cooperation import Custodian, DataItem, Offence
from uncc.kernel.between import day_text
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty
from uncc.kernel.facts import DayFact
from uncc.kernel.life import Manner
from uncc.kernel.roles import Role

__all__ = ["case_graph"]

Node: TypeAlias = dict[str, Any]

CONTEXT: Mapping[str, str] = MappingProxyType(
    {
        "case-investigation": "https://ontology.caseontology.org/case/investigation/",
        "uco-action": "https://ontology.unifiedcyberontology.org/uco/action/",
        "uco-core": "https://ontology.unifiedcyberontology.org/uco/core/",
        "uco-identity": "https://ontology.unifiedcyberontology.org/uco/identity/",
        "uco-observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "uncc": "urn:uncc:case:",
    }
)
_NAMESPACE = UUID("6c0a1f6e-3f55-5b0e-9d6e-3a5f0d1c2b47")
NAME, DESCRIPTION, TAG, OBJECT = "uco-core:name", "uco-core:description", "uco-core:tag", "uco-core:object"
_ACTS = (Manner.ACT, Manner.LIBERTY)
"""Of what is kept up, or must not be done, nothing is an action that the facts tell."""
ACTION, OBSERVABLE = "case-investigation:InvestigativeAction", "uco-observable:ObservableObject"


def case_graph(case: Request) -> Node:
    """Return a request, whom it concerns, what it is about and what was done on it, as JSON-LD.

    What was done is what the record says, and beside it the acts of duties that the facts of the case tell. The same
    case gives the same identifiers. What the record says was not done, or corrects, is no action. `InvalidValue` where
    the record and the case contradict each other.

    >>> from datetime import date
    >>> from uncc import PreservationCase, PreservationRequest, State, StateParty
    >>> found = case_graph(PreservationCase(
    ...     requesting=StateParty(state=State("Astoria")), requested=StateParty(state=State("Borduria")),
    ...     as_of=date(2028, 3, 12), request=PreservationRequest()))
    >>> [node["uco-core:name"] for node in found["@graph"] if "uco-core:name" in node]
    ['Astoria', 'Borduria', 'preservation', 'preservation']
    """
    return {"@context": dict(CONTEXT), "@graph": [*_Graph(case).nodes()]}


@frozen
class _Graph:
    """Tells one case as nodes, each with an identifier that its place in the case gives it."""

    case: Request

    def nodes(self) -> Iterator[Node]:
        """Yield whom the request concerns, its data, the investigation, the request itself, and what was done."""
        request: Any = self.case.request
        data: tuple[DataItem, ...] = getattr(request, "data", ())
        names = {
            "requesting": self.case.requesting.state.name,
            "requested": self.case.requested.state.name,
            "authority": request.authority and request.authority.name,
            "custodian": self.custodian and self.custodian.name,
        }
        for place, name in names.items():
            if name is not None:
                yield self.node(place, "uco-identity:Organization", {NAME: name, TAG: [place]})
        for number, item in enumerate(data):
            yield from self.data(f"data[{number}]", item)
        performer = "requesting" if names["authority"] is None else "authority"
        yield from self.asked(performer, [f"data[{number}]" for number in range(len(data))])
        yield from self.done()

    @property
    def custodian(self) -> Custodian | None:
        """Who holds the data, where the request names one."""
        return getattr(self.case.request, "custodian", None)

    def asked(self, performer: str, data: list[str]) -> Iterator[Node]:
        """Yield the investigation, and the request as an action in it."""
        request: Any = self.case.request
        offence: Offence | None = getattr(request, "offence", None)
        kind = self.case.case.value
        yield self.node(
            "investigation",
            "case-investigation:Investigation",
            {
                NAME: offence.title if offence else kind,
                DESCRIPTION: offence and offence.summary_of_facts,
                "case-investigation:investigationForm": "case",
                OBJECT: self.references(["request", *data]),
            },
        )
        yield self.node(
            "request",
            ACTION,
            {
                NAME: request.reference or kind,
                DESCRIPTION: getattr(request, "necessity", None) or getattr(request, "assistance", None),
                TAG: [kind],
                "uco-action:performer": self.reference(performer),
                "uco-action:participant": self.references(["requesting", "requested"]),
                "uco-action:object": self.references(data),
                "uncc:madeOn": _day(request.made_on),
                "uncc:receivedOn": _day(request.received_on),
            },
        )

    def done(self) -> Iterator[Node]:
        """Yield an action for each act that the record holds and no later entry corrects, and that the facts tell."""
        owed = duties(self.case)
        by_id = {duty.id: duty for duty in owed}
        corrected = {entry.corrects for entry in self.case.record}
        for number, entry in enumerate(self.case.record):
            if entry.did is not None and number not in corrected:
                duty = by_id.get(entry.did)
                by = entry.by or (duty.bearer if duty else None)
                yield self.act(f"record[{number}]", duty or entry.did, by, entry.on, entry.note)
        recorded = {entry.did for entry in self.case.record} | {entry.did_not for entry in self.case.record}
        for one in standings(owed, on=self.case.as_of, record=self.case.record):
            duty = one.duty
            if one.done.is_yes and duty.manner in _ACTS and not {duty.id, duty.key} & recorded:
                yield self.act(f"duties.{duty.key}", duty, duty.bearer, one.act.fact)

    def act(self, place: str, done: Duty | str, by: Role | None, on: DayFact, note: str | None = None) -> Node:
        """Return an action: the act of a duty, or one that has a name alone."""
        name, tags = (done, [done]) if isinstance(done, str) else (done.act, [done.id, *map(str, done.authority)])
        said = {
            NAME: name,
            DESCRIPTION: note,
            TAG: tags,
            "uco-action:performer": self.performer(by),
            "case-investigation:wasInformedBy": self.reference("request"),
            "uncc:on": _day(on),
        }
        return self.node(place, ACTION, said)

    def performer(self, role: Role | None) -> Node | None:
        """Return who acted, where the case names who that is."""
        match role:
            case Role.REQUESTING_STATE:
                return self.reference("requesting")
            case Role.REQUESTED_STATE:
                return self.reference("requested")
            case Role.CUSTODIAN if self.custodian is not None:
                return self.reference("custodian")
            case _:
                return None

    def data(self, place: str, item: DataItem) -> Iterator[Node]:
        """Yield an item of data, and the accounts and addresses by which it is named."""
        yield self.node(place, OBSERVABLE, {DESCRIPTION: item.description, TAG: [item.category.value]})
        for number, account in enumerate(item.accounts):
            said = {"uco-observable:accountIdentifier": account}
            yield from self.named(f"{place}.accounts[{number}]", place, "AccountFacet", said)
        for number, endpoint in enumerate(item.endpoints):
            one = f"{place}.endpoints[{number}]"
            kind = "IPv4AddressFacet" if isinstance(endpoint.address, IPv4Address) else "IPv6AddressFacet"
            yield from self.named(one, place, kind, {"uco-observable:addressValue": str(endpoint.address)})
            if endpoint.seen_at is not None:
                moment = {"@type": "xsd:dateTime", "@value": endpoint.seen_at.isoformat()}
                seen = {NAME: "observe", "uco-action:startTime": moment, "uco-action:object": self.reference(one)}
                yield self.node(f"{one}.seen", "uco-observable:Observation", seen)

    def named(self, place: str, whole: str, kind: str, said: Node) -> Iterator[Node]:
        """Yield an observable with its facet, and that it is related to the data which it names."""
        facet = {"@id": self.identifier(f"{place}.facet"), "@type": f"uco-observable:{kind}", **said}
        yield self.node(place, OBSERVABLE, {"uco-core:hasFacet": facet})
        related = {
            "uco-core:source": self.reference(place),
            "uco-core:target": self.reference(whole),
            "uco-core:kindOfRelationship": "Related_To",
            "uco-core:isDirectional": True,
        }
        yield self.node(f"{place}.of", "uco-core:Relationship", related)

    def node(self, place: str, kind: str, said: Node) -> Node:
        """Return a node with all that is said of it, and nothing for what is not."""
        told = {key: value for key, value in said.items() if value is not None and value != []}
        return {"@id": self.identifier(place), "@type": kind, **told}

    def references(self, places: list[str]) -> list[Node]:
        """Return references to nodes."""
        return [self.reference(place) for place in places]

    def reference(self, place: str) -> Node:
        """Return a reference to a node."""
        return {"@id": self.identifier(place)}

    def identifier(self, place: str) -> str:
        """Return the identifier of what stands at a place of the case."""
        case, request = self.case, self.case.request
        about = (case.case.value, case.requesting.state.name, case.requested.state.name, str(request.reference))
        return f"urn:uuid:{uuid5(_NAMESPACE, chr(10).join((*about, place)))}"


def _day(day: DayFact) -> Node | None:
    """Return a day as a literal: of its own type where it is known exactly."""
    if day is None:
        return None
    return {"@type": "xsd:date", "@value": day.isoformat()} if isinstance(day, date) else {"@value": day_text(day)}


checked(__name__)
