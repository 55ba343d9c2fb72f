"""Who is tied to whom, how, when, and who says so.

>>> import entente
>>> graph = entente.load("data/japan-nato")
>>> path = graph.during("2023").path("尹锡悦", "马克龙")
>>> path["paths"][0]["entities"][0]
'yoon-suk-yeol'
>>> print(path.text.splitlines()[0][:8])
Yoon Suk

An answer is a dict with the members that the tool prints with ``--format json``, and ``text`` is
what it prints for people. Options are those of the tool without dashes, ``_`` for ``-``; an option
that would have no effect is an error. A list is a list, or for types, kinds and modalities a text with
commas.

A graph is immutable and may be used from several threads; the interpreter's lock is released while
the library reads and computes.
"""

from __future__ import annotations

import json
import math
import os
from typing import Any, Iterable, Mapping

from . import _entente
from ._errors import DossierError, Error, InputError, InvalidArgument, LimitReached, QueryError

__all__ = ["Answer", "DossierError", "Error", "Graph", "InputError", "InvalidArgument",
           "LimitReached", "Network", "QueryError", "load", "loads"]
__version__: str = _entente.version


def _words(options: Mapping[str, Any]) -> dict[str, list[str]]:
    """Options as texts: lists are several, None is none, numbers and booleans are written out."""
    words: dict[str, list[str]] = {}
    for name, value in options.items():
        if value is None:
            continue
        several = value if isinstance(value, (list, tuple, set, frozenset)) else [value]
        words[name.rstrip("_")] = [str(one).lower() if isinstance(one, bool)
                                   else _unicode(name, str(one)) for one in several]
    return words


def _unicode(name: str, text: str) -> str:
    """The text, unless half a character stands in it, as in names of files that are not UTF-8."""
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise InvalidArgument(f"{name} is no Unicode text: {text!r}", "bad-option-value", 64)
    return text


def _path(path: str | bytes | os.PathLike[Any]) -> bytes:
    """The name of a file as the system has it, whether or not it is UTF-8."""
    name = os.fsencode(path)
    if not name or b"\0" in name:
        raise InvalidArgument(f"{os.fsdecode(name)!r} is no name of a file", "bad-path", 64)
    return name


def _literal(name: str, value: Any) -> str:
    """A value of Python as it is written in a query."""
    if isinstance(value, Mapping):
        members = (f"`{str(key).replace('`', '``')}`: {_literal(name, one)}"
                   for key, one in value.items())
        return "{" + ", ".join(members) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_literal(name, one) for one in value) + "]"
    if isinstance(value, float) and not math.isfinite(value):
        raise InvalidArgument(f"param '{name}' holds {value}, which is no value that can be given; "
                              "write 0.0 / 0.0 or 1.0 / 0.0 in the query", "bad-parameter", 64)
    if isinstance(value, int) and not -2**63 <= value < 2**63:
        raise InvalidArgument(f"param '{name}' holds {value}, but integers of queries have 64 bits; "
                              "give a float", "bad-parameter", 64)
    return json.dumps(value, ensure_ascii=False)


class Answer(dict):
    """What a verb answers: the members that ``--format json`` has.

    >>> answer = load("data/japan-nato").find("北约")
    >>> answer["matches"][0]["entity"]
    'nato'
    >>> bool(answer)
    True
    """

    def __init__(self, answered: Any):
        super().__init__(json.loads(answered.json))
        #: As the tool prints it for people.
        self.text: str = answered.text
        #: What a limit that nobody asked for left out, and how to get it; "" if nothing. The tool ends
        #: with 75 there.
        self.left_out: str = answered.left_out
        #: The JSON as the tool prints it.
        self.json: str = answered.json
        self._empty: bool = answered.empty

    def __bool__(self) -> bool:
        """Whether there is anything to show: False where the tool ends with 1."""
        return not self._empty


class Network:
    """Selected facts as sparse rows, for numpy and scipy. Nothing is copied.

    ``offsets``, ``neighbours``, ``entities`` and ``weights`` have the buffer protocol:
    ``numpy.asarray(network.neighbours)``. The slots of vertex v are ``offsets[v]`` to
    ``offsets[v + 1] - 1``; ``entities[v]`` is its number in the graph.

    >>> network = load("data/japan-nato").select(type="met_with").network()
    >>> offsets = memoryview(network.offsets)
    >>> offsets[-1] == len(network.neighbours) == 2 * network.edge_count
    True
    >>> offsets.readonly
    True
    """

    def __init__(self, rows: Any):
        self._rows = rows
        self.offsets = rows.offsets
        self.neighbours = rows.neighbours
        self.entities = rows.entities
        self.weights = rows.weights

    @property
    def directed(self) -> bool:
        """Whether edges have a direction; else both ends of one have a slot."""
        return self._rows.directed

    @property
    def edge_count(self) -> int:
        """Edges; an undirected one counts once."""
        return self._rows.edge_count


