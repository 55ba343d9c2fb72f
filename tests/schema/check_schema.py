#!/usr/bin/env python3
"""The dossier schema is valid, knows the vocabulary, and tells good dossiers from bad ones.

Needs Debian's python3-jsonschema; without it the test fails rather than passes unseen."""

import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

FEWEST_BAD_SAMPLES = 20


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def constants(schema, name):
    return {choice["const"] for choice in schema["$defs"][name]["oneOf"]}


def ids(definitions):
    return {definition["id"] for definition in definitions}


def unresolved(schema):
    """References within a schema that lead nowhere, and definitions that nothing refers to."""
    refs = set()

    def gather(node):
        if isinstance(node, dict):
            refs.update([node["$ref"]] if isinstance(node.get("$ref"), str) else [])
            node = list(node.values())
        if isinstance(node, list):
            for child in node:
                gather(child)

    gather(schema)
    known = {f"#/$defs/{name}" for name in schema.get("$defs", {})}
    return [f"no such definition: {ref}" for ref in sorted(refs - known)] + [
        f"refers to no definition: {ref}" for ref in sorted(known - refs)]


TABLES = {
    "plain.csv": "Member,Treaty,Start,End\nJapan,Pact,1939,present\nPeru,Pact,?,1943\n",
    "titled.csv": "Parties;;;\n;;;\nCountry;Treaty;Status;Source\nJapan;Pact;planned;Gazette\n"
                  "Peru;Pact;alleged;\n",
    "typed.csv": "person,type,company,share,as of\nAda,owner,Acme,1,5/6/2018\n",
    "split.csv": "Parties,Treaty,{odd}\nJapan;Peru,Pact,x\n",
    "alone.csv": "Name,Remark\nAda Lovelace,x y\nBob,z\n",
}


def proposals(tool, root):
    with tempfile.TemporaryDirectory() as folder:
        files = [root / "data/samples/harbour-ties.xlsx"]
        for name, text in TABLES.items():
            files.append(pathlib.Path(folder) / name)
            files[-1].write_text(text, encoding="utf-8")
        for file in files:
            made = subprocess.run([tool, "import", file, "--propose"], capture_output=True, check=True)
            yield file.name, json.loads(made.stdout)


def main(root, tool):
    schema = read(root / "data/schema/dossier.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failures = []

    vocabulary = read(root / "data/vocabulary/diplomacy.json")
    if constants(schema, "diplomacy_kind") != ids(vocabulary["kinds"]):
        failures.append("the schema lists other kinds than the vocabulary")
    if constants(schema, "diplomacy_type") != ids(vocabulary["types"]):
        failures.append("the schema lists other types than the vocabulary")

    good = sorted((root / "data/japan-nato").glob("*.json"))
    good += sorted((root / "tests/schema/good").glob("*.json"))
    for path in good:
        failures += [f"{path}: {error.json_path}: {error.message}"
                     for error in validator.iter_errors(read(path))]

    mapping_schema = read(root / "data/schema/mapping.schema.json")
    jsonschema.Draft202012Validator.check_schema(mapping_schema)
    mappings = sorted((root / "data/mappings").glob("*.json")) + [root / "data/samples/harbour-ties-map.json"]
    for path in mappings:
        failures += [f"{path}: {error.json_path}: {error.message}"
                     for error in jsonschema.Draft202012Validator(mapping_schema).iter_errors(read(path))]
    wrong = [{}, {"format": "entente-mapping/1", "tabels": []},
             {"format": "entente-mapping/1", "relation": {"type": "x", "from": "{a}"}},
             {"format": "entente-mapping/1", "columns": {"a": {"date": "dym"}}}]
    failures += [f"accepted as a mapping: {each}" for each in wrong
                 if jsonschema.Draft202012Validator(mapping_schema).is_valid(each)]

    failures += [f"{each.get('title')}: {fault}" for each in (schema, mapping_schema)
                 for fault in unresolved(each)]
    for name, proposal in proposals(tool, root):
        failures += [f"proposal for {name}: {error.json_path}: {error.message}" for error in
                     jsonschema.Draft202012Validator(mapping_schema).iter_errors(proposal)]

    bad = sorted((root / "tests/schema/bad").glob("*.json"))
    failures += [f"{path}: accepted" for path in bad if validator.is_valid(read(path))]
    if not good or len(bad) < FEWEST_BAD_SAMPLES:
        failures.append("samples are missing")

    print("\n".join(failures) or f"{len(good)} accepted, {len(bad)} refused")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), sys.argv[2]))
