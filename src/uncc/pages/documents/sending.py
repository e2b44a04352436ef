"""How a request is made and answered: its language, its channel, what is certified, what may be done with the answer.

Art. 40(12) to (14) say how a request is made and sent, Art. 40(19) what may be done with what is furnished; a request
for the purposes of confiscation takes them over (Art. 50(3)). Certification and a contact are things of practice.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from attrs import evolve

from uncc.cases import AssistanceCase, ConfiscationCase, EarlierPreservation
from uncc.cooperation import Authority, Channel, RequestForm, paragraph_applies, preservation_expiry
from uncc.kernel.dates import deadline_of
from uncc.kernel.provisions import art
from uncc.pages.documents.form import Form
from uncc.pages.documents.texts import contact_lines, deadline_words
from uncc.pages.page import Entry

__all__ = ["contact_box", "earlier_preservation", "personal_data", "sending_boxes", "use_limitation"]

_CHANNELS = MappingProxyType(
    {
        Channel.CENTRAL_AUTHORITY: "To the central authority of {} [Art. 40(12)(d)]",
        Channel.DIPLOMATIC: "Through diplomatic channels, as {} requires [Art. 40(12)(d)]",
        Channel.INTERPOL: "Through Interpol, in urgent circumstances, to {} [Art. 40(12)(d)]",
        Channel.OTHER: None,
    }
)
_FORMS = MappingProxyType(
    {
        RequestForm.WRITTEN: "In writing [Art. 40(13)]",
        RequestForm.RECORDED: "By a means that produces a written record [Art. 40(13)]",
        RequestForm.ORAL: "In confirmation of what was asked orally [Art. 40(13)]",
    }
)


def sending_boxes(form: Form, case: AssistanceCase | ConfiscationCase) -> None:
    """Add the boxes on language, transmission, certification and use, and on whoever answers questions."""
    form.box("Language and translation", *_language(form, case))
    form.box("Mode of transmission", *_transmission(form, case))
    form.box("Certification", *_certification(form))
    form.box("Use limitation", *use_limitation(form, case))
    contact_box(form, case.request.conducting_authority, case.request.authority)


def _language(form: Form, case: AssistanceCase | ConfiscationCase) -> Iterator[Entry]:
    sent = case.request.transmission
    what = f"the language of the request, which must be acceptable to {case.requested.state.name}"
    said = form.said(sent.language, what, art(40, 13), path="request.transmission.language")
    accepted = f", which {case.requested.state.name} accepts [Art. 40(13)]"
    yield "Language", f"{said}{accepted if sent.language and sent.language_acceptable else ''}"
    what = "the translation that goes with the request, and who vouches for it"
    yield "Translation", form.said(form.letter.translation, what, path="letter.translation", optional=True)


def _transmission(form: Form, case: AssistanceCase | ConfiscationCase) -> Iterator[Entry]:
    sent, requested = case.request.transmission, case.requested.state.name
    words = None if sent.channel is None else _CHANNELS[sent.channel]
    channel = None if words is None else words.format(requested)
    path = "request.transmission.channel"
    yield "Channel", form.said(channel, "the channel, which must be one that is open", art(40, 12, "d"), path=path)
    made = None if sent.form is None else _FORMS[sent.form]
    yield "Form", form.said(made, "the form of the request", art(40, 13), path="request.transmission.form")
    what = "how what is furnished is to be sent, if possible in electronic form and secured"
    wish = form.said(form.letter.transmission, what, art(40, 14), path="letter.transmission", optional=True)
    yield "Of what is furnished", wish


def _certification(form: Form) -> Iterator[Entry]:
    what = f"how {form.report.header.requested} can establish that the request is authentic"
    yield "Of this request", form.said(form.letter.authenticity, what, art(40, 13), path="letter.authenticity")
    what = "the form in which what is furnished must be certified, so that it can be used as evidence"
    said = form.said(form.letter.certification, what, path="letter.certification", optional=True)
    yield "Of what is furnished", said


def use_limitation(form: Form, case: AssistanceCase | ConfiscationCase) -> Iterator[Entry]:
    """Yield what the requesting State may do with what is furnished, and what the letter says beside that.

    Where the two States' own treaty governs in place of the paragraph, the letter must say what that provides.
    """
    treaty = case.treaty if isinstance(case, AssistanceCase) else case.position.treaty
    applies = paragraph_applies(art(40, 19), treaty=treaty).under(case.readings)
    asking, asked = case.requesting.state.name, case.requested.state.name
    if applies.is_no:
        what = "the limits of use under the treaty that governs between the two States"
        yield "Use", form.said(form.letter.use_limitation, what, art(40, 7), path="letter.use_limitation")
        return
    bound = (
        f"{asking} uses what is furnished only in the proceedings that the request states, and passes it on for no "
        f"others, unless {asked} has consented before [Art. 40(19)]."
    )
    but = (
        f"What is exculpatory to an accused person {asking} may disclose in its own proceedings: it notifies {asked} "
        "before, or without delay after where that was not possible [Art. 40(19)]."
    )
    yield "Use", f"{bound}\n{but}"
    what = "a further limit on the use"
    yield "Beside that", form.said(form.letter.use_limitation, what, path="letter.use_limitation", optional=True)


def personal_data(form: Form) -> Iterator[Entry]:
    """Yield what holds of personal data that are transferred."""
    asking, asked = form.report.header.requesting, form.report.header.requested
    kept = f"{asking} keeps personal data that it receives under effective and appropriate safeguards [Art. 36(2)]."
    onward = (
        f"It transfers them to a third country or an international organization only where {asked}, notified and "
        "asked, has authorized that [Art. 36(3)]."
    )
    yield "Personal data", f"{kept}\n{onward}"


def earlier_preservation(form: Form, case: AssistanceCase) -> None:
    """Add the box of the preservation that came before the request, with its last day; none where none came."""
    earlier = case.preservation
    if earlier is None:
        return
    reference = form.said(earlier.reference, "its reference", path="preservation.reference", optional=True)
    place = "preservation.measure.effected_on"
    since = form.said(earlier.measure.effected_on, "the day from which the data are preserved", path=place)
    form.box(
        "Earlier preservation",
        ("Request", reference),
        ("Preserved from", since),
        ("Last day", _last_day(form, case, earlier)),
    )


def _last_day(form: Form, case: AssistanceCase, earlier: EarlierPreservation) -> str:
    """Return the last day of the period, and whether the later request holds the data beyond it."""
    alone = evolve(
        earlier.measure, assistance_requested=False, assistance_requested_on=None, decided=None, decided_on=None
    )
    ends = deadline_of(preservation_expiry(alone, regime=earlier.regime).under(case.readings))
    path, what = "preservation.measure.period_days", "the last day of the preservation"
    said = form.said(None if ends is None else deadline_words(ends), what, art(42, 8), path=path, optional=True)
    held = form.report.answer("pending-decision").finding.is_yes
    return (
        f"{said}\nThe data stay preserved beyond it until the later request is decided [Art. 42(8)]." if held else said
    )


def contact_box(form: Form, *above: Authority | None) -> None:
    """Add the box of whoever answers questions, with the time zone: practice, for letters that cross many of them.

    Without a contact in the letter it is that of the first authority above that has one, which stands above.
    """
    own = form.letter.contact
    other = next((one.contact for one in above if one is not None and one.contact is not None), None)
    stands = None if other is None else "As stated for the authority above."
    lines = "\n".join(line for line in contact_lines(own) if not line.startswith("Time zone: ")) or stands
    contact, where = own or other, "letter.contact"
    if contact is None:
        what = "whom to ask about this document, at what hours, and in which time zone"
        form.box("Contact and time zone", ("Contact", form.said(None, what, path=where, optional=True)))
        return
    named_by = form.said(lines, "whom to ask about this document", path=where, optional=True)
    zone = form.said(contact.time_zone, "the time zone of the contact", path=f"{where}.time_zone", optional=True)
    form.box("Contact and time zone", ("Contact", named_by), ("Time zone", zone))
