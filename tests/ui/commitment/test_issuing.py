"""What stands in the way of issuing, the envelope check, and what is in the files then."""

import json
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.commitments import Format
from coachdesk.commitments.stops import CHECKS, LEAK, NO_NEXT_STEP, PAUSE
from coachdesk.interviews import Channel
from coachdesk.people import Circumstance
from coachdesk.plans import Party, Standing
from coachdesk.privacy import Privacy
from coachdesk.services import Draft
from coachdesk.storage import Writer
from tests.ui import checks
from tests.ui.commitment.handling import bytes_of, issue, open_case, pdf_text, state, wait_for_pages, words
from tests.ui.plan.acted import Told, newcomer
from ui.commitment import CommitmentPage, CommitmentPresenter


def test_issuing_gives_the_number_and_files_the_exact_bytes(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, told: Told, qtbot: QtBot
) -> None:
    _person, interview = open_case(opened, presenter, qtbot)
    page.issue_button.click()
    assert page.check.isVisibleTo(page)
    assert told.all == []
    page.issue_button.click()
    assert told.all == [], "nothing is called done before it is"
    qtbot.waitUntil(lambda: state(presenter).commitment is not None, timeout=30_000)
    wait_for_pages(presenter, qtbot)
    (commitment,) = opened.services.commitments.of_interview(interview.id)
    assert told.all == [commitment]
    assert commitment.number == f"{opened.info.short_id}-1"
    assert f"{commitment.number}, edition 1" in words(page.side)
    assert commitment.number in pdf_text(bytes_of(opened, commitment, Format.PDF))


