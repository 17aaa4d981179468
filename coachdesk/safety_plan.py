"""The site's own plan for when somebody is in danger: of the machine, or of the site profile."""

import tomllib
from datetime import date
from pathlib import Path

from coachdesk.policy import Policy
from coachdesk.policy_file import PolicyPlaces, profiles
from coachdesk.site_profile import SafetyPlan


def read_safety_plan(folder: Path) -> SafetyPlan | None:
    """The plan in `safety-plan.toml` (text, date, agreed_by) or `safety-plan.md` of a machine's folder; None: missing.

    A TOML file with a mistake is shown as it stands: in danger, raw words are better than none.
    """
    for name in ("safety-plan.toml", "safety-plan.md"):
        text = _words(folder / name)
        if text:
            return _of_toml(text) if name.endswith(".toml") else SafetyPlan(text)
    return None


def safety_plan_here(where: PolicyPlaces, policy: Policy) -> SafetyPlan | None:
    """The plan that holds: of the machine's folder, of the profile that the coach opened, of the one that was laid."""
    plans = (read_safety_plan(where.machine), *(each.safety_plan for each in profiles(where, policy)))
    return next((each for each in plans if each is not None), None)


def _words(path: Path) -> str:
    try:
        return path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _of_toml(text: str) -> SafetyPlan:
    try:
        table: dict[str, object] = tomllib.loads(text)
    except (ValueError, RecursionError):
        return SafetyPlan(text)
    words, dated, agreed_by = table.get("text"), table.get("date"), table.get("agreed_by")
    if not isinstance(words, str) or not words.strip():
        return SafetyPlan(text)
    return SafetyPlan(
        words.strip(), dated if type(dated) is date else None, agreed_by if isinstance(agreed_by, str) else ""
    )
