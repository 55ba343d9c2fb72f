"""The module: its docstrings, its answers beside the tool's, its arrays and its errors.
usage: python_test.py FOLDER_OF_THE_PACKAGE [TOOL]"""

import doctest
import json
import subprocess
import sys
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
