#!/usr/bin/env python3
"""A made-up dossier of any size, as JSON Lines: bench/dossier.py ENTITIES [SEED].

Countries, organisations, agreements, people and events in the proportions of a real dossier, about
two relations an entity, dated from 1950 on: some ends open, some unknown, some only planned. The
same numbers give the same bytes.
"""
import json
import random
import sys

KINDS = [("country", 0.15), ("organisation", 0.1), ("agreement", 0.3), ("person", 0.3), ("event", 0.15)]
TIES = [  # type, from, to, share
    ("party_to", "country", "agreement", 0.4),
    ("member_of", "country", "organisation", 0.15),
    ("met_with", "person", "person", 0.15),
    ("signed", "person", "agreement", 0.1),
    ("attended", "country", "event", 0.15),
    ("supersedes", "agreement", "agreement", 0.05),
]


def when(rng, kind):
    year = rng.randint(1950, 2020)
    if kind in ("met_with", "signed", "attended", "supersedes"):
        return f"{year}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    end = rng.choice(["", "..", str(year + rng.randint(1, 20))])
    return f"{year}/{end}"


def records(count, seed):
    rng = random.Random(seed)
    yield {"dossier": {"format": "entente/1", "vocabulary": "diplomacy", "title": {"en": f"{count} entities made up"}}}
    yield {"entity": {"id": "doc", "kind": "document", "names": {"en": ["Made-up source"]}}}
    of_kind = {}
    for kind, share in KINDS:
        for number in range(max(2, round(count * share))):
            name = f"{kind.capitalize()} {number + 1}"
            entity = {"id": f"{kind}-{number}", "kind": kind, "names": {"en": [name]}}
            if kind in ("agreement", "event", "organisation"):
                entity["when"] = str(rng.randint(1950, 2020)) if kind == "event" else f"{rng.randint(1950, 2020)}/"
            of_kind.setdefault(kind, []).append(entity["id"])
            yield {"entity": entity}
    number = 0
    seen = set()
    for kind, source, target, share in TIES:
        for _ in range(round(2 * count * share)):
            # Some take part in much more than others.
            ends = of_kind[source], of_kind[target]
            a, b = (group[int(len(group) * rng.random() ** 2)] for group in ends)
            if a == b or (kind == "supersedes" and a < b) or (kind, a, b) in seen:
                continue
            seen.add((kind, a, b))
            number += 1
            relation = {"id": f"r{number}", "type": kind, "from": a, "to": b, "when": when(rng, kind),
                        "evidence": [{"source": "doc", "at": f"p. {number}"}]}
            if rng.random() < 0.05:
                relation["modality"] = "plan"
            yield {"relation": relation}


def main():
    count = int(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    for record in records(count, seed):
        print(json.dumps(record, ensure_ascii=False))


main()
