#!/usr/bin/python3
"""Validates records against the JSON Schema (draft 2020-12, with formats).

validate_records.py SCHEMA RECORDS.jsonl
    exits 1 where a record does not fit, naming its line and the path
validate_records.py --accepted SCHEMA MUTANTS.jsonl
    prints the numbers of the lines that fit, one a line; exits 0

Prints no value of a record: it may be personal.
"""

import json
import sys

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import best_match


def load_validator(path):
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def records(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file, 1):
            yield number, json.loads(line)


def print_accepted(validator, path):
    for number, record in records(path):
        if validator.is_valid(record):
            print(number)
    return 0


def print_refused(validator, path):
    refused = 0
    for number, record in records(path):
        for outer in validator.iter_errors(record):
            refused += 1
            error = best_match([outer])
            print(f"line {number}: {error.json_path}: {error.validator}",
                  file=sys.stderr)
    return 1 if refused else 0


def main(args):
    if args and args[0] == "--accepted":
        report, args = print_accepted, args[1:]
    else:
        report = print_refused
    if len(args) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    return report(load_validator(args[0]), args[1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
