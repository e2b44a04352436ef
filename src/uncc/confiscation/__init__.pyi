from uncc.confiscation.money import *
from uncc.cooperation.particulars import *
from uncc.confiscation.art31_confiscation.powers_and_bank_records import *
from uncc.confiscation.art31_confiscation.liability import *
from uncc.confiscation.art31_confiscation.asset_history import *
from uncc.confiscation.art31_confiscation.tracing import *
from uncc.confiscation.art31_confiscation.lawful_origin import *
from uncc.cooperation.art40_assistance.transmission import (
    Channel as Channel,
    RequestForm as RequestForm,
    Transmission as Transmission,
)
from uncc.confiscation.art49_recovery import *
from uncc.confiscation.art50_requests.execution import *
from uncc.confiscation.art50_requests.request import *
from uncc.confiscation.art50_requests.handling import *
from uncc.confiscation.art50_requests.refusal import *
from uncc.confiscation.art50_requests.reply import *
from uncc.confiscation.art50_requests.lifting import *
from uncc.confiscation.art51_special_cooperation import *
from uncc.confiscation.art52_return import *
