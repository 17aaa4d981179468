"""What the finding of the day of issue said, as far as anybody may read it on a screen: kept with an issued edition.

It is made from the finding's shown words alone, so that neither the name of a sealed matter nor a day of it can be in it.
"""

from dataclasses import dataclass

from coachdesk.i18n import plain_number
from coachdesk.requirements.finding import SEALED_CITATION, Easement, Finding

FOLLOW_UP = "follow_up"
"""The code of a warning whose own would tell what is sealed."""


@dataclass(frozen=True, slots=True)
class Against:
    """A circumstance that bore on what may be asked.

    Attributes:
        label: as a screen shows it; neutral where it is sealed.
        state: "in_force", "decision_due" or "declined".
    """

    label: str
    citation: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The finding in its shown form.

    Attributes:
        on: ISO 8601, the day that it is for.
        rules: file and version of each file of rules.
        group: code of the group; empty where no rules are held.
        cited: where the group and the hours are written.
        hours, search_hours: a week, as people write them; empty where there is no number.
        hours_decided: a coach decided them.
        search, availability, interviews, preparation: how each requirement stood; empty where no rules are held.
        against: what stood against them, in the order of the finding.
        warnings: codes, each once.
    """

    on: str
    rules: tuple[tuple[str, str], ...]
    group: str
    cited: tuple[str, ...]
    hours: str
    search_hours: str
    hours_decided: bool
    search: str
    availability: str
    interviews: str
    preparation: str
    against: tuple[Against, ...]
    warnings: tuple[str, ...]


def basis_of(finding: Finding) -> Basis:
    """The shown form of a finding."""
    hours = finding.expected_hours
    cited = (*finding.group_because, *hours.because)
    codes = (FOLLOW_UP if each.sealed else each.code for each in finding.warnings)
    return Basis(
        on=finding.on.isoformat(),
        rules=finding.rules,
        group=finding.group or "",
        cited=tuple(dict.fromkeys(each.citation for each in cited)),
        hours=plain_number(hours.hours) if hours.hours is not None else "",
        search_hours=plain_number(finding.search_hours) if finding.search_hours is not None else "",
        hours_decided=hours.decided,
        search=finding.search or "",
        availability=finding.availability or "",
        interviews=finding.interviews or "",
        preparation=finding.preparation or "",
        against=tuple(dict.fromkeys(_against(each) for each in finding.easements)),
        warnings=tuple(dict.fromkeys(codes)),
    )


def _against(easement: Easement) -> Against:
    """A sealed one says the same of itself whatever it is and whatever was decided."""
    if easement.sealed:
        return Against(easement.neutral_label, SEALED_CITATION, "")
    state = "in_force" if easement.in_force else "decision_due" if easement.due else "declined"
    return Against(easement.shown, easement.cited, state)
