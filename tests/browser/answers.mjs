// The page's engine against the library: the same facts, reasons, surroundings, paths and advice on dates.
// usage: node answers.mjs FOLDER, which page_questions has filled

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataOf, viewer } from './pages.mjs';

const folder = process.argv[2];
const { adviceOn, Dossier, FactReader, Network, Unanswerable, countsAround, everything, isoOf, sentenceOf, togetherOn } = await viewer('engine/engine.ts');
const pages = new Map();
let asked = 0;
let refused = 0;
const spans = { certain: 0, possible: 0, none: 0 };
let days = 0;

function pageOf(file) {
  if (!pages.has(file)) {
    const dossier = new Dossier(dataOf(join(folder, file)));
    pages.set(file, { dossier, reader: new FactReader(dossier) });
  }
  return pages.get(file);
}

function check(question) {
  const { dossier, reader } = pageOf(question.page);
  const { data } = dossier;
  const selection = { ...everything, ...question.asked };
  const facts = reader.read(selection);
  const why = reader.whys(selection);
  const relations = {};
  for (const i of facts.relations)
    relations[data.relations[i].id] =
      [facts.verdicts[i] === 2 ? 'certain' : 'possible', facts.verdicts[i] === 2 ? 'none' : why(i)];
  // Where it counts how near something was attested, a page tells the reason for a window of several
  // days as the gravest of its days'; what is certain and possible is told exactly.
  const isOfADay = !selection.during && !selection.throughout && !/\//.test(selection.asOf) && /^$|-\d\d-\d\d$/.test(selection.asOf);
  const exactly = isOfADay || !data.selection.attested_within;
  const told = (rows) => Object.fromEntries(Object.entries(rows).map(([id, [certainty, reason]]) =>
    [id, exactly ? [certainty, reason] : [certainty]]));
  assert.deepEqual(told(relations), told(question.relations));
  assert.deepEqual(facts.entities.map((i) => data.entities[i].id).sort(), [...question.entities].sort());
  assert.deepEqual(facts.undated.map((i) => data.relations[i].id).sort(), [...question.undated].sort());
  assert.deepEqual(facts.ended.map((i) => data.relations[i].id).sort(), [...question.ended].sort());
  const seen = reader.seeing(selection);
  const sentences = facts.relations.map((i) => [data.relations[i].id, sentenceOf(dossier, seen(i), 0)]);
  assert.deepEqual(Object.fromEntries(sentences), question.told);
  surroundings(question, dossier, facts);
  paths(question, dossier, facts, seen);
}

function surroundings(question, dossier, facts) {
  const { data } = dossier;
  const near = new Network(dossier, facts, question.asked.direction).within(dossier.entityById.get(question.focus), question.depth);
  const distances = Object.fromEntries([...near].map(([i, distance]) => [data.entities[i].id, distance]));
  assert.deepEqual(distances, Object.fromEntries(question.ego.entities.map((row) => [row.entity, row.distance])));
  assert.deepEqual(countsAround(dossier, facts, near.keys()), question.ego.counts);
}

const certaintyOf = { certain: 'certain', 'on-a-day': 'certain', possible: 'possible', never: null };

function paths(question, dossier, facts, seen) {
  const { data } = dossier;
  const [from, to] = [question.from, question.to].map((id) => dossier.entityById.get(id));
  const { routes } = new Network(dossier, facts, question.asked.direction).shortest(from, to);
  const ours = routes.map((route) => [route.entities.map((i) => data.entities[i].id).join(' '), route.certain ? 'certain' : 'possible']);
  const theirs = question.path.paths.map((path) => [path.entities.join(' '), path.certainty]);
  assert.deepEqual(ours.sort(), theirs.sort());
  for (const route of routes) {
    if (route.hops.length < 2) continue;
    const names = route.entities.map((i) => data.entities[i].id).join(' ');
    const { span } = question.path.paths.find((path) => path.entities.join(' ') === names);
    const found = togetherOn(dossier, route, facts, seen);
    if (!found) continue; // it says that it cannot tell
    const [ours, theirs] = [certaintyOf[found.how], span?.certainty ?? null];
    ++spans[theirs ?? 'none'];
    // Of acts whose dates have gaps the page may see less certainty than there is, never more.
    const isTold = (row) => Array.isArray(row) || Array.isArray(row.g?.[0]);
    const exactly = route.hops.every((hop) => hop.relations.every((i) => isTold(seen(i).row)));
    if (exactly) assert.equal(ours, theirs, names);
    else if (ours === 'certain') assert.equal(theirs, 'certain', names);
    else assert.equal(ours === null, theirs === null, names);
    // A certain span whose ends are whole days has the same days in both.
    const told = /^(\d{4}-\d\d-\d\d)(?:\/(\d{4}-\d\d-\d\d))?$/.exec(span?.edtf ?? '');
    if (exactly && told && ours === theirs && found.how === 'certain') {
      ++days;
      assert.deepEqual([isoOf(found.first), isoOf(found.last)], [told[1], told[2] ?? told[1]], names);
    }
  }
}

/** The objects of a file, one a line. */
const linesOf = (file) => readFileSync(join(folder, file), 'utf8').split('\n').filter((line) => line).map((line) => JSON.parse(line));

const table = JSON.parse(readFileSync(new URL('../../tools/viewer/src/words/words.json', import.meta.url), 'utf8'));

/** What the page says to write, in English. */
function advised(text) {
  const meant = adviceOn(text);
  return meant ? `write ${table[`write-${meant.how}`][0].replace('{a}', meant.a).replace('{b}', meant.b)}` : '';
}

let advices = 0;
for (const { text, advice } of linesOf('wordings.jsonl')) {
  // Where no century is said or today is meant, the page shows how dates are written; it is no teacher of signs.
  const wanted = /as in|; a period/.test(advice) ? advice.replace(/^write the .*|; a period .*/, '') : advice;
  if (/至今/.test(text)) continue;
  assert.equal(advised(text), wanted, text);
  if (wanted) ++advices;
}

for (const question of linesOf('questions.jsonl')) {
  ++asked;
  try {
    check(question);
  } catch (error) {
    if (error instanceof Unanswerable) {
      ++refused;
      continue;
    }
    console.error(`seed ${question.seed}, ${question.page}: ${JSON.stringify(question.asked)}`);
    throw error;
  }
}
const { certain, possible, none } = spans;
console.log(`${advices} dates advised on; ${asked} questions about ${pages.size} pages, ${refused} of them refused; `
  + `common spans: ${certain} certain, ${possible} possible, ${none} none; ${days} from day to day`);
assert.ok(refused * 10 < asked, 'too many questions are refused');
// What compares nothing proves nothing.
for (const count of [advices, asked, certain, possible, none, days]) assert.ok(count > 0);
