"""Keeps the finding beside the questions: it follows the interview step by step, and takes what the coach decides."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from coachdesk.cases import Circumstance
from coachdesk.errors import AppError
from coachdesk.requirements.decision import DiscretionRecord
from coachdesk.requirements.finding import Easement
from coachdesk.services import PersonFinding, Services
from ui.deciding import Decision, Made, decision_about
from ui.errors import attempt
from ui.interview.finding.card import rule_text
from ui.interview.finding.like import Like, like
from ui.interview.finding.lines import Shown, lines_of
from ui.interview.finding.more import more_lines
from ui.interview.finding.opening import opens
from ui.interview.finding.standing import Taken, taken
from ui.interview.finding.state import FindingState
from ui.interview.state import InterviewState


class FindingPresenter(QObject):
    """Owns the panel's state; None while no interview is open.

    `question_wanted` carries the id of a question to go to; `reasons_found` reasons of one key for the hours;
    `planned` says that the plan has a new line.
    """

    changed = Signal(object)  # FindingState, or None
    failed = Signal(object)  # AppError
    question_wanted = Signal(str)
    reasons_found = Signal(object)  # what `reasons` gives
    planned = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._interview: InterviewState | None = None
        self._state: FindingState | None = None
        self._found: PersonFinding | None = None
        self._records: tuple[DiscretionRecord, ...] = ()
        self._chosen: dict[str, bool] = {}
        self._place = ("", "")

    def state(self) -> FindingState | None:
        """What is shown; None while no interview is open."""
        return self._state

    def reasons(self) -> tuple[str, ...]:
        """Reasons of one key for the hours that the coach decides, from what is recorded and said by now."""
        if self._found is None or self._interview is None:
            return ()
        return self._services.requirements.hours_reasons(self._found, self._interview.answers)

    def follow(self, state: object) -> None:
        """The interview changed. Only another step, or another interview, changes the finding."""
        before, self._interview = self._interview, state if isinstance(state, InterviewState) else None
        if self._interview is None:
            self._place, self._found = ("", ""), None
            self._set(None)
            return
        interview = self._interview.interview
        if interview.id != self._place[0]:
            self._records = self._decisions()
        if (interview.id, interview.step_id) != self._place:
            self._place = (interview.id, interview.step_id)
            self.read()
        elif before is not None and before.interview.question_id != interview.question_id:
            self._offer_reasons()

    def read(self) -> None:
        """Make the finding anew from what is recorded and said by now."""
        state = self._interview
        if state is None:
            return
        found = attempt(self._find, self.failed.emit)
        if found is None:
            return
        self._found = found
        before = self._state or FindingState(today=state.today)
        shown = Shown(found, state.definition, self._taken(state))
        lines, more = lines_of(shown), more_lines(found)
        still = before.deciding is not None and any(
            each.due and each.id == before.deciding.easement_id for each in found.finding.easements
        )
        self._set(
            replace(
                before,
                today=state.today,
                made=before.made + ((lines, more) != (before.lines, before.more_lines)),
                unfolded=self._chosen.get(state.interview.id, opens(state)),
                lines=lines,
                more_lines=more,
                why="",
                cards=(),
                like=None,
                deciding=before.deciding if still else None,
                settled="",
            )
        )
        self._offer_reasons()

    def fold(self) -> None:
        """Fold the panel away, or bring it back; so it stays for this interview."""
        if self._state is not None and self._interview is not None:
            unfolded = not self._state.unfolded
            self._chosen[self._interview.interview.id] = unfolded
            self._set(replace(self._state, unfolded=unfolded, settled=""))

    def show_more(self) -> None:
        """Show the rest of it, or fold that away."""
        if self._state is not None:
            self._set(replace(self._state, more=not self._state.more, settled=""))

    def show_like(self) -> None:
        """Show worked examples of someone like this, or fold them away."""
        if self._state is not None:
            self._set(replace(self._state, like=self._like("") if self._state.like is None else None, settled=""))

    def look_for(self, about: str) -> None:
        """Show only the examples about this circumstance; "" shows all that are alike."""
        if self._state is not None and self._state.like is not None and about != self._state.like.about:
            self._set(replace(self._state, like=self._like(about)))

    def open_example(self, name: str) -> None:
        """Open one of the examples; the same again shuts it."""
        state = self._state
        if state is not None and state.like is not None:
            opened = "" if state.like.opened == name else name
            self._set(replace(state, like=replace(state.like, opened=opened)))

    def explain(self, line_id: str) -> None:
        """Open the rules behind a line; the same again shuts them."""
        state = self._state
        if state is None:
            return
        line = next((each for each in (*state.lines, *state.more_lines) if each.id == line_id), None)
        if line is None or line_id == state.why:
            self._set(replace(state, why="", cards=(), settled=""))
            return
        rules = (self._services.requirements.rule(each) for each in line.rules)
        cards = tuple(rule_text(rule) for rule in rules if rule is not None)
        self._set(replace(state, why=line_id, cards=cards, settled=""))

    def begin(self, easement_id: str) -> None:
        """The coach wants to decide about this."""
        if self._state is None or self._found is None:
            return
        for easement in self._found.finding.easements:
            if easement.id == easement_id:
                self._set(replace(self._state, deciding=self._decision(easement, self._found), settled=""))
                return

    def not_now(self) -> None:
        """Leave it undecided."""
        if self._state is not None and self._state.deciding is not None:
            self._set(replace(self._state, deciding=None, settled=self._state.deciding.easement_id))

    def decide(self, made: object) -> None:
        """Record a decision as it was made in the form."""
        state, requirements = self._interview, self._services.requirements
        if state is None or not isinstance(made, Made):
            return
        stored = attempt(
            lambda: requirements.decide(
                state.person.id,
                made.easement_id,
                made.decided,
                reason=made.reason,
                until=made.until,
                interview_id=state.interview.id,
            ),
            self.failed.emit,
        )
        if stored is not None:
            self._settle(made.easement_id)

    def take_back(self, easement_id: str) -> None:
        """A decision of this interview was a mistake."""
        state = self._interview
        found = self._taken(state).get(easement_id) if state is not None else None
        if found is None:
            return
        try:
            self._services.requirements.take_back(found.record)
        except AppError as error:
            self.failed.emit(error)
        self._settle(easement_id)

    def refer(self) -> None:
        """What is to be asked of the benefit team becomes a promise of the coach's own."""
        state = self._interview
        if state is None:
            return
        refer = self._services.requirements.refer_for_assessment
        if attempt(lambda: refer(state.person.id, state.interview.id), self.failed.emit) is not None:
            self.planned.emit()
            self.read()

    def _settle(self, easement_id: str) -> None:
        """What is decided, or open again, and the focus with it."""
        self._records = self._decisions()
        if self._state is not None:
            self._state = replace(self._state, deciding=None)
        self.read()
        if self._state is not None:
            self._set(replace(self._state, settled=easement_id))

    def _find(self) -> PersonFinding:
        state = self._interview
        assert state is not None, "no interview is open"
        return self._services.requirements.for_interview(state.interview, state.answers)

    def _decisions(self) -> tuple[DiscretionRecord, ...]:
        state = self._interview
        if state is None:
            return ()
        read = self._services.requirements.decisions
        return attempt(lambda: read(state.person.id), self.failed.emit) or ()

    def _taken(self, state: InterviewState) -> dict[str, Taken]:
        return taken(self._records, state.interview.id, state.today)

    def _decision(self, easement: Easement, found: PersonFinding) -> Decision:
        """What is to be decided. Its rule stands behind "Why" beside it, where it may be shown at all."""
        decision = decision_about(easement, found, self._services)
        return decision if easement.sealed else replace(decision, why="", source="")

    def _like(self, about: str) -> Like | None:
        found = self._found
        if found is None:
            return None
        wanted = (Circumstance(about),) if about else ()
        return like(found.facts, self._services.requirements.examples(found, wanted), about=about)

    def _offer_reasons(self) -> None:
        self.reasons_found.emit(self.reasons())

    def _set(self, state: FindingState | None) -> None:
        if state != self._state:
            self._state = state
            self.changed.emit(state)
