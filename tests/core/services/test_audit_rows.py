"""Who looked at what says who and whose, and gives away neither somebody else in a talk nor what was told in private."""

from coachdesk.application import Opened
from coachdesk.retention import HeldBecause
from tests.core.services.talking import begin


def said(opened: Opened) -> dict[str, set[str]]:
    """Whose records each sentence is about."""
    rows = opened.services.administration.audit()
    assert {row.who for row in rows} == {"Sam Okafor"}
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row.text, set()).add(row.whose)
    return found


def test_each_line_says_who_did_it_and_whose_record_it_was(opened: Opened) -> None:
    talk = begin(opened)
    opened.services.interviews.pause(talk.interview)
    rows = said(opened)
    assert rows["A person was added."] == {"Amira Khalil"}
    assert rows["The vault was made."] == {""}


def test_while_a_talk_is_open_nobody_else_is_named(opened: Opened) -> None:
    other = begin(opened, given_name="Owain", family_name="Rees")
    opened.services.interviews.pause(other.interview)
    talk = begin(opened)
    assert said(opened)["A person was added."] == {"Amira Khalil", "Somebody else"}
    opened.services.interviews.pause(talk.interview)
    assert said(opened)["A person was added."] == {"Amira Khalil", "Owain Rees"}


def test_a_line_that_tells_of_something_private_is_nobodys(opened: Opened) -> None:
    talk = begin(opened)
    services = opened.services
    circumstance = services.circumstances.add(talk.person.id, "custody")
    services.circumstances.open(circumstance, "asked")
    services.told_in_private.open(talk.person.id, "asked")
    hold = services.holds.set(talk.person.id, HeldBecause.COURT, "Inspector Zqx")
    services.holds.open(hold.id, "asked")
    rows = said(opened)
    for text in (
        "What is recorded in private was opened.",
        "A sealed answer was opened.",
        "The reason of a legal hold was read.",
    ):
        assert rows[text] == {""}


def test_a_person_who_was_removed_is_not_named_any_more(opened: Opened) -> None:
    from coachdesk.services import Because

    talk = begin(opened)
    opened.services.interviews.pause(talk.interview)
    opened.services.removal.remove(talk.person.id, Because.ASKED)
    assert set().union(*said(opened).values()) == {""}
