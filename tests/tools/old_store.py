#!/usr/bin/env python3
"""The store of version 1 for package_test.sh: made, checked, aged.

old_store.py make STORE    makes it from store_v1.sql
old_store.py check FOLDER  every record of it is in FOLDER/store.sqlite and
                           records.jsonl, no older, and a person's unchanged
old_store.py age STORE     marks it as made by a program yet to be written
"""
import json
import pathlib
import sqlite3
import sys

SQL = pathlib.Path(__file__).parents[1] / "pipeline/store/store_v1.sql"
LETTERS_OF_1 = "SELECT record_id, revision, reviewed, record FROM letters"
LETTERS = ("SELECT record_id, revision, reviewed, record"
           " FROM letters JOIN records USING (record_id)")


def old_store():
    store = sqlite3.connect(":memory:")
    store.executescript(SQL.read_text(encoding="utf-8"))
    return store


def make(path):
    with sqlite3.connect(path) as store:
        store.executescript(SQL.read_text(encoding="utf-8"))


def check(folder):
    store = sqlite3.connect(pathlib.Path(folder, "store.sqlite"))
    now = {row[0]: row for row in store.execute(LETTERS)}
    with open(pathlib.Path(folder, "records.jsonl"), encoding="utf-8") as file:
        listed = {json.loads(line)["record_id"] for line in file}
    before = old_store().execute(LETTERS_OF_1).fetchall()
    assert before, "store_v1.sql holds no letter"
    for record_id, revision, reviewed, record in before:
        assert record_id in now, record_id + " is lost"
        assert record_id in listed, record_id + " is not in records.jsonl"
        assert now[record_id][1] >= revision, record_id + " went back"
        if reviewed:
            assert now[record_id][3] == record, record_id + " was changed"
    assert len(now) == len(before) + 1, "the new scan has no record"


def age(path):
    with sqlite3.connect(path) as store:
        store.execute("PRAGMA user_version = 1000000")


{"make": make, "check": check, "age": age}[sys.argv[1]](sys.argv[2])
