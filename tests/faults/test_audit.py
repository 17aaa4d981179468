"""Whoever has the data key can write in the record of who looked: it is found by the chain, or by a checkpoint kept elsewhere."""

import hashlib
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, insert, select

from coachdesk.application import Opened
from coachdesk.services.checkpoints import Standing
from coachdesk.storage.mapper import canonical
from coachdesk.storage.tables import AUDIT
from tests.faults.tally import Tally, many
from tests.vaults import made, setting

Line = dict[str, Any]
Tampering = Callable[[list[Line], random.Random], list[Line]]

TIMES = many(short=20, full=500)
LENGTH = many(short=30, full=200)


def a_line_changed(lines: list[Line], chance: random.Random) -> list[Line]:
    """One field of one line says something else."""
    line = chance.choice(lines)
    name = chance.choice([each for each in line if each != "number"])
    value = line[name]
    other: object = value + timedelta(seconds=1) if isinstance(value, datetime) else f"{value}x"
    line[name] = "handover" if name == "via" else other
    return lines


def a_line_changed_with_its_own_hash(lines: list[Line], chance: random.Random) -> list[Line]:
    """The line is sound by itself; the next one does not follow from it."""
    line = chance.choice(lines[:-1])
    line["subject"] = f"{line['subject']}x"
    line["hash"] = hash_of(line)
    return lines


def lines_taken_out(lines: list[Line], chance: random.Random) -> list[Line]:
    """One or several from the middle; sometimes with the numbers closed up."""
    first = chance.randrange(len(lines) - 1)
    del lines[first : chance.randrange(first + 1, len(lines))]
    return numbered(lines) if chance.random() < 0.5 else lines


def a_line_put_in(lines: list[Line], chance: random.Random) -> list[Line]:
    """A line that could have been there, with a hash that is right for it."""
    at = chance.randrange(1, len(lines))
    new = chance.choice(lines) | {"previous": lines[at - 1]["hash"], "number": at + 1}
    lines.insert(at, new | {"hash": hash_of(new)})
    return numbered(lines)


def two_lines_exchanged(lines: list[Line], chance: random.Random) -> list[Line]:
    one, other = sorted(chance.sample(range(len(lines)), 2))
    lines[one], lines[other] = lines[other], lines[one]
    return numbered(lines)


def cut_off(lines: list[Line], chance: random.Random) -> list[Line]:
    """The end is gone, or everything."""
    return lines[: chance.randrange(len(lines))]


def cut_off_and_carried_on(lines: list[Line], chance: random.Random) -> list[Line]:
    """The end is gone, and as many or more lines came after."""
    kept = lines[: chance.randrange(len(lines) - 1)]
    return chained([*kept, *(dict(each, author="x") for each in lines[len(kept) :]), *lines[: chance.randrange(3)]])


def built_anew(lines: list[Line], chance: random.Random) -> list[Line]:
    """One line says something else, and all hashes from there on are computed again."""
    line = chance.choice(lines)
    line["subject"], line["record"] = "somebody-else", "somebody-else"
    return chained(lines)


def hash_of(line: Line) -> str:
    """The link as the program makes it, written down here a second time."""
    body = {name: value for name, value in line.items() if name != "hash"}
    body["at"] = line["at"].isoformat(timespec="microseconds")
    return hashlib.sha256(canonical(body).encode()).hexdigest()


def numbered(lines: list[Line]) -> list[Line]:
    return [line | {"number": number} for number, line in enumerate(lines, 1)]


def chained(lines: list[Line]) -> list[Line]:
    """The whole chain as somebody would compute it who knows how."""
    previous, made_anew = "", list[Line]()
    for line in numbered(lines):
        new = line | {"previous": previous}
        previous = hash_of(new)
        made_anew.append(new | {"hash": previous})
    return made_anew


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """A vault in which much was done and read."""
    opened = made(setting(tmp_path_factory.mktemp("audited")))
    people = opened.services.people
    for number in range(LENGTH // 3):
        person = people.save(replace(people.draft(), given_name=f"Person {number}"))
        people.open(person.id)
        opened.services.circumstances.of(person.id)
    yield opened
    opened.close()


def lines_of(vault: Opened) -> list[Line]:
    with vault.database.read() as connection:
        return [dict(row) for row in connection.execute(select(AUDIT).order_by(AUDIT.c.number)).mappings()]


def put_back(vault: Opened, lines: list[Line]) -> None:
    """The whole table as it is here, written with the data key and past the program."""
    with vault.database.write() as writer:
        writer.connection.execute(delete(AUDIT))
        if lines:
            writer.connection.execute(insert(AUDIT), lines)


def found(vault: Opened, tampering: Tampering, chance: random.Random, checkpoint: str | None) -> Standing:
    """What the program says after a tampering; the table is as it was afterwards."""
    before = lines_of(vault)
    altered = tampering([dict(each) for each in before], chance)
    assert altered != before
    put_back(vault, altered)
    standing = vault.services.checkpoints.check(checkpoint).standing
    put_back(vault, before)
    return standing


@pytest.mark.parametrize(
    "tampering",
    [a_line_changed, a_line_changed_with_its_own_hash, lines_taken_out, a_line_put_in, two_lines_exchanged],
)
def test_what_was_changed_taken_out_put_in_or_reordered_is_found_by_the_chain(
    tampering: Tampering, vault: Opened, tally: Tally
) -> None:
    chance = random.Random(tally.seed)
    for trial in tally.trials(f"audit: {tampering.__name__.replace('_', ' ')}", "all found", TIMES):
        assert found(vault, tampering, chance, None) is Standing.CHANGED, f"trial {trial} of seed {tally.seed}"
    assert vault.services.checkpoints.check().fine


@pytest.mark.parametrize(
    ("tampering", "standing"),
    [
        (cut_off, Standing.SHORTER),
        (cut_off_and_carried_on, Standing.REBUILT),
        (built_anew, Standing.REBUILT),
    ],
)
def test_what_was_cut_off_or_built_anew_is_found_by_a_checkpoint(
    tampering: Tampering, standing: Standing, vault: Opened, tally: Tally
) -> None:
    chance, kept = random.Random(tally.seed), vault.services.checkpoints.line()
    for trial in tally.trials(f"audit: {tampering.__name__.replace('_', ' ')}, checkpoint", "all found", TIMES):
        assert found(vault, tampering, chance, kept) is standing, f"trial {trial} of seed {tally.seed}"
        if not trial:
            assert found(vault, tampering, chance, None) is Standing.WHOLE, "nothing but a checkpoint shows it"
    assert vault.services.checkpoints.check(kept).fine
