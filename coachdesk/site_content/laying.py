"""The content of the program with the organisation's on top: of each thing the newest good one, and nothing goes back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final

from coachdesk.content import INTERVIEWS, Content, Origin, Source, read_content
from coachdesk.interviews.problems import Problem
from coachdesk.policy import Policy
from coachdesk.policy_file import read_policy
from coachdesk.site_content.files import FOLDER, Places, can_be_listed, forget, keep, names_in, places, problem_of
from coachdesk.site_content.kinds import KINDS, Item, Kind
from coachdesk.site_content.trusting import Good, good_one, parts_of

_MOST_NAMED: Final = 20


@dataclass(frozen=True, slots=True)
class _Looking:
    """Where things are looked for, and what rules whether they may be used."""

    policy: Policy
    where: Places


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What is used of one thing in the place of the program's own (None: that), and what there is to say about it."""

    good: Good | None
    origin: Origin = Origin.PROGRAM
    problems: tuple[Problem, ...] = ()


def content_here() -> Content:
    """The content in use on this machine; AppErrors of `read_policy`."""
    return content_in_use(read_policy(), places())


def content_in_use(policy: Policy, where: Places | None) -> Content:
    """The content of the program with the organisation's on top, where places are named and the policy wants any."""
    content = read_content()
    return content if where is None or not policy.site_content_allowed else with_site(content, policy, where)


def with_site(content: Content, policy: Policy, where: Places, kinds: tuple[Kind, ...] = KINDS) -> Content:
    """The content of the program with the organisation's on top.

    Nothing that lies in the folder keeps this from giving an answer: it is named among the problems.
    """
    looking = _Looking(policy, where)
    for kind in kinds:
        own = kind.own(content)
        for name in sorted({kind.of(each) for each in _there(kind, where)}):
            chosen = _chosen(kind, name, own.get(name), looking)
            content = _laid(content, kind, name, chosen)
    also = (*_nothing_after(content), *_shut(where.site, kinds), *_not_used(where.site, kinds))
    return replace(content, problems=(*content.problems, *also))


def _there(kind: Kind, where: Places) -> Iterator[str]:
    """The names of a kind in the folder, and among the copies of what was good."""
    for folder in (where.site / kind.folder, where.kept / kind.folder):
        yield from (each for each in names_in(folder) if kind.takes(kind.of(each)))
    if "*" not in kind.file:
        yield kind.file  # even where nobody may look into the folder


def _laid(content: Content, kind: Kind, name: str, chosen: _Chosen) -> Content:
    named = (replace(each, file=f"{FOLDER}/{kind.folder}/{each.file}") for each in chosen.problems)
    content = replace(content, problems=(*content.problems, *named))
    if chosen.good is None:
        return content
    source = Source(chosen.origin, chosen.good.signed_by)
    laid = chosen.good.item.into(content)
    return replace(laid, sources={**laid.sources, f"{kind.folder}/{name}": source})


def _chosen(kind: Kind, name: str, program: Item | None, looking: _Looking) -> _Chosen:
    """What to use of one thing, and what was refused."""
    offered_in, kept_in = looking.where.site / kind.folder, looking.where.kept / kind.folder
    offered = good_one(kind, offered_in, name, looking.policy)
    if offered is None:  # there never was one, or the organisation has taken it back
        forget(kept_in, kind.names(name))
        alone = names_in(offered_in) & set(kind.names(name))
        return _Chosen(None, problems=tuple(_alone(offered_in / each, name) for each in sorted(alone)))
    last = _last(kind, name, offered, program, looking)
    refused = _refused(name, offered.item, program, last) if isinstance(offered, Good) else offered
    if refused or not isinstance(offered, Good):
        return _Chosen(last, Origin.KEPT, refused)
    if program is not None and not program.is_older_than(offered.item):
        return _Chosen(None)
    problems = keep(kept_in, kind.names(name), offered.parts) if last is not offered else ()
    return _Chosen(offered, Origin.SITE, (*problems, *offered.item.notes))


def _last(
    kind: Kind, name: str, offered: Good | tuple[Problem, ...], program: Item | None, looking: _Looking
) -> Good | None:
    """The last good one of the organisation, where it is newer than the program's; `offered` where it is that."""
    kept_in = looking.where.kept / kind.folder
    if isinstance(offered, Good) and parts_of(kind, kept_in, name) == (offered.parts, ()):
        return offered
    last = good_one(kind, kept_in, name, looking.policy)
    newer = isinstance(last, Good) and (program is None or program.is_older_than(last.item))
    return last if isinstance(last, Good) and newer else None


def _refused(name: str, offered: Item, program: Item | None, last: Good | None) -> tuple[Problem, ...]:
    """Why one does not take the place of another: nothing goes back, and no version is given twice."""
    version, path = offered.version, Path(name)
    if program and offered.is_older_than(program):
        text = f"Its version, {version}, is older than that of the program, {program.version}."
        return (problem_of(path, "older", text),)
    if last and offered.is_older_than(last.item):
        text = f"Its version, {version}, is older than the one before, {last.item.version}. Give it a newer version."
        return (problem_of(path, "older", text),)
    if program and offered.contradicts(program):
        text = f"Its version, {version}, is that of the program, but it says other things. Give it a newer version."
        return (problem_of(path, "same-version", text),)
    if last and offered.contradicts(last.item):
        text = f"Its version, {version}, is that of the one before, but it says other things. Give it a newer version."
        return (problem_of(path, "same-version", text),)
    return ()


def _alone(path: Path, name: str) -> Problem:
    return problem_of(path, "alone", f"It belongs to {name}, which is not beside it.")


def _nothing_after(content: Content) -> Iterator[Problem]:
    """Interviews of the organisation after which another comes that is not there."""
    offered = content.offered()
    for each in offered:
        file = f"{INTERVIEWS}/{each.id}.toml"
        if file in content.sources and each.then and all(other.id != each.then for other in offered):
            text = f"There is no interview {each.then} to come after it, so one of its own kind does."
            yield Problem("site.nothing-after", f"{FOLDER}/{file}", "the file", text, note=True)


def _shut(site: Path, kinds: tuple[Kind, ...]) -> Iterator[Problem]:
    """Folders that nobody may look into, so that what lies there is not known."""
    for folder in dict.fromkeys(each.folder for each in kinds if "*" in each.file):
        if not can_be_listed(site / folder):
            text = "Nobody can look into it: ask for the right to read it."
            yield Problem("site.unreadable", f"{FOLDER}/{folder}", "the folder", text)


def _not_used(site: Path, kinds: tuple[Kind, ...]) -> Iterator[Problem]:
    """The files of the folder that nobody looks at, as far as anybody would read on."""
    files = sorted((*site.glob("*.toml"), *site.glob("*/*.toml")))
    places = ((path, path.relative_to(site)) for path in files)
    others = (at for path, at in places if not any(_takes(kind, at) for kind in kinds))
    text = f"The program takes nothing of this name from here, but {', '.join(f'{each.folder}/{each.file}' for each in kinds)}."
    for at in islice(others, _MOST_NAMED):
        yield Problem("site.not-used", f"{FOLDER}/{at.as_posix()}", "the file", text, note=True)


def _takes(kind: Kind, at: Path) -> bool:
    return at.parent == Path(kind.folder) and kind.takes(kind.of(at.name))
