"""Everything that is held about one person, flagged for whoever reviews it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from coachdesk.application import Opened, Setting
from coachdesk.errors import AppError
from coachdesk.i18n import Language, speaking
from coachdesk.people import Person
from coachdesk.people.held import Flag, Held, flags_of
from coachdesk.policy import Policy
from coachdesk.services.subject_access import as_json
from coachdesk.storage.erasure import records_of
from coachdesk.storage.mapper import hints_of
from coachdesk.storage.tables import kinds, table_of
from tests.core.services.issuing import issue
from tests.core.services.talking import begin, ready_to_issue
from tests.core.storage.samples import one_of_each
from tests.vaults import made, setting


def test_every_kind_of_record_that_is_kept_of_a_person_is_in_it_with_every_field(timed: Opened) -> None:
    records = [each for each in one_of_each() if getattr(each, "person_id", each.id)]
    with timed.database.write() as writer:
        for each in records:
            writer.put(each, "test.put")
    (person,) = (each for each in records if isinstance(each, Person))
    with timed.database.read() as connection:
        there = {type(each) for each in records_of(connection, person.id)} | {Person}
    assert there == set(kinds()) - {kind for kind in kinds() if kind.__name__ in {"BusyTime", "Colleague"}}
    copy = as_json(timed.services.access.copy(person.id, private=""))
    fields = {each["kept_in"]: set(each["fields"]) for each in copy["records"] if not each["kept_back"]}
    kept_back = {each["kept_in"] for each in copy["records"] if each["kept_back"]}
    assert kept_back == {"answers", "discretions", "commitment_withdrawals"}
    assert {table_of(kind).name for kind in there} == set(fields) | kept_back
    for kind in there:
        if table_of(kind).name in fields:
            assert set(hints_of(kind)) == fields[table_of(kind).name]


def test_it_is_saved_to_read_and_as_json_under_neutral_names(timed: Opened, tmp_path: Path) -> None:
    talk = ready_to_issue(timed, given_name="Amira", family_name="Khalil")
    issue(talk)
    page, data = timed.services.access.write(talk.person.id, tmp_path)
    assert (page.name, data.name) == ("review-copy-2026-12-01.html", "review-copy-2026-12-01.json")
    words = page.read_text()
    for expected in ("Review copy", "List twelve schools", "Work in a school", "An interview was begun.", "<h2>"):
        assert expected in words
    assert json.loads(data.read_text())["review_copy"] == 1
    assert [line.text for line in timed.services.administration.audit(limit=2)] == [
        "A review copy of everything about a person was saved as files.",
        "A review copy of everything about a person was made.",
    ]


def test_to_read_it_says_days_as_people_write_them_and_no_step_as_what_the_account_alone_can_make_it(
    timed: Opened, tmp_path: Path
) -> None:
    talk = ready_to_issue(timed, given_name="Amira", family_name="Khalil")
    issue(talk)
    page, _data = timed.services.access.write(talk.person.id, tmp_path)
    words = page.read_text()
    assert "<li>1 December 2026, 10:30am, the work coach: An interview was begun.</li>" in words
    assert "<dt>Issued at</dt><dd>1 December 2026, 10:30am</dd>" in words
    assert "2026-12-01T" not in words
    assert "<dt>Asked or chosen</dt><dd>To be recorded as a requirement</dd><dt>Kind of step</dt>" in words
    assert ">required<" not in words


def test_what_was_told_in_private_is_in_it_only_where_that_was_chosen_with_a_reason(timed: Opened) -> None:
    talk = begin(timed)
    talk.say("who_is_here", "alone")
    talk.say("card_private", ["hurt"])
    without = json.dumps(as_json(timed.services.access.copy(talk.person.id)))
    assert "hurt" not in without
    assert "domestic" not in without
    audited = [line.text for line in timed.services.administration.audit()]
    assert "A sealed answer was opened." not in audited
    chosen = json.dumps(as_json(timed.services.access.copy(talk.person.id, private="asked")))
    assert "hurt" in chosen
    assert "A sealed answer was opened." in [line.text for line in timed.services.administration.audit()]


def test_what_it_said_before_is_in_it(timed: Opened) -> None:
    people = timed.services.people
    zoe = people.save(replace(people.draft(), given_name="Zoe", phone="01924 555 010"))
    people.save(replace(zoe, phone="01924 555 020"))
    copy = timed.services.access.copy(zoe.id)
    assert [each.body["phone"] for each in copy.earlier] == ["01924 555 010"]


def test_nothing_of_anybody_else_is_in_it(timed: Opened) -> None:
    talk = ready_to_issue(timed, given_name="Amira", family_name="Khalil")
    begin(timed, given_name="Gareth", family_name="Pugh").goal("Drive a forklift")
    said = json.dumps(as_json(timed.services.access.copy(talk.person.id)))
    assert not any(word in said for word in ("Gareth", "Pugh", "forklift"))


def test_where_the_organisation_allows_no_files_none_is_written(tmp_path: Path) -> None:
    where: Setting = setting(tmp_path, policy=Policy(export_allowed=False))
    opened = made(where)
    people = opened.services.people
    zoe = people.save(replace(people.draft(), given_name="Zoe"))
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(AppError, match=r"access\.not-allowed"):
        opened.services.access.write(zoe.id, folder)
    assert not list(folder.iterdir())
    opened.close()


@pytest.mark.parametrize(
    ("words", "flags"),
    [
        ("Look at jobs in a school", ()),
        ("Ring Dave on Monday", (Flag.THIRD_PARTY,)),
        ("Her mother looks after the children", (Flag.THIRD_PARTY,)),
        ("Amira wants to teach, and Amira said so", ()),
        ("Sees the doctor weekly", (Flag.HEALTH,)),
        ("My partner earns more", (Flag.THIRD_PARTY, Flag.JOINT)),
    ],
)
def test_what_may_be_about_somebody_else_or_health_or_a_partner_is_flagged(words: str, flags: tuple[Flag, ...]) -> None:
    assert flags_of({"text": words}, frozenset({"amira", "khalil"})) == flags


def test_the_copy_to_read_is_in_the_persons_language_and_its_json_the_same_whatever_is_spoken(
    timed: Opened, tmp_path: Path
) -> None:
    people = timed.services.people
    mair = people.save(replace(people.draft(), given_name="Mair", language=Language.WELSH))
    page, data = timed.services.access.write(mair.id, tmp_path)
    words = page.read_text()
    assert "<html lang='cy'>" in words
    assert "Review copy" not in words
    assert "Rhagfyr" in words
    made = json.loads(data.read_text())
    assert set(made) == {
        *("review_copy", "made_on", "person_id", "language", "with_private", "steps", "flags"),
        *("records", "earlier", "looked"),
    }
    assert made["looked"][-1] | {"at": ""} == {"at": "", "code": "person.copied", "who": "work coach", "from": "window"}
    with speaking(Language.WELSH):
        assert as_json(timed.services.access.copy(mair.id))["flags"] == made["flags"]


def test_in_one_action_third_parties_health_and_a_partner_in_a_joint_claim_are_flagged(timed: Opened) -> None:
    talk = ready_to_issue(timed)
    talk.act("Ring Dave on Monday")
    talk.act("Ask the doctor for a letter")
    timed.services.circumstances.add(talk.person.id, "domestic_abuse")
    talk.act("Ask my partner about Fridays")
    copy = timed.services.access.copy(talk.person.id, private="asked")
    of_text = {str(each.body.get("text") or each.body.get("kind")): set(each.flags) for each in copy.records}
    assert of_text["Ring Dave on Monday"] == {Flag.THIRD_PARTY}
    assert of_text["Ask the doctor for a letter"] == {Flag.HEALTH}
    assert of_text["Ask my partner about Fridays"] == {Flag.THIRD_PARTY, Flag.JOINT}
    assert Flag.JOINT in of_text["domestic_abuse"], "who did it may be in the claim"


def of_questions(those: tuple[Held, ...]) -> dict[str, set[Flag]]:
    return {str(each.body["question_id"]): set(each.flags) for each in those if "question_id" in each.body}


def test_what_was_said_to_a_sensitive_question_is_marked_whatever_its_words_are(timed: Opened, tmp_path: Path) -> None:
    talk = begin(timed)
    talk.say("health_changes", "yes")
    talk.say("good_day", "Most things, in the mornings")
    talk.say("goal", "Work in a school")
    page, data = timed.services.access.write(talk.person.id, tmp_path)
    now = of_questions(timed.services.access.copy(talk.person.id).records)
    assert (now["health_changes"], now["good_day"]) == ({Flag.SENSITIVE}, {Flag.SENSITIVE})
    assert now["goal"] == set()
    assert "Look at this: Said to a question that is sensitive." in page.read_text()
    assert "sensitive" in json.loads(data.read_text())["flags"]


def test_what_it_said_before_and_what_nobody_knows_the_question_of_is_marked_too(timed: Opened) -> None:
    talk = begin(timed)
    talk.say("good_day", "Most things, in the mornings")
    talk.say("goal", "Work in a school")
    talk.say("good_day", "Most things before noon")
    earlier = of_questions(timed.services.access.copy(talk.person.id).earlier)
    assert earlier["good_day"] == {Flag.SENSITIVE}
    elsewhere = replace(talk.stored(), definition_version=990)
    with timed.database.write() as writer:  # as it came in a pack from where other words are in use
        writer.put(elsewhere, "test.put")
    now = of_questions(timed.services.access.copy(talk.person.id).records)
    assert now["goal"] == {Flag.SENSITIVE}


def test_how_to_reach_somebody_safely_is_marked(timed: Opened) -> None:
    people = timed.services.people
    zoe = people.save(replace(people.draft(), given_name="Zoe", contact_note="Only after six"))
    assert timed.services.access.copy(zoe.id).records[0].flags == (Flag.SENSITIVE,)
