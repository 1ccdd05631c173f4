"""Everything about one subject: a state, a dyad, an organisation, a person or a theme."""

from ..evidence import Hits
from ..statement_lines import Told
from .numbers import Numbers, before, edge_of, in_period, lanes_of, numbers, on_days, per_period, spoken_of
from .said import about, by
from .subjects import KINDS, Subject, choices, dyad, facts, found_by, of_actor, roles
from .ties import acts, beside, by_kind, coded_as, company, partners, signs, with_partner

__all__ = [
    "KINDS", "Hits", "Numbers", "Subject", "Told",
    "about", "acts", "before", "beside", "by", "by_kind", "choices", "coded_as", "company", "dyad",
    "edge_of", "facts", "found_by", "in_period", "lanes_of", "numbers", "of_actor", "on_days", "partners",
    "per_period", "roles", "signs", "spoken_of", "with_partner",
]  # fmt: skip
