#!/usr/bin/env python3
"""The tool as a person meets it: in a real bash on a real terminal (tmux).

usage: terminal_test.py TOOL PROJECT_FOLDER
"""

import re
import sys
import tempfile
import time
import unicodedata
from pathlib import Path

from terminal import COLUMNS, Terminal

TOOL, PROJECT = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()


def cells(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def lines_up_tables_of_wide_characters():
    with Terminal(TOOL, PROJECT) as terminal:
        screen = terminal.run("entente rank data/japan-nato --by degree --top 12 --lang ja")
        rows = [line for line in screen.splitlines() if line[:4].strip().isdigit()]
        assert len(rows) == 12, screen
        assert any(cells(row) > len(row) for row in rows), "nothing wide is shown:\n" + screen
        assert len({cells(row.rstrip()) for row in rows}) == 1, "rows end apart:\n" + screen
        screen = terminal.run("entente find data/japan-nato 日 --lang ja")
        assert all(cells(line) <= COLUMNS for line in screen.splitlines()), screen


def pages_what_is_longer_than_the_screen():
    with Terminal(TOOL, PROJECT) as terminal:
        terminal.type("entente timeline data/japan-nato", "Enter")
        terminal.wait_for(lambda screen: screen.rstrip().endswith(":"), "prompt of the pager")
        terminal.type("q")
        terminal.wait_for(lambda screen: screen.rstrip().endswith("$"), "end of the pager")
        screen = terminal.run("entente timeline data/japan-nato japan nato --as-of 2013-06-30")
        assert "status=0" in screen and "\n:" not in screen, "a short answer is paged:\n" + screen
    with Terminal(TOOL, PROJECT, PAGER="") as terminal:
        screen = terminal.run("entente timeline data/japan-nato")
        assert "status=0" in screen, "an empty PAGER pages:\n" + screen


def colours_only_with_leave():
    with Terminal(TOOL, PROJECT) as terminal:
        terminal.run("entente rank data/japan-nato --by degree --top 3")
        coloured = terminal.tmux("capture-pane", "-p", "-e")
    with Terminal(TOOL, PROJECT, NO_COLOR="1") as terminal:
        terminal.run("entente rank data/japan-nato --by degree --top 3")
        plain = terminal.tmux("capture-pane", "-p", "-e")
    assert "\x1b[" in coloured, "no colours on a terminal"
    assert "\x1b[" not in plain, "NO_COLOR is not heeded"


def tells_of_long_reading():
    with Terminal(TOOL, PROJECT) as terminal:
        terminal.type("(sleep 4; cat data/samples/harbours.json) | entente info -; echo status=$?", "Enter")
        terminal.wait_for(lambda screen: "entente: reading the dossier" in screen, "word of reading")
        screen = terminal.wait_for(lambda screen: re.search(r"^status=\d", screen, re.M), "status")
        assert "entente: reading" not in screen, "the word stays:\n" + screen


def ends_cleanly_on_interruption():
    with tempfile.TemporaryDirectory() as folder:
        large_dossier(Path(folder) / "large.json")
        with Terminal(TOOL, folder) as terminal:
            terminal.type("entente rank large.json --by betweenness --output scores.json"
                          "; echo status=$?", "Enter")
            terminal.wait_for(lambda screen: re.search(r"^entente: \d+ %", screen, re.M), "share done")
            terminal.tmux("send-keys", "C-c")
            terminal.wait_for(lambda screen: "status=130" in screen, "status 130")
        left = sorted(path.name for path in Path(folder).iterdir())
        assert left == ["large.json"], f"left behind: {left}"


def large_dossier(path):
    """A ring with chords: 20,000 countries whose betweenness takes many seconds."""
    count = 20000
    entities = ",".join(f'{{"id":"c{i}","kind":"country"}}' for i in range(count))
    relations = ",".join(
        f'{{"id":"r{i}-{j}","type":"cooperates_with","from":"c{i}","to":"c{(i * j + j) % count}"}}'
        for i in range(count) for j in (1, 7, 13, 31) if i != (i * j + j) % count)
    path.write_text(f'{{"format":"entente/1","entities":[{entities}],"relations":[{relations}]}}')


def main():
    claims = [lines_up_tables_of_wide_characters, pages_what_is_longer_than_the_screen, colours_only_with_leave,
              tells_of_long_reading, ends_cleanly_on_interruption]
    for claim in claims:
        claim()
        print("ok:", claim.__name__.replace("_", " "))


if __name__ == "__main__":
    main()
