"""The support file: what whoever helps a coach needs to know of the program and the computer, and nothing about anybody.

Built by allow-list: what a log, a report or a policy holds is read again by its shape, and whatever has another is left out.
"""

from coachdesk.support.bundle import Bundle, Part, file_name, save
from coachdesk.support.collecting import Subject, checked_part, collect

__all__ = ["Bundle", "Part", "Subject", "checked_part", "collect", "file_name", "save"]
