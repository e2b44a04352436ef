"""Confiscation, one subject in two chapters: Art. 31 at home, Arts. 49 to 52 in cooperation."""

from uncc.kernel.faces import face

__getattr__, __dir__ = face(__name__)
