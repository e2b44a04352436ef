"""Chapter IX, final provisions: who takes part, from when, between whom, and what else binds them."""

from uncc.kernel.faces import face

__getattr__, __dir__ = face(__name__)
