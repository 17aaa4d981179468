"""A birth and treatment abroad: a colleague learns that there is a pause and one of its days, never what it is for."""

from datetime import date

import pytest

from coachdesk.people import Circumstance, Safe
from coachdesk.requirements.finding import Standing
from coachdesk.storage import find
from coachdesk.storage.tables import kinds
from tests.core.handover.conftest import Desk, Office
from tests.core.handover.passing import lines, returned, stand_in, take
from tests.core.services.talking import Talk, begin

DUE = date(2027, 1, 20)
"""Seven weeks ahead: the days before the birth have begun."""
LAST = date(2027, 5, 5)
FAR = date(2027, 4, 14)
"""The Sunday eleven weeks before that week is 24 January 2027."""
BEGINS = date(2027, 1, 24)


def expecting(office: Office, due: date = DUE) -> Talk:
    """Amira said on the card that she expects a baby, and when."""
    talk = begin(office.sam.vault)
    talk.say("card", ["pregnancy"])
    circumstances = office.sam.services.circumstances
    (noted,) = circumstances.of(talk.person.id)
    circumstances.save(with_days(noted, due))
    return talk


def with_days(noted: Circumstance, due: date) -> Circumstance:
    from coachdesk.people.circumstance_fields import with_value

    return with_value(noted, "expected_confinement", due)


def kept(desk: Desk, person_id: str) -> list[tuple[str, date | None, date | None]]:
    found = desk.services.people.open(person_id).circumstances
    return [(each.kind, each.starts_on, each.ends_on) for each in found]


def everything(desk: Desk) -> str:
    with desk.vault.database.read() as connection:
        return "\n".join(str(each) for kind in kinds() for each in find(connection, kind))


def search(desk: Desk, person_id: str) -> Standing | None:
    return desk.services.requirements.for_person(person_id).finding.search


def test_a_colleague_learns_of_a_birth_that_there_is_a_pause_and_until_when(office: Office) -> None:
    talk = expecting(office)
    (leaving,) = office.sam.services.handover.prepare([talk.person.id])
    assert leaving.sealed == 2  # the answer on the card, and what follows from it
    stand_in(office, talk.person.id)
    assert kept(office.robin, talk.person.id) == [("restricted_pause", None, LAST)]
    assert search(office.robin, talk.person.id) is Standing.OFF
    for words in ("pregnan", "expected_confinement", DUE.isoformat()):
        assert words not in everything(office.robin)


def test_a_pause_that_is_still_to_come_goes_with_its_first_day_alone_and_asks_nothing_less_before(
    office: Office,
) -> None:
    talk = expecting(office, FAR)
    stand_in(office, talk.person.id)
    assert kept(office.robin, talk.person.id) == [("restricted_pause", BEGINS, None)]
    assert search(office.robin, talk.person.id) is Standing.REQUIRED
    office.watch.go_on((BEGINS - date(2026, 12, 1)).days)
    assert search(office.robin, talk.person.id) is Standing.OFF
    stand_in(office, talk.person.id)
    (now,) = kept(office.robin, talk.person.id)
    assert now[2] is not None


def test_what_has_no_days_or_is_over_stays_as_nothing_follows_from_it(office: Office) -> None:
    undated = begin(office.sam.vault, given_name="Bethan")
    undated.say("card", ["pregnancy"])
    over = expecting(office, date(2026, 3, 1))
    stand_in(office, undated.person.id, over.person.id)
    assert kept(office.robin, undated.person.id) == kept(office.robin, over.person.id) == []
    assert "pregnan" not in everything(office.robin)


def test_treatment_abroad_goes_as_the_six_months_that_the_rule_sets_aside(office: Office) -> None:
    talk = begin(office.sam.vault)
    office.sam.services.circumstances.add(talk.person.id, "treatment_abroad", starts_on=date(2026, 11, 2))
    stand_in(office, talk.person.id)
    assert kept(office.robin, talk.person.id) == [("restricted_pause", None, date(2027, 5, 1))]
    assert "abroad" not in everything(office.robin)


def test_it_goes_as_it_is_where_what_is_sealed_was_chosen(office: Office) -> None:
    talk = expecting(office)
    stand_in(office, talk.person.id, sealed=True)
    assert kept(office.robin, talk.person.id) == [("pregnancy", None, None)]


@pytest.mark.parametrize("due", [DUE, FAR])
def test_what_stayed_comes_back_as_it_was_and_nobody_is_asked(office: Office, due: date) -> None:
    talk = expecting(office, due)
    before = office.sam.services.people.open(talk.person.id)
    stand_in(office, talk.person.id)
    office.watch.go_on(60)  # meanwhile the pause may have begun
    pack = returned(office, talk.person.id)
    assert {line.outcome for line in lines(office.sam, pack).values()} <= {"kept"}
    take(office.sam, pack)
    after = office.sam.services.people.open(talk.person.id)
    assert after.circumstances == before.circumstances
    assert after.person.safe_to_print is Safe.NOT_ASKED
    assert office.sam.services.interviews.open(talk.interview.id).answers["card"].value == ["pregnancy"]


def test_a_pause_looks_the_same_whatever_it_stands_for(office: Office) -> None:
    one, two = expecting(office), begin(office.sam.vault, given_name="Cal")
    office.sam.services.circumstances.add(two.person.id, "custody", ends_on=LAST)
    stand_in(office, one.person.id, two.person.id)
    files = [office.robin.services.people.open(each.person.id) for each in (one, two)]
    assert len({(each.giving, each.person.safe_to_print, each.person.print_asked_on) for each in files}) == 1
    shown = {
        (each.kind, each.sensitive, str(each.detail), each.ends_on) for file in files for each in file.circumstances
    }
    assert len(shown) == 1


def test_of_two_pauses_the_longer_one_counts(office: Office) -> None:
    talk = expecting(office)
    office.sam.services.circumstances.add(talk.person.id, "custody", ends_on=date(2026, 12, 20))
    stand_in(office, talk.person.id)
    assert len(kept(office.robin, talk.person.id)) == 2
    office.watch.go_on(40)
    assert search(office.robin, talk.person.id) is Standing.OFF
