"""What must hold of an answer to hostile input, whatever the input was."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Generator
from contextlib import contextmanager
from html.parser import HTMLParser
from io import BytesIO
from time import process_time
from typing import Any, TypeVar, cast
from zipfile import ZipFile

from uncc.doors.parsing import MOST_FAULTS
from uncc.doors.serial import from_json, to_json
from uncc.kernel.errors import DocumentError, Fault, shown

__all__ = ["comes_back", "docx_is_whole", "faults_are_told", "html_is_whole", "in_time", "is_visible"]

T = TypeVar("T")
SECONDS, SECONDS_PER_BYTE = 6.0, 0.0002
"""What any input can take of a processor, and what each of its bytes can take beside that."""
LONGEST_MESSAGE = 3_000
"""The longest message of one fault: what stood there is cut, and what would be right is a list of the library."""
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_ATTRIBUTES = {"class", "lang", "open", "scope", "tabindex", "charset", "name", "content", "href", "id"}
_VOID = {"meta"}
_TAGS = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "h4", "dl", "dt", "dd", "p", "ul", "li",
    "table", "thead", "tbody", "tr", "th", "td", "footer", "div", "details", "summary", "strong", "cite", "mark",
    "a", "section",
}  # fmt: skip
_IN_PAGE = re.compile("#?art-[0-9a-z-]+")
"""What leads from a citation to its provision on the same page: nothing of a case stands in it."""
_PLACE = re.compile(r"document|line \d+(, column \d+)?")


@contextmanager
def in_time(size: int) -> Generator[None]:
    """Check that what is done within takes no more of the processor than input of a size can."""
    started = process_time()
    yield
    taken = process_time() - started
    assert taken < SECONDS + SECONDS_PER_BYTE * size, f"{taken:.1f} s for {size} bytes"


def comes_back(value: T, model: type[T]) -> None:
    """Check that a value is equal, and written in the same bytes, after it was written and read."""
    text = to_json(value)
    again = from_json(text, model)
    assert again == value, "another value"
    assert to_json(again).encode() == text.encode(), "other bytes"


def is_visible(text: str, also: str = "\n") -> None:
    """Check that nothing in a text is unseen but what is allowed in it."""
    unseen = [character for character in text if unicodedata.category(character) in _UNSEEN and character not in also]
    assert not unseen, f"unseen: {unseen[:5]!r}"


def faults_are_told(error: DocumentError, document: Any = None) -> None:
    """Check that there are faults, not too many, each short; and, of a document that was parsed, at a place in it."""
    assert 1 <= len(error.faults) <= MOST_FAULTS + 1
    assert str(error)
    for fault in error.faults:
        assert fault.path
        assert fault.message
        assert len(str(fault)) <= LONGEST_MESSAGE, f"a message of {len(str(fault))} characters"
        if document is not None:
            assert _is_placed(fault, document), f"no such place: {fault}"


def _is_placed(fault: Fault, document: Any) -> bool:
    """Whether the path of a fault exists in the document, but for one key at its end that may be missing."""
    return _PLACE.fullmatch(fault.path) is not None or _leads_into(fault.path, document)


def _leads_into(path: str, node: object) -> bool:
    if not path:
        return True
    if isinstance(node, list):
        items = cast("list[object]", node)
        found = re.match(r"\[(\d+)\]\.?", path)
        return (
            found is not None and int(found[1]) < len(items) and _leads_into(path[found.end() :], items[int(found[1])])
        )
    if not isinstance(node, dict):
        return False
    for key, below in cast("dict[str, object]", node).items():
        for name in {key, shown(key)}:
            rest = path.removeprefix(name)
            ends = path.startswith(name) and rest[:1] in {"", ".", "["}
            if ends and _leads_into(rest.removeprefix("."), below):
                return True
    return re.fullmatch(r"[a-z_0-9]+", path) is not None


class _Reader(HTMLParser):
    """A reader that wants every tag to be one of ours, without a script, and closed in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in a tag that opens."""
        assert tag in _TAGS, tag
        assert all(name in _ATTRIBUTES for name, _ in attrs), attrs
        assert all(_IN_PAGE.fullmatch(said or "") for name, said in attrs if name in {"href", "id"}), attrs
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Take in a tag that closes the one that opened last."""
        assert self.open.pop() == tag, tag

    def handle_comment(self, data: str) -> None:
        """Take in a comment, of which there is none."""
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        """Take in an instruction, of which there is none."""
        raise AssertionError(data)


def html_is_whole(html: str) -> None:
    """Check that HTML has our tags only, each closed in its place, and nothing unseen."""
    is_visible(html)
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open, reader.open


def docx_is_whole(content: bytes) -> None:
    """Check that a DOCX file opens, and that its main part is XML that can be read."""
    from docx import Document

    with ZipFile(BytesIO(content)) as parts:
        assert parts.testzip() is None
    assert Document(BytesIO(content)).element is not None
