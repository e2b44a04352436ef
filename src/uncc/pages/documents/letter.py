"""What a document says beyond the case: reference, day, addressee, signature, and what only its author can say."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import field, frozen
from attrs.validators import optional

from uncc.cooperation import Authority, Contact, OnwardTransfer
from uncc.kernel.dates import a_date
from uncc.kernel.declared import typed
from uncc.kernel.model import Model
from uncc.kernel.values import a_text, some_texts

__all__ = ["Letter"]


def _text() -> Any:
    return field(default=None, validator=optional(a_text))


@frozen(kw_only=True, field_transformer=typed)
class Letter(Model):
    """What the author of a document adds to the case file; whatever is absent is marked in the draft as a gap.

    - `reference`: the number of the document in the file of its author; a request takes that of the case.
    - `made_on`: the day of the document; a request takes that of the case.
    - `signatory`: who signs the document, with name and office.
    - `sent_on`: the day on which it was sent, where that was not the day of the document.
    - `requested_authority`: the authority of the requested State, which a case file does not name.
    - `contact`: who answers questions on the document, and when; with the time zone.
    - `reasons`: the facts behind a refusal, a postponement, an extension, an arrest or a notice, in the author's words.
    - `terms`: the terms and conditions that are proposed in a consultation, asked for in an authorization, or set for
      what is transmitted.
    - `consulted`: whether the two States have consulted before a refusal or a postponement, on terms and conditions.
    - `consulted_on`: the day on which they did.
    - `reply_by`: the day until which an answer is wished for.
    - `until`: the last day of the preservation, of the extension, or of the postponement, that is meant.
    - `follows_by`: the day by which the request for extradition is to follow a request for provisional arrest.
    - `onward`, `recipient`: an onward transfer of personal data that is intended, and to whom.
    - `confidentiality`: what a request requires to be kept confidential, where its case has no place for that.
    - `translation`: the translation that goes with a request, and who vouches for it.
    - `authenticity`: how the other State can establish that a request is authentic.
    - `certification`: the form in which what is furnished is to be certified, or is.
    - `transmission`: the way in which what is furnished is to be sent, or is.
    - `use_limitation`: a limit on the use of what is furnished, beside that of the Convention or in its place.
    - `information`: the additional information that is asked for, point by point.
    - `transmitted`: what is transmitted, item by item, each with what tells it apart, such as a hash value.
    - `extent`: what of a request is withdrawn: the whole of it, or a part; of a refusal, the part that is refused.
    - `annexes`: what is attached, each by its name.
    """

    reference: str | None = _text()
    made_on: date | None = field(default=None, validator=optional(a_date))
    sent_on: date | None = field(default=None, validator=optional(a_date))
    requested_authority: Authority | None = None
    contact: Contact | None = None
    signatory: str | None = _text()
    reasons: str | None = _text()
    terms: str | None = _text()
    consulted: bool | None = None
    consulted_on: date | None = field(default=None, validator=optional(a_date))
    reply_by: date | None = field(default=None, validator=optional(a_date))
    until: date | None = field(default=None, validator=optional(a_date))
    follows_by: date | None = field(default=None, validator=optional(a_date))
    onward: OnwardTransfer | None = None
    recipient: str | None = _text()
    confidentiality: str | None = _text()
    translation: str | None = _text()
    authenticity: str | None = _text()
    certification: str | None = _text()
    transmission: str | None = _text()
    use_limitation: str | None = _text()
    information: tuple[str, ...] = field(default=(), validator=some_texts)
    transmitted: tuple[str, ...] = field(default=(), validator=some_texts)
    extent: str | None = _text()
    annexes: tuple[str, ...] = field(default=(), validator=some_texts)
