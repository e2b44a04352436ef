"""`python -m tests.saying_less [sort ...]`: how many things were left out of how many documents, and what moved."""

from __future__ import annotations

import sys

from tests.saying_less.documents import everything
from tests.saying_less.law import MOST_TOLD, look

DRAWN = 40
"""How many documents of each kind are drawn."""

if __name__ == "__main__":
    moved = 0
    for kind, documents in everything(DRAWN).items():
        if kind not in (sys.argv[1:] or [kind]):
            continue
        count = look(documents)
        moved += len(count.moved)
        sys.stdout.write("".join(f"{line}\n" for line in [count.line(kind), *map(str, count.moved[:MOST_TOLD])]))
    sys.exit(bool(moved))
