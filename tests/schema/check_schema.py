#!/usr/bin/env python3
"""The dossier schema is valid, knows the vocabulary, and tells good dossiers from bad ones.

Needs Debian's python3-jsonschema; without it the test fails rather than passes unseen."""

import json
import pathlib
import sys

import jsonschema

FEWEST_BAD_SAMPLES = 20


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def constants(schema, name):
    return {choice["const"] for choice in schema["$defs"][name]["oneOf"]}


def ids(definitions):
    return {definition["id"] for definition in definitions}


def main(root):
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

    bad = sorted((root / "tests/schema/bad").glob("*.json"))
    failures += [f"{path}: accepted" for path in bad if validator.is_valid(read(path))]
    if not good or len(bad) < FEWEST_BAD_SAMPLES:
        failures.append("samples are missing")

    print("\n".join(failures) or f"{len(good)} accepted, {len(bad)} refused")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
