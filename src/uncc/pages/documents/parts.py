"""The boxes that documents have in common, in the order of the forms that practitioners know."""

from __future__ import annotations

from collections.abc import Iterator

from uncc.cases import AssistanceCase, ConfiscationCase, ExtraditionCase, PreservationCase, Request
from uncc.cooperation import Authority, DataItem, Endpoint, Offence, is_convention_offence, is_serious_offence
from uncc.kernel.declared import not_one_of
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.pages.documents.form import Form
from uncc.pages.documents.texts import contact_lines, in_line, period_words
from uncc.pages.page import Entry
from uncc.pages.words import cited
from uncc.readings import Readings

__all__ = [
    "annexes_and_signature",
    "confidentiality",
    "confidentiality_asked",
    "confidentiality_told",
    "data_entries",
    "date_and_reference",
    "offence",
    "operational_authority",
    "parties",
    "procedure",
    "reply_by",
    "says_so",
    "subject",
    "urgency",
]


def date_and_reference(form: Form) -> None:
    """Add the box that tells the document from others: its day and its reference, by which a request is answered."""
    kind = form.kind
    whose = "request" if kind.is_the_request else "letter"
    day = form.said(form.dated, "the day of this document", path=f"{whose}.made_on")
    reference = form.letter.reference or (form.report.header.reference if kind.is_the_request else None)
    what = "the reference of this request" if kind.asks else f"the reference of the {kind.sender.words}"
    own = form.said(reference, what, path=f"{whose}.reference", optional=not kind.asks)
    form.box("Date and reference", ("Date", day), ("Own reference", own))


def parties(form: Form, case: Request, *needed: Provision) -> None:
    """Add a box for each of the two States: who asks, and who is asked, each with how to reach them."""
    header, authority, asks = form.report.header, case.request.authority, form.kind.asks
    place, what = "request.authority", "the authority that makes the request"
    form.box(
        "Requesting authority",
        ("State", header.requesting),
        _name(form, authority, what, place, *needed),
        *_functions(form, authority, what, place),
        _contact_of_asking(form, case) if asks and not _others(form, case) else _contact(form, authority, what, place),
    )
    authority, place = form.letter.requested_authority, "letter.requested_authority"
    what = "the competent authority of the requested State"
    to_it = form.kind.sender is Role.REQUESTING_STATE
    addressed = "The competent authority" if to_it else None
    form.box(
        "Requested authority",
        ("State", header.requested),
        _name(form, authority, what, place, optional=to_it, otherwise=addressed),
        *_functions(form, authority, what, place),
        _contact(form, authority, what, place),
    )


def _others(form: Form, case: Request) -> bool:
    """Whether a document names somebody to ask beside the authority that makes the request."""
    conducting = _conducting(case)
    known = (form.letter.contact, None if conducting is None else conducting.contact)
    return any(tuple(contact_lines(one)) for one in known)


def _conducting(case: Request) -> Authority | None:
    match case:
        case PreservationCase():
            return case.request.operational_authority
        case AssistanceCase() | ConfiscationCase():
            return case.request.conducting_authority
        case ExtraditionCase():
            return None
    raise not_one_of("case", case, Request)


def _name(  # noqa: PLR0913  # as a blank needs it
    form: Form,
    authority: Authority | None,
    what: str,
    path: str,
    *needed: Provision,
    optional: bool = False,
    otherwise: str | None = None,
) -> Entry:
    name = None if authority is None else authority.name
    said = form.said(name, what, *needed, path=f"{path}.name", optional=optional, otherwise=otherwise)
    return "Authority", said


def _functions(form: Form, authority: Authority | None, what: str, path: str, *needed: Provision) -> Iterator[Entry]:
    """Yield the functions of an authority, where a provision asks for them or they are known, and its file."""
    functions = None if authority is None else authority.functions
    if functions or needed:
        yield "Functions", form.said(functions, f"the functions of {what}", *needed, path=f"{path}.functions")
    if authority is not None and authority.reference:
        yield "File", authority.reference


def _contact(form: Form, authority: Authority | None, what: str, path: str) -> Entry:
    lines = None if authority is None else "\n".join(contact_lines(authority.contact))
    return "Contact", form.said(lines or None, f"how to reach {what}", path=f"{path}.contact", optional=True)


