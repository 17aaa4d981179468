"""What becomes of a plan while somebody writes it."""

from datetime import timedelta
from decimal import Decimal

import pytest

from coachdesk.application import Opened
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.plans import Action, ActionState, Implements, Party, Rhythm, Standing
from coachdesk.privacy import Privacy
from tests.ui.plan.acted import Told, newcomer, played
from ui.plan import PlanPresenter
from ui.plan.state import Part, PlanState


def state(presenter: PlanPresenter) -> PlanState:
    assert presenter.state is not None
    return presenter.state


def stored(opened: Opened, presenter: PlanPresenter) -> tuple[Action, ...]:
    return opened.services.plans.plan(state(presenter).person.id).actions


@pytest.fixture
def begun(opened: Opened, presenter: PlanPresenter) -> PlanPresenter:
    presenter.open(newcomer(opened).id)
    return presenter


def write(presenter: PlanPresenter, **fields: object) -> None:
    for name, value in fields.items():
        presenter.change(name, value)


def test_an_action_without_a_date_is_kept_but_not_in_the_plan_and_says_why(
    opened: Opened, begun: PlanPresenter
) -> None:
    begun.add_action()
    write(begun, text="Ring the library")
    begun.finish()
    (view,) = state(begun).views(Part.CHOSEN)
    assert view.action.state is ActionState.DRAFT
    assert view.problem("by") == "Say by when, or how often."
    assert opened.services.plans.plan(state(begun).person.id).open == ()
    begun.edit(view.action.id)
    write(begun, when=Rhythm.WEEK.value)
    begun.finish()
    assert [each.text for each in opened.services.plans.plan(state(begun).person.id).chosen] == ["Ring the library"]


def test_half_a_date_and_hours_that_are_no_number_are_kept_as_typed(opened: Opened, begun: PlanPresenter) -> None:
    begun.add_action()
    write(begun, text="Ring", when="day", by={"day": "31", "month": "2", "year": "2027"}, hours="about two")
    begun.finish()
    (action,) = stored(opened, begun)
    assert (action.by, action.hours, action.state) == (None, None, ActionState.DRAFT)
    assert action.as_typed == {"by": "31/2/2027", "hours": "about two"}
    (view,) = state(begun).views(Part.CHOSEN)
    assert view.problem("by") == "Give a whole date: day, month and year."
    write_again = begun.edit
    write_again(action.id)
    write(begun, by="2099-12-01", hours="2.5")
    begun.finish()
    (mended,) = stored(opened, begun)
    assert (mended.hours, mended.as_typed, mended.state) == (Decimal("2.5"), {}, ActionState.OPEN)


def test_a_day_takes_the_rhythm_back_and_a_rhythm_the_day(opened: Opened, begun: PlanPresenter) -> None:
    begun.add_action()
    write(begun, text="Ring", by="2099-12-01", when="week")
    begun.flush()
    (action,) = stored(opened, begun)
    assert (action.by, action.every) == (None, Rhythm.WEEK)
    write(begun, by="2099-12-01")
    begun.flush()
    (action,) = stored(opened, begun)
    assert (str(action.by), action.every) == ("2099-12-01", None)


@pytest.mark.parametrize("owner", [Party.COACH, Party.OTHER])
def test_only_what_the_person_does_can_be_a_requirement(opened: Opened, begun: PlanPresenter, owner: Party) -> None:
    begun.add_action()
    write(begun, text="Ring", when="week", standing="required", implements="search", owner=owner.value)
    begun.flush()
    (action,) = stored(opened, begun)
    assert (action.standing, action.implements) == (Standing.VOLUNTARY, None)
    write(begun, standing="required")
    begun.flush()
    (action,) = stored(opened, begun)
    assert action.standing is Standing.VOLUNTARY


