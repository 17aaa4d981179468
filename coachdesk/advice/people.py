"""What can go wrong with people, their talks, plans and papers, and what to do."""

from collections.abc import Mapping
from types import MappingProxyType

from coachdesk.i18n import N_

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
        "signature.coach-name": N_("A drawn name would show your surname, which stays off this paper. Type your name."),
        "signature.empty": N_("Nothing was drawn or typed. Sign, or leave it: nobody has to."),
        "signature.not-offered": N_("They are not at the table, or could not decide today, so nothing is signed here."),
        "slip.no-meeting": N_("That appointment is not to come any more, so there is nothing to be reminded of."),
    }
)
