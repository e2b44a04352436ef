r"""A finding as a Mermaid diagram: a flowchart from the answer to the facts on which it rests.

>>> from uncc.kernel.findings import all_of, derived
>>> from uncc.kernel.provisions import art
>>> print(finding_mermaid(all_of("it may be executed", art(42, 4), derived(True, "it was received", art(42, 4)))))
flowchart LR
    n0["YES: it may be executed [Art. 42(4)]"]
    n1("YES: it was received [Art. 42(4)]")
    n0 --> n1
<BLANKLINE>
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from uncc.kernel.findings import Finding
from uncc.pages.page import Point
from uncc.pages.trees import tree
from uncc.pages.words import visible

__all__ = ["finding_mermaid"]

_PLAIN = frozenset(" .,:()[]/'")
_LEAF, _LIMB = ('("', '")'), ('["', '"]')


def finding_mermaid(finding: Finding) -> str:
    """Return a finding as a Mermaid flowchart: limbs in square boxes, facts in round ones.

    Each box says its answer in words. Whatever a statement says is shown and none of it is taken for Mermaid or HTML.
    """
    return "\n".join(("flowchart LR", *(f"    {line}" for line in _lines(_numbered(tree(finding)))))) + "\n"


def _numbered(root: Point) -> list[tuple[int | None, Point]]:
    """Return the points in the order of the tree, each with the number of the one above it."""
    found: list[tuple[int | None, Point]] = []

    def walk(one: Point, above: int | None) -> None:
        number = len(found)
        found.append((above, one))
        for below in one.below:
            walk(below, number)

    walk(root, None)
    return found


def _lines(points: Sequence[tuple[int | None, Point]]) -> Iterator[str]:
    for number, (above, one) in enumerate(points):
        opening, closing = _LIMB if one.below else _LEAF
        yield f"n{number}{opening}{_text(one)}{closing}"
        if above is not None:
            yield f"n{above} --> n{number}"


def _text(one: Point) -> str:
    lead = one.label if one.answer is None else f"{one.answer.name}:"
    cited = f"[{one.cited}]" if one.cited else ""
    return _coded(visible(" ".join(part for part in (lead, one.words, cited) if part)))


def _coded(text: str) -> str:
    """Return a text with each character that is no letter, digit or harmless mark as Mermaid's code for it."""
    return "".join(
        character if character.isalnum() or character in _PLAIN else f"#{ord(character)};" for character in text
    )