class Graph:
    """The facts of a dossier, and which of them are asked about.

    ``select`` and its short forms give a new Graph over the same facts; nothing changes one.

    >>> graph = load("data/japan-nato")
    >>> graph.entity_count > 100
    True
    >>> graph.during("2023").options
    {'during': ['2023']}
    """

    def __init__(self, graph: Any, options: Mapping[str, list[str]] | None = None,
                 languages: str = "en"):
        self._graph = graph
        self._options = dict(options or {})
        self._languages = languages

    # Which facts.

    def select(self, **options: Any) -> Graph:
        """The facts that these options keep as well: ``as_of``, ``during``, ``throughout``,
        ``known_at``, ``observed_through``, ``attested_within``, ``type``, ``kind``, ``modality``,
        ``source``, ``direction``, ``certain``, ``undated``, ``isolated``, ``presume_lasting``,
        ``no_inference``. An option given anew replaces its old value.

        >>> load("data/japan-nato").select(type=["met_with"], during="2023").options
        {'type': ['met_with'], 'during': ['2023']}
        """
        return Graph(self._graph, {**self._options, **_words(options)}, self._languages)

    def as_of(self, date: str) -> Graph:
        """What holds on that day, or on some day of a coarser date."""
        return self.select(as_of=date)

    def during(self, period: str) -> Graph:
        """What holds on some day of ``A/B`` or of a date."""
        return self.select(during=period)

    def throughout(self, period: str) -> Graph:
        """What holds on every day of it."""
        return self.select(throughout=period)

    def known_at(self, date: str) -> Graph:
        """Only what had been published by then."""
        return self.select(known_at=date)

    def lang(self, languages: str) -> Graph:
        """Names and sentences in these languages, best first.

        >>> load("data/japan-nato").lang("ja").name("japan")
        '日本'
        """
        return Graph(self._graph, self._options, languages)

    @property
    def options(self) -> dict[str, list[str]]:
        """What has been selected by."""
        return dict(self._options)

    # Records.

    @property
    def entity_count(self) -> int:
        """All entities of the dossier, selected or not."""
        return self._graph.entity_count

    @property
    def relation_count(self) -> int:
        """All relations of the dossier, selected or not."""
        return self._graph.relation_count

    def entity(self, text: str) -> dict[str, Any]:
        """The record of the one entity that an id, a code or a name in any language means.

        >>> load("data/japan-nato").entity("OTAN")["id"]
        'nato'
        """
        return json.loads(self._graph.entity_json(self._graph.find(text)))

    def name(self, text: str) -> str:
        """The name of the entity in the languages asked for."""
        return self._graph.entity_name(self._graph.find(text), self._languages)

    def entities(self) -> list[dict[str, Any]]:
        """The records of the selected entities, by id."""
        return [json.loads(self._graph.entity_json(n))
                for n in _entente.entities(self._graph, self._options)]

    def relations(self) -> list[dict[str, Any]]:
        """The records of the selected relations, by id, each with its ``certainty``.

        >>> load("data/japan-nato").select(type="met_with").relations()[0]["type"]
        'met_with'
        """
        return [{**json.loads(self._graph.relation_json(n)),
                 "certainty": "certain" if certain else "possible"}
                for n, certain in _entente.facts(self._graph, self._options)]

    # Questions.

    def ask(self, verb: str, *, timeout: float | None = None, **options: Any) -> Answer:
        """Any verb of the tool by its name. ``timeout`` is in seconds, for the whole answer.

        >>> load("data/japan-nato").ask("components", bridges=True)["selection"]["types"]
        []
        """
        return Answer(_entente.ask(self._graph, self._options, verb, _words(options),
                                   self._languages, timeout))

    def find(self, text: str, **options: Any) -> Answer:
        """Entities by name, in any language and script variant."""
        return self.ask("find", text=text, **options)

    def show(self, entity: str, **options: Any) -> Answer:
        """An entity and its relations."""
        return self.ask("show", entity=entity, **options)

    def neighbors(self, entity: str, **options: Any) -> Answer:
        """Who is tied to an entity, within ``depth`` hops."""
        return self.ask("neighbors", entity=entity, **options)

    def path(self, start: str, goal: str, **options: Any) -> Answer:
        """How two entities are connected: ``k``, ``all_shortest``, ``max_hops``, ``weight`` … Where
        there are more than 1000 paths the answer's ``left_out`` says so; ``limit`` lists more.

        >>> answer = load("data/japan-nato").during("2023").path("尹锡悦", "马克龙")
        >>> answer["paths"][0]["length"] == len(answer["paths"][0]["steps"])
        True
        """
        return self.ask("path", **{"from": start, "to": goal, **options})

    def common(self, *entities: str, **options: Any) -> Answer:
        """What several entities share."""
        return self.ask("common", entity=entities, **options)

    def timeline(self, *entities: str, **options: Any) -> Answer:
        """What happened, in order."""
        return self.ask("timeline", entity=entities, **options)

    def rank(self, by: str = "degree", **options: Any) -> Answer:
        """Who is central, by a measure: ``top``, ``weight``, ``over``, ``scale`` …

        >>> load("data/japan-nato").rank("degree", top=1)["rows"][0]["rank"]
        1
        """
        return self.ask("rank", by=by, **options)

    def groups(self, **options: Any) -> Answer:
        """Communities: ``method``, ``resolution``, ``seed`` …; with ``census`` a count of triads."""
        return self.ask("groups", **options)

    def series(self, by: str = "relations", **options: Any) -> Answer:
        """A measure over time: ``step``, ``rolling``, ``expanding``, ``entity`` …

        >>> load("data/japan-nato").series()["measure"]
        'relations'
        """
        return self.ask("series", by=by, **options)

    def query(self, text: str, param: Mapping[str, Any] | None = None, **options: Any) -> Answer:
        """A pattern query; ``param`` fills in ``$name``.

        >>> load("data/japan-nato").query("MATCH (a:country {id: $id}) RETURN a.id", {"id": "japan"})["rows"]
        [{'a.id': 'japan'}]
        """
        pairs = [f"{name}={_literal(name, value)}" for name, value in (param or {}).items()]
        return self.ask("query", text=text, param=pairs or None, **options)

    def info(self, **options: Any) -> Answer:
        """What the dossier holds; with ``mixing="kind"`` the ties between kinds."""
        return self.ask("info", **options)

    # Elsewhere.

    def network(self, weight: str = "") -> Network:
        """The selected facts as sparse rows; ``weight`` is a numeric attribute."""
        return Network(_entente.rows(self._graph, self._options, weight))

    def to_networkx(self) -> Any:
        """The selected facts as a ``networkx.MultiDiGraph``: nodes are ids with ``kind`` and
        ``name``, edges have the relation's id as key, and ``type``, ``when``, ``certainty``,
        ``modality`` and its attributes.

        >>> graph = load("data/japan-nato").select(type="met_with")
        >>> len(graph.relations()) == graph.to_networkx().number_of_edges()
        True
        """
        import networkx

        made = networkx.MultiDiGraph()
        for number in _entente.entities(self._graph, self._options):
            made.add_node(self._graph.entity_id(number), kind=self._graph.entity_kind(number),
                          name=self._graph.entity_name(number, self._languages))
        for record in self.relations():
            members = {name: record[name] for name in ("type", "when", "modality", "certainty")
                       if name in record}
            key = made.add_edge(record["from"], record["to"], key=record["id"])
            # Attributes may have the names of parameters, such as key.
            made.edges[record["from"], record["to"], key].update(
                {**record.get("attributes", {}), **members})
        return made

    def __repr__(self) -> str:
        chosen = ", ".join(f"{name}={','.join(values)}" for name, values in self._options.items())
        return f"<entente.Graph: {self.entity_count} entities, {self.relation_count} relations" + (
            f"; {chosen}>" if chosen else ">")


def load(*paths: str | bytes | os.PathLike[Any] | Iterable[Any]) -> Graph:
    """The graph of a dossier in one or several files and folders; one at least.

    >>> load("nowhere")
    Traceback (most recent call last):
    ...
    entente._errors.InputError: cannot open 'nowhere': No such file or directory
    """
    names: list[bytes] = []
    for path in paths:
        if isinstance(path, (str, bytes, os.PathLike)):
            names.append(_path(path))
        else:
            names.extend(_path(one) for one in path)
    return Graph(_entente.load(names))


def loads(text: str, name: str = "text") -> Graph:
    """The graph of a dossier in memory, JSON, or JSON Lines where ``name`` ends in .jsonl; ``name`` stands for
    it in errors.

    >>> loads("{}")
    Traceback (most recent call last):
    ...
    entente._errors.DossierError: ...
    """
    return Graph(_entente.load_text(_unicode("text", text), _unicode("name", name)))
