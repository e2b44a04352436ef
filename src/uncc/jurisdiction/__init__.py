"""Chapter III, jurisdiction: one article, in parts."""

from uncc.kernel.faces import face

__getattr__, __dir__ = face(__name__)
