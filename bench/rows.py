"""What the peers written in Python share: the file of edges, the questions, the rows as JSON."""

import array
import json
import sys
import time

PATH_QUESTIONS = 200
YEN_QUESTIONS = 5
YEN_PATHS = 10
FLOW_QUESTIONS = 5
SAMPLE_SOURCES = 8


class Edges:
    """A file of edges; see edges.hpp."""

    def __init__(self, file):
        with open(file, "rb") as data:
            if data.read(8) != b"EDGES\0\0\1":
                sys.exit(f"bench: {file}: is no file of edges")
            self.vertices, edges, questions = array.array("Q", data.read(24))
            columns = [array.array("I", data.read(4 * count)) for count in [edges] * 3 + [questions] * 2]
        self.start, self.end, self.weight, self.ask_from, self.ask_to = columns


def measured(answer):
    """Least seconds of processor time and the answer, of several runs if they are short."""
    best = float("inf")
    until = time.monotonic() + 0.5
    while True:
        begin = time.process_time()
        result = answer()
        best = min(best, time.process_time() - begin)
        if time.monotonic() > until:
            return best, float(result)


def run(add_rows):
    """Measures the rows of every GRAPH=FILE on the command line, and prints them as Google Benchmark does."""
    rows = []
    for word in sys.argv[1:]:
        graph, file = word.split("=", 1)

        def add(operation, answer, parts=1):
            seconds, result = measured(answer)
            rows.append({"name": f"{operation}@{graph}", "least": seconds * 1000, "parts": parts, "answer": result})

        add_rows(add, Edges(file))
    print(json.dumps({"benchmarks": rows}))
