"""Pictures of handing over: a colleague, a pack on its way out, one that came back with a conflict in it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from coachdesk.application import Opened, create_vault
from coachdesk.services.handover_views import Chosen
from tests.screens.studio import MORNING, Studio
from tests.vaults import PASSPHRASE, setting
from ui.handover import HandoverPage
from ui.handover import state as at
from ui.wiring import Desk

PEOPLE = ("Carol Whitaker", "Jade Booth")


def handing_over(studio: Studio, desk: Desk) -> None:
    """Each part of the screen; the pack that came back is made once and serves every look."""
    pack = studio.home / "back.coachdesk-handover"
    if not pack.exists():
        _there_and_back(studio, desk, pack)
    desk.routes.go("handover")
    presenter, page = desk.screens.handover, desk.window.page()
    assert isinstance(page, HandoverPage)
    presenter.choose_section(at.GIVE)
    presenter.giving.add_coming(MORNING.date() + timedelta(days=1))
    studio.rest()
    studio.take(desk.window, "handover-give")
    studio.take(desk.window, "handover-give-end", of=page.give.make)
    presenter.choose_section(at.OPEN)
    presenter.taking.look(pack)
    studio.take(desk.window, "handover-open")
    studio.take(desk.window, "handover-review", of=page.open.review)
    presenter.taking.put_aside()
    for section in (at.COLLEAGUES, at.MINE):
        presenter.choose_section(section)
        studio.take(desk.window, f"handover-{section}")


def _there_and_back(studio: Studio, desk: Desk, pack: Path) -> None:
    """Two people go to a colleague and come back; both coaches changed a phone number meanwhile."""
    folder = studio.home / "colleague"
    folder.mkdir()
    where = setting(folder, clock=studio.clock)
    colleague, _key = create_vault(where, coach_name="Alex Doyle", site="Wakefield", passphrase=PASSPHRASE)
    try:
        ours, theirs = desk.services.handover, colleague.services.handover
        alex = ours.keep_contact(ours.look_at_contact(theirs.write_contact(folder)))
        sam = theirs.keep_contact(theirs.look_at_contact(ours.write_contact(folder)))
        ids = [_id_of(desk, name) for name in PEOPLE]
        there = ours.make(alex.id, [Chosen(each) for each in ids], folder)
        theirs.take(theirs.look(there.path), {})
        for number, each in enumerate(ids):
            _ring_back(colleague, each, f"0113 496 10{number:02}")
        _ring_back(desk, ids[0], "0113 496 2000")
        back = theirs.make(sam.id, [Chosen(each) for each in ids], folder)
        back.path.rename(pack)
    finally:
        colleague.close()


def _ring_back(whose: Opened | Desk, person_id: str, phone: str) -> None:
    people = whose.services.people
    people.save(replace(people.open(person_id).person, phone=phone))


def _id_of(desk: Desk, name: str) -> str:
    found = desk.services.people.find(name.rsplit(maxsplit=1)[-1])
    return next(row.person_id for row in found if row.full_name == name)