def _contact_of_asking(form: Form, case: Request) -> Entry:
    """Return whom to ask back where nobody else is named; for electronic evidence the network has somebody."""
    authority, state = case.request.authority, case.requesting.state.name
    lines = None if authority is None else "\n".join(contact_lines(authority.contact))
    in_network = isinstance(case, PreservationCase | AssistanceCase)
    point = f"The 24/7 point of contact of {state} [Art. 41(1)]" if in_network else None
    what, path = "an e-mail for questions, best of the 24/7 point of contact", "request.authority.contact.email"
    return "Contact", form.said(lines or None, what, path=path, optional=in_network, otherwise=point)


def operational_authority(form: Form, authority: Authority | None, path: str, *needed: Provision) -> None:
    """Add the box of the authority that investigates, with its functions; without a provision it is practice."""
    what = "the authority that conducts the investigation or proceeding"
    form.box(
        "Operational authority",
        _name(form, authority, what, path, *needed, optional=not needed),
        *_functions(form, authority, what, path, *needed),
        _contact(form, authority, what, path),
    )


def offence(
    form: Form,
    stated: Offence | None,
    readings: Readings,
    path: str,
    *needed: Provision,
    pursued_by: Authority | None = None,
) -> None:
    """Add the box of the facts and the offence: a summary of the facts, its name, its legal basis, its penalty.

    `pursued_by`: the authority that investigates it, or conducts the proceeding on it, where the box is to say so.
    """
    known = stated or Offence(title="an offence")
    pursued = f"The offence is the subject of an investigation or proceeding that {{}} conducts [{cited(needed)}]."
    form.box(
        "Facts and offence",
        (
            "Summary of facts",
            form.said(known.summary_of_facts, "a summary of the facts", *needed, path=f"{path}.summary_of_facts"),
        ),
        ("Offence", form.said(stated and stated.title, "the offence", *needed, path=f"{path}.title")),
        *(() if pursued_by is None else (("Pursued", pursued.format(in_line(pursued_by.name))),)),
        (
            "Domestic law",
            form.said(
                known.domestic_law,
                "the provisions of the requesting State's law, in their text or annexed",
                path=f"{path}.domestic_law",
                optional=True,
            ),
        ),
        (
            "Maximum penalty",
            form.said(known.maximum_penalty, "the maximum penalty", path=f"{path}.maximum_penalty", optional=True),
        ),
        (
            "Under the Convention",
            form.said(
                _nature(form, known, readings), "what the offence is under the Convention", art(35, 1), path=path
            ),
        ),
    )


def _nature(form: Form, stated: Offence, readings: Readings) -> str | None:
    established, serious = is_convention_offence(stated).under(readings), is_serious_offence(stated).under(readings)
    form.rest_on(established if established.is_yes else serious)
    if established.is_yes:
        return f"An offence established in accordance with the Convention [{established.citation}]"
    if serious.is_yes:
        return f"A serious crime [{serious.citation}]"
    return "Neither of those to which the Convention applies" if established.is_no and serious.is_no else None


_IDENTIFYING = frozenset({"Reference", "Made on"})
"""Without these a letter does not tell which request it is about."""


def subject(form: Form) -> None:
    """Add the box that says which request a reply is about."""
    header = form.report.header
    named = (
        ("Reference", header.reference, "the reference of the request, or that it has none", "request.reference"),
        ("Made on", header.made_on, "the day on which it was made", "request.made_on"),
        ("Received on", header.received_on, "the day on which it was received", "request.received_on"),
        ("Offence", header.offence, "the offence", "request.offence"),
    )
    form.box(
        "Request",
        *(
            (label, form.said(value, what, path=path, optional=label not in _IDENTIFYING))
            for label, value, what, path in named
        ),
    )


def data_entries(
    form: Form,
    data: tuple[DataItem, ...],
    *needed: Provision,
    path: str = "request.data",
    what: str = "the stored electronic data, by account, address and period",
) -> Iterator[Entry]:
    """Yield the data that a request names, each with what tells them apart; a blank for `what` where it names none."""
    if not data:
        yield "Data", form.said(None, what, *needed, path=path)
    for number, item in enumerate(data, 1):
        yield f"Data {number}, {item.category.words}", item.description
        yield from (("", line) for line in _item_lines(item))
        relation = f"the relation of data {number} to the offence"
        place = f"{path}[{number - 1}].relation_to_offence"
        said = form.said(item.relation_to_offence, relation, *needed, path=place, optional=not needed)
        yield "", f"Relation to the offence: {said}"


def _item_lines(item: DataItem) -> Iterator[str]:
    if item.accounts:
        yield f"Accounts: {'; '.join(map(in_line, item.accounts))}"
    if item.endpoints:
        yield f"Addresses: {'; '.join(map(_endpoint, item.endpoints))}"
    if item.period is not None:
        yield f"Period: {period_words(item.period)}"


