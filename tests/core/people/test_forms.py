import pytest

from coachdesk.content import check_content
from coachdesk.name_lists import NAMES, check_names, forms
from coachdesk.paths import resources
from coachdesk.people.forms import form_problems, read_forms
from coachdesk.people.likeness import Way, Word, how_alike
from coachdesk.people.spelling import bare, folded, sound

HEAD = 'version = "1"\nsource = "By hand."\n'


def word(text: str) -> Word:
    return Word(text, folded(text), sound(folded(text)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bill", "william"),
        ("bil", "william"),
        ("kathryn", "catherine"),
        ("mohamed", "muhammad"),
        ("shivaun", "siobhan"),
        ("owen", "owain"),
        ("peggy", "margaret"),
        ("wojtek", "wojciech"),
        ("usman", "osman"),
        ("chaudry", "choudhury"),
        ("emeka", "chukwuemeka"),
    ],
)
def test_names_that_are_one_name_are_known_both_ways(one: str, other: str) -> None:
    assert other in forms().of(one)
    assert one == "bil" or one in forms().of(other)


def test_names_of_different_people_are_not_one() -> None:
    assert "alexandra" not in forms().of("alexander")
    assert forms().of("qq") == forms().of("xyzzyxyz") == {}


def test_no_list_has_a_mistake() -> None:
    assert check_content(checks={NAMES: check_names}) == ()
    assert len(list((resources() / NAMES).glob("*.toml"))) >= 3


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name = ", "This is not TOML"),
        ('version = "1"\nname = [{ of = ["A", "B"] }]', "There is no source."),
        (HEAD, "There is no [[name]]."),
        (HEAD + "more = 1\nname = [{ of = ['Ann', 'Anne'] }]", "more means nothing here."),
        (HEAD + "name = [{ of = ['Ann'] }]", "Name 1: it has fewer than two forms, or no of."),
        (HEAD + "name = [{ short = ['Ann', 'Nan'] }]", "Name 1: it has fewer than two forms, or no of."),
        (HEAD + "name = [{ of = ['Ann', 'ÁNN'] }]", "Name 1: one form stands there twice."),
        (HEAD + "name = [{ of = ['Ann', 'Mary Ann'] }]", "Name 1: of is a list of names of one word."),
        (HEAD + "name = [{ of = ['Ann', 'Anne'], long = ['A'] }]", "Name 1: long means nothing here."),
    ],
)
def test_a_mistake_in_a_list_is_named(text: str, problem: str) -> None:
    assert any(each.startswith(problem) for each in form_problems(text))


def test_a_short_form_is_less_sure_than_a_spelling() -> None:
    known = read_forms([HEAD + "name = [{ of = ['Ann', 'Anne'], short = ['Nan', 'Annie'] }]"]).of("ann")
    assert known["anne"] > known["nan"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kovalchik", "kowalczyk"),
        ("philip", "filip"),
        ("mackdonald", "mcdonald"),
        ("wright", "rite"),
        ("dhillon", "dillon"),
        ("ebrahim", "ibrahim"),
        ("lewelin", "llewellyn"),
        ("jeffrey", "geoffrey"),
    ],
)
def test_names_that_sound_alike_have_one_sound(one: str, other: str) -> None:
    assert word(one).sound == word(other).sound
    assert how_alike(word(one), word(other)).score > 0.55


def test_the_likeness_says_in_what_way_and_falls_with_every_error() -> None:
    whole, begun, one, two, none = (
        how_alike(word(typed), word("johnson")) for typed in ("johnson", "johns", "johnsin", "jhonsin", "okonkwo")
    )
    assert (whole.way, begun.way, none.score) == (Way.NAME, Way.NAME, 0.0)
    assert whole.score > begun.score > one.score > two.score > 0
    assert how_alike(word("donald"), word("mcdonald")).score > 0.85
    assert (bare("mcdonald"), bare("mace"), bare("obrien")) == ("donald", "", "brien")
