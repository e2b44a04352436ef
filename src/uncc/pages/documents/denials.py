"""What is not so, as a plain sentence: the statement of a fact, denied."""

from __future__ import annotations

import re
from types import MappingProxyType

__all__ = ["denied"]

_AUXILIARY = ("is", "are", "was", "were", "can", "may", "must", "will", "would")
_DO = MappingProxyType(
    {"agree": "do not agree", "allow": "do not allow", "went": "did not go", "has": "does not have"}
    | {"identifies": "does not identify", "took": "did not take"}
)
_LEXICAL = (
    "binds|conforms|describes|details|estimates|fills|gives|interferes|involves|names|opens|receives|requires|says|"
    "serves|specifies|states|sums|threatens|wishes"
)
_VERB = re.compile(rf"\b(?:(?P<auxiliary>{'|'.join(_AUXILIARY)})|{'|'.join(_DO)}|{_LEXICAL})\b")
_BASES = MappingProxyType({"specifies": "specify", "wishes": "wish"})
_INVOLVED = re.compile(r"^(?:every|each|what|whoever|not)\b|\b(?:that|which|who|whose)\b")
"""A subject with such a word may have a verb of its own, or take another sense when its verb is denied."""
_OF_ANY, _NOR = re.compile(r"^an? "), re.compile(r", or (?=by |in )")
_LAWS = "the laws on the protection of personal data that apply to the transferring State"
_OF_THEIR_OWN = MappingProxyType(
    {
        f"{_LAWS} allow it to provide the data": f"{_LAWS} do not allow it to provide the data",
        "every other condition of its domestic law and of applicable extradition treaties is met": (
            "another condition of its domestic law or of an applicable extradition treaty is not met"
        ),
    }
)


def denied(statement: str) -> str:
    """Return a statement denied; one whose subject is too involved to deny its verb is denied as a whole.

    >>> denied("the request says what the proceeding is about")
    'the request does not say what the proceeding is about'
    >>> denied("what is sought is evidence")
    'the following does not hold: what is sought is evidence'
    """
    if statement in _OF_THEIR_OWN:
        return _OF_THEIR_OWN[statement]
    verb = _VERB.search(statement)
    if _OF_ANY.match(statement):
        return f"no {_OF_ANY.sub('', statement)}"
    if verb is None or _INVOLVED.search(statement[: verb.start()]):
        return f"the following does not hold: {statement}"
    return f"{statement[: verb.start()]}{_not(verb)}{_NOR.sub(', nor ', statement[verb.end() :])}"


def _not(verb: re.Match[str]) -> str:
    word = verb[0]
    if verb["auxiliary"]:
        return f"{word} not"
    return _DO.get(word) or f"does not {_BASES.get(word, word.removesuffix('s'))}"
