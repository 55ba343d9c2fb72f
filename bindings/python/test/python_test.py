"""The module: its docstrings, its answers beside the tool's, its arrays and its errors.
usage: python_test.py FOLDER_OF_THE_PACKAGE [TOOL]"""

import doctest
import json
import os
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(sys.argv[1]).parent))
TOOL = sys.argv[2] if len(sys.argv) > 2 else None
import entente  # noqa: E402

DOSSIER = "data/japan-nato"


class Docstrings(unittest.TestCase):
    def test_say_what_happens(self):
        result = doctest.testmod(entente, optionflags=doctest.ELLIPSIS)
        self.assertGreater(result.attempted, 20)
        self.assertEqual(result.failed, 0)


class Answers(unittest.TestCase):
    def setUp(self):
        self.graph = entente.load(DOSSIER)

    @unittest.skipUnless(TOOL, "the tool is not built")
    def test_have_the_members_of_the_tool(self):
        calls = [
            (self.graph.during("2023").path("尹锡悦", "马克龙"),
             ["path", DOSSIER, "尹锡悦", "马克龙", "--during", "2023"]),
            (self.graph.as_of("2023-12-31").rank("betweenness", top=5),
             ["rank", DOSSIER, "--by", "betweenness", "--top", "5", "--as-of", "2023-12-31"]),
            (self.graph.select(type=["met_with"]).groups(),
             ["groups", DOSSIER, "--type", "met_with"]),
            (self.graph.series(by="relations", step="year"),
             ["series", DOSSIER, "relations", "--step", "year"]),
            (self.graph.find("北约"), ["find", DOSSIER, "北约"]),
            (self.graph.query("MATCH (a:country) RETURN a.id"),
             ["query", DOSSIER, "MATCH (a:country) RETURN a.id"]),
            (self.graph.neighbors("nato"), ["neighbors", DOSSIER, "nato"]),
            (self.graph.show("nato"), ["show", DOSSIER, "nato"]),
            (self.graph.known_at("2014").timeline("nato"),
             ["timeline", DOSSIER, "nato", "--known-at", "2014"]),
            (self.graph.info(), ["info", DOSSIER]),
            (self.graph.info(mixing="kind"), ["info", DOSSIER, "--mixing", "kind"]),
            (self.graph.ask("balance", limit=3), ["balance", DOSSIER, "--limit", "3"]),
            (self.graph.groups(census=True), ["groups", DOSSIER, "--census"]),
            (self.graph.select(direction="both").groups(census=True),
             ["groups", DOSSIER, "--census", "--direction", "both"]),
            (self.graph.select(type="met_with,party_to", kind="person,country").rank(top=3),
             ["rank", DOSSIER, "--type", "met_with,party_to", "--kind", "person,country", "--top", "3"]),
            (self.graph.series(by="entities", expanding=True),
             ["series", DOSSIER, "entities", "--expanding"]),
            (self.graph.path("japan", "emmanuel-macron", avoid_type="met_with,party_to"),
             ["path", DOSSIER, "japan", "emmanuel-macron", "--avoid-type", "met_with,party_to"]),
            *((self.graph.ask("components", **{part: True}),
               ["components", DOSSIER, "--" + part.replace("_", "-")])
              for part in ["strong", "bridges", "biconnected", "cut_vertices"]),
        ]
        for answer, call in calls:
            with self.subTest(call=call):
                printed = subprocess.run([TOOL, *call, "--format", "json"], capture_output=True,
                                         check=False).stdout.decode()
                self.assertEqual(json.loads(printed), answer)

    def test_say_whether_there_is_anything(self):
        self.assertTrue(self.graph.find("nato"))
        self.assertFalse(self.graph.select(type="met_with", as_of="1700").path("japan", "nato"))

    def test_run_side_by_side(self):
        found = []
        threads = [threading.Thread(target=lambda: found.append(self.graph.rank().json))
                   for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(set(found)), 1)
        self.assertEqual(len(found), 4)

    def test_end_at_their_time_out(self):
        with self.assertRaises(entente.LimitReached):
            self.graph.path("japan", "nato", timeout=0.0, max_hops=9, limit=100000)

    def test_of_every_verb_end_at_their_time_out(self):
        pair = ["japan", "nato"]
        for verb, options in [
                ("balance", {}), ("common", {"entity": pair}), ("components", {}),
                ("diff", {"first": "2014", "second": "2023"}), ("ego", {"entity": "japan"}),
                ("find", {"text": "japan"}), ("groups", {}), ("info", {}),
                ("lineage", {"entity": "japan-nato-itpp-2023"}), ("neighbors", {"entity": "japan"}),
                ("path", {"from": "japan", "to": "nato"}), ("query", {"text": "RETURN 1"}),
                ("rank", {}), ("series", {}), ("show", {"entity": "japan"}), ("timeline", {})]:
            with self.subTest(verb=verb):
                with self.assertRaises(entente.LimitReached):
                    self.graph.ask(verb, timeout=0.0, **options)
                self.graph.ask(verb, timeout=600.0, **options)

    def test_say_what_a_limit_left_out(self):
        whole = self.graph.path("japan", "nato", max_hops=1)
        self.assertEqual(whole.left_out, "")
        cut = self.graph.path("japan", "nato", max_hops=4)
        self.assertEqual(len(cut["paths"]), 1000)
        self.assertIn("limit N", cut.left_out)
        self.assertNotIn("--", cut.left_out)
        self.assertEqual(self.graph.path("japan", "nato", max_hops=4, limit=1000).left_out, "")

    def test_take_as_long_as_they_may(self):
        for timeout in [9.3e9, 1e300, float("inf")]:
            self.assertTrue(self.graph.rank("betweenness", top=1, timeout=timeout))
        for timeout in [float("nan"), -1, float("-inf")]:
            with self.assertRaises(entente.InvalidArgument):
                self.graph.rank(timeout=timeout)

    def test_take_parameters_as_they_are(self):
        def echoed(value):
            return self.graph.query("RETURN $x AS x", {"x": value})["rows"][0]["x"]

        for value in [1, -2**63, 2**63 - 1, 1.5, 1e300, 2.0**70, -0.25, True, None, "NaN", 'a"b',
                      "2013", [1, [2.5, "x"]], {'a"b': 1}, {"a`b\\": {"c'": [None]}}, [], {}]:
            with self.subTest(value=value):
                self.assertEqual(echoed(value), value)
        for value in [float("nan"), [float("inf")], {"a": float("-inf")}, 2**63, [-2**63 - 1]]:
            with self.subTest(value=value):
                with self.assertRaises(entente.InvalidArgument) as caught:
                    echoed(value)
                self.assertIn("param 'x'", str(caught.exception))
        with self.assertRaises(entente.QueryError) as caught:
            self.graph.query("RETURN $x AS x")
        self.assertIn("param={'x': …}", str(caught.exception))
        self.assertNotIn("--param", str(caught.exception))


