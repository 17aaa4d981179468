"""A released definition never changes its words: old answers were given to the old words."""

from coachdesk.content import english_texts, read_content
from coachdesk.interviews import definition_hash, release_line, released_hashes, unreleased_changes
from coachdesk.interviews.hashes import RELEASED
from coachdesk.paths import resources
from tests.core.interviews.run import asking, loaded, one

TEXT = asking(one("short_text"))


def recorded(text: str) -> dict[str, str]:
    return released_hashes(f"[released]\n{release_line(loaded(text), text)}\n")


def test_a_recorded_definition_that_did_not_change_is_fine() -> None:
    assert unreleased_changes({"talk/1": TEXT}, recorded(TEXT)) == ()


def test_changed_words_need_a_new_version() -> None:
    changed = TEXT.replace("What about it?", "And what about it?")
    (problem,) = unreleased_changes({"talk/1": changed}, recorded(TEXT))
    assert (problem.code, problem.place) == ("definition.changed-after-release", "talk/1")
    newer = changed.replace("version = 1", "version = 2")
    (problem,) = unreleased_changes({"talk/1": TEXT, "talk/2": newer}, recorded(TEXT))
    assert (problem.code, problem.place) == ("definition.not-released", "talk/2")


def test_the_file_of_a_released_version_stays() -> None:
    (problem,) = unreleased_changes({}, recorded(TEXT))
    assert problem.code == "definition.released-file-missing"


def test_line_endings_of_another_system_are_no_change() -> None:
    assert definition_hash(TEXT.replace("\n", "\r\n")) == definition_hash(TEXT)
    assert definition_hash(TEXT + "\n") != definition_hash(TEXT)


def test_no_hashes_are_recorded_before_the_first_release() -> None:
    assert released_hashes("# nothing yet\n") == {}


def test_every_definition_of_the_program_is_recorded_as_released_and_unchanged() -> None:
    released = released_hashes(resources("interviews", RELEASED).read_text("utf-8"))
    assert [str(problem) for problem in unreleased_changes(english_texts(read_content()), released)] == []
