"""The one place that knows all screens: makes them over an open vault and joins their signals.

Screens ignore one another. What one wants of another it says in a signal, and here somebody listens.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QCloseEvent

from coachdesk.i18n import _
from coachdesk.interviews import Channel
from ui.administration import AdministrationPage, AdministrationPresenter
from ui.commitment import CommitmentPage, CommitmentPresenter
from ui.interview import InterviewPage, InterviewPresenter
from ui.keeper import Keeper
from ui.kit import Notice
from ui.main_window import MainWindow, Place
from ui.people import PeoplePage, PeoplePresenter, PersonPage, PersonPresenter, search_rows
from ui.plan import PlanPage, PlanPresenter
from ui.safety import SafetyPanel
from ui.shutting import Shutting
from ui.slips import SlipPage, SlipPresenter
from ui.tasks import Tasks
from ui.telling import Telling, without_keychain
from ui.theme import Appearance
from ui.today import TodayPage, TodayPresenter

if TYPE_CHECKING:
    from coachdesk.application import Opened
    from coachdesk.self_check import Step


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
        self._vault, self._store = vault, store
        self.services = services = vault.services
        self.today = TodayPresenter(services)
        self.people = PeoplePresenter(services)
        self.person = PersonPresenter(services)
        self.interview = InterviewPresenter(services)
        self.plan = PlanPresenter(services)
        self.commitment = CommitmentPresenter(services, tasks)
        self.slip = SlipPresenter(services, tasks)
        self.administration = AdministrationPresenter(services, tasks, store, self_check=_self_check)
        self.window = self._make_window(safety)
        self._issued = False
        self._slip_from = "today"
        self.telling = Telling(self.window, self._ways(), self)
        self.shutting = Shutting((self.interview, self.plan, self.person), self, leave=self._leave, close=self._shut)
        self.keeper = Keeper(vault.policy, appearance, store, self._talking, self)
        self._join()
        if not vault.keys.with_keychain:
            self.telling.say(Notice(without_keychain(has_one=self.services.administration.computer_has_keychain())))

    def close(self) -> bool:
        """Put on disk what is being typed and close the vault; False where something could not be saved yet."""
        return self.shutting.shut()

    def _leave(self) -> None:
        self.window.page().leaving()

    def _shut(self) -> None:
        self.keeper.lock.stop()
        self.administration.bringing.cancel()
        self._vault.close()

    def _kept(self) -> None:
        self.keeper.count_anew()  # idleness asks again
        self.telling.say(
            Notice(
                _(
                    "Some words could not be saved yet, so the vault stays open and nothing is lost. Free some space on "
                    "the disk. If you wanted to lock, CoachDesk locks as soon as they are saved."
                ),
                "warn",
            )
        )

    def _window_closes(self, event: QCloseEvent) -> None:
        if not self.close():
            event.ignore()

    def _ways(self) -> dict[str, Callable[[], object]]:
        """What the button of an error does."""
        return {
            "retry": self._try_again,
            "reload": self._read_again,
            "reword": self.commitment.reword,
            "restore": self._to_administration,
            "self-check": self._to_administration,
        }

    def _make_window(self, safety: SafetyPanel) -> MainWindow:
        places = (
            Place("today", partial(TodayPage, self.today), _("Today"), "today", "today"),
            Place("people", partial(PeoplePage, self.people), _("People"), "people", "people"),
            Place("person", partial(PersonPage, self.person)),
            Place("interview", partial(InterviewPage, self.interview)),
            Place("plan", partial(PlanPage, self.plan)),
            Place("commitment", partial(CommitmentPage, self.commitment)),
            Place("slip", partial(SlipPage, self.slip)),
            Place(
                "administration",
                partial(AdministrationPage, self.administration),
                _("Administration"),
                "administration",
                "administration",
                foot=True,
            ),
        )
        return MainWindow(places, site=self._vault.info.site, safety=safety, store=self._store)

    def _talking(self) -> bool:
        return self.window.page().interview_open()

    def _join(self) -> None:
        window = self.window
        self.shutting.wanted.connect(self.locked)
        self.shutting.kept.connect(self._kept)
        window.lock_wanted.connect(self.shutting.lock)
        window.closing.connect(self._window_closes)
        window.searched.connect(self._search)
        window.found.connect(self.open_person)
        window.text_size_wanted.connect(self.keeper.resize_text)
        window.safety_opened.connect(self._safety_opened)
        window.safety_closed.connect(self._safety_closed)
        window.went.connect(self._went)
        self.keeper.lock.warning.connect(self._warn)
        self.keeper.lock.expired.connect(self.shutting.lock)
        for presenter in (self.today, self.people, self.person, self.interview, self.plan, self.commitment, self.slip):
            presenter.failed.connect(self.telling.failed)
        for teller in (
            self.today,
            self.people,
            self.person,
            self.plan,
            self.commitment,
            self.slip,
            self.administration,
        ):
            teller.noticed.connect(self.telling.noticed)
        self.administration.failed.connect(self.telling.failed)
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
        self.today.decision_wanted.connect(self._open_decisions)
        for slip in (self.today.slip_wanted, self.person.slip_wanted):
            slip.connect(self._open_slip)
        self.slip.back_wanted.connect(self._back_from_slip)
        self.today.add_person_wanted.connect(self._add_person)
        self.person.plan_wanted.connect(self._open_plan)
        self.person.back_wanted.connect(self._to_people)

    def _join_interview(self) -> None:
        self.interview.plan_wanted.connect(self._open_plan_of)
        self.interview.commitment_wanted.connect(self._open_commitment)
        self.interview.ended.connect(self.commitment.interview_over)
        self.interview.ended.connect(self._ended)
        for each in (self.interview, self.plan, self.person):
            each.saved.connect(self.telling.saved)
        self.plan.back_wanted.connect(self._back_from_plan)
        self.plan.commitment_wanted.connect(self._open_commitment)
        self.commitment.issued.connect(self._note_issued)
        self.commitment.plan_wanted.connect(self._open_plan_of)
        self.commitment.back_wanted.connect(self._back_from_commitment)
        self.administration.lock_wanted.connect(self.shutting.lock)
        self.administration.look_wanted.connect(self.keeper.set_look)
        self.administration.lock_minutes_wanted.connect(self.keeper.set_minutes)

    def go(self, place: str) -> None:
        """Bring a page to the front."""
        self.window.go(place)
        self.keeper.count_anew()

    def _went(self, _place: str) -> None:
        self.keeper.count_anew()

    def _search(self, text: str) -> None:
        self.window.found_list.show_found(search_rows(self._vault.services, text) if text.strip() else ())

    def open_person(self, person_id: str) -> None:
        """Everything about one person."""
        self.person.open(person_id)
        self.go("person")

    def _open_decisions(self, person_id: str) -> None:
        self.person.open_decisions(person_id)
        self.go("person")

    def _to_people(self) -> None:
        self.go("people")

    def _add_person(self) -> None:
        self.go("people")
        self.people.add()

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
        self.go("interview" if self.interview.state() is not None else "person")

    def _open_commitment(self, interview_id: str) -> None:
        self.commitment.open(interview_id)
        self.go("commitment")

    def _open_issued(self, commitment_id: str) -> None:
        self.commitment.open_issued(commitment_id)
        self.go("commitment")

    def _open_slip(self, appointment_id: str) -> None:
        self._slip_from = self.window.here()
        if self.slip.open(appointment_id):
            self.go("slip")

    def _back_from_slip(self) -> None:
        self.go(self._slip_from)

    def _back_from_commitment(self) -> None:
        """Back to the interview; one whose commitment was issued just now is over."""
        if self.interview.state() is None:
            self.go("today")
        elif self._issued:
            self._issued = False
            self.interview.finish()
        else:
            self.go("interview")

    def _note_issued(self, _commitment: object) -> None:
        self._issued = True

    def _try_again(self) -> None:
        self.window.page().leaving()

    def _read_again(self) -> None:
        self.window.page().arrived()

    def _to_administration(self) -> None:
        self.go("administration")

    def _warn(self, seconds: int) -> None:
        self.telling.say(
            Notice(_("CoachDesk locks in {seconds} seconds. Press any key to stay.").format(seconds=seconds))
        )

    def _safety_opened(self) -> None:
        self.keeper.lock.pause("safety")
        self.interview.stop_clock()

    def _safety_closed(self) -> None:
        self.keeper.lock.resume("safety")
        self.interview.resume_clock()


def _self_check() -> "Sequence[Step]":
    from coachdesk.self_check import self_check

    return self_check().steps
