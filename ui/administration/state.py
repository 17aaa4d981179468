"""What the Administration screen shows: one frozen value, made by the presenter, shown by the page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from coachdesk.services import Helped, MonthlyCount
from coachdesk.services.administration import SettingRow
from coachdesk.services.audit_rows import AuditRow
from coachdesk.services.checkpoints import Checked
from coachdesk.services.content_shown import ContentInUse

KEYS, LOCK, LOOK, BACKUPS = "keys", "lock", "look", "backups"
CONTENT, SETTINGS, DECISIONS, MINUTES, AUDIT, CHECK = "content", "settings", "decisions", "minutes", "audit", "check"
COPIES, CASELOAD, HANDOVER, HELPED, RETENTION = "copies", "caseload", "handover", "helped", "retention"


class CheckStep(Protocol):
    """One step of the self-check: what it is called, whether it went well, how long it took, and what to know of it."""

    @property
    def name(self) -> str: ...
    @property
    def ok(self) -> bool: ...
    @property
    def seconds(self) -> float: ...
    @property
    def detail(self) -> str: ...


SelfCheck = Callable[[], Sequence[CheckStep]]
"""Runs the self-check in a temporary vault of its own; slow."""


@dataclass(frozen=True, slots=True)
class KeysState:
    """Keys and recovery.

    Attributes:
        place: where `problem` is: "old", "new", "again" (the passphrase), "renew" (the new recovery key), "group", "fresh".
        kept_for: how many others open the vault for the organisation: 0, 1, or 2 who together open what is sealed too.
        groups: of a new recovery key, until one of them has been typed back.
        asked: which group, from 1.
        done: how many changes went through; the page forgets what was typed when it rises.
    """

    with_keychain: bool
    kept_for: int = 0
    busy: bool = False
    place: str = ""
    problem: str = ""
    groups: tuple[str, ...] = ()
    asked: int = 0
    done: int = 0


@dataclass(frozen=True, slots=True)
class LookState:
    """Theme, text size in per cent, language of the screens after the next start."""

    theme: str
    text_size: int
    language: str
    language_fixed: bool = False


@dataclass(frozen=True, slots=True)
class LockState:
    """Minutes until the idle lock, and whether the organisation fixed them."""

    minutes: int
    in_interview: int
    fixed: bool


@dataclass(frozen=True, slots=True)
class DecisionsState:
    """The count of a month.

    Attributes:
        months: the first days of those that can be chosen, the newest first.
        month: the first day of the one that is shown.
        count: None while it is being made.
    """

    months: tuple[date, ...]
    month: date
    count: MonthlyCount | None = None


@dataclass(frozen=True, slots=True)
class AuditState:
    """The newest lines, and what was found of all of them."""

    rows: tuple[AuditRow, ...]
    checked: Checked


@dataclass(frozen=True, slots=True)
class CheckState:
    """The self-check: whether it is running, and the steps of the last run."""

    running: bool = False
    steps: tuple[CheckStep, ...] = ()


@dataclass(frozen=True, slots=True)
class AdministrationState:
    """Everything on the screen; `audit` and `helped` are None until they were read."""

    section: str
    owner: str
    site: str
    since: datetime
    shortest: int
    keys: KeysState
    lock: LockState
    look: LookState
    content: ContentInUse
    settings: tuple[SettingRow, ...]
    decisions: DecisionsState
    audit: AuditState | None = None
    helped: Helped | None = None
    check: CheckState = CheckState()
