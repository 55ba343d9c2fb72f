"""Other programs read what we write, and we read what they write: the same nodes, edges, degrees
and attributes. Usage: foreign_readers.py ENTENTE DOSSIER"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile

import igraph
import networkx as nx
from networkx.readwrite import gexf, json_graph

# Versions of NetworkX before 3.4 read GEXF 1.3 once they know its name.
gexf.GEXF.versions.setdefault("1.3", {**gexf.GEXF.versions["1.2draft"], "VERSION": "1.3",
                                      "NS_GEXF": "http://gexf.net/1.3"})

entente, dossier = sys.argv[1:3]
failures = 0


def expect(claim, what):
    global failures
    if not claim:
        failures += 1
        print("does not hold:", what)


def run(*words):
    return subprocess.run([entente, *words], check=True, capture_output=True, text=True).stdout


def table(*words):
    return list(csv.DictReader(run(*words, "--format", "csv").splitlines()))


original = json.loads(run("convert", dossier, "--to", "json"))
entities = {e["id"]: e for e in original["entities"]}
relations = {r["id"]: r for r in original["relations"]}
degrees = {}
for r in relations.values():
    for end in (r["from"], r["to"]):
        degrees[end] = degrees.get(end, 0) + 1


def degree_of(entity):
    return degrees.get(entity, 0)


def check_networkx(name, graph, key=lambda node, data: data.get("entity", node)):
    nodes = {key(n, d): d for n, d in graph.nodes(data=True)}
    expect(set(nodes) == set(entities), f"{name}: the same nodes")
    expect(graph.number_of_edges() == len(relations), f"{name}: as many edges")
    expect(all(d == degree_of(key(n, graph.nodes[n])) for n, d in graph.degree()),
           f"{name}: the same degrees")
    expect(all(nodes[i]["kind"] == e["kind"] for i, e in entities.items()), f"{name}: kinds")
    types = sorted(d["type"] for *_, d in graph.edges(data=True))
    expect(types == sorted(r["type"] for r in relations.values()), f"{name}: types")
    whens = sorted(d["when"] for *_, d in graph.edges(data=True) if isinstance(d.get("when"), str))
    expect(whens == sorted(r["when"] for r in relations.values()
                           if isinstance(r.get("when"), str)) or name != "node-link",
           f"{name}: dates")


def ours(folder):
    """What we write, read by others."""
    def path(name):
        return str(folder / name)

    for name in ("graphml", "gexf", "dot"):
        run("convert", dossier, "--to", name, "--output", path("o." + name))
    run("convert", dossier, "--to", "node-link", "--output", path("links.json"))
    run("convert", dossier, "--to", "cytoscape", "--output", path("cy.json"))
    run("convert", dossier, "--to", "csv", "--output", path("tables"))
    check_networkx("graphml", nx.read_graphml(path("o.graphml"), force_multigraph=True))
    check_networkx("gexf", nx.read_gexf(path("o.gexf")))
    check_networkx("node-link", json_graph.node_link_graph(
        json.loads(pathlib.Path(path("links.json")).read_text())))
    cytoscape = json.loads(pathlib.Path(path("cy.json")).read_text())["elements"]
    expect(len(cytoscape["nodes"]) == len(entities), "cytoscape: nodes")
    expect(len(cytoscape["edges"]) == len(relations), "cytoscape: edges")

    graph = igraph.Graph.Read_GraphML(path("o.graphml"))
    expect(graph.vcount() == len(entities) and graph.ecount() == len(relations), "igraph: counts")
    ids = [v["entity"] or v["id"] for v in graph.vs]
    expect(all(d == degree_of(i) for i, d in zip(ids, graph.degree())), "igraph: degrees")
    expect(all(v["kind"] == entities[i]["kind"] for i, v in zip(ids, graph.vs)), "igraph: kinds")

    canonical = subprocess.run(["dot", "-Tcanon", path("o.dot")], check=True, capture_output=True,
                               text=True).stdout
    expect(canonical.count(" -> ") >= len(relations), "dot: edges")

    with open(path("tables/nodes.csv"), newline="") as file:
        rows = {row["Id"]: row for row in csv.DictReader(file)}
    expect({i: r["Kind"] for i, r in rows.items()} == {i: e["kind"] for i, e in entities.items()},
           "csv: nodes")
    with open(path("tables/edges.csv"), newline="") as file:
        rows = {row["Id"]: row for row in csv.DictReader(file)}
    expect({i: (r["Source"], r["Target"], r["Kind"]) for i, r in rows.items()} ==
           {i: (r["from"], r["to"], r["type"]) for i, r in relations.items()}, "csv: edges")


def sample_graphs():
    plain = nx.karate_club_graph()
    yield "undirected", nx.relabel_nodes(plain, lambda n: f"member {n}")
    directed = nx.DiGraph(name="A small one")
    directed.add_node("甲", label="甲さん", size=3, score=0.5, is_head=True)
    directed.add_node("b <&> \"c\"", label="tab\there")
    directed.add_edge("甲", "b <&> \"c\"", weight=2.5, note="käse\nzwei")
    directed.add_edge("b <&> \"c\"", "甲", weight=1)
    yield "directed", directed
    multi = nx.MultiDiGraph()
    for i in range(6):
        multi.add_edge("x", "y", weight=i)
        multi.add_edge("y", "z", weight=i)
    yield "parallel", multi


def theirs(folder):
    """What NetworkX writes, read by us."""
    for name, graph in sample_graphs():
        files = {"graphml": folder / f"{name}.graphml", "gexf": folder / f"{name}.gexf",
                 "node-link": folder / f"{name}.json", "cytoscape": folder / f"{name}.cyjs"}
        nx.write_graphml(graph, files["graphml"])
        nx.write_gexf(graph, files["gexf"])
        files["node-link"].write_text(json.dumps(json_graph.node_link_data(graph)))
        files["cytoscape"].write_text(json.dumps(json_graph.cytoscape_data(graph)))
        for kind, path in files.items():
            what = f"{kind} of NetworkX, {name}"
            read = json.loads(run("convert", str(path), "--to", "json"))
            expect({e["id"] for e in read["entities"]} == {str(n) for n in graph.nodes}, what)
            expect(len(read["relations"]) == graph.number_of_edges(), what + ": edges")
            weights = sorted(r["attributes"]["weight"] for r in read["relations"]
                             if "weight" in r.get("attributes", {}))
            expect(weights == sorted(w for *_, w in graph.edges(data="weight") if w is not None),
                   what + ": weights")
            ranked = {row["entity"]: float(row["score"]) for row in
                      table("rank", str(path), "--by", "betweenness", "--direction",
                            "out" if graph.is_directed() else "both", "--scale", "raw",
                            "--isolated")}
            simple = nx.DiGraph(graph) if graph.is_directed() else nx.Graph(graph)
            scores = nx.betweenness_centrality(simple, normalized=False)
            factor = 1 if graph.is_directed() else 2
            expect(all(abs(ranked[str(n)] - factor * s) < 1e-9 for n, s in scores.items()),
                   what + ": betweenness")


def edited(folder):
    """What others change in our files, read by us."""
    def names_of(path):
        read = json.loads(run("convert", str(path), "--to", "json"))
        return {e["id"]: e["names"].get("en", [None])[0] for e in read["entities"] if "names" in e}

    run("convert", dossier, "--to", "graphml", "--output", str(folder / "g.graphml"))
    graph = nx.read_graphml(str(folder / "g.graphml"), force_multigraph=True)
    before = names_of(folder / "g.graphml")
    nx.write_graphml(graph, str(folder / "same.graphml"))
    expect(names_of(folder / "same.graphml") == before, "edited: nothing")
    graph.nodes["japan"]["label"] = "Land of the Rising Sun"
    nx.write_graphml(graph, str(folder / "new.graphml"))
    wanted = dict(before, japan="Land of the Rising Sun")
    expect(names_of(folder / "new.graphml") == wanted, "edited: GraphML of NetworkX")

    graph = igraph.Graph.Read_GraphML(str(folder / "g.graphml"))
    graph.vs.find(id="japan")["label"] = "Land of the Rising Sun"
    graph.write_graphml(str(folder / "i.graphml"))
    expect(names_of(folder / "i.graphml") == wanted, "edited: GraphML of igraph")

    run("convert", dossier, "--to", "node-link", "--output", str(folder / "n.json"))
    data = json.loads((folder / "n.json").read_text())
    graph = json_graph.node_link_graph(data)
    graph.nodes["japan"]["label"] = "Land of the Rising Sun"
    written = json_graph.node_link_data(graph)
    for edges in ("links", "edges"):  # as NetworkX calls them before and from 3.4 on
        renamed = {edges if k in ("links", "edges") else k: v for k, v in written.items()}
        (folder / "m.json").write_text(json.dumps(renamed))
        expect(names_of(folder / "m.json") == wanted, f"edited: {edges} of NetworkX")

    hostile = {"format": "entente/1", "vocabulary": "diplomacy", "relations": [], "entities": [
        {"id": "a", "kind": "country", "names": {"en": ['The "A" \\\\ B\n\u0001\\u0041']}}]}
    (folder / "h.json").write_text(json.dumps(hostile))
    run("convert", str(folder / "h.json"), "--to", "dot", "--output", str(folder / "o.dot"))
    found = subprocess.run(["gvpr", 'N { print(aget($, "names")); }', str(folder / "o.dot")],
                           capture_output=True, text=True, check=True).stdout
    expect(json.loads(found) == hostile["entities"][0]["names"], "dot: JSON in an attribute")
    back = json.loads(run("convert", str(folder / "o.dot"), "--to", "json"))
    expect(back["entities"] == hostile["entities"], "dot: read back")


with tempfile.TemporaryDirectory() as name:
    edited(pathlib.Path(name))
    ours(pathlib.Path(name))
    theirs(pathlib.Path(name))
sys.exit(failures > 0)
