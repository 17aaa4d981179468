"""What the organisation confirmed in its policy, from the file of the policy to the paper."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coachdesk.application import Opened
from coachdesk.i18n import Language
from coachdesk.policy import confirmed_rules, load_policy, require_policy
from tests.core.services.talking import begin
from tests.vaults import made, setting

TABLE = 'rules_confirmed = "consequence-amount-2026 2026-11-30"\n'


@contextmanager
def vault(folder: Path, policy: str) -> Iterator[Opened]:
    clock = datetime(2026, 12, 1, 10, tzinfo=UTC)
    opened = made(setting(folder, policy=require_policy(policy), clock=lambda: clock))
    yield opened
    opened.close()


def closing(opened: Opened, born: date | None) -> str:
    """What stands below what is asked of somebody, where one step of search is in the account."""
    talk = begin(opened, date_of_birth=born)
    talk.ask("List the schools", in_account_since=talk.today)
    talk.meet_in(7)
    document = opened.services.commitments.prepare(talk.interview.id, Language.ENGLISH).document
    return " ".join(each.value for section in document.sections for each in section.closing)


def test_the_paper_has_the_length_that_was_read_and_the_amount_that_was_confirmed(tmp_path: Path) -> None:
    with vault(tmp_path, TABLE) as opened:
        assert "up to £13.90 for each day" in closing(opened, date(1990, 6, 15))
        assert "up to £11.10 for each day" in closing(opened, date(2004, 6, 15))


def test_without_a_confirmation_there_is_no_amount_and_without_an_age_no_length(tmp_path: Path) -> None:
    with vault(tmp_path, "") as opened:
        said, ageless = closing(opened, date(1990, 6, 15)), closing(opened, None)
    assert "£" not in said
    assert "for up to 28 days after that" in said
    assert "may be reduced for a time" in ageless


@pytest.mark.parametrize("wrong", ["consequence-amount-2026", "x 2026-13-01", "x 2026-11-30 y", "x; y"])
def test_a_confirmation_without_its_day_is_a_mistake_in_the_policy(wrong: str) -> None:
    found = load_policy(f'rules_confirmed = "{wrong}"')
    assert isinstance(found, tuple)
    assert [each.place for each in found] == ["rules_confirmed"]


def test_several_rules_are_confirmed_in_one_line() -> None:
    assert confirmed_rules("a-1 2026-11-30; b-2 2026-12-01;") == {
        "a-1": date(2026, 11, 30),
        "b-2": date(2026, 12, 1),
    }
