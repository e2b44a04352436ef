__version__: str

from uncc.cases.verbs import (
    conformity as conformity,
    grounds as grounds,
    may_refuse as may_refuse,
    must_consult as must_consult,
    must_give_reasons as must_give_reasons,
)
from uncc.cases.assessment import assess as assess, duties as duties
from uncc.cases.report import Report as Report
from uncc.cases.preservation import PreservationCase as PreservationCase
from uncc.cases.assistance_case import AssistanceCase as AssistanceCase
from uncc.cases.extradition import ExtraditionCase as ExtraditionCase
from uncc.cases.confiscation import ConfiscationCase as ConfiscationCase
from uncc.cooperation.all_grounds import (
    AssistancePosition as AssistancePosition,
    Ground as Ground,
    Position as Position,
)
from uncc.cooperation.particulars import Offence as Offence
from uncc.cooperation.art35_principles import (
    Cooperation as Cooperation,
    UnderlyingConduct as UnderlyingConduct,
    cooperation_is_open as cooperation_is_open,
    dual_criminality_satisfied as dual_criminality_satisfied,
)
from uncc.cooperation.art37_extradition.request import (
    ExtraditionPosition as ExtraditionPosition,
    ExtraditionRelation as ExtraditionRelation,
    ExtraditionRequest as ExtraditionRequest,
)
from uncc.cooperation.art37_extradition.extraditable import is_extraditable as is_extraditable
from uncc.cooperation.art37_extradition.refusal import ExtraditionDecision as ExtraditionDecision
from uncc.cooperation.art37_extradition.prosecution import must_submit_case as must_submit_case
from uncc.cooperation.art40_assistance.request import AssistanceRequest as AssistanceRequest
from uncc.cooperation.art42_preservation.request import PreservationRequest as PreservationRequest
from uncc.cooperation.art42_preservation.measure import PreservationMeasure as PreservationMeasure
from uncc.cooperation.art42_preservation.duration import preservation_window as preservation_window
from uncc.cooperation.art42_preservation.expiry import preservation_expiry as preservation_expiry
from uncc.confiscation.art50_requests.request import ConfiscationRequest as ConfiscationRequest
from uncc.confiscation.art50_requests.refusal import ConfiscationPosition as ConfiscationPosition
from uncc.doors.interview import Interview as Interview
from uncc.doors.serial import (
    from_json as from_json,
    load_case as load_case,
    to_json as to_json,
)
from uncc.kernel.errors import (
    DocumentError as DocumentError,
    InvalidProvision as InvalidProvision,
    InvalidValue as InvalidValue,
    UnccError as UnccError,
    UnsettledError as UnsettledError,
)
from uncc.kernel.facts import Fact as Fact
from uncc.kernel.findings import (
    Finding as Finding,
    Truth as Truth,
)
from uncc.kernel.formula import Formula as Formula
from uncc.kernel.ready import clear_caches as clear_caches
from uncc.kernel.parties import (
    AssistanceTreaty as AssistanceTreaty,
    Relation as Relation,
    Reservation as Reservation,
    State as State,
    StateParty as StateParty,
)
from uncc.kernel.provisions import (
    Provision as Provision,
    art as art,
)
from uncc.questions.columns import (
    Column as Column,
    decide_columns as decide_columns,
)
from uncc.cases.differences import diff as diff
from uncc.questions.exploration import explore as explore
from uncc.questions.switching import what_if as what_if
from uncc.readings import Readings as Readings
