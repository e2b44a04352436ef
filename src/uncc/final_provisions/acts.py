"""What a participant can do by an act that the depositary receives."""

from __future__ import annotations

from enum import Enum

__all__ = ["Act"]


class Act(Enum):
    """What a participant has done. The value is its stable name in JSON and in tables."""

    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    """To the consent of a predecessor, under general international law: no instrument that counts."""
    DENUNCIATION = "denunciation"
    """Its day is that on which the notification was received. One that was taken back in time is left out."""
    RESERVATION = "reservation"
    """A reservation, or a declaration that the text treats as one, under a provision."""
    WITHDRAWAL = "withdrawal"
    """Of a reservation under a provision."""
    COMPETENCE = "competence"
    """An organization's declaration of the extent of its competence, or of a change in it."""
    NOTIFICATION = "notification"
    """Something that a provision asks to be told to the Secretary-General."""
    AMENDMENT = "amendment"
    """The deposit of an instrument of ratification, acceptance or approval of an amendment."""
    PROTOCOL = "protocol"
    """Its day is that on which the participant became a Party to a protocol."""
    DOMESTIC_APPROVAL = "domestic-approval"
    """By a parliament, say: of no effect between States until an instrument is deposited."""

    __hash__ = object.__hash__  # of a member there is one only: this is right, and several times faster than by name


CONFIRMING = (Act.RATIFICATION, Act.ACCEPTANCE, Act.APPROVAL)
"""The instruments that confirm a signature."""
INSTRUMENTS = (*CONFIRMING, Act.ACCESSION)
"""The instruments of consent that the Convention counts."""
UNDER_A_PROVISION = (Act.RESERVATION, Act.WITHDRAWAL, Act.NOTIFICATION)
ABOUT_A_TEXT = (Act.AMENDMENT, Act.PROTOCOL)
