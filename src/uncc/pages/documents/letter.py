"""What a document says beyond the case: reference, day, addressee, signature, and what only its author can say."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen
from attrs.validators import optional

from uncc.cooperation import Authority, OnwardTransfer
from uncc.kernel.dates import a_date
from uncc.kernel.declared import typed
from uncc.kernel.model import Model
from uncc.kernel.values import a_text, some_texts

__all__ = ["Letter"]


@frozen(kw_only=True, field_transformer=typed)
class Letter(Model):
    """What the author of a document adds to the case file; whatever is absent is marked in the draft as a gap.

    - `reference`, `made_on`, `signatory`: of the document itself; a request takes the first two from the case.
    - `requested_authority`: the authority of the requested State, which a case file does not name.
    - `reasons`: the facts behind a refusal, a postponement, an extension or a notice, in the author's own words.
    - `terms`: the terms and conditions that are proposed in a consultation, or asked for in an authorization.
    - `consulted_on`: the day of the consultation that came before; `reply_by`: until when an answer is wished for.
    - `until`: the last day of the extension, or of the postponement, that is meant.
    - `onward`, `recipient`: an onward transfer of personal data that is intended, and to whom.
    - `confidentiality`: what a request for the purposes of confiscation requires to be kept confidential.
    - `annexes`: what is attached, each by its name.
    """

    reference: str | None = field(default=None, validator=optional(a_text))
    made_on: date | None = field(default=None, validator=optional(a_date))
    requested_authority: Authority | None = None
    signatory: str | None = field(default=None, validator=optional(a_text))
    reasons: str | None = field(default=None, validator=optional(a_text))
    terms: str | None = field(default=None, validator=optional(a_text))
    consulted_on: date | None = field(default=None, validator=optional(a_date))
    reply_by: date | None = field(default=None, validator=optional(a_date))
    until: date | None = field(default=None, validator=optional(a_date))
    onward: OnwardTransfer | None = None
    recipient: str | None = field(default=None, validator=optional(a_text))
    confidentiality: str | None = field(default=None, validator=optional(a_text))
    annexes: tuple[str, ...] = field(default=(), validator=some_texts)
