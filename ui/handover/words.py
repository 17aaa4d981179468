"""What handing over says of packs and people: sentences with counts, rows, the lines of a review."""

from collections.abc import Iterator, Mapping, Sequence

from coachdesk.clock import local
from coachdesk.handover import Decision, Outcome
from coachdesk.handover.summary import Summary
from coachdesk.i18n import _, clock_time, long_date, ngettext
from coachdesk.services.handover_views import Arrived, ArrivedPerson, Leaving, Line, MadePack, Standing, Taken
from ui.handover.state import GivingState
from ui.kit import Row, SideRow
from ui.kit.side_by_side import Side

_DOT = " \N{MIDDLE DOT} "
_SIDES: Mapping[Decision, Side] = {Decision.OURS: "left", Decision.THEIRS: "right"}


def leaving_row(each: Leaving, *, sealed: bool) -> Row:
    """Name, next step, our promises; below what is due and what protects."""
    said = each.summary
    below = [*_of_person(said), *([_("What is sealed goes too.")] if sealed else [])]
    return Row(
        each.person_id, (each.name, _next(said.next_step), _promises(len(said.promises))), below=_DOT.join(below)
    )


def _of_person(said: Summary) -> Iterator[str]:
    """What is due, what protects, and that a hold stands."""
    yield from said.follow_ups
    yield from said.contact_safety
    if said.held:
        yield _("A legal hold stands: nothing about them is deleted.")


def counted(state: GivingState) -> Iterator[str]:
    """What is in the pack, by counts; what stays."""
    people = state.people
    yield ngettext("One person goes.", "{n} people go.", len(people)).format(n=len(people))
    promises = sum(len(each.summary.promises) for each in people)
    if promises:
        yield ngettext(
            "One open promise of ours goes with them.", "{n} open promises of ours go with them.", promises
        ).format(n=promises)
    without = sum(not each.summary.next_step for each in people)
    if without:
        yield ngettext("One of them has no next step.", "{n} of them have no next step.", without).format(n=without)
    due = sum(bool(each.summary.follow_ups) for each in people)
    if due:
        yield ngettext("Something is due for one of them.", "Something is due for {n} of them.", due).format(n=due)
    safely = sum(bool(each.summary.contact_safety) for each in people)
    if safely:
        yield ngettext(
            "The pack says how to reach one of them safely.", "The pack says how to reach {n} of them safely.", safely
        ).format(n=safely)
    held = sum(each.summary.held for each in people)
    if held:
        yield ngettext(
            "A legal hold stands for one of them, and goes with them.",
            "Legal holds stand for {n} of them, and go with them.",
            held,
        ).format(n=held)
    yield from _staying(state)


def _staying(state: GivingState) -> Iterator[str]:
    notes = sum(each.notes for each in state.people)
    if notes and state.notes:
        yield ngettext("One coaching note goes too.", "{n} coaching notes go too.", notes).format(n=notes)
    elif notes:
        yield ngettext("One coaching note stays here.", "{n} coaching notes stay here.", notes).format(n=notes)
    going = len(state.sealed)
    if going:
        yield ngettext("What is sealed goes with one of them.", "What is sealed goes with {n} of them.", going).format(
            n=going
        )
    if any(each.sealed and each.person_id not in state.sealed for each in state.people):
        yield _("What is sealed of the others stays here.") if going else _("What is sealed stays here.")


def saved(made: MadePack) -> str:
    """How the saving ended."""
    words = ngettext(
        "The pack with one person is {file}. Nobody but your colleague can open it.",
        "The pack with {n} people is {file}. Nobody but your colleague can open it.",
        made.people,
    ).format(n=made.people, file=made.path.name)
    if made.without_next_step:
        words += " " + ngettext(
            "One of them has no next step: say so when you hand it over.",
            "{n} of them have no next step: say so when you hand it over.",
            made.without_next_step,
        ).format(n=made.without_next_step)
    return words


