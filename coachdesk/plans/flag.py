"""What is said where the plan and the finding do not go together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from coachdesk.requirements.facts import Limit


class FlagKind(StrEnum):
    """How much a flag weighs: MUST stops issuing, DISCRETION can be kept with a reason, the others are for a look."""

    MUST = "must"
    DISCRETION = "discretion"
    LIMIT = "limit"
    HOURS = "hours"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing to look at: a stable code, a whole sentence, and where it is written; neutral where it is sealed."""

    code: str
    text: str
    citation: str
    kind: FlagKind

    @property
    def cited(self) -> str:
        """The sentence with its source."""
        return f"{self.text.rstrip('.')} ({self.citation})." if self.citation else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What was declared or agreed about the person's limits.

    Attributes:
        declared: of the facts; one whose value is in words cannot be checked.
        times: ids of the presets that the person chose for the times that they can do.
        citation, travel_citation: where limits, and that of travel, are written.
    """

    declared: tuple[Limit, ...] = ()
    times: frozenset[str] = frozenset()
    citation: str = ""
    travel_citation: str = ""


@dataclass(frozen=True, slots=True)
class Flagged:
    """The flags of a plan: those of each action by its id, and those of the whole."""

    actions: Mapping[str, tuple[Flag, ...]] = field(default_factory=dict)
    whole: tuple[Flag, ...] = ()

    def of(self, action_id: str) -> tuple[Flag, ...]:
        """The flags of one action."""
        return self.actions.get(action_id, ())
