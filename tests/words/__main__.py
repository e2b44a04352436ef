"""Write the register of words anew; what has changed is then seen in the difference."""

from __future__ import annotations

from tests.words.register import CHAPTERS, REGISTER, entries, written

REGISTER.mkdir(exist_ok=True)
for chapter in CHAPTERS:
    blocks = (written(chapter, name) for name in entries(chapter))
    (REGISTER / f"{chapter}.txt").write_text("\n".join(filter(None, blocks)), encoding="utf-8")
