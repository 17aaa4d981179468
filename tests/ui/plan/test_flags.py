"""What may not be asked for stands beside its action, in words, with the source and the way on."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from coachdesk.application import Opened
from coachdesk.plans import Action, ActionState, Implements, Party, Standing
from tests.ui import checks
from tests.ui.plan.acted import Told, editor, newcomer
from ui.plan import PlanPage, PlanPresenter
from ui.plan.cards import ActionCard
from ui.plan.state import Part
from ui.theme import Appearance, Theme

COURT = "This cannot be asked for today: an appointment conflict (regs. 98 and 99)."
FUNERAL = "A decision is due before this is asked for: a funeral to arrange (reg. 99(5)(b))."


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


def asked(page: PlanPage) -> ActionCard:
    (card,) = page.lists[Part.ASKED].cards.values()
    assert isinstance(card, ActionCard)
    return card


def stored(opened: Opened, person_id: str) -> Action:
    (action,) = opened.services.plans.plan(person_id).actions
    return action


def somebody(opened: Opened, presenter: PlanPresenter, kind: str) -> str:
    """Amira, who is asked to look for work while something is going on."""
    plans, today = opened.services.plans, opened.services.day.today()
    person_id = newcomer(opened).id
    draft = plans.draft_action(person_id, Party.CLAIMANT)
    plans.save_action(
        replace(
            draft,
            text="List twelve schools",
            standing=Standing.REQUIRED,
            implements=Implements.SEARCH,
            by=today + timedelta(days=7),
        )
    )
    opened.services.circumstances.add(person_id, kind, starts_on=today, ends_on=today + timedelta(days=3))
    presenter.open(person_id)
    checks.settle()
    return person_id


def test_a_pause_stands_beside_the_action_with_its_source(
    opened: Opened, presenter: PlanPresenter, page: PlanPage
) -> None:
    somebody(opened, presenter, "court")
    assert "On what is recorded today" in words(asked(page))
    assert COURT in words(asked(page))
    flags = asked(page).flags
    assert flags is not None
    assert list(flags.ways) == ["free", "let_go"]


def test_a_sealed_pause_is_neutral_and_without_a_day(opened: Opened, presenter: PlanPresenter, page: PlanPage) -> None:
    somebody(opened, presenter, "domestic_abuse")
    said = words(page)
    assert "This cannot be asked for today: a statutory pause (regs. 98 and 99)." in said
    for telling in ("abuse", "98(1)", "thirteen", "evidence"):
        assert telling not in said


def test_one_key_makes_it_a_choice_and_undo_asks_for_it_again(
    opened: Opened, presenter: PlanPresenter, page: PlanPage, told: Told
) -> None:
    person_id = somebody(opened, presenter, "court")
    flags = asked(page).flags
    assert flags is not None
    flags.ways["free"].click()
    checks.settle()
    assert stored(opened, person_id).standing is Standing.VOLUNTARY
    assert COURT not in words(page)
    presenter.undo(told.notices()[-1].action)
    checks.settle()
    assert stored(opened, person_id).implements is Implements.SEARCH
    assert COURT in words(asked(page))


def test_one_key_lets_it_go_with_the_flag_as_its_reason(
    opened: Opened, presenter: PlanPresenter, page: PlanPage, told: Told
) -> None:
    person_id = somebody(opened, presenter, "court")
    flags = asked(page).flags
    assert flags is not None
    flags.ways["let_go"].click()
    checks.settle()
    gone = stored(opened, person_id)
    assert gone.state is ActionState.LET_GO
    assert gone.let_go_reason == "This cannot be asked for today: an appointment conflict."
    presenter.undo(told.notices()[-1].action)
    assert stored(opened, person_id).state is ActionState.OPEN


def test_a_discretion_is_kept_with_a_reason(opened: Opened, presenter: PlanPresenter, page: PlanPage) -> None:
    person_id = somebody(opened, presenter, "funeral")
    assert FUNERAL in words(asked(page))
    flags = asked(page).flags
    assert flags is not None
    flags.ways["keep"].click()
    checks.settle()
    fields = editor(page)
    assert page.window().focusWidget() is fields.flags.because.line
    checks.type_text(fields.flags.because.line, "They asked to go on")
    presenter.finish()
    checks.settle()
    assert stored(opened, person_id).kept_because == "They asked to go on"
    assert "You keep it, because: They asked to go on" in words(asked(page))
    flags = asked(page).flags
    assert flags is not None
    assert "keep" not in flags.ways


def test_nothing_that_the_law_forbids_can_be_kept(opened: Opened, presenter: PlanPresenter, page: PlanPage) -> None:
    somebody(opened, presenter, "court")
    presenter.edit(asked(page).record_id)
    checks.settle()
    fields = editor(page)
    assert COURT in words(fields)
    assert not fields.flags.because.isVisibleTo(fields)
    presenter.finish()


def test_journey_and_times_are_asked_of_what_the_person_does(
    opened: Opened, presenter: PlanPresenter, page: PlanPage
) -> None:
    person_id = somebody(opened, presenter, "volunteering")
    presenter.edit(asked(page).record_id)
    checks.settle()
    fields = editor(page)
    fields.more_button.click()
    checks.type_text(fields.more.travel.line, "100")
    fields.more.falls.boxes[2].click()
    presenter.finish()
    checks.settle()
    kept = stored(opened, person_id)
    assert (kept.travel_minutes, [each.value for each in kept.falls]) == (100, ["weekends"])
    assert "100 minutes each way, and 90 is the most that can be asked for (reg. 97(3))." in words(asked(page))


def test_minutes_that_are_no_number_are_kept_as_typed_and_said(
    opened: Opened, presenter: PlanPresenter, page: PlanPage
) -> None:
    person_id = somebody(opened, presenter, "volunteering")
    presenter.edit(asked(page).record_id)
    presenter.change("travel", "an hour")
    presenter.finish()
    assert stored(opened, person_id).as_typed == {"travel": "an hour"}
    checks.settle()
    assert "Give the minutes as a number, such as 35." in words(asked(page))


def test_the_person_sees_no_flag_on_the_turned_screen(opened: Opened, presenter: PlanPresenter, page: PlanPage) -> None:
    somebody(opened, presenter, "court")
    view = page.turned()
    assert view is not None
    assert "conflict" not in "\n".join(each.text for each in view.lines)


@pytest.mark.parametrize(("theme", "size"), [(Theme.BASIC, 100), (Theme.BASIC, 200), (Theme.TEXT_ONLY, 100)])
@pytest.mark.parametrize("kind", ["court", "funeral"])
def test_flags_can_be_read_and_used_by_everybody(
    opened: Opened,
    presenter: PlanPresenter,
    page: PlanPage,
    appearance: Appearance,
    theme: Theme,
    size: int,
    kind: str,
) -> None:
    somebody(opened, presenter, kind)
    with checks.at_text_size(appearance, size, theme):
        assert faults(page) == []
        presenter.edit(asked(page).record_id)
        assert faults(page) == []
        presenter.finish()


def faults(page: PlanPage) -> list[str]:
    checks.settle()
    return [
        *checks.nameless(page),
        *checks.same_named(page),
        *checks.small_targets(page),
        *checks.clipped(page),
        *checks.unreachable(page),
    ]
