__version__: str

from uncc.cases import (
    AssistanceCase as AssistanceCase,
    ExtraditionCase as ExtraditionCase,
    PreservationCase as PreservationCase,
    Report as Report,
    assess as assess,
)
from uncc.cooperation import (
    AssistancePosition as AssistancePosition,
    AssistanceRequest as AssistanceRequest,
    Cooperation as Cooperation,
    ExtraditionRequest as ExtraditionRequest,
    Ground as Ground,
    Position as Position,
    PreservationMeasure as PreservationMeasure,
    PreservationRequest as PreservationRequest,
    assistance_conformity as assistance_conformity,
    assistance_grounds as assistance_grounds,
    conformity as conformity,
    cooperation_is_open as cooperation_is_open,
    dual_criminality_satisfied as dual_criminality_satisfied,
    grounds as grounds,
    is_extraditable as is_extraditable,
    may_refuse as may_refuse,
    may_refuse_assistance as may_refuse_assistance,
    may_refuse_extradition as may_refuse_extradition,
    must_submit_case as must_submit_case,
    preservation_expiry as preservation_expiry,
    preservation_window as preservation_window,
)
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
from uncc.kernel.parties import (
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
from uncc.questions.difference import diff as diff
from uncc.questions.exploration import explore as explore
from uncc.readings import Readings as Readings
