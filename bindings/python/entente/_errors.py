"""What the library throws, as exceptions of Python."""

from __future__ import annotations


class Error(Exception):
    """Base of all. `code` is a stable name, `exit_code` what the tool would end with."""

    def __init__(self, message: str, code: str = "", exit_code: int = 70, problems=None):
        super().__init__(message)
        self.code = code
        self.exit_code = exit_code


class InvalidArgument(Error, ValueError):
    """A call that cannot be answered as it stands: an unknown name, a bad date."""


class QueryError(Error, ValueError):
    """A query that does not compile, or fails."""


class InputError(Error, OSError):
    """Reading failed: a missing file, a full disk."""

    def __init__(self, message: str, code: str = "", exit_code: int = 74, problems=None):
        Error.__init__(self, message, code, exit_code)

    def __str__(self) -> str:
        return str(self.args[0])


class LimitReached(Error):
    """A limit that the caller can raise was reached, such as `timeout`."""


class DossierError(Error, ValueError):
    """A dossier that cannot be used. `problems` lists all that is wrong, a line or two each."""

    def __init__(self, message: str, code: str = "", exit_code: int = 65, problems=None):
        super().__init__(message, code, exit_code)
        self.problems = list(problems or [])
