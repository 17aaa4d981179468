"""What every kind of question keeps, shows and says about an answer."""

from datetime import date

import pytest

from coachdesk.interviews import KINDS, Kind, as_fields, as_time, chosen
from tests.core.interviews.run import question

TODAY = date(2026, 12, 1)
CHOICES = (
    'choices = [{ id = "bus", label = "Bus" }, { id = "car", label = "Car" }, '
    '{ id = "none", label = "None", alone = true }]\n'
)
TYPED = {"day": "31", "month": "2", "year": "2026"}
NO_DAY = {"day": "", "month": "", "year": ""}


def needs(kind: str) -> str:
    return CHOICES if kind in {"one_of", "many_of", "told_to_everyone"} else ""


def says(kind: str, value: object, more: str = "") -> list[str]:
    found = KINDS[Kind(kind)].check(question(kind, more or needs(kind)), value, today=TODAY)
    assert all(problem.text.endswith(".") for problem in found)
    return [problem.code.removeprefix("answer.") for problem in found]


def shows(kind: str, value: object, more: str = "") -> str:
    return KINDS[Kind(kind)].show(question(kind, more or needs(kind)), value, lambda text: text)


GOOD: list[tuple[str, object, str]] = [
    ("short_text", " Amira ", "Amira"),
    ("long_text", "First line\nsecond", "First line\nsecond"),
    ("phone", "0113 496 0000", "0113 496 0000"),
    ("yes_no", "yes", "Yes"),
    ("one_of", "car", "Car"),
    ("many_of", ["car", "bus"], "Car; Bus"),
    ("told_to_everyone", ["none"], "None"),
    ("number", "7.5", "7.5"),
    ("money", "£1,200.5", "£1,200.50"),
    ("money", "-3", "-£3"),
    ("date", "2026-12-01", "Tuesday 1 December 2026"),
    (
        "date_range",
        {"from": "2026-12-01", "until": "2026-12-24"},
        "Tuesday 1 December 2026 to Thursday 24 December 2026",
    ),
    ("date_range", {"from": "2026-12-01", "until": ""}, "from Tuesday 1 December 2026"),
    ("date_range", {"from": "", "until": "2026-12-01"}, "until Tuesday 1 December 2026"),
    ("time_windows", {"presets": ["school_hours", "not_weekends"], "words": ""}, "School hours; Not weekends"),
    ("time_windows", {"presets": [], "words": "After ten."}, "After ten."),
    ("scale", {"number": 7, "words": "I know the shop"}, "I know the shop"),
    ("children", [{"age": "4", "born": ""}, {"age": "", "born": "2022-05-10"}], "age 4; born on Tuesday 10 May 2022"),
    ("jobs", [{"what": "Cook", "when": "2019", "proud": ""}, {"what": "", "when": "", "proud": ""}], "Cook, 2019"),
    ("consent", {"answer": "yes", "what": "my adviser"}, "Yes: my adviser"),
    ("consent", {"answer": "no", "what": ""}, "No"),
    (
        "next_meeting",
        {"on": "2026-12-15", "at": "10:30", "channel": "phone", "reason": "The college answers by then"},
        "Tuesday 15 December 2026, 10:30am, by phone, The college answers by then",
    ),
    ("next_meeting", {"on": "", "at": "soon", "channel": "", "reason": ""}, "soon"),
]


@pytest.mark.parametrize(("kind", "value", "shown"), GOOD)
def test_an_answer_is_kept_as_it_is_and_read_back_in_words(kind: str, value: object, shown: str) -> None:
    rules = KINDS[Kind(kind)]
    assert rules.parse(rules.dump(value)) == value
    assert not rules.blank(value)
    assert shows(kind, value) == shown


def test_the_number_of_a_scale_is_never_read_back() -> None:
    assert shows("scale", {"number": 7, "words": ""}) == ""


def test_numbers_carry_their_unit() -> None:
    assert shows("number", "7.5", 'unit = "hours a week"\n') == "7.5 hours a week"
    assert shows("number", "", 'unit = "hours a week"\n') == ""
    assert shows("money", "12", 'unit = "a week"\n') == "£12 a week"


BLANK: list[tuple[str, object]] = [
    ("short_text", " "),
    ("phone", ""),
    ("yes_no", ""),
    ("one_of", ""),
    ("many_of", []),
    ("number", ""),
    ("money", ""),
    ("date", ""),
    ("date", NO_DAY),
    ("date_range", {"from": "", "until": NO_DAY}),
    ("time_windows", {"presets": [], "words": " "}),
    ("scale", {"number": None, "words": ""}),
    ("children", [{"age": " ", "born": ""}]),
    ("jobs", [{"what": "", "when": "", "proud": ""}]),
    ("consent", {"answer": "", "what": ""}),
    ("next_meeting", {"on": "", "at": "", "channel": "", "reason": ""}),
]


@pytest.mark.parametrize(("kind", "value"), BLANK)
def test_nothing_said_is_blank_has_no_words_and_no_problems(kind: str, value: object) -> None:
    rules = KINDS[Kind(kind)]
    assert rules.parse(rules.dump(value)) == value
    assert rules.blank(value)
    assert shows(kind, value) == ""
    assert says(kind, value) == []


@pytest.mark.parametrize("kind", list(Kind))
def test_a_value_of_another_shape_is_refused_and_does_no_harm(kind: Kind) -> None:
    rules = KINDS[kind]
    for stranger in (3, True, [3], [{"a": 1}], {"a": 1}, {"from": 1, "until": 2}):
        assert not rules.fits(stranger)
        with pytest.raises(ValueError, match="wrong-shape"):
            rules.dump(stranger)
        with pytest.raises(ValueError, match="wrong-shape"):
            rules.parse('{"a":1}')
        shows(kind, stranger)
        says(kind, stranger)
        rules.compare(stranger)
    assert rules.blank(None)


