"""Tables and the plot, from rows: program -> name -> (milliseconds, answer)."""

import math

from programs import PEERS

# How far answers may lie apart, compared to their size; None: not comparable (see the note).
TOLERANCE = {
    "pagerank-20": 0.2,  # Boost begins at 1/n of the mass it ends with
    "pagerank-1e-10": 1e-5,
    "betweenness-sampled": None,  # peers search from other sources
    "louvain": None,  # modularity: more is better
    "leiden": None,
    "memory": None,  # bytes
    "resident": None,
}

# What is to be reached: times faster than Boost on our network, and than igraph, on rel200k (the
# last three: on rel10k; leiden: on both).
TARGETS = {
    "bfs": (2.8, 14), "st-path": (400, 2000), "dijkstra": (2, 12), "pagerank-20": (1.4, None),
    "pagerank-1e-10": (None, 2), "components": (1.4, 9), "cores": (1, 3.5), "triangles": (None, 3),
    "betweenness-sampled": (None, 2.5), "louvain": (None, 15), "leiden": (None, 2), "memory": (None, 2.5), "resident": (None, 2.5),
    "betweenness": (1.6, 2.4), "harmonic": (None, 20), "yen": (None, 20),
}
# Operations whose answer counts bytes.
BYTES = ["memory", "resident"]
# Operations whose target is about the small graph.
ON_SMALL = ["betweenness", "harmonic", "yen"]
# Operations whose target is about both.
ON_BOTH = ["leiden"]

DATA_TARGETS = {"read-json": 2, "read-json-lines": 5}


def operation(name):
    return name.partition("@")[0]


def agreement(results):
    """What answers differ from ours, in words."""
    return [
        f"{name}: {results['entente'][name][1]} and {row[1]} ({peer})"
        for peer, rows in results.items()
        for name, row in rows.items()
        if name in results["entente"] and not agrees(name, results["entente"][name][1], row[1])
    ]


def agrees(name, one, other):
    tolerance = TOLERANCE.get(operation(name), 1e-9)
    return tolerance is None or abs(one - other) <= tolerance * max(abs(one), abs(other))


def shown(milliseconds):
    if milliseconds < 1:
        return f"{milliseconds * 1000:.1f} µs"
    return f"{milliseconds:.1f} ms" if milliseconds < 10_000 else f"{milliseconds / 1000:.1f} s"


def cell(name, row):
    if operation(name) in BYTES:
        return f"{row[1] / 1e6:.1f} MB"
    quality = f" (Q {row[1]:.4f})" if operation(name) in ("louvain", "leiden") else ""
    return shown(row[0]) + quality


def ratio(name, ours, peer):
    """How many times better ours is."""
    return peer[1] / ours[1] if operation(name) in BYTES else peer[0] / ours[0]


def times(value):
    return f"{value:.0f}×" if value >= 20 else f"{value:.1f}×"


def target_cell(results, name):
    """The times to reach, each with whether it was; for communities also the quality."""
    graphs = ["rel10k"] if operation(name) in ON_SMALL else ["rel200k"]
    if operation(name) in ON_BOTH:
        graphs.append("rel10k")
    if name.partition("@")[2] not in graphs or operation(name) not in TARGETS:
        return ""
    cells = []
    for peer, target in zip(["BGL, our network", "igraph"], TARGETS[operation(name)]):
        row = results.get(peer, {}).get(name)
        if target is None or row is None:
            continue
        ours = results["entente"][name]
        good = ratio(name, ours, row) >= target
        if operation(name) in ("louvain", "leiden"):
            good = good and ours[1] >= row[1]
        cells.append(f"{peer.partition(',')[0]} ≥ {target}× {'yes' if good else 'NO'}")
    return ", ".join(cells)


