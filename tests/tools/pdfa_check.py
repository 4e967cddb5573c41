#!/usr/bin/env python3
"""pdfa_check.py FILE...: holds PDF files against the rules of PDF/A-2b (ISO
19005-2:2011) that bear on what donthu writes; veraPDF, which checks them all,
is not in Debian 12. The numbers are the clauses. Reads the files through qpdf.

Prints a line a fault and the number of files; exit 1 where there is a fault.
"""
import json
import re
import struct
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

ALLOWED_FILTERS = {"/ASCIIHexDecode", "/ASCII85Decode", "/FlateDecode",
                   "/RunLengthDecode", "/CCITTFaxDecode", "/JBIG2Decode",
                   "/DCTDecode", "/JPXDecode"}
FORBIDDEN_KEYS = {  # anywhere but in page content
    "/AA": "6.5.2", "/OpenAction": "6.5.1", "/JavaScript": "6.5.1",
    "/JS": "6.5.1", "/AcroForm": "6.4.1", "/XFA": "6.4.2",
    "/EmbeddedFiles": "6.8", "/OCProperties": "6.9", "/Annots": "6.3",
    "/AlternatePresentations": "6.10", "/PresSteps": "6.10",
    "/Requirements": "6.11", "/Alternates": "6.2.8", "/OPI": "6.2.8",
    "/PS": "6.2.9", "/Ref": "6.2.9", "/TR": "6.2.5", "/HTP": "6.2.5",
    "/SMask": "6.2.10", "/Encrypt": "6.1.3", "/Perms": "6.1.12"}
# 6.2.2: the operators of ISO 32000-1, as far as our content uses them.
OPERATORS = {"q", "Q", "cm", "Do", "BT", "ET", "Tr", "Tf", "Tm", "Tz", "Tj"}
PDFAID = "{http://www.aiim.org/pdfa/ns/id/}"


class Pdf:
    def __init__(self, path):
        self.path = path
        with open(path, "rb") as file:
            self.bytes = file.read()
        self.faults = []
        printed = subprocess.run(
            ["qpdf", "--json=2", "--json-stream-data=none", path],
            capture_output=True, check=True).stdout
        both = json.loads(printed)["qpdf"]
        self.objects = both[1]
        self.trailer = self.objects["trailer"]["value"]
        self.root = self.value(self.trailer["/Root"])

    def fault(self, clause, what):
        self.faults.append(f"{self.path}: {clause}: {what}")

    def entry(self, reference):
        return self.objects.get("obj:" + reference, {})

    def value(self, thing):
        """The object itself where `thing` refers to one: a stream's keys."""
        while isinstance(thing, str) and re.fullmatch(r"\d+ \d+ R", thing):
            entry = self.entry(thing)
            thing = (entry["stream"]["dict"] if "stream" in entry
                     else entry.get("value"))
        return thing

    def stream(self, reference):
        return subprocess.run(
            ["qpdf", "--show-object=" + reference.replace(" R", "").replace(" ", ","),
             "--filtered-stream-data", self.path],
            capture_output=True, check=True).stdout

    def dictionaries(self):
        def walk(thing):
            if isinstance(thing, dict):
                yield thing
                for value in thing.values():
                    yield from walk(value)
            elif isinstance(thing, list):
                for value in thing:
                    yield from walk(value)
        for entry in self.objects.values():
            yield from walk(entry["stream"]["dict"] if "stream" in entry
                            else entry.get("value"))

    def streams(self):
        for name, entry in self.objects.items():
            if "stream" in entry:
                yield name[4:], entry["stream"]["dict"]


