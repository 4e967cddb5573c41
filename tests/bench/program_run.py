"""The program as its operator starts it: runs into one output folder, what
they leave behind, and the processes that belong to them. Standard library
only."""

import collections
import hashlib
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from pathlib import Path

TODAY = "2026-07-06"

# What differs from run to run by design: the store (times in the audit, free
# pages), the report of the run, the lock.
NOT_COMPARED = re.compile(r"^(store\.sqlite.*|run\.json|lock)$")


class Run:
    """One start of the program, in a process group of its own."""

    def __init__(self, command, folder, wrapper=()):
        self.folder = Path(folder)
        self.err_path = self.folder / "stderr.txt"
        self.out_path = self.folder / "stdout.txt"
        self.started = time.monotonic()
        with open(self.out_path, "wb") as out, open(self.err_path, "wb") as err:
            self.process = subprocess.Popen(
                [*wrapper, *command], cwd=self.folder, stdout=out, stderr=err,
                stdin=subprocess.DEVNULL, start_new_session=True)
        self.pid = self.process.pid

    def ended(self):
        return self.process.poll() is not None

    def wait(self, seconds):
        """The exit code, negative for a signal; None where it still runs."""
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def signal(self, number):
        if not self.ended():
            os.kill(self.pid, number)

    def signal_all(self, number):
        try:
            os.killpg(self.pid, number)
        except ProcessLookupError:
            pass

    def stderr(self):
        return self.err_path.read_text(errors="replace")

    def stdout(self):
        return self.out_path.read_text(errors="replace")

    def members(self):
        """Living processes of the group, the first one apart."""
        pids = []
        for entry in os.listdir("/proc"):
            if not entry.isdigit() or int(entry) == self.pid:
                continue
            facts = process_facts(int(entry))
            if facts and facts["group"] == self.pid and facts["state"] != "Z":
                pids.append(int(entry))
        return pids

    def left_behind(self, seconds=10.0):
        """Processes of the group that outlive it, after some patience."""
        deadline = time.monotonic() + seconds
        while True:
            pids = self.members()
            if not pids or time.monotonic() > deadline:
                return pids
            time.sleep(0.005)


def process_facts(pid):
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return None
    fields = text[text.rindex(")") + 2:].split()
    return {"state": fields[0], "parent": int(fields[1]),
            "group": int(fields[2])}


class Folder:
    """A folder with inbox, configuration and log, and the runs in it."""

    def __init__(self, path, program, inbox, config=""):
        self.path = Path(path)
        self.program = str(program)
        self.inbox = str(inbox)
        self.path.mkdir(parents=True, exist_ok=True)
        self.path.chmod(0o755)
        self.log = self.path / "log" / "reads.log"
        self.log.parent.mkdir(exist_ok=True)
        self.log.write_bytes(b"")
        self.log.chmod(0o666)  # a program started by root leaves root
        (self.path / "donthu.toml").write_text(config)

    def note_readings(self):
        """Only the fake engine takes this folder for its log."""
        with open(self.path / "donthu.toml", "a") as config:
            config.write(f'[paths]\ntessdata = "{self.log.parent}"\n')

    def command(self, out, *options):
        return [self.program, "run", self.inbox, "--out", str(out),
                "--today", TODAY, *options]

    def start(self, out, *options, wrapper=()):
        return Run(self.command(out, *options), self.path, wrapper)

    def run(self, out, *options, seconds=600):
        run = self.start(out, *options)
        code = run.wait(seconds)
        if code is None:
            run.signal_all(signal.SIGKILL)
            run.wait(10)
        return code, run

    def verify(self, out, *options):
        """Exit code and answer of `donthu verify OUT --look-only`."""
        done = subprocess.run(
            [self.program, "verify", str(out), "--look-only", *options],
            cwd=self.path, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    def log_lines(self, offset=0):
        with open(self.log, "rb") as file:
            file.seek(offset)
            return file.read().decode().split()


def tree(out):
    """Path below `out` to the hash of the bytes."""
    hashes = {}
    for path in sorted(Path(out).rglob("*")):
        name = str(path.relative_to(out))
        if NOT_COMPARED.match(name):
            continue
        hashes[name] = ("folder" if path.is_dir() else
                        hashlib.sha256(path.read_bytes()).hexdigest())
    return hashes


def differences(expected, seen, most=5):
    found = []
    for name in sorted(expected.keys() | seen.keys()):
        if name not in seen:
            found.append(f"{name} is missing")
        elif name not in expected:
            found.append(f"{name} is there beyond")
        elif expected[name] != seen[name]:
            found.append(f"{name} differs")
    return found[:most] + (["…"] if len(found) > most else [])


StoredPage = collections.namedtuple("StoredPage", "readings content name")


class StoreView:
    """A store as a dead run left it, read from a copy: looking at it must
    not mend it."""

    def __init__(self, state):
        self.pages = []
        source = Path(state) / "store.sqlite"
        self.there = source.exists()
        if not self.there:
            return
        with tempfile.TemporaryDirectory() as copy:
            for suffix in ("", "-wal"):
                if Path(f"{source}{suffix}").exists():
                    shutil.copy(f"{source}{suffix}", copy)
            database = sqlite3.connect(f"{copy}/store.sqlite")
            try:
                self._read(database)
            except sqlite3.OperationalError:
                self.there = False  # ended before the tables were made
            finally:
                database.close()

    def _read(self, database):
        def one(sql):
            return database.execute(sql).fetchone()[0]
        self.pages = [StoredPage(r[0], r[1], page_name(r[2]))
                      for r in database.execute("SELECT readings,"
                      " content_sha256, result FROM pages")]
        self.sources = one("SELECT count(*) FROM sources")
        self.unfinished = one(
            "SELECT count(*) FROM sources WHERE letter_key = ''")
        self.outbox = one("SELECT count(*) FROM outbox")

    def read_pages(self):
        """The log's names of the pages that are stored as read."""
        return {page.name for page in self.pages}

    def most_readings(self):
        return max((page.readings for page in self.pages), default=0)


def page_name(result_json):
    """As the fake engine names the page in its log."""
    name = re.search(r'"([0-9a-f]{16})\."', result_json)
    return name.group(1) if name else "blank"