class Options(unittest.TestCase):
    """What would have no effect is refused, as the tool refuses it, in the words of Python."""

    def refused(self, code, verb, selection=None, **options):
        graph = entente.load(DOSSIER).select(**(selection or {}))
        with self.subTest(verb=verb, options=options):
            with self.assertRaises(entente.InvalidArgument) as caught:
                graph.ask(verb, **options)
            self.assertEqual(caught.exception.code, code)
            self.assertNotIn("--", str(caught.exception))

    def test_of_paths(self):
        pair = {"from": "japan", "to": "nato"}
        for options in [{"k": 3, "all_shortest": True}, {"k": 3, "max_hops": 2},
                        {"all_shortest": True, "max_hops": 2}]:
            self.refused("usage", "path", **pair, **options)
        for options in [{"limit": 3}, {"k": 3, "limit": 1}, {"missing_weight": 2},
                        {"max_hops": 2, "weight": "shots"}, {"all_shortest": False, "limit": 3}]:
            self.refused("no-effect", "path", **pair, **options)
        for options in [{"k": 0}, {"k": -1}, {"max_hops": 0}, {"all_shortest": True, "limit": 0}]:
            self.refused("bad-option-value", "path", **pair, **options)
        self.assertTrue(entente.load(DOSSIER).path("japan", "nato", k=2, all_shortest=False))

    def test_of_measures(self):
        for options in [{"damping": 0.5}, {"scale": "raw"}, {"sample": 3}, {"seed": 3}, {"alpha": 0.01},
                        {"restart": ["japan"]}, {"weight": "shots"}, {"missing_weight": 3}]:
            self.refused("no-effect", "rank", by="degree", **options)
            self.refused("no-effect", "series", by="relations", **options)
        self.refused("no-effect", "rank", by="betweenness", seed=2)
        self.refused("no-effect", "rank", by="degree", explain=True, over=["agreement"])
        self.refused("unknown-measure", "rank", by="fame", damping=0.5)
        for by in ["relations", "entities", "density", "diameter"]:
            self.refused("no-effect", "series", by=by, entity=["japan"])
        self.refused("no-effect", "series", by="relations", over=["agreement"])
        self.refused("usage", "series", by="relations", rolling=2, expanding=True)
        self.refused("bad-option-value", "series", by="relations", rolling=0)
        self.refused("bad-option-value", "rank", top=0)
        self.assertTrue(entente.load(DOSSIER).rank("degree", multi=True, top=1))

    def test_of_groups_and_components(self):
        self.refused("unknown-option", "groups", multi=True)
        self.refused("no-effect", "groups", census=True, resolution=2)
        self.refused("no-effect", "groups", missing_weight=2)
        self.refused("usage", "components", strong=True, bridges=True)
        self.refused("no-effect", "components", multi=True)

    def test_of_other_verbs(self):
        self.refused("bad-option-value", "neighbors", entity="japan", depth=0)
        self.refused("bad-option-value", "ego", entity="japan", depth=0)
        self.refused("missing-option", "common", entity=["japan"])
        self.refused("bad-option-value", "balance", limit=0)
        self.refused("bad-option-value", "info", mixing="type")
        self.refused("no-effect", "query", text="RETURN $x", param=["x=1", "y=2"])
        self.refused("bad-option-value", "query", text="RETURN $x", param=["x=1", "x=2"])
        self.refused("no-effect", "query", {"direction": "out"}, text="RETURN 1")
        self.refused("no-effect", "query", {"isolated": True}, text="RETURN 1")
        for name in ["as_of", "during", "known_at", "type"]:
            self.refused("bad-option-value", "info", {name: ""})


