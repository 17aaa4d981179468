"""What differs, in words for a review side by side: which record, which part of it, what stands on either side."""

from collections.abc import Callable, Mapping
from datetime import date, time
from types import MappingProxyType
from typing import Any

from coachdesk.diary.absence import KNOWN
from coachdesk.diary.appointment import AppointmentState
from coachdesk.diary.states import LABELS
from coachdesk.diary.ways import COMPANIONS, PREMISES, WAYS
from coachdesk.handover.bodies import Body
from coachdesk.i18n import N_, _, clock_time, short_date
from coachdesk.people.labels import NATIONS, NEEDS
from coachdesk.people.person import Nation, Need
from coachdesk.plans.labels import HAPPENED, IMPLEMENTS, OBSTACLE_OWNERS, PARTIES, PRIVACIES, RHYTHMS, STANDINGS

RECORDS: Mapping[str, str] = MappingProxyType(
    {
        "people": N_("Details of the person"),
        "circumstances": N_("Something that bears on what may be asked"),
        "discretions": N_("A decision"),
        "appointments": N_("Appointment"),
        "contact_rhythms": N_("How often to be in touch"),
        "interviews": N_("Interview"),
        "answers": N_("An answer"),
        "goals": N_("Goal"),
        "actions": N_("Action"),
        "action_outcomes": N_("What became of an action"),
        "handovers": N_("Something that was handed over"),
        "slips": N_("Slip about an appointment"),
        "commitments": N_("Commitment"),
        "commitment_entries": N_("What was said to a commitment"),
        "commitment_files": N_("File of a commitment"),
        "commitment_withdrawals": N_("A commitment was taken back"),
        "commitment_pasted": N_("Something that was pasted into the account"),
        "signatures": N_("Signature"),
        "holds": N_("Legal hold"),
    }
)
"""Message ids of the records, by table."""

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "given_name": N_("Given name"),
        "family_name": N_("Family name"),
        "preferred_name": N_("Name to use"),
        "date_of_birth": N_("Date of birth"),
        "nation": N_("Nation"),
        "phone": N_("Phone"),
        "contact_note": N_("How to reach them safely"),
        "interpreter_language": N_("Language of the interpreter"),
        "needs": N_("What they need of us"),
        "safe_address": N_("Safe address"),
        "safe_to_print": N_("Safe on paper"),
        "safe_to_send": N_("Safe by post or email"),
        "paper_name": N_("Name on paper"),
        "archived_at": N_("Left the caseload"),
        "text": N_("Words"),
        "language": N_("Language"),
        "why": N_("Why"),
        "by": N_("By when"),
        "state": N_("What became of it"),
        "reason": N_("Reason"),
        "privacy": N_("Who may see it"),
        "if_then": N_("If-then plan"),
        "if_cannot": N_("If they cannot"),
        "obstacle": N_("What may get in the way"),
        "owner": N_("Who does it"),
        "hours": N_("Hours"),
        "on": N_("Day and time"),
        "place": N_("Place"),
        "channel": N_("How to meet"),
        "days": N_("How often"),
        "ends_on": N_("Last day"),
        "starts_on": N_("First day"),
        "value": N_("What was said"),
        "standing": N_("Asked or chosen"),
        "implements": N_("Kind of step"),
        "note": N_("Note of the coach"),
        "happened": N_("What became of it"),
        "learned": N_("What was learned"),
        "decided": N_("What was decided"),
        "until": N_("Until"),
        "lifted_on": N_("Lifted on"),
    }
)
"""Message ids of the fields that people know; every other one is a detail. The first one names a group."""

_PRIVATE = N_("Recorded in private")


def record_words(table: str, body: Body) -> str:
    """Which record it is: its kind, and the words by which the coach knows it. Of what is private, only its kind."""
    kind = _(RECORDS[table])
    if is_private(body):
        return kind
    known = body.get("text") or body.get("number")
    if table == "appointments":
        known = short_date(date.fromisoformat(body["on"]))
    return _("{record}: {words}").format(record=kind, words=known) if known else kind


