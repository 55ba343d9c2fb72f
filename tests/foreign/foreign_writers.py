"""We read what other programs write: graphs of all kinds, of NetworkX and igraph, with names,
numbers and texts that need care, as each program itself understands them.
Usage: foreign_writers.py ENTENTE"""

import collections
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

import igraph
import networkx as nx
from networkx.readwrite import json_graph

entente = sys.argv[1]
failures = 0
texts = ["a", "b c", "日本", '"q"', "it's", "<&>", "-1", "0", "007", "1e5", "é", "e\u0301",
         "  lead", "tail  ", "\U0001F600", "a;b", "a,b", "true", "null", "#c", "node", "ab" * 300]


def expect(claim, what):
    global failures
    if not claim:
        failures += 1
        print("does not hold:", what)


def read(path, *options):
    words = [entente, "convert", str(path), "--to", "json", *options]
    return json.loads(subprocess.run(words, check=True, capture_output=True).stdout)


def drawn(seed, kind, numbered):
    r = random.Random(seed)
    graph = kind()
    ids = list(range(r.randint(0, 9))) if numbered else r.sample(texts, r.randint(0, 9))
    for one in ids:
        data = {}
        if r.random() < .6:
            data["label"] = r.choice(texts)
        if r.random() < .4:
            data["size"] = r.choice([1, 2.5, -3, 0, 10**12])
        if r.random() < .3:
            data["flag"] = r.choice([True, False])
        if r.random() < .3:
            data["note"] = r.choice([*texts, ""])
        graph.add_node(one, **data)
    for _ in range(r.randint(0, 2 * len(ids))):
        data = {}
        if r.random() < .6:
            data["weight"] = r.choice([1.0, 2.5, 0.1, 1e-300, 3e8])
        if r.random() < .3:
            data["type"] = r.choice(["knows", "likes", "日"])
        if r.random() < .3:
            data["count"] = r.choice([1, 2, 2**40])
        graph.add_edge(r.choice(ids), r.choice(ids), **data)
    return graph


def values(edges, name, of=lambda value: value):
    return collections.Counter(of(data[name]) for data in edges if name in data)


def check(what, graph, found):
    nodes = {e["id"]: e for e in found["entities"]}
    relations = found["relations"]
    expect(set(nodes) == {str(one) for one in graph}, f"{what}: the same nodes")
    expect(len(relations) == graph.number_of_edges(), f"{what}: as many edges")
    degrees = collections.Counter(r[end] for r in relations for end in ("from", "to"))
    expect(all(degrees[str(one)] == degree for one, degree in graph.degree()), f"{what}: degrees")
    edges = [data for *_, data in graph.edges(data=True)]
    ours = [r.get("attributes", {}) for r in relations]
    for name in ("weight", "count"):
        expect(values(edges, name, float) == values(ours, name, float), f"{what}: {name}")
    types = collections.Counter(r["type"] for r in relations if not r["type"].startswith("edge"))
    expect(types == values(edges, "type"), f"{what}: types")
    for one, data in graph.nodes(data=True):
        node = nodes[str(one)]
        for name in ("size", "flag", "note"):
            expect(node.get("attributes", {}).get(name) == data.get(name), f"{what}: {one} {name}")
        names = [name for list_ in node.get("names", {}).values() for name in list_]
        if "label" in data:
            expect(data["label"] in names, f"{what}: {one} is called {data['label']}")


def check_networkx(folder, seed):
    kinds = (nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph)
    kind = kinds[seed % 4]
    graph = drawn(seed, kind, seed % 8 < 4)
    what = f"{kind.__name__} of seed {seed}"
    nx.write_graphml(graph, folder / "n.graphml", named_key_ids=seed % 3 == 0)
    check(f"{what} in GraphML", graph, read(folder / "n.graphml"))
    nx.write_gexf(graph, folder / "n.gexf")
    check(f"{what} in GEXF", graph, read(folder / "n.gexf"))
    for links in ("links", "edges"):
        data = json_graph.node_link_data(graph, link=links)
        (folder / "n.json").write_text(json.dumps(data))
        check(f"{what} as node-link", graph, read(folder / "n.json", "--from", "node-link"))
    (folder / "n.cyjs").write_text(json.dumps(json_graph.cytoscape_data(graph)))
    check(f"{what} for Cytoscape", graph, read(folder / "n.cyjs"))


def check_igraph(folder, seed):
    r = random.Random(seed)
    count = r.randint(0, 12)
    edges = [(r.randrange(count), r.randrange(count)) for _ in range(20)] if count else []
    graph = igraph.Graph(n=count, edges=edges, directed=seed % 2 == 0)
    graph.vs["name"] = [r.choice(texts) for _ in range(count)]
    graph.vs["x"] = [r.random() * 10 ** r.randint(-5, 20) for _ in range(count)]
    graph.es["weight"] = [r.choice([1, 2.5, math.nan]) for _ in edges]
    graph.write_graphml(str(folder / "i.graphml"))
    found = read(folder / "i.graphml")
    nodes = {e["id"]: e for e in found["entities"]}
    degrees = collections.Counter(r[end] for r in found["relations"] for end in ("from", "to"))
    what = f"igraph of seed {seed}"
    expect([degrees[f"n{i}"] for i in range(count)] == graph.degree(), f"{what}: degrees")
    for i in range(count):
        node = nodes[f"n{i}"]
        expect(node["names"]["und"] == [graph.vs["name"][i]], f"{what}: names")
        expect(math.isclose(node["attributes"]["x"], graph.vs["x"][i], rel_tol=1e-9), f"{what}: x")
    weights = [r["attributes"]["weight"] for r in found["relations"]
               if isinstance(r.get("attributes", {}).get("weight"), float)]
    expect(sorted(weights) == sorted(w for w in graph.es["weight"] if not math.isnan(w)),
           f"{what}: weights")


with tempfile.TemporaryDirectory() as temporary:
    for seed in range(24):
        check_networkx(pathlib.Path(temporary), seed)
        check_igraph(pathlib.Path(temporary), seed)
if failures:
    sys.exit(f"{failures} do not hold")
