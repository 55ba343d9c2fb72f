#!/usr/bin/env python3
"""Writes what NetworkX answers about classic and random graphs, for tests/unit/algorithm to compare.

usage: networkx_answers.py FOLDER

One file a graph: a line `graph directed|undirected ENTITIES`, lines `edge FROM TO WEIGHT`, then
`vertex MEASURE VALUE...` (a value an entity), `number MEASURE VALUE` and
`edges MEASURE FROM TO VALUE` lines. Made with NetworkX 2.8.8.
"""

import pathlib
import random
import sys

import networkx as nx


def numbered(graph):
    """The graph with vertices 0..n-1 in the order of their names."""
    names = sorted(graph.nodes, key=lambda name: (not isinstance(name, int), str(name).zfill(9)))
    return nx.relabel_nodes(graph, {name: i for i, name in enumerate(names)})


def random_graph(seed, entities, edges, kind):
    rng = random.Random(seed)
    graph = kind()
    graph.add_nodes_from(range(entities))
    reach = entities - entities // 6  # the rest stay isolated
    while graph.number_of_edges() < edges:
        u, v = rng.randrange(reach), rng.randrange(reach)
        if u != v:
            graph.add_edge(u, v, weight=rng.randrange(1, 9) / 4)
    return graph


def graphs():
    yield "karate", nx.karate_club_graph()
    yield "florentine", nx.florentine_families_graph()
    yield "women", nx.davis_southern_women_graph()
    yield "kite", nx.krackhardt_kite_graph()
    yield "miserables", nx.les_miserables_graph()
    yield "digraph-sparse", random_graph(1, 30, 45, nx.DiGraph)
    yield "digraph-dense", random_graph(2, 20, 120, nx.DiGraph)
    yield "graph-sparse", random_graph(3, 40, 40, nx.Graph)
    yield "graph-dense", random_graph(4, 25, 120, nx.Graph)


def attempt(answer):
    """The answer, or None where NetworkX has none."""
    try:
        return answer()
    except (nx.NetworkXException, ZeroDivisionError):
        return None


def vertex_measures(g):
    n = g.number_of_nodes()
    undirected = g.to_undirected()
    directed = g.is_directed()
    yield "degree", dict(g.out_degree() if directed else g.degree())
    yield "strength", dict(g.out_degree(weight="weight") if directed else g.degree(weight="weight"))
    yield "closeness", nx.closeness_centrality(g)
    yield "closeness-weighted", nx.closeness_centrality(g, distance="weight")
    yield "harmonic", nx.harmonic_centrality(g)
    yield "harmonic-weighted", nx.harmonic_centrality(g, distance="weight")
    yield "betweenness", nx.betweenness_centrality(g)
    yield "betweenness-weighted", nx.betweenness_centrality(g, weight="weight")
    yield "pagerank", nx.pagerank(g, weight=None, tol=1e-15, max_iter=10000)
    yield "pagerank-weighted", nx.pagerank(g, tol=1e-15, max_iter=10000)
    restart = {v: float(v % 3) for v in g}
    yield "pagerank-restart", nx.pagerank(g, personalization=restart, weight=None, tol=1e-15, max_iter=10000)
    yield "eigenvector", attempt(lambda: nx.eigenvector_centrality(g, tol=1e-14, max_iter=100000))
    yield "eigenvector-weighted", attempt(
        lambda: nx.eigenvector_centrality(g, weight="weight", tol=1e-14, max_iter=100000))
    yield "katz", attempt(lambda: nx.katz_centrality_numpy(g, alpha=0.05, normalized=False))
    yield "katz-weighted", attempt(
        lambda: nx.katz_centrality_numpy(g, alpha=0.01, normalized=False, weight="weight"))
    hubs, authorities = attempt(lambda: nx.hits(g, max_iter=10000, tol=1e-14)) or (None, None)
    if hubs and min(*hubs.values(), *authorities.values()) < -1e-9:
        # Two singular values are equal, and the vectors that NetworkX mixes are no scores.
        hubs, authorities = None, None
    yield "hits-weighted-hubs", hubs
    yield "hits-weighted-authorities", authorities
    yield "core", nx.core_number(g)
    yield "constraint", nx.constraint(g)
    yield "constraint-weighted", nx.constraint(g, weight="weight")
    yield "effective-size", nx.effective_size(g)
    yield "effective-size-weighted", nx.effective_size(g, weight="weight")
    yield "clustering", nx.clustering(g)
    yield "triangles", nx.triangles(undirected)
    if attempt(lambda: nx.is_connected(undirected)):
        if not directed:
            yield "eccentricity", nx.eccentricity(g)


def numbers(g):
    undirected = g.to_undirected()
    yield "transitivity", nx.transitivity(undirected)
    yield "density", nx.density(g)
    yield "components", nx.number_connected_components(undirected)
    if g.is_directed():
        yield "strong-components", nx.number_strongly_connected_components(g)
        yield "reciprocity", nx.overall_reciprocity(g)
        for name, count in nx.triadic_census(g).items():
            yield "triads-" + name, count
    else:
        yield "biconnected-components", sum(1 for _ in nx.biconnected_components(g))
        yield "bridges", sum(1 for _ in nx.bridges(g))
        yield "cut-vertices", sum(1 for _ in nx.articulation_points(g))
    kinds = {v: v % 3 for v in g}
    nx.set_node_attributes(g, kinds, "kind")
    yield "assortativity-mod-3", nx.attribute_assortativity_coefficient(g, "kind")
    groups = [{v for v in g if v % 3 == k} for k in range(3)]
    yield "modularity-mod-3", nx.algorithms.community.modularity(g, groups, weight=None)
    yield "modularity-mod-3-weighted", nx.algorithms.community.modularity(g, groups)


def write(g, out):
    print("graph", "directed" if g.is_directed() else "undirected", g.number_of_nodes(), file=out)
    for u, v, weight in g.edges(data="weight", default=1):
        print("edge", u, v, repr(float(weight)), file=out)
    for measure, answer in vertex_measures(g):
        if answer is not None:
            values = (repr(float(answer[v])) for v in range(g.number_of_nodes()))
            print("vertex", measure, *values, file=out)
    for measure, answer in numbers(g):
        print("number", measure, repr(float(answer)), file=out)
    for (u, v), value in nx.edge_betweenness_centrality(g).items():
        print("edges", "edge-betweenness", u, v, repr(float(value)), file=out)
    for (u, v), value in nx.edge_betweenness_centrality(g, weight="weight").items():
        print("edges", "edge-betweenness-weighted", u, v, repr(float(value)), file=out)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, graph in graphs():
        graph = numbered(graph)
        for _, _, data in graph.edges(data=True):
            data.setdefault("weight", 1)
        with open(folder / (name + ".txt"), "w", encoding="utf-8") as out:
            write(graph, out)


if __name__ == "__main__":
    main()
