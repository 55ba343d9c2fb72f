#!/usr/bin/env python3
"""The shell of `entente query` on a real terminal: lines, several lines, completion, commands, history, Ctrl-C.

usage: shell_test.py TOOL PROJECT_FOLDER
"""

import sys
import time
from pathlib import Path

from terminal import Terminal

TOOL, PROJECT = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
PROMPT = "entente>"


def shell():
    terminal = Terminal(TOOL, PROJECT, HISTFILE="/dev/null")
    terminal.type("entente query data/japan-nato", "Enter")
    terminal.wait_for(lambda screen: screen.rstrip().endswith(PROMPT), "a prompt of the shell")
    return terminal


def ask(terminal, query):
    terminal.type(query + "\\;", "Enter")  # tmux takes a bare semicolon at the end for its own


def waits(terminal, wanted, what):
    return terminal.wait_for(lambda screen: wanted in screen, what)


def answers(terminal):
    ask(terminal, "MATCH (n:topic) RETURN count(*) AS topics")
    screen = waits(terminal, "\n    26\n", "an answer")
    assert " ms" in screen, screen
    print("ok: a query is answered and timed")
    terminal.type("MATCH (c {name: '日本'})", "Enter")
    waits(terminal, "...>", "a prompt for more")
    ask(terminal, "RETURN name(c) AS who")
    waits(terminal, "\nJapan\n", "an answer of several lines")
    print("ok: a query has several lines")
    ask(terminal, "RETRUN 1")
    waits(terminal, "did you mean RETURN?", "a hint")
    print("ok: an error does not end the shell")


def completes(terminal):
    for what, typed, wanted in [("a keyword", "MAT", "MATCH"), ("a kind", "MATCH (a:agree", "(a:agreement"),
                                ("a type", "MATCH ()-[:superse", "[:supersedes"),
                                ("a property", "MATCH (n) RETURN n.iso", "n.iso"),
                                ("a name in another script", "MATCH (n {name: '岸田文", "'岸田文雄'"),
                                ("a command", ":sch", ":schema")]:
        terminal.type(typed, "Tab")
        waits(terminal, wanted, what)
        terminal.tmux("send-keys", "C-c")
        terminal.wait_for(lambda screen: screen.rstrip().endswith(PROMPT), "a prompt after C-c")
        print(f"ok: {what} is completed, and Ctrl-C gives the line up")


def obeys(terminal):
    terminal.type(":as-of 2019", "Enter")
    ask(terminal, "MATCH (c {name: 'Japan'})-[r:party_to]->(a) RETURN count(*) AS ties")
    waits(terminal, "possible", "an answer as of a day")
    terminal.type(":as-of", "Enter")
    waits(terminal, "of all time", "the end of a period")
    terminal.type(":format csv", "Enter")
    ask(terminal, "RETURN 1 AS a, 2 AS b")
    waits(terminal, "\na,b\n1,2", "csv")
    terminal.type(":format table", "Enter")
    terminal.type(":lang ja", "Enter")
    ask(terminal, "MATCH (c {id: 'japan'}) RETURN name(c) AS x")
    waits(terminal, "\n日本\n", "a name in Japanese")
    terminal.type(":help", "Enter")
    waits(terminal, ":throughout", "help")
    terminal.type(":nonsense", "Enter")
    waits(terminal, "there is no command", "a refusal")
    print("ok: commands are obeyed")


def ends_only_the_query(terminal):
    ask(terminal, "MATCH (a)-[*]-(b) RETURN count(*)")
    terminal.wait_for(lambda screen: "count(*);" in screen, "the query")
    time.sleep(0.5)  # until it runs
    terminal.tmux("send-keys", "C-c")
    waits(terminal, "interrupted", "word of the interruption")
    ask(terminal, "RETURN 41 + 1 AS still")
    waits(terminal, "\n   42\n", "an answer after the interruption")
    print("ok: Ctrl-C ends the query and not the shell")


def remembers(terminal):
    terminal.type(":quit", "Enter")
    terminal.wait_for(lambda screen: screen.rstrip().endswith("$"), "the end of the shell")
    terminal.type("entente query data/japan-nato", "Enter")
    terminal.wait_for(lambda screen: screen.rstrip().endswith(PROMPT), "a prompt of the shell")
    terminal.tmux("send-keys", "Up")
    terminal.tmux("send-keys", "Up")
    waits(terminal, "> RETURN 41 + 1 AS still;", "the last query")
    terminal.tmux("send-keys", "C-c")
    terminal.tmux("send-keys", "C-d")
    terminal.wait_for(lambda screen: screen.rstrip().endswith("$"), "the end of the shell by Ctrl-D")
    print("ok: the history lasts")


def main():
    with shell() as terminal:
        answers(terminal)
        completes(terminal)
        obeys(terminal)
        ends_only_the_query(terminal)
        remembers(terminal)


if __name__ == "__main__":
    main()
