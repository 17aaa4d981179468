"""What can go wrong with a vault, its keys, its storage and its backups, and what to do."""

from collections.abc import Mapping
from types import MappingProxyType

from coachdesk.i18n import N_

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "checkpoint.cannot-read": N_("The file {file} is not there or cannot be read. Nothing was compared."),
        "backup.none-there": N_("No such backup of this vault was found, so nothing was changed."),
        "backup.none-sound": N_(
            "No backup that can be reached is sound. Where backups lie on a drive or share, connect it and try again. Do not "
            "delete anything, and tell whoever looks after your computer."
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
        "vault.header-lost": N_(
            "The header of this vault is missing, and no backup that can be reached has one. Nobody can open it without. "
            "Where backups lie on a drive or share, connect it and try again; where the files were moved, bring the one that "
            "ends in .cdheader as well. Do not delete anything."
        ),
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
