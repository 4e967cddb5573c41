#!/usr/bin/python3
"""Kills runs at random moments, goes on until one ends by itself, and
compares what is there with an undisturbed run. README.md tells what is
checked. Standard library only; strace, where it is there, kills at single
system calls."""

import argparse
import collections
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from program_run import Folder, StoreView, differences, tree

# What a run that ends by itself may answer: some letters of the inbox fail.
ENDED = {0, 3}
# Calls after which the disk is another than before.
CALLS = ("rename", "unlink", "ftruncate", "pwrite64", "write", "fsync",
         "fdatasync", "syncfs", "openat", "mkdir", "linkat", "sendmsg")
KINDS = ("supervisor", "all", "worker", "worker, then supervisor", "SIGINT",
         "SIGTERM", "at a system call")
WEIGHTS = (8, 6, 1, 4, 2, 2, 8)


class Kill:
    """What befalls one run."""

    def __init__(self, rng, span_s, calls):
        weights = WEIGHTS if calls else WEIGHTS[:-1] + (0,)
        self.kind = rng.choices(KINDS, weights)[0]
        # Most of them early, so that a folder sees many.
        self.delay_s = rng.uniform(0, span_s / rng.choice((1, 2, 4, 8, 16)))
        self.pause_s = rng.uniform(0, 0.5)
        self.whole_group = rng.random() < 0.5
        self.jobs = rng.choice((1, 2, 2, 3))
        self.order = rng.choice((0, rng.randrange(1, 1000)))
        self.rng = rng
        self.call, self.nth = "", 0
        if self.kind == "at a system call":
            self.call = rng.choice([c for c in CALLS if calls.get(c)])
            most = calls[self.call]
            self.nth = max(1, int(most ** rng.random() * rng.choice((1, 1.2))))
            if rng.random() < 0.3:  # near the end: lists, report
                self.nth = max(1, most - rng.randrange(0, 6))

    def wrapper(self):
        if not self.call:
            return []
        return ["strace", "-qq", "-o", "/dev/null", "-e",
                f"trace={self.call}", "-e",
                f"inject={self.call}:signal=SIGKILL:when={self.nth}"]

    def strike(self, run):
        """True where something was hit before the run ended by itself."""
        if self.call:
            return run.wait(120) == -signal.SIGKILL
        if run.wait(self.delay_s) is not None:
            return False
        if self.kind.startswith("worker"):
            hit = self._kill_a_worker(run)
            if self.kind == "worker":
                return hit
            if run.wait(self.pause_s) is None:
                run.signal(signal.SIGKILL)
                return True
            return hit
        if self.kind == "supervisor":
            run.signal(signal.SIGKILL)
        elif self.kind == "all":
            run.signal_all(signal.SIGKILL)
        else:
            number = getattr(signal, self.kind)
            (run.signal_all if self.whole_group else run.signal)(number)
        return True

    def _kill_a_worker(self, run):
        for _ in range(200):
            workers = run.members()
            if workers:
                victim = self.rng.choice(workers)
                subprocess.run(["kill", "-9", str(victim)], check=False,
                               stderr=subprocess.DEVNULL)
                return True
            if run.wait(0.01) is not None:
                return False
        return False

    def endings(self):
        if self.kind in ("SIGINT", "SIGTERM"):
            number = getattr(signal, self.kind)  # or before it is caught
            return {128 + number, -number} | ENDED
        if self.kind == "worker":
            return ENDED
        return {-signal.SIGKILL} | ENDED


