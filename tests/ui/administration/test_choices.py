from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt

from coachdesk import paths
from coachdesk.i18n import Language
from coachdesk.policy import Policy
from tests.ui.administration.conftest import Show
from tests.ui.checks import activate, press, spoken
from ui import settings
from ui.administration import state as at


def test_a_coach_chooses_when_the_vault_locks_by_itself(show: Show) -> None:
    screen = show()
    screen.choose(at.LOCK)
    ten = next(each for each in screen.page.lock.minutes.buttons if spoken(each) == "10 minutes")
    activate(ten)
    assert screen.heard.minutes == [10]
    assert "While an interview is open it waits for 15 minutes" in screen.said()


def test_minutes_that_the_organisation_fixed_are_shown_and_greyed_out(show: Show) -> None:
    screen = show(Policy(idle_lock_minutes=3, fixed=frozenset({"idle_lock_minutes"})))
    screen.choose(at.LOCK)
    assert screen.page.lock.minutes.value() == "3"
    assert not screen.page.lock.minutes.isEnabled()
    assert "Set by your organisation" in screen.said()
    screen.presenter.choose_minutes(60)
    assert screen.heard.minutes == []


def test_lock_now_locks_now(show: Show) -> None:
    screen = show()
    screen.choose(at.LOCK)
    screen.page.lock.now.click()
    assert screen.heard.locks == 1


def test_theme_and_text_size_are_wished_for_at_once(show: Show) -> None:
    screen = show()
    screen.choose(at.LOOK)
    look = screen.page.look
    look.theme.buttons[2].click()
    look.text_size.buttons[-1].click()
    assert screen.heard.looks == [("dark", 100), ("dark", 200)]


def test_a_choice_cannot_be_taken_back_to_nothing(show: Show) -> None:
    screen = show()
    look = screen.page.look
    press(look.theme.buttons[0], Qt.Key.Key_Delete)
    assert look.theme.value() == "system"
    assert screen.heard.looks == []


def test_the_language_holds_from_the_next_start(show: Show, store: QSettings) -> None:
    screen = show()
    screen.choose(at.LOOK)
    assert "From the next start." in screen.said()
    screen.page.look.language.buttons[1].click()
    assert settings.LANGUAGE.get(store) == "cy"


def test_what_was_changed_elsewhere_is_shown_on_arrival(show: Show, store: QSettings) -> None:
    screen = show()
    settings.TEXT_SIZE.set(store, 150)
    screen.page.arrived()
    assert screen.page.look.text_size.value() == "150"
    assert screen.heard.looks == []


def test_a_default_of_the_organisation_holds_until_the_coach_chooses(show: Show, store: QSettings) -> None:
    screen = show(
        Policy(idle_lock_minutes=3, language=Language.WELSH, defaults=frozenset({"idle_lock_minutes", "language"}))
    )
    assert screen.page.lock.minutes.value() == "3"
    assert screen.page.look.language.value() == "cy"
    assert screen.page.lock.minutes.isEnabled()
    settings.LOCK_MINUTES.set(store, 10)
    screen.page.arrived()
    assert screen.page.lock.minutes.value() == "10"


def test_a_language_that_the_organisation_fixed_is_shown_and_greyed_out(show: Show, store: QSettings) -> None:
    settings.LANGUAGE.set(store, "en")
    screen = show(Policy(language=Language.WELSH, fixed=frozenset({"language"})))
    screen.choose(at.LOOK)
    assert screen.page.look.language.value() == "cy"
    assert not screen.page.look.language.isEnabled()
    assert "Set by your organisation" in screen.said()
    screen.presenter.choose_language("en")
    assert screen.page.look.language.value() == "cy"


@pytest.mark.parametrize("minutes", [-1, 0, 61, 10_000])
def test_nobody_keeps_the_program_open_by_writing_into_the_settings_file(store: QSettings, minutes: int) -> None:
    settings.LOCK_MINUTES.set(store, minutes)
    assert settings.idle_minutes(store, Policy()) == 5


def test_the_first_window_speaks_the_language_of_the_policy(
    store: QSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert settings.first_language(store) is Language.ENGLISH
    monkeypatch.setattr(paths, "MACHINE", tmp_path)
    (tmp_path / "policy.toml").write_text('[defaults]\nlanguage = "cy"\n', "utf-8")
    assert settings.first_language(store) is Language.WELSH
    settings.LANGUAGE.set(store, "en")
    assert settings.first_language(store) is Language.ENGLISH
    (tmp_path / "policy.toml").write_text("language = 7\n", "utf-8")
    assert settings.first_language(store) is Language.ENGLISH
