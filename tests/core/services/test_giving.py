from dataclasses import replace

from coachdesk.application import Opened
from coachdesk.people import Safe, measures
from tests.core.services.talking import Talk, begin


def test_something_told_in_private_keeps_paper_and_post_back_until_somebody_asked(opened: Opened) -> None:
    people, safe, talk = opened.services.people, opened.services.handing.safe, begin(opened)
    assert safe(talk.person.id).may_print

    _tell_in_private(talk, ["hurt"])
    assert measures(safe(talk.person.id)) == ("Nothing on paper", "Nothing by post or email")

    stored = people.open(talk.person.id).person
    people.save(replace(stored, safe_to_print=Safe.YES, print_asked_on=talk.today))
    assert measures(people.open(talk.person.id).giving) == ("Nothing by post or email",)


def test_nothing_of_it_is_no_reason_to_keep_paper_back(opened: Opened) -> None:
    talk = begin(opened)
    _tell_in_private(talk, [])
    talk.say("card", ["caring", "homeless"])
    assert opened.services.handing.safe(talk.person.id).may_print


def test_taken_back_it_keeps_nothing_back(opened: Opened) -> None:
    talk = begin(opened)
    _tell_in_private(talk, ["recovery"])
    _tell_in_private(talk, [])
    assert opened.services.handing.safe(talk.person.id).may_send


def _tell_in_private(talk: Talk, choices: list[str]) -> None:
    talk.say("who_is_here", "alone")
    talk.say("card_private", choices)
