"""What can go wrong with what rules a machine and with the command line, and what to do: policy, profile, signatures."""

from collections.abc import Mapping
from types import MappingProxyType

from coachdesk.i18n import N_

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "content.has-problems": N_("{file} has {many} mistakes. Mend them first; check-content names each one."),
        "facts.cannot-read": N_("The file {file} is not there or cannot be read. Check its name and its folder."),
        "facts.folder": N_("{file} is a folder. Name a file of facts in it."),
        "facts.not-a-number": N_("The facts hold a number that is none. Write numbers in digits."),
        "facts.not-json": N_("The facts are not JSON. Look at line {line}."),
        "facts.not-utf8": N_("The facts are not UTF-8 text. Save the file as UTF-8."),
        "facts.too-deep": N_("The facts are nested too deeply. See the list of facts in the documentation."),
        "machine.mistakes": N_("Nothing was laid down on this machine.\n{all}"),
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
        "terminal.none": N_("There is no terminal to ask for the passphrase on. Use --passphrase-stdin."),
        "terminal.not-the-same": N_("The two passphrases are not the same, so nothing was made. Try again."),
    }
)
