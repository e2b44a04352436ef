"""Write the register of words anew; what has changed is then seen in the difference."""

from __future__ import annotations

from tests.words.register import CHAPTERS, REGISTER, modules, written

REGISTER.mkdir(exist_ok=True)
for chapter in CHAPTERS:
    text = "\n".join(written(module) for module in modules(chapter))
    (REGISTER / f"{chapter}.txt").write_text(text, encoding="utf-8")
