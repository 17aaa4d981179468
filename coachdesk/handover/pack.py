"""The pack as bytes: a head that anybody may read and that names nobody, and what is sealed behind it, read strictly."""

import hashlib
import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from coachdesk.errors import AppError
from coachdesk.handover.bodies import Body, Rows

MAGIC = b"coachdesk-handover 1\n"
_MAGIC_OF_ANY = re.compile(rb"coachdesk-handover ([1-9][0-9]{0,3})\n")
ENDING = ".coachdesk-handover"
MOST_BYTES = 256 * 1024 * 1024
"""Of a pack, and of what it unpacks to: some hundred people with all their documents."""
MOST_PEOPLE = 500
MOST_ROWS = 200_000
_MOST_HEAD = 1024
_SUM_BYTES = 32
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_KEY = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackHead:
    """What stands before the sealed part.

    Attributes:
        sender: id of the vault that it comes from.
        recipient: SHA-256 of the public key that it is for, in hexadecimal.
    """

    pack: str
    made_at: datetime
    sender: str
    recipient: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonParcel:
    """One person in a pack.

    Attributes:
        taken: the last pack with this person that the maker took from whom this one goes to; empty: none.
        gone: what the maker deleted since the two last shared it, as table and id.
    """

    person_id: str
    notes: bool
    sealed: bool
    taken: str
    gone: tuple[tuple[str, str], ...]
    rows: Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What is sealed in a pack."""

    people: tuple[PersonParcel, ...]


def key_print(public_key: str) -> str:
    """What a head says of the key (in hexadecimal) that it is for."""
    return hashlib.sha256(bytes.fromhex(public_key)).hexdigest()


def write_head(head: PackHead) -> bytes:
    """The head, with a sum that tells damage from a pack for somebody else."""
    fields = asdict(head) | {"made_at": head.made_at.astimezone(UTC).isoformat(timespec="microseconds")}
    line = MAGIC + _canonical(fields) + b"\n"
    return line + hashlib.sha256(line).digest()


def read_head(content: bytes) -> tuple[PackHead, bytes, bytes]:
    """The head, its bytes, and the sealed rest.

    Raises:
        AppError: "handover.damaged"; "handover.newer-format" for a pack of a later program; "handover.too-large".
    """
    if len(content) > MOST_BYTES:
        raise AppError("handover.too-large")
    found = _MAGIC_OF_ANY.match(content)
    end = content.find(b"\n", found.end(), _MOST_HEAD) + 1 if found is not None else 0
    if found is None or not end:
        raise AppError("handover.damaged")
    line, given = content[:end], content[end : end + _SUM_BYTES]
    if hashlib.sha256(line).digest() != given:
        raise AppError("handover.damaged")
    if found[0] != MAGIC:
        raise AppError("handover.newer-format")
    return _head(line[len(MAGIC) :]), line + given, content[end + _SUM_BYTES :]


def _head(line: bytes) -> PackHead:
    try:
        fields = json.loads(line)
        made_at = datetime.fromisoformat(fields["made_at"])
        if made_at.utcoffset() != timedelta(0):
            raise AppError("handover.damaged")
        head = PackHead(
            pack=_matching(_ID, fields["pack"]),
            made_at=made_at,
            sender=_matching(_ID, fields["sender"]),
            recipient=_matching(_KEY, fields["recipient"]),
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        raise AppError("handover.damaged") from None
    if write_head(head)[len(MAGIC) : -_SUM_BYTES] != line:
        raise AppError("handover.damaged")
    return head


def write_parcel(parcel: Parcel) -> bytes:
    """What is to be sealed, packed. AppError("handover.too-large") where nobody could open it."""
    people = [
        {
            "id": each.person_id,
            "notes": each.notes,
            "sealed": each.sealed,
            "taken": each.taken,
            "gone": [list(one) for one in each.gone],
            "rows": {table: list(bodies.values()) for table, bodies in each.rows.items()},
        }
        for each in parcel.people
    ]
    content = _canonical({"people": people})
    packed = zlib.compress(content)
    if len(content) > MOST_BYTES or len(packed) > MOST_BYTES - 2**20 or len(people) > MOST_PEOPLE:
        raise AppError("handover.too-large")
    return packed


def read_parcel(content: bytes) -> Parcel:
    """What was sealed, unpacked and looked at closely; each row has still to be read by the mapper.

    Raises:
        AppError: "handover.damaged".
    """
    try:
        found = json.loads(unpacked(content), parse_constant=_no_number)
        people = _keys(found, "people")["people"]
        if not isinstance(people, list) or not 0 < len(people) <= MOST_PEOPLE:
            raise AppError("handover.damaged")
        parcel = Parcel(people=tuple(map(_person, people)))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, zlib.error):
        raise AppError("handover.damaged") from None
    ids = {each.person_id for each in parcel.people}
    if len(ids) != len(people) or sum(len(rows) for each in parcel.people for rows in each.rows.values()) > MOST_ROWS:
        raise AppError("handover.damaged")
    return parcel


def unpacked(content: bytes) -> bytes:
    """Unpacked as far as a pack may be large. ValueError for more, and for what stands behind it."""
    unpacker = zlib.decompressobj()
    plain = unpacker.decompress(content, MOST_BYTES)
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError("not one packed whole")
    return plain


def _person(found: object) -> PersonParcel:
    fields = _keys(found, "id", "notes", "sealed", "taken", "gone", "rows")
    rows = {str(table): _by_id(bodies) for table, bodies in dict(fields["rows"]).items()}
    gone = tuple((str(table), _matching(_ID, key)) for table, key in fields["gone"])
    taken = fields["taken"]
    return PersonParcel(
        person_id=_matching(_ID, fields["id"]),
        notes=_truth(fields["notes"]),
        sealed=_truth(fields["sealed"]),
        taken=taken and _matching(_ID, taken),
        gone=gone,
        rows=rows,
    )


def _by_id(bodies: object) -> dict[str, Body]:
    if not isinstance(bodies, list) or not all(isinstance(body, dict) for body in bodies):
        raise ValueError("no rows")
    found = {_matching(_ID, body["id"]): body for body in bodies}
    if len(found) != len(bodies):
        raise ValueError("two rows of one id")
    return found


def _keys(found: object, *names: str) -> Mapping[str, Any]:
    if not isinstance(found, dict) or set(found) != set(names):
        raise ValueError("other fields than wanted")
    return found


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _truth(value: object) -> bool:
    if value is True or value is False:
        return value
    raise ValueError("neither yes nor no")


def _matching(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or pattern.fullmatch(value) is None:
        raise ValueError("another form than wanted")
    return value


def _canonical(content: object) -> bytes:
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode("utf-8", "surrogatepass")
