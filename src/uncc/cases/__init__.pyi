from uncc.cases.verbs import *
from uncc.cases.assessment import *
from uncc.cases.report import *
from uncc.cases.record import Entry as Entry, Record as Record
from uncc.cases.status import *
from uncc.cases.stands import *
from uncc.cases.membership import *
from uncc.cases.dockets import *
from uncc.cases.happenings import *
from uncc.cases.matter import *
from uncc.cases.changes import *
from uncc.cases.differences import *
from uncc.cases.preservation import PreservationCase as PreservationCase
from uncc.cases.assistance_case import *
from uncc.cases.extradition import Enclosures as Enclosures, ExtraditionCase as ExtraditionCase
from uncc.cases.confiscation import ConfiscationCase as ConfiscationCase
from uncc.cases.domestic_law import (
    ArticleReport as ArticleReport,
    DomesticLaw as DomesticLaw,
    LawReport as LawReport,
    ProvisionReport as ProvisionReport,
)
