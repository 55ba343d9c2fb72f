#!/usr/bin/env python3
"""Names that a shell would run, split or expand: completed in a real shell on a real terminal and
entered, they reach the tool as they are, and nothing else happens.

usage: hostile_test.py SHELL TOOL PROJECT_FOLDER
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from terminal import PATIENCE, Terminal

SHELL, TOOL, PROJECT = sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3]).resolve()
SCRIPTS = PROJECT / "tools/entente/completions"
LOADING = {
    "bash": f"source {SCRIPTS}/entente.bash",
    "zsh": f"fpath=({SCRIPTS} $fpath); autoload -Uz compinit; compinit -u -D",
    "fish": f"source {SCRIPTS}/entente.fish",
}

# What stands for the tool: it completes, and otherwise writes down what it was called with.
RECORDER = r"""
import subprocess, sys
arguments = sys.argv[2:]
if arguments[:1] and arguments[0].startswith("__complete"):
    status = subprocess.run([sys.argv[1], *arguments]).returncode
    open("completions", "a").write(".")
    sys.exit(status)
open("calls", "a").write(repr(arguments) + "\n")
"""

NAMES = {
    "Alpha": "Alpha $(touch PWNED)",
    "Bravo": "Bravo `touch PWNED`",
    "Charlie": "Charlie'; touch PWNED; echo 'x",
    "Delta": 'Delta"; touch PWNED; echo "x',
    "Echo": "Echo !touch PWNED !!",
    "Foxtrot": "Foxtrot & touch PWNED | touch PWNED; #",
    "UN:Go": "UN:Golf Council",
    "Hotel=In": "Hotel=India",
    "Juliett": "Juliett\\ touch PWNED \\",
    "Kilo": "Kilo ${HOME} $HOME *?[a] {x,y} ~ <PWNED >PWNED",
    "Côte": "Côte d'Ivoire",
    "Lima": "Lima's \"big\" $x !y's",
    "岸": "岸田 $(touch PWNED)",
    "Mike": "Mike said \"yes\"",
    "November": "November 'n'",
    "\\o": "\\oscar begins with a backslash",
    "~": "~root",
    "=l": "=ls",
    "!!": "!!papa touch PWNED",
    "<(": "<(touch PWNED)",
}

# A name typed in part, as each kind of quoting writes it.
TYPED = [
    ("'\\o", "\\o"),
    ("\\\\o", "\\o"),
    ("'~", "~"),
    ("\\=l", "=l"),
    ("'!!", "!!"),
    ("'<(", "<("),
    ("Alpha\\ ", "Alpha"),
    ('"Alpha ', "Alpha"),
    ("'Charlie", "Charlie"),
    ('"Delta', "Delta"),
    ('"UN:', "UN:Go"),
    ("Hotel=", "Hotel=In"),
]
BASH_TYPED = [
    ('"Alpha \\$(t', "Alpha"),
    ("'Charlie'\\''; t", "Charlie"),
    ("'Charlie'\\'", "Charlie"),
    ('"Delta\\"; t', "Delta"),
    ('Echo\\ "', "Echo"),
    ('"Echo "\\!"t', "Echo"),
    ("UN\\:G", "UN:Go"),
    ('"UN:"G', "UN:Go"),
    ("Hotel\\=I", "Hotel=In"),
    ("Lima\\'s\\ ", "Lima"),
    ('Lima"\'s', "Lima"),
]


def dossier():
    names = list(NAMES.values())
    return {"format": "entente/1", "title": {"en": "t"}, "vocabulary": "diplomacy",
            "entities": [{"id": f"e{i}", "kind": "organisation", "names": {"en": [name]}}
                         for i, name in enumerate(names)],
            "relations": []}


class Trap:
    """A folder with the dossier in it, and a shell there that records calls."""

    def __init__(self):
        self.place = tempfile.TemporaryDirectory()
        self.folder = Path(self.place.name)
        (self.folder / "h.json").write_text(json.dumps(dossier()))
        (self.folder / "recorder.py").write_text(RECORDER)
        fake = self.folder / "bin" / "entente"
        fake.parent.mkdir()
        fake.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{self.folder}/recorder.py" "{TOOL}" "$@"\n')
        fake.chmod(0o755)
        self.terminal = Terminal(fake, self.folder, SHELL)
        self.terminal.type(LOADING[SHELL] + " && echo loaded", "Enter")
        self.terminal.wait_for(lambda screen: "\nloaded" in screen, "loaded completion")
        self.terminal.start_anew()

    def calls(self):
        file = self.folder / "calls"
        return file.read_text().splitlines() if file.exists() else []

    def wait_for_completion(self):
        """Until the tool has answered once more, and the shell had the time to show it."""
        end = time.monotonic() + PATIENCE
        file = self.folder / "completions"
        while not file.exists() and time.monotonic() < end:
            time.sleep(0.02)
        file.unlink(missing_ok=True)
        time.sleep(0.1)

    def completed(self, typed):
        """What the tool is called with once that has been typed, Tab pressed, and Enter."""
        before = len(self.calls())
        self.terminal.type(f"entente show h.json {typed}", "Tab")
        self.wait_for_completion()
        self.terminal.tmux("send-keys", "Enter")
        end = time.monotonic() + PATIENCE
        while len(self.calls()) == before:
            assert time.monotonic() < end, f"{typed}: never run; the screen:\n{self.terminal.screen()}"
            time.sleep(0.05)
        assert not (self.folder / "PWNED").exists(), f"{typed}: a name was run"
        return self.calls()[-1]

    def __enter__(self):
        return self

    def __exit__(self, *what):
        self.terminal.__exit__(*what)
        self.place.cleanup()


def main():
    # Those that begin with a sign of the shell's are typed above as it wants them.
    plain = [begin for begin in NAMES if begin[0].isalnum()]
    begun = [(mark + begin, begin) for mark in ("", '"', "'") for begin in plain]
    typed = begun + TYPED + (BASH_TYPED if SHELL == "bash" else [])
    with Trap() as trap:
        for text, begin in typed:
            wanted = repr(["show", "h.json", NAMES[begin]])
            got = trap.completed(text)
            assert got == wanted, f"{SHELL}, {text}<Tab><Enter>: {got}, not {wanted}"
            print(f"ok: {SHELL} completes {text}")


if __name__ == "__main__":
    main()
