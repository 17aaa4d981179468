"""What the kit hands on. Loaded whole as soon as anybody asks the kit itself for one of these names."""

from ui.kit.buttons import Button
from ui.kit.choices import CheckGroup, ChoiceGroup, yes_no
from ui.kit.columns import Columns
from ui.kit.date_field import DateField, DateValue
from ui.kit.empty import EmptyState
from ui.kit.field import Field
from ui.kit.icons import Icon, icon_button
from ui.kit.identity import Identity, IdentityBar, Need
from ui.kit.layouts import Flow, Reading, column, reveal, row, scrolling, surface
from ui.kit.list_editor import Column, ListEditor
from ui.kit.notice import Notice, NoticeBar
from ui.kit.options import Option
from ui.kit.page import Page
from ui.kit.page_image import PageImage, PagePicture
from ui.kit.plain_text import PlainText
from ui.kit.progress import Progress
from ui.kit.recovery_key import RecoveryKey, same_group
from ui.kit.rows import Row, RowsModel, RowsView
from ui.kit.scale import Scale
from ui.kit.sections import Section, Sections
from ui.kit.side_by_side import SideBySide, SideRow
from ui.kit.stamps import SavedStamp, TimeBar
from ui.kit.suggested import SuggestedLine
from ui.kit.surfaces import Card, Chip, Edge
from ui.kit.text import announce, label, set_state
from ui.kit.text_fields import NumberField, PassphraseLine, TextArea, TextLine
from ui.kit.turned import TurnedLine, TurnedView

__all__ = [
    "Button",
    "Card",
    "CheckGroup",
    "Chip",
    "ChoiceGroup",
    "Column",
    "Columns",
    "DateField",
    "DateValue",
    "Edge",
    "EmptyState",
    "Field",
    "Flow",
    "Icon",
    "Identity",
    "IdentityBar",
    "ListEditor",
    "Need",
    "Notice",
    "NoticeBar",
    "NumberField",
    "Option",
    "Page",
    "PageImage",
    "PagePicture",
    "PassphraseLine",
    "PlainText",
    "Progress",
    "Reading",
    "RecoveryKey",
    "Row",
    "RowsModel",
    "RowsView",
    "SavedStamp",
    "Scale",
    "Section",
    "Sections",
    "SideBySide",
    "SideRow",
    "SuggestedLine",
    "TextArea",
    "TextLine",
    "TimeBar",
    "TurnedLine",
    "TurnedView",
    "announce",
    "column",
    "icon_button",
    "label",
    "reveal",
    "row",
    "same_group",
    "scrolling",
    "set_state",
    "surface",
    "yes_no",
]
