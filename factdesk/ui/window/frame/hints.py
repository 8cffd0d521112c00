"""Keys shown where they act: on the buttons and fields of the panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factdesk.ui.actions import COMMANDS, native
from factdesk.ui.checklist.pane import ChecklistPane
from factdesk.ui.claim.pane import ClaimPane

if TYPE_CHECKING:
    from factdesk.ui.questions.pane import QuestionsPane

_ON_CHECKLIST = {
    "search": "filter",
    "next-bare": "next-bare",
    "make-claim": "make-claim",
    "propose-further": "propose-further",
}
_SAME = (
    "accept", "make-claim", "set-aside", "in-check", "clear-verdict", "write", "add-source", "link-tellings",
    "label-opinion", "label-prediction", "label-question", "label-heading", "label-furniture",
)  # fmt: skip
_ON_CLAIM = {
    **{name: name for name in _SAME},
    "skip": "next-unchecked",
    "leave-bare": "reject",
}
_BEGIN_ON_CLAIM = {"reject": "label-opinion", "waiting": "wait-author"}
"""What a pane calls a control → the command whose key it shows; of the last two the first key of a sequence."""


def hint_on_checklist(pane: ChecklistPane) -> None:
    keys = _keys()
    for name, command in _ON_CHECKLIST.items():
        pane.set_key_hint(name, keys[command])


def hint_on_claim(pane: ClaimPane) -> None:
    keys = _keys()
    for name, command in _ON_CLAIM.items():
        pane.set_key_hint(name, keys[command])
    for name, command in _BEGIN_ON_CLAIM.items():
        pane.set_key_hint(name, keys[command].split(",")[0])


def hint_on_questions(pane: QuestionsPane) -> None:
    pane.set_key_hint(_keys()["ask-author"])


def _keys() -> dict[str, str]:
    return {command.id: native(command.keys[:1]) for command in COMMANDS if command.keys}
