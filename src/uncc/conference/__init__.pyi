from uncc.conference.art57_conference import *
from uncc.conference.art57_first_session import *
from uncc.conference.art58_secretariat import *