def test_what_stays_between_the_two_reaches_no_byte(
    opened: Opened, presenter: CommitmentPresenter, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    commitment = issue(presenter, qtbot)
    pdf = pdf_text(bytes_of(opened, commitment, Format.PDF))
    text = " ".join(bytes_of(opened, commitment, Format.TEXT).decode().split())
    assert "Help in the community kitchen" in pdf
    said = ("craving", "keyworker", "straight to group", "Finish the course", "missed one")
    for kept in (*said, "appointment conflict"):
        assert kept not in pdf
        assert kept not in text
    frozen = json.loads(commitment.snapshot)
    assert not any(kept in commitment.snapshot for kept in said)
    assert "appointment conflict" not in json.dumps(frozen["documents"]), (
        "the finding is kept beside them, never in them"
    )


def test_the_envelope_check_takes_a_line_off_the_paper_and_puts_it_back(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    person, _interview = open_case(opened, presenter, qtbot)
    page.issue_button.click()
    assert "Read it as if someone at home opened the envelope. What should stay out?" in words(page.check)
    kitchen = next(each for each in page.check.lines if "kitchen" in each.line.text)
    kitchen.choice.buttons[2].setChecked(True)
    plan = opened.services.plans.plan(person.id)
    assert [each.privacy for each in plan.actions if "kitchen" in each.text] == [Privacy.BETWEEN_US]
    assert "kitchen" not in state(presenter).text
    view = page.turned()
    assert view is not None
    assert "kitchen" not in " ".join(each.text for each in view.lines)
    kitchen.choice.buttons[0].setChecked(True)
    assert "kitchen" in state(presenter).text
    kitchen.choice.buttons[1].setChecked(True)
    presenter.before.issue()
    qtbot.waitUntil(lambda: state(presenter).commitment is not None, timeout=30_000)
    wait_for_pages(presenter, qtbot)
    commitment = state(presenter).commitment
    assert commitment is not None
    assert "kitchen" not in pdf_text(bytes_of(opened, commitment, Format.PDF))


def test_a_line_that_left_the_plan_meanwhile_leaves_the_paper_without_a_word(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, told: Told, qtbot: QtBot
) -> None:
    person, _interview = open_case(opened, presenter, qtbot)
    page.issue_button.click()
    kitchen = next(each for each in page.check.lines if "kitchen" in each.line.text)
    (action,) = (each for each in opened.services.plans.plan(person.id).actions if "kitchen" in each.text)
    opened.services.plans.discard(action)
    kitchen.choice.buttons[2].setChecked(True)
    assert told.codes() == []
    assert "kitchen" not in state(presenter).text


def test_an_if_then_plan_goes_off_the_paper_alone_or_with_its_action(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    open_case(opened, presenter, qtbot)
    page.issue_button.click()
    letter = next(each for each in page.check.lines if "If I get a letter" in each.line.text)
    letter.choice.buttons[2].setChecked(True)
    assert "If I get a letter" not in state(presenter).text
    assert "Meet or talk with my coach" in state(presenter).text
    action = next(each for each in page.check.lines if "Meet or talk" in each.line.text)
    action.choice.buttons[2].setChecked(True)
    assert "If I get a letter" not in "".join(each.line.text for each in page.check.lines)


def pause(opened: Opened, person_id: str, interview_id: str) -> None:
    """A statutory pause of everything, as an answer would note it."""
    noted = Circumstance(
        id=opened.services.people.draft().id,
        person_id=person_id,
        kind="benefit_team_today",
        starts_on=opened.services.plans.today(),
        interview_id=interview_id,
    )
    with opened.database.write() as writer:
        put(writer, noted)


def put(writer: Writer, noted: Circumstance) -> None:
    writer.put(noted, "circumstance.noted")


def stop_codes(presenter: CommitmentPresenter) -> list[str]:
    return [each.code for each in state(presenter).before.stops]


def is_blocked(presenter: CommitmentPresenter, page: CommitmentPage, told: Told) -> bool:
    told.all.clear()
    presenter.before.check()
    presenter.before.issue()
    checks.settle()
    shown = all(each.text in words(page.side) for each in state(presenter).before.stops)
    return shown and not page.issue_button.isEnabled() and state(presenter).commitment is None and bool(told.codes())


def test_no_next_step_stops_it(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, told: Told
) -> None:
    person = newcomer(opened)
    interview = opened.services.interviews.start(person.id, "first-commitments", Channel.FACE_TO_FACE)
    presenter.open(interview.interview.id)
    assert stop_codes(presenter) == [NO_NEXT_STEP]
    assert is_blocked(presenter, page, told)
    assert set(told.codes()) == {"commitment.stopped"}
    assert page.side.top.to_plan.isVisibleTo(page)


def test_words_that_stay_off_paper_stop_it(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, told: Told, qtbot: QtBot
) -> None:
    person, interview = open_case(opened, presenter, qtbot)
    draft = opened.services.plans.draft_action(person.id, Party.COACH, interview.id)
    leak = replace(draft, text="Remember: a text the day before helps more than a letter.", by=date(2099, 12, 1))
    opened.services.plans.save_action(leak)
    presenter.refresh()
    presenter.refresh()
    assert stop_codes(presenter) == [LEAK]
    assert is_blocked(presenter, page, told)


def test_a_pause_against_a_requirement_stops_it(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, told: Told, qtbot: QtBot
) -> None:
    person, interview = open_case(opened, presenter, qtbot)
    pause(opened, person.id, interview.id)
    presenter.refresh()
    presenter.refresh()
    assert stop_codes(presenter) == [PAUSE]
    assert is_blocked(presenter, page, told)
    for action in opened.services.plans.plan(person.id).asked:
        opened.services.plans.save_action(replace(action, standing=Standing.VOLUNTARY, implements=None))
    presenter.refresh()
    assert stop_codes(presenter) == []


def test_a_document_that_fails_its_checks_is_not_issued(
    opened: Opened,
    presenter: CommitmentPresenter,
    page: CommitmentPage,
    told: Told,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _person, interview = open_case(opened, presenter, qtbot)
    monkeypatch.setattr("coachdesk.documents.commitment_pdf.check", _one_finding)
    presenter.before.check()
    presenter.before.issue()
    qtbot.waitUntil(lambda: CHECKS in stop_codes(presenter), timeout=30_000)
    checks.settle()
    assert "The document failed its checks (tags.missing)." in words(page.side)
    assert not page.issue_button.isEnabled()
    assert opened.services.commitments.of_interview(interview.id) == ()


def _one_finding(_content: bytes) -> tuple[object, ...]:
    from coachdesk.documents.checker import Finding

    return (Finding("tags.missing", "nothing is tagged"),)


def test_letters_that_cannot_be_printed_are_named_and_a_latin_name_is_asked_for(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, told: Told, qtbot: QtBot
) -> None:
    person, _interview = open_case(opened, presenter, qtbot)
    opened.services.people.save(replace(opened.services.people.open(person.id).person, family_name="李"))
    presenter.refresh()
    presenter.refresh()
    assert "李 (U+674E)" in words(page.side.top.letters)
    assert not page.issue_button.isEnabled()
    presenter.reword()
    assert page.window().focusWidget() is page.side.top.letters.name.line
    checks.type_text(page.side.top.letters.name.line, "Callum Li")
    page.side.top.letters.use.click()
    wait_for_pages(presenter, qtbot)
    assert not page.side.top.letters.isVisibleTo(page)
    assert opened.services.people.open(person.id).person.family_name == "李"
    commitment = issue(presenter, qtbot)
    assert "Callum Li" in pdf_text(bytes_of(opened, commitment, Format.PDF))


def test_letters_in_the_plan_lead_to_the_plan(
    opened: Opened, presenter: CommitmentPresenter, page: CommitmentPage, qtbot: QtBot
) -> None:
    person, interview = open_case(opened, presenter, qtbot)
    action = opened.services.plans.plan(person.id).ours[0]
    opened.services.plans.save_action(replace(action, text="Practise 漢字"))
    wanted: list[tuple[str, str]] = []
    presenter.plan_wanted.connect(lambda *ids: wanted.append(ids))
    presenter.refresh()
    presenter.refresh()
    assert set(state(presenter).before.unprintable) == {"字", "漢"}
    assert page.side.top.to_plan.isVisibleTo(page)
    presenter.reword()
    assert wanted == [(person.id, interview.id)]


def test_a_vault_that_is_full_issues_nothing_and_says_so(
    opened: Opened,
    presenter: CommitmentPresenter,
    page: CommitmentPage,
    told: Told,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _person, interview = open_case(opened, presenter, qtbot)
    monkeypatch.setattr(opened.services.commitments, "file", _full, raising=False)
    presenter.before.check()
    presenter.before.issue()
    qtbot.waitUntil(lambda: bool(told.codes()), timeout=30_000)
    assert told.codes() == ["storage.disk-full"]
    assert opened.services.commitments.of_interview(interview.id) == ()
    assert state(presenter).commitment is None
    assert page.issue_button.isEnabled()


def _full(_draft: Draft, _files: object) -> None:
    from coachdesk.errors import AppError

    raise AppError("storage.disk-full")