def headline(arrived: Arrived) -> str:
    """From whom a pack is, when it was made, how many are in it."""
    made, many = local(arrived.made_at), len(arrived.people)
    words = ngettext(
        "From {name}, {site}. Made on {day}, {time}. One person is in it.",
        "From {name}, {site}. Made on {day}, {time}. {n} people are in it.",
        many,
    ).format(
        name=arrived.colleague.name,
        site=arrived.colleague.site,
        day=long_date(made.date()),
        time=clock_time(made.time()),
        n=many,
    )
    if not arrived.removed:
        return words
    gone = ngettext(
        "One more was removed here for good and does not come back.",
        "{n} more were removed here for good and do not come back.",
        arrived.removed,
    ).format(n=arrived.removed)
    return f"{words} {gone}"


def arrived_row(each: ArrivedPerson, undecided: int) -> Row:
    """Name, what becomes of them here, next step, what is left to decide; below what is due and what protects."""
    left = ngettext("One to decide", "{n} to decide", undecided).format(n=undecided) if undecided else ""
    may_be = _("May be the same as {name}, who is here already: compare the two afterwards.")
    alike = [may_be.format(name=each.likely[0].row.listed)] if each.likely else []
    below = _DOT.join((*alike, *_of_person(each.summary)))
    return Row(each.person_id, (each.name, _standing(each.standing), _next(each.summary.next_step), left), below=below)


def left_to_decide(undecided: int) -> str:
    """How much is still to be decided before anything is taken in."""
    if not undecided:
        return _("Nothing is left to decide.")
    return ngettext(
        "One thing is left to decide. Until then nothing is taken in.",
        "{n} things are left to decide. Until then nothing is taken in.",
        undecided,
    ).format(n=undecided)


def side_row(line: Line, decision: Decision | None) -> SideRow:
    """One thing that both changed: ours on the left, theirs on the right."""
    words = _("{record}, {part}").format(record=line.what, part=line.field) if line.field else line.what
    note = _("Changed here by {one}, there by {other}.").format(one=line.ours_by, other=line.theirs_by)
    choice = _SIDES[decision] if decision is not None else ""
    written = note if line.ours_by and line.theirs_by else ""
    return SideRow(line.key, words, line.ours, line.theirs, differs=True, choice=choice, note=written)


def others(lines: Sequence[Line]) -> tuple[Row, ...]:
    """What nobody has to decide: what comes in and what stays, each with what stands there then."""
    return tuple(
        Row(line.key, (_outcome(line.outcome), line.what, line.field, _then(line))) for line in lines if not line.asked
    )


def taken_words(taken: Taken) -> str:
    """What was taken in."""
    parts = [
        ngettext("One person is new here.", "{n} people are new here.", taken.new).format(n=taken.new),
        ngettext("One change came in.", "{n} changes came in.", taken.changes).format(n=taken.changes),
    ]
    if taken.decided:
        parts.append(
            ngettext("You decided about one thing.", "You decided about {n} things.", taken.decided).format(
                n=taken.decided
            )
        )
    return " ".join((*parts, _("A backup was made before. What others wrote keeps their name.")))


def _next(step: str) -> str:
    return step or _("No next step")


def _promises(many: int) -> str:
    return ngettext("One promise of ours", "{n} promises of ours", many).format(n=many) if many else ""


def _standing(standing: Standing) -> str:
    return {
        Standing.NEW: _("New here"),
        Standing.HERE: _("Here already"),
        Standing.TAKEN: _("Taken in before"),
        Standing.OLDER: _("Older than what is here: passed over"),
    }[standing]


def _outcome(outcome: Outcome) -> str:
    if outcome is Outcome.KEPT:
        return _("Stays as it is here")
    return _("Is taken out") if outcome is Outcome.REMOVED else _("Comes in")


def _then(line: Line) -> str:
    return line.ours if line.outcome in {Outcome.KEPT, Outcome.REMOVED} else line.theirs