def _endpoint(endpoint: Endpoint) -> str:
    port = "" if endpoint.port is None else f", port {endpoint.port}"
    seen = "" if endpoint.seen_at is None else f", at {endpoint.seen_at:%Y-%m-%d %H:%M:%S} UTC"
    return f"{endpoint.address}{port}{seen}"


def reply_by(form: Form) -> str:
    """Return the day by which an answer is wished for: practice, since the Convention sets none."""
    what = "the day by which an answer is wished for"
    return form.said(form.letter.reply_by, what, path="letter.reply_by", optional=True)


def urgency(
    form: Form,
    words: str | None,
    path: str = "request.urgency",
    *,
    is_needed: bool = False,
    otherwise: str | None = None,
) -> None:
    """Add the box on urgency: needed where the request takes a way that is open in urgent circumstances alone."""
    what = "how urgent it is and why" if is_needed else "how urgent it is and why, or that it is not"
    said = form.said(words, what, path=path, optional=not is_needed, otherwise=otherwise)
    form.box("Urgency", ("Urgency", said))


def confidentiality(form: Form, case: Request, words: str | None, path: str, *by: Provision) -> None:
    """Add the box on confidentiality, which the requesting State may ask for: that it does so, and its own words."""
    what = "why this request is to be kept confidential, and until when; if it is not, take this box out"
    said = form.said(words, what, *by, path=path, optional=True)
    stated = (("Confidentiality", confidentiality_asked(form, case)), ("In particular", said))
    form.box("Confidentiality", *(stated if words else (("Confidentiality", said),)))


def says_so(words: str | None, *, stated: bool | None) -> bool:
    """Whether a case asks for something: it states that, or its author has words on it and does not deny it."""
    return stated is True or (stated is None and words is not None)


def procedure(form: Form, words: str | None, *, wanted: bool | None) -> Iterator[Entry]:
    """Yield the procedure that is to be followed: that one is wished for, and which; or that none is."""
    d, none_wanted = art(40, 15, "d"), "None in particular is wished for." if wanted is False else None
    what = "a particular procedure that is wished for, or that none is"
    details = form.said(words or none_wanted, what, d, path="request.procedure")
    if says_so(words, stated=wanted):
        yield "Procedure", f"{form.report.header.requesting} wishes a particular procedure to be followed [{d}]."
        yield "Details", details
    else:
        yield "Procedure", details


def confidentiality_asked(form: Form, case: Request) -> str:
    """Return that the requesting State asks for confidentiality, as the provision has it on which it can."""
    asking, asked = form.report.header.requesting, form.report.header.requested
    match case:
        case PreservationCase():
            kept = "that the request be kept confidential and that the user not be notified"
            return f"{asking} asks {kept} [{art(42, 3, 'g')}]."
        case AssistanceCase() | ConfiscationCase():
            kept = (
                "to keep the fact and the substance of the request confidential, unless its execution needs otherwise"
            )
            return f"{asking} requires {asked} {kept} [{art(40, 20)}]."
        case ExtraditionCase():
            return f"{asking} asks that the request be kept confidential."
    raise not_one_of("case", case, Request)


def confidentiality_told(form: Form, case: Request) -> Iterator[Entry]:
    """Yield what a request asks of confidentiality, as an answer to it tells that; nothing where it asks for none."""
    if isinstance(case, ExtraditionCase):
        return
    words = case.request.confidentiality
    needed = case.request.confidentiality_needed if isinstance(case, PreservationCase) else None
    if says_so(words, stated=needed):
        yield "Asked for", confidentiality_asked(form, case)
        if words:
            yield "In particular", words


_TO_SIGN = "." * 40
"""The line on which somebody signs: no file can say what stands there."""


def annexes_and_signature(form: Form) -> None:
    """Add the last boxes: on which reading it rests, what is attached, and who signs."""
    form.readings_box()
    annexes = form.letter.annexes
    listed = "\n".join(f"Annex {number}: {in_line(annex)}" for number, annex in enumerate(annexes, 1))
    form.box(
        "Annexes",
        (
            "Attached",
            form.said(listed or None, "what is attached, or that nothing is", path="letter.annexes", optional=True),
        ),
    )
    who = "name and function of whoever signs"
    state = form.report.header.requesting if form.kind.sender is Role.REQUESTING_STATE else form.report.header.requested
    form.box(
        "Signature",
        (f"For {state}", form.said(form.letter.signatory, who, path="letter.signatory")),
        ("Signature and seal", _TO_SIGN),
    )
