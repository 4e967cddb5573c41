"""archive_checks.py ROOT INBOX OUT TIMES: the table and the checks of
archive.sh, which made ./pdfa/<record_id>.pdf, too. Standard library; poppler's
and qpdf's programs. Exit 3 where a check is missed."""

import collections
import difflib
import glob
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ALTO = "{http://www.loc.gov/standards/alto/ns-v4#}"
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" '
                  r'yMax="([\d.-]+)">(.*?)</word>')
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)
# Up to here words lie level enough to have upright boxes.
LEVEL_DEG = 0.3


def printed(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout


def words_of(path, *options):
    return printed("pdftotext", "-enc", "UTF-8", *options, path, "-").decode().split()


def in_order(expected, found):
    """How many of the expected words are found in their order."""
    matcher = difflib.SequenceMatcher(None, expected, found, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def alto_pages(path):
    """Per page: width, height, [(text, left, top, right, bottom)]: a word's
    sides, and its line's top and bottom."""
    pages = {}
    for page in ElementTree.parse(path).getroot().iter(ALTO + "Page"):
        words = []
        for line in page.iter(ALTO + "TextLine"):
            top = float(line.get("VPOS"))
            bottom = top + float(line.get("HEIGHT"))
            for word in line.iter(ALTO + "String"):
                left = float(word.get("HPOS"))
                words.append((word.get("CONTENT"), left, top,
                              left + float(word.get("WIDTH")), bottom))
        pages[int(float(page.get("PHYSICAL_IMG_NR")))] = (
            float(page.get("WIDTH")), float(page.get("HEIGHT")), words)
    return pages


def box_errors(pdf, record, pages):
    """The worst side of each word on level pages, in pixels of the scan, or of
    the upright page image where the page was turned; words that poppler cut or
    joined count as not found."""
    errors, missing = [], 0
    bbox = printed("pdftotext", "-enc", "UTF-8", "-raw", "-bbox", pdf, "-").decode()
    for page, (*sides_pt, body) in zip(record["pages"], PAGE.findall(bbox)):
        if abs(page["skew_deg"]) > LEVEL_DEG or not is_affine(page):
            continue
        # pdftotext tells the page's sides before, words after the turn.
        scale = (max(page["width_px"], page["height_px"]) /
                 max(map(float, sides_pt)))
        expected = pages[page["number"]][2]
        if page["rotation_deg"] == 0:  # the page may be a part of the scan
            scale = page["dpi_x"] / 72
            expected = [(text, *in_scan(page["to_source"], box))
                        for text, *box in expected]
        found = [(text, *(float(v) * scale for v in box))
                 for *box, text in WORD.findall(body)]
        matcher = difflib.SequenceMatcher(
            None, [w[0] for w in expected], [unescaped(w[0]) for w in found],
            autojunk=False)
        matched = 0
        for block in matcher.get_matching_blocks():
            for i in range(block.size):
                one, two = expected[block.a + i], found[block.b + i]
                errors.append(max(abs(a - b) for a, b in zip(one[1:], two[1:])))
                matched += 1
        missing += len(expected) - matched
    return errors, missing


def in_scan(to_source, box):
    """The box around an upright box of the page, in pixels of the scan."""
    a, b, c, d, e, f = to_source[:6]
    left, top, right, bottom = box
    corners = [(a * x + b * y + c, d * x + e * y + f)
               for x in (left, right) for y in (top, bottom)]
    xs, ys = zip(*corners)
    return min(xs), min(ys), max(xs), max(ys)


def is_affine(page):
    m = page["to_source"]
    return abs(m[6]) + abs(m[7]) < 1e-9


def unescaped(text):
    for name, mark in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(name, mark)
    return text


def images_of(path):
    """Hashes of the coded bytes of JPEG, JPEG 2000 and group 4 images; of
    others the decoded pixels."""
    with tempfile.TemporaryDirectory() as folder:
        printed("pdfimages", "-all", path, folder + "/image")
        return [(os.path.splitext(name)[1], sha256(name))
                for name in sorted(glob.glob(folder + "/image*"))
                if not name.endswith(".params")]


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def image_kept(source, record, pdf):
    """True: the coded bytes are the source's own; False: they are not; None:
    the format is one that is decoded and packed, or PNG, whose stream
    archive_test compares."""
    extension = os.path.splitext(source)[1].lower()
    images = images_of(pdf)
    if extension in (".jpg", ".jpeg", ".jp2"):
        return [one for _, one in images] == [sha256(source)]
    if extension == ".pdf":
        theirs = images_of(source)
        numbers = [page["number"] - 1 for page in record["pages"]]
        if len(theirs) <= max(numbers):
            return None
        return images == [theirs[number] for number in numbers]
    if extension in (".tif", ".tiff"):
        with open(source, "rb") as file:
            whole = file.read()
        with tempfile.TemporaryDirectory() as folder:
            printed("pdfimages", "-ccitt", pdf, folder + "/image")
            strips = glob.glob(folder + "/*.ccitt")
            for strip in strips:
                with open(strip, "rb") as file:
                    if file.read() not in whole:
                        return False
            return len(strips) == len(images) if strips else None
    return None


class Row:
    def __init__(self):
        self.letters = self.pages = self.words = 0
        self.raw = self.plain = self.boxes = self.misplaced = self.unfound = 0
        self.worst = 0.0
        self.kept = self.altered = self.packed = self.unsound = 0


def add_letter(row, inbox, out, record):
    folder = f"{out}/letters/{record['record_id']}"
    pdf = folder + "/archive.pdf"
    pages = alto_pages(folder + "/alto.xml")
    expected = [word[0] for page in sorted(pages) for word in pages[page][2]]
    if expected != record["text"].split():
        print(f"{record['record_id']}: ALTO is not the record's text")
        row.unsound += 1
    row.letters += 1
    row.pages += len(record["pages"])
    row.words += len(expected)
    row.raw += in_order(expected, words_of(pdf, "-raw"))
    row.plain += in_order(expected, words_of(pdf))
    errors, unfound = box_errors(pdf, record, pages)
    row.boxes += len(errors)
    row.unfound += unfound
    row.misplaced += sum(error > 2.0 for error in errors)
    row.worst = max([row.worst, *errors])
    kept = image_kept(f"{inbox}/{record['source']['file']}", record, pdf)
    row.kept += kept is True
    row.altered += kept is False
    row.packed += kept is None
    for copy in (pdf, f"pdfa/{record['record_id']}.pdf"):
        check = subprocess.run(["qpdf", "--check", copy], capture_output=True,
                               check=False)
        row.unsound += check.returncode != 0


def share(part, whole):
    return f"{100.0 * part / whole:8.2f}" if whole else "       -"


def print_table(rows):
    print(f"\n{'set':16} {'letters':>7} {'pages':>5} {'words':>6} {'-raw %':>8}"
          f" {'plain %':>8} {'boxes':>6} {'>2 px':>5} {'worst':>6} {'same':>5}"
          f" {'other':>5} {'n/a':>5} {'faulty':>6}")
    for name, r in rows.items():
        print(f"{name:16} {r.letters:7} {r.pages:5} {r.words:6}"
              f" {share(r.raw, r.words)} {share(r.plain, r.words)} {r.boxes:6}"
              f" {r.misplaced:5} {r.worst:6.2f} {r.kept:5} {r.altered:5}"
              f" {r.packed:5} {r.unsound:6}")


def rules(root, tool, files):
    result = subprocess.run([sys.executable, f"{root}/tests/tools/{tool}", *files],
                            capture_output=True, text=True, check=False)
    print("\n".join(result.stdout.splitlines()[-6:]))
    return result.returncode == 0


def print_times(path, pages):
    for line in open(path, encoding="utf-8"):
        name, user, system, wall = line.split()
        cpu = (float(user) + float(system)) * 1000.0 / pages
        print(f"{name:5} {cpu:8.1f} ms of processor time a page, "
              f"{float(wall) * 1000.0 / pages:7.1f} on the clock")


def main(root, inbox, out, times):
    rows = collections.OrderedDict()
    total = Row()
    with open(out + "/records.jsonl", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["status"] == "failed":
                continue
            name = record["source"]["file"].split("/")[0]
            add_letter(rows.setdefault(name, Row()), inbox, out, record)
    for row in rows.values():
        for key, value in vars(row).items():
            setattr(total, key, max(total.worst, value) if key == "worst"
                    else getattr(total, key) + value)
    rows["all"] = total
    print_table(rows)
    print()
    alto = rules(root, "alto_check.py", sorted(glob.glob(out + "/letters/*/alto.xml")))
    pdfa = rules(root, "pdfa_check.py", sorted(glob.glob("pdfa/*.pdf")))
    print(f"\n{total.pages} pages, two workers, their warm-up within:")
    print_times(times, total.pages)
    checks = [
        ("pdftotext -raw finds 99.5 % of the words in order",
         total.raw >= 0.995 * total.words),
        ("99 % of the boxes within 2 px",
         total.misplaced <= 0.01 * total.boxes and total.boxes > 0),
        ("no coded image differs from its source", total.altered == 0),
        ("qpdf --check finds nothing, ALTO is the record's text",
         total.unsound == 0),
        ("ALTO follows its schema's rules", alto),
        ("PDF/A-2b follows the rules looked at", pdfa)]
    print()
    for what, held in checks:
        print(("held    " if held else "MISSED  ") + what)
    return 0 if all(held for _, held in checks) else 3


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