def graph_table(results):
    peers = [peer for peer in results if peer != "entente"]
    lines = ["| operation | entente | " + " | ".join(peers) + " | to reach |", "|" + "---|" * (len(peers) + 3)]
    for name, ours in results["entente"].items():
        cells = [f"{cell(name, results[peer][name])} · {times(ratio(name, ours, results[peer][name]))}"
                 if name in results[peer] else "–" for peer in peers]
        lines.append("| " + " | ".join([name, cell(name, ours), *cells, target_cell(results, name)]) + " |")
    left_out = [peer for peer in PEERS if peer not in results]
    if left_out:
        lines += ["", "Left out: " + "; ".join(left_out) + "."]
    return "\n".join(lines) + "\n"


def thread_table(rows):
    lines = ["| operation | one thread | two | times faster | same bytes |", "|---|---|---|---|---|"]
    for name, (one, answer) in rows.items():
        if "/1@" not in name:
            continue
        two, other = rows[name.replace("/1@", "/2@")]
        lines.append(f"| {name.replace('/1@', '@')} | {shown(one)} | {shown(two)} | {times(one / two)} | "
                     f"{'yes' if answer == other else 'NO'} |")
    return "\n".join(lines) + "\n"


def data_table(results):
    ours, peer = results["entente"], results["nlohmann DOM"]
    lines = ["| operation | entente | compared with | ratio | to reach |", "|---|---|---|---|---|"]

    def line(name, other, time, goal, reached):
        lines.append(f"| {name} | {shown(ours[name][0])} | {other}, {shown(time)} | {times(time / ours[name][0])} | "
                     f"{goal} {'yes' if reached else 'NO'} |")

    for name, target in DATA_TARGETS.items():
        time = peer[name][0]
        line(name, "nlohmann's DOM, parsing alone", time, f"≥ {target}×", time / ours[name][0] >= target)
    parse = ours["read-json-lines"][0]
    line("reopen-snapshot", "reading JSON Lines", parse, "≥ 50×", parse / ours["reopen-snapshot"][0] >= 50)
    search = ours["bfs-of-same"][0]
    line("as-of", "a breadth-first search", search, "≥ 1/2×", 2 * search >= ours["as-of"][0])
    snapshot = ours["one-year"][0]
    line("series-50-years", "one year's facts", snapshot, "≥ 1/10×", ours["series-50-years"][0] <= 10 * snapshot)
    return "\n".join(lines) + "\n"


def tool_table(spans):
    lines = ["| program | median |", "|---|---|"]
    return "\n".join(lines + [f"| {name} | {shown(span)} |" for name, span in spans.items()]) + "\n"


def plot(results):
    """Bars of the ratios on a logarithmic scale, as SVG."""
    colours = dict(zip([peer for peer in results if peer != "entente"],
                       ["#1f6fb4", "#5b9bd0", "#9cc3e3", "#c05a00", "#6a8f3c", "#8058a5", "#7a7a7a"]))
    bars = sorted((name, peer, ratio(name, results["entente"][name], row))
                  for peer, rows in results.items() if peer != "entente"
                  for name, row in rows.items() if name in results["entente"])
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="{18 * len(bars) + 40}" '
             'font-family="sans-serif" font-size="11">',
             '<rect width="100%" height="100%" fill="white"/>',
             '<text x="10" y="18">times faster than the peer, logarithmic; the line is equal speed</text>',
             f'<path d="M360 26V{18 * len(bars) + 34}" stroke="#333"/>']
    for i, (name, peer, value) in enumerate(bars):
        y = 30 + 18 * i
        width = 110 * math.log10(max(value, 1e-3))
        lines.append(f'<text x="10" y="{y + 11}">{name} / {peer}</text>')
        lines.append(f'<rect x="{min(360, 360 + width):.1f}" y="{y}" width="{abs(width):.1f}" height="14" '
                     f'fill="{colours[peer]}"/>')
        lines.append(f'<text x="{366 + max(0, width):.1f}" y="{y + 11}">{times(value)}</text>')
    return "\n".join([*lines, "</svg>", ""])
