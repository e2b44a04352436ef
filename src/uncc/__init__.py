"""The United Nations Convention against Cybercrime as typed Python: reasoned, cited, three-valued answers.

This module is the face of the library: what a newcomer needs. Everything else is imported from where the
Convention has it: `uncc.cooperation`, `uncc.procedural`, and so on.

>>> import uncc
>>> print(uncc.art(42, 6).article_title)
International cooperation for the purpose of expedited preservation of stored electronic data
"""

from uncc.kernel import __version__ as __version__
from uncc.kernel.faces import face

__getattr__, __dir__ = face(__name__)
