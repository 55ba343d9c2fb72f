#!/usr/bin/env python3
"""A made-up social graph and a dated dossier, the same on every machine, in the forms the engines read.

usage: generate.py FOLDER

Writes FOLDER/social.json (a property graph), FOLDER/*.csv (its tables: nodes by id, edges by two ids) and
FOLDER/dated.json (a dossier), FOLDER/actor.csv (its entities:
number and size), FOLDER/tie.csv (its relations: from, to, type, first and last day).
"""

import json
import pathlib
import sys

PERSONS, COUNTRIES, CITIES, TAGS = 1_700, 111, 1_343, 16_080
KNOWS, INTERESTS = 14_000, 40_000
ACTORS, TIES = 4_000, 120_000


class Chance:
    """A linear congruence, so that no library's change of generators moves the graph."""

    def __init__(self, state):
        self.state = state

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n

    def skewed(self, n):
        """Low numbers more often: a few know many."""
        return min(self.below(n), self.below(n))


def pairs(chance, count, left, right, same):
    """Different pairs, without loops, each in one direction only where both sides are of one kind."""
    found = set()
    while len(found) < count:
        a, b = chance.skewed(left), chance.skewed(right)
        if same and a == b:
            continue
        found.add((min(a, b), max(a, b)) if same else (a, b))
    return sorted(found)


def friends(chance, homes):
    """Pairs of persons, every other one of the same country."""
    at_home = {}
    for person, city in homes:
        at_home.setdefault(city % COUNTRIES, []).append(person)
    found = set()
    while len(found) < KNOWS:
        a = chance.skewed(PERSONS)
        near = at_home[homes[a][1] % COUNTRIES]
        b = near[chance.below(len(near))] if chance.below(2) else chance.skewed(PERSONS)
        if a != b:
            found.add((min(a, b), max(a, b)))
    return sorted(found)


def social():
    chance = Chance(7)
    homes = [(person, chance.skewed(CITIES)) for person in range(PERSONS)]
    nodes = {"Country": COUNTRIES, "City": CITIES, "Person": PERSONS, "Tag": TAGS}
    edges = {
        "IS_PART_OF": ("City", "Country", [(c, c % COUNTRIES) for c in range(CITIES)]),
        "IS_LOCATED_IN": ("Person", "City", homes),
        "KNOWS": ("Person", "Person", friends(chance, homes)),
        "HAS_INTEREST": ("Person", "Tag", pairs(chance, INTERESTS, PERSONS, TAGS, False)),
    }
    return nodes, edges


def write_social(folder):
    nodes, edges = social()
    first, numbered = {}, []
    for label, count in nodes.items():
        first[label] = len(numbered)
        numbered += [{"id": len(numbered) + i, "labels": [label], "properties": {"n": i}} for i in range(count)]
        (folder / f"{label}.csv").write_text("".join(f"{first[label] + i},{i}\n" for i in range(count)))
    written = []
    for kind, (left, right, rows) in edges.items():
        rows = [(first[left] + a, first[right] + b) for a, b in rows]
        written += [{"type": kind, "from": a, "to": b} for a, b in rows]
        (folder / f"{kind}.csv").write_text("".join(f"{a},{b}\n" for a, b in rows))
    for number, edge in enumerate(written):
        edge["id"] = number
    (folder / "social.json").write_text(json.dumps({"nodes": numbered, "edges": written}))


def write_dated(folder):
    """Actors and two types of ties that began on one day and ended on another."""
    chance = Chance(11)
    entities = [{"id": f"c{i}", "kind": "country", "names": {"en": [f"Country {i}"]},
                 "attributes": {"size": i % 100}} for i in range(ACTORS)]
    relations, rows = [], []
    for number, (a, b) in enumerate(pairs(chance, TIES, ACTORS, ACTORS, True)):
        start = 1960 + chance.below(50)
        end = start + 1 + chance.below(20)
        kind = ("assists", "cooperates_with")[number % 2]
        relations.append({"id": f"r{number}", "type": kind, "from": f"c{a}", "to": f"c{b}",
                          "when": f"{start}-01-01/{end}-12-31"})
        rows.append(f"{a},{b},{kind},{start}-01-01,{end}-12-31\n")
    dossier = {"format": "entente/1", "vocabulary": "diplomacy", "entities": entities, "relations": relations}
    (folder / "dated.json").write_text(json.dumps(dossier))
    (folder / "actor.csv").write_text("".join(f"{i},{i % 100}\n" for i in range(ACTORS)))
    (folder / "tie.csv").write_text("".join(rows))


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    write_social(folder)
    write_dated(folder)


if __name__ == "__main__":
    main()
