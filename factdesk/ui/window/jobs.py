"""Running jobs for the window: one line of progress, and trouble shown where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from factdesk.errors import FactDeskError
from factdesk.ui.jobs import JobBar, RunningJob
from factdesk.ui.slices import Slices
from factdesk.work.jobs import Job

T = TypeVar("T")


class Jobs(QObject):
    """Starts jobs and keeps them until they end.

    Signals:
        trouble(object FactDeskError): a job met known trouble; a bug is raised in the GUI thread instead.
    """

    trouble = Signal(object)

    def __init__(self, bar: JobBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._running: set[RunningJob[Any]] = set()

    def start(
        self,
        job: Job[T],
        done: Callable[[T], None],
        text: str = "",
        failed: Callable[[FactDeskError], None] | None = None,
    ) -> RunningJob[T]:
        """Run ``job`` beside the window and hand its result to ``done``.

        Args:
            failed: is handed known trouble in place of the signal.
            text: a sentence for the progress line; without one the job is not shown.
        """
        running: RunningJob[T] = RunningJob(
            job, done, lambda problem: self._failed(problem, failed or self.trouble.emit)
        )
        self._running.add(running)
        running.ended.connect(lambda: self._running.discard(running))
        if text:
            self._bar.watch(running, text)
        running.start()
        return running

    def in_slices(self, work: Iterator[tuple[int, int]], done: Callable[[], None], text: str) -> Slices:
        """Do in the window's own thread, bit by bit, what no other can do; a progress line tells ``text``."""
        slices = Slices(work, done, self)
        self._bar.watch(slices, text)
        slices.start()
        return slices

    def busy(self) -> bool:
        """Say whether a job is under way."""
        return bool(self._running)

    def stop(self) -> None:
        """Cancel what is under way: the window closes."""
        for running in self._running:
            running.cancel()

    def _failed(self, problem: Exception, tell: Callable[[FactDeskError], None]) -> None:
        if not isinstance(problem, FactDeskError):
            raise problem
        tell(problem)
