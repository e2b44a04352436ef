"""A duty in a sentence, and as a point with its reasons."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from uncc.kernel.dates import Deadline
from uncc.kernel.duties import Duty, Modality, Promptness
from uncc.kernel.roles import Role
from uncc.pages.called import UNNAMED, Called
from uncc.pages.page import Page, Point
from uncc.pages.trees import aside, one_tree, reasons
from uncc.pages.words import cited

__all__ = ["below_duty", "duty_page", "duty_point", "duty_words", "softened", "who"]

_ENCOURAGED = MappingProxyType({Role.STATES_PARTIES: "are encouraged to"})


def duty_words(duty: Duty, names: Called, *, short: bool = False) -> str:
    """Return a duty in a sentence: who, how strongly, how soon and what, without its day and its provisions.

    `short` leaves out the words that soften it.
    """
    encouraged = duty.modality is Modality.ENCOURAGED
    when = f" {duty.deadline.value}" if isinstance(duty.deadline, Promptness) else ""
    verb = _ENCOURAGED.get(duty.bearer, "is encouraged to") if encouraged else duty.modality.words
    return f"{who(duty.bearer, names)} {verb}{when} {duty.act_in_question}{'' if short else softened(duty)}"


def softened(duty: Duty) -> str:
    """Return the words of the text that soften a duty, in brackets."""
    return f" ({'; '.join(duty.qualifications)})" if duty.qualifications else ""


def who(role: Role, names: Called) -> str:
    """Return a role, with the name of the State that has it."""
    return f"T{names.who(role)[1:]}"


def duty_point(duty: Duty, names: Called) -> Point:
    """Return a duty as a point: the sentence, and why it does not arise; aside, why it does."""
    until = f"; until {duty.deadline.on}" if isinstance(duty.deadline, Deadline) else ""
    words = f"{duty_words(duty, names)}{until}"
    towards = (Point(duty.towards.words, label="Towards:", aside=True),) if duty.towards else ()
    return Point(words, cited=cited(duty.authority), below=(*towards, *below_duty(duty, names)))


def below_duty(duty: Duty, names: Called) -> Iterator[Point]:
    """Yield why a duty arises, aside; or why it does not, or why that is not determined."""
    yield from (aside(duty.trigger, names),) if duty.trigger.is_yes else reasons(duty.trigger, names)


def duty_page(duty: Duty) -> Page:
    """Return a duty as a page."""
    return one_tree(duty_point(duty, UNNAMED))
