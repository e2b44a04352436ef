"""Art. 40(12)(d), (13), (14): who receives requests for assistance, by which channel and in which form."""

from __future__ import annotations

from datetime import date
from enum import Enum

from attrs import evolve, field, fields, frozen
from attrs.validators import optional

from uncc.cooperation.art40_assistance.own_treaty import UNKNOWN_TREATY, paragraph_applies, under_paragraph
from uncc.kernel.dates import a_date
from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.duties import Duty, Promptness, encouraged, may, shall
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, given, read_off
from uncc.kernel.life import Event, Life, found, shown
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.kernel.quantities import fixed_day
from uncc.kernel.roles import Role
from uncc.kernel.values import a_text

__all__ = [
    "Channel",
    "RequestForm",
    "Transmission",
    "duties_on_transmission",
    "is_addressed_properly",
    "is_in_due_form",
]


class RequestForm(Enum):
    """The form in which a request is made. The value is its stable name in JSON."""

    WRITTEN = "written"
    RECORDED = "recorded"
    """By other means that can produce a written record."""
    ORAL = "oral"


class Channel(Enum):
    """The way by which a request reaches the requested State. The value is its stable name in JSON."""

    CENTRAL_AUTHORITY = "central-authority"
    DIPLOMATIC = "diplomatic"
    INTERPOL = "interpol"
    OTHER = "other"
    """Any other: straight to a court, to the police, to a service provider."""


@frozen(kw_only=True)
class Transmission(Facts, asked_of=Role.REQUESTED_STATE):
    """How a request is made and sent.

    `channel`, `form`: `None` where not known. `confirmed_on`: the day of the written confirmation of an oral request.

    - `channel`: the way by which the request was sent.
    - `form`: whether it was made in writing, orally or otherwise.
    - `language`: the language in which it is written.
    - `confirmed_on`: the day on which an oral request was confirmed in writing.
    """

    channel: Channel | None = None
    form: RequestForm | None = None
    language: str | None = field(default=None, validator=optional(a_text))
    confirmed_on: date | None = field(default=None, validator=optional(a_date))
    urgent: Fact = fact("the circumstances are urgent", art(40, 12, "d"), art(40, 13), asked_of=Role.REQUESTING_STATE)
    diplomatic_channels_required: Fact = fact(
        "the requested State requires that requests reach it through diplomatic channels", art(40, 12, "d")
    )
    interpol_agreed: Fact = fact("the two States agree that requests may pass through Interpol", art(40, 12, "d"))
    interpol_possible: Fact = fact(
        "it is possible to send the request through Interpol", art(40, 12, "d"), asked_of=Role.REQUESTING_STATE
    )
    recorded_means_possible: Fact = fact(
        "it was possible to use a means other than writing that produces a written record", art(40, 13)
    )
    oral_agreed: Fact = fact("the two States agree that urgent requests may be made orally", art(40, 13))
    confirmed_forthwith: Fact = fact("the oral request was confirmed in writing forthwith", art(40, 13))
    language_acceptable: Fact = fact("the request is in a language acceptable to the requested State", art(40, 13))
    authenticity_can_be_established: Fact = fact(
        "the request was made so that the requested State can establish that it is authentic", art(40, 13)
    )


T = fields(Transmission)


def is_addressed_properly(transmission: Transmission) -> Finding:
    """Whether the request took a channel that the article admits.

    The rule is the central authority. A State may require diplomatic channels instead. Interpol is open in urgent
    circumstances, where the two States agree and where it is possible.

    Source: Art. 40(12)(d).

    >>> is_addressed_properly(Transmission(channel=Channel.OTHER)).truth.name
    'NO'
    """
    return all_of("the request took a channel that is open to it", art(40, 12, "d"), *_channel(transmission))


def _channel(transmission: Transmission) -> tuple[Finding, ...]:
    statement = "the request went to the central authority, or by another channel that is open"
    match transmission.channel:
        case Channel.CENTRAL_AUTHORITY:
            return (~given(transmission, T.diplomatic_channels_required),)
        case Channel.DIPLOMATIC:
            return (given(transmission, T.diplomatic_channels_required),)
        case Channel.INTERPOL:
            return (
                given(transmission, T.urgent),
                given(transmission, T.interpol_agreed),
                given(transmission, T.interpol_possible),
            )
        case Channel.OTHER:
            return (read_off(transmission, T.channel, False, statement, art(40, 12, "d")),)  # the answer itself
        case None:
            return (read_off(transmission, T.channel, None, statement, art(40, 12, "d")),)
    raise not_one_of("channel", transmission.channel, Channel)


