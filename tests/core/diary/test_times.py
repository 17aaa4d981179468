from datetime import time

import pytest

from coachdesk.diary import read_time


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10:30", time(10, 30)),
        ("10.30", time(10, 30)),
        ("1030", time(10, 30)),
        (" 9 ", time(9)),
        ("9am", time(9)),
        ("2pm", time(14)),
        ("2:15 PM", time(14, 15)),
        ("2:15", time(14, 15)),
        ("02:15", time(2, 15)),
        ("12pm", time(12)),
        ("12am", time(0)),
        ("16:45", time(16, 45)),
        ("0:05", time(0, 5)),
    ],
)
def test_a_time_is_understood_as_people_write_it(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "soon", "25:00", "10:75", "13pm", "0am", "10:3", "10:300"])
def test_what_is_no_time_is_not_made_into_one(typed: str) -> None:
    assert read_time(typed) is None
