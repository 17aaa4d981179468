"""The one place that knows all screens: makes them over an open vault and joins their signals.

Screens ignore one another. What one wants of another it says in a signal, and here somebody listens.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QApplication

from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.interviews import Channel
from ui import settings
from ui.administration import AdministrationPage, AdministrationPresenter
from ui.autolock import AutoLock
from ui.commitment import CommitmentPage, CommitmentPresenter
from ui.errors import advice
from ui.interview import InterviewPage, InterviewPresenter
from ui.kit import Notice
from ui.main_window import MainWindow, Place
from ui.people import PeoplePage, PeoplePresenter, PersonPage, PersonPresenter, search_rows
from ui.plan import PlanPage, PlanPresenter
from ui.safety import SafetyPanel
from ui.tasks import Tasks
from ui.theme import TEXT_SIZES, Appearance, Theme
from ui.today import TodayPage, TodayPresenter

if TYPE_CHECKING:
    from coachdesk.application import Opened


class Desk(QObject):
    """The window over one open vault. `locked` comes when the coach, or idleness, wants it locked."""

    locked = Signal()

    def __init__(
        self,
        vault: "Opened",
        tasks: Tasks,
        *,
        appearance: Appearance,
        store: QSettings,
        safety: SafetyPanel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._vault, self._appearance, self._store = vault, appearance, store
        self.services = services = vault.services
        self.today = TodayPresenter(services)
        self.people = PeoplePresenter(services)
        self.person = PersonPresenter(services)
        self.interview = InterviewPresenter(services)
        self.plan = PlanPresenter(services)
        self.commitment = CommitmentPresenter(services, tasks)
        self.administration = AdministrationPresenter(services, tasks)
        self.window = self._make_window(safety)
        self._undoing: QObject | None = None
        self.lock = self._make_lock()
        self._join()
        if not vault.keys.with_keychain:
            self._say(
                Notice(
                    _("This computer has no keychain that can be used, so your passphrase alone protects the vault.")
                )
            )

    def close(self) -> bool:
        """Put on disk what is being typed and close the vault; False where something could not be saved yet."""
        self.window.page().leaving()
        if self.interview.unsaved():
            self._say(
                Notice(
                    _("Some words could not be saved yet, so the vault stays open. Free some space on the disk."),
                    "warn",
                )
            )
            return False
        self.lock.stop()
        self._vault.close()
        return True

    def _make_window(self, safety: SafetyPanel) -> MainWindow:
        self._interview_page = InterviewPage(self.interview)
        self._people_page = PeoplePage(self.people)
        places = (
            Place("today", TodayPage(self.today), _("Today"), "today", "today"),
            Place("people", self._people_page, _("People"), "people", "people"),
            Place("person", PersonPage(self.person)),
            Place("interview", self._interview_page),
            Place("plan", PlanPage(self.plan)),
            Place("commitment", CommitmentPage(self.commitment)),
            Place(
                "administration",
                AdministrationPage(self.administration),
                _("Administration"),
                "administration",
                "administration",
                foot=True,
            ),
        )
        return MainWindow(places, site=self._vault.info.site, safety=safety, store=self._store)

    def _make_lock(self) -> AutoLock:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        lock = AutoLock(app, self._minutes())
        lock.warning.connect(self._warn)
        lock.expired.connect(self.locked)
        return lock

    def _minutes(self) -> int:
        """Idle minutes: the organisation's where it fixed them, else the coach's own; longer while somebody talks."""
        policy = self._vault.policy
        if self.window.page().interview_open():
            return policy.interview_lock_minutes
        if "idle_lock_minutes" in policy.fixed:
            return policy.idle_lock_minutes
        return settings.LOCK_MINUTES.get(self._store)

    def _join(self) -> None:
        window = self.window
        window.lock_wanted.connect(self.locked)
        window.closing.connect(self.close)
        window.searched.connect(self._search)
        window.found.connect(self.open_person)
        window.acted.connect(self._act)
        window.text_size_wanted.connect(self._resize_text)
        window.safety_opened.connect(self._safety_opened)
        window.safety_closed.connect(self._safety_closed)
        window.went.connect(self._went)
        for presenter in (self.today, self.people, self.person, self.interview, self.plan, self.commitment):
            presenter.failed.connect(self._failed)
        for presenter in (self.today, self.people, self.person, self.plan, self.commitment, self.administration):
            presenter.noticed.connect(self._noticed)
        self.administration.failed.connect(self._failed)
        self._join_people()
        self._join_interview()

    def _join_people(self) -> None:
        for start in (self.today.start_wanted, self.person.start_wanted):
            start.connect(self.start)
        for resume in (self.today.resume_wanted, self.person.resume_wanted):
            resume.connect(self._resume)
        for who in (self.today.person_wanted, self.people.person_wanted):
            who.connect(self.open_person)
        for document in (self.today.commitment_wanted, self.person.commitment_wanted):
            document.connect(self._open_issued)
        self.today.add_person_wanted.connect(self._add_person)
        self.person.plan_wanted.connect(self._open_plan)
        self.person.back_wanted.connect(self._to_people)

    def _join_interview(self) -> None:
        self.interview.plan_wanted.connect(self._open_plan_of)
        self.interview.commitment_wanted.connect(self._open_commitment)
        self.interview.ended.connect(self._ended)
        self.interview.saved.connect(self.window.top.set_saved)
        self.plan.saved.connect(self.window.top.set_saved)
        self.plan.back_wanted.connect(self._back_from_plan)
        self.plan.commitment_wanted.connect(self._open_commitment)
        self.commitment.plan_wanted.connect(self._open_plan_of)
        self.commitment.back_wanted.connect(self._back_from_commitment)
        self.administration.lock_wanted.connect(self.locked)
        self.administration.look_wanted.connect(self._look)
        self.administration.lock_minutes_wanted.connect(self._lock_minutes)

    def go(self, place: str) -> None:
        """Bring a page to the front."""
        self.window.go(place)
        self.lock.set_minutes(self._minutes())

    def _went(self, _place: str) -> None:
        self.lock.set_minutes(self._minutes())

    def _search(self, text: str) -> None:
        self.window.found_list.show_found(search_rows(self._vault.services, text) if text.strip() else ())

    def open_person(self, person_id: str) -> None:
        """Everything about one person."""
        self.person.open(person_id)
        self.go("person")

    def _to_people(self) -> None:
        self.go("people")

    def _add_person(self) -> None:
        self.go("people")
        self._people_page.add()

    def start(self, person_id: str, definition_id: str, channel: str, appointment_id: str) -> None:
        """Begin an interview, or carry on the one that waits."""
        if self.interview.start(person_id, definition_id, Channel(channel), appointment_id):
            self.go("interview")

    def _resume(self, interview_id: str) -> None:
        if self.interview.open(interview_id):
            self.go("interview")

    def _ended(self) -> None:
        self.go("today")

    def _open_plan(self, person_id: str) -> None:
        self._open_plan_of(person_id, "")

    def _open_plan_of(self, person_id: str, interview_id: str) -> None:
        self.plan.open(person_id, interview_id)
        self.go("plan")

    def _back_from_plan(self) -> None:
        self.go("interview" if self.interview.state is not None else "person")

    def _open_commitment(self, interview_id: str) -> None:
        self.commitment.open(interview_id)
        self.go("commitment")

    def _open_issued(self, commitment_id: str) -> None:
        self.commitment.open_issued(commitment_id)
        self.go("commitment")

    def _back_from_commitment(self) -> None:
        """Back to the interview; one whose commitment was issued is over."""
        if self.interview.state is None:
            self.go("today")
        else:
            self.go("interview")

    def _failed(self, error: AppError) -> None:
        self._undoing = None
        said = advice(error)
        self._say(Notice(said.text, "problem", said.action_words, said.action))

    def _noticed(self, notice: Notice) -> None:
        self._undoing = self.sender()
        self._say(notice)

    def _say(self, notice: Notice) -> None:
        self.window.show_notice(notice)

    def _act(self, action: str) -> None:
        """Do what a notice offered: take something back, or the way on from an error."""
        if self._undoing in {self.today, self.people, self.person, self.plan, self.commitment, self.administration}:
            self._undoing.undo(action)
        elif action == "retry":
            self.window.page().leaving()
        elif action == "reload":
            self.window.page().arrived()
        elif action == "reword":
            self.commitment.reword()
        else:
            self.window.go("administration")

    def _warn(self, seconds: int) -> None:
        self._say(Notice(_("CoachDesk locks in {seconds} seconds. Press any key to stay.").format(seconds=seconds)))

    def _safety_opened(self) -> None:
        self.lock.pause("safety")
        self.interview.stop_clock()

    def _safety_closed(self) -> None:
        self.lock.resume("safety")
        self.interview.resume_clock()

    def _look(self, theme: str, text_size: int) -> None:
        settings.THEME.set(self._store, theme)
        settings.TEXT_SIZE.set(self._store, text_size)
        self._appearance.choose(Theme(theme), text_size)

    def _resize_text(self, step: int) -> None:
        sizes = list(TEXT_SIZES)
        here = min(sizes, key=self._distance)
        there = sizes[min(max(sizes.index(here) + step, 0), len(sizes) - 1)]
        self._look(settings.THEME.get(self._store), there)

    def _distance(self, size: int) -> int:
        return abs(size - settings.TEXT_SIZE.get(self._store))

    def _lock_minutes(self, minutes: int) -> None:
        settings.LOCK_MINUTES.set(self._store, minutes)
        self.lock.set_minutes(self._minutes())
