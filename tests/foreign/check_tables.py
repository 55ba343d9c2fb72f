"""Reads with other programs' readers what the tool writes of a dossier: the same counts, ids,
degrees, dates and texts.

    check_tables.py TOOL DOSSIER FORMAT
"""

import collections
import csv
import glob
import html.parser
import json
import os
import sqlite3
import subprocess
import sys
import tempfile

tool, dossier, target = sys.argv[1:]


def convert(to, path):
    done = subprocess.run([tool, "convert", dossier, "--to", to, "--output", path],
                          capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)


def expect(found, wanted, what):
    if found != wanted:
        sys.exit(f"{target}: {what}: found {found!r:.300}, wanted {wanted!r:.300}")


def degrees(ends):
    count = collections.Counter()
    for start, end in ends:
        count[start] += 1
        count[end] += 1
    return count


def names_of(entity):
    return sorted((entity["id"], language, name) for language, names in entity.get("names", {}).items()
                  for name in names)


def when_text(record):
    when = record.get("when")
    return f"{when['start']}/{when['end']}" if isinstance(when, dict) else when


folder = tempfile.TemporaryDirectory()
endings = {"neo4j": "", "graphframes": ""}
path = os.path.join(folder.name, "written" + endings.get(target, "." + target))
own = os.path.join(folder.name, "own.json")
convert("json", own)
with open(own, encoding="utf-8") as file:
    wanted = json.load(file)
entities = {entity["id"]: entity for entity in wanted["entities"]}
relations = {relation["id"]: relation for relation in wanted["relations"]}
ends = degrees((relation["from"], relation["to"]) for relation in relations.values())
convert(target, path)


def check_xlsx():
    import openpyxl
    book = openpyxl.load_workbook(path)
    expect(book.sheetnames, ["entities", "names", "relations", "evidence"], "sheets")
    rows = {}
    for sheet in book:
        cells = list(sheet.iter_rows())
        expect([cell.coordinate for row in cells for cell in row if cell.data_type == "f"], [],
               f"formulas in {sheet.title}")
        titles = [cell.value for cell in cells[0]]
        rows[sheet.title] = [dict(zip(titles, (cell.value for cell in row))) for row in cells[1:]]
    expect({row["id"] for row in rows["entities"]}, set(entities), "entities")
    expect({row["id"]: row["when"] for row in rows["relations"]},
           {name: when_text(one) for name, one in relations.items()}, "dates")
    expect(degrees((row["from"], row["to"]) for row in rows["relations"]), ends, "degrees")
    expect(sorted((row["entity"], row["language"], row["name"]) for row in rows["names"]),
           sorted(name for one in entities.values() for name in names_of(one)), "names")
    expect(len(rows["evidence"]), sum(len(one.get("evidence", [])) for one in relations.values()),
           "evidence")


def check_sqlite():
    database = sqlite3.connect(path)
    expect(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)], "integrity")
    expect(database.execute("PRAGMA foreign_key_check").fetchall(), [], "references")
    expect({row[0] for row in database.execute("SELECT id FROM entities")}, set(entities), "entities")
    expect(dict(database.execute("SELECT id, edtf FROM relations")),
           {name: when_text(one) for name, one in relations.items()}, "dates")
    expect(degrees(database.execute("SELECT from_id, to_id FROM relations")), ends, "degrees")
    expect(sorted(database.execute("SELECT entity, language, name FROM names")),
           sorted(name for one in entities.values() for name in names_of(one)), "names")
    named = database.execute("SELECT count(*), count(from_name), count(phrase), count(to_name) FROM "
                             "relations_named").fetchone()
    expect(named, (len(relations),) * 4, "relations_named")
    values = database.execute("SELECT count(DISTINCT id || '\t' || name) FROM attributes WHERE record "
                              "= 'relation' AND name NOT IN ('certainty', 'why', 'inferred_end', "
                              "'inferred_end_qualified', 'inferred_from')").fetchone()[0]
    expect(values, sum(len(one.get("attributes", {})) for one in relations.values()), "attributes")


def check_ftm():
    with open(path, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    expect(len({line["id"] for line in lines}), len(entities) + len(relations), "ids")
    for line in lines:
        for name, values in line["properties"].items():
            expect({type(value) for value in values}, {str}, f"values of {name} in {line['id']}")
    sides = {"Membership": ("member", "organization"), "Occupancy": ("holder", "post"),
             "UnknownLink": ("subject", "object"), "Documentation": ("entity", "document"),
             "Payment": ("payer", "beneficiary"), "Succession": ("predecessor", "successor")}
    edges = [line for line in lines if line["id"] not in entities]
    expect(degrees((edge["properties"][sides[edge["schema"]][0]][0],
                    edge["properties"][sides[edge["schema"]][1]][0]) for edge in edges), ends,
           "degrees")


def rows_of(pattern):
    rows = []
    for name in sorted(glob.glob(os.path.join(path, pattern))):
        with open(name, encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file, strict=True)
    return rows


def check_neo4j():
    expect({row["id:ID(entente)"] for row in rows_of("nodes-*.csv")}, set(entities), "nodes")
    edges = rows_of("relations-*.csv")
    expect({row["id"]: row["when"] for row in edges},
           {name: when_text(one) or "" for name, one in relations.items()}, "dates")
    expect(degrees((row[":START_ID(entente)"], row[":END_ID(entente)"]) for row in edges), ends,
           "degrees")
    expect({row["id"]: row[":TYPE"] for row in edges},
           {name: one["type"] for name, one in relations.items()}, "types")


def check_graphframes():
    expect({row["id"] for row in rows_of("vertices/part-*.csv")}, set(entities), "vertices")
    edges = rows_of("edges/part-*.csv")
    expect(degrees((row["src"], row["dst"]) for row in edges), ends, "degrees")


class Tags(html.parser.HTMLParser):
    """Whether tags are balanced, and how many there are of each."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.count = collections.Counter()
        self.anchors = set()
        self.links = set()

    def handle_starttag(self, tag, attributes):
        self.count[tag] += 1
        attributes = dict(attributes)
        if "id" in attributes:
            self.anchors.add("#" + attributes["id"])
        if attributes.get("href", "").startswith("#"):
            self.links.add(attributes["href"])
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        expect(self.open.pop(), tag, "the tag closed")


def check_html():
    tags = Tags()
    with open(path, encoding="utf-8") as file:
        tags.feed(file.read())
    tags.close()
    expect(tags.open, [], "tags left open")
    expect(tags.count["script"], 0, "scripts")
    expect(tags.count["tr"], 3 + len(entities) + len(relations), "rows")
    expect(tags.links - tags.anchors, set(), "links to nowhere")


globals()[f"check_{target}"]()
