"""Files of other programs, read and written: time by the clock, processor time, peak memory, beside peers.

Every reader prints how many edges it has found, and all must agree.
"""

import os
import random
import subprocess
import time

NETWORKX = """
import sys, networkx
graph = getattr(networkx, "read_" + sys.argv[1])(sys.argv[2])
print(graph.number_of_edges())
"""
OPENPYXL = """
import sys, openpyxl
print(sum(1 for row in openpyxl.load_workbook(sys.argv[1], read_only=True).active.iter_rows(values_only=True)) - 1)
"""
CSV_ROWS = """
import csv, sys
print(sum(1 for row in csv.reader(open(sys.argv[1], encoding="utf-8", newline=""))) - 1)
"""
LEFT_OUT_BY_NAME = ("igraph", "NetworkX")  # by --without
HEADS = {
    "graphml": '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
               '<key id="w" for="edge" attr.name="weight" attr.type="double"/>\n<graph edgedefault="directed">\n',
    "gexf": '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
            '<graph defaultedgetype="directed">\n<nodes>\n',
    "csv": "from,to,type,when,weight\n"}


def write_samples(folder, nodes, edges):
    """The same edges as CSV, GraphML and GEXF."""
    chance = random.Random(7)
    files = {kind: folder / f"edges-{edges}.{kind}" for kind in HEADS}
    if all(file.exists() for file in files.values()):
        return files
    out = {kind: open(file, "w", encoding="utf-8") for kind, file in files.items()}
    for kind, head in HEADS.items():
        out[kind].write(head)
    for node in range(nodes):
        out["graphml"].write(f'<node id="entity-{node}"/>\n')
        out["gexf"].write(f'<node id="entity-{node}" label="Entity {node}"/>\n')
    out["gexf"].write("</nodes>\n<edges>\n")
    pairs = set()
    while len(pairs) < edges:
        pair = int(nodes * chance.random() ** 2), chance.randrange(nodes)
        if pair in pairs or pair[0] == pair[1]:
            continue
        pairs.add(pair)
        (a, b), weight = pair, chance.randint(1, 100)
        day = f"{chance.randint(1950, 2020)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        out["csv"].write(f"entity-{a},entity-{b},{('signed', 'assists', 'met_with')[weight % 3]},{day},{weight}\n")
        out["graphml"].write(f'<edge source="entity-{a}" target="entity-{b}"><data key="w">{weight}</data></edge>\n')
        out["gexf"].write(f'<edge id="{len(pairs)}" source="entity-{a}" target="entity-{b}" weight="{weight}"/>\n')
    out["graphml"].write("</graph>\n</graphml>\n")
    out["gexf"].write("</edges>\n</graph>\n</gexf>\n")
    for file in out.values():
        file.close()
    return files


def write_workbook(folder, rows):
    file = folder / f"rows-{rows}.xlsx"
    if not file.exists():
        import openpyxl
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet("ties")
        sheet.append(["from", "to", "type", "when", "note"])
        for row in range(rows):
            sheet.append([f"entity {row % 997}", f"entity {row % 1009}", "signed", f"{1950 + row % 70}-05", row])
        book.save(file)
    return file


MAPPING = """{"format": "entente-mapping/1", "title": {"en": "Rows"}, "tables": [{
  "entities": [{"id": {"slug": "{from}"}, "kind": "country", "names": {"en": "{from}"}},
               {"id": {"slug": "{to}"}, "kind": "country", "names": {"en": "{to}"}}],
  "relation": {"type": "partner_of", "from": {"slug": "{from}"}, "to": {"slug": "{to}"}, "when": "{when}",
               "attributes": {"NUMBER": "{NUMBER}"}}}]}"""


def measured(*words):
    """Seconds by the clock, of processors, peak MB, and what it prints."""
    words = [str(word) for word in words]
    begin = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - begin
    if status != 0:
        raise SystemExit(f"bench: {' '.join(words)} ended with {status}")
    return clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, printed


def best(rounds, *words):
    return min((measured(*words) for _ in range(rounds)), key=lambda run: run[0])


