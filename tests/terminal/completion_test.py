#!/usr/bin/env python3
"""Completion in a real shell on a real terminal: verbs, options and their values, files, and the
names of the entities of the dossier at hand.

usage: completion_test.py SHELL TOOL PROJECT_FOLDER
"""

import sys
from pathlib import Path

from terminal import Terminal

SHELL, TOOL, PROJECT = sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3]).resolve()
LOADING = {
    "bash": "source tools/entente/completions/entente.bash",
    "zsh": "fpath=($PWD/tools/entente/completions $fpath); autoload -Uz compinit; compinit -u -D",
    "fish": "source tools/entente/completions/entente.fish",
}

# What is typed before the tabulator, and what must then stand on the screen: the completed line, or
# candidates below it.
COMPLETED = {
    "a verb": ("entente sho", "entente show"),
    "an option": ("entente neighbors data/japan-nato japan --dir", "japan --direction"),
    "a value": ("entente neighbors data/japan-nato japan --direction bo", "--direction both"),
    "a type of the vocabulary": ("entente timeline data/japan-nato --type supers",
                                 "--type supersedes"),
    "a folder": ("entente show data/jap", "entente show data/japan-nato/"),
    "an id": ("entente show data/japan-nato japan-nato-itpp", "japan-nato-itpp-2023"),
    "a name in another script": ("entente show data/japan-nato 岸", "japan-nato 岸田"),
    "a name with a space": ("entente show data/japan-nato Fumio\\ K", "Fumio\\ Kishida"),
    "a name in quotes": ('entente show data/japan-nato "Fumio K', '"Fumio Kishida"'),
}
LISTED = {
    "verbs": ("entente co", ["common", "components", "convert"]),
    "options": ("entente rank data/japan-nato --s", ["--sample", "--scale", "--seed", "--source"]),
    "names": ("entente show data/japan-nato 岸田", ["岸田文雄"]),
}


TABULATORS = {"bash": 2, "zsh": 1, "fish": 1}  # that show a list


def loaded():
    terminal = Terminal(TOOL, PROJECT, SHELL)
    terminal.type(LOADING[SHELL] + " && echo loaded", "Enter")
    terminal.wait_for(lambda screen: "\nloaded" in screen, "loaded completion")
    terminal.start_anew()
    return terminal


def completes():
    with loaded() as terminal:
        for what, (typed, wanted) in COMPLETED.items():
            terminal.type(typed, "Tab")
            terminal.wait_for(lambda screen, wanted=wanted: wanted in screen, what)
            terminal.start_anew()
            print(f"ok: {SHELL} completes {what}")


def lists():
    with loaded() as terminal:
        for what, (typed, wanted) in LISTED.items():
            terminal.type(typed, *["Tab"] * TABULATORS[SHELL])
            terminal.wait_for(lambda screen, wanted=wanted: all(word in screen for word in wanted),
                              f"list of {what}")
            terminal.start_anew()
            print(f"ok: {SHELL} lists {what}")


if __name__ == "__main__":
    completes()
    lists()