def test_a_requirement_says_which_it_is_and_then_stands_in_the_other_list(opened: Opened, begun: PlanPresenter) -> None:
    begun.add_action()
    write(begun, text="Look at two job boards", when="week", standing="required")
    assert state(begun).views(Part.CHOSEN), "it stays where it is while its fields are open"
    begun.finish()
    (view,) = state(begun).views(Part.ASKED)
    assert view.problem("implements") == "Say which requirement this carries out."
    begun.edit(view.action.id)
    write(begun, implements=Implements.SEARCH.value)
    begun.finish()
    assert [each.text for each in opened.services.plans.plan(state(begun).person.id).asked] == [
        "Look at two job boards"
    ]


def test_a_reason_comes_with_one_key_and_never_overwrites_words(opened: Opened, presenter: PlanPresenter) -> None:
    person, interview = played(opened, "callum")
    presenter.open(person.id, interview.id)
    presenter.add_action()
    write(presenter, text="Ring")
    begun = next(each for each in state(presenter).views(Part.CHOSEN) if each.action.id == state(presenter).editing)
    first, second = begun.reasons[:2]
    presenter.give_reason(first)
    presenter.give_reason(second)
    presenter.flush()
    action = next(each for each in stored(opened, presenter) if each.id == state(presenter).editing)
    assert (action.reason, action.because) == (second.sentence, (second.question_id,))
    write(presenter, reason="Because the bus stops there.")
    presenter.give_reason(first)
    presenter.flush()
    action = next(each for each in stored(opened, presenter) if each.id == state(presenter).editing)
    assert action.reason == f"Because the bus stops there. {first.sentence}"


def test_what_was_said_in_private_is_never_offered_as_a_reason(opened: Opened, presenter: PlanPresenter) -> None:
    person, interview = played(opened, "callum")
    presenter.open(person.id, interview.id)
    presenter.add_action()
    (view,) = [each for each in state(presenter).views(Part.CHOSEN) if each.action.id == state(presenter).editing]
    offered = {each.question_id for each in view.reasons}
    definition = opened.services.interviews.open(interview.id).definition
    hidden = {each.id for each in definition.questions() if each.sealed or each.sensitive or each.only_when_alone}
    assert offered
    assert not offered & hidden


def test_letting_go_asks_why_and_undo_takes_it_up_again(opened: Opened, presenter: PlanPresenter, told: Told) -> None:
    person, interview = played(opened, "callum")
    presenter.open(person.id, interview.id)
    view = state(presenter).views(Part.CHOSEN)[0]
    presenter.edit(view.action.id)
    presenter.ask_to_let_go(asked=True)
    presenter.let_go("The kitchen closed.")
    (closed,) = state(presenter).closed
    assert (closed.text, closed.let_go_reason) == (view.action.text, "The kitchen closed.")
    (notice,) = told.notices()
    assert (notice.text, notice.action_words) == ("The action was let go.", "Undo")
    presenter.undo(notice.action)
    assert state(presenter).closed == ()
    assert view.action.text in [each.action.text for each in state(presenter).views(Part.CHOSEN)]


def test_a_discarded_draft_comes_back_with_undo(opened: Opened, begun: PlanPresenter, told: Told) -> None:
    begun.add_action(Party.COACH)
    write(begun, text="Ask about the course")
    begun.discard()
    assert stored(opened, begun) == ()
    begun.undo(told.notices()[0].action)
    assert [each.text for each in stored(opened, begun)] == ["Ask about the course"]


def test_a_goal_let_go_comes_back_with_undo(opened: Opened, begun: PlanPresenter, told: Told) -> None:
    begun.add_goal()
    write(begun, text="Cook for a living")
    begun.flush()
    begun.let_go("")
    assert state(begun).goals == ()
    begun.undo(told.notices()[0].action)
    assert [each.goal.text for each in state(begun).goals] == ["Cook for a living"]


def test_what_was_never_typed_leaves_nothing_behind(opened: Opened, begun: PlanPresenter) -> None:
    begun.add_goal()
    begun.add_action()
    begun.finish()
    plan = opened.services.plans.plan(state(begun).person.id)
    assert (plan.goals, plan.actions) == ((), ())
    assert state(begun).goals == ()