@pytest.mark.parametrize("kind", ["promises", "outcomes", "plan", "recap"])
def test_what_stores_records_of_its_own_has_no_value(kind: str) -> None:
    rules = KINDS[Kind(kind)]
    assert not rules.has_value
    assert rules.fits(None)
    assert (shows(kind, None), says(kind, None)) == ("", [])


@pytest.mark.parametrize(
    ("kind", "value", "found"),
    [
        ("short_text", "anything at all, ${x} <b>", []),
        ("phone", "ring the bell", ["phone-unlikely"]),
        ("phone", "12", ["phone-unlikely"]),
        ("phone", "+44 (0)113 496 0000 ext 12", []),
        ("yes_no", "yes", []),
        ("one_of", "plane", ["unknown-choice"]),
        ("many_of", ["car", "plane"], ["unknown-choice"]),
        ("many_of", ["car", "none"], ["alone-with-others"]),
        ("many_of", ["none"], []),
        ("consent", {"answer": "no", "what": "x"}, []),
        ("number", "seven", ["not-a-number"]),
        ("number", "7,5", ["not-a-number"]),
        ("money", "£1,20", ["not-money"]),
        ("money", "12.5", []),
        ("scale", {"number": 11, "words": ""}, ["too-large"]),
        ("scale", {"number": -1, "words": ""}, ["too-small"]),
        ("scale", {"number": 10, "words": ""}, []),
        ("date", TYPED, ["impossible-date"]),
        ("date", {"day": "3", "month": "", "year": "2026"}, ["incomplete-date"]),
        ("date", "2026-12-01", []),
        ("date_range", {"from": "2026-12-02", "until": "2026-12-01"}, ["range-reversed"]),
        ("date_range", {"from": TYPED, "until": "2026-12-01"}, ["impossible-date"]),
        ("time_windows", {"presets": ["weekends", "not_weekends"], "words": ""}, ["times-clash"]),
        ("time_windows", {"presets": ["mornings"], "words": ""}, []),
        ("children", [{"age": "four", "born": ""}], ["not-an-age"]),
        ("children", [{"age": "", "born": "2026-12-02"}], ["future-birth"]),
        ("children", [{"age": "4", "born": "2022-12-02"}], ["age-and-birth-differ"]),
        ("children", [{"age": "3", "born": "2022-12-02"}, {"age": "", "born": TYPED}], ["impossible-date"]),
        ("jobs", [{"what": "Cook", "when": "", "proud": ""}], []),
        (
            "next_meeting",
            {"on": "2026-11-30", "at": "25:00", "channel": "", "reason": ""},
            ["past-date", "impossible-time"],
        ),
        ("next_meeting", {"on": TYPED, "at": "9:05", "channel": "video", "reason": ""}, ["impossible-date"]),
        ("next_meeting", {"on": "2026-12-01", "at": "half past", "channel": "", "reason": ""}, ["impossible-time"]),
    ],
)
def test_what_does_not_fit_is_named_and_nothing_is_taken_away(kind: str, value: object, found: list[str]) -> None:
    assert says(kind, value) == found
    assert KINDS[Kind(kind)].parse(KINDS[Kind(kind)].dump(value)) == value


def test_numbers_and_amounts_have_limits_where_the_definition_sets_them() -> None:
    limits = "minimum = 0\nmaximum = 37.5\n"
    for kind in ("number", "money"):
        assert [says(kind, value, limits) for value in ("-1", "0", "37.5", "38")] == [
            ["too-small"],
            [],
            [],
            ["too-large"],
        ]
        assert says(kind, "38", "minimum = 0\n") == []
    assert says("scale", {"number": 6, "words": ""}, "minimum = 1\nmaximum = 5\n") == ["too-large"]


def test_a_list_has_room_for_as_many_as_the_definition_says() -> None:
    child, job = {"age": "3", "born": ""}, {"what": "Cook", "when": "", "proud": ""}
    assert says("children", [child] * 3, "most = 2\n") == ["too-many-rows"]
    assert says("jobs", [job] * 3, "most = 2\n") == ["too-many-rows"]
    assert says("jobs", [job] * 2, "most = 2\n") == []


def test_without_a_date_of_today_nothing_is_said_about_past_and_future() -> None:
    born = [{"age": "", "born": "2990-01-01"}]
    assert KINDS[Kind.CHILDREN].check(question("children"), born) == ()


def test_the_three_fields_show_again_what_was_typed() -> None:
    assert as_fields("2026-12-01") == ("1", "12", "2026")
    assert as_fields(TYPED) == ("31", "2", "2026")
    assert as_fields("20261201") == as_fields("") == ("", "", "")
    assert shows("date", TYPED) == "31 2 2026"


def test_times_are_hours_and_minutes() -> None:
    assert str(as_time("9:05")) == "09:05:00"
    assert [as_time(text) for text in ("24:00", "9", "nine", None)] == [None] * 4


def test_days_and_channels_are_said_in_the_language_of_the_reader() -> None:
    welsh = {"Tuesday": "dydd Mawrth", "December": "Rhagfyr", "by phone": "dros y ffôn", "Yes": "Ie"}
    meeting = {"on": "2026-12-15", "at": "", "channel": "phone", "reason": ""}
    said = KINDS[Kind.NEXT_MEETING].show(question("next_meeting"), meeting, lambda text: welsh.get(text, text))
    assert said == "dydd Mawrth 15 Rhagfyr 2026, dros y ffôn"


def test_the_chosen_choices_come_in_the_order_of_the_question() -> None:
    assert [choice.id for choice in chosen(question("many_of", CHOICES), ["car", "bus", "gone"])] == ["bus", "car"]
