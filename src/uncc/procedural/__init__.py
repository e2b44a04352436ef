"""Chapter IV, procedural measures and law enforcement: one module for each article."""

from uncc.kernel.faces import face

__getattr__, __dir__ = face(__name__)