def is_in_due_form(transmission: Transmission) -> Finding:
    """Whether the request is made in the form, the language and the conditions that the article asks for.

    In writing, or where possible by other means that produce a written record; orally only in urgent circumstances,
    where the two States agree, and then confirmed in writing forthwith, for which the text counts no days.

    Source: Art. 40(13).

    >>> is_in_due_form(Transmission(form=RequestForm.ORAL, urgent=True, oral_agreed=False)).truth.name
    'NO'
    """
    urgency = (given(transmission, T.urgent),) if transmission.form is RequestForm.ORAL else ()
    return _in_due_form(transmission, urgency)


def _in_due_form(transmission: Transmission, urgency: tuple[Finding, ...]) -> Finding:
    return all_of(
        "the request is made in due form",
        art(40, 13),
        _form(transmission, urgency),
        given(transmission, T.language_acceptable),
        given(transmission, T.authenticity_can_be_established),
    )


def _form(transmission: Transmission, urgency: tuple[Finding, ...]) -> Finding:
    match transmission.form:
        case RequestForm.ORAL:
            return all_of(
                "the request may be made orally and was confirmed",
                art(40, 13),
                *urgency,
                given(transmission, T.oral_agreed),
                given(transmission, T.confirmed_forthwith),
            )
        case RequestForm.RECORDED:
            return given(transmission, T.recorded_means_possible)
        case RequestForm.WRITTEN | None:
            known = transmission.form is not None or None
            written = "the request is made in writing, or in another form that is open"
            return read_off(transmission, T.form, known, written, art(40, 13))
    raise not_one_of("form", transmission.form, RequestForm)


def transmission_limbs(transmission: Transmission) -> tuple[Finding, Finding]:
    """Return what channel and form must be, with urgency asked about once, since the two are asked for together."""
    oral, interpol = transmission.form is RequestForm.ORAL, transmission.channel is Channel.INTERPOL
    urgency = (given(transmission, T.urgent),) if oral and not interpol else ()
    return is_addressed_properly(transmission), _in_due_form(transmission, urgency)


def _confirmed(transmission: Transmission) -> Event:
    """Return that an oral request was confirmed in writing, on the day that is stated."""
    statement = "the oral request was confirmed in writing"
    if transmission.confirmed_on is None:
        return shown(transmission, T.confirmed_forthwith, statement, art(40, 13))
    on = fixed_day(transmission.confirmed_on, statement, art(40, 13))
    return evolve(shown(transmission, T.confirmed_on, statement, art(40, 13)), on=on)


def duties_on_transmission(
    transmission: Transmission, *, treaty: AssistanceTreaty = UNKNOWN_TREATY
) -> tuple[Duty, ...]:
    """What is owed or encouraged about the sending of a request?

    Source: Art. 40(12)(d), Art. 40(13), Art. 40(14).

    >>> [duty.modality.value for duty in duties_on_transmission(Transmission(form=RequestForm.ORAL))]
    ['shall', 'may', 'shall', 'encouraged']
    """
    oral = transmission.form is RequestForm.ORAL if transmission.form is not None else None
    return (
        shall(
            "send-to-central-authority",
            Role.REQUESTING_STATE,
            "send the request, and what is said about it, to the central authority that the other State designated",
            art(40, 12, "d"),
            paragraph_applies(art(40, 12, "d"), treaty=treaty),
            towards=Role.REQUESTED_STATE,
            qualifications=(
                "through diplomatic channels where the requested State so requires",
                "through Interpol where it is urgent, agreed and possible",
            ),
            life=Life(lasts=True, broken=found(~is_addressed_properly(transmission))),
        ),
        may(
            "require-diplomatic-channels",
            Role.REQUESTED_STATE,
            "require that requests, and what is said about them, reach it through diplomatic channels",
            art(40, 12, "d"),
            paragraph_applies(art(40, 12, "d"), treaty=treaty),
            towards=Role.REQUESTING_STATE,
            life=Life(done=found(given(transmission, T.diplomatic_channels_required))),
        ),
        shall(
            "confirm-in-writing",
            Role.REQUESTING_STATE,
            "confirm the oral request in writing",
            art(40, 13),
            under_paragraph(
                "an oral request is to be confirmed",
                art(40, 13),
                treaty,
                read_off(transmission, T.form, oral, "the request was made orally", art(40, 13)),
            ),
            towards=Role.REQUESTED_STATE,
            deadline=Promptness.FORTHWITH,
            life=Life(done=_confirmed(transmission), in_time=given(transmission, T.confirmed_forthwith)),
        ),
        encouraged(
            "use-electronic-form",
            Role.STATES_PARTIES,
            "send and receive requests, communications and evidence in electronic form",
            art(40, 14),
            paragraph_applies(art(40, 14), treaty=treaty),
            qualifications=(
                "where their laws do not prohibit it",
                "so that authenticity can be established and communications are secure",
            ),
        ),
    )


checked(__name__)
