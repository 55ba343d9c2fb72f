#!/usr/bin/env python3
"""The tool as a person meets it: in a real bash on a real terminal (tmux).

usage: terminal_test.py TOOL PROJECT_FOLDER
"""

import os
import subprocess
import sys
import tempfile
import time
import unicodedata
from pathlib import Path

TOOL, PROJECT = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
COLUMNS, LINES = 100, 30
PATIENCE = 30  # seconds until something expected must be on the screen


class Terminal:
    """A bash in a tmux session of its own."""

    def __init__(self, folder, **environment):
        self.socket = f"entente-{os.getpid()}-{time.monotonic_ns()}"
        settings = {
            "PATH": f"{TOOL.parent}:/usr/bin:/bin",
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color",
            "PS1": "$ ",
            **environment,
        }
        words = [f"{name}={value}" for name, value in settings.items()]
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(COLUMNS), "-y", str(LINES),
                  "-c", str(folder), "env", "-i", *words, "bash", "--norc", "--noprofile")
        self.wait_for(lambda screen: "$" in screen, "a prompt")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.tmux("kill-server")

    def tmux(self, *words):
        return subprocess.run(["tmux", "-u", "-L", self.socket, *words], check=True,
                              capture_output=True, text=True).stdout

    def type(self, text, *keys):
        self.tmux("send-keys", "-l", text)
        for key in keys:
            self.tmux("send-keys", key)

    def screen(self):
        return self.tmux("capture-pane", "-p")

    def wait_for(self, holds, what):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if holds(self.screen()):
                return self.screen()
            time.sleep(0.05)
        raise AssertionError(f"no {what} within {PATIENCE} s; the screen:\n{self.screen()}")

    def run(self, line):
        """The screen after a line has been run and the prompt is back."""
        self.type("clear", "Enter")
        self.wait_for(lambda screen: screen.strip() == "$", "clear screen")
        self.type(line + "; echo status=$?", "Enter")
        return self.wait_for(lambda screen: "\nstatus=" in screen, "end of " + line)


def cells(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def completes_names_in_bash():
    with Terminal(PROJECT) as terminal:
        terminal.type("source tools/entente/completions/entente.bash", "Enter")
        terminal.type("entente show data/japan-nato 岸", "Tab")
        terminal.wait_for(lambda screen: "japan-nato 岸田" in screen, "completed name")
        terminal.type("", "C-u")
        terminal.type("entente show data/japan-nato Fumio\\ K", "Tab")
        terminal.wait_for(lambda screen: "Fumio\\ Kishida" in screen, "name with a space")
        terminal.type("", "C-u")
        terminal.type('entente show data/japan-nato "Fumio K', "Tab")
        terminal.wait_for(lambda screen: '"Fumio Kishida"' in screen, "name in quotes")
        terminal.type("", "C-u")
        terminal.type("entente sho", "Tab")
        terminal.type("data/jap", "Tab")
        terminal.wait_for(lambda screen: "entente show data/japan-nato/" in screen, "verb and folder")


def lines_up_tables_of_wide_characters():
    with Terminal(PROJECT) as terminal:
        screen = terminal.run("entente rank data/japan-nato --by degree --top 12 --lang ja")
        rows = [line for line in screen.splitlines() if line[:4].strip().isdigit()]
        assert len(rows) == 12, screen
        assert any(cells(row) > len(row) for row in rows), "nothing wide is shown:\n" + screen
        assert len({cells(row.rstrip()) for row in rows}) == 1, "rows end apart:\n" + screen
        screen = terminal.run("entente find data/japan-nato 日 --lang ja")
        assert all(cells(line) <= COLUMNS for line in screen.splitlines()), screen


def pages_what_is_longer_than_the_screen():
    with Terminal(PROJECT) as terminal:
        terminal.type("entente timeline data/japan-nato", "Enter")
        terminal.wait_for(lambda screen: screen.rstrip().endswith(":"), "prompt of the pager")
        terminal.type("q")
        terminal.wait_for(lambda screen: screen.rstrip().endswith("$"), "end of the pager")
        screen = terminal.run("entente timeline data/japan-nato japan nato --as-of 2013-06-30")
        assert "status=0" in screen and "\n:" not in screen, "a short answer is paged:\n" + screen
    with Terminal(PROJECT, PAGER="") as terminal:
        screen = terminal.run("entente timeline data/japan-nato")
        assert "status=0" in screen, "an empty PAGER pages:\n" + screen


def colours_only_with_leave():
    with Terminal(PROJECT) as terminal:
        terminal.run("entente rank data/japan-nato --by degree --top 3")
        coloured = terminal.tmux("capture-pane", "-p", "-e")
    with Terminal(PROJECT, NO_COLOR="1") as terminal:
        terminal.run("entente rank data/japan-nato --by degree --top 3")
        plain = terminal.tmux("capture-pane", "-p", "-e")
    assert "\x1b[" in coloured, "no colours on a terminal"
    assert "\x1b[" not in plain, "NO_COLOR is not heeded"


def ends_cleanly_on_interruption():
    with tempfile.TemporaryDirectory() as folder:
        large_dossier(Path(folder) / "large.json")
        with Terminal(folder) as terminal:
            terminal.type("entente rank large.json --by betweenness --output scores.json"
                          "; echo status=$?", "Enter")
            time.sleep(1.5)
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
    claims = [completes_names_in_bash, lines_up_tables_of_wide_characters,
              pages_what_is_longer_than_the_screen, colours_only_with_leave,
              ends_cleanly_on_interruption]
    for claim in claims:
        claim()
        print("ok:", claim.__name__.replace("_", " "))


if __name__ == "__main__":
    main()
