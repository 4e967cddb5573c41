#!/usr/bin/python3
"""Does to runs what befalls programs on real machines, and prints for each
fault what was expected and what was seen. README.md tells what is checked.
Standard library only; what needs root and a mount namespace is left out with
a message where there is none."""

import argparse
import collections
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from program_run import Folder, differences, tree

MEANING = {0: "0", 3: "3 some failed", 6: "6 not writable", 7: "7 no model",
           10: "10 locked", 75: "75 try again", 130: "130", 143: "143"}
FEW, MANY = "--jobs=1", "--jobs=2"


class Left(Exception):
    """A fault that cannot be made here."""


class Faults:
    def __init__(self, folder, real, work, arguments):
        self.folder = folder
        self.real = real
        self.work = work
        self.only = arguments.only
        self.long = arguments.long
        self.rows = []
        self.mounts = []
        self.numbers = 0

    # ---- what a fault is made of ------------------------------------------

    def new(self, name):
        self.numbers += 1
        path = self.work / f"{self.numbers:02d} {name}"
        path.mkdir()
        path.chmod(0o777)
        return path

    def tmpfs(self, name, megabytes, options=""):
        """A small file system of its own, for this process and its
        children."""
        path = self.new(name)
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m{options}",
             "donthu", str(path)], capture_output=True, check=False)
        if done.returncode != 0:
            raise Left("needs root and a mount namespace")
        self.mounts.append(path)
        path.chmod(0o777)
        return path

    def start(self, out, *options):
        return self.folder.start(out, "-q", *options)

    def code_of(self, run, seconds=300):
        code = run.wait(seconds)
        if code is None:
            run.signal_all(signal.SIGKILL)
            run.wait(10)
            return "does not end"
        if run.left_behind():
            return f"{code}, processes left"
        return code

    def run(self, out, *options):
        return self.code_of(self.start(out, *options))

    def goes_on(self, out, *options, code=0, expected=None):
        """The same command without the fault: what is wrong, if anything."""
        seen = self.run(out, MANY, *options)
        wrong = [] if seen == code else [f"then exit {seen}"]
        wrong += differences(expected or self.expected, tree(out))
        state = [o for o in options if o.startswith("--state")]
        verified, answer = self.folder.verify(out, *state)
        if verified != 0:
            wrong.append("verify: " + " ".join(answer.split()[-12:]))
        return wrong

    def blamed(self, state):
        """Letters in the store that are said to have failed."""
        store = Path(state) / "store.sqlite"
        if not store.exists():
            return 0
        with tempfile.TemporaryDirectory() as copy:
            for suffix in ("", "-wal"):
                if Path(f"{store}{suffix}").exists():
                    shutil.copy(f"{store}{suffix}", copy)
            try:
                return sqlite3.connect(f"{copy}/store.sqlite").execute(
                    "SELECT count(*) FROM letters WHERE status = 'failed'"
                ).fetchone()[0]
            except sqlite3.DatabaseError:
                return 0

    def system_fault(self, fault, codes, seen, state, wrong):
        """A row: one of the codes, no letter blamed, and then what
        goes_on() found wrong; None where there is nothing to go on from."""
        codes = codes if isinstance(codes, tuple) else (codes,)
        said = "no letter blamed"
        if wrong is not None:
            said += ", then the same bytes"
        # A letter that failed stays so: also after the run that went on.
        blamed = self.blamed(state)
        wrong = ([f"{blamed} letters blamed"] if blamed else []) + (wrong or [])
        self.row(fault, f"{named(codes)}; {said}",
                 f"{named(seen)}; " + (", ".join(wrong) or said),
                 all(s in codes for s in as_list(seen)) and not wrong)

    def row(self, fault, expected, seen, held):
        self.rows.append((fault, expected, seen, held))
        print(f"{'held    ' if held else 'NOT HELD'} {fault}\n"
              f"         expected  {expected}\n         seen      {seen}",
              flush=True)

    def await_letters(self, out, count=1, seconds=60):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                if len(os.listdir(out / "letters")) >= count:
                    return True
            except OSError:
                pass
            time.sleep(0.01)
        return False

    # ---- disks ------------------------------------------------------------

    def full_disk(self, name, where):
        """Free space of several sizes, so that it ends at several places."""
        seen, wrong, blamed = [], [], 0
        sizes = (64, 300, 700, 1200, 2000, 3000, 5000) if self.long else (
            300, 1200)
        for free_kb in sizes:
            disk = self.tmpfs(name, 24)
            out, options = self.placed(disk, where)
            ballast = disk / "ballast"
            fill(ballast, free_kb)
            seen.append(self.run(out, MANY, *options))
            blamed += self.blamed(disk / where)
            ballast.unlink()
            wrong += self.goes_on(out, *options)
        if all(code == 0 for code in seen):
            wrong.append("the disk was never full")
        if blamed:
            wrong.append(f"{blamed} letters blamed")
        self.system_fault(
            f"disk of the {name} full at {len(sizes)} moments, then freed",
            (75, 0), seen, "/nonexistent", wrong)

    def placed(self, disk, where):
        if where == "out":
            return disk / "out", ()
        (disk / where).mkdir()
        (disk / where).chmod(0o777)
        return self.new("out of a full state"), (f"--state={disk / where}",)

    def full_output(self):
        self.full_disk("output", "out")

    def full_state(self):
        self.full_disk("state", "state")

    def disk_fills_meanwhile(self):
        disk = self.tmpfs("disk", 24)
        out = disk / "out"
        run = self.start(out, MANY)
        self.await_letters(out, 3)
        fill(disk / "ballast", 0)
        seen = self.code_of(run)
        (disk / "ballast").unlink()
        self.system_fault("disk filled by others in the midst, then freed", 75,
                          seen, out, self.goes_on(out))

    def read_only_output(self):
        disk = self.tmpfs("read-only", 24)
        remount(disk, "ro")
        seen = self.run(disk / "out", MANY)
        remount(disk, "rw")
        self.system_fault("read-only output", 6, seen, disk / "out",
                          self.goes_on(disk / "out"))

    def no_right_to_write(self):
        out = self.new("no right")
        if os.geteuid() == 0:
            # The program takes the folder over; a file in the way it cannot.
            (out / "letters").write_text("in the way")
            seen = self.run(out, MANY)
            (out / "letters").unlink()
            fault = "a file where a folder is to be"
        else:
            out.chmod(0o500)
            seen = self.run(out, MANY)
            out.chmod(0o700)
            fault = "no right to write the output"
        self.system_fault(fault, 6, seen, out, self.goes_on(out))

    def output_removed(self):
        out = self.new("removed") / "out"
        run = self.start(out, MANY)
        self.await_letters(out, 2)
        while out.exists():
            shutil.rmtree(out, ignore_errors=True)
        seen = self.code_of(run)
        self.system_fault("output removed in the midst", 6, seen, out,
                          self.goes_on(out))

    # ---- the store --------------------------------------------------------

    def store_locked(self, held_s, code, fault):
        out = self.new("locked")
        run = self.start(out, MANY)
        self.await_letters(out, 2)
        other = sqlite3.connect(out / "store.sqlite", isolation_level=None,
                                timeout=20, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        release = threading.Timer(held_s, lambda: other.execute("ROLLBACK"))
        release.start()
        seen = self.code_of(run)
        release.join()
        other.close()
        self.system_fault(fault, code, seen, out, self.goes_on(out))

    def store_locked_long(self):
        self.store_locked(25, 75, "store locked by another program, 25 s")

    def store_locked_briefly(self):
        self.store_locked(3, 0, "store locked by another program, 3 s")

    def store_locked_from_the_start(self):
        out = self.new("locked") / "out"
        self.run(out, MANY)
        other = sqlite3.connect(out / "store.sqlite", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        seen = self.run(out, MANY, "--rerun", "letters")
        other.execute("ROLLBACK")
        other.close()
        self.system_fault("store locked before the run begins", 75, seen, out,
                          self.goes_on(out))

    def store_is_no_database(self):
        out = self.new("no database")
        (out / "store.sqlite").write_bytes(b"These are no pages of SQLite.\n" * 99)
        (out / "store.sqlite").chmod(0o666)
        seen = self.run(out, MANY)
        (out / "store.sqlite").unlink()
        self.system_fault("store that is no database", 6, seen, out,
                          self.goes_on(out))

    def store_torn(self):
        """Restored from a copy afterwards, as a backup would be."""
        out = self.new("torn")
        store = out / "store.sqlite"
        run = self.start(out, FEW)
        self.await_letters(out, 5)
        run.signal(signal.SIGINT)
        self.code_of(run)
        whole = store.read_bytes()
        with open(store, "r+b") as file:
            for page in range(2, len(whole) // 4096):
                file.seek(page * 4096)
                file.write(os.urandom(64))
        seen = self.run(out, MANY)
        with open(store, "r+b") as file:
            file.write(whole)
            file.truncate(len(whole))
        for more in ("-wal", "-shm"):
            Path(f"{store}{more}").unlink(missing_ok=True)
        self.system_fault("store with torn pages, then restored", 6, seen, out,
                          self.goes_on(out))

    # ---- models -----------------------------------------------------------

    def missing_vie(self):
        empty = self.new("tessdata")
        out = self.new("no vie") / "out"
        config = self.work / "vie.toml"
        config.write_text(f'[paths]\ntessdata = "{empty}"\n')
        run = self.real.start(out, "-q", f"--config={config}")
        seen = self.code_of(run)
        self.system_fault("vie.traineddata missing (real engine)", 7, seen,
                          out, None)

    def missing_class_model(self):
        models = self.new("models") / "models"
        shutil.copytree(self.models(), models)
        (models / "classifier" / "donthu.model").unlink()
        out = self.new("no class model") / "out"
        config = self.work / "models.toml"
        config.write_text(f'[paths]\nmodels = "{models}"\n')
        seen = self.run(out, f"--config={config}")
        self.system_fault("class model missing", 7, seen, out,
                          self.goes_on(out))

    def models(self):
        for up in Path(self.folder.program).resolve().parents:
            if (up / "models" / "legal").exists():
                return up / "models"
        raise Left("the models are not found")

    # ---- workers ----------------------------------------------------------

    def harmful_page(self, file, code, fault):
        """A file among good ones: it alone fails."""
        inbox = self.new("inbox")
        for name in ("s1.png", "s2.png", "q101 b.pdf"):
            shutil.copy(self.work / "inbox" / name, inbox)
        shutil.copy(self.work / "inbox" / "harm" / file, inbox)
        out = self.new("harm") / "out"
        folder = Folder(self.work / "harm", self.folder.program, inbox,
                        "[limits]\npage_cpu_s = 1\n")
        began = time.monotonic()
        seen = self.code_of(folder.start(out, "-q", MANY))
        codes = failed_letters(out)
        self.row(fault, f"3, {code} alone", f"{seen}, " +
                 (", ".join(codes) or "none") + " alone, after "
                 f"{time.monotonic() - began:.0f} s",
                 seen == 3 and codes == [code] and whole(folder, out))

    def crash(self):
        self.harmful_page("crash.png", "worker_crashed", "worker that crashes")

    def busy(self):
        self.harmful_page("hang.png", "timed_out", "worker that hangs, busy")

    def asleep(self):
        self.harmful_page("asleep.png", "timed_out", "worker that hangs, asleep")

    def stubborn(self):
        self.harmful_page("stubborn.png", "timed_out",
                          "worker that ignores SIGTERM and hangs")

    def memory(self):
        self.harmful_page("memory.png", "out_of_memory",
                          "worker that eats memory")

    def garbage(self):
        self.harmful_page("garbage.png", "answer_invalid",
                          "worker that writes garbage")

    def boxes(self):
        self.harmful_page("boxes outside.png", "answer_invalid",
                          "worker that answers what cannot be")

    def workers_killed(self, pause_s, code, fault):
        out = self.new("killed workers") / "out"
        run = self.start(out, MANY)
        self.await_letters(out, 1)
        kills = 0
        while not run.ended():
            for pid in run.members():
                kill_if_there(pid)
                kills += 1
            run.wait(pause_s)
        seen = self.code_of(run)
        self.system_fault(f"{fault} ({kills} kills)", code, seen, out,
                          self.goes_on(out))

    def workers_killed_always(self):
        self.workers_killed(0.02, 75, "workers killed by others as they come")

    def workers_killed_at_times(self):
        self.workers_killed(2.0, 0, "workers killed by others at times")

    # ---- sources ----------------------------------------------------------

    def source(self, change, code, fault):
        """One file is another when its turn comes. The letter's own fault;
        the next run reads what is there then."""
        inbox = self.new("inbox")
        shutil.copytree(self.folder.inbox, inbox, dirs_exist_ok=True)
        victim = inbox / "s1.png"
        folder = Folder(self.work / "source", self.folder.program, inbox)
        out = self.new("source") / "out"
        run = folder.start(out, "-q", FEW)
        self.await_letters(out, 1)
        change(victim)
        seen = self.code_of(run)
        codes = failed_letters(out)
        victim.unlink(missing_ok=True)
        shutil.copy(Path(self.folder.inbox) / "s1.png", victim)
        then = self.code_of(folder.start(out, "-q", "--rerun", "failed"))
        wrong = [] if then == 0 and whole(folder, out) else [f"then {then}"]
        text = self.expected_text("s1.png")
        if text not in (out / "records.jsonl").read_text():
            wrong.append("the letter was not read later")
        self.row(fault, f"3, {code} alone; read once it is at rest",
                 f"{seen}, {', '.join(codes) or 'none'} alone; " +
                 (", ".join(wrong) or "read once it is at rest"),
                 seen == 3 and codes == [code] and not wrong)

    def expected_text(self, name):
        for line in self.records:
            if line["source"]["file"] == name:
                return json.dumps(line["text"], ensure_ascii=False)[1:-1]
        return "no such letter"

    def source_changes(self):
        self.source(lambda file: file.write_bytes(
            file.read_bytes() + b"more"), "source_changed",
            "source that changes while it is its turn")

    def source_vanishes(self):
        self.source(lambda file: file.unlink(), "file_unreadable",
                    "source that vanishes before its turn")

    def unreadable_file(self):
        inbox = self.new("inbox")
        shutil.copytree(self.folder.inbox, inbox, dirs_exist_ok=True)
        (inbox / "s1.png").chmod(0)
        folder = Folder(self.work / "unreadable", self.folder.program, inbox)
        out = self.new("unreadable") / "out"
        seen = self.code_of(folder.start(out, "-q", MANY))
        codes = failed_letters(out)
        (inbox / "s1.png").chmod(0o644)
        then = self.code_of(folder.start(out, "-q", MANY))
        left = failed_letters(out)
        ok = then == 0 and not left and whole(folder, out)
        self.row("file without the right to read it, given later",
                 "3, file_unreadable alone; then 0, none failed",
                 f"{seen}, {', '.join(codes) or 'none'} alone; then {then}, "
                 f"{', '.join(left) or 'none'} failed",
                 seen == 3 and codes == ["file_unreadable"] and ok)

    # ---- operators --------------------------------------------------------

    def two_runs(self):
        out = self.new("two runs") / "out"
        first = self.start(out, MANY)
        self.await_letters(out, 1)
        second = Folder(self.work / "second", self.folder.program,
                        self.folder.inbox)
        seen = self.code_of(second.start(out, "-q"))
        wrong = differences(self.expected, tree(out)) if (
            self.code_of(first) != 0) else []
        self.system_fault("two runs in one folder: the second", 10, seen, out,
                          wrong or self.goes_on(out))

    def signals(self, number, whole_group):
        out = self.new("signal") / "out"
        run = self.start(out, MANY)
        self.await_letters(out, 2)
        (run.signal_all if whole_group else run.signal)(number)
        began = time.monotonic()
        seen = self.code_of(run)
        took = time.monotonic() - began
        to = "to all processes" if whole_group else "to the supervisor"
        wrong = self.goes_on(out)
        if took > 5:
            wrong.append(f"took {took:.1f} s")
        self.system_fault(f"{signal.Signals(number).name} {to}", 128 + number,
                          seen, out, wrong)

    def interrupt(self):
        self.signals(signal.SIGINT, True)

    def terminate(self):
        self.signals(signal.SIGTERM, False)

    def too_many_failures(self):
        inbox = self.new("inbox")
        for number in range(30):
            bad = number % 2
            (inbox / f"{number:02d}.pdf").write_bytes(
                b"%d is no PDF\n" % number if bad else
                (self.work / "inbox" / "s1.png").read_bytes() +
                b"%d" % number)
        folder = Folder(self.work / "failures", self.folder.program, inbox)
        undisturbed = self.new("undisturbed") / "out"
        plain = self.code_of(folder.start(undisturbed, "-q", MANY))
        out = self.new("failures") / "out"
        seen = self.code_of(
            folder.start(out, "-q", MANY, "--max-failure-rate", "0.2"))
        then = self.code_of(folder.start(out, "-q", MANY))
        wrong = differences(tree(undisturbed), tree(out))
        self.row("--max-failure-rate exceeded", "75; then 3, the same bytes",
                 f"{seen}; then {then}, " +
                 (", ".join(wrong) or "the same bytes"),
                 plain == 3 and seen == 75 and then == 3 and not wrong)

    # ---- all of them ------------------------------------------------------

    SHORT = ("full_output", "read_only_output", "store_is_no_database",
             "missing_class_model", "crash", "memory", "garbage",
             "unreadable_file", "two_runs", "interrupt")
    ALL = ("full_output", "full_state", "disk_fills_meanwhile",
           "read_only_output", "no_right_to_write", "output_removed",
           "store_locked_long", "store_locked_briefly",
           "store_locked_from_the_start", "store_is_no_database", "store_torn",
           "missing_vie", "missing_class_model", "crash", "busy", "asleep",
           "stubborn", "memory", "garbage", "boxes", "workers_killed_always",
           "workers_killed_at_times", "source_changes", "source_vanishes",
           "unreadable_file", "two_runs", "interrupt", "terminate",
           "too_many_failures")

    def all(self):
        reference = self.new("undisturbed") / "out"
        code = self.run(reference, MANY)
        if code != 0:
            sys.exit(f"the undisturbed run ended with {code}")
        self.expected = tree(reference)
        lines = (reference / "records.jsonl").read_text().splitlines()
        self.records = [json.loads(line) for line in lines]
        for name in self.only or (self.ALL if self.long else self.SHORT):
            try:
                getattr(self, name)()
            except Left as left:
                print(f"left out {name}: {left}", flush=True)
            finally:
                self.unmount()
        failed = [row[0] for row in self.rows if not row[3]]
        print(f"\n{len(self.rows)} faults, {len(failed)} not held")
        return not failed

    def unmount(self):
        for path in self.mounts:
            subprocess.run(["umount", "-l", str(path)], check=False)
        self.mounts = []


def as_list(seen):
    return seen if isinstance(seen, (list, tuple)) else [seen]


def named(codes):
    counts = collections.Counter(
        MEANING.get(code, str(code)) for code in as_list(codes))
    return " or ".join(name + (f" ({count} times)" if count > 1 else "")
                       for name, count in counts.items())


def fill(ballast, free_kb):
    """Leaves that much of the disk."""
    facts = os.statvfs(ballast.parent)
    size = facts.f_bavail * facts.f_frsize - free_kb * 1024
    with open(ballast, "wb") as file:
        try:
            file.write(bytes(max(0, size)))
        except OSError:
            pass


def remount(disk, how):
    subprocess.run(["mount", "-o", f"remount,{how}", str(disk)], check=True)


def kill_if_there(pid):
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def failed_letters(out):
    """Their codes, from the records."""
    records = Path(out) / "records.jsonl"
    if not records.exists():
        return ["no records"]
    lines = [json.loads(line) for line in records.read_text().splitlines()]
    return [l["error"]["code"] for l in lines if l["status"] == "failed"]


def whole(folder, out):
    code, answer = folder.verify(out)
    return code == 0 and re.search(r"^ledger +balances$", answer, re.M)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True, type=Path)
    parser.add_argument("--long", action="store_true", help="all faults")
    parser.add_argument("--work", type=Path, help="keep everything here")
    parser.add_argument("only", nargs="*", help="names of faults")
    arguments = parser.parse_args()
    if os.geteuid() == 0 and not os.environ.get("DONTHU_OWN_MOUNTS"):
        os.environ["DONTHU_OWN_MOUNTS"] = "1"
        if subprocess.run(["unshare", "-m", "true"], check=False).returncode == 0:
            os.execvp("unshare", ["unshare", "-m", "--propagation", "private",
                                  sys.executable, *sys.argv])
    build = arguments.build.resolve()
    work = arguments.work or Path(tempfile.mkdtemp(prefix="donthu-faults."))
    work = work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    work.chmod(0o755)
    subprocess.run([build / "donthu_chaos_inbox", work / "inbox", "10",
                    "asleep"], check=True)
    good = work / "good"
    (good / "long").mkdir(parents=True)
    for file in (work / "inbox").glob("[sq]*"):
        shutil.copy(file, good)
    for file in (work / "inbox" / "long").glob("four*"):
        shutil.copy(file, good / "long")
    try:
        folder = Folder(work / "fake", build / "donthu_fake", good)
        real = Folder(work / "real", build / "donthu", good)
        held = Faults(folder, real, work, arguments).all()
    finally:
        if not arguments.work:
            shutil.rmtree(work, ignore_errors=True)
    return 0 if held else 3


if __name__ == "__main__":
    sys.exit(main())
