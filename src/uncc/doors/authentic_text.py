"""The authentic text of the Convention, as somebody brings it: the words of each provision, held against fingerprints.

No sentence of the treaty ships with this library. `Text.read` takes the text as people have it: a PDF saved as text,
the depositary's copy, a document in Markdown. In English every provision is checked; a text in another of the six
languages in which the Convention is authentic is found by its numbering and not checked.

>>> from uncc.kernel.provisions import art
>>> text = Text(language=Language.ENGLISH, passages=(Passage(art(65, 1), "Other words."),))
>>> text[art(65, 1)], len(text.missing())
('Other words.', 485)
>>> print(*(one for one in text.departures() if one.provision == art(65, 1)))
Art. 65(1): its words are not those of the text as adopted (10 letters for 306)
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any

from attrs import field, frozen

from uncc.doors.finding_text import found_in
from uncc.doors.fingerprints import Piece, letters, pieces
from uncc.doors.parsing import read_text, refuse_halves, refuse_length
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import DocumentError, Fault, InvalidValue, UnknownName
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision, addresses

__all__ = ["Departure", "Language", "Passage", "Text"]

_SCRIPTS = (("CJK", "zh"), ("ARABIC", "ar"), ("CYRILLIC", "ru"))
_MODALS = re.compile(r"\b(?:(?P<en>shall)|(?P<fr>doit|doivent|des)|(?P<es>deberá|podrá|los))\b", re.IGNORECASE)
_SAMPLE = 20_000


class Language(Enum):
    """A language in which the Convention is authentic. The value is its code in ISO 639-1. Source: Art. 68(2)."""

    ARABIC = "ar"
    CHINESE = "zh"
    ENGLISH = "en"
    FRENCH = "fr"
    RUSSIAN = "ru"
    SPANISH = "es"

    @property
    def words(self) -> str:
        """The name of the language in English."""
        return self.name.capitalize()


@frozen(field_transformer=typed)
class Passage(Model):
    """Words of one provision: those before its parts, or those that close it after them."""

    provision: Provision
    words: str
    closes: bool = False


@frozen(field_transformer=typed)
class Departure(Model):
    """Where a text departs from the text as adopted: the provision, and what is other there."""

    provision: Provision
    what: str

    def __str__(self) -> str:
        return f"{self.provision}: {self.what}"


def _in_order(_: object, attribute: Any, value: tuple[Passage, ...]) -> None:
    known = [(piece.provision, piece.closes) for piece in pieces()]
    stated = [(passage.provision, passage.closes) for passage in value]
    if stated != [one for one in known if one in set(stated)]:
        raise InvalidValue(attribute.name, stated[0], "the beginning of passages in the order of the text, each once")


@frozen(kw_only=True, field_transformer=typed)
class Text(Model):
    """The text of the Convention in one language: its passages in order, as far as they were found.

    - `set_aside`: lines that stood in the midst of it and are none of its own, such as the heads of pages.
    """

    language: Language
    passages: tuple[Passage, ...] = field(validator=_in_order)
    set_aside: tuple[str, ...] = ()

    @classmethod
    def read(cls, path: Path, language: Language | None = None) -> Text:
        """Return the text that a file holds; errors as for `of`, and for a file that cannot be read."""
        return cls.of(read_text(path), language)

    @classmethod
    def of(cls, content: str, language: Language | None = None) -> Text:
        """Return the text that stands in a longer one, in a language that is told by its words where none is given.

        `DocumentError` where fewer than nine in ten of the addresses are found, or where it is English and fewer than
        half of them have the words of the text as adopted.
        """
        refuse_length(content)
        refuse_halves(content)
        if content.startswith("%PDF"):
            raise _fault("is a PDF: save it as text first, by `pdftotext` or from the reader")
        some, heads = found_in(content)
        passages = tuple(Passage(one.piece.provision, one.words, one.piece.closes) for one in some)
        aside = dict.fromkeys((*heads, *(line for one in some for line in one.left_out)))
        text = cls(language=language or _language(content), passages=passages, set_aside=tuple(aside))
        text._refuse_another()
        return text

    def _refuse_another(self) -> None:
        count, right = len(addresses()), len(self._right())
        found = count - len(self.missing())
        if found < count * 9 // 10:
            raise _fault(f"is not the text of the Convention: of its {count} addresses {found} are found")
        if self.is_checked and right < count // 2:
            raise _fault(f"is not the Convention's text in English: {right} of {count} addresses have its words")

    def _right(self) -> set[Provision]:
        """Return the addresses whose words are those of the text as adopted."""
        return {*addresses()} - {one.provision for one in self._departures()}

    @property
    def is_checked(self) -> bool:
        """Whether the words can be checked: those in English can."""
        return self.language is Language.ENGLISH

    def missing(self) -> tuple[Provision, ...]:
        """Return the addresses that were not found, in the order of the text."""
        there = {passage.provision for passage in self.passages}
        return tuple(one for one in addresses() if one not in there)

    def departures(self) -> tuple[Departure, ...]:
        """Return where the text departs from the text as adopted, in its order: what is missing, or has other words.

        Of a text that is not checked only what is missing is told. Marks, blanks and capitals do not count as words.
        """
        return tuple(self._departures())

    def _departures(self) -> Iterator[Departure]:
        said = {(one.provision, one.closes): letters(one.words) for one in self.passages}
        for piece in pieces():
            found = said.get((piece.provision, piece.closes))
            what = _missing(piece) if found is None else _other(piece, found) if self.is_checked else ""
            if what:
                yield Departure(piece.provision, what)

    def __contains__(self, provision: object) -> bool:
        return any(True for _ in self._of(provision))

    def __getitem__(self, provision: Provision) -> str:
        """Return the words of a provision with those of its parts, each part on a line of its own, after its number.

        `UnknownName`, a `KeyError`, where the text has none.
        """
        if provision not in self:
            raise UnknownName("words of the text", str(provision))
        return "\n".join(_lines(provision, self._of(provision)))

    def _of(self, provision: object) -> Iterator[Passage]:
        return (one for one in self.passages if isinstance(provision, Provision) and provision.contains(one.provision))


def _lines(whole: Provision, passages: Iterable[Passage]) -> Iterator[str]:
    """Yield passages as lines; the number of a provision without words of its own stands before that of its part."""
    before = ""
    for one in passages:
        number = "" if one.closes or one.provision == whole else _number(one.provision.steps[-1])
        label = f"{before} {number}".strip()
        if one.words:
            yield f"{label} {one.words}".strip()
        before = "" if one.words else label


def _number(step: str) -> str:
    return f"{step}." if step.isdigit() else f"({step})"


def _missing(piece: Piece) -> str:
    return "is not found" if not piece.closes else "its closing words are not found"


def _other(piece: Piece, found: str) -> str:
    if piece.fits(found):
        return ""
    whose = "its closing words" if piece.closes else "its words"
    other = ", as many" if len(found) == piece.length else f" for {piece.length}"
    return f"{whose} are not those of the text as adopted ({len(found)} letters{other})"


def _language(content: str) -> Language:
    """Return the language of a text: by its letters, or by words that are frequent in each."""
    sample = "".join(filter(str.isalpha, content))[:_SAMPLE]
    scripts = Counter(unicodedata.name(one, "").split()[0] for one in sample)
    for script, code in _SCRIPTS:
        if scripts[script] > len(sample) // 3:
            return Language(code)
    modals = Counter(str(found.lastgroup) for found in _MODALS.finditer(content))
    return Language(modals.most_common(1)[0][0]) if modals else Language.ENGLISH


def _fault(message: str) -> DocumentError:
    return DocumentError([Fault("document", message)])


checked(__name__)
