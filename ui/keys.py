"""The one table of what can be done and with which key. A test says that no two actions share one.

Single keys never fire while somebody types: everything here is a function key or a chord. Inside a group of choices
digits pick, inside a scale digits are a number (`ui/kit/choices.py`, `ui/kit/scale.py`).
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from coachdesk.i18n import N_, _


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a coach can do: permanent id, words, key in Qt's portable spelling, where it works."""

    id: str
    words: str
    key: str
    where: str


EVERYWHERE, INTERVIEW, PLAN, DOCUMENT, PEOPLE = (
    N_("Everywhere"),
    N_("In an interview"),
    N_("In a plan"),
    N_("At a document"),
    N_("With people and the day"),
)

ACTIONS = (
    Action("help", N_("Show all keys"), "F1", EVERYWHERE),
    Action("find", N_("Find people, provision and screens"), "Ctrl+K", EVERYWHERE),
    Action("today", N_("Go to Today"), "Alt+1", EVERYWHERE),
    Action("people", N_("Go to People"), "Alt+2", EVERYWHERE),
    Action("directory", N_("Go to the directory"), "Alt+5", EVERYWHERE),
    Action("administration", N_("Go to Administration"), "Alt+9", EVERYWHERE),
    Action("handover", N_("Go to handing over"), "Alt+8", EVERYWHERE),
    Action("regions", N_("Go to the next part of the window"), "F6", EVERYWHERE),
    Action("notice", N_("Do what the notice offers, such as Undo"), "Ctrl+Shift+Z", EVERYWHERE),
    Action("turn", N_("Turn the screen to the person"), "F9", EVERYWHERE),
    Action("hide", N_("Hide everything now"), "Ctrl+Shift+H", EVERYWHERE),
    Action("safety", N_("Open the safety panel"), "F12", EVERYWHERE),
    Action("lock", N_("Lock"), "Ctrl+L", EVERYWHERE),
    Action("larger", N_("Larger text"), "Ctrl++", EVERYWHERE),
    Action("smaller", N_("Smaller text"), "Ctrl+-", EVERYWHERE),
    Action("undo_typing", N_("Undo typing in a field"), "Ctrl+Z", EVERYWHERE),
    Action("continue", N_("Continue"), "Ctrl+Return", INTERVIEW),
    Action("back", N_("Back"), "Alt+Left", INTERVIEW),
    Action("pause", N_("Pause"), "F8", INTERVIEW),
    Action("why", N_("Why am I asking?"), "F2", INTERVIEW),
    Action("steps", N_("Go to the list of steps"), "F4", INTERVIEW),
    Action("unfold", N_("Bring back a step put off to next time"), "F3", INTERVIEW),
    Action("minutes", N_("How many minutes are left"), "Ctrl+M", INTERVIEW),
    Action("note", N_("Private note on this answer"), "Ctrl+Shift+N", INTERVIEW),
    Action("not_discussed", N_("Not discussed"), "Ctrl+Shift+D", INTERVIEW),
    Action("prefer_not", N_("Prefer not to say"), "Ctrl+Shift+P", INTERVIEW),
    Action("open_sealed", N_("Open a sealed answer"), "Ctrl+Shift+O", INTERVIEW),
    Action("more", N_("Show more of what was agreed"), "Ctrl+Shift+M", INTERVIEW),
    Action("side", N_("Show or fold away the notes at the side"), "Ctrl+Shift+K", INTERVIEW),
    Action("applies", N_("Show or fold away what applies"), "F7", INTERVIEW),
    Action("end", N_("End kindly"), "Ctrl+Shift+E", INTERVIEW),
    Action("finish", N_("Finish the interview"), "Ctrl+Shift+F", INTERVIEW),
    Action("add_goal", N_("Add a goal"), "Ctrl+G", PLAN),
    Action("add_action", N_("Add what the person will do"), "Ctrl+Shift+A", PLAN),
    Action("add_promise", N_("Add what we will do"), "Ctrl+Shift+W", PLAN),
    Action("plan", N_("Open the plan"), "Alt+3", PLAN),
    Action("commitment", N_("Open the commitment"), "Alt+4", DOCUMENT),
    Action("issue", N_("Issue the document"), "Ctrl+D", DOCUMENT),
    Action("print", N_("Print"), "Ctrl+P", DOCUMENT),
    Action("save_copy", N_("Save a copy"), "Ctrl+S", DOCUMENT),
    Action("journal", N_("Copy for the journal"), "Ctrl+J", DOCUMENT),
    Action("journal_next", N_("Copy the next piece for the journal"), "Ctrl+Shift+J", DOCUMENT),
    Action("add_person", N_("Add a person"), "Ctrl+N", PEOPLE),
    Action("same_person", N_("Compare with another record of the same person"), "Ctrl+Shift+S", PEOPLE),
    Action("add_appointment", N_("Add an appointment"), "Ctrl+B", PEOPLE),
    Action("start", N_("Start the chosen interview"), "F5", PEOPLE),
    Action("day_before", N_("Show the day before"), "Ctrl+PgUp", PEOPLE),
    Action("day_after", N_("Show the day after"), "Ctrl+PgDown", PEOPLE),
    Action("week", N_("Show the week, or the day again"), "Alt+W", PEOPLE),
    Action("change_appointment", N_("Change the chosen appointment"), "Ctrl+Shift+B", PEOPLE),
    Action("state_booked", N_("Appointment: booked"), "Ctrl+0", PEOPLE),
    Action("state_arrived", N_("Appointment: here, waiting"), "Ctrl+1", PEOPLE),
    Action("state_seen", N_("Appointment: seen"), "Ctrl+2", PEOPLE),
    Action("state_no_show", N_("Appointment: did not come"), "Ctrl+3", PEOPLE),
    Action("state_moved_by_them", N_("Appointment: moved by them"), "Ctrl+4", PEOPLE),
    Action("state_cancelled", N_("Appointment: cancelled"), "Ctrl+5", PEOPLE),
    Action("state_moved_by_us", N_("Appointment: moved by us"), "Ctrl+6", PEOPLE),
    Action("state_reminded", N_("Appointment: reminded"), "Ctrl+7", PEOPLE),
    Action("state_in_progress", N_("Appointment: talking now"), "Ctrl+8", PEOPLE),
    Action("state_paused", N_("Appointment: paused"), "Ctrl+9", PEOPLE),
)

