"""Rows from a pack are read as strictly as they were written: a colleague's program may be broken, or not ours."""

import json
import zlib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.errors import AppError
from coachdesk.handover import Parcel, PersonParcel, Rows, read_parcel, write_parcel
from coachdesk.handover.pack import unpacked
from coachdesk.ids import new_id
from coachdesk.storage import record_from, records_from, table_of
from coachdesk.storage.mapper import plain
from coachdesk.storage.travelling import TRAVELS
from tests.core.storage.samples import STARTED, one_of_each

RECORDS = [
    replace(each, version=3, author="sam", created_at=STARTED, updated_at=STARTED)
    for each in one_of_each()
    if type(each) in TRAVELS
]
PERSON = RECORDS[0].id


def sample() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {table_of(kind).name: {} for kind in TRAVELS}
    for each in RECORDS:
        found[table_of(type(each)).name][each.id] = json.loads(json.dumps(plain(each)))
    return found


def parcel(rows: Rows) -> Parcel:
    return Parcel(people=(PersonParcel(person_id=PERSON, notes=False, sealed=False, taken="", gone=(), rows=rows),))


def test_every_kind_comes_out_of_a_pack_as_it_went_in() -> None:
    came = read_parcel(write_parcel(parcel(sample())))
    assert list(records_from(PERSON, came.people[0].rows).values()) == sorted(
        RECORDS, key=lambda each: TRAVELS.index(type(each))
    )


FIELDS = [(table, name) for table, rows in sample().items() for body in rows.values() for name in body]
WRONG = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text(), max_size=2)


@given(st.sampled_from(FIELDS), WRONG | st.dictionaries(st.text(), st.text(), max_size=2))
def test_a_field_of_another_type_or_form_is_refused_or_is_one_that_this_vault_could_have_written(
    field: tuple[str, str], wrong: object
) -> None:
    table, name = field
    rows = sample()
    (body,) = rows[table].values()
    body[name] = wrong
    try:
        found = records_from(PERSON, rows)
    except ValueError:
        return
    kind = next(kind for kind in TRAVELS if table_of(kind).name == table)
    record = next(each for each in found.values() if type(each) is kind)
    assert plain(record) == body


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows.update(vault_info={}),
        lambda rows: rows["goals"].update(
            {(key := new_id()): rows["goals"][next(iter(rows["goals"]))] | {"id": key, "more": 1}}
        ),
        lambda rows: next(iter(rows["goals"].values())).pop("why"),
        lambda rows: next(iter(rows["goals"].values())).update(person_id=new_id()),
        lambda rows: next(iter(rows["answers"].values())).update(interview_id=new_id()),
        lambda rows: next(iter(rows["circumstances"].values())).update(detail={"a": float("inf")}),
        lambda rows: next(iter(rows["goals"].values())).update(text="\ud800"),
        lambda rows: next(iter(rows["goals"].values())).update(importance=2**70),
        lambda rows: next(iter(rows["goals"].values())).update(version=0),
        lambda rows: rows["answers"].update({(key := new_id()): next(iter(rows["answers"].values())) | {"id": key}}),
        lambda rows: rows["people"].clear(),
    ],
)
def test_what_this_vault_could_not_have_written_is_refused(change: Any) -> None:
    rows = sample()
    change(rows)
    with pytest.raises(ValueError):
        records_from(PERSON, rows)


def test_bytes_that_are_no_base64_are_refused() -> None:
    kind = next(kind for kind in TRAVELS if table_of(kind).name == "slips")
    (body,) = sample()["slips"].values()
    with pytest.raises(ValueError):
        record_from(kind, body | {"content": "no base64"})


@given(
    st.binary(max_size=200)
    | st.recursive(st.none() | st.text() | st.integers(), st.lists).map(
        lambda each: zlib.compress(json.dumps(each).encode())
    )
)
def test_what_is_no_parcel_is_refused(content: bytes) -> None:
    with pytest.raises(AppError) as refused:
        read_parcel(content)
    assert refused.value.code == "handover.damaged"


PEOPLE = {"id": PERSON, "notes": False, "sealed": False, "taken": "", "gone": [], "rows": {}}


@pytest.mark.parametrize(
    "people",
    [
        [],
        [PEOPLE, PEOPLE],
        [PEOPLE | {"id": "../../etc"}],
        [PEOPLE | {"notes": 1}],
        [PEOPLE | {"taken": 7}],
        [PEOPLE | {"gone": [["goals"]]}],
        [PEOPLE | {"rows": {"goals": {}}}],
        [PEOPLE | {"rows": {"goals": [{"id": PERSON}, {"id": PERSON}]}}],
        [{"id": PERSON}],
    ],
)
def test_a_parcel_of_another_form_is_refused(people: object) -> None:
    with pytest.raises(AppError, match=r"handover\.damaged"):
        read_parcel(zlib.compress(json.dumps({"people": people}).encode()))
    assert read_parcel(zlib.compress(json.dumps({"people": [PEOPLE]}).encode())).people[0].person_id == PERSON


def test_a_parcel_that_would_fill_the_memory_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coachdesk.handover.pack.MOST_BYTES", 10_000)
    with pytest.raises(ValueError):
        unpacked(zlib.compress(bytes(20_000)))
    with pytest.raises(AppError, match=r"handover\.too-large"):
        write_parcel(parcel({"goals": {PERSON: {"id": PERSON, "text": "x" * 20_000}}}))


@pytest.mark.parametrize(
    ("table", "name", "value"),
    [
        ("actions", "hours", "NaN"),
        ("actions", "hours", "Infinity"),
        ("actions", "as_typed", {"by": {"a": 1}}),
        ("actions", "text", "Ring\0them"),
        ("people", "family_name", "\0"),
    ],
)
def test_what_nobody_can_type_or_count_with_is_refused(table: str, name: str, value: object) -> None:
    rows = sample()
    next(iter(rows[table].values()))[name] = value
    with pytest.raises(ValueError, match=r"no number|another type|nobody types"):
        records_from(PERSON, rows)
