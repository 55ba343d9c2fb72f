"""The layout beside Graphviz' programs: time of the processor and stress, the same sum for all.

Graphviz' programs are started as separate processes on the same graph as DOT; nodes are points, no
overlap is removed, edges are straight, only places are written. Their time holds reading and
writing, so that of an empty layout of the same file (`nop`) is taken off. Stress is normalized, for
the scale of the drawing that makes it smallest, over all pairs of connected vertices.
"""

import json
import resource
import subprocess

SIZES = [(300, 600), (1000, 2000), (5000, 10000), (5000, 20000), (10000, 20000)]
QUICK = [(300, 600), (1000, 2000)]
SEEDS = [1, 2, 3]
PEERS = ["sfdp", "neato"]
PATIENCE = 300  # seconds for a peer
NEATO_MOST = 1000  # vertices; it keeps all distances, and takes minutes where there are more


def processor_time(words, **how):
    """What a child used, in milliseconds; None where it takes too long."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        subprocess.run(words, check=True, stderr=subprocess.DEVNULL, timeout=PATIENCE, **how)
    except subprocess.TimeoutExpired:
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def graphviz(program, words, dot, plain):
    with open(plain, "w", encoding="ascii") as out:
        return processor_time([program, "-Tplain", "-Gsplines=line", "-Goverlap=true", *words, dot], stdout=out)


def stress_of(bench, edges, plain):
    run = subprocess.run([bench, "stress", edges, plain], check=True, capture_output=True, text=True)
    return json.loads(run.stdout)["stress"]


def measure(folder, vertices, edges, seed):
    """Program -> (milliseconds, stress)."""
    bench = folder / "bench_layout"
    stem = folder / f"layout-{vertices}-{edges}-{seed}"
    graph, dot, placed, plain = (stem.with_suffix(end) for end in (".edges", ".dot", ".placed.dot", ".plain"))
    subprocess.run([folder / "bench_generate", "relations", str(vertices), str(edges), str(seed), graph], check=True)
    dot.write_text(subprocess.run([bench, "dot", graph], check=True, capture_output=True, text=True).stdout)
    ours = json.loads(subprocess.run([bench, "ours", graph], check=True, capture_output=True, text=True).stdout)
    results = {"entente": (ours["milliseconds"], ours["stress"])}
    for peer in PEERS:
        if peer == "neato" and vertices > NEATO_MOST:
            continue
        time = graphviz(peer, [], dot, plain)
        if time is None:
            continue
        stress = stress_of(bench, graph, plain)
        with open(placed, "w", encoding="ascii") as out:
            subprocess.run([peer, "-Tdot", "-Gsplines=line", "-Goverlap=true", dot], check=True, stdout=out)
        idle = graphviz("neato", ["-n2"], placed, plain)
        results[peer] = (max(1.0, time - idle), stress)
    return results


def median(values):
    return sorted(values)[len(values) // 2]


def shown(rows, program):
    times = [row[program][0] for row in rows if program in row]
    if len(times) < len(rows):
        return ["–", "–"]
    return [f"{median(times):.0f} ms", f"{median([row[program][1] for row in rows]):.4f}"]


def table(folder, quick):
    """Medians over the seeds, as Markdown."""
    head = ["vertices / edges", "entente", "stress"]
    for peer in PEERS:
        head += [peer, "stress", "ratio"]
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for vertices, edges in QUICK if quick else SIZES:
        rows = [measure(folder, vertices, edges, seed) for seed in SEEDS]
        line = [f"{vertices} / {edges}", *shown(rows, "entente")]
        for peer in PEERS:
            ratios = [row[peer][0] / row["entente"][0] for row in rows if peer in row]
            line += [*shown(rows, peer), f"{median(ratios):.1f}×" if len(ratios) == len(rows) else "–"]
        lines.append("| " + " | ".join(line) + " |")
    return "\n".join(lines) + "\n"