def check_file(pdf):
    if not re.match(rb"%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}", pdf.bytes):
        pdf.fault("6.1.2", "the header lacks its version or binary comment")
    if len(pdf.trailer.get("/ID", [])) != 2:
        pdf.fault("6.1.3", "the trailer has no ID")
    if not pdf.bytes.rstrip(b"\r\n").endswith(b"%%EOF"):
        pdf.fault("6.1.3", "data follows the end of the file")
    if re.search(rb"[^\r\n]endstream", pdf.bytes):
        pdf.fault("6.1.7.1", "no end of line before endstream")
    for number, keys in pdf.streams():
        for key in ("/F", "/FFilter", "/FDecodeParms"):
            if key in keys:
                pdf.fault("6.1.7.1", f"stream {number} lies in another file")
        filters = keys.get("/Filter", [])
        for one in [filters] if isinstance(filters, str) else filters:
            if one not in ALLOWED_FILTERS:
                pdf.fault("6.1.7.2", f"stream {number} has filter {one}")
    for keys in pdf.dictionaries():
        for key in keys:
            if key in FORBIDDEN_KEYS:
                pdf.fault(FORBIDDEN_KEYS[key], f"{key} is there")
        if keys.get("/Type") == "/ExtGState":
            pdf.fault("6.2.10", "a graphics state may bring transparency")


def check_intent(pdf):
    intents = [pdf.value(one) for one in pdf.value(pdf.root.get("/OutputIntents", []))]
    if len(intents) != 1 or intents[0].get("/S") != "/GTS_PDFA1":
        return pdf.fault("6.2.3", "no single output intent of PDF/A")
    reference = intents[0].get("/DestOutputProfile", "")
    profile = pdf.stream(reference)
    size = struct.unpack(">I", profile[:4])[0]
    if size != len(profile) or profile[36:40] != b"acsp" or profile[8] > 4:
        pdf.fault("6.2.3", "the profile is no ICC profile up to version 4")
    if profile[12:16] not in (b"mntr", b"prtr") or profile[16:20] != b"RGB ":
        pdf.fault("6.2.3", "the profile is none of an RGB output device")
    if pdf.value(reference).get("/N") != 3:
        pdf.fault("6.2.3", "/N is not the number of the profile's components")


def check_space(pdf, space, what):
    space = pdf.value(space)
    if isinstance(space, str):
        if space not in ("/DeviceRGB", "/DeviceGray"):
            pdf.fault("6.2.4.3", f"{what} is in {space}")
        return
    family = space[0]
    if family == "/Indexed":
        return check_space(pdf, space[1], what)
    if family == "/ICCBased":
        profile = pdf.stream(space[1])
        components = {b"GRAY": 1, b"RGB ": 3}.get(profile[16:20])
        if components != pdf.value(space[1]).get("/N") or profile[8] > 4:
            pdf.fault("6.2.4.2", f"{what} has a profile that does not fit")
    elif family not in ("/CalGray", "/CalRGB"):
        pdf.fault("6.2.4", f"{what} is in {family}")


def check_jpx(pdf, number):
    data = subprocess.run(
        ["qpdf", "--show-object=" + number.replace(" R", "").replace(" ", ","),
         "--raw-stream-data", pdf.path], capture_output=True, check=True).stdout
    header = data.find(b"ihdr")
    colour = data.find(b"colr")
    if data[4:8] != b"jP  " or header < 0 or colour < 0:
        return pdf.fault("6.2.8.3", f"image {number} is no JP2 file")
    if struct.unpack(">H", data[header + 12:header + 14])[0] not in (1, 3, 4):
        pdf.fault("6.2.8.3", f"image {number} has another number of channels")
    if data[colour + 4] == 1 and struct.unpack(
            ">I", data[colour + 7:colour + 11])[0] not in (16, 17, 18):
        pdf.fault("6.2.8.3", f"image {number} is in another colour space")


def check_images(pdf):
    for number, keys in pdf.streams():
        if keys.get("/Subtype") != "/Image":
            continue
        if keys.get("/Interpolate") is True:
            pdf.fault("6.2.8", f"image {number} asks for interpolation")
        if keys.get("/ImageMask") is not True:
            check_space(pdf, keys.get("/ColorSpace"), f"image {number}")
            if keys.get("/BitsPerComponent") not in (1, 2, 4, 8, 16):
                pdf.fault("6.2.8", f"image {number} has odd samples")
        if keys.get("/Filter") == "/JPXDecode":
            check_jpx(pdf, number)


