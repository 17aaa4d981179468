"""What Administration is doing: reading what holds, changing keys, running the self-check."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QSettings, Signal

from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.people import How
from coachdesk.services import Helped, MonthlyCount, Services
from ui import settings
from ui.administration.backups import Backups
from ui.administration.bringing import Bringing
from ui.administration.checkpoints import Checkpoints
from ui.administration.copying import Copying
from ui.administration.minutes_section import Minutes
from ui.administration.profile import Profile
from ui.administration.retention import Times
from ui.administration.state import (
    AUDIT,
    BACKUPS,
    COPIES,
    DECISIONS,
    HELPED,
    KEYS,
    MINUTES,
    RETENTION,
    AdministrationState,
    AuditState,
    CheckState,
    CheckStep,
    DecisionsState,
    KeysState,
    LockState,
    LookState,
    SelfCheck,
)
from ui.errors import advice
from ui.kit import Notice, same_group
from ui.tasks import Tasks

MONTHS = 12
"""So many months can be looked at, this one among them."""

_AT_THE_FIELD = {"vault.wrong-passphrase", "vault.wait"}


class AdministrationPresenter(QObject):
    """`changed` carries the state. Look, idle minutes and locking are wishes: somebody else carries them out."""

    changed = Signal(object)
    failed = Signal(object)
    noticed = Signal(object)
    look_wanted = Signal(str, int)
    lock_wanted = Signal()
    lock_minutes_wanted = Signal(int)
    handover_wanted = Signal()
    keys_changed = Signal()
    support_wanted = Signal()

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        store: QSettings,
        *,
        self_check: SelfCheck,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks, self._store = services, tasks, store
        self._administration, self.withheld = services.administration, services.handing.withheld()
        self._self_check = self_check
        self.checkpoints = Checkpoints(services, tasks, self)
        self.checkpoints.failed.connect(self.failed)
        self.checkpoints.noticed.connect(self.noticed)
        self.copying = Copying(services, tasks, self)
        self.copying.failed.connect(self.failed)
        self.backups = Backups(services, tasks, self)
        self.backups.failed.connect(self.failed)
        self.backups.noticed.connect(self.noticed)
        self.backups.restored.connect(self.lock_wanted)
        self.times = Times(services, tasks, self)
        self.times.failed.connect(self.failed)
        self.times.noticed.connect(self.noticed)
        self.bringing = Bringing(services.caseload, tasks, self)
        self.minutes = Minutes(services, self)
        self.profile = Profile(services, self)
        self.profile.failed.connect(self.failed)
        self.profile.noticed.connect(self.noticed)
        self.state = self._first()

    def arrived(self) -> None:
        """Read again what may have changed."""
        self._show(replace(self.state, lock=self._lock(), look=self._look()))
        self.backups.refresh()
        self.choose_section(self.state.section)

    def choose_section(self, section: str) -> None:
        """Show a section; who looked at what is read each time, and so is the count of decisions."""
        audit = None if section == AUDIT else self.state.audit  # a talk may be open now that was not when it was read
        self._show(replace(self.state, section=section, audit=audit))
        if section == MINUTES:
            self.minutes.refresh()
        if section == DECISIONS:
            self.choose_month(self.state.decisions.month.isoformat())
        if section == BACKUPS:
            self.backups.list_them()
        if section == RETENTION:
            self.times.read()
        if section == COPIES:
            self.copying.count()
        if section == HELPED:
            self._tasks.run(self._services.plans.what_helped, owner=self, ok=self._show_helped, fail=self._failed)
        if section == AUDIT:
            self._tasks.run(self._read_audit, owner=self, ok=self._show_audit, fail=self._failed)

    def change_passphrase(self, old: str, new: str, again: str) -> None:
        """Give the vault another passphrase."""
        if self.state.keys.busy:
            return
        if new != again:
            self._refuse("again", _("The two passphrases are not the same. Type them once more."))
        elif len(new) < self.state.shortest:
            self._refuse("new", advice(AppError("vault.passphrase-too-short", least=self.state.shortest)).text)
        else:
            self._keys(replace(self.state.keys, busy=True, place="old", problem=""))
            work = partial(self._administration.change_passphrase, old, new)
            self._tasks.run(work, owner=self, ok=self._passphrase_changed, fail=self._keys_failed)

    def renew_recovery_key(self, passphrase: str) -> None:
        """Make a new recovery key and show it."""
        if self.state.keys.busy:
            return
        self._keys(replace(self.state.keys, busy=True, place="renew", problem=""))
        work = partial(self._administration.renew_recovery_key, passphrase)
        self._tasks.run(work, owner=self, ok=self._recovery_renewed, fail=self._keys_failed)

    def renew_data_key(self, passphrase: str) -> None:
        """Encrypt the vault anew."""
        if self.state.keys.busy:
            return
        self._keys(replace(self.state.keys, busy=True, place="fresh", problem=""))
        work = partial(self._administration.renew_data_key, passphrase)
        self._tasks.run(work, owner=self, ok=self._encrypted_anew, fail=self._keys_failed)

    def kept(self, typed: str) -> None:
        """The coach typed a group of the new recovery key back: proof that it was kept."""
        keys = self.state.keys
        if same_group(keys.groups[keys.asked - 1], typed):
            self._keys(replace(keys, groups=(), place="", problem="", done=keys.done + 1))
            self.noticed.emit(
                Notice(_("The new recovery key holds. The one before opens only the backups from before."), "done")
            )
        else:
            words = _("That is not group {number}. Compare it with what you kept.")
            self._refuse("group", words.format(number=keys.asked))

    def key_left(self, how: How) -> None:
        """The printer or the clipboard has the recovery key. Raises AppError where that cannot be recorded."""
        self._administration.recovery_key_left(how)

    def choose_look(self, theme: str, text_size: int) -> None:
        """Show this theme at this text size from now on."""
        if (theme, text_size) != (self.state.look.theme, self.state.look.text_size):
            self._show(replace(self.state, look=replace(self.state.look, theme=theme, text_size=text_size)))
            self.look_wanted.emit(theme, text_size)

    def choose_language(self, language: str) -> None:
        """Remember the language of the screens for the next start, where the organisation leaves it to the coach."""
        if self.state.look.language_fixed:
            return
        settings.LANGUAGE.set(self._store, language)
        self._show(replace(self.state, look=replace(self.state.look, language=language)))

    def choose_minutes(self, minutes: int) -> None:
        """Lock after so many idle minutes, where the organisation leaves it to the coach."""
        if not self.state.lock.fixed and minutes != self.state.lock.minutes:
            self._show(replace(self.state, lock=replace(self.state.lock, minutes=minutes)))
            self.lock_minutes_wanted.emit(minutes)

    def choose_month(self, month: str) -> None:
        """Count the decisions of a month: the ISO date of its first day."""
        chosen = date.fromisoformat(month)
        self._show(replace(self.state, decisions=replace(self.state.decisions, month=chosen, count=None)))
        work = partial(self._count, chosen)
        self._tasks.run(work, owner=self, ok=self._counted, fail=self._failed)

    def check_program(self) -> None:
        """Run the self-check."""
        self._show(replace(self.state, check=CheckState(running=True)))
        self._tasks.run(self._self_check, owner=self, ok=self._checked, fail=self._check_failed)

    def _first(self) -> AdministrationState:
        read = self._administration
        about = read.info()
        return AdministrationState(
            section=KEYS,
            owner=about.coach_name,
            site=about.site,
            since=about.created_at,
            shortest=read.policy().passphrase_length,
            keys=KeysState(read.with_keychain(), read.organisation_keys()),
            lock=self._lock(),
            look=self._look(),
            content=read.content(),
            settings=read.settings(),
            decisions=_months(self._services.day.today()),
        )

    def _lock(self) -> LockState:
        policy = self._administration.policy()
        minutes = settings.idle_minutes(self._store, policy)
        return LockState(minutes, policy.interview_lock_minutes, "idle_lock_minutes" in policy.fixed)

    def _look(self) -> LookState:
        store, policy = self._store, self._administration.policy()
        language = settings.language(store, policy)
        fixed = "language" in policy.fixed
        return LookState(settings.THEME.get(store), settings.TEXT_SIZE.get(store), language, fixed)

    def _count(self, month: date) -> tuple[date, MonthlyCount]:
        return month, self._services.requirements.month(month.year, month.month)

    def _counted(self, found: tuple[date, MonthlyCount]) -> None:
        """Shown unless another month was chosen meanwhile."""
        month, count = found
        if month == self.state.decisions.month:
            self._show(replace(self.state, decisions=replace(self.state.decisions, count=count)))

    def _show_helped(self, helped: Helped) -> None:
        self._show(replace(self.state, helped=helped))

    def _read_audit(self) -> AuditState:
        return AuditState(self._administration.audit(), self._services.checkpoints.check())

    def _show_audit(self, audit: AuditState) -> None:
        self._show(replace(self.state, audit=audit))

    def _passphrase_changed(self, with_keychain: bool) -> None:  # noqa: FBT001 - the result as the worker gives it
        keys = self.state.keys
        self._keys(replace(keys, busy=False, place="", with_keychain=with_keychain, done=keys.done + 1))
        words = _(
            "The new passphrase holds from now on. A backup with it is being made. Earlier backups keep the old one."
        )
        self.noticed.emit(Notice(words, "done"))
        self.keys_changed.emit()

    def _recovery_renewed(self, groups: tuple[str, ...]) -> None:
        asked = 1 + secrets.randbelow(len(groups))
        keys = self.state.keys
        self._keys(replace(keys, busy=False, place="", groups=groups, asked=asked, done=keys.done + 1))
        self.keys_changed.emit()

    def _encrypted_anew(self, _nothing: object) -> None:
        self._keys(replace(self.state.keys, busy=False, place="", done=self.state.keys.done + 1))
        self.noticed.emit(Notice(_("The vault is encrypted anew. Your passphrase and recovery key stay."), "done"))
        self.keys_changed.emit()

    def _keys_failed(self, error: BaseException) -> None:
        at_the_field = isinstance(error, AppError) and error.code in _AT_THE_FIELD
        problem = advice(error).text if isinstance(error, AppError) and at_the_field else ""
        self._keys(replace(self.state.keys, busy=False, problem=problem))
        if not at_the_field:
            self._failed(error)

    def _refuse(self, place: str, problem: str) -> None:
        self._keys(replace(self.state.keys, place=place, problem=problem))

    def _checked(self, steps: Sequence[CheckStep]) -> None:
        self._show(replace(self.state, check=CheckState(steps=tuple(steps))))

    def _check_failed(self, error: BaseException) -> None:
        self._show(replace(self.state, check=CheckState()))
        self._failed(error)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        self.failed.emit(error)

    def _keys(self, keys: KeysState) -> None:
        self._show(replace(self.state, keys=keys))

    def _show(self, state: AdministrationState) -> None:
        self.state = state
        self.changed.emit(state)


def _months(today: date) -> DecisionsState:
    number = today.year * 12 + today.month - 1
    months = tuple(date(each // 12, each % 12 + 1, 1) for each in range(number, number - MONTHS, -1))
    return DecisionsState(months, months[0])
