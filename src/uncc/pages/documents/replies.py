"""What the requested State answers: receipt, a call for more, consultation, refusal, postponement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from uncc.cases import AssistanceCase, ConfiscationCase, ExtraditionCase, PreservationCase, Request
from uncc.confiscation import must_consult_before_refusing_confiscation
from uncc.cooperation import (
    Ground,
    ReplyKind,
    must_consult_before_refusing_assistance,
    must_consult_before_refusing_extradition,
    must_consult_before_refusing_preservation,
)
from uncc.kernel.declared import not_one_of
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.provisions import Provision, art
from uncc.pages.called import ground_words
from uncc.pages.documents.evidence import missing_of_collection
from uncc.pages.documents.form import Draft, Form
from uncc.pages.documents.parts import (
    annexes_and_signature,
    confidentiality_told,
    date_and_reference,
    parties,
    reply_by,
    subject,
)
from uncc.pages.documents.reasons import missing, reasons, sentence, to_ask, to_decide, with_details
from uncc.pages.documents.texts import day_words, in_line
from uncc.pages.page import Point, Points

__all__ = [
    "acknowledgement",
    "consultation",
    "ground_lists",
    "information_request",
    "opening",
    "postponement",
    "refusal",
]


def opening(form: Form, case: Request) -> None:
    """Add the boxes with which every reply and notice begins."""
    date_and_reference(form)
    parties(form, case)
    subject(form)


def acknowledgement(form: Form, case: Request) -> Draft:
    """Return an acknowledgement: that the request has come, and what it says of confidentiality, urgency and dates."""
    header = form.report.header
    opening(form, case)
    received = f"{header.requested} confirms that it has received {form.request}."
    form.box(
        "Acknowledgement", ("Received", f"{received}\nThe decision whether and how to execute it is still to come.")
    )
    form.box("Confidentiality", *confidentiality_told(form, case))
    wanted_by = case.request.wanted_by if isinstance(case, AssistanceCase) else None
    asked = (("Urgency", header.urgency), ("Wanted by", None if wanted_by is None else day_words(wanted_by)))
    noted = tuple((label, words) for label, words in asked if words is not None)
    if noted:
        form.box("Noted", *noted)
    annexes_and_signature(form)
    return form.draft(_of_the_request(case))


def _of_the_request(case: Request) -> str:
    match case:
        case PreservationCase():
            return str(art(42, 1))
        case AssistanceCase():
            return str(art(40, 1))
        case ConfiscationCase():
            return str(case.request.kind.provision)
        case ExtraditionCase():
            return str(art(37))
    raise not_one_of("case", case, Request)


def information_request(form: Form, case: PreservationCase | AssistanceCase | ConfiscationCase) -> Draft:
    """Return a call for what the request lacks, and for what is needed to execute it; none where it needs neither."""
    conformity = form.report.answer("conformity").finding
    own = missing(conformity)
    of_collection = missing_of_collection(form, case.request) if isinstance(case, AssistanceCase) else ()
    limbs = (*own, *of_collection)
    wanted = tuple(found for found in map(to_ask, limbs) if found is not None)
    further = _may_ask_further(form, case)
    if not wanted and (further is None or not further.is_yes):
        form.refuse(f"the requesting State has nothing to supply [{conformity.citation}]")
    opening(form, case)
    header = form.report.header
    if wanted:
        form.box(
            "What is missing",
            lead=f"{header.requesting} is asked to complete the request so that it meets each of these points.",
            lists=(Points(tuple(_in_names(form, one) for one in wanted)),),
        )
    if further is not None and not further.is_no:
        form.box("Additional information", *_further(form, further))
    meanwhile = ((_MEANWHILE[type(case)],) if own and wanted else ()) + ((_OF_COLLECTION,) if of_collection else ())
    said = (("Meanwhile", "\n".join(meanwhile)),) if meanwhile else ()
    form.box("Reply", ("Wished for by", reply_by(form)), *said)
    annexes_and_signature(form)
    for limb in limbs:
        for one in to_decide(limb):
            form.note(f"Not for the requesting State to say: whether {one.statement} [{one.citation}]")
    return form.draft(_MORE[type(case)] + (", Art. 45(3)" if of_collection else ""))


def _may_ask_further(form: Form, case: Request) -> Finding | None:
    """Return whether more may be asked for than the request shall contain; `None` where nothing speaks of that."""
    which = "assistance" if isinstance(case, AssistanceCase) else "confiscation"
    duty = form.duty(f"ask-for-information-in-{which}")
    return None if duty is None else duty.trigger


def _further(form: Form, further: Finding) -> Iterator[tuple[str, str]]:
    """Yield what is needed beside the particulars, and that it is necessary for the execution, or makes it easier."""
    points = "\n".join(f"{number}. {in_line(point)}" for number, point in enumerate(form.letter.information, 1))
    what = "what is needed to execute the request, or would make that easier, point by point"
    path = "letter.information"
    yield "Asked for", form.said(points or None, what, art(40, 16), path=path, optional=not further.is_yes)
    if further.is_yes:
        yield "Why", form.named("\n".join(f"{reason}." for reason in reasons(further) if "[Art. 40(16)]" in reason))


def _in_names(form: Form, point: Point) -> Point:
    return with_details(form.named(point.words), (form.named(below.words) for below in point.below))


_MEANWHILE: Mapping[type[object], str] = MappingProxyType(
    {
        PreservationCase: "Missing particulars are no ground for refusing preservation [Art. 42(6)].",
        AssistanceCase: "Before a refusal for that reason the two States must consult [Art. 40(21)(a), Art. 40(28)].",
        ConfiscationCase: "Before a refusal for that reason the two States must consult [Art. 50(3), Art. 40(28)].",
    }
)
_OF_COLLECTION = (
    "Particulars of the collection of traffic data [Art. 45(3)] are another matter than conformity with the article on "
    "assistance [Art. 40(21)(a)]."
)
_MORE: Mapping[type[object], str] = MappingProxyType(
    {
        PreservationCase: "Art. 42(3)",
        AssistanceCase: "Art. 40(15), Art. 40(16)",
        ConfiscationCase: "Art. 50(3), Art. 40(16)",
    }
)


# Grounds


def _stated(form: Form, case: Request, grounds: tuple[Ground, ...]) -> tuple[Ground, ...]:
    """Return the grounds that are meant: those asked for, or else those of the reply in the case."""
    reply = case.reply if isinstance(case, AssistanceCase) else None
    meant = tuple(dict.fromkeys(grounds or (() if reply is None else reply.grounds)))
    if not meant:
        named = "; ".join(map(ground_words, Ground))
        form.refuse(f"it must rest on a ground, and none is named; the grounds are: {named}")
    return meant


def _findings(form: Form, ground: Ground) -> tuple[Finding, ...]:
    """Return the findings of the report on a ground: one, or in extradition one for each offence."""
    found = tuple(answer.finding for answer in form.report.grounds if answer.ground is ground)
    if not found:
        form.refuse(f"the article does not speak of this ground: {ground_words(ground)}")
    return found


def ground_lists(form: Form, grounds: tuple[Ground, ...]) -> tuple[Points, ...]:
    """Return each ground with its provisions and, of each finding that is YES, the reasons that carry it."""
    return _grouped(form, grounds, Truth.YES)


def _grouped(form: Form, grounds: tuple[Ground, ...], least: Truth) -> tuple[Points, ...]:
    return tuple(
        Points(
            tuple(form.item(finding) for finding in _findings(form, ground) if least <= finding.truth),
            sentence(ground_words(ground, *_findings(form, ground))),
        )
        for ground in grounds
    )


def _following(grounds: tuple[Ground, ...]) -> str:
    return "the ground that follows" if len(grounds) == 1 else "the grounds that follow"


def _cited(owed: Finding, provision: Provision) -> str:
    """Return the provision of a duty, with that by which a request for confiscation takes it over."""
    return ", ".join(str(one) for one in (art(50, 3), provision) if one in owed.authority)


def _must_consult(case: Request, ground: Ground) -> Finding:
    match case:
        case PreservationCase():
            return must_consult_before_refusing_preservation(ground).under(case.readings)
        case AssistanceCase():
            return must_consult_before_refusing_assistance(ground, treaty=case.treaty).under(case.readings)
        case ConfiscationCase():
            return must_consult_before_refusing_confiscation(ground, treaty=case.position.treaty).under(case.readings)
        case ExtraditionCase():
            return must_consult_before_refusing_extradition(decision=case.decision)
    raise not_one_of("case", case, Request)


def _is_open(form: Form, ground: Ground) -> None:
    """Refuse to draft on a ground that is not open, or not known to be."""
    (finding,) = _findings(form, ground)
    form.require(finding, f"this ground is open: {ground_words(ground, finding)}")


# Consultation, refusal, postponement


def consultation(form: Form, case: Request, grounds: tuple[Ground, ...]) -> Draft:
    """Return an invitation to consult before a refusal or a postponement; none where no consultation is owed."""
    postpones = not grounds and _means_to_postpone(form, case)
    meant = () if postpones else _stated(form, case, grounds)
    owed = (
        [form.report.answer("consultation-postponement").finding]
        if postpones
        else [_must_consult(case, ground) for ground in meant]
    )
    owing = next((finding for finding in owed if not finding.is_no), None)
    if owing is None:
        form.require(owed[0], "the two States must consult before refusing on what is named")
    for ground in meant:
        found = _findings(form, ground)
        if all(finding.is_no for finding in found):
            form.require(found[0], f"this ground can be open: {ground_words(ground, *found)}")
    opening(form, case)
    form.box("Occasion", *_occasion(form, case, meant), lists=_grouped(form, meant, Truth.UNKNOWN))
    what = "terms and conditions on which the request could be met, or what is asked of the requesting State"
    for finding in owed:
        form.rest_on(finding)
    form.box("Terms and conditions", ("Proposed", form.said(form.letter.terms, what, path="letter.terms")))
    form.box("Reply", ("Wished for by", reply_by(form)))
    annexes_and_signature(form)
    for finding in owed:
        if finding.is_unknown:
            form.settle("consultation is owed", finding)
    return form.draft(", ".join(dict.fromkeys(f.citation for f in owed if not f.is_no)))


def _means_to_postpone(form: Form, case: Request) -> bool:
    """Whether the case is about a postponement: its reply says so, or it has no reply and postponement is open."""
    if isinstance(case, AssistanceCase):
        return case.reply is not None and case.reply.kind is ReplyKind.POSTPONEMENT
    return isinstance(case, ConfiscationCase) and form.report.answer("postponement").finding.is_yes


def _occasion(form: Form, case: Request, grounds: tuple[Ground, ...]) -> Iterator[tuple[str, str]]:
    header, by = form.report.header, art(40, 28)
    if not grounds:
        meant = "postponing it, since it interferes with proceedings of its own [Art. 40(27)]"
    else:
        meant = f"refusing it on {_following(grounds)}"
    yield "Intention", f"{header.requested} has received {form.request} and is considering {meant}."
    if isinstance(case, ExtraditionCase):
        yield (
            "Invitation",
            f"{header.requesting} is invited to give its opinions and information on what it alleges [Art. 37(17)].",
        )
    else:
        yield (
            "Invitation",
            f"Before that it invites {header.requesting} to consult on whether terms and conditions would help [{by}].",
        )


def refusal(
    form: Form, case: PreservationCase | AssistanceCase | ConfiscationCase, grounds: tuple[Ground, ...]
) -> Draft:
    """Return a refusal with its reasons, taken from the finding on each ground; none on a ground that is not open."""
    meant = _stated(form, case, grounds)
    for ground in meant:
        _is_open(form, ground)
    owed, header = form.report.answer("reasons").finding, form.report.header
    opening(form, case)
    owes = owed.is_yes and not owed.turns_on
    duty = f", as it must [{_cited(owed, art(40, 25))}]" if owes else ""
    what = "the part of the request that is refused, where that is not the whole"
    part = form.said(form.letter.extent, what, path="letter.extent", optional=True)
    in_part = form.letter.extent is not None
    of_it, rest = ("a part of ", " It does not refuse the rest.") if in_part else ("", "")
    said = (
        f"{header.requested} refuses {of_it}{form.request}, on {_following(meant)}.{rest} It gives its reasons{duty}."
    )
    form.box("Decision", ("Refusal", said), ("Extent", part))
    form.box("Reasons in law", lists=ground_lists(form, meant))
    facts = form.said(form.letter.reasons, "the facts behind each ground, in your own words", path="letter.reasons")
    form.box("Reasons in fact", ("Reasons", facts))
    _consultation_before(form, case, meant)
    annexes_and_signature(form)
    form.settle("reasons must be given for refusing", owed)
    return form.draft(", ".join(dict.fromkeys(_findings(form, ground)[0].citation for ground in meant)))


def _consultation_before(form: Form, case: Request, grounds: tuple[Ground, ...]) -> None:
    owed = [finding for ground in grounds if not (finding := _must_consult(case, ground)).is_no]
    if owed:
        _consulted(form, case, owed[0])


_CONSULTING = (art(50, 3), art(40, 27), art(40, 28))
"""What bears on a consultation itself, among all that a contested reading of it cites."""


def _consulted(form: Form, case: Request, owed: Finding) -> None:
    """Add that the two States have consulted, and on which day; that they have not holds the document up."""
    reply = case.reply if isinstance(case, AssistanceCase | ConfiscationCase) else None
    by_case, letter, header = None if reply is None else reply.consulted, form.letter, form.report.header
    held = letter.consulted if letter.consulted is not None else True if letter.consulted_on else by_case
    on, act = letter.consulted_on, f"{header.requested} consulted {header.requesting}"
    day = "" if on is None else f" on {day_words(on)}"
    first = f"Before this decision {act}{day} on terms on which the request could be met [{art(40, 28)}]."
    whether = f"whether {act}, before this decision, on terms on which the request could be met"
    what = f"{whether}; as it has not yet, send the invitation to consult first" if held is False else whether
    provisions = [one for one in owed.authority if one in _CONSULTING]
    said = form.said(first if held else None, what, *provisions, path="letter.consulted")
    form.box("Consultation", ("Consultation", said))
    form.rest_on(owed)
    if by_case is False and held:
        form.note(f"The file says that the two States have not consulted, and they must before this [{owed.citation}]")
    form.settle("consultation is owed before", owed)


def postponement(form: Form, case: AssistanceCase | ConfiscationCase) -> Draft:
    """Return a postponement; none where the article does not open it."""
    open_now, header = form.report.answer("postponement").finding, form.report.header
    form.require(open_now, "postponement is open")
    opening(form, case)
    form.box(
        "Decision",
        ("Postponement", f"{header.requested} postpones assistance on {form.request} [Art. 40(27)]."),
    )
    form.box("Ground", lists=(Points((form.item(open_now),)),))
    what = "the proceeding with which assistance interferes, as far as it can be told"
    form.box("Reasons in fact", ("Reasons", form.said(form.letter.reasons, what, path="letter.reasons")))
    until = form.said(form.letter.until, "until when assistance is put off", path="letter.until", optional=True)
    form.box("Until", ("Until", until))
    owed = form.report.answer("consultation-postponement").finding
    _consulted(form, case, owed)
    annexes_and_signature(form)
    taken_over = "" if isinstance(case, AssistanceCase) else f"{art(50, 3)}, "
    return form.draft(f"{taken_over}{art(40, 27)}, {art(40, 28)}")
