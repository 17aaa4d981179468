"""How a coach gets from one screen to another.

Screens ignore one another. What one wants of another it says in a signal, and here somebody listens.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from coachdesk.interviews import Channel
from coachdesk.people import Person
from coachdesk.services import Services
from ui import keys
from ui.directory import provision_row
from ui.handover.state import OPEN
from ui.interview import CARRY_ON
from ui.kit import Row
from ui.main_window import MainWindow
from ui.people import ADD, add_row, search_rows
from ui.screens import Screens

SCREEN = "screen:"
"""Before the name of a place, in the id of a row of the find box."""
PROVISION = "provision:"
"""Before the id of a row of the directory."""


class Routes(QObject):
    """The ways between the screens of one window. `moved` is told after every one of them."""

    def __init__(
        self, window: MainWindow, screens: Screens, services: Services, *, moved: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._screens, self._services, self._moved = window, screens, services, moved
        self._issued = False
        self._slip_from = "today"
        window.searched.connect(self._search)
        window.found.connect(self._take)
        window.went.connect(self._went)
        self._join_people()
        self._join_interview()
        self._join_handover()

    def _join_people(self) -> None:
        today, people, person = self._screens.today, self._screens.people, self._screens.person
        for start in (today.start_wanted, person.start_wanted):
            start.connect(self.start)
        for resume in (today.resume_wanted, person.resume_wanted):
            resume.connect(self._resume)
        for who in (today.person_wanted, people.person_wanted):
            who.connect(self.open_person)
        for document in (today.commitment_wanted, person.commitment_wanted):
            document.connect(self.open_issued)
        today.decision_wanted.connect(self._open_decisions)
        for slip in (today.slip_wanted, person.slip_wanted):
            slip.connect(self._open_slip)
        person.viewing_wanted.connect(self._open_viewing)
        self._screens.slip.back_wanted.connect(self._back_from_slip)
        today.add_person_wanted.connect(self._add_person)
        person.plan_wanted.connect(self.open_plan)
        person.back_wanted.connect(self._to_people)
        joining = self._screens.joining
        person.same_wanted.connect(self._find_same)
        people.compare_wanted.connect(self._compare_typed)
        joining.person_wanted.connect(self.open_person)
        joining.back_wanted.connect(self._back_from_joining)
        joining.used.connect(self._nobody_to_add)

    def _join_interview(self) -> None:
        interview, plan, commitment = self._screens.interview, self._screens.plan, self._screens.commitment
        interview.plan_wanted.connect(self._open_plan_of)
        interview.commitment_wanted.connect(self.open_commitment)
        interview.ended.connect(commitment.interview_over)
        interview.ended.connect(self._ended)
        interview.resume_wanted.connect(self._resume)
        keys.bind(self._window, "pause", self._called_away)
        plan.back_wanted.connect(self._back_from_plan)
        plan.commitment_wanted.connect(self.open_commitment)
        plan.directory_wanted.connect(self._look_up_for_plan)
        self._screens.directory.back_wanted.connect(self._back_to_plan)
        self._screens.directory.added.connect(self._add_to_plan)
        commitment.issued.connect(self._note_issued)
        commitment.plan_wanted.connect(self._open_plan_of)
        commitment.back_wanted.connect(self._back_from_commitment)

    def _join_handover(self) -> None:
        self._screens.administration.handover_wanted.connect(self._to_handover)
        self._screens.handover.back_wanted.connect(self._to_administration)

    def open_pack(self, file: Path) -> None:
        """Look at a colleague's pack that was opened on the desktop; from an open talk nobody is taken away."""
        self.go("handover")
        if self._window.here() == "handover":
            self._screens.handover.choose_section(OPEN)
            self._screens.handover.taking.look(file)

    def go(self, place: str) -> None:
        """Bring a page to the front."""
        self._window.go(place)
        self._moved()

    def _went(self, place: str) -> None:
        if place != "directory":
            self._screens.directory.leave_plan()
        self._moved()

    def _search(self, text: str) -> None:
        """People first, then what they can be referred to, then screens; a new person starts here, nothing is typed twice."""
        if not text.strip():
            self._window.found_list.show_found(())
            return
        people = search_rows(self._services, text)
        typed = text.strip().casefold()
        screens = [each for each in self._window.places.values() if each.icon and typed in each.words.casefold()]
        named = self._services.directory.named(text)
        rows = (*people, *(provision_row(each, f"{PROVISION}{each.row.id}") for each in named))
        found = [*rows, *(Row(f"{SCREEN}{each.name}", (each.words, "", "")) for each in screens)]
        self._window.found_list.show_found(found, add_row(text, found=bool(found)))

    def _take(self, row_id: str) -> None:
        if row_id.startswith(ADD):
            self._screens.people.find(row_id.removeprefix(ADD))
            self._add_person()
        elif row_id.startswith(SCREEN):
            self.go(row_id.removeprefix(SCREEN))
        elif row_id.startswith(PROVISION):
            self._screens.directory.open(row_id.removeprefix(PROVISION))
            self.go("directory")
        else:
            self.open_person(row_id)

    def open_person(self, person_id: str) -> None:
        """Everything about one person."""
        self._screens.person.open(person_id)
        self.go("person")

    def _open_decisions(self, person_id: str) -> None:
        self._screens.person.open_decisions(person_id)
        self.go("person")

    def _to_people(self) -> None:
        self.go("people")

    def _find_same(self, person: Person) -> None:
        self._screens.joining.open(person)
        self.go("joining")

    def _compare_typed(self, draft: Person, known_id: str) -> None:
        self._screens.joining.open_typed(draft, known_id)
        self.go("joining")

    def _back_from_joining(self, to_the_form: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.go("people" if to_the_form else "person")

    def _nobody_to_add(self) -> None:
        self._screens.people.clear()
        self._screens.people.back()

    def _to_handover(self) -> None:
        self.go("handover")

    def _to_administration(self) -> None:
        self.go("administration")

    def _add_person(self) -> None:
        self.go("people")
        self._screens.people.add()

    def start(self, person_id: str, definition_id: str, channel: str, appointment_id: str) -> None:
        """Begin an interview, or carry on the one that waits."""
        if self._screens.interview.start(person_id, definition_id, Channel(channel), appointment_id):
            self._to_interview()

    def _resume(self, interview_id: str) -> None:
        if self._screens.interview.open(interview_id):
            self._to_interview()

    def _to_interview(self) -> None:
        """The offer to carry on what was paused is over: while one talk is open, no other is one key away."""
        said = self._window.notices.notice()
        if said is not None and said.action.startswith(CARRY_ON):
            self._window.notices.clear()
        self.go("interview")

    def _called_away(self) -> None:
        """Pause the open interview from wherever one is in it: its plan, its document, the turned screen.

        What is typed on that page is stored first. Where the screen was turned to the person it shows nothing now: the
        day with its names is for the coach's eyes.
        """
        interview = self._screens.interview
        if interview.state() is None:
            return
        turned = self._window.is_turned()
        if turned:
            self._window.turn()
        self.go("interview")  # from a page beside it, which stores what is typed there
        interview.pause()
        if turned and interview.state() is None:
            self._window.hide_now()

    def _ended(self) -> None:
        self.go("today")

    def open_plan(self, person_id: str) -> None:
        """The plan of a person, outside an interview."""
        self._open_plan_of(person_id, "")

    def _open_plan_of(self, person_id: str, interview_id: str) -> None:
        self._screens.plan.open(person_id, interview_id)
        self.go("plan")

    def _back_from_plan(self) -> None:
        self.go("interview" if self._screens.interview.state() is not None else "person")

    def _look_up_for_plan(self) -> None:
        """From an open talk, too: the directory is then about this person, and names nobody else."""
        state = self._screens.plan.state
        if state is not None:
            self._screens.directory.choose_for(state.person, state.giving, interview_open=state.interview_open)
            self.go("directory")

    def _add_to_plan(self, words: str, follows_from: str) -> None:
        self.go("plan")
        self._screens.plan.add_action(text=words, follows_from=follows_from)

    def _back_to_plan(self) -> None:
        self.go("plan")

    def open_commitment(self, interview_id: str) -> None:
        """What will be issued from an interview."""
        self._screens.commitment.open(interview_id)
        self.go("commitment")

    def open_issued(self, commitment_id: str) -> None:
        """A commitment that was issued."""
        self._screens.commitment.open_issued(commitment_id)
        self.go("commitment")

    def _open_slip(self, appointment_id: str) -> None:
        self._slip_from = self._window.here()
        if self._screens.slip.open(appointment_id):
            self.go("slip")

    def _open_viewing(self, person_id: str) -> None:
        self._slip_from = self._window.here()
        if self._screens.slip.open_viewing(person_id):
            self.go("slip")

    def _back_from_slip(self) -> None:
        self.go(self._slip_from)

    def _back_from_commitment(self) -> None:
        """Back to the interview; one whose commitment was issued just now is over."""
        interview = self._screens.interview
        if interview.state() is None:
            self.go("today")
        elif self._issued:
            self._issued = False
            interview.finish()
        else:
            self.go("interview")

    def _note_issued(self, _commitment: object) -> None:
        self._issued = True