class Files(unittest.TestCase):
    def test_are_named(self):
        for nothing in [[], [[]], [iter([])]]:
            with self.assertRaises(entente.InvalidArgument) as caught:
                entente.load(*nothing)
            self.assertEqual(caught.exception.code, "no-input")
        for name in ["data\0x", b"data\0x", ""]:
            with self.assertRaises(entente.InvalidArgument) as caught:
                entente.load(name)
            self.assertEqual(caught.exception.code, "bad-path")
        with self.assertRaises(entente.InvalidArgument):
            entente.load(DOSSIER).find("\ud800")
        with self.assertRaises(entente.InvalidArgument):
            entente.loads("{}", "\udcff.json")

    def test_may_have_names_that_are_not_utf_8(self):
        with tempfile.TemporaryDirectory() as folder:
            name = os.fsencode(folder) + b"/d\xff.json"
            with self.assertRaises(entente.InputError):
                entente.load(os.fsdecode(name))
            with open(name, "w") as file:
                json.dump({"format": "entente/1", "entities": [
                    {"id": "a", "kind": "country", "names": {"en": ["A"]}}], "relations": []}, file)
            for path in [name, os.fsdecode(name), Path(os.fsdecode(name))]:
                self.assertEqual(entente.load(path).entity_count, 1)


