"""What is written of a question to the author."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """Which of its fields; the name under which half-typed words of it are kept."""

    QUESTION = "question"
    ANSWER = "answer"
