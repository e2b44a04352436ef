from uncc.general.art02_crime_and_property import *
from uncc.general.art02_systems_and_data import *
from uncc.general.art03_scope import *
from uncc.general.art04_other_conventions import *
from uncc.general.art05_sovereignty import *
from uncc.general.art06_human_rights import *
