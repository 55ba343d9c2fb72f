#!/usr/bin/env python3
"""Measures every view of made-up dossiers: bench/pictures.py ENTENTE [ENTITIES…].

ENTENTE is the built tool. Prints a table: seconds and exit status for SVG and PNG. Status 75 says
that something was left out (a file is written) or refused (none is).
"""
import pathlib
import subprocess
import sys
import tempfile
import time

VIEWS = ["overview", "columns", "cards", "gantt", "matrix", "ego country-0", "path country-0 country-5",
         "diff 1990 2010", "series degree", "series relations", "overview --at 1990,2000,2010", ""]
HERE = pathlib.Path(__file__).parent


def drawn(tool, dossier, view, output):
    output.unlink(missing_ok=True)
    begin = time.monotonic()
    call = [tool, "render", dossier, *view.split(), "--output", output]
    status = subprocess.run(call, stderr=subprocess.DEVNULL, check=False).returncode
    size = f"{output.stat().st_size / 1e6:.2f} MB" if output.exists() else "refused"
    return f"{time.monotonic() - begin:.2f} s ({status}, {size})"


def main():
    tool = sys.argv[1]
    print("| entities | view | SVG | PNG |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for count in sys.argv[2:] or ["50", "300", "1000", "5000"]:
            dossier = folder / f"{count}.jsonl"
            with open(dossier, "w", encoding="utf-8") as file:
                subprocess.run([sys.executable, HERE / "dossier.py", count], stdout=file, check=True)
            for view in VIEWS:
                cells = [drawn(tool, dossier, view, folder / f"out.{kind}") for kind in ("svg", "png")]
                print(f"| {count} | {view or '(none named)'} | {cells[0]} | {cells[1]} |", flush=True)


main()
