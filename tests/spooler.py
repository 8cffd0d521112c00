"""A print spooler of the tests' own: a real CUPS with its own settings, socket and queue, beside the machine's."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from tests.display import WITH_PARENT

CUPSD = "/usr/sbin/cupsd"
PPD = Path("/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd")
PATIENCE = 30.0  # seconds

# The queue's PPD hands PDF through as PDF, so that the words can be read back from what was printed.
PRINTERS = """\
<DefaultPrinter {queue}>
DeviceURI file:{paper}
State Idle
Accepting Yes
</DefaultPrinter>
"""
CUPSD_CONF = """\
Listen {folder}/sock
Browsing No
WebInterface No
DefaultAuthType None
JobPrivateAccess all
JobPrivateValues none
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
CUPS_FILES_CONF = """\
FileDevice Yes
Sandboxing Relaxed
ServerRoot {folder}
CacheDir {folder}/cache
StateDir {folder}/state
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
ServerKeychain {folder}/keys
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
"""


@dataclass(frozen=True, slots=True)
class Spooler:
    """A queue to print to and the paper that comes out of it.

    While the fixture stands, ``CUPS_SERVER`` names this spooler, so that ``lp``, ``QPrinter`` and a
    FactDesk started in a subprocess find this queue and no other.
    """

    folder: Path
    queue: str = "Desk-Printer"

    @property
    def paper(self) -> Path:
        """The PDF of the job printed last."""
        return self.folder / "paper.pdf"

    def wait_for_job(self, count: int = 1) -> None:
        """Return once ``count`` jobs in all have come out of the printer.

        Raises:
            TimeoutError: they did not; the message holds the spooler's own log.
        """
        until = time.monotonic() + PATIENCE
        while self._completed() < count:
            self._still_time(until)

    def printed_text(self, count: int = 1) -> str:
        """Wait for job ``count`` and return the words on its pages, one page after the other."""
        self.wait_for_job(count)
        with pypdfium2.PdfDocument(self.paper) as pdf:
            return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)

    def _completed(self) -> int:
        return len(self._ask("-W", "completed", "-o", self.queue).stdout.splitlines())

    def _start(self) -> None:
        until = time.monotonic() + PATIENCE
        while self._ask("-r").stdout.strip() != "scheduler is running":
            self._still_time(until)

    def _ask(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(["lpstat", *words], capture_output=True, text=True, check=False)

    def _still_time(self, until: float) -> None:
        if time.monotonic() > until:
            log = self.folder / "error.log"
            raise TimeoutError(log.read_text() if log.exists() else "cupsd did not start")


@pytest.fixture
def spooler(monkeypatch: pytest.MonkeyPatch) -> Iterator[Spooler]:
    """A running spooler with one queue that is the default."""
    with _short_folder() as folder:
        monkeypatch.setenv("CUPS_SERVER", str(folder / "sock"))
        monkeypatch.delenv("PRINTER", raising=False)
        spooler = Spooler(folder)
        _write_settings(spooler)
        command = [CUPSD, "-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf")]
        with subprocess.Popen([*WITH_PARENT, *command]) as cupsd:
            try:
                spooler._start()
                yield spooler
            finally:
                cupsd.terminate()


@contextmanager
def _short_folder() -> Iterator[Path]:
    # Not pytest's tmp_path: the path of a socket may not be longer than 107 bytes. The filters run as
    # another user where the tests run as root, so the way in must be open to all.
    with tempfile.TemporaryDirectory(prefix="desk-cups-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


def _write_settings(spooler: Spooler) -> None:
    folder = spooler.folder
    for name in ("cache", "state", "spool", "spool/tmp", "keys", "ppd"):
        (folder / name).mkdir()
    shutil.copy(PPD, folder / "ppd" / f"{spooler.queue}.ppd")
    (folder / "cupsd.conf").write_text(CUPSD_CONF.format(folder=folder))
    (folder / "cups-files.conf").write_text(CUPS_FILES_CONF.format(folder=folder))
    (folder / "printers.conf").write_text(PRINTERS.format(queue=spooler.queue, paper=spooler.paper))
    (folder / "printers.conf").chmod(0o600)
