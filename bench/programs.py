"""Runs the programs that measure, and gives their rows: name -> (milliseconds of one part, answer)."""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent
PYTHON = "/usr/bin/python3"  # Debian's own, which sees Debian's packages

GRAPHS = {
    "rel10k": ["relations", "10000", "50000", "1"],
    "rel200k": ["relations", "200000", "1000000", "1"],
    "kronecker": ["kronecker", "16", "16", "1"],
}
QUICK_GRAPHS = {
    "rel10k": ["relations", "2000", "10000", "1"],
    "rel200k": ["relations", "50000", "250000", "1"],
    "kronecker": ["kronecker", "13", "16", "1"],
}
BIG = ["relations", "2000000", "10000000", "1"]

# The peers by the names that the table has; those in Python stand beside this file. NetworkX
# finishes the small graph only.
PEERS = {
    "BGL, our network": "bench_boost_network",
    "BGL, its CSR": "bench_boost_csr",
    "BGL, adjacency_list": "bench_boost_list",
    "igraph": "bench_igraph",
    "graph-tool": "graph_tool_rows.py",
    "LEMON": "bench_lemon",
    "NetworkX": "networkx_rows.py",
}
MODULES = {"graph-tool": "graph_tool", "NetworkX": "networkx"}  # of the peers in Python
ROUNDS = 2
SMALL_ONLY = ["NetworkX"]


def is_there(peer, folder):
    """Whether a peer can be measured: its program was built, or Python finds its module."""
    if peer in MODULES:
        return subprocess.run([PYTHON, "-c", f"import {MODULES[peer]}"], capture_output=True).returncode == 0
    return (folder / PEERS[peer]).exists()


class Bench:
    def __init__(self, build, quick, without=()):
        self.build = build
        self.folder = build / "bench"
        self.quick = quick
        self.peers = {name: program for name, program in PEERS.items() if name not in without}

    def missing(self):
        """The peers that should be measured and are not there."""
        return [name for name in self.peers if not is_there(name, self.folder)]

    def edges(self, words):
        file = self.folder / f"{'-'.join(words)}.edges"
        if not file.exists():
            subprocess.run([self.folder / "bench_generate", *words, file], check=True)
        return file

    def graph_words(self, names):
        graphs = QUICK_GRAPHS if self.quick else GRAPHS
        return [f"{name}={self.edges(graphs[name])}" for name in names]

    def rows(self, program, words, clock="least"):
        """The rows of one program: the least time of the processor, which a busy machine disturbs least."""
        path = HERE / program if program.endswith(".py") else self.folder / program
        options = [] if program.endswith(".py") else [
            "--benchmark_format=json", f"--benchmark_min_time={0.1 if self.quick else 0.5}"]
        command = [PYTHON, path] if program.endswith(".py") else [path]
        print(f"bench: {program}", file=sys.stderr)
        run = subprocess.run([*command, *words, *options], check=True, capture_output=True, text=True,
                             env={**os.environ, "OMP_NUM_THREADS": "1"})
        return {row["name"].removesuffix("/real_time"): (row[clock] / row["parts"], row["answer"])
                for row in json.loads(run.stdout)["benchmarks"]}

    def graphs(self):
        """All programs, one after the other, and unless in a hurry all once more: a machine is not alike busy all the
        time. The better time of a row counts, for everyone."""
        results = {}
        for _ in range(1 if self.quick else ROUNDS):
            for name, program in {"entente": "bench_ours", **self.peers}.items():
                graphs = ["rel10k"] if name in SMALL_ONLY else list(GRAPHS)
                rows = self.rows(program, self.graph_words(graphs))
                best = results.setdefault(name, {})
                best.update({row: min(found, best.get(row, found)) for row, found in rows.items()})
        return results

    def threads(self):
        return self.rows("bench_threads", self.graph_words(["rel10k", "rel200k"]), clock="least_by_clock")

    def data(self):
        edges = self.edges((QUICK_GRAPHS if self.quick else GRAPHS)["rel200k"])
        words = []
        for kind in ["json", "jsonl"]:
            file = edges.with_suffix("." + kind)
            if not file.exists():
                subprocess.run([self.folder / "bench_dossier", kind, edges, file], check=True)
            words.append(file)
        return {"entente": self.rows("bench_data", words, clock="least_by_clock"),
                "nlohmann DOM": self.rows("bench_dom", words, clock="least_by_clock")}

    def tool(self):
        """Median milliseconds from start to answer, of both by turns."""
        ours = [self.build / "tools/entente/entente", "path", HERE.parent / "data/japan-nato", "japan", "france"]
        peer = [PYTHON, "-c", "import networkx"]
        spans = {"entente path": [], "python3 with networkx": []}
        for _ in range(9 if self.quick else 25):
            for name, command in zip(spans, [ours, peer]):
                begin = time.perf_counter()
                subprocess.run(command, check=True, capture_output=True)
                spans[name].append((time.perf_counter() - begin) * 1000)
        return {name: statistics.median(times) for name, times in spans.items()}

    def big(self):
        """Prints a table of its own: time and peak memory."""
        words = QUICK_GRAPHS["rel200k"] if self.quick else BIG
        run = subprocess.run([self.folder / "bench_big", self.edges(words)], check=True, capture_output=True, text=True)
        return "| step | time | peak so far |\n|---|---|---|\n" + run.stdout
