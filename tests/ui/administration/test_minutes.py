"""The coach's own minutes: said in words, with what they are for, and given on only where that is allowed."""

from pathlib import Path

from coachdesk.minutes import Kind, Total
from coachdesk.policy import Policy
from tests.ui.administration.conftest import Show
from tests.ui.caseload import held_to
from ui.administration import state as at


def test_a_coach_sees_today_this_week_and_what_it_is_for(show: Show) -> None:
    screen = show()
    screen.vault.services.minutes.add(Kind.TYPING, Total(190, 4))
    screen.vault.services.minutes.add(Kind.FIRST_SCREEN, Total(3, 3))
    screen.vault.services.minutes.add(Kind.TO_PAPER, Total(20, 1))
    screen.choose(at.MINUTES)
    said = screen.said()
    assert (
        "Today: 3 minutes of typing, 1 second to the first screen, "
        "less than a minute from the last answer to the document." in said
    )
    assert "There are no weeks before to compare with yet." in said
    assert "never which, and nothing about a person" in said
    assert not screen.page.minutes.save.isEnabled()
    assert "Set by your organisation" in said
    assert held_to(screen.page) == []


def test_totals_are_seen_before_they_are_saved_and_not_before_four_weeks(show: Show, tmp_path: Path) -> None:
    screen = show(Policy(minutes_contribution=True))
    screen.folder = tmp_path
    screen.choose(at.MINUTES)
    assert "There is nothing to give on before four weeks are full." in screen.said()
    assert not screen.page.minutes.save.isEnabled()
    screen.presenter.minutes.save(tmp_path)
    assert "There are not four weeks of minutes yet." in screen.said()
    assert not list(tmp_path.glob("*minutes*"))


def test_where_nothing_is_counted_the_section_says_so(show: Show) -> None:
    screen = show(Policy(minutes_counted=False))
    screen.choose(at.MINUTES)
    assert "Your organisation has them not counted." in screen.said()
    assert not screen.page.minutes.give.isVisible()
