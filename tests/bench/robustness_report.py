#!/usr/bin/python3
"""What came of a `donthu run` over hostile files, and whether that may be.

Called by robustness.sh. Names files by the first 12 digits of their sha256
only. Exits with 3 where a check is missed.
"""

import argparse
import collections
import hashlib
import json
import os
import subprocess
import sys

LISTED = 15


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("folder", "files", "out", "schema"):
        parser.add_argument("--" + name, required=True)
    for name in ("code", "seconds", "bound"):
        parser.add_argument("--" + name, required=True, type=int)
    return parser.parse_args()


def hashes_of(folder, list_path):
    """How many files there are of each content."""
    with open(list_path, "rb") as file:
        names = [name for name in file.read().split(b"\0") if name]
    counts = collections.Counter()
    for name in names:
        with open(os.path.join(os.fsencode(folder), name), "rb") as file:
            counts[hashlib.sha256(file.read()).hexdigest()] += 1
    return counts


def load_records(out):
    with open(os.path.join(out, "records.jsonl"), encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def fits_schema(out, schema):
    tool = os.path.join(os.path.dirname(__file__), "../tools/validate_records.py")
    records = os.path.join(out, "records.jsonl")
    return subprocess.run([sys.executable, tool, schema, records],
                          check=False).returncode == 0


def has_reason(record):
    error = record["error"]
    return bool(error and error["code"] and error["stage"] and error["detail"])


def outcome_of(record):
    if record["status"] != "failed":
        return record["status"]
    return f"failed {record['error']['code']} in {record['error']['stage']}"


def checks(args, files, records, run):
    """Pairs of a sentence and whether it holds."""
    by_hash = collections.Counter(r["source"]["sha256"] for r in records)
    failed = [r for r in records if r["status"] == "failed"]
    yield f"exit code {args.code} is 0 or 3", args.code in (0, 3)
    yield (f"{args.seconds} s are less than {args.bound}",
           args.seconds < args.bound)
    yield (f"{len(files)} distinct files have one record each",
           all(by_hash[digest] == 1 for digest in files)
           and len(by_hash) == len(files))
    yield (f"{sum(files.values()) - len(files)} copies are listed",
           all(1 + len(r["source"]["copies"]) == files[r["source"]["sha256"]]
               for r in records) and
           run["copies"] == sum(files.values()) - len(files))
    yield (f"{len(failed)} failed records have code, stage and detail",
           all(map(has_reason, failed)))
    yield ("no fault is the program's own",
           not any(r["error"]["code"] in ("internal", "answer_invalid")
                   for r in failed))
    yield "every record fits the strict schema", fits_schema(args.out, args.schema)


def record_path(out, record):
    return os.path.join(out, "letters", record["record_id"], "record.json")


def longest_waits(out, records):
    """Seconds without a new record before each one, longest first."""
    ends = sorted(((os.stat(record_path(out, r)).st_mtime, r) for r in records),
                  key=lambda end: end[0])
    waits = [(end - before, record) for (before, _), (end, record)
             in zip(ends, ends[1:])]
    return sorted(waits, key=lambda wait: -wait[0])[:LISTED]


def print_counts(title, counter):
    print(f"\n{title}")
    for name, count in sorted(counter.items(), key=lambda c: (-c[1], c[0])):
        print(f"{count:6d}  {name}")


def print_page_failures(records):
    pages = [p["status"] for r in records for p in r["pages"]]
    print_counts("pages", collections.Counter(pages))


def print_waits(out, records):
    print("\nlongest waits for a record: seconds, sha256, outcome")
    for seconds, record in longest_waits(out, records):
        print(f"{seconds:6.1f}  {record['source']['sha256'][:12]}  "
              f"{outcome_of(record)}")


def main():
    args = arguments()
    files = hashes_of(args.folder, args.files)
    try:
        records = load_records(args.out)
        with open(os.path.join(args.out, "run.json"), encoding="utf-8") as file:
            run = json.load(file)
    except OSError:
        print(f"\nMISSED  the run ended with {args.code} and left no records")
        return 3
    print(f"run          {sum(files.values())} files, {run['pages_read']} pages "
          f"read, {args.seconds} s, {run['workers_replaced']} workers replaced")
    print_counts("letters", collections.Counter(map(outcome_of, records)))
    print_page_failures(records)
    print_waits(args.out, records)
    print("\nchecks")
    missed = 0
    for sentence, holds in checks(args, files, records, run):
        missed += not holds
        print(f"{'held' if holds else 'MISSED':7s} {sentence}")
    return 3 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