def test_actions_move_within_their_list(opened: Opened, presenter: PlanPresenter) -> None:
    person, interview = played(opened, "callum")
    presenter.open(person.id, interview.id)
    before = [each.action.id for each in state(presenter).views(Part.OURS)]
    presenter.move(before[0], 1)
    after = [each.action.id for each in state(presenter).views(Part.OURS)]
    assert after == [before[1], before[0], *before[2:]]
    presenter.move(after[0], -1)
    assert [each.action.id for each in state(presenter).views(Part.OURS)] == after


def test_the_goal_keeps_its_numbers_and_the_words_behind_them(opened: Opened, begun: PlanPresenter) -> None:
    begun.add_goal()
    write(
        begun,
        text="Find out what I can do",
        why="The children",
        importance={"number": 9, "words": ""},
        confidence={"number": 6, "words": "I have done it before"},
        privacy=Privacy.BETWEEN_US.value,
    )
    begun.finish()
    (goal,) = opened.services.plans.plan(state(begun).person.id).goals
    assert (goal.importance, goal.confidence, goal.why_not_lower) == (9, 6, "I have done it before")
    assert goal.privacy is Privacy.BETWEEN_US


def test_a_full_disk_loses_nothing_and_what_was_typed_is_saved_later(
    opened: Opened, begun: PlanPresenter, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun.add_action()
    write(begun, text="Ring the library", when="week")
    with monkeypatch.context() as full:
        full.setattr(opened.services.plans, "save_action", _full, raising=False)
        assert not begun.flush()
    assert told.codes() == ["storage.disk-full"]
    assert begun.unsaved()
    assert state(begun).views(Part.CHOSEN)[0].action.text == "Ring the library"
    begun.leave()
    assert not begun.unsaved()
    assert [each.text for each in stored(opened, begun)] == ["Ring the library"]


def _full(action: Action) -> Action:
    raise AppError("storage.disk-full")


def test_the_strip_weighs_hours_days_and_appointments(opened: Opened, presenter: PlanPresenter) -> None:
    person, interview = played(opened, "callum")
    presenter.open(person.id, interview.id)
    weighed = state(presenter).strip
    assert weighed is not None
    assert weighed.given == Decimal(2)
    presenter.add_action()
    write(presenter, text="Search", when="week", hours="8")
    presenter.finish()
    after = state(presenter).strip
    assert after is not None
    assert after.used == weighed.used + 8
    assert after.over


def test_while_the_interview_is_open_the_page_says_so(opened: Opened, presenter: PlanPresenter) -> None:
    person, interview = played(opened, "callum")
    presenter.open(person.id, interview.id)
    assert state(presenter).interview_open
    opened.services.interviews.finish(interview)
    presenter.open(person.id)
    assert not state(presenter).interview_open
    assert state(presenter).interview_id == interview.id


def test_going_back_and_on_puts_everything_on_disk_first(opened: Opened, presenter: PlanPresenter) -> None:
    person, interview = played(opened, "amira")
    presenter.open(person.id, interview.id)
    wanted: list[str] = []
    presenter.commitment_wanted.connect(wanted.append)
    presenter.add_action(Party.COACH)
    soon = state(presenter).today + timedelta(days=7)
    write(presenter, text="Send the bus pass form", by=soon.isoformat())
    presenter.go_on()
    assert wanted == [interview.id]
    assert "Send the bus pass form" in [each.text for each in opened.services.plans.plan(person.id).ours]


def test_the_persons_language_is_that_of_new_words(opened: Opened, presenter: PlanPresenter) -> None:
    welsh = newcomer(opened, language=Language.WELSH)
    presenter.open(welsh.id)
    presenter.add_goal()
    write(presenter, text="Coginio")
    presenter.flush()
    (goal,) = opened.services.plans.plan(welsh.id).goals
    assert goal.language == "cy"
