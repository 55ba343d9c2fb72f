#!/usr/bin/python3
"""NetworkX on the rows it can finish: those of the small graph.

usage: networkx_rows.py GRAPH=FILE…
"""

import itertools

import networkx as nx

import rows


def hops_between(g, edges):
    pairs = zip(edges.ask_from[: rows.PATH_QUESTIONS], edges.ask_to)
    return sum(nx.shortest_path_length(g, s, t) for s, t in pairs if nx.has_path(g, s, t))


def yen(g, edges):
    pairs = zip(edges.ask_from[: rows.YEN_QUESTIONS], edges.ask_to)
    return sum(len(path) - 1
               for s, t in pairs
               for path in itertools.islice(nx.shortest_simple_paths(g, s, t), rows.YEN_PATHS))


def flow_between(g, edges):
    pairs = list(zip(edges.ask_from, edges.ask_to))[:rows.FLOW_QUESTIONS]
    return sum(nx.maximum_flow_value(g, a, b, capacity="weight") for a, b in pairs)


def add_rows(add, edges):
    g = nx.Graph()
    g.add_nodes_from(range(edges.vertices))
    g.add_weighted_edges_from(zip(edges.start, edges.end, edges.weight))
    first = edges.ask_from[0]
    add("bfs", lambda: sum(nx.single_source_shortest_path_length(g, first).values()))
    add("st-path", lambda: hops_between(g, edges), rows.PATH_QUESTIONS)
    add("dijkstra", lambda: sum(nx.single_source_dijkstra_path_length(g, first).values()))
    add("pagerank-1e-10",
        lambda: sum(x * x for x in nx.pagerank(g, tol=1e-10 / edges.vertices, max_iter=1000, weight=None).values()))
    add("components", lambda: nx.number_connected_components(g))
    add("cores", lambda: sum(nx.core_number(g).values()))
    add("triangles", lambda: sum(nx.triangles(g).values()) / 3)
    add("louvain", lambda: nx.community.modularity(g, nx.community.louvain_communities(g, weight=None, seed=1), weight=None))
    add("yen", lambda: yen(g, edges), rows.YEN_QUESTIONS)
    add("max-flow", lambda: flow_between(g, edges), rows.FLOW_QUESTIONS)


if __name__ == "__main__":
    rows.run(add_rows)
