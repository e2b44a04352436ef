"""Days, periods and people as a letter writes them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from uncc.cooperation import Contact, Custodian
from uncc.kernel.dates import Deadline, Period

__all__ = ["contact_lines", "custodian_lines", "day_words", "deadline_words", "in_line", "period_words"]

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_words(on: date) -> str:
    """Return a day as a letter writes it, the same in every locale.

    >>> day_words(date(2028, 3, 9))
    '9 March 2028'
    """
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def period_words(period: Period) -> str:
    """Return a period in words, both days included."""
    return f"{day_words(period.start)} to {day_words(period.end)}, both days included"


def deadline_words(deadline: Deadline) -> str:
    """Return a day that a rule has counted out, with its provision."""
    return f"{day_words(deadline.on)} [{', '.join(map(str, deadline.authority))}]"


def in_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def contact_lines(contact: Contact | None) -> Iterator[str]:
    """Yield how to reach somebody, line by line."""
    if contact is None:
        return
    named = (
        ("", contact.name),
        ("Telephone: ", contact.telephone),
        ("E-mail: ", contact.email),
        ("Address: ", contact.address),
        ("Languages: ", contact.languages),
        ("Time zone: ", contact.time_zone),
    )
    yield from (f"{label}{in_line(words)}" for label, words in named if words)


def custodian_lines(custodian: Custodian) -> str:
    """Return who holds the data, and how to reach them."""
    return "\n".join((in_line(custodian.name), *contact_lines(custodian.contact)))
