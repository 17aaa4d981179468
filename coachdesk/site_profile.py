"""A site profile: one file that sets up a laptop for a temporary jobcentre.

It holds the settings that a site may have for itself, the site's own plan for when somebody is in danger, and what the
site can refer people to. An administrator lays it beside the policy, or a coach opens it in the window where the policy
lets them. A file with a mistake is refused whole.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from coachdesk.i18n import _
from coachdesk.paths import PROFILE
from coachdesk.policy.checking import PolicyProblem
from coachdesk.policy.policy import Value
from coachdesk.policy.reading import kept, located, own_problems, table_of

if TYPE_CHECKING:
    from coachdesk.provision import Provision

LARGEST: Final = 256 * 1024
"""Bytes of the largest file that is looked at."""

_PARTS: Final[Mapping[str, type]] = {
    "name": str,
    "made_on": date,
    "settings": dict,
    "safety_plan": dict,
    "provision": list,
}
_PLAN: Final[Mapping[str, type]] = {"text": str, "date": date, "agreed_by": str}


@dataclass(frozen=True, slots=True)
class SafetyPlan:
    """The site's own plan for when somebody is in danger, as the site wrote it.

    Attributes:
        dated: the day on which it was agreed, where the file says so.
        agreed_by: who agreed it.
    """

    text: str
    dated: date | None = None
    agreed_by: str = ""


@dataclass(frozen=True, slots=True)
class SiteProfile:
    """What a profile sets.

    Attributes:
        name: what it is for, as whoever wrote it says.
        made_on: the day on which it was written; None where it does not say.
        provision: what the site can refer people to, before what the country has.
    """

    name: str
    made_on: date | None = None
    settings: Mapping[str, Value] = field(default_factory=dict)
    safety_plan: SafetyPlan | None = None
    provision: "tuple[Provision, ...]" = ()


def load_profile(text: str) -> SiteProfile | tuple[PolicyProblem, ...]:
    """The profile in the text of a file, or every mistake in it."""
    given = table_of(text)
    if isinstance(given, PolicyProblem):
        return (given,)
    problems = [*_wrong(given, _PARTS)]
    settings, plan = given.get("settings", {}), given.get("safety_plan")
    if isinstance(settings, dict):
        problems += own_problems(settings)
    if isinstance(plan, dict):
        problems += _wrong(plan, _PLAN)
    provision, wrong = _provision(given.get("provision"))
    problems += wrong
    name = given.get("name")
    if (isinstance(name, str) and not name.strip()) or name is None:
        problems.append(PolicyProblem("profile.no-name", "name", _("Say in one line which site the profile is for.")))
    if problems or not isinstance(settings, dict) or not isinstance(name, str):
        return located(problems, text)
    made_on = given.get("made_on")
    dated = made_on if isinstance(made_on, date) else None
    return SiteProfile(name.strip(), dated, kept(settings), _plan(plan), provision)


def _plan(plan: object) -> SafetyPlan | None:
    if not isinstance(plan, dict):
        return None
    return SafetyPlan(plan["text"].strip(), plan.get("date"), plan.get("agreed_by", ""))


def _provision(given: object) -> "tuple[tuple[Provision, ...], list[PolicyProblem]]":
    """The rows, and all that is wrong with them. A profile without any, as at most sites, loads nothing for it."""
    if not isinstance(given, list):
        return (), []
    from coachdesk.interviews.problems import Problem
    from coachdesk.provision import rows_of

    rows: list[Provision] = []
    problems: list[PolicyProblem] = []
    for each in rows_of(given, name=PROFILE):
        if isinstance(each, Problem):
            problems.append(PolicyProblem(each.code, each.place, each.text))
        else:
            rows.append(each)
    return tuple(rows), problems


def _wrong(given: Mapping[str, object], parts: Mapping[str, type]) -> Iterator[PolicyProblem]:
    for name, value in given.items():
        if name not in parts:
            text = _("There is no such part. These are: {parts}.").format(parts=", ".join(parts))
            yield PolicyProblem("profile.unknown", name, text)
        elif type(value) is not parts[name]:
            yield PolicyProblem("profile.type", name, _wanted(parts[name]))
    if parts is _PLAN and not str(given.get("text", "")).strip():
        yield PolicyProblem("profile.no-plan", "safety_plan", _("Its text is missing."))


def _wanted(kind: type) -> str:
    if kind is str:
        return _("Text in quotes is needed.")
    if kind is list:
        return _("A list of tables is needed: a line [[provision]] before each.")
    return _("A day is needed, as in 2026-12-01.") if kind is date else _("A table is needed.")
