"""The figures of the proof: `python -m tests.proof`."""

from __future__ import annotations

import sys

from tests.proof.figures import figures

if __name__ == "__main__":
    sys.stdout.write("".join(f"{line}\n" for line in figures().lines()))
