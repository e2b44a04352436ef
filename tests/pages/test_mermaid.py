"""A finding as a Mermaid diagram: the tree of its explanation, and no mark of its own out of what is said."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from tests.effort import effort
from tests.formulas import AUTHORITY, findings, leaf
from uncc.kernel.explanation import lines
from uncc.kernel.findings import Finding, all_of, derived
from uncc.pages import finding_mermaid, visible
from uncc.testing import texts

BOX = re.compile(r'^    n(?P<number>\d+)(?:\("(?P<leaf>[^"]*)"\)|\["(?P<limb>[^"]*)"\])$')
ARROW = re.compile(r"^    n(\d+) --> n(\d+)$")
SAFE = re.compile(r"(?:[\w .,:()\[\]/']|#\d+;)*")
HOSTILE = (
    '"]; click n0 call alert(1)', "<script>alert(1)</script>", "`**bold**`", "end", "%%{init: {}}%%",
    "a\n    n0 --> n9", "#quot;", "&lt;b&gt;", "$$x$$", "1. one - two", "\u202eturned",
)  # fmt: skip


def parse(diagram: str) -> tuple[dict[int, str], dict[int, int]]:
    """Return the text of each box as it is shown, and for each box the one from which its arrow comes."""
    first, *rest = diagram.splitlines()
    assert first == "flowchart LR"
    boxes: dict[int, str] = {}
    above: dict[int, int] = {}
    for line in rest:
        if arrow := ARROW.match(line):
            above[int(arrow[2])] = int(arrow[1])
            continue
        box = BOX.match(line)
        assert box, line
        coded = box["leaf"] or box["limb"] or ""
        assert SAFE.fullmatch(coded), coded
        boxes[int(box["number"])] = unescape(re.sub(r"#(\d+);", r"&#\1;", coded))
    return boxes, above


@given(findings(readings=True))
@effort(100)
def test_every_line_of_the_explanation_has_a_box(finding: Finding) -> None:
    """Boxes in the order of the tree, each with its answer and words, each below the box of which it is a limb."""
    boxes, above = parse(finding_mermaid(finding))
    told = list(lines(finding))
    depth = {0: 0}
    for number, line in enumerate(told):
        answer = "" if line.truth is None else f"{line.truth.name}: "
        assert boxes[number] == f"{answer}{line.words}"
        if number:
            depth[number] = depth[above[number]] + 1
    assert list(boxes) == list(range(len(told)))
    assert sorted(above) == list(range(1, len(told)))


@given(texts() | st.sampled_from(HOSTILE), texts() | st.sampled_from(HOSTILE))
@effort(300)
def test_nothing_that_is_said_is_a_mark(words: str, subject: str) -> None:
    """Any words stand in their box, and there are just the boxes and arrows of the tree."""
    finding = all_of(words, AUTHORITY, leaf("alpha", True, subject), derived(None, words, AUTHORITY))
    boxes, above = parse(finding_mermaid(finding))
    assert above == {1: 0, 2: 0}
    assert boxes[0] == visible(f"UNKNOWN: {words} [Art. 42(4)]")


def test_facts_have_round_boxes_and_limbs_square_ones() -> None:
    """By hand, with an arrow from the limb to the fact."""
    finding = all_of("all <of> it", AUTHORITY, leaf("alpha", None))
    assert finding_mermaid(finding).splitlines() == [
        "flowchart LR",
        '    n0["UNKNOWN: all #60;of#62; it [Art. 42(4)]"]',
        '    n1("UNKNOWN: alpha holds [Art. 42(3)(a)]")',
        "    n0 --> n1",
    ]
