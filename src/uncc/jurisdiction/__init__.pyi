from uncc.jurisdiction.art22_bases import *
from uncc.jurisdiction.art22_duty_to_establish import *
from uncc.jurisdiction.art22_consultation import *
