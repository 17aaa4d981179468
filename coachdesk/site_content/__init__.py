"""What an organisation sends out between two versions of the program: signed files in the machine's content folder.

The folder is laid out like `resources/`; `kinds.KINDS` says which files are taken from it. A file that cannot be trusted,
has mistakes or is older than what is there is named and not used: the last good one of the organisation, of which a copy
is kept with its signature and checked again each time, stays in use; where there is none, that of the program does.
"""

from coachdesk.site_content.files import LARGEST, Places, is_of_site, places, plain_bytes
from coachdesk.site_content.kinds import BANK_HOLIDAYS, KINDS, Item, Kind, kind_of
from coachdesk.site_content.laying import content_here, content_in_use, with_site

__all__ = [
    "BANK_HOLIDAYS",
    "KINDS",
    "LARGEST",
    "Item",
    "Kind",
    "Places",
    "content_here",
    "content_in_use",
    "is_of_site",
    "kind_of",
    "places",
    "plain_bytes",
    "with_site",
]