class Chaos:
    def __init__(self, folder, arguments, fake):
        self.folder = folder
        self.rng = random.Random(arguments.seed)
        self.seed = arguments.seed
        self.fake = fake
        self.options = ["-q"]
        self.problems = []
        self.kills = collections.Counter()
        self.moments = collections.Counter()
        self.pages_stored = self.readings = self.campaigns = 0
        self.killed = self.undisturbed = 0
        self.calls = {}

    def problem(self, text):
        self.problems.append(f"campaign {self.campaigns}: {text}")
        print(f"PROBLEM {self.problems[-1]}", file=sys.stderr, flush=True)

    def reference(self):
        """An undisturbed run: what all others must come to."""
        out = self.folder.path / "undisturbed"
        started = time.monotonic()
        code, run = self.folder.run(out, "--jobs", "2", *self.options)
        self.span_s = time.monotonic() - started
        if code not in ENDED:
            sys.exit(f"the undisturbed run ended with {code}:\n{run.stderr()}")
        self.expected_code = code
        self.expected = tree(out)
        pages = StoreView(out).pages
        self.expected_pages = len(pages)
        self.check_names(pages)
        if shutil.which("strace"):
            self.calls = self.count_calls()

    def check_names(self, pages):
        """A name of the log must mean one content, or counting is void."""
        contents = collections.defaultdict(set)
        for page in pages:
            contents[page.name].add(page.content)
        if self.fake and any(len(c) > 1 for c in contents.values()):
            sys.exit("two pages of the inbox have the same name in the log")

    def count_calls(self):
        """Of the supervisor, in an undisturbed run."""
        out = self.folder.path / "counted"
        summary = self.folder.path / "calls.txt"
        run = self.folder.start(
            out, "--jobs", "2", *self.options,
            wrapper=["strace", "-qq", "-c", "-U", "name,calls", "-o",
                     str(summary), "-e", "trace=" + ",".join(CALLS)])
        code = run.wait(600)
        if code != self.expected_code:
            self.problem(f"under strace the run ended with {code}")
            return {}
        shutil.rmtree(out)
        return {m.group(1): int(m.group(2)) for m in re.finditer(
            r"^\s*(\w+)\s+(\d+)$", summary.read_text(), re.M)
            if m.group(1) in CALLS}

    def campaign(self, most_kills):
        """One output folder: runs until one ends by itself."""
        self.campaigns += 1
        out = self.folder.path / "out"
        shutil.rmtree(out, ignore_errors=True)
        kills = 0
        while kills < most_kills:
            struck, ended = self.one_run(out)
            kills += struck
            if ended:
                break
        else:
            self.last_run(out)
        self.check_end(out)
        return kills

    def one_run(self, out):
        kill = Kill(self.rng, self.span_s, self.calls)
        stored, offset = StoreView(out).read_pages(), self.log_size()
        run = self.folder.start(
            out, "--jobs", str(kill.jobs), "--work-order-seed",
            str(kill.order), *self.options, wrapper=kill.wrapper())
        struck = kill.strike(run)
        code = run.wait(300)
        what = f"{kill.kind} {kill.call} {kill.nth or ''} at {kill.delay_s:.3f} s"
        if code is None:
            self.problem(f"{what}: the run did not end")
            run.signal_all(signal.SIGKILL)
            run.wait(10)
        if code not in kill.endings():
            self.problem(f"{what}: exit {code}: {run.stderr()[-400:]}")
        self.check_processes(run, what)
        view = StoreView(out)
        self.check_readings(stored, offset, what)
        ended = code in ENDED
        if struck:
            self.killed += 1
            self.kills[kill.kind] += 1
            self.moments[self.moment(view, ended, out)] += 1
        if ended and code != self.expected_code:
            self.problem(f"{what}: ended with {code}, the undisturbed run "
                         f"with {self.expected_code}")
        return struck, ended

    def last_run(self, out):
        stored, offset = StoreView(out).read_pages(), self.log_size()
        code, run = self.folder.run(out, *self.options)
        self.undisturbed += 1
        if code != self.expected_code:
            self.problem(f"the last run: exit {code}: {run.stderr()[-400:]}")
        self.check_processes(run, "the last run")
        self.check_readings(stored, offset, "the last run")

    def moment(self, view, ended, out):
        if ended:
            return "a worker; the run went on to its end"
        if not view.there or view.sources == 0:
            return "start and take-in"
        if view.unfinished:
            return ("reading, letters in the outbox" if view.outbox else
                    "reading, outbox empty")
        return "after the last letter: lists, report"

    def log_size(self):
        return self.folder.log.stat().st_size

    def check_processes(self, run, what):
        left = run.left_behind()
        if left:
            self.problem(f"{what}: {len(left)} processes outlive the run")
            run.signal_all(signal.SIGKILL)

    def check_readings(self, stored, offset, what):
        """No page that was stored before a run is read in it."""
        if not self.fake:
            return
        again = stored & set(self.folder.log_lines(offset))
        if again:
            self.problem(f"{what}: {len(again)} pages were read again although "
                         f"their result was stored: {sorted(again)}")

    def check_end(self, out):
        for difference in differences(self.expected, tree(out)):
            self.problem(difference)
        view = StoreView(out)
        self.pages_stored += len(view.pages)
        self.readings += sum(page.readings for page in view.pages)
        if len(view.pages) != self.expected_pages:
            self.problem(f"{len(view.pages)} pages are stored instead of "
                         f"{self.expected_pages}")
        if view.most_readings() > 1:
            self.problem(f"a page was stored {view.most_readings()} times")
        code, answer = self.folder.verify(out)
        if code != 0 or not answer.rstrip().endswith("whole"):
            self.problem(f"verify: exit {code}: {answer[-600:]}")
        if not re.search(r"^ledger +balances$", answer, re.M):
            self.problem("the ledger does not balance")

    def report(self, name):
        print(f"\n{name}, seed {self.seed}: {self.killed} killed runs in "
              f"{self.campaigns} campaigns; an undisturbed run took "
              f"{self.span_s:.1f} s")
        width = max(map(len, [*self.kills, *self.moments, ""]))
        for title, counts in (("what was killed", self.kills),
                              ("where it hit", self.moments)):
            print(f"  {title}")
            for key, count in sorted(counts.items()):
                print(f"    {key:<{width}} {count:5d}")
        print(f"  pages stored in all campaigns      {self.pages_stored}")
        print(f"  results stored for them            {self.readings}")
        if self.fake:
            print("  pages read after their result was stored: "
                  f"{sum('read again' in p for p in self.problems)}")
        print(f"  problems                           {len(self.problems)}")
        for problem in self.problems:
            print(f"    {problem}")


