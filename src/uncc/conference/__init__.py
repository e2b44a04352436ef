"""Chapter VIII, mechanism of implementation: the Conference of the States Parties and its secretariat."""

from uncc.kernel.faces import face

__getattr__, __dir__ = face(__name__)
