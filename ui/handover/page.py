"""Handing over: hand people over, open a pack, colleagues, my contact file. One part at a time."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from coachdesk.handover.pack import ENDING
from coachdesk.i18n import _
from coachdesk.interviews import as_date
from ui import keys
from ui.handover import state as at
from ui.handover.contact_sections import ColleaguesSection, MineSection
from ui.handover.give_section import GiveSection
from ui.handover.open_section import OpenSection
from ui.handover.presenter import HandoverPresenter
from ui.kit import Button, Page, Section, Sections, column, row, scrolling, surface
from ui.kit.folders import choose_file, choose_folder

Folders = Callable[[QWidget, str], Path | None]
Files = Callable[[QWidget, str, str], Path | None]


class HandoverPage(Page):
    """`folders` and `files` let the coach choose a folder and a file; None where they thought better of it."""

    def __init__(
        self,
        presenter: HandoverPresenter,
        *,
        folders: Folders = choose_folder,
        files: Files = choose_file,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter, self._folders, self._files = presenter, folders, files
        self.give, self.open = GiveSection(presenter.giving.state), OpenSection(presenter.taking.state)
        self.colleagues = ColleaguesSection(presenter.contacts.state)
        self.mine = MineSection(presenter.contacts.state)
        self.sections = Sections(
            _("Handing over"),
            [
                Section(at.GIVE, _("Hand people over"), self.give),
                Section(at.OPEN, _("Open a pack"), self.open),
                Section(at.COLLEAGUES, _("Colleagues"), self.colleagues),
                Section(at.MINE, _("My contact file"), self.mine),
            ],
        )
        self.back = Button(_("Back to Administration"), "link", icon="back", key="back")
        ground = surface("page")
        box = column(ground, margins=(24, 20, 24, 12), spacing=8)
        held = row()
        held.addWidget(self.back)
        held.addStretch(1)
        box.addLayout(held)
        box.addWidget(self.sections)
        column(self, spacing=0).addWidget(scrolling(ground))
        self._connect()
        self._connect_giving()
        self.show_section(presenter.section)

    def arrived(self) -> None:
        self._presenter.arrived()
        self.sections.button(self._presenter.section).setFocus()

    @Slot(str)
    def show_section(self, section: str) -> None:
        """Show a part."""
        self.sections.choose(section)

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.section_chosen.connect(self.show_section)
        self.sections.chosen.connect(presenter.choose_section)
        self.back.clicked.connect(presenter.go_back)
        keys.bind(self, "back", presenter.go_back)
        contacts, taking = presenter.contacts, presenter.taking
        contacts.changed.connect(self.mine.render_state)
        contacts.changed.connect(self.colleagues.render_state)
        self.mine.save_wanted.connect(self._save_mine)
        self.colleagues.file_wanted.connect(self._add_colleague)
        self.colleagues.kept.connect(contacts.keep)
        self.colleagues.put_aside.connect(contacts.put_aside)
        self.colleagues.remove_wanted.connect(contacts.ask_to_remove)
        self.colleagues.removed.connect(contacts.remove)
        taking.changed.connect(self.open.render_state)
        self.open.file_wanted.connect(self._choose_pack)
        self.open.take_wanted.connect(taking.take)
        self.open.put_aside.connect(taking.put_aside)
        self.open.cancelled.connect(taking.cancel)
        self.open.chosen.connect(taking.choose)
        self.open.decided.connect(taking.decide)

    def _connect_giving(self) -> None:
        giving, give = self._presenter.giving, self.give
        giving.changed.connect(give.render_state)
        give.colleagues_wanted.connect(self._to_colleagues)
        give.colleague_chosen.connect(giving.choose_colleague)
        give.typed.connect(giving.find)
        give.picked.connect(giving.pick)
        give.until_wanted.connect(self._add_until)
        give.without_wanted.connect(giving.add_without_next_step)
        give.came_wanted.connect(giving.add_who_came)
        give.cancelled.connect(giving.cancel)
        give.chosen.connect(giving.choose)
        give.left_out.connect(giving.leave_out)
        give.notes_chosen.connect(giving.take_notes)
        give.sealed_chosen.connect(giving.take_sealed)
        give.make_wanted.connect(self._make)

    def _to_colleagues(self) -> None:
        self._presenter.choose_section(at.COLLEAGUES)
        self.colleagues.add.setFocus()

    def _add_until(self, typed: object) -> None:
        day = as_date(typed)
        self.give.until.set_error("" if day else _("Enter a day that there is, such as 1 12 2026."))
        if day is not None:
            self._presenter.giving.add_coming(day)

    def _save_mine(self) -> None:
        folder = self._folders(self, _("Where your contact file goes"))
        if folder is not None:
            self._presenter.contacts.save_mine(folder)

    def _add_colleague(self) -> None:
        file = self._files(self, _("A colleague's contact file"), "*.json")
        if file is not None:
            self._presenter.contacts.look_at(file)

    def _make(self) -> None:
        folder = self._folders(self, _("Where the pack goes"))
        if folder is not None:
            self._presenter.giving.make(folder)

    def _choose_pack(self) -> None:
        file = self._files(self, _("A pack from a colleague"), f"*{ENDING}")
        if file is not None:
            self._presenter.taking.look(file)
