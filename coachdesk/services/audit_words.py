"""The audit's stable codes as sentences, made when they are shown."""

from collections.abc import Mapping
from types import MappingProxyType

from coachdesk.i18n import N_, _
from coachdesk.storage.audit import Via

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "vault.made": N_("The vault was made."),
        "vault.opened": N_("The vault was opened."),
        "site.profile-left": N_("The site profile was taken away."),
        "site.profile-taken": N_("A site profile was taken."),
        "vault.filled": N_("An invented caseload was put in, for practice."),
        "vault.restored": N_("A backup was brought back."),
        "person.erased-again": N_("Somebody who had been erased since a backup was erased in it as well."),
        "vault.header-mended": N_("The vault's header was missing or damaged. The one of a backup took its place."),
        "vault.salvaged": N_("The vault was damaged. What could be read of it was put into a new one."),
        "person.salvaged": N_("Part of a person's record could not be read after damage, and is missing."),
        "audit.lines-lost": N_("Lines of this list were lost with damage. Their numbers are kept."),
        "vault.backed-up": N_("A backup was made and checked."),
        "vault.passphrase-changed": N_("The passphrase was changed."),
        "vault.recovery-renewed": N_("A new recovery key was made."),
        "vault.recovery-printed": N_("The recovery key was printed."),
        "vault.recovery-copied": N_("The recovery key was copied."),
        "vault.older-than-left": N_("The vault was older than when it was last left on this computer."),
        "vault.rekeyed": N_("The vault was encrypted anew under a fresh key."),
        "vault.organisation-changed": N_("Who besides the coach can recover the vault was changed."),
        "vault.recovered-by-organisation": N_("The organisation recovered the vault into a new one."),
        "sealed.recovered": N_("The organisation recovered what was sealed, two people together."),
        "person.added": N_("A person was added."),
        "person.changed": N_("A person's details were changed."),
        "caseload.brought-in": N_("People were brought in from a file."),
        "caseload.read": N_("The caseload was read, to be saved as a file."),
        "caseload.given-out": N_("The caseload was saved as a file for a spreadsheet."),
        "person.compared": N_("Two records were looked at beside one another."),
        "person.joined": N_("Two records of one person were joined."),
        "person.parted": N_("Two records that had been joined were taken apart."),
        "colleague.kept": N_("A colleague's contact was kept."),
        "colleague.forgotten": N_("A colleague's contact was taken out."),
        "contact.given-out": N_("The coach's own contact file was saved, for a colleague."),
        "checkpoint.given-out": N_("A checkpoint of this list was saved as a file."),
        "support.given-out": N_("A support file, without anything about people, was saved."),
        "handover.packed": N_("A person's record was read into a pack for a colleague."),
        "handover.given": N_("A person's record was handed to a colleague."),
        "handover.looked": N_("A person's record in a colleague's pack was looked at."),
        "handover.taken": N_("A person's record was taken in from a colleague."),
        "person.opened": N_("A person's record was read."),
        "person.prepared": N_("A person's prep card was read."),
        "person.copied": N_("A review copy of everything about a person was made."),
        "person.copy-saved": N_("A review copy of everything about a person was saved as files."),
        "person.archived": N_("A person left the caseload."),
        "person.restored": N_("A person came back to the caseload."),
        "interview.started": N_("An interview was begun."),
        "interview.opened": N_("An interview was opened."),
        "interview.paused": N_("An interview was paused."),
        "interview.finished": N_("An interview was finished."),
        "interview.stopped": N_("An interview ended early."),
        "interview.let-go": N_("What an earlier interview had put off was let go."),
        "answer.saved": N_("An answer was saved."),
        "circumstance.saved": N_("What bears on what may be asked was recorded."),
        "circumstance.removed": N_("What bears on what may be asked was taken out again."),
        "requirements.read": N_("What may be asked of a person was looked at."),
        "discretion.decided": N_("A decision was recorded."),
        "discretion.taken-back": N_("A decision was taken back."),
        "helped.read": N_("What helped was counted, over everybody."),
        "goal.saved": N_("A goal was saved."),
        "action.saved": N_("An action was saved."),
        "action.let-go": N_("An action was let go."),
        "action.taken-up": N_("An action was taken up again."),
        "action.in-account": N_("An action's place in the account was noted."),
        "action.arranged": N_("Actions were put into another order."),
        "action.discarded": N_("A draft of an action was discarded."),
        "action.outcome": N_("What became of an action was noted."),
        "action.outcome-taken-back": N_("What became of an action was taken back."),
        "appointment.booked": N_("An appointment was booked."),
        "hold.set": N_("A legal hold was set."),
        "hold.lifted": N_("A legal hold was lifted."),
        "retention.looked": N_("What is past its time was looked at."),
        "retention.deleted": N_("What was past its time was deleted."),
        "rhythm.agreed": N_("How often to be in touch was agreed."),
        "rhythm.dropped": N_("How often to be in touch is not agreed any more."),
        "calendar.given-out": N_("A calendar file without names was given out."),
        "calendar.brought-in": N_("The busy times of another calendar were brought in."),
        "day.printed": N_("A day's sheet without names was printed."),
        "appointment.moved": N_("An appointment was moved."),
        "appointment.reminded": N_("A reminder of an appointment was noted."),
        "appointment.in_progress": N_("The beginning of an appointment was noted."),
        "appointment.paused": N_("A pause in an appointment was noted."),
        "appointment.learned": N_("What is known of a missed appointment was noted."),
        "appointment.moved_by_us": N_("An appointment was marked as moved by us."),
        "appointment.moved_by_them": N_("An appointment was marked as moved by the person."),
        "appointment.taken-back": N_("A change of an appointment was taken back."),
        "appointment.arrived": N_("An arrival was noted."),
        "appointment.seen": N_("An appointment was marked as seen."),
        "appointment.no_show": N_("An appointment was marked as missed."),
        "appointment.cancelled": N_("An appointment was cancelled."),
        "commitment.numbered": N_("A commitment was given its number."),
        "commitment.issued": N_("A commitment was issued."),
        "commitment.made": N_("A further format of a commitment was made and filed."),
        "commitment.shown": N_("An issued commitment was shown."),
        "commitment.printed": N_("An issued commitment was printed."),
        "commitment.saved": N_("A copy of a commitment was saved."),
        "commitment.copied": N_("A commitment's text was copied."),
        "minutes.given-out": N_("Rounded totals of minutes were saved as a file."),
        "commitment.not-pasted": N_("A piece of a commitment was marked as not pasted after all."),
        "commitment.read_aloud": N_("A commitment was read aloud, and not handed over."),
        "slip.shown": N_("A slip about an appointment was looked at, to be handed over."),
        "slip.printed": N_("A slip about an appointment was printed."),
        "slip.saved": N_("A copy of a slip about an appointment was saved."),
        "slip.copied": N_("The text of a slip about an appointment was copied."),
        "slip.read_aloud": N_("A slip about an appointment was read aloud, and not handed over."),
        "viewing.looked": N_("The list of who looked at a person's record was read."),
        "viewing.printed": N_("The list of who looked at a person's record was printed."),
        "viewing.saved": N_("A copy of the list of who looked at a person's record was saved."),
        "viewing.copied": N_("The text of the list of who looked at a person's record was copied."),
        "viewing.read_aloud": N_("The list of who looked at a person's record was read aloud, and not handed over."),
        "commitment.reply": N_("The answer to a commitment was noted."),
        "commitment.more_time": N_("More time to think about a commitment was agreed."),
        "commitment.second_opinion": N_("Whether somebody else looks at a commitment was noted."),
        "commitment.looked": N_("What came of a second opinion was noted."),
        "commitment.ended": N_("The end of a commitment was noted."),
        "commitment.withdrawn": N_("A commitment's document was withdrawn."),
        "signature.added": N_("A signature was put under a commitment."),
        "signature.taken-back": N_("A signature was taken back before the commitment was issued."),
        "commitment.verified": N_("A file was compared with what was issued."),
    }
)


def sentence(code: str, via: Via = Via.WINDOW) -> str:
    """The sentence of a code, and where it was done, where that was not the window."""
    said = _said(code)
    return _("{what} (On the command line.)").format(what=said) if via is Via.COMMAND_LINE else said


def _said(code: str) -> str:
    """What was sealed and opened is said without saying what it was."""
    if code.startswith("sealed.opened"):
        return _("A sealed answer was opened.")
    if code.startswith("circumstance.opened"):
        return _("What is recorded in private was opened.")
    if code.startswith("hold.opened"):
        return _("The reason of a legal hold was read.")
    if code.startswith("person.removed"):
        return _("A person was removed for good.")
    if code.startswith("giving.in-spite"):
        return _("Something was handed over although nobody knew that it was safe, with a reason.")
    return _(SENTENCES[code]) if code in SENTENCES else code
