#!/usr/bin/env python3
"""alto_check.py FILE...: holds ALTO files against the rules of the published
schema alto-4-4.xsd (http://www.loc.gov/standards/alto/v4/alto-4-4.xsd, CC
BY-SA 4.0), restated here for the elements that donthu writes: which elements
and attributes there are, in which order, how often, of which type, which are
required, that IDs are unique and references lead to one. Elements that donthu
does not write (Styles, Tags, ReadingOrder, Shape, Glyph) count as faults.
Beyond the schema: words lie on their lines, lines on their pages.

With DONTHU_ALTO_XSD naming a copy of the schema (and of the xlink.xsd that it
imports), `xmllint --schema` checks the files against that, too.

Prints a line a fault and the number of files; exit 1 where there is a fault.
"""
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

NAMESPACE = "{http://www.loc.gov/standards/alto/ns-v4#}"
SCHEMA_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"


def is_float(text):  # xsd:float, of which Python's knows more than is needed
    return re.fullmatch(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", text)


def is_share(text):
    return is_float(text) and 0.0 <= float(text) <= 1.0


def is_ncname(text):
    return re.fullmatch(r"[^\W\d][\w.-]*", text)


def one_of(*values):
    return lambda text: text in values


def is_any(_):
    return True


def is_language(text):
    return re.fullmatch(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*", text)


PLACE = {name: (is_float, False) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT")}
REFERENCES = {name: (is_any, False)
              for name in ("STYLEREFS", "TAGREFS", "PROCESSINGREFS")}
BLOCK = {"ID": (is_ncname, True), "ROTATION": (is_float, False),
         "IDNEXT": (is_ncname, False), "CS": (one_of("true", "false", "0", "1"), False),
         **PLACE, **REFERENCES}
SPACE = {"ID": (is_ncname, False), **PLACE,
         "STYLEREFS": (is_any, False), "PROCESSINGREFS": (is_any, False)}
BLOCKS = "(TextBlock |Illustration |GraphicalElement |ComposedBlock )*"
DIRECTION = one_of("ltr", "rtl", "ttb", "btt")

# name: (attributes: {name: (type, required)}, children in order, text)
ELEMENTS = {
    "alto": ({"SCHEMAVERSION": (is_any, False)}, "(Description )?(Layout )", None),
    "Description": ({}, "(MeasurementUnit )(sourceImageInformation )?(Processing )*", None),
    "MeasurementUnit": ({}, "", one_of("pixel", "mm10", "inch1200")),
    "sourceImageInformation": (
        {}, "(fileName )?(fileIdentifier )*(documentIdentifier )*", None),
    "fileName": ({}, "", is_any),
    "fileIdentifier": ({"fileIdentifierLocation": (is_any, False)}, "", is_any),
    "documentIdentifier": ({"documentIdentifierLocation": (is_any, False)}, "", is_any),
    "Processing": (
        {"ID": (is_ncname, True)},
        "(processingCategory )?(processingDateTime )?(processingAgency )?"
        "(processingStepDescription )*(processingStepSettings )?"
        "(processingSoftware )?", None),
    "processingCategory": ({}, "", one_of(
        "contentGeneration", "contentModification", "preOperation",
        "postOperation", "other")),
    "processingStepDescription": ({}, "", is_any),
    "processingStepSettings": ({}, "", is_any),
    "processingSoftware": (
        {}, "(softwareCreator )?(softwareName )?(softwareVersion )?"
        "(applicationDescription )?", None),
    "softwareCreator": ({}, "", is_any),
    "softwareName": ({}, "", is_any),
    "softwareVersion": ({}, "", is_any),
    "applicationDescription": ({}, "", is_any),
    "Layout": ({"STYLEREFS": (is_any, False)}, "(Page )+", None),
    "Page": (
        {"ID": (is_ncname, True), "PHYSICAL_IMG_NR": (is_float, True),
         "PRINTED_IMG_NR": (is_any, False), "PAGECLASS": (is_any, False),
         "WIDTH": (is_float, False), "HEIGHT": (is_float, False),
         "ACCURACY": (is_float, False), "PC": (is_share, False),
         "ROTATION": (is_float, False), "LANG": (is_language, False),
         "STYLEREFS": (is_any, False), "PROCESSINGREFS": (is_any, False)},
        "(TopMargin )?(LeftMargin )?(RightMargin )?(BottomMargin )?"
        "(PrintSpace )?", None),
    "PrintSpace": (SPACE, BLOCKS, None),
    "TextBlock": ({**BLOCK, "LANG": (is_language, False),
                   "BASEDIRECTION": (DIRECTION, False)}, "(TextLine )*", None),
    "TextLine": (
        {"ID": (is_ncname, False), **PLACE, **REFERENCES,
         "BASELINE": (is_any, False), "LANG": (is_language, False),
         "CS": (one_of("true", "false", "0", "1"), False),
         "BASEDIRECTION": (DIRECTION, False)},
        "(String (SP )?)+(HYP )?", None),
    "String": (
        {"ID": (is_ncname, False), **PLACE, **REFERENCES,
         "CONTENT": (is_any, True), "WC": (is_share, False),
         "STYLE": (is_any, False), "CC": (is_any, False),
         "LANG": (is_language, False),
         "CS": (one_of("true", "false", "0", "1"), False)}, "", None),
    "SP": ({"ID": (is_ncname, False), **PLACE}, "", None),
    "HYP": ({**PLACE, "CONTENT": (is_any, True)}, "", None),
}


def faults_of_element(element, name):
    attributes, children, text_type = ELEMENTS[name]
    for key, value in element.attrib.items():
        if key == SCHEMA_LOCATION and name == "alto":
            continue
        if key not in attributes:
            yield f"{name} has no attribute {key}"
        elif not attributes[key][0](value):
            yield f'{name} {key}="{value}" is not of its type'
    for key, (_, required) in attributes.items():
        if required and key not in element.attrib:
            yield f"{name} lacks {key}"
    order = "".join(child.tag.replace(NAMESPACE, "") + " " for child in element)
    if not re.fullmatch(children, order):
        yield f"{name} holds {order.split()[:6]} in a wrong order or number"
    text = element.text or ""
    if text_type is None and text.strip():
        yield f"{name} holds text"
    if text_type is not None and not text_type(text):
        yield f'{name} holds "{text}"'


def box_of(element):
    left, top = (float(element.get(key)) for key in ("HPOS", "VPOS"))
    return (left, top, left + float(element.get("WIDTH")),
            top + float(element.get("HEIGHT")))


def is_within(inner, outer):
    return (inner[0] >= outer[0] and inner[1] >= outer[1] and
            inner[2] <= outer[2] and inner[3] <= outer[3])


def faults_of_places(root):
    for page in root.iter(NAMESPACE + "Page"):
        sheet = (0.0, 0.0, float(page.get("WIDTH")), float(page.get("HEIGHT")))
        for line in page.iter(NAMESPACE + "TextLine"):
            if not is_within(box_of(line), sheet):
                yield line.get("ID") + " lies beyond its page"
            for word in line.iter(NAMESPACE + "String"):
                if not is_within(box_of(word), box_of(line)):
                    yield word.get("ID") + " lies beyond its line"


def faults_of(path):
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        yield f"is no XML: {error}"
        return
    if root.tag != NAMESPACE + "alto":
        yield "is no ALTO of version 4"
        return
    ids, references = set(), []
    for element in root.iter():
        name = element.tag.replace(NAMESPACE, "")
        if name not in ELEMENTS:
            yield f"{name} is not known here"
            continue
        yield from faults_of_element(element, name)
        own = element.get("ID")
        if own in ids:
            yield f"ID {own} stands twice"
        if own:
            ids.add(own)
        for key in REFERENCES:
            references += element.get(key, "").split()
    yield from (f"{one} is no ID" for one in references if one not in ids)
    yield from faults_of_places(root)


def faults_by_schema(paths):
    schema = os.environ.get("DONTHU_ALTO_XSD")
    if not schema:
        print("DONTHU_ALTO_XSD is not set: checked against the restated rules "
              "alone", file=sys.stderr)
        return []
    result = subprocess.run(
        ["xmllint", "--noout", "--nonet", "--schema", schema, *paths],
        capture_output=True, text=True, check=False)
    return result.stderr.splitlines() if result.returncode else []


def main(paths):
    faults = [f"{path}: {fault}" for path in paths for fault in faults_of(path)]
    faults += faults_by_schema(paths)
    print("\n".join(faults + [f"{len(paths)} ALTO files, {len(faults)} faults"]))
    return 1 if faults or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
