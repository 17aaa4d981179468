from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from coachdesk.people import How
from ui.administration import state as at
from ui.administration.backups_section import BackupsSection
from ui.administration.caseload_section import CaseloadSection
from ui.administration.choice_sections import LockSection, LookSection
from ui.administration.content_section import ContentSection
from ui.administration.copies_section import CopiesSection
from ui.administration.decisions_section import DecisionsSection
from ui.administration.handover_section import HandoverSection
from ui.administration.helped_section import HelpedSection
from ui.administration.keys_section import KeysSection
from ui.administration.minutes_section import MinutesSection
from ui.administration.presenter import AdministrationPresenter
from ui.administration.record_sections import AuditSection, SettingsSection
from ui.administration.retention_section import RetentionSection
from ui.administration.state import AdministrationState
from ui.administration.work_sections import CheckSection
from ui.errors import attempt
from ui.giving.printing import print_key
from ui.kit import Page, Section, Sections, column, scrolling, surface
from ui.kit.folders import choose_file, choose_folder
from ui.kit.printing import chosen


def ask_for_folder(parent: QWidget) -> Path | None:
    """The system's own dialogue for a folder."""
    return choose_folder(parent, _("Where to save"))


def ask_for_checkpoint(parent: QWidget) -> Path | None:
    """The system's own dialogue for a checkpoint that was kept."""
    return choose_file(parent, _("Choose a file"), "*.txt")


def ask_for_file(parent: QWidget) -> Path | None:
    """The system's own dialogue for a list of people."""
    return choose_file(parent, _("Choose a file"), "*.xlsx *.xlsm *.csv *.txt *.tsv")


def ask_for_profile(parent: QWidget) -> Path | None:
    """The system's own dialogue for a site profile."""
    return choose_file(parent, _("Open a site profile"), "*.toml")


