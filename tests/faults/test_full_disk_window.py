import os
import random
from collections.abc import Iterator
from functools import partial
from itertools import islice

import pytest

from tests.faults.nursery import nursery
from tests.faults.small_disk import PAGE, SmallDisk
from tests.faults.tally import Tally, many
from tests.faults.window import MODULE, Life, begun, held_to


@pytest.mark.skipif(not hasattr(os, "fork"), reason="coaches are forked from a loaded program")
@pytest.mark.timeout(3600)
def test_the_window_says_that_the_disk_is_full_keeps_every_word_and_saves_them_when_space_returns(
    roomy_disk: SmallDisk, tally: Tally
) -> None:
    chance, talk = random.Random(tally.seed), begun(roomy_disk.folder)
    with nursery(MODULE, talk.vault, *talk.arguments) as coaches:
        for trial in tally.trials("disk full under the window", "0 lost, said, goes on", many(short=2, full=64)):
            which, pages = f"trial {trial} of seed {tally.seed}", chance.choice((0, 1, 2, 3, chance.randrange(256)))
            life = Life.told(coaches.under(str(trial), partial(met_by, roomy_disk, pages)))
            nothing_vanished(life, which)
            held_to(talk, life, which)


def met_by(disk: SmallDisk, pages: int, heard: Iterator[str]) -> Iterator[str]:
    """Fill the disk up under a coach who types, and give space back; what the coach says."""

    def until(what: str) -> Iterator[str]:
        for line in heard:
            yield line
            if what in line:
                return

    yield from until("typed")
    disk.leave(pages * PAGE)
    yield from until("The disk is full.")
    yield from islice(heard, 60)
    disk.give_back()
    yield from until('["saved"]')


def nothing_vanished(life: Life, which: str) -> None:
    """Check that each key stands in its field on the screen, whatever could be saved meanwhile."""
    fields = dict[str, str]()
    for what, *rest in life.said:
        if what == "typed":
            question, text = rest
            assert len(text) == 1 or text[:-1] == fields.get(question, text[:-1]), which
            fields[question] = text
