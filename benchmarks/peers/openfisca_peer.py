"""The rule as variables of OpenFisca. Its explanation is the trace of the calculation."""

from __future__ import annotations

from typing import Any

import numpy
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from benchmarks.rule import FACTS

REQUEST = build_entity(key="request", plural="requests", label="a request for preservation", is_person=True)
PERIOD = "2028-03"


def want_of_dual_criminality(request: Any, period: Any) -> Any:
    """All four conditions of Art. 42(5)."""
    return (
        request("requires_dual_criminality", period)
        * request("reserved", period)
        * ~request("convention_offence", period)
        * request("doubts_dual_criminality", period)
    )


def discrimination(request: Any, period: Any) -> Any:
    """Either limb of Art. 40(22)."""
    return request("discriminatory_purpose", period) + request("discriminatory_prejudice", period)


def may_refuse(request: Any, period: Any) -> Any:
    """Any ground that Art. 42(5) or (6) opens."""
    return (
        request("want_of_dual_criminality", period)
        + request("essential_interests", period)
        + request("domestic_prohibition", period)
        + request("discrimination", period)
    )


COMPUTED = (want_of_dual_criminality, discrimination, may_refuse)


def _variable(name: str, **formula: Any) -> type[Variable]:
    """Return a variable of true or false; the system knows it by the name of its class."""
    kind = {"value_type": bool, "entity": REQUEST, "definition_period": DateUnit.ETERNITY, "label": name}
    return type(name, (Variable,), kind | formula)


def _system() -> TaxBenefitSystem:
    system = TaxBenefitSystem([REQUEST])
    system.add_variables(*(_variable(name) for name in FACTS))
    system.add_variables(*(_variable(formula.__name__, formula=formula) for formula in COMPUTED))
    return system


SYSTEM = _system()


def case(values: tuple[bool, ...]) -> dict[str, Any]:
    """Return a case in the form that the system takes."""
    facts = {name: {"ETERNITY": value} for name, value in zip(FACTS, values, strict=True)}
    return {"requests": {"one": facts}}


def answer(facts: dict[str, Any]) -> bool:
    """Return the answer alone."""
    return bool(SimulationBuilder().build_from_entities(SYSTEM, facts).calculate("may_refuse", PERIOD)[0])


def explained(facts: dict[str, Any]) -> list[Any]:
    """Return the trace of the calculation, at the head of which the answer stands."""
    simulation = SimulationBuilder().build_from_entities(SYSTEM, facts)
    simulation.trace = True
    simulation.calculate("may_refuse", PERIOD)
    return list(simulation.tracer.trees)


class Columns:
    """Many cases at once, with their facts given as columns."""

    def __init__(self, cases: list[tuple[bool, ...]]) -> None:
        self.simulation = SimulationBuilder().build_default_simulation(SYSTEM, count=len(cases))
        for name, column in zip(FACTS, zip(*cases, strict=True), strict=True):
            self.simulation.set_input(name, PERIOD, numpy.array(column, dtype=bool))

    def answers(self) -> Any:
        """Calculate anew, and return the column of answers."""
        for formula in COMPUTED:
            self.simulation.delete_arrays(formula.__name__)
        return self.simulation.calculate("may_refuse", PERIOD)
