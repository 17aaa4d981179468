"""From TOML to rows of the directory, or to every mistake in it: nothing stops at the first one.

The keys are the fields of `Provision`. A site profile holds the same tables.
"""

from functools import lru_cache
from typing import Final

from coachdesk.interviews.problems import Problem
from coachdesk.interviews.reading import Problems, Table, toml
from coachdesk.people.person import Nation
from coachdesk.provision.provision import Provision, ProvisionFile, Status, Terms

KEY: Final = "provision"
"""The list of tables, in a file of its own and in a site profile."""

PROVISION_FILE: Final = "national.toml"
"""The name of the file of the country."""


@lru_cache(maxsize=8)
def load_provision(text: str, *, name: str) -> ProvisionFile | tuple[Problem, ...]:
    """The rows in `text`, or all its problems; `name` is the file's. The same text is read once."""
    problems = Problems(name, KEY)
    raw = toml(text, problems)
    if raw is None:
        return tuple(problems.found)
    table = Table(raw, "", problems)
    version = table.date("version", needed=True)
    rows = _rows(table)
    table.close()
    if problems.found or version is None:
        return tuple(problems.found)
    return ProvisionFile(name, version, rows)


def rows_of(given: object, *, name: str) -> tuple[Provision, ...] | tuple[Problem, ...]:
    """The rows of the tables of a site profile, as TOML gave them, or all their problems."""
    problems = Problems(name, KEY)
    rows = _rows(Table({KEY: given}, "", problems))
    return tuple(problems.found) or rows


def _rows(table: Table) -> tuple[Provision, ...]:
    rows, seen = [], set()
    for each in table.tables(KEY):
        row = _row(each)
        if row is None:
            continue
        if row.id in seen:
            each.wrong_at("id", "twice", f'There is another row "{row.id}".')
        seen.add(row.id)
        rows.append(row)
    return tuple(rows)


def _row(table: Table) -> Provision | None:
    """One row; None where something without which it is none is missing."""
    status, terms = table.one_of("status", Status), table.one_of("terms", Terms)
    last_checked = table.date("last_checked", needed=True)
    open_from, open_to = table.date("open_from"), table.date("open_to")
    row_id, nations = table.identifier(), _nations(table)
    needed = {key: table.text(key, needed=True) for key in ("name", "does", "who", "source")}
    other = {key: table.text(key) for key in _WORDS}
    also, unconfirmed = table.texts("also"), table.flag("unconfirmed")
    table.close()
    if open_from is not None and open_to is not None and open_to < open_from:
        table.wrong_at("open_to", "ends-before", "It closes before it opens.")
    if status is not None and status is not Status.CLOSED and not other["refer"].strip():
        table.wrong_at("refer", "no-way", "Say how to refer somebody, or that it has closed.")
    if status is None or terms is None or last_checked is None:
        return None
    return Provision(
        id=row_id,
        also=also,
        nations=nations,
        status=status,
        open_from=open_from,
        open_to=open_to,
        unconfirmed=unconfirmed,
        terms=terms,
        last_checked=last_checked,
        **{key: words.strip() for key, words in (needed | other).items()},
    )


_WORDS: Final = ("area", "dates", "refer", "phone", "address", "waiting", "instead", "source_address")


def _nations(table: Table) -> tuple[Nation, ...]:
    """Where it is; in all of Great Britain where nothing is said."""
    given = table.texts("nations")
    for each in sorted(set(given) - set(Nation)):
        table.wrong_at("nations", "unknown-nation", f'"{each}" is no nation; there is {", ".join(Nation)}.')
    return tuple(each for each in Nation if each in given) or tuple(Nation)
