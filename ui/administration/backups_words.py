"""Backups in words: what is going on, how the second place stands, what is inside one."""

from coachdesk.i18n import _, ngettext
from coachdesk.services import Backup, Kind, Preview
from coachdesk.services.second_place import Second
from ui.administration.work_sections import said_moment

_MIB = 1024 * 1024

Line = tuple[str, str, str]
"""An icon, its colour, a sentence."""


def working_words(working: str) -> str:
    """What is going on."""
    match working:
        case "making":
            return _("A backup is being made. You can go on working.")
        case "looking":
            return _("The backup is being read and compared. You can go on working.")
        case "restoring":
            return _("The backup is being brought back. CoachDesk locks when it is there.")
        case _other:
            return _("The last backup is being read.")


def second_words(second: Second) -> str:
    """How the second place stands; nothing where there is none."""
    match second:
        case Second.THERE:
            return _("A copy of each goes to the second place that your organisation named.")
        case Second.AWAY:
            return _("The second place that your organisation named is not connected now. Copies go there when it is.")
        case Second.OPEN:
            return _("Other people can list the second place that your organisation named, so no copy goes there.")
        case Second.NONE:
            return ""


def backup_cells(backup: Backup) -> tuple[str, ...]:
    """When it was made, how large it is, where it lies."""
    size = _("{mib} MB").format(mib=max(1, round(backup.size / _MIB)))
    place = _("Second place") if backup.second else _("Beside the vault")
    return said_moment(backup.made), size, place


def preview_lines(preview: Preview) -> list[Line]:
    """What bringing it back would do."""
    moment = said_moment(preview.backup.made)
    if preview.faults:
        words = _("The backup from {moment} is damaged and cannot be brought back.").format(moment=moment)
        return [("problem", "bad", words), *(("", "", fault) for fault in preview.faults)]
    lines: list[Line] = [("tick", "good", _("The backup from {moment} is sound.").format(moment=moment))]
    if preview.altered:
        lines.append(("warn", "warn", preview.altered))
    if preview.lost:
        lines.append(("warn", "warn", _("Since then, and lost if you bring it back:")))
        lines += [("", "", _lost(each)) for each in preview.lost]
    else:
        lines.append(("", "", _("Nothing was written since, so nothing would be lost.")))
    if preview.regained:
        lines.append(("", "", _("There again if you bring it back:")))
        lines += [("", "", _regained(each)) for each in preview.regained]
    if many := preview.erased:
        words = ngettext(
            "{many} person in it was erased since, and stays erased.",
            "{many} people in it were erased since, and stay erased.",
            many,
        )
        lines.append(("", "", words.format(many=many)))
    lines.append(
        ("", "", _("The vault as it is now is kept as a backup first. Your passphrase stays the one of today."))
    )
    return lines


def _lost(kind: Kind) -> str:
    words = _("{what}: {added} added, {changed} changed, {deleted} deleted")
    counted = kind.counted
    return words.format(what=_(kind.name), added=counted.added, changed=counted.changed, deleted=counted.deleted)


def _regained(kind: Kind) -> str:
    words = _("{what}: {added} only in the backup, {changed} as they stand there")
    return words.format(what=_(kind.name), added=kind.counted.added, changed=kind.counted.changed)
