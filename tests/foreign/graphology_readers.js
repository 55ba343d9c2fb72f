// graphology reads what we write as GEXF and GraphML: the same nodes, edges, degrees and attributes.
// usage: node graphology_readers.js MODULES ENTENTE DOSSIER
"use strict";

const { execFileSync } = require("node:child_process");
const { existsSync } = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");

const [modules, entente, dossier] = process.argv.slice(2);
if (!existsSync(path.join(modules, "node_modules", "graphology"))) {
  console.error(`graphology is not installed in ${modules}: npm install --prefix ${modules} graphology graphology-gexf graphology-graphml`);
  process.exit(process.env.CI ? 1 : 77);
}
const load = createRequire(path.join(path.resolve(modules), "package.json"));
const { MultiGraph } = load("graphology");
const readers = { gexf: load("graphology-gexf"), graphml: load("graphology-graphml") };

let failures = 0;
function expect(claim, what) {
  if (claim) return;
  failures += 1;
  console.error("does not hold:", what);
}

function run(...words) {
  const options = { encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "ignore"] };
  return execFileSync(entente, words, options);
}

const original = JSON.parse(run("convert", dossier, "--to", "json"));
const entities = new Map(original.entities.map((entity) => [entity.id, entity]));
const degrees = new Map();
for (const { from, to } of original.relations)
  for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);

const sorted = (values) => JSON.stringify([...values].sort());

for (const [format, { parse }] of Object.entries(readers)) {
  const graph = parse(MultiGraph, run("convert", dossier, "--to", format), { allowUndeclaredAttributes: true });
  const idOf = (node) => graph.getNodeAttribute(node, "entity") ?? node;
  expect(graph.order === entities.size, `${format}: as many nodes`);
  expect(graph.size === original.relations.length, `${format}: as many edges`);
  graph.forEachNode((node, attributes) => {
    const id = idOf(node);
    const entity = entities.get(id);
    expect(entity !== undefined, `${format}: ${id} is an entity`);
    if (!entity) return;
    expect(attributes.kind === entity.kind, `${format}: the kind of ${id}`);
    expect(graph.degree(node) === (degrees.get(id) ?? 0), `${format}: the degree of ${id}`);
  });
  const types = graph.mapEdges((edge, attributes) => attributes.type ?? attributes.kind);
  expect(sorted(types) === sorted(original.relations.map((relation) => relation.type)), `${format}: types`);
  const whens = graph.mapEdges((edge, attributes) => attributes.when).filter((when) => typeof when === "string");
  const texts = original.relations.map((relation) => relation.when).filter((when) => typeof when === "string");
  expect(texts.every((text) => whens.includes(text)), `${format}: dates`);
}
process.exit(failures > 0 ? 1 : 0);
