from uncc.jurisdiction.art22_bases import *
from uncc.jurisdiction.art22_establishing import *
from uncc.jurisdiction.art22_consultation import *
