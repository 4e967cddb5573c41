"""stacks.py NAME:LEAST…: how the records in NAME.out part the stacks in NAME,
by their truth. Exits with 3 where a boundary F1 is below LEAST."""
import json
import sys


def lines_of(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def first_page(record):
    """Of the letter itself: sheets before it are no boundary missed."""
    pages = [page["number"] for page in record["pages"]
             if page["status"] not in ("separator", "blank")]
    return min(pages, default=None)


def said_boundaries(records):
    """By file, the pages on which letters begin; whether each is doubtful."""
    said = {}
    for record in records:
        if record["status"] == "withdrawn":
            continue
        page = first_page(record)
        doubtful = "split_uncertain" in record["review_reasons"]
        if page is not None:
            said.setdefault(record["source"]["file"], {})[page] = doubtful
    return said


class Score:
    def __init__(self):
        self.stacks = self.pages = self.letters = 0
        self.right = self.extra = self.missed = 0
        self.doubtful = self.caught = 0
        self.faults = []

    def add(self, truth, said, record_pages):
        """Boundaries are before every letter but the first of its stack."""
        begins = [letter["pages"][0] for letter in truth["letters"]]
        true = set(begins[1:])
        found = set(said) - {min(said)}
        self.stacks += 1
        self.pages += truth["pages"]
        self.letters += len(begins)
        self.right += len(true & found)
        self.extra += len(found - true)
        self.missed += len(true - found)
        self.doubtful += sum(said.values())
        for page in sorted(found ^ true):
            beside = [start for start in said if start <= page]
            told = said[max(beside)] or said.get(page, False)
            self.caught += told
            self.faults.append(
                f"{truth['file']} page {page} "
                f"{'extra' if page in found else 'missed'}"
                f"{', a person is asked' if told else ''}")
        if record_pages != truth["pages"]:
            self.faults.append(
                f"{truth['file']}: {record_pages} of {truth['pages']} pages "
                "stand in records")
            self.missed += 1

    def f1(self):
        wrong = self.extra + self.missed
        return 2 * self.right / (2 * self.right + wrong) if self.right else 0.0


def score(name):
    records = lines_of(f"{name}.out/records.jsonl")
    said = said_boundaries(records)
    pages = {}
    for record in records:
        if record["status"] != "withdrawn":
            file = record["source"]["file"]
            pages[file] = pages.get(file, 0) + len(record["pages"])
    result = Score()
    for truth in lines_of(f"{name}/truth.jsonl"):
        result.add(truth, said.get(truth["file"], {1: False}),
                   pages.get(truth["file"], 0))
    return result


def main(arguments):
    code = 0
    print()
    print("set         stacks  pages  letters  boundaries  extra  missed"
          "      F1  doubtful")
    faults = []
    checks = []
    for argument in arguments:
        name, least = argument.split(":")
        s = score(name)
        print(f"{name:<11} {s.stacks:>6} {s.pages:>6} {s.letters:>8}"
              f" {s.right + s.missed:>11} {s.extra:>6} {s.missed:>7}"
              f" {s.f1():>7.4f} {s.doubtful:>9}")
        faults += [f"{name}: {fault}" for fault in s.faults]
        good = s.f1() >= float(least)
        code = code if good else 3
        checks.append(f"{'ok    ' if good else 'MISSED'} {name}: boundary F1 "
                      f"{s.f1():.4f}, at least {least}")
    print("\n(doubtful: letters with split_uncertain)\n")
    print("\n".join(faults + [""] if faults else []) + "\n".join(checks))
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