class Networks(unittest.TestCase):
    def test_are_arrays_without_a_copy(self):
        import numpy

        network = entente.load(DOSSIER).select(type="met_with").network()
        neighbours = numpy.asarray(network.neighbours)
        offsets = numpy.asarray(network.offsets)
        self.assertEqual(neighbours.dtype, numpy.uint32)
        self.assertFalse(neighbours.flags.owndata)
        self.assertFalse(neighbours.flags.writeable)
        self.assertEqual(offsets[-1], len(neighbours))
        self.assertEqual(numpy.asarray(network.weights).sum(), len(neighbours))
        again = numpy.asarray(network.neighbours)
        self.assertEqual(again.__array_interface__["data"], neighbours.__array_interface__["data"])
        del network, offsets, again
        self.assertLess(neighbours.max(), len(neighbours))  # the arrays outlive the network

    def test_go_to_networkx(self):
        graph = entente.load(DOSSIER)
        made = graph.to_networkx()
        self.assertEqual(made.number_of_edges(), graph.relation_count)
        self.assertEqual(made.number_of_nodes(), graph.entity_count)
        self.assertEqual(made.nodes["japan"]["kind"], "country")


    def test_keep_attributes_of_any_name(self):
        names = ["key", "self", "u_for_edge", "v_for_edge", "type", "from"]
        relation = {"id": "r", "type": "partner_of", "from": "a", "to": "b",
                    "attributes": {name: "mine" for name in names}}
        graph = entente.loads(json.dumps({
            "format": "entente/1",
            "entities": [{"id": id, "kind": "country", "names": {"en": [id]}} for id in "ab"],
            "relations": [relation]}))
        made = graph.to_networkx()
        data = made.edges["a", "b", "r"]
        self.assertEqual([data[name] for name in names], ["mine"] * 4 + ["partner_of", "mine"])

    def test_are_of_any_iterable_of_names(self):
        count = entente.load(DOSSIER).entity_count
        for names in [iter([DOSSIER]), {DOSSIER}, Path(DOSSIER), [Path(DOSSIER)]]:
            self.assertEqual(entente.load(names).entity_count, count)


class Errors(unittest.TestCase):
    def test_have_codes_and_classes(self):
        graph = entente.load(DOSSIER)
        for call, kind, code, status in [
            (lambda: entente.load("nowhere"), entente.InputError, "input-missing", 66),
            (lambda: graph.as_of("2014-02-30").rank(), entente.InvalidArgument, "bad-date", 64),
            (lambda: graph.select(durring="2014").rank(), entente.InvalidArgument,
             "unknown-option", 64),
            (lambda: graph.path("japan", "atlantis"), entente.InvalidArgument, "unknown-entity", 64),
            (lambda: graph.rank("fame"), entente.InvalidArgument, "unknown-measure", 64),
            (lambda: entente.loads("{"), entente.DossierError, None, 65),
        ]:
            with self.subTest(code=code):
                with self.assertRaises(kind) as caught:
                    call()
                self.assertEqual(caught.exception.exit_code, status)
                self.assertIsInstance(caught.exception, entente.Error)
                if code:
                    self.assertEqual(caught.exception.code, code)
        for option in ["type", "types", "known_at"]:  # the selection's, not the verb's
            with self.assertRaisesRegex(entente.InvalidArgument, "select"):
                graph.path("japan", "nato", **{option: "met_with"})
        with self.assertRaises(entente.DossierError) as caught:
            entente.loads("{")
        self.assertTrue(caught.exception.problems)
        with self.assertRaises(entente.QueryError):
            graph.query("MATCH")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