def run_until(chaos, runs):
    chaos.reference()
    while chaos.killed < runs:
        kills = chaos.campaign(min(12, runs - chaos.killed))
        print(f"campaign {chaos.campaigns}: {kills} killed, "
              f"{chaos.killed} of {runs}", file=sys.stderr, flush=True)
    return not chaos.problems


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True, type=Path)
    parser.add_argument("--runs", type=int, default=200,
                        help="killed runs with the fake engine")
    parser.add_argument("--real", type=int, default=0,
                        help="killed runs with the real engine")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--slow", type=int, default=12,
                        help="slow letters of the fake's inbox")
    parser.add_argument("--inbox", type=Path,
                        help="scans for the real engine")
    parser.add_argument("--work", type=Path, help="keep everything here")
    return parser.parse_args()


def main():
    arguments = parse()
    build = arguments.build.resolve()
    work = arguments.work or Path(tempfile.mkdtemp(prefix="donthu-chaos."))
    work = work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    work.chmod(0o755)
    whole = True
    try:
        if arguments.runs:
            subprocess.run([build / "donthu_chaos_inbox", work / "inbox",
                            str(arguments.slow)], check=True)
            folder = Folder(work / "fake", build / "donthu_fake",
                            work / "inbox", "[limits]\npage_cpu_s = 2\n")
            folder.note_readings()
            chaos = Chaos(folder, arguments, fake=True)
            whole = run_until(chaos, arguments.runs) and whole
            chaos.report("fake engine")
        if arguments.real:
            folder = Folder(work / "real", build / "donthu",
                            arguments.inbox.resolve())
            chaos = Chaos(folder, arguments, fake=False)
            whole = run_until(chaos, arguments.real) and whole
            chaos.report("real engine")
    finally:
        if not arguments.work:
            shutil.rmtree(work, ignore_errors=True)
    print("\nheld" if whole else "\nNOT HELD")
    return 0 if whole else 3


if __name__ == "__main__":
    sys.exit(main())
