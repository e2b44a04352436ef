"""Chapter II, criminalization: one module for each article, and domestic law held against them."""

from uncc.kernel.faces import face

__getattr__, __dir__ = face(__name__)
