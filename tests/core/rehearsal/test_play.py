"""The worked cases, played through the real program: what is left in the folder, what is in it and what is not."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from coachdesk import cli
from coachdesk.cases import Case
from coachdesk.content import read_content
from coachdesk.documents.checker import check
from coachdesk.documents.html_checker import check_html
from coachdesk.errors import AppError
from coachdesk.interviews import Problem
from coachdesk.paths import resources
from coachdesk.rehearsal import Played, play, read_chain
from coachdesk.rehearsal.words import found_in, texts_of

CASES = resources("cases")
SHIPPED = sorted(path.stem for path in CASES.glob("*.toml"))
WITH_PAPER = [name for name in SHIPPED if name != "kezia"]


def chain(path: Path) -> tuple[Case, ...]:
    found = read_chain(path, read_content().definitions)
    assert not any(isinstance(each, Problem) for each in found), found
    return tuple(each for each in found if isinstance(each, Case))


def rehearsed(name: str, folder: Path) -> tuple[Played, Mapping[str, bytes]]:
    played = play(chain(CASES / f"{name}.toml"), folder)
    return played, {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}


@pytest.mark.parametrize("name", WITH_PAPER)
def test_a_worked_case_leaves_its_documents_and_a_transcript(name: str, tmp_path: Path) -> None:
    case = chain(CASES / f"{name}.toml")[-1]
    played, files = rehearsed(name, tmp_path / "out")
    assert sorted(played.files) == sorted(files)
    assert played.as_written
    assert played.not_asked == ()
    assert played.unanswered == ()
    assert len(files) == len(case.formats) * len({case.language, *case.also_in}) + 1
    for each, content in files.items():
        assert found_in(content, case.not_on_paper) == ()
        if each.endswith(".pdf"):
            assert check(content) == ()


def test_what_the_case_says_stands_on_the_paper(tmp_path: Path) -> None:
    _played, files = rehearsed("amira", tmp_path / "out")
    (text,) = (content.decode() for name, content in files.items() if name.endswith("-1.txt"))
    words = " ".join(text.split())
    assert "Be a teaching assistant in the town's schools by next September" in words
    assert "List the 12 primaries within 40 minutes by bus and note each vacancy page" in words
    assert "If it is Monday 9.15 and both children are in, then I will open the list" in words
    assert "You said yes to this on Tuesday 1 December 2026" in words
    assert "When: Wednesday 16 December 2026" in words
    pdfs = [content for name, content in files.items() if name.endswith(".pdf")]
    assert len(pdfs) == 3
    for pdf in pdfs:
        assert found_in(pdf, ["teaching assistant", "Khalil"]) == ("teaching assistant", "Khalil")


def test_where_nothing_may_be_given_there_is_no_file_at_all(tmp_path: Path) -> None:
    played, files = rehearsed("kezia", tmp_path / "out")
    assert (played.files, files) == ((), {})
    assert played.fine
    assert "All of this stays between you" in " ".join(played.no_document_because)
    assert list(tmp_path.iterdir()) == []


def test_a_couple_is_two_meetings_and_neither_names_the_other(tmp_path: Path) -> None:
    _lena, hers = rehearsed("nowak-lena", tmp_path / "lena")
    _piotr, his = rehearsed("nowak-piotr", tmp_path / "piotr")
    assert all(found_in(content, ["Piotr"]) == () for content in hers.values())
    assert all(found_in(content, ["Lena"]) == () for content in his.values())


def test_a_goal_that_stays_between_the_two_gives_way_to_the_one_for_paper(tmp_path: Path) -> None:
    _played, files = rehearsed("callum", tmp_path / "out")
    text = "".join(content.decode() for name, content in files.items() if name.endswith(".txt"))
    assert "Cook for a living." in text
    assert "Finish the course" not in text
    assert "three dishes" in text


def test_a_review_comes_after_its_first_meeting_and_is_the_second_edition(tmp_path: Path) -> None:
    _played, files = rehearsed("amira-review", tmp_path / "out")
    assert sorted(name.rpartition("-1-")[2] for name in files) == ["2.pdf", "transcript.txt"]
    transcript = files["transcript.txt"].decode()
    assert "Find out who pays for the teaching assistant course, level 2. Not yet" in " ".join(transcript.split())
    (pdf,) = (content for name, content in files.items() if name.endswith(".pdf"))
    words = ["What is different since edition 1", "New: what I choose to do", "Send the CV to the four schools"]
    assert found_in(pdf, [*words, "No longer asked", "List the 12 primaries"]) == (
        *words,
        "No longer asked",
        "List the 12 primaries",
    )


def test_every_format_in_both_languages_is_left_and_passes_the_checkers(tmp_path: Path) -> None:
    arguments = ["rehearse", str(CASES / "amira-undecided.toml"), "--every", "--out", str(tmp_path)]
    assert cli.main(arguments) == 0
    names = {path.name.partition("-1-2")[2] for path in tmp_path.iterdir() if path.name != "transcript.txt"}
    forms = (".pdf", "-large.pdf", "-easy.pdf", ".html", ".txt")
    assert names == {*forms, *(form.replace(".", "-cy.") for form in forms)}
    assert [cli.main(["verify", str(pdf)]) for pdf in tmp_path.glob("*.pdf")] == [0] * 6
    assert [check_html(path.read_bytes()) for path in tmp_path.glob("*.html")] == [(), ()]


def test_the_transcript_keeps_to_itself_what_is_sensitive_and_what_follows_from_it(tmp_path: Path) -> None:
    _played, files = rehearsed("darren", tmp_path / "out")
    transcript = files["transcript.txt"].decode()
    assert "Can you talk freely, or is somebody with you?" in transcript
    for kept in ("fit note", "good day", "What helps you to take part?", "Ring after 2pm", "sure", "GP"):
        assert kept not in transcript


def test_a_meeting_that_ends_kindly_leaves_nothing(tmp_path: Path) -> None:
    text = (CASES / "nowak-lena.toml").read_text("utf-8")
    (tmp_path / "ends.toml").write_text(text.replace("[answers]", '[answers]\ncard_serious = ["serious_illness"]'))
    played = play(chain(tmp_path / "ends.toml"), tmp_path / "out")
    assert (played.files, played.fine) == ((), False)
    assert played.no_document_because == (
        "The meeting ended kindly before its end. Nothing is asked and nothing is given.",
    )
    assert not (tmp_path / "out").exists()


def test_a_stop_leaves_nothing_and_says_what_to_do(tmp_path: Path) -> None:
    text = (CASES / "amira.toml").read_text("utf-8")
    (tmp_path / "paused.toml").write_text(text.replace("card_private = []", 'card_private = ["recovery"]'))
    played = play(chain(tmp_path / "paused.toml"), tmp_path / "out")
    assert played.files == ()
    assert "A statutory pause is recorded" in played.no_document_because[0]
    assert not (tmp_path / "out").exists()


def test_all_files_or_the_folder_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    (folder / "transcript.txt").mkdir(parents=True)  # the last file cannot be written there
    with pytest.raises(AppError) as refused:
        play(chain(CASES / "nowak-lena.toml"), folder)
    assert refused.value.code == "documents.cannot-write"
    assert [path.name for path in folder.iterdir()] == ["transcript.txt"]


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ('previous = "review"', "case.previous-circle"),
        ('previous = "../amira"', "case.previous-elsewhere"),
        ('previous = "kezia"', "case.previous-other-person"),
    ],
)
def test_cases_that_do_not_follow_one_another_are_refused(before: str, code: str, tmp_path: Path) -> None:
    text = (CASES / "amira-review.toml").read_text("utf-8").replace('previous = "amira"', before)
    (tmp_path / "review.toml").write_text(text, "utf-8")
    (tmp_path / "kezia.toml").write_text((CASES / "kezia.toml").read_text("utf-8"), "utf-8")
    found = read_chain(tmp_path / "review.toml", read_content().definitions)
    assert code in {each.code for each in found if isinstance(each, Problem)}


def test_what_happened_must_be_about_an_action_that_there_was(tmp_path: Path) -> None:
    for name in ("amira", "amira-review"):
        text = (CASES / f"{name}.toml").read_text("utf-8").replace('action = "Write a one-page', 'action = "Read a')
        (tmp_path / f"{name}.toml").write_text(text, "utf-8")
    (problem,) = read_chain(tmp_path / "amira-review.toml", read_content().definitions)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.place) == ("case.unknown-action", "happened 5 / action")


def test_words_are_found_whole_in_any_letters_and_over_line_ends() -> None:
    text = b"He said: My BACK\nhurts, and the fit\n   note runs out."
    assert found_in(text, ["back", "fit note", "hurt", "out"]) == ("back", "fit note", "out")
    assert "backs" not in found_in(text, ["backs"])
    assert list(texts_of(b"")) == ["", "", "", ""]


def test_an_example_without_a_meeting_is_not_played_and_is_said_to_be_one() -> None:
    (problem,) = read_chain(resources("examples", "homeless.toml"), read_content().definitions)
    assert isinstance(problem, Problem)
    assert (problem.file, problem.code) == ("homeless.toml", "case.no-meeting")
    assert problem.text.startswith("This is an example without a meeting")


def test_a_case_whose_finding_is_not_as_it_expects_is_not_played(tmp_path: Path) -> None:
    text = (CASES / "amira.toml").read_text("utf-8").replace('"thresholds.cet" = 1101', '"thresholds.cet" = 1652')
    (tmp_path / "amira.toml").write_text(text, "utf-8")
    content = read_content()
    (problem,) = read_chain(tmp_path / "amira.toml", content.definitions, content.rules)
    assert isinstance(problem, Problem)
    assert (problem.place, problem.code) == ("expect / thresholds.cet", "case.expectation")
