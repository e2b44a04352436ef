"""What two States write on extradition: the request, one for provisional arrest, and the decision.

The Convention lists no contents for either request. What practice expects in them is marked as practice; domestic law
or a treaty may make a condition of it, and then it is among those of Art. 37(8).
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from uncc.cases import ExtraditionCase
from uncc.cooperation import (
    ExtraditionCustody,
    ExtraditionRequest,
    Ground,
    SoughtOffence,
    must_give_reasons_for_refusing_extradition,
    must_inform_of_extradition_decision,
)
from uncc.kernel.errors import NotDraftedError
from uncc.kernel.provisions import Provision, art
from uncc.pages.called import ground_words
from uncc.pages.documents.form import PRACTICE, Draft, Form
from uncc.pages.documents.parts import annexes_and_signature, confidentiality, date_and_reference, parties
from uncc.pages.documents.replies import ground_lists, opening
from uncc.pages.documents.sending import contact_box
from uncc.pages.page import Entry

__all__ = ["arrest_request", "extradition_decision", "extradition_request"]

_EXPECTED = MappingProxyType(
    {
        "identity": "Identity",
        "facts": "Statement of facts",
        "warrant_or_judgment": "Warrant or judgment",
        "legal_texts": "Texts of the law",
        "penalty": "Penalty",
    }
)
"""What practice expects, by its place in `enclosures`, as a box calls it."""


# The request


def extradition_request(form: Form, case: ExtraditionCase) -> Draft:
    """Return a request for extradition: what the article turns on, and what practice expects with it."""
    date_and_reference(form)
    parties(form, case, art(37, 19))
    form.box("Person sought", *_person(form, case))
    form.box("What is asked", *_asked(form, case))
    _offences(form, case)
    basis = _basis(case)
    said = form.said(basis and basis[0], _BASIS, art(37, 4), art(37, 5), art(37, 7), path="relation.treaty_binds")
    form.box("Legal basis", ("Legal basis", said))
    beside = (name for name in _EXPECTED if name != "identity")
    lead = _NO_CONTENTS if form.is_draft else ""
    form.box(f"What goes with the request{PRACTICE}", *_expected(form, case, *beside), lead=lead)
    form.box("Domestic law and treaties", *_other_conditions(form, case))
    confidentiality(form, case, form.letter.confidentiality, "letter.confidentiality")
    contact_box(form, case.request.authority)
    annexes_and_signature(form)
    form.settle("extradition may be granted on the request", form.report.answer("extraditable").finding)
    form.settle("extradition has the legal basis that it needs", form.report.answer("basis").finding)
    provisions = (art(37, 1), basis[1]) if basis else (art(37, 1),)
    return form.draft(", ".join(map(str, provisions)), about=_about(case))


_NO_CONTENTS = (
    "The Convention lists no contents for the request: what stands here is practice, unless domestic law or a treaty "
    "asks for it [Art. 37(8)]."
)
_BASIS = "the treaty, or the Convention, on which the request rests, or that neither is needed"


def _about(case: ExtraditionCase) -> str:
    return "" if case.request.sought_to_serve_sentence is not True else "to serve a sentence"


def _person(form: Form, case: ExtraditionCase) -> Iterator[Entry]:
    yield "Person", form.said(case.request.person, "the person sought", art(37, 1), path="request.person")
    yield from _expected(form, case, "identity")
    present = f"By what is known, in the territory of {case.requested.state.name} [Art. 37(1)]."
    known = present if case.request.person_present else None
    what = "that the person is in the territory of the requested State, and how that is known"
    yield "Whereabouts", form.said(known, what, art(37, 1), path="request.person_present")


def _asked(form: Form, case: ExtraditionCase) -> Iterator[Entry]:
    serves, path = case.request.sought_to_serve_sentence, "request.sought_to_serve_sentence"
    purpose = None if serves is None else _PURPOSES[serves]
    said = form.said(purpose, "for prosecution, or to serve a sentence", art(37, 1), path=path)
    asked = f"{case.requesting.state.name} asks {case.requested.state.name} to extradite the person named here"
    yield "Extradition", f"{asked}, {said}."
    if serves:
        yield from _sentence(form, case.request)
    if case.custody is not None and case.custody.requested:
        what = "the person be taken into custody, or be secured by other appropriate measures"
        yield "Custody", f"{case.requesting.state.name} asks as well that {what} [Art. 37(10)]."


_PURPOSES = MappingProxyType(
    {
        True: "to serve a sentence that has been imposed [Art. 37(1)]",
        False: "to stand trial for the offences named here [Art. 37(1)]",
    }
)


def _sentence(form: Form, request: ExtraditionRequest) -> Iterator[Entry]:
    final = {True: "The sentence is final [Art. 37(1)].", False: "The sentence is not final [Art. 37(1)]."}
    kind = {
        True: "Imprisonment, or another form of detention [Art. 37(1)]",
        False: "Neither imprisonment nor another form of detention [Art. 37(1)]",
    }
    named = (
        ("Finality", request.sentence_final, final, "whether the sentence is final", "sentence_final"),
        ("Kind of sentence", request.sentence_detains, kind, "the kind of the sentence", "sentence_detains"),
    )
    for label, known, words, what, name in named:
        said = None if known is None else words[known]
        yield label, form.said(said, what, art(37, 1), path=f"request.{name}")


def _offences(form: Form, case: ExtraditionCase) -> None:
    """Add a box for each offence for which extradition is sought."""
    sought = case.request.offences
    if not sought:
        what = form.said(None, "each offence for which extradition is sought", art(37, 1), path="request.offences")
        form.box("Offence", ("Offence", what))
    for number, offence in enumerate(sought):
        title = "Offence" if len(sought) == 1 else f"Offence {number + 1}"
        form.box(title, *_offence(form, offence, f"request.offences[{number}]"))


def _offence(form: Form, offence: SoughtOffence, place: str) -> Iterator[Entry]:
    """Yield what the article asks of an offence that is for the requesting State to say."""
    yield "Name", form.said(offence.title, "the offence", art(37, 1), path=f"{place}.title")
    known = offence.established_in_accordance
    words = None if known is None else _ESTABLISHED[known]
    what = "whether the offence is one established in accordance with the Convention"
    path = f"{place}.established_in_accordance"
    yield "Under the Convention", form.said(words, what, art(37, 1), path=path)
    if known is False:
        related = "To offences that are so established [Art. 37(3)]" if offence.related else None
        what = "its relation to offences that are so established, without which the article does not reach it"
        yield "Relation", form.said(related, what, art(37, 3), path=f"{place}.related")
    punished = (
        None if offence.punishable_in_requesting_state is None else _PUNISHED[offence.punishable_in_requesting_state]
    )
    what, path = "that the conduct is punishable there", f"{place}.punishable_in_requesting_state"
    yield f"In {form.report.header.requesting}", form.said(punished, what, art(37, 1), path=path)


_ESTABLISHED = MappingProxyType(
    {
        True: "An offence established in accordance with the Convention [Art. 37(1)]",
        False: "Not an offence established in accordance with the Convention [Art. 37(1)]",
    }
)
_PUNISHED = MappingProxyType(
    {
        True: "The conduct is punishable, whatever the law calls it [Art. 35(3), Art. 37(1)]",
        False: "The conduct is not punishable [Art. 37(1)]",
    }
)


def _basis(case: ExtraditionCase) -> tuple[str, Provision] | None:
    """Return on what the request rests, as far as the case says it."""
    relation, requested = case.relation, case.requested.state.name
    if relation.treaty_binds:
        listed = "in which the offences of the article count as listed"
        return f"The extradition treaty between the two States, {listed} [Art. 37(4)]", art(37, 4)
    if relation.conditional_on_treaty and relation.treaty_binds is False:
        conditional = f"{requested} makes extradition conditional on a treaty, and none binds the two States"
        return f"{conditional}: the Convention can be taken as the legal basis [Art. 37(5)]", art(37, 5)
    if relation.conditional_on_treaty is False and relation.requesting_conditional_on_treaty is False:
        neither = "Neither State makes extradition conditional on a treaty"
        return f"{neither}: they recognize the offences as extraditable between them [Art. 37(7)]", art(37, 7)
    return None


def _expected(form: Form, case: ExtraditionCase, *names: str) -> Iterator[Entry]:
    """Yield what practice expects of these names; a gap of it holds up nothing."""
    for item in case.enclosures.expected():
        if item.id in names:
            stated = getattr(case.enclosures, item.id)
            said = form.said(stated, item.words, path=f"enclosures.{item.id}", optional=True)
            yield f"{_EXPECTED[item.id]}{PRACTICE}", said


def _other_conditions(form: Form, case: ExtraditionCase) -> Iterator[Entry]:
    what = (
        f"what the law of {case.requested.state.name} or a treaty asks for beside, such as a minimum penalty or an "
        "assurance"
    )
    yield "Conditions", form.said(form.letter.terms, what, art(37, 8), path="letter.terms", optional=True)


# Provisional arrest


def arrest_request(form: Form, case: ExtraditionCase) -> Draft:
    """Return a request to secure the person whose extradition is sought, while that is urgent."""
    custody = case.custody or ExtraditionCustody()
    if custody.requested is False:
        form.refuse("the case says that the requesting State does not ask for it (custody.requested)")
    date_and_reference(form)
    parties(form, case, art(37, 19))
    form.box("Person sought", *_person(form, case))
    asked = (
        "be taken into custody, or that other appropriate measures ensure that the person is there for the proceedings"
    )
    form.box("What is asked", ("Measure", f"{case.requesting.state.name} asks that the person {asked} [Art. 37(10)]."))
    why = "why the circumstances warrant it, and why they are urgent"
    form.box("Urgency", ("Circumstances", form.said(form.letter.reasons, why, art(37, 10), path="letter.reasons")))
    _offences(form, case)
    form.box(
        f"What stands behind the request{PRACTICE}", *_expected(form, case, "facts", "warrant_or_judgment", "penalty")
    )
    form.box("Request for extradition", *_to_follow(form, case))
    form.box("Channel", *_channel(form, custody))
    confidentiality(form, case, form.letter.confidentiality, "letter.confidentiality")
    contact_box(form, case.request.authority)
    annexes_and_signature(form)
    if case.custody is not None:
        form.settle("the person may be taken into custody", form.report.answer("custody").finding)
    return form.draft(str(art(37, 10)))


def _to_follow(form: Form, case: ExtraditionCase) -> Iterator[Entry]:
    made = case.request.made_on
    if made is not None and (form.dated is None or made <= form.dated):
        yield "Made on", form.said(made, "")
        reference = case.request.reference
        yield "Reference", form.said(reference, "its reference", path="request.reference", optional=True)
        return
    what = "the day by which it is to follow; the Convention sets none, domestic law or a treaty may"
    yield f"To follow by{PRACTICE}", form.said(form.letter.follows_by, what, path="letter.follows_by", optional=True)


def _channel(form: Form, custody: ExtraditionCustody) -> Iterator[Entry]:
    words = {
        True: "Through channels of the International Criminal Police Organization [Art. 37(10)]",
        False: "From authority to authority [Art. 37(10)]",
    }
    known = None if custody.through_interpol is None else words[custody.through_interpol]
    what = "the channel; those of the International Criminal Police Organization are open"
    yield "Channel", form.said(known, what, art(37, 10), path="custody.through_interpol", optional=True)


# The decision


def extradition_decision(form: Form, case: ExtraditionCase, grounds: tuple[Ground, ...]) -> Draft:
    """Return the notice of Art. 37(18): the decision, and of a refusal its reasons unless something prevents that."""
    decision, header = case.decision, form.report.header
    form.require(must_inform_of_extradition_decision(decision), "the requested State has decided")
    refused = decision.refused
    words = {
        True: f"{header.requested} refuses extradition.",
        False: f"{header.requested} grants extradition.",
        None: None,
    }
    opening(form, case)
    form.box("Person", ("Person sought", form.said(case.request.person, "the person sought", path="request.person")))
    form.box(
        "Decision", ("Decision", form.said(words[refused], "what was decided", art(37, 18), path="decision.refused"))
    )
    if refused:
        _why_refused(form, case, grounds)
    annexes_and_signature(form)
    return form.draft(str(art(37, 18)))


def _why_refused(form: Form, case: ExtraditionCase, grounds: tuple[Ground, ...]) -> None:
    owed = must_give_reasons_for_refusing_extradition(decision=case.decision)
    if owed.is_no:
        form.box(
            "Reasons", ("Reasons", "Domestic law or international legal obligations prevent giving them [Art. 37(18)].")
        )
        return
    meant = grounds or tuple(dict.fromkeys(one.ground for one in form.report.grounds if one.finding.is_yes))
    for ground in meant:
        found = [one.finding for one in form.report.grounds if one.ground is ground]
        if not any(finding.is_yes for finding in found):
            needed = f"this ground is open: {ground_words(ground, *found)}"
            if not found:
                raise NotDraftedError(form.kind.value, f"it needs that {needed}; the article does not speak of it")
            form.require(found[0], needed)
    form.box("Reasons in law", lists=ground_lists(form, meant))
    facts = form.said(form.letter.reasons, "the reasons, in your own words", art(37, 18), path="letter.reasons")
    form.box("Reasons in fact", ("Reasons", facts))
    form.settle("reasons must be given for refusing", owed)
