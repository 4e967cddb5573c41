#!/usr/bin/python3
"""Does cost grow with the batch, or with the store? Memory and speed over a
long run; start-up on a store of many letters. README.md tells what is
printed. Standard library only."""

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from program_run import Folder

TICK_S = 0.25
MB = 1e6
EDGE = 500  # pages at the beginning and at the end that are compared
CLOCK_TICKS = os.sysconf("SC_CLK_TCK")


class Checks:
    def __init__(self):
        self.missed = 0

    def hold(self, held, text):
        self.missed += not held
        print(f"  {'held  ' if held else 'MISSED'} {text}", flush=True)


# ---- a long run ------------------------------------------------------------

def memory_of(pid):
    """Resident bytes, all and anonymous; None where it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return None
    values = {}
    for line in status.splitlines():
        name, _, value = line.partition(":")
        if name in ("VmRSS", "RssAnon"):
            values[name] = int(value.split()[0]) * 1024
    return (values["VmRSS"], values["RssAnon"]) if len(values) == 2 else None


def processor_s(pid):
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return 0.0
    fields = text[text.rindex(")") + 2:].split()
    return (int(fields[11]) + int(fields[12])) / CLOCK_TICKS


class Pages:
    """How many pages the store has; asked without disturbing its writer."""

    def __init__(self, out):
        self.path = Path(out) / "store.sqlite"
        self.database = None

    def count(self):
        try:
            if self.database is None:
                self.database = sqlite3.connect(
                    f"file:{self.path}?mode=ro", uri=True)
            row = self.database.execute("SELECT max(id) FROM pages").fetchone()
            return row[0] or 0
        except sqlite3.OperationalError:
            self.database = None
            return 0


def watch(run, pages):
    """(seconds, pages, {pid: memory}, processor seconds), every tick."""
    samples, used_s = [], 0.0
    started = time.monotonic()
    while not run.ended():
        pids = [run.pid, *sorted(run.members())]
        memory = {pid: memory_of(pid) for pid in pids}
        # What has ended has no time any more.
        used_s = max(used_s, sum(map(processor_s, pids)))
        samples.append((time.monotonic() - started, pages.count(),
                        {p: m for p, m in memory.items() if m}, used_s))
        run.wait(TICK_S)
    return samples


def first_with(samples, pages):
    return next((s for s in samples if s[1] >= pages), samples[-1])


def pace(samples, begin, end):
    """Pages a second and processor seconds a page between two counts."""
    a, b = first_with(samples, begin), first_with(samples, end)
    pages = max(1, b[1] - a[1])
    return pages / max(1e-9, b[0] - a[0]), (b[3] - a[3]) / pages


def most(samples, pid, begin, end):
    """The largest memory of a process between two counts of pages."""
    values = [s[2][pid] for s in samples
              if pid in s[2] and begin <= s[1] <= end]
    return max(values) if values else None


def long_run(build, work, count, checks):
    print(f"\n{count} short pages in one run, two jobs, files in any order")
    subprocess.run([build / "donthu_short_pages", work / "pages", str(count)],
                   check=True)
    folder = Folder(work / "long", build / "donthu", work / "pages")
    out = folder.path / "out"
    run = folder.start(out, "-q", "--jobs", "2", "--work-order-seed", "1")
    samples = watch(run, Pages(out))
    if run.process.returncode != 0:
        sys.exit(f"the run ended with {run.process.returncode}: {run.stderr()}")
    edge = min(EDGE, count // 4)
    last = samples[-1][1]
    print(f"  {last} pages in {samples[-1][0]:.0f} s")
    print_memory(run.pid, samples, edge, last, checks)
    print_pace(samples, edge, last, checks)


def print_memory(supervisor, samples, edge, last, checks):
    print(f"  {'resident (anonymous), MB':<26}{'at ' + str(edge):>16}"
          f"{'at ' + str(last):>16}{'pages':>8}")
    # At the very end the workers are gone already.
    for pid in sorted(first_with(samples, last - edge // 2)[2]):
        name = "supervisor" if pid == supervisor else "worker"
        early = most(samples, pid, edge // 2, edge)
        late = most(samples, pid, last - edge // 2, last)
        if not early or not late:
            checks.hold(False, f"{name} {pid} lived through the run")
            continue
        print(f"  {name:<26}" + "".join(
            f"{rss / MB:8.1f} ({anon / MB:5.1f})" for rss, anon in
            (early, late)))
        grown = late[0] - early[0]
        checks.hold(grown <= max(0.1 * early[0], 10 * MB),
                    f"{name} grew by {grown / MB:.1f} MB; "
                    "at most 10 % or 10 MB")


def print_pace(samples, edge, last, checks):
    begin, begin_cpu = pace(samples, 1, edge)
    end, end_cpu = pace(samples, last - edge, last)
    print(f"  pages a second         first {edge}: {begin:.2f}, "
          f"last {edge}: {end:.2f}")
    print(f"  processor ms a page    first {edge}: {begin_cpu * 1e3:.0f}, "
          f"last {edge}: {end_cpu * 1e3:.0f}")
    checks.hold(end >= 0.95 * begin,
                f"speed at the end {end / begin:.2f} of that at the "
                "beginning; at least 0.95")
    checks.hold(end_cpu <= 1.05 * begin_cpu,
                f"processor time a page at the end {end_cpu / begin_cpu:.2f} "
                "of that at the beginning; at most 1.05")


# ---- a large store ---------------------------------------------------------

def timed_run(folder, out, *options):
    """Seconds until the first reason, which is told when take-in is over and
    work is handed out, and until the end."""
    started = time.monotonic()
    process = subprocess.Popen(
        folder.command(out, "--explain", *options), cwd=folder.path,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE)
    first = None
    for line in process.stderr:
        if first is None and b":" in line and b"working as" not in line:
            first = time.monotonic() - started
    code = process.wait()
    if code != 0:
        sys.exit(f"a run on the large store ended with {code}")
    return first, time.monotonic() - started


def one_file_inbox(path, scan, tail=b""):
    path.mkdir()
    (path / "letter.png").write_bytes(scan.read_bytes() + tail)
    return path


def large_store(build, work, count, scan, checks):
    print(f"\na store of {count} letters")
    first = one_file_inbox(work / "first", scan)
    folder = Folder(work / "large", build / "donthu", first)
    out = folder.path / "out"
    code, run = folder.run(out, "-q", "--jobs", "2")
    if code != 0:
        sys.exit(f"the first letter ended with {code}: {run.stderr()}")
    fresh = Folder(work / "fresh", build / "donthu", first)
    bare_s, _ = timed_run(fresh, fresh.path / "out")
    known = work / "known"
    started = time.monotonic()
    subprocess.run([build / "donthu_fill_store", out, str(count), known],
                   check=True)
    size = (out / "store.sqlite").stat().st_size
    print(f"  filled in {time.monotonic() - started:.0f} s: "
          f"{size / MB:.0f} MB, {size / count / 1e3:.1f} kB a letter")
    row = "  {:<46}{:>9}{:>9}"
    print(row.format("seconds until", "work", "end"))

    def told(name, times):
        print(row.format(name, *(f"{t:.2f}" for t in times)), flush=True)
        return times

    print(row.format("an empty store", f"{bare_s:.2f}", ""))
    told("first run, which lists all anew", timed_run(folder, out))
    new = Folder(work / "new", build / "donthu",
                 one_file_inbox(work / "new inbox", scan, b"\n"))
    work_s, _ = told("one new file", timed_run(new, out))
    told("nothing new, one known file", timed_run(folder, out))
    all_known = Folder(work / "all", build / "donthu", known)
    told(f"nothing new, {count} known files", timed_run(all_known, out))
    started = time.monotonic()
    subprocess.run([build / "donthu", "quarantine", "ls", "--out", out],
                   cwd=folder.path, check=True, stdout=subprocess.DEVNULL)
    listed = time.monotonic() - started
    print(row.format("donthu quarantine ls", "", f"{listed:.2f}"))
    checks.hold(work_s < 1.0, f"one new file is at work after {work_s:.2f} s; "
                "less than 1 s")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True, type=Path)
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--letters", type=int, default=100000)
    parser.add_argument("--scan", required=True, type=Path,
                        help="a PNG of one letter, as model of the others")
    parser.add_argument("--work", type=Path, help="keep everything here")
    arguments = parser.parse_args()
    work = arguments.work or Path(tempfile.mkdtemp(prefix="donthu-flat."))
    work = work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    work.chmod(0o755)
    build, checks = arguments.build.resolve(), Checks()
    try:
        if arguments.pages:
            long_run(build, work, arguments.pages, checks)
        if arguments.letters:
            large_store(build, work, arguments.letters,
                        arguments.scan.resolve(), checks)
    finally:
        if not arguments.work:
            shutil.rmtree(work, ignore_errors=True)
    print(f"\n{'held' if not checks.missed else 'MISSED'}")
    return 3 if checks.missed else 0


if __name__ == "__main__":
    sys.exit(main())