def field_words(fields: tuple[str, ...]) -> str:
    """What the fields that belong together are called, by the first of them above; nothing for a whole record."""
    if not fields:
        return ""
    known = next((words for name, words in FIELDS.items() if name in fields), N_("Details"))
    return _(known)


def side_words(body: Body | None, fields: tuple[str, ...]) -> str:
    """What stands on one side. Of what is private, only that it is."""
    if body is None:
        return _("Not there any more")
    if is_private(body):
        return _(_PRIVATE)
    if not fields:
        return str(body.get("text") or body.get("number") or body.get("reason") or "") or _("Recorded")
    said = [words for name in fields if (words := value_words(name, body.get(name)))]
    return ", ".join(said) or _("Nothing")


def is_private(body: Body) -> bool:
    """Whether only its being there may be shown."""
    return bool(body.get("sensitive")) or body.get("sealed_value") is not None


def value_words(name: str, value: Any) -> str:
    """One value in words; nothing where it is empty, or says nothing to people."""
    if value is None or value in ("", [], {}) or name in _SILENT or name.endswith("_id"):
        return ""
    if name in _TABLES:
        each = value if isinstance(value, list) else [value]
        return ", ".join(_(words) for one in each if (words := _TABLES[name].get(one, one)))
    if name in _SAID:
        return _SAID[name](value)
    return "" if isinstance(value, (dict, list)) else str(value)


def _truth(value: int) -> str:
    return _("Yes") if value else _("No")


def _day(value: str) -> str:
    return short_date(date.fromisoformat(value))


def _if_then(value: list[dict[str, str]]) -> str:
    return "; ".join(_("If {when}, then {then}").format(when=each["when"], then=each["then"]) for each in value)


_TRUTHS = frozenset({"safe_address", "private_card_due", "without_contact", "must_stop"})
_DAYS = frozenset(
    {"date_of_birth", "by", "on", "until", "due_on", "starts_on", "ends_on", "new_by", "think_until", "channel_until"}
    | {"print_asked_on", "send_asked_on", "in_account_since", "lifted_on"}
)
_SILENT = frozenset(
    {"zone", "language", "sealed_version", "position", "id", "moved_to", "moved_from", "made_in", "because"}
)
_TABLES: Mapping[str, Mapping[str, str]] = {
    "needs": {need.value: NEEDS[need] for need in Need},
    "nation": {nation.value: NATIONS[nation] for nation in Nation},
    "channel": {way.value: words for way, words in WAYS.items()},
    "premises": {each.value: words for each, words in PREMISES.items()},
    "comes_along": {each.value: words for each, words in COMPANIONS.items()},
    "privacy": {each.value: words for each, words in PRIVACIES.items()},
    "owner": {each.value: words for each, words in PARTIES.items()},
    "obstacle_owner": {each.value: words for each, words in OBSTACLE_OWNERS.items()},
    "every": {each.value: words for each, words in RHYTHMS.items()},
    "happened": {each.value: words for each, words in HAPPENED.items()},
    "absence": {each.value: words for each, words in KNOWN.items()},
    "standing": {
        **{standing.value: words for standing, words in STANDINGS.items()},
        "given": "",
        "not_discussed": N_("Not discussed"),
        "prefer_not_to_say": N_("Prefer not to say"),
    },
    "implements": {each.value: words for each, words in IMPLEMENTS.items()},
    "decided": {"applied": N_("Applied"), "not_applied": N_("Not applied")},
    "state": {
        **{state.value: LABELS[state] for state in AppointmentState},
        "open": N_("Open"),
        "done": N_("Done"),
        "let_go": N_("Let go"),
        "draft": N_("Draft"),
    },
    "safe_to_print": {"yes": N_("Yes"), "no": N_("No"), "not_asked": N_("Not asked")},
    "safe_to_send": {"yes": N_("Yes"), "no": N_("No"), "not_asked": N_("Not asked")},
}

_SAID: Mapping[str, Callable[[Any], str]] = {
    **dict.fromkeys(_TRUTHS, _truth),
    **dict.fromkeys(_DAYS, _day),
    **dict.fromkeys(("archived_at", "ended_at", "started_at"), lambda moment: _day(moment[:10])),
    "at": lambda value: clock_time(time.fromisoformat(value)),
    "if_then": _if_then,
}