def read_lines(bench, rounds, files):
    """Graphs of edges beside the readers of peers, and which disagree."""
    python, folder = "/usr/bin/python3", bench.folder
    peers = {"csv": [("a getline loop", [folder / "bench_getline", files["csv"]], 3)],
             "graphml": [("NetworkX", [python, "-c", NETWORKX, "graphml", files["graphml"]], 5),
                         ("igraph", [folder / "bench_igraph_graphml", files["graphml"]], 1)],
             "gexf": [("NetworkX", [python, "-c", NETWORKX, "gexf", files["gexf"]], 5)]}
    lines = ["| file | entente | processor | peak | compared with | ratio | to reach |", "|---|---|---|---|---|---|---|"]
    differing = []
    for kind, others in peers.items():
        ours = best(rounds, folder / "bench_load", files[kind])
        size = files[kind].stat().st_size / 1e6
        for name, words, goal in others:
            if name in LEFT_OUT_BY_NAME and name not in bench.peers:
                continue
            theirs = best(1 if name == "NetworkX" else rounds, *words)
            if int(theirs[3]) != int(ours[3]):
                differing.append(f"edges of {kind}: {int(ours[3])} and {int(theirs[3])} of {name}")
            reached = theirs[0] >= goal * ours[0]
            lines.append(f"| {kind}, {size:.0f} MB | {ours[0]:.2f} s | {ours[1]:.2f} s | {ours[2]:.0f} MB | {name}, "
                         f"{theirs[0]:.2f} s | {theirs[0] / ours[0]:.1f}× | ≥ {goal}× {'yes' if reached else 'NO'} |")
    return lines, differing


def converted_lines(bench, rounds, csv_file):
    """Every format written from records of relations, and read again; processor time, as machines are shared."""
    tool, folder = bench.build / "tools/entente/entente", bench.folder
    records = folder / "edges.jsonl"
    subprocess.run([tool, "convert", csv_file, "--to", "jsonl", "--output", records], check=True, capture_output=True)
    read = best(rounds, tool, "validate", records)
    lines = [f"Records read as JSON Lines and checked: {read[1]:.2f} s of processors, {read[2]:.0f} MB.", "",
             "| format | size | written, beside reading | speed | to reach | peak | read and checked | peak |",
             "|---|---|---|---|---|---|---|---|"]
    for kind in ["json", "jsonl", "graphml", "gexf", "node-link", "cytoscape", "jgf", "ftm", "dot", "csv", "neo4j",
                 "sqlite"]:
        out = folder / (f"written-{kind}" if kind in ("csv", "neo4j") else f"written.{kind}")
        options = ["--raw"] if kind == "csv" else []
        written = best(rounds, tool, "convert", records, "--to", kind, "--output", out, *options)
        size = sum(file.stat().st_size for file in (out.iterdir() if out.is_dir() else [out])) / 1e6
        again = best(rounds, tool, "validate", out, "--from", kind)
        took = max(written[1] - read[1], 1e-3)
        lines.append(f"| {kind} | {size:.0f} MB | {took:.2f} s | {size / took:.0f} MB/s | "
                     f"≥ 100 MB/s {'yes' if size >= 100 * took else 'NO'} | {written[2]:.0f} MB | {again[1]:.2f} s | "
                     f"{again[2]:.0f} MB |")
    return lines


def imported_lines(bench, rounds, csv_file, edges, book, rows):
    """Tables made into dossiers by `import`, beside what Python takes to read their rows."""
    tool, folder = bench.build / "tools/entente/entente", bench.folder
    lines = ["| imported | entente, a dossier of it | peak | to reach | peer, rows alone |", "|---|---|---|---|---|"]
    for file, count, number, goal, peer, code in [(csv_file, edges, "weight", 2e-6 * edges, "Python's csv", CSV_ROWS),
                                                  (book, rows, "note", 6e-6 * rows, "openpyxl", OPENPYXL)]:
        mapping = folder / f"{number}-mapping.json"
        mapping.write_text(MAPPING.replace("NUMBER", number), encoding="utf-8")
        ours = best(rounds, tool, "import", file, "--map", mapping, "--output", folder / "imported.json")
        theirs = best(rounds, "/usr/bin/python3", "-c", code, file)
        lines.append(f"| {file.suffix[1:]}, {count} rows of 5 | {ours[1]:.2f} s of processors | {ours[2]:.0f} MB | "
                     f"{goal:.2f} s {'yes' if ours[1] <= goal else 'NO'} | {peer}, {theirs[1]:.2f} s |")
    return lines


def table(bench):
    """The rows, and which readers disagree."""
    nodes, edges, rows = (20000, 100000, 5000) if bench.quick else (200000, 1000000, 50000)
    rounds = 1 if bench.quick else 3
    files = write_samples(bench.folder, nodes, edges)
    book = write_workbook(bench.folder, rows)
    lines, differing = read_lines(bench, rounds, files)
    fewer = write_samples(bench.folder, nodes // 5, edges // 5)
    lines += ["", *converted_lines(bench, rounds, fewer["csv"])]
    lines += ["", *imported_lines(bench, rounds, files["csv"], edges, book, rows)]
    return "\n".join(lines) + "\n", differing
