"""The one table of sentences for whatever a coach can act on: code -> what happened and what to do.

A code that is not in the table gets an honest general sentence; a test says that every code of the tree is in it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from coachdesk.errors import AppError
from coachdesk.i18n import N_, _

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "access.not-allowed": N_("Your organisation does not allow records to be saved as files."),
        "access.several": N_(
            "These words find {many} people. Name one by more words, or by the id. Nothing was saved."
        ),
        "appointment.not-now": N_("That cannot follow what is recorded of this appointment. Nothing was changed."),
        "appointment.skipped-hour": N_("The clocks go forward over that hour. The next time there is, is {next}."),
        "appointment.taken": N_("That time is taken, and nothing later is free on that day. Choose another day."),
        "appointment.taken-then": N_("That time is taken. The next free time on that day is {next}."),
        "calendar.cannot-read": N_("The file {file} is not there or cannot be read. Nothing was changed."),
        "calendar.malformed": N_("This is no calendar file, or line {line} of it is wrong. Nothing of it was used."),
        "calendar.too-large": N_("This calendar is larger than one person's can be. Nothing of it was used."),
        "caseload.cannot-read": N_("The file is not there or cannot be read. Nothing was changed."),
        "caseload.changed": N_("The file was changed since it was checked. Nothing was brought in. Check it again."),
        "caseload.damaged": N_(
            "This workbook is damaged, or not as spreadsheets write it. Open it in a spreadsheet and save it anew, or as CSV."
        ),
        "caseload.empty": N_("There are no rows in this file. It needs a row of headings, and a row for each person."),
        "caseload.export-not-allowed": N_("Your organisation does not allow the caseload to be saved as a file."),
        "caseload.locked": N_(
            "This workbook is protected with a password. Save a copy without one, bring that in, and delete it."
        ),
        "caseload.no-sheet": N_("No sheet of this workbook can be read: each is hidden, or holds no table."),
        "caseload.old-workbook": N_(
            "This is a workbook of an old kind (.xls). Open it in a spreadsheet and save it as XLSX or CSV."
        ),
        "caseload.stopped": N_("Stopped. Nobody was brought in."),
        "caseload.too-large": N_(
            "This workbook holds far more than a list of people. Copy the list into a new workbook, and choose that."
        ),
        "caseload.too-many-columns": N_(
            "This file has more than {most} columns. Save one that holds only what is needed, and choose that."
        ),
        "caseload.too-many-rows": N_("This file has more than {most} rows. Divide it. Nothing was brought in."),
        "checkpoint.cannot-read": N_("The file {file} is not there or cannot be read. Nothing was compared."),
        "commitment.altered": N_(
            "The filed document is not the one that was issued, so it is not shown. Go back to a backup, and tell support."
        ),
        "commitment.answered": N_(
            "This has been answered, so there is nothing left to think about. Record a new answer."
        ),
        "commitment.before-offer": N_("That day is before the commitment was offered. Please check the date."),
        "commitment.future-day": N_("That day is still to come. Record what was said when it has been said."),
        "commitment.not-asked": N_("Nothing is asked of this person at the moment, so no answer is wanted."),
        "commitment.not-recorded": N_("Nothing of the kind is recorded yet."),
        "commitment.over": N_("This commitment has ended, or there is a newer edition. Nothing was changed."),
        "commitment.past-day": N_("That day has passed. Choose today or a later day."),
        "commitment.reason-needed": N_("This puts right what was recorded before. Say why; it is never printed."),
        "commitment.second-opinion-asked": N_("Somebody else was asked to look at this edition already."),
        "commitment.stopped": N_("Something still stands in the way of this document. The page says what it is."),
        "commitment.withdrawn": N_("This document was withdrawn. It cannot be shown or printed any more."),
        "content.has-problems": N_("{file} has {many} mistakes. Mend them first; check-content names each one."),
        "decision.no-reason": N_("Say why you decide so. One line is enough, and it is never printed."),
        "decision.past-review": N_("The day to look again is over. Choose today or a later day."),
        "documents.cannot-read": N_("This document cannot be read. Make it again from the commitment."),
        "documents.cannot-write": N_(
            "The file could not be written there ({reason}). Nothing is lost. Choose another folder."
        ),
        "documents.failed-checks": N_(
            "The document did not pass its checks ({findings}), so it was not issued. Your work is kept."
        ),
        "documents.unprintable": N_(
            "Our fonts cannot print these characters: {characters}. They are kept. Add a Latin spelling for the paper."
        ),
        "facts.cannot-read": N_("The file {file} is not there or cannot be read. Check its name and its folder."),
        "facts.folder": N_("{file} is a folder. Name a file of facts in it."),
        "facts.not-a-number": N_("The facts hold a number that is none. Write numbers in digits."),
        "facts.not-json": N_("The facts are not JSON. Look at line {line}."),
        "facts.not-utf8": N_("The facts are not UTF-8 text. Save the file as UTF-8."),
        "facts.too-deep": N_("The facts are nested too deeply. See the list of facts in the documentation."),
        "giving.not-safe": N_(
            "Nobody knows that this is safe to hand over. Ask them on their own, read it aloud, or say why all the same."
        ),
        "giving.tells-where": N_(
            "This edition was issued before the safe address was set, so it says where we are. Issue a new edition, and hand "
            "that over."
        ),
        "handover.changed": N_(
            "Something was changed since you looked at this pack. Nothing was taken. Look at it again."
        ),
        "handover.contact-other-key": N_(
            "You know this colleague by another key. Nothing was changed. Ask them in person before you trust a new one."
        ),
        "handover.contact-own": N_("This is your own contact file. Give it to a colleague, and ask for theirs."),
        "handover.contact-unreadable": N_(
            "This is no contact file, or it was altered. Ask your colleague for it again."
        ),
        "handover.damaged": N_(
            "This pack was cut off or altered, or it is none. Nothing of it was taken. Ask your colleague for it again."
        ),
        "handover.erased": N_("Everybody in this pack was removed here for good, so nothing of it was taken."),
        "handover.joined": N_(
            "A record in this pack was joined to another one since. Take the two apart, then open the pack again."
        ),
        "handover.newer-format": N_("This pack was made by a newer program. Update this one, then open it again."),
        "handover.nobody": N_("Choose at least one person."),
        "handover.not-for-you": N_("This pack was made for somebody else's key. Nobody can open it here."),
        "handover.same-number": N_(
            "Your colleague's commitments are numbered as yours are, so they cannot be told apart. Tell support."
        ),
        "handover.too-large": N_("That is too much for one pack. Hand over fewer people at a time."),
        "handover.undecided": N_("Decide about everything that both of you changed. Until then nothing is taken."),
        "handover.unknown-sender": N_(
            "You do not have the contact file of whoever made this pack. Ask for it, and compare the phrase with them."
        ),
        "handover.cannot-read": N_("The file is not there or cannot be read. Nothing was changed."),
        "interview.no-definition": N_(
            "The questions of this interview are not on this machine, or have mistakes. Other interviews still work."
        ),
        "machine.mistakes": N_("Nothing was laid down on this machine.\n{all}"),
        "minutes.not-allowed": N_("Your organisation does not allow totals of minutes to be saved as a file."),
        "minutes.too-few-weeks": N_(
            "There are not four weeks of minutes yet. From fewer weeks somebody could tell whose they are."
        ),
        "joining.later-one": N_("Another record was joined to this one later. Take that one apart first."),
        "joining.parted": N_("These two records are apart already. Nothing was changed."),
        "joining.same-record": N_("This is one and the same record. Choose another one."),
        "person.future-birth": N_("The date of birth is in the future. Please check the year."),
        "person.implausible-age": N_("Nobody is that old. Please check the year of birth."),
        "person.no-name": N_("Give at least one name, so that you can find the person again."),
        "policy.invalid": N_(
            "Your organisation's policy file has mistakes, so nothing is opened. Ask whoever looks after it.\n{all}"
        ),
        "policy.changeable": N_(
            "The file {file} rules this program, and somebody who is no administrator could change it, so nothing is opened."
            " Ask whoever looks after this computer to make it writable for administrators only."
        ),
        "policy.missing": N_(
            "This program was installed for a signed policy file ({key} says so), and there is none, so nothing is opened."
            " Ask whoever looks after this computer."
        ),
        "policy.no-clipboard": N_(
            "Your organisation does not allow copying here. The words can be read on the screen."
        ),
        "policy.no-file": N_("The file {file} is not there, is too large or is no text in UTF-8. Check the file."),
        "policy.no-form": N_("Your organisation does not offer this form. Choose another one."),
        "policy.no-language": N_("Your organisation does not offer documents in this language. Choose another one."),
        "policy.no-printing": N_("Your organisation does not allow printing here. Save a copy, or read it aloud."),
        "policy.not-signed": N_(
            "The policy file {file} is not signed with the key that this program was installed with, so nothing is opened."
            " Ask whoever looks after this computer."
        ),
        "policy.two-files": N_(
            "There are two policy files, {first} and {second}, so nothing is opened. Ask whoever looks after this computer"
            " to take one away."
        ),
        "policy.unreadable": N_("The file {file} rules this program and cannot be read. Ask whoever looks after it."),
        "profile.invalid": N_("The site profile has mistakes, and nothing of it was taken.\n{all}"),
        "profile.not-allowed": N_("Your organisation does not let site profiles be opened here."),
        "profile.not-signed": N_(
            "The site profile {file} is not signed with the key that your organisation's policy names, so it is not taken."
        ),
        "removal.held": N_(
            "A legal hold stands, so nothing about this person can be removed. Administration names who owns it."
        ),
        "removal.second-opinion": N_(
            "Somebody else is still to look at this person's commitment, so their record is needed. Nothing was removed."
        ),
        "retention.held": N_("A legal hold stands for this person already."),
        "retention.owner-needed": N_("Say who owns the hold: whoever knows when it ends."),
        "removal.talk-open": N_("A talk with this person is open. Finish or pause it first. Nothing was removed."),
        "rhythm.days": N_("Say after how many days: from 1 to {most}."),
        "rhythm.no-reason": N_("Say why this interval, in a few words."),
        "rehearsal.cannot-read": N_("The case {file} is not there or cannot be read. Check its name and its folder."),
        "rehearsal.words-on-paper": N_(
            "Words that the case keeps off paper would be in its files ({words}), so nothing was written."
        ),
        "signing.cannot-write": N_("The key could not be written there ({reason}). Choose another folder."),
        "signing.key-exists": N_("There is a file {file} already. A key is never overwritten: choose another name."),
        "signing.no-file": N_("The file {file} is not there, is no plain file, or is too large. Check its name."),
        "signing.no-key": N_("{file} is not there or is not a private key that keygen made."),
        "signing.not-ours": N_("{file} is neither rules nor an interview nor a calendar, so it is not signed."),
        "signing.wrong-passphrase": N_("That passphrase does not open this key."),
        "signature.coach-name": N_("A drawn name would show your surname, which stays off this paper. Type your name."),
        "signature.empty": N_("Nothing was drawn or typed. Sign, or leave it: nobody has to."),
        "signature.not-offered": N_("They are not at the table, or could not decide today, so nothing is signed here."),
        "slip.no-meeting": N_("That appointment is not to come any more, so there is nothing to be reminded of."),
        "backup.none-there": N_("No such backup of this vault was found, so nothing was changed."),
        "backup.none-sound": N_(
            "No backup beside the vault is sound. Do not delete anything, and tell whoever looks after your computer."
        ),
        "salvage.sound": N_("The vault is sound, so nothing had to be saved from it. Unlock it as ever."),
        "salvage.nothing": N_(
            "Nothing can be read of the damaged vault. Do not delete anything, and tell whoever looks after your computer."
        ),
        "storage.busy": N_("The vault is busy with something else. Nothing is lost. Try again in a moment."),
        "storage.cannot-open": N_(
            "The vault cannot be opened in this place. Check that the drive is connected and that you may read it."
        ),
        "storage.cannot-write": N_("The copy could not be written there. Nothing is lost. Choose another folder."),
        "storage.closed": N_("The vault was closed meanwhile, so this was not finished. Nothing of it was stored."),
        "storage.damaged": N_(
            "The vault is damaged, or this is not its key. Do not delete anything. Where there is a backup, you can go back to it."
        ),
        "storage.disk-failed": N_(
            "The disk did not take what was written. Your words stay on the screen. Check the disk, then try again."
        ),
        "storage.disk-full": N_(
            "The disk is full. Your words stay on the screen and are saved as soon as there is space. Free some space."
        ),
        "storage.exists": N_("There is already a vault here. It is never overwritten. Choose another folder."),
        "storage.missing": N_("There is no vault in this place. Is the drive connected?"),
        "storage.no-memory": N_(
            "The computer has no memory left. Your words stay on the screen and are saved as soon as there is some. Close "
            "other programs."
        ),
        "storage.not-found": N_("This is no longer stored. Somebody may have removed it."),
        "storage.read-only": N_("The vault can be read but not written. Check that the folder lets you write."),
        "storage.sqlite-too-old": N_(
            "A part of this program is too old (SQLite {found}; needed: {needed}). Ask for the program to be updated."
        ),
        "storage.stale": N_(
            "This was changed somewhere else in the meantime. Your words are still here. See what is stored."
        ),
        "storage.vault-newer": N_(
            "This vault was made by a newer program (vault {vault}, program {program}). Ask for the program to be updated."
        ),
        "terminal.none": N_("There is no terminal to ask for the passphrase on. Use --passphrase-stdin."),
        "terminal.not-the-same": N_("The two passphrases are not the same, so nothing was made. Try again."),
        "vault.cannot-write": N_(
            "Nothing can be written in this folder. Choose another, or ask for the right to write there."
        ),
        "vault.copy-in-use": N_(
            "{who} has had a copy of this vault open on {host} since {since} (process {pid}). What is written in two copies "
            "cannot be joined again: close that one first."
        ),
        "vault.copy-in-use-somewhere": N_(
            "A copy of this vault is open already, in another window or sign-in. Close it there first."
        ),
        "vault.disk-full": N_("The disk is full. Free some space, then try again. Nothing was changed."),
        "vault.exists": N_("There is already a vault of this name here. Open it, or choose another folder."),
        "vault.header-missing": N_("A file that belongs to the vault is missing (its header). It is in every backup."),
        "vault.in-use": N_(
            "{who} has had this vault open on {host} since {since} (process {pid}). Only one can work in it: close it there first."
        ),
        "vault.in-use-somewhere": N_("This vault is open already, in another window or sign-in. Close it there first."),
        "vault.keychain-locked": N_("This machine's keychain is locked. Unlock it, then try again."),
        "vault.keychain-lost": N_(
            "This machine's keychain no longer holds its part of the key. Your recovery key opens the vault."
        ),
        "vault.newer-format": N_(
            "This vault was made by a newer program (format {vault}, program {program}). Ask for the program to be updated."
        ),
        "vault.no-keychain": N_(
            "This machine has no keychain that can be used, and your organisation asks for one. Ask for it to be set up."
        ),
        "vault.passphrase-too-short": N_(
            "Use at least {least} characters. Four words that have nothing to do with you are easy to remember."
        ),
        "vault.place-network": N_(
            "This folder is on a network ({kind}). A vault has to be on this machine's own disk."
        ),
        "vault.place-removable": N_("This drive can be taken out. Your organisation does not let a vault be there."),
        "vault.place-synchronised": N_(
            "This folder is copied to {service}. A vault has to be where nothing copies it."
        ),
        "vault.recovery-key-mistyped": N_(
            "That is not a recovery key: a letter is missing or wrong. Compare it with the paper, group by group."
        ),
        "vault.sealed-unreadable": N_(
            "This sealed answer cannot be opened with the keys of this vault. It is kept as it is."
        ),
        "vault.wait": N_("Too many tries. You can try again in {seconds} seconds."),
        # The same sentence for a wrong passphrase and for a damaged header: what is wrong must not help a guesser.
        "vault.wrong-passphrase": N_("That passphrase does not open this vault."),
        "vault.not-escrowed": N_(
            "This vault keeps nothing for such a key: its policy had none when it was last opened."
        ),
        "vault.wrong-organisation-key": N_("That key does not open this vault. Perhaps it is of an earlier policy."),
        "vault.wrong-recovery-key": N_("That recovery key does not open this vault."),
    }
)
"""Message ids by code; their placeholders are filled from the error's details."""


def sentence(error: AppError) -> str:
    """What to tell the coach."""
    if error.code not in SENTENCES:
        general = _("That did not work ({code}). Nothing that was saved is lost. Try again, or ask for help.")
        return general.format(code=error.code)
    return _(SENTENCES[error.code]).format_map(_Details(error.details))


class _Details(dict[str, str | int]):
    """A detail that was not given shows as a dash: a sentence with a gap is better than none."""

    def __missing__(self, _key: str) -> str:
        return "\N{EN DASH}"
