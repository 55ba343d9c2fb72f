#!/usr/bin/python3
"""graph-tool, on one thread.

usage: graph_tool_rows.py GRAPH=FILE…
"""

import graph_tool
import graph_tool.centrality
import graph_tool.clustering
import graph_tool.topology
import numpy

import rows


def finite_sum(distances):
    """Of distances that are not the largest number there is."""
    values = distances.a
    return values[values < numpy.iinfo(values.dtype).max].sum()


def hops_between(g, edges):
    total = 0
    for s, t in zip(edges.ask_from[: rows.PATH_QUESTIONS], edges.ask_to):
        total += len(graph_tool.topology.shortest_path(g, g.vertex(s), g.vertex(t))[1])
    return total


def sum_of_squares(scores):
    return (scores.a / scores.a.sum() * (scores.a / scores.a.sum())).sum()


def add_rows(add, edges):
    g = graph_tool.Graph(directed=False)
    g.add_vertex(edges.vertices)
    g.add_edge_list(numpy.column_stack([edges.start, edges.end]))
    weight = g.new_edge_property("int", vals=edges.weight)
    first = g.vertex(edges.ask_from[0])
    add("bfs", lambda: finite_sum(graph_tool.topology.shortest_distance(g, first)))
    add("st-path", lambda: hops_between(g, edges), rows.PATH_QUESTIONS)
    add("dijkstra", lambda: finite_sum(graph_tool.topology.shortest_distance(g, first, weights=weight)))
    add("pagerank-20",
        lambda: sum_of_squares(graph_tool.centrality.pagerank(g, epsilon=0, max_iter=20)))
    add("pagerank-1e-10", lambda: sum_of_squares(graph_tool.centrality.pagerank(g, epsilon=1e-10)))
    add("components", lambda: graph_tool.topology.label_components(g)[0].a.max() + 1)
    add("cores", lambda: graph_tool.topology.kcore_decomposition(g).a.sum())
    add("triangles", lambda: graph_tool.clustering.global_clustering(g, ret_counts=True)[1])
    if edges.vertices <= 10_000:
        add("betweenness", lambda: 2 * graph_tool.centrality.betweenness(g, norm=False)[0].a.sum())
        add("harmonic", lambda: graph_tool.centrality.closeness(g, harmonic=True, norm=False).a.sum())
    else:
        pivots = list(range(rows.SAMPLE_SOURCES))
        add("betweenness-sampled",
            lambda: graph_tool.centrality.betweenness(g, pivots=pivots, norm=False)[0].a.sum(),
            rows.SAMPLE_SOURCES)


if __name__ == "__main__":
    graph_tool.openmp_set_num_threads(1)
    rows.run(add_rows)
