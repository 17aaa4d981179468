from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from coachdesk.clock import today
from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.self_check import Step, self_check
from coachdesk.support import Bundle, Part, Subject, checked_part, collect, save
from ui.errors import advice
from ui.kit.buttons import Button
from ui.kit.folders import choose_folder
from ui.kit.layouts import Flow, column, row
from ui.kit.text import announce, label
from ui.kit.text_fields import TextLine
from ui.support.facts import screen_facts
from ui.tasks import Tasks

if TYPE_CHECKING:
    from coachdesk.services import Services

Check = Callable[[], Sequence[Step]]


def check_program() -> Sequence[Step]:
    """The self-check, in a vault of its own that goes again."""
    return self_check().steps


def ask_for_folder(parent: QWidget) -> Path | None:
    """The system's own dialogue for a folder."""
    return choose_folder(parent, _("Where to save"))


class SupportWindow(QDialog):
    """Shows all that the support file holds; what is shown is what is saved, letter by letter.

    `services` are those of the vault that is open, where one is: how many people it has is told, and it notes that the
    file was saved. `folders` lets the coach choose a folder; `check` is the self-check.
    """

    def __init__(
        self,
        subject: Subject,
        tasks: Tasks,
        parent: QWidget | None = None,
        *,
        services: "Services | None" = None,
        folders: Callable[[QWidget], Path | None] = ask_for_folder,
        check: Check = check_program,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._services, self._folders, self._check = tasks, services, folders, check
        people = services.people.count() if services is not None else None
        self._bundle = collect(replace(subject, people=people, screen=screen_facts()))
        self.setWindowTitle("CoachDesk")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._box = column(self, margins=(28, 24, 28, 24), spacing=12)
        self._box.addWidget(label(_("Support file"), "title"))
        words = _(
            "This is all of it. It holds versions, settings, codes and places in the program, and nothing about people. "
            "Nothing is sent: you save it, and pass it on if you want to."
        )
        self._box.addWidget(label(words))
        self._parts = QWidget()
        self._parts.setAccessibleName(_("Parts of the file"))
        self._chips = Flow(self._parts)
        self._box.addWidget(self._parts)
        self._reading()
        self._foot()
        for part in self._bundle.parts:
            self._add_chip(part)
        self._show()
        self.resize(900, 680)
        self.content.setFocus()

    def _reading(self) -> None:
        """The whole text, and a way to a word in it."""
        self.search = TextLine(_("Find in the file"), hint=_("Enter goes to the next place."))
        self.search.line.returnPressed.connect(self._next)
        self._box.addWidget(self.search)
        self.content = QPlainTextEdit()
        self.content.setReadOnly(True)
        self.content.setTabChangesFocus(True)
        self.content.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.content.setAccessibleName(_("Support file"))
        self._box.addWidget(self.content, 1)
        self.said = label("")
        self.said.hide()
        self._box.addWidget(self.said)

    def _foot(self) -> None:
        foot = row()
        self.check_button = Button(_("Add the self-check"))
        self.check_button.clicked.connect(self._run_check)
        self.save_button = Button(_("Choose a folder and save it"), "go")
        self.save_button.clicked.connect(self._save)
        self.close_button = Button(_("Close"))
        self.close_button.clicked.connect(self.accept)
        foot.addWidget(self.check_button)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        foot.addWidget(self.close_button)
        self._box.addLayout(foot)

    def _add_chip(self, part: Part) -> None:
        chip = Button(part.title, "link")
        chip.clicked.connect(self._to_part)
        self._chips.addWidget(chip)

    def _to_part(self) -> None:
        chip = self.sender()
        assert isinstance(chip, Button)
        self._go_to(f"== {chip.text()} ==")

    def _go_to(self, heading: str) -> None:
        cursor = self.content.document().find(heading)
        cursor.setPosition(cursor.selectionStart())
        self.content.moveCursor(QTextCursor.MoveOperation.End)  # so that the heading comes to the top
        self.content.setTextCursor(cursor)
        self.content.setFocus()

    def _next(self) -> None:
        """The next place from the cursor on, and from the top again."""
        wanted = self.search.value()
        if wanted and not self.content.find(wanted):
            self.content.moveCursor(QTextCursor.MoveOperation.Start)
            if not self.content.find(wanted):
                self._say(_("That is not in the file."))
                return
        self.said.hide()

    def _run_check(self) -> None:
        self.check_button.setEnabled(False)
        self.check_button.set_words(_("Checking the program"))
        self._tasks.run(self._check, owner=self, ok=self._checked, fail=self._failed)

    def _checked(self, steps: Sequence[Step]) -> None:
        part = checked_part(steps)
        self._bundle = Bundle((*self._bundle.parts, part))
        self.check_button.hide()
        self._add_chip(part)
        self._show()
        self._go_to(f"== {part.title} ==")

    def _save(self) -> None:
        folder = self._folders(self)
        if folder is None:
            return
        try:
            path = save(self.content.toPlainText(), folder, today(), self._services)
        except AppError as error:
            self._say(advice(error).text)
            return
        self._say(_("Saved as {name}.").format(name=path.name))

    def _failed(self, error: BaseException) -> None:
        self.check_button.setEnabled(True)
        self.check_button.set_words(_("Add the self-check"))
        if not isinstance(error, AppError):
            raise error
        self._say(advice(error).text)

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()
        announce(self, words)

    def _show(self) -> None:
        self.content.setPlainText(self._bundle.text())