def check_font(pdf, font):
    if font.get("/Subtype") != "/Type0" or font.get("/Encoding") != "/Identity-H":
        return pdf.fault("6.2.11.3.3", "a font is not by Identity-H")
    below = pdf.value(font["/DescendantFonts"][0])
    if below.get("/CIDToGIDMap") != "/Identity":
        pdf.fault("6.2.11.3.2", "a CIDFontType2 has no CIDToGIDMap")
    info = pdf.value(below["/CIDSystemInfo"])
    if (info["/Registry"], info["/Ordering"]) != ("u:Adobe", "u:Identity"):
        pdf.fault("6.2.11.3.1", "CIDSystemInfo does not fit Identity-H")
    descriptor = pdf.value(below["/FontDescriptor"])
    if "/FontFile2" not in descriptor:
        return pdf.fault("6.2.11.4.1", "a font is not embedded")
    check_widths(pdf, below, pdf.stream(descriptor["/FontFile2"]))
    if "/ToUnicode" not in font:
        pdf.fault("6.2.11.7.2", "a font does not lead to Unicode")


def check_widths(pdf, font, file):
    tables = {}
    for i in range(struct.unpack(">H", file[4:6])[0]):
        tag, _, offset, length = struct.unpack(">4sIII", file[12 + 16 * i:28 + 16 * i])
        tables[tag] = file[offset:offset + length]
    em = struct.unpack(">H", tables[b"head"][18:20])[0]
    count = struct.unpack(">H", tables[b"hhea"][34:36])[0]
    advances = [struct.unpack(">H", tables[b"hmtx"][4 * i:4 * i + 2])[0]
                for i in range(count)]
    wrong = [one for one in advances if abs(one * 1000 / em - font["/DW"]) > 1]
    if "/W" in font or wrong:
        pdf.fault("6.2.11.5", "widths are not those of the font file")


def check_pages(pdf):
    for keys in pdf.dictionaries():
        if keys.get("/Type") == "/Font" and keys.get("/Subtype") == "/Type0":
            check_font(pdf, keys)
        if keys.get("/Type") != "/Page":
            continue
        left, bottom, right, top = map(float, pdf.value(keys["/MediaBox"]))
        for side in (right - left, top - bottom):
            if not 3 <= side <= 14400:
                pdf.fault("6.1.13", "a page is too small or too large")
        if "/Resources" not in keys:
            pdf.fault("6.2.2", "a page inherits its resources")
        if "/Group" in keys:
            pdf.fault("6.2.10", "a page is a transparency group")
        content = pdf.stream(keys["/Contents"]).decode("latin-1")
        content = re.sub(r"<[0-9A-F]*>|/\w+|[+-]?[0-9.]+", " ", content)
        unknown = set(content.split()) - OPERATORS
        if unknown:
            pdf.fault("6.2.2", f"operators {sorted(unknown)}")
        depth = 0
        for operator in content.split():
            depth += {"q": 1, "Q": -1}.get(operator, 0)
        if depth != 0:
            pdf.fault("6.2.2", "q and Q do not balance")


def check_metadata(pdf):
    reference = pdf.root.get("/Metadata")
    if not reference:
        return pdf.fault("6.6.2.1", "no metadata")
    packet = pdf.stream(reference)
    if not packet.startswith(b'<?xpacket begin="\xef\xbb\xbf" id="W5M0'):
        pdf.fault("6.6.2.1", "the metadata is no XMP packet")
    tree = ElementTree.fromstring(packet.decode("utf-8"))
    told = {name: [e.text for e in tree.iter(PDFAID + name)]
            for name in ("part", "conformance")}
    if told != {"part": ["2"], "conformance": ["B"]}:
        pdf.fault("6.6.4", f"the file calls itself {told}")
    if "/Info" in pdf.trailer:
        pdf.fault("6.6.3", "two places tell of the document")


def faults_of(path):
    pdf = Pdf(path)
    for check in (check_file, check_intent, check_images, check_pages,
                  check_metadata):
        check(pdf)
    return pdf.faults


def main(paths):
    faults = [fault for path in paths for fault in faults_of(path)]
    print("\n".join(faults + [f"{len(paths)} PDF files, {len(faults)} faults"]))
    return 1 if faults or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
