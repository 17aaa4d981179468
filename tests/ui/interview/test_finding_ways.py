from datetime import timedelta

from coachdesk.clock import today
from coachdesk.content import read_examples
from coachdesk.requirements.decision import DiscretionRecord
from coachdesk.requirements.facts import Decided
from coachdesk.storage import find
from tests.ui.checks import settle
from tests.ui.interview.applying import at_what_fits, panel, row, said
from tests.ui.interview.conftest import Room
from ui.deciding import DecisionForm
from ui.kit import SuggestedLine


def decide(room: Room, *, applied: bool = True) -> None:
    """Take the decision about the illness in the form."""
    row(room, "easement-fit_note_longer").acts[0].click()
    room.qtbot.waitUntil(lambda: form_of(room).choice.isAncestorOf(room.focus()))
    form = form_of(room)
    form.choice.buttons[0 if applied else 1].click()
    form.reason.line.setText("We talked about it")
    form.record.click()
    settle()


def form_of(room: Room) -> DecisionForm:
    form = panel(room)._form
    assert form is not None
    return form


def decisions(room: Room) -> tuple[DiscretionRecord, ...]:
    with room.vault.database.read() as connection:
        return find(connection, DiscretionRecord)


def test_a_decision_is_taken_with_a_reason_and_a_day_and_then_settles(room: Room) -> None:
    at_what_fits(room)
    decide(room)
    (stored,) = decisions(room)
    assert (stored.easement_id, stored.decided, stored.reason) == (
        "fit_note_longer", Decided.APPLIED, "We talked about it",
    )  # fmt: skip
    assert stored.until == today() + timedelta(days=20), "the end of the note is on offer"
    assert stored.interview_id == room.state.interview.id
    words = said(row(room, "easement-fit_note_longer"))
    assert "Decided today" in words
    assert "Look again on" in words
    assert room.focus().accessibleName().startswith("Undo")


def test_undo_makes_a_decision_due_again(room: Room) -> None:
    at_what_fits(room)
    decide(room, applied=False)
    row(room, "easement-fit_note_longer").acts[0].click()
    settle()
    assert decisions(room) == ()
    assert "A decision is due" in said(row(room, "easement-fit_note_longer"))
    assert room.focus().accessibleName().startswith("Decide")


def test_a_decision_without_a_reason_is_not_recorded(room: Room) -> None:
    at_what_fits(room)
    row(room, "easement-fit_note_longer").acts[0].click()
    form = form_of(room)
    form.choice.buttons[0].click()
    form.record.click()
    assert form.reason.error()
    assert decisions(room) == ()
    form.not_now.click()
    settle()
    assert panel(room)._form is None


def test_what_was_typed_for_a_decision_outlives_the_next_step(room: Room) -> None:
    at_what_fits(room)
    row(room, "easement-fit_note_longer").acts[0].click()
    form_of(room).reason.line.setText("Half a sen")
    room.presenter.go_on()
    settle()
    assert form_of(room).reason.value() == "Half a sen"


def test_the_line_about_hours_leads_to_the_question(room: Room) -> None:
    at_what_fits(room)
    room.presenter.go_to("plan")
    row(room, "hours").acts[0].click()
    settle()
    assert room.state.interview.step_id == "fits"
    assert room.block("hours_decided").isAncestorOf(room.focus())


def test_the_reason_for_the_hours_takes_one_key(room: Room) -> None:
    at_what_fits(room)
    room.presenter.answer("hours_decided", "30")
    room.presenter.go_to_question("hours_reason")
    settle()
    field = room.block("hours_reason").field
    assert isinstance(field, SuggestedLine)
    assert field.choices is not None
    offered = [option.words for option in field.choices.options]
    assert "Nursery mornings" in offered
    assert any(each.startswith("30") for each in offered), "the most by policy needs a reason, too"
    field.choices.buttons[0].click()
    room.presenter.flush()
    assert room.on_disk("hours_reason") == offered[0]
    field.line.setText("Something else")
    assert field.choices.value() == ""


def test_the_referral_becomes_a_promise_once(room: Room) -> None:
    at_what_fits(room)
    row(room, "warning-wca_referral_due").acts[0].click()
    settle()
    assert len(room.services.plans.plan(room.amira.id).ours) == 1
    assert "It stands in the plan" in said(row(room, "warning-wca_referral_due"))
    assert not row(room, "warning-wca_referral_due").acts
    assert len(room.state.plan.ours) == 1


def test_someone_like_this_is_found_by_circumstance_and_has_no_name(room: Room) -> None:
    at_what_fits(room)
    part = panel(room).like
    part.open.click()
    settle()
    assert part.about is not None
    assert [option.words for option in part.about.options][1:] == [
        "A parent alone",
        "A child of three or four",
        "A fit note",
    ]
    assert not any(name in said(part) for name in ("Amira", "Darren", "Leanne"))
    part.about.buttons[3].click()
    settle()
    title = next(iter(part.titles.values()))
    title.setFocus()
    title.click()
    settle()
    assert "What would not be right to ask" in said(part)
    assert room.focus().accessibleName().startswith("Shut")
    part.open.click()
    settle()
    assert "What would not be right to ask" not in said(part)


def test_an_example_of_a_sealed_matter_is_never_beside_an_interview(room: Room) -> None:
    room.start()
    room.presenter.answer("who_is_here", "alone")
    room.presenter.go_to("card")
    room.presenter.answer("card_private", ["hurt"])
    room.presenter.go_to("fits")
    panel(room).like.open.click()
    state = room.presenter.finding.state()
    assert state is not None
    assert state.like is not None
    names = {example.name for example in state.like.examples}
    assert not names & {each.name for each in read_examples() if each.sealed}
    assert "a statutory pause" not in {words.lower() for _about, words in state.like.abouts}
