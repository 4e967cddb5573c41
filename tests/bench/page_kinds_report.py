"""page_kinds_report.py RECORDS.jsonl: what became of pages whose files are
named by their kind (samples/kinds/drawn_kinds.h). Exit 3 where a page with
content is called blank, 95 % of the blank ones are not found, or a page by
hand is in a letter that asks for nobody."""
import collections
import json
import sys

HANDS = ("pen", "face", "form")


def main():
    seen = collections.defaultdict(collections.Counter)
    silent = 0
    words = collections.Counter()
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            kind = record["source"]["file"].split("-")[0]
            for page in record["pages"]:
                seen[kind][page["status"]] += 1
            text = record["text"] or ""
            words[kind] += len(text.split())
            if kind in HANDS and not record["review_reasons"]:
                silent += 1
    print("\ndonthu run, by kind of page: statuses, words kept a page")
    for kind, counts in sorted(seen.items()):
        total = sum(counts.values())
        shown = ", ".join(f"{s} {n}" for s, n in counts.most_common())
        print(f"{kind:10} {total:4}  {shown}; {words[kind] / total:.0f} words")
    lost = sum(c["blank"] for k, c in seen.items() if k != "blank")
    blanks = seen["blank"]
    found = blanks["blank"] / max(1, sum(blanks.values()))
    print(f"called blank with content: {lost}; blank found: {100 * found:.1f} %;"
          f" by hand and no review: {silent}")
    return 0 if lost == 0 and found >= 0.95 and silent == 0 else 3


if __name__ == "__main__":
    sys.exit(main())
