"""Chapter I, general provisions: one module for each article, two for the terms."""

from uncc.kernel.faces import face

__getattr__, __dir__ = face(__name__)
