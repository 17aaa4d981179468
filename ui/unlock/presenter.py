"""What the first screen is doing: opening, making, showing the recovery key, or getting back in with it."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from coachdesk.errors import AppError
from coachdesk.i18n import _
from ui.errors import advice, attempt
from ui.kit.recovery_key import same_group
from ui.tasks import Tasks
from ui.unlock.state import Door, Mode, UnlockState

if TYPE_CHECKING:
    from coachdesk.policy import Policy
    from coachdesk.services.salvage import Salvage


_RULES = frozenset(
    (
        *("policy.invalid", "policy.unreadable", "policy.changeable", "policy.two-files", "policy.not-signed"),
        *("policy.missing", "profile.invalid"),
    )
)
"""Nothing is opened while what rules the machine is wrong."""

_DAMAGED, _GONE, _NONE_SOUND = "storage.damaged", "storage.missing", "backup.none-sound"


class UnlockPresenter(QObject):
    """`changed` carries the state; `opened` carries the open vault, once, and so does `left`: it is to be closed."""

    changed = Signal(object)
    opened = Signal(object)
    left = Signal(object)

    def __init__(self, door: Door, tasks: Tasks, owner: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._door, self._tasks = door, tasks
        self._made: object | None = None
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)
        self.state = UnlockState(Mode.OPEN if door.exists() else Mode.MAKE, owner)

    def look(self) -> None:
        """Say at once what keeps the vault closed, such as somebody else who has it open, or a policy with mistakes."""
        self._tasks.run(self._door.look, owner=self, ok=self._looked, fail=self._failed)

    def open(self, passphrase: str) -> None:
        """Try a passphrase; where there is only a backup that it can be of, on that."""
        if self.state.busy or self.state.wait or not passphrase:
            return
        if self.state.only_elsewhere:
            self.bring_back(passphrase)
            return
        self._show(replace(self.state, busy=True, problem=""))
        self._tasks.run(partial(self._door.open, passphrase), owner=self, ok=self._enter, fail=self._failed)

    def bring_back(self, passphrase: str) -> None:
        """Put a backup in the place of the damaged vault, and open it."""
        if self._ready(passphrase):
            self._show(replace(self.state, busy=True, problem=""))
            self._tasks.run(partial(self._door.bring_back, passphrase), owner=self, ok=self._enter, fail=self._failed)

    def look_inside(self, passphrase: str) -> None:
        """See what can be read of the damaged vault; nothing is replaced."""
        if self._ready(passphrase):
            self._show(replace(self.state, busy=True, problem=""))
            work = partial(self._door.look_what_is_readable, passphrase)
            self._tasks.run(work, owner=self, ok=self._readable, fail=self._failed)

    def take(self, passphrase: str) -> None:
        """Go on with what can be read."""
        if self._ready(passphrase):
            self._show(replace(self.state, busy=True, problem=""))
            work = partial(self._door.take_what_is_readable, passphrase)
            self._tasks.run(work, owner=self, ok=self._enter, fail=self._failed)

    def leave(self) -> None:
        """Back to the choice: what can be read is not wanted, or not yet."""
        if not self.state.busy:
            self._show(replace(self.state, mode=Mode.OPEN, problem="", readable=None, saved=""))
            self._tasks.run(self._door.leave_what_is_readable, owner=self, ok=_done, fail=_leave)

    def save_list(self, folder: Path) -> None:
        """Save the list of what is there and what is missing, without a name."""
        if self.state.readable is not None:
            try:
                name = self.state.readable.save(folder).name
            except AppError as error:
                self._show(replace(self.state, problem=advice(error).text))
            else:
                self._show(replace(self.state, problem="", saved=_("Saved as {name}.").format(name=name)))

    def make(self, name: str, site: str, passphrase: str, again: str) -> None:
        """Make a vault, where the coach gave a name and twice the same passphrase."""
        if self.state.busy:
            return
        if not name.strip():
            self._show(
                replace(self.state, problem=_("Give your name. It appears on the documents that you hand over."))
            )
        elif passphrase != again:
            self._show(replace(self.state, problem=_("The two passphrases are not the same. Type them once more.")))
        else:
            self._show(replace(self.state, busy=True, problem=""))
            work = partial(self._door.make, name.strip(), site.strip(), passphrase)
            self._tasks.run(work, owner=self, ok=self._keep, fail=self._failed)

    def kept(self, typed: str) -> None:
        """The coach typed a group of the recovery key back: proof that it was kept."""
        wanted = self.state.groups[self.state.asked - 1]
        if not same_group(wanted, typed):
            self._show(
                replace(
                    self.state,
                    problem=_("That is not group {number}. Compare it with what you kept.").format(
                        number=self.state.asked
                    ),
                )
            )
            return
        made, self._made = self._made, None
        self._show(replace(self.state, groups=(), problem=""))
        self.opened.emit(made)

    def key_printed(self) -> None:
        """The printer has the recovery key. Raises AppError where that cannot be recorded."""
        self._door.key_left(self._made, "printed")

    def key_copied(self) -> None:
        """The clipboard has the recovery key."""
        attempt(partial(self._door.key_left, self._made, "copied"), self.tell)

    def tell(self, problem: AppError | str) -> None:
        """Say what is wrong."""
        words = problem if isinstance(problem, str) else advice(problem).text
        self._show(replace(self.state, problem=words))

    def leave_key(self) -> None:
        """Nobody is there any more and the recovery key is on the screen: hide it and give the vault back."""
        made, self._made = self._made, None
        self._show(replace(self.state, groups=(), problem=""))  # the panel that shows it forgets it as well
        self._show(replace(self.state, mode=Mode.OPEN))
        self.tell_key_left()
        self.left.emit(made)

    def tell_key_left(self) -> None:
        """Say what became of the recovery key, and what to do where it was not kept."""
        words = _(
            "Nobody was here while the recovery key was on the screen, so it was hidden and the vault was locked. If you kept "
            "the key, it holds. If not, unlock and make a new one under Administration, Keys and recovery."
        )
        self._show(replace(self.state, problem=words))

    def warn(self, seconds: int) -> None:
        """What is shown is hidden soon."""
        words = _("CoachDesk locks in {seconds} seconds. Press any key to stay.")
        self._show(replace(self.state, problem=words.format(seconds=seconds)))

    def stay(self) -> None:
        """Somebody is there."""
        self._show(replace(self.state, problem=""))

    def use_elsewhere(self) -> None:
        """Bring back the backup of the second place instead of making a vault: it takes the passphrase."""
        self._show(replace(self.state, mode=Mode.OPEN, problem="", backup=self.state.elsewhere))

    def make_instead(self) -> None:
        """Make a new vault although there is that backup."""
        self._show(replace(self.state, mode=Mode.MAKE, problem="", backup=None))

    def lost(self) -> None:
        """The passphrase is lost: ask for the recovery key, for which nobody has to wait."""
        self._second.stop()
        self._show(replace(self.state, mode=Mode.RECOVER, problem="", wait=0))

    def back(self) -> None:
        """Back to the passphrase."""
        self._show(replace(self.state, mode=Mode.OPEN, problem=""))

    def recover(self, recovery_key: str, passphrase: str, again: str) -> None:
        """Get back in with the recovery key, and set a new passphrase."""
        if self.state.busy:
            return
        if passphrase != again:
            self._show(replace(self.state, problem=_("The two passphrases are not the same. Type them once more.")))
            return
        self._show(replace(self.state, busy=True, problem=""))
        work = partial(self._door.recover, recovery_key, passphrase)
        self._tasks.run(work, owner=self, ok=self._enter, fail=self._failed)

    def _ready(self, passphrase: str) -> bool:
        """Whether what needs the passphrase can begin; where only that is missing, perhaps because it was forgotten, say so."""
        if not self.state.busy and not passphrase:
            self._show(replace(self.state, problem=_("Type your passphrase first.")))
        return not self.state.busy and bool(passphrase)

    def _enter(self, vault: object) -> None:
        self._show(replace(self.state, busy=False, damaged=False, backup=None, elsewhere=None))
        self.opened.emit(vault)

    def _keep(self, made: tuple[object, tuple[str, ...]]) -> None:
        import secrets

        self._made, groups = made
        self._show(
            replace(self.state, mode=Mode.KEEP, busy=False, groups=groups, asked=1 + secrets.randbelow(len(groups)))
        )

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            self._show(
                replace(self.state, busy=False, problem=_("That did not work. A report was written on this machine."))
            )
            raise error
        wait = error.details.get("seconds", 0) if error.code == "vault.wait" else 0
        self._show(replace(self.state, busy=False, problem=advice(error).text, wait=int(wait)))
        if error.code in _RULES:
            self._show(replace(self.state, mode=Mode.REFUSED, support=str(error.details.get("support", ""))))
        if wait:
            self._second.start()
        if error.code == _NONE_SOUND:
            self._show(replace(self.state, backup=None))
        if error.code in {_DAMAGED, _GONE}:
            # Also after the recovery key: the ways on are beside the passphrase, and the new one holds by then.
            mode = Mode.OPEN if self.state.mode is Mode.RECOVER else self.state.mode
            self._show(replace(self.state, mode=mode, damaged=error.code == _DAMAGED))
            self._tasks.run(self._door.newest_backup, owner=self, ok=self._offer, fail=_leave)

    def _looked(self, policy: "Policy") -> None:
        first = Mode.OPEN if self._door.exists() else Mode.MAKE
        refused = self.state.mode is Mode.REFUSED
        problem, mode = ("", first) if refused else (self.state.problem, self.state.mode)
        self._show(replace(self.state, mode=mode, problem=problem, policy=policy))
        if mode is Mode.MAKE and policy.backup_folder:
            self._tasks.run(self._door.newest_backup, owner=self, ok=self._offer_elsewhere, fail=_leave)

    def _offer_elsewhere(self, backup: datetime | None) -> None:
        self._show(replace(self.state, elsewhere=backup))

    def _readable(self, found: "Salvage") -> None:
        self._show(replace(self.state, mode=Mode.READABLE, busy=False, readable=found))

    def _offer(self, backup: datetime | None) -> None:
        """The vault is damaged or gone: there is a backup to go back to, or not."""
        said = self.state.problem
        if backup is None and self.state.only_elsewhere:
            words = _(
                "The backup cannot be reached any more. Connect the drive or share that it lies on, and try again."
            )
            self._show(replace(self.state, problem=words))
            return
        if backup is None:
            said = " ".join((said, _("No backup of it was found.")))
        self._show(replace(self.state, backup=backup, problem=said))

    def _tick(self) -> None:
        left = max(0, self.state.wait - 1)
        if not left:
            self._second.stop()
        self._show(replace(self.state, wait=left, problem=self.state.problem if left else ""))

    def _show(self, state: UnlockState) -> None:
        self.state = state
        self.changed.emit(state)


def _done(_nothing: object) -> None:
    """All is well: nothing to say."""


def _leave(_error: BaseException) -> None:
    """Nothing can be offered; what is wrong was said."""
