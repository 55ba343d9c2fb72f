"""A shell on a terminal of its own (tmux), typed into and looked at."""

import os
import subprocess
import tempfile
import time

COLUMNS, LINES = 100, 30
PATIENCE = int(os.environ.get("PATIENCE", "30"))  # seconds until something expected must be on the screen
SHELLS = {
    "bash": ["bash", "--norc", "--noprofile"],
    "zsh": ["zsh", "-f"],
    "fish": ["fish", "--no-config", "--init-command", "function fish_prompt; echo '$ '; end"],
}


class Terminal:
    """A shell in a tmux session, without anybody's settings; `tool` is what it calls entente."""

    def __init__(self, tool, folder, shell="bash", **environment):
        self.home = tempfile.TemporaryDirectory()
        self.socket = f"entente-{os.getpid()}-{time.monotonic_ns()}"
        settings = {
            "PATH": f"{tool.parent}:/usr/bin:/bin",
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color",
            "PS1": "$ ",
            "HOME": self.home.name,
            **environment,
        }
        words = [f"{name}={value}" for name, value in settings.items()]
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(COLUMNS), "-y", str(LINES),
                  "-c", str(folder), "env", "-i", *words, *SHELLS[shell])
        self.wait_for(lambda screen: "$" in screen, "a prompt")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.tmux("kill-server")
        self.home.cleanup()

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

    def start_anew(self):
        """Gives the line up and clears the screen. What a shell runs to complete swallows a C-c."""
        for _ in range(PATIENCE):
            self.tmux("send-keys", "C-c")
            time.sleep(0.2)
            if self.screen().split()[-1:] == ["$"]:
                break
        self.type("clear", "Enter")
        self.wait_for(lambda screen: screen.strip() == "$", "clear screen")

    def run(self, line):
        """The screen after a line has been run by bash and the prompt is back."""
        self.start_anew()
        self.type(line + "; echo status=$?", "Enter")
        return self.wait_for(lambda screen: "\nstatus=" in screen, "end of " + line)
