"""The figures of the proof: `python -m tests.proof`."""

from __future__ import annotations

from tests.proof.figures import figures

if __name__ == "__main__":
    for line in figures().lines():
        print(line)
