from dataclasses import replace

import pytest

from coachdesk.documents.commitment_pdf import render_pdf
from coachdesk.documents.commitment_text import WIDTH, render_text
from tests.core.documents.papers import LONG_WORD, MADE_AT, every_paper, paper, said
from tests.core.documents.reading import spoken, squeezed

PAPERS = every_paper()


@pytest.mark.parametrize("name", PAPERS)
def test_the_text_says_all_that_the_paper_says(name: str) -> None:
    text = squeezed(render_text(PAPERS[name]))
    for part in spoken(render_pdf(PAPERS[name], made_at=MADE_AT)):
        assert squeezed(part.words) in text, part.words


@pytest.mark.parametrize("name", PAPERS)
def test_no_line_is_wider_than_the_journal_shows_but_for_a_word_that_is(name: str) -> None:
    for line in render_text(PAPERS[name]).splitlines():
        assert len(line) <= WIDTH or max(map(len, line.split())) > 70


def test_a_long_word_is_not_cut() -> None:
    assert LONG_WORD in render_text(PAPERS["long words"])


def test_it_is_in_the_order_of_the_account() -> None:
    text = render_text(paper())
    order = (
        "My commitments\n\nThis is a copy to keep.",
        "What my work coach will do\n\n3. Ring Ysgol Bodhyfryd",
        "When we meet next",
        "\n\n\n1. Send my new CV to two school kitchens in Wrexham\n",
        "\n\n\n2. Gofyn i Nia am y cwrs hylendid bwyd\n",
    )
    places = [text.index(each) for each in order]
    assert places == sorted(places)


def test_a_to_do_reads_as_one_block_that_stands_by_itself() -> None:
    assert (
        "1. Send my new CV to two school kitchens in Wrexham\n"
        "\n"
        "What I am asked to do\n"
        "Under each it says why, and what to do if you cannot do it.\n"
        "By: Friday 4 December 2026\n"
        "In your account: Not yet\n"
        "Because you told us that you ran the servery at Borras Park.\n"
        "If you cannot do this, tell us before Friday, in your journal or on\n"
        "0800 328 5644.\n"
        "If the printer does not work, then I go to the library on Thursday.\n"
        "\n"
        "\n"
    ) in render_text(paper())


def test_the_lines_that_people_typed_are_kept() -> None:
    assert "\nFirst thing\nSecond thing\n" in render_text(paper(goals=(said("First thing\nSecond thing"),)))


def test_the_text_begins_with_the_title_and_ends_with_one_line_end() -> None:
    text = render_text(replace(paper(), sections=paper().sections[:1]))
    assert text.startswith("My commitments\n\nThis is a copy to keep.")
    assert text.endswith("can change what is asked.\n")
    assert not text.endswith("\n\n")
