#!/usr/bin/env python3
"""Overviews beside drawings by Graphviz: bench/picture_table.py ENTENTE [--before ENTENTE] [--dossier D]… [N…]

ENTENTE is the built tool, N a number of entities of a made-up dossier (60, 150, 400, 2000 unless told otherwise), D a
dossier (data/japan-nato). Graphviz' programs run on their own over the same entities and relations: the kinds that an
overview draws unasked, names as labels of 11 points, overlaps removed, otherwise as they are by default.

Prints a table. Crossings are of lines; `over boxes` are lines that run through boxes of others; `readable` is the
share of texts of at least 6.5 points if the drawing is printed 183 mm wide, and on a page asked for the smallest text
there; a kind is kept as far as the names of its entities can be read; time is that of the processor, whole process.
"""
import argparse
import json
import pathlib
import resource
import subprocess
import sys
import tempfile

from picture_measures import Picture, along_curves, crossings, lines_over_boxes, read_svg

HERE = pathlib.Path(__file__).resolve().parent
ASIDE = {"statement", "document", "topic", "place", "publisher"}
PEERS = {"dot": [], "sfdp": ["-Goverlap=prism"], "neato": ["-Goverlap=prism"]}
PAGES = {"": "no page", "a4-landscape": "A4 landscape", "183mm": "183 mm wide"}
PATIENCE = 120  # seconds for a peer
MOST_LINES = 20000  # that crossings are counted of


def timed(words, out):
    """Seconds of the processor; None where it takes too long or ends badly."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        with open(out, "wb") as file:
            subprocess.run(words, stdout=file, stderr=subprocess.DEVNULL, timeout=PATIENCE, check=True)
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def name_of(entity):
    names = entity.get("names", {})
    return (names.get("en") or next(iter(names.values()), [entity["id"]]))[0]


class Dossier:
    def __init__(self, tool, path):
        self.path = path
        written = subprocess.run([tool, "convert", path, "--to", "json"], check=True, capture_output=True).stdout
        whole = json.loads(written)
        entities = {each["id"]: each for each in whole["entities"] if each["kind"] not in ASIDE}
        self.kind = {name: each["kind"] for name, each in entities.items()}
        self.name = {name: name_of(each) for name, each in entities.items()}
        self.ties = [(each["from"], each["to"]) for each in whole["relations"]
                     if each["from"] in entities and each["to"] in entities and each["from"] != each["to"]]

    def dot(self):
        quoted = {name: json.dumps(name, ensure_ascii=False) for name in self.kind}
        lines = [f"{quoted[name]} [label={json.dumps(self.name[name], ensure_ascii=False)}]" for name in self.kind]
        lines += [f"{quoted[a]} -> {quoted[b]}" for a, b in self.ties]
        head = 'digraph { node [shape=box fontname="Noto Sans" fontsize=11 margin="0.1,0.05" height=0.2]'
        return head + "\n" + ";\n".join(lines) + "\n}\n"

    def kept(self, picture):
        """Kind -> how many of how many can be read of."""
        counts = {}
        for name, kind in self.kind.items():
            shown, every = counts.get(kind, (0, 0))
            seen = name in picture.boxes or self.name[name] in picture.words
            counts[kind] = (shown + seen, every + 1)
        return counts


def read_graphviz(file):
    """Of Graphviz' JSON, in points; the vertical direction does not matter."""
    graph = json.loads(file.read_text(encoding="utf-8"))
    left, bottom, right, top = (float(each) for each in graph["bb"].split(","))
    nodes = graph.get("objects", [])
    boxes = {}
    for node in nodes:
        x, y = (float(each) for each in node["pos"].split(","))
        wide, high = float(node["width"]) * 36, float(node["height"]) * 36
        boxes[node["name"]] = (x - wide, y - high, x + wide, y + high)
    lines = []
    for edge in graph.get("edges", []):
        control = [tuple(map(float, each.split(","))) for each in edge["pos"].split() if each[0] not in "es"]
        lines.append((along_curves(control, 6), (nodes[edge["tail"]]["name"], nodes[edge["head"]]["name"])))
    return Picture(boxes, lines, [11.0] * len(boxes), right - left, right - left, "")


def percent(share):
    return f"{share:.0%}"


def row(title, dossier, picture, seconds, readable):
    kept = sorted(dossier.kept(picture).items())
    kinds = ", ".join(f"{kind} {percent(shown / every)}" for kind, (shown, every) in kept)
    crossed = crossings(picture.lines) if len(picture.lines) <= MOST_LINES else "–"
    return (f"| {title} | {len(picture.boxes)} | {len(picture.lines)} | {crossed} | {lines_over_boxes(picture)} "
            f"| {readable} | {kinds} | {seconds:.2f} s |")


def rows_of_tool(tool, label, dossier, folder):
    for page, words in PAGES.items():
        svg = folder / "out.svg"
        call = [tool, "render", dossier.path, "overview", "--format", "svg", *(["--size", page] if page else [])]
        seconds = timed(call, svg)
        title = f"{label}, {words}"
        if seconds is None:
            yield f"| {title} | none |||||||"
            continue
        picture = read_svg(svg)
        readable = f"smallest {picture.smallest():.1f} pt" if page else percent(picture.readable())
        yield row(title, dossier, picture, seconds, readable)


def rows_of_peers(dossier, folder):
    source, out = folder / "graph.dot", folder / "out.json"
    source.write_text(dossier.dot(), encoding="utf-8")
    for peer, more in PEERS.items():
        seconds = timed([peer, "-Tjson", *more, source], out)
        if seconds is None:
            yield f"| {peer} | none in {PATIENCE} s |||||||"
            continue
        picture = read_graphviz(out)
        yield row(peer, dossier, picture, seconds, percent(picture.readable()))


def made_up(count, folder):
    path = folder / f"made-up-{count}.jsonl"
    with open(path, "w", encoding="utf-8") as file:
        subprocess.run([sys.executable, HERE / "dossier.py", str(count)], stdout=file, check=True)
    return path


def main():
    parser = argparse.ArgumentParser(usage=__doc__, add_help=False)
    parser.add_argument("tool")
    parser.add_argument("--before")
    parser.add_argument("--dossier", action="append", default=[])
    parser.add_argument("--without-peers", action="store_true")
    parser.add_argument("counts", nargs="*", default=None)
    asked = parser.parse_intermixed_args()
    print("| picture | boxes | lines | crossings | over boxes | readable | kinds kept | time |\n"
          "|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        paths = asked.dossier or [HERE.parent / "data" / "japan-nato"]
        paths = [pathlib.Path(path) for path in paths if path != "none"]
        paths += [made_up(count, folder) for count in asked.counts or ["60", "150", "400", "2000"]]
        for path in paths:
            dossier = Dossier(asked.tool, path)
            print(f"| **{path.stem}**: {len(dossier.kind)} entities, {len(dossier.ties)} relations ||||||||",
                  flush=True)
            for label, tool in (("before", asked.before), ("entente", asked.tool)):
                for line in rows_of_tool(tool, label, dossier, folder) if tool else ():
                    print(line, flush=True)
            for line in () if asked.without_peers else rows_of_peers(dossier, folder):
                print(line, flush=True)


main()