UNDOABLE = (
    N_("Archiving a person"),
    N_("Deleting something"),
    N_("Joining two records"),
    N_("Letting go of an action"),
    N_("Changing an appointment"),
    N_("Discarding a draft"),
)
"""What "Undo" in the notice bar takes back; said in the F1 sheet."""

_BY_ID = {action.id: action for action in ACTIONS}


def sequence(action_id: str) -> QKeySequence:
    """The key of an action."""
    return QKeySequence(_BY_ID[action_id].key, QKeySequence.SequenceFormat.PortableText)


def shown(action_id: str) -> str:
    """The key as written on a keyboard: `Ctrl+Enter`."""
    return _BY_ID[action_id].key.replace("Return", _("Enter")).replace("Left", "\N{LEFTWARDS ARROW}")


def words(action_id: str) -> str:
    """The words of an action in the language of the screens."""
    return _(_BY_ID[action_id].words)


def bind(owner: QWidget, action_id: str, slot: Callable[[], object]) -> QAction:
    """Give a page or window the key of an action; it works while the owner is on the screen.

    `slot` is a bound method (qt-pitfalls 5.2). The action belongs to the owner and goes with it.
    """
    action = QAction(words(action_id), owner)
    action.setShortcut(sequence(action_id))
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setObjectName(action_id)
    action.triggered.connect(slot)
    owner.addAction(action)
    return action


class InDialogs(QObject):
    """Gives a key to every dialog over a window as well: a sheet or a question in front would swallow it."""

    def __init__(self, owner: QWidget, action_id: str, slot: Callable[[], object]) -> None:
        super().__init__(owner)
        self._owner, self._action_id, self._slot = owner, action_id, slot
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focused)

    def _focused(self, _before: QWidget | None, now: QWidget | None) -> None:
        dialog = now.window() if now is not None else None
        if not isinstance(dialog, QDialog) or dialog.findChild(QAction, self._action_id) is not None:
            return
        over = dialog.parentWidget()
        while over is not None and over.window() is not self._owner.window():
            over = over.window().parentWidget()
        if over is not None:
            bind(dialog, self._action_id, self._slot)