class AdministrationPage(Page):
    """Keys, lock, look, backups, content, settings, who looked at what, self-check: one section at a time.

    `printer` lets the coach choose a printer, or think better of it; `folders` and `files` let them choose a
    folder and a file, `checkpoints` a checkpoint that was kept.
    """

    def __init__(
        self,
        presenter: AdministrationPresenter,
        *,
        printer: Callable[[QWidget], QPrinter | None] = chosen,
        folders: Callable[[QWidget], Path | None] = ask_for_folder,
        files: Callable[[QWidget], Path | None] = ask_for_file,
        checkpoints: Callable[[QWidget], Path | None] = ask_for_checkpoint,
        profiles: Callable[[QWidget], Path | None] = ask_for_profile,
    ) -> None:
        super().__init__()
        self._presenter, self._printer, self._folders = presenter, printer, folders
        self._files, self._kept_checkpoints, self._profiles = files, checkpoints, profiles
        state = presenter.state
        self.keys, self.lock, self.look = KeysSection(state), LockSection(state.lock), LookSection(state.look)
        withheld = presenter.withheld
        self.keys.key.withhold(printing=How.PRINTED in withheld, copying=How.COPIED in withheld)
        self.backups, self.audit = BackupsSection(presenter.backups.state), AuditSection()
        self.retention = RetentionSection(presenter.times.state)
        self.copies = CopiesSection(presenter.copying.state)
        self.caseload = CaseloadSection(presenter.bringing.state)
        self.handover = HandoverSection()
        self.minutes = MinutesSection(presenter.minutes.state)
        self.decisions, self.check = DecisionsSection(state.decisions), CheckSection()
        self.helped, self.settings = HelpedSection(), SettingsSection(state, presenter.profile.state)
        self.sections = Sections(_("Administration"), self._parts(state))
        ground = surface("page")
        column(ground, margins=(24, 20, 24, 12)).addWidget(self.sections)
        column(self, spacing=0).addWidget(scrolling(ground))
        self._connect()
        self._connect_profile()
        self.render_state(state)

    def arrived(self) -> None:
        self._presenter.arrived()

    @Slot(object)
    def render_state(self, state: AdministrationState) -> None:
        """Show the state."""
        self.sections.choose(state.section)
        self.keys.render_state(state.keys)
        self.lock.render_state(state.lock)
        self.look.render_state(state.look)
        self.decisions.render_state(state.decisions)
        self.helped.render_state(state.helped)
        self.audit.render_state(state.audit)
        self.check.render_state(state.check)

    def _parts(self, state: AdministrationState) -> list[Section]:
        """The sections in the order of their words above."""
        return [
            Section(at.KEYS, _("Keys and recovery"), self.keys),
            Section(at.LOCK, _("Lock"), self.lock),
            Section(at.LOOK, _("Look"), self.look),
            Section(at.BACKUPS, _("Backups"), self.backups),
            Section(at.RETENTION, _("How long things are kept"), self.retention),
            Section(at.COPIES, _("Copies for several people"), self.copies),
            Section(at.CASELOAD, _("Caseload in and out"), self.caseload),
            Section(at.HANDOVER, _("Absence and handing over"), self.handover),
            Section(at.CONTENT, _("Content and rules"), ContentSection(state)),
            Section(at.SETTINGS, _("Settings of your organisation"), self.settings),
            Section(at.DECISIONS, _("Decisions this month"), self.decisions),
            Section(at.MINUTES, _("Your minutes"), self.minutes),
            Section(at.HELPED, _("What helped"), self.helped),
            Section(at.AUDIT, _("Who looked at what"), self.audit),
            Section(at.CHECK, _("Self-check"), self.check),
        ]

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.render_state)
        self.sections.chosen.connect(presenter.choose_section)
        self.keys.change_wanted.connect(self._change_passphrase)
        self.keys.renew_wanted.connect(self._renew)
        self.keys.fresh_wanted.connect(self._encrypt_anew)
        self.keys.kept.connect(self._kept)
        self.keys.key.print_wanted.connect(self._print)
        self.keys.key.copied.connect(self._copied)
        self.lock.minutes_wanted.connect(presenter.choose_minutes)
        self.lock.lock_wanted.connect(presenter.lock_wanted)
        self.look.look_wanted.connect(presenter.choose_look)
        self.look.language_wanted.connect(presenter.choose_language)
        presenter.backups.changed.connect(self.backups.render_state)
        self.backups.make_wanted.connect(presenter.backups.make)
        self.backups.test_wanted.connect(presenter.backups.test_last)
        self.backups.look_wanted.connect(presenter.backups.look_inside)
        self.backups.restore_wanted.connect(presenter.backups.restore)
        self.backups.put_away_wanted.connect(presenter.backups.put_away)
        self._connect_retention()
        presenter.copying.changed.connect(self.copies.render_state)
        self.copies.chosen.connect(presenter.copying.choose)
        self.copies.save_wanted.connect(self._save_copies)
        self.copies.cancelled.connect(presenter.copying.cancel)
        self._connect_caseload()
        self.handover.wanted.connect(presenter.handover_wanted)
        presenter.minutes.changed.connect(self.minutes.render_state)
        self.minutes.save_wanted.connect(self._save_minutes)
        self.decisions.month_wanted.connect(presenter.choose_month)
        self.audit.check_wanted.connect(self._presenter.checkpoints.verify)
        self.audit.save_wanted.connect(self._save_checkpoint)
        self.audit.compare_wanted.connect(self._compare_checkpoint)
        self.check.check_wanted.connect(presenter.check_program)
        self.check.support_wanted.connect(presenter.support_wanted)

    def _connect_retention(self) -> None:
        times, section = self._presenter.times, self.retention
        times.changed.connect(section.render_state)
        section.look_wanted.connect(times.look)
        section.delete_wanted.connect(times.delete)
        section.put_away_wanted.connect(times.put_away)
        section.holds.lift_wanted.connect(times.lift)
        section.holds.open_wanted.connect(times.open_hold)
        section.holds.shut_wanted.connect(times.shut_hold)

    def _connect_caseload(self) -> None:
        bringing, caseload = self._presenter.bringing, self.caseload
        bringing.changed.connect(caseload.render_state)
        caseload.file_wanted.connect(self._choose_file)
        caseload.matched.connect(bringing.match)
        caseload.sheet_chosen.connect(bringing.take_sheet)
        caseload.check_wanted.connect(bringing.check)
        caseload.all_chosen.connect(bringing.choose_all)
        caseload.bring_wanted.connect(bringing.bring_in)
        caseload.save_wanted.connect(self._save_caseload)
        caseload.cancelled.connect(bringing.cancel)

    def _connect_profile(self) -> None:
        profile, card = self._presenter.profile, self.settings.profile
        profile.changed.connect(card.render_state)
        card.open_wanted.connect(self._open_profile)
        card.take_wanted.connect(profile.take)
        card.back_wanted.connect(profile.think_better)
        card.leave_wanted.connect(profile.leave)

    def _open_profile(self) -> None:
        file = self._profiles(self)
        if file is not None:
            self._presenter.profile.look(file)

    def _choose_file(self) -> None:
        file = self._files(self)
        if file is not None:
            self._presenter.bringing.choose(file)

    def _save_caseload(self) -> None:
        folder = self._folders(self)
        if folder is not None:
            self._presenter.bringing.save(folder, self.caseload.file_kind())

    def _save_checkpoint(self) -> None:
        folder = self._folders(self)
        if folder is not None:
            self._presenter.checkpoints.save(folder)

    def _compare_checkpoint(self) -> None:
        file = self._kept_checkpoints(self)
        if file is not None:
            self._presenter.checkpoints.compare(file)

    def _save_minutes(self) -> None:
        folder = self._folders(self)
        if folder is not None:
            self._presenter.minutes.save(folder)

    def _change_passphrase(self) -> None:
        keys = self.keys
        self._presenter.change_passphrase(keys.old.value(), keys.new.value(), keys.again.value())

    def _encrypt_anew(self) -> None:
        self._presenter.renew_data_key(self.keys.fresh.value())

    def _renew(self) -> None:
        self._presenter.renew_recovery_key(self.keys.passphrase.value())

    def _kept(self) -> None:
        self._presenter.kept(self.keys.key.typed.value())

    def _save_copies(self) -> None:
        folder = self._folders(self)
        if folder is not None:
            self._presenter.copying.save(folder)

    def _print(self) -> None:
        printer = self._printer(self)
        if printer is not None:
            left = partial(self._presenter.key_left, How.PRINTED)
            self._presenter.noticed.emit(print_key(printer, self.keys.key.key(), left))

    def _copied(self) -> None:
        attempt(partial(self._presenter.key_left, How.COPIED), self._presenter.failed.emit)
