"""What one asks of a case: one question, by a verb, or everything at once, by `assess(case)`."""

from uncc.kernel.faces import face

__getattr__, __dir__ = face(__name__)
