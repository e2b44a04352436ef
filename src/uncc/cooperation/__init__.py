"""Chapter V, international cooperation: one module for each article, or for a part of a long one."""

from uncc.kernel.faces import face

__getattr__, __dir__ = face(__name__)
