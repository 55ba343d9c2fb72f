import assert from 'node:assert/strict';
import { it } from 'node:test';
import { viewer } from '../../../tests/browser/pages.mjs';

const { dayOf, verdictOf, whyOf } = await viewer('engine/engine.ts');
const never = 999_999_999;
const on = (year, month, day) => ({ first: dayOf(year, month, day), last: dayOf(year, month, day) });

// 2014-05/2016: it began in May 2014 and ended in 2016.
const months = [24, dayOf(2014, 5, 1), dayOf(2014, 5, 31), dayOf(2016, 1, 1), dayOf(2016, 12, 31)];
// 2014-05/: no end is reported.
const unended = [8, dayOf(2014, 5, 1), dayOf(2014, 5, 31), dayOf(2014, 5, 1), never];

it('answers the table of the guide', () => {
  const asked = [[2014, 4, 30], [2014, 5, 15], [2014, 5, 31], [2016, 1, 1], [2016, 6, 30], [2017, 1, 1]];
  assert.deepEqual(asked.map((day) => verdictOf(months, on(...day))), [0, 1, 2, 2, 1, 0]);
  assert.deepEqual([[2014, 4, 30], [2014, 5, 31], [2030, 1, 1]].map((day) => verdictOf(unended, on(...day))), [0, 1, 1]);
});

it('gives the reason', () => {
  assert.equal(whyOf(months, on(2014, 5, 15)), 'imprecise');
  assert.equal(whyOf(unended, on(2030, 1, 1)), 'no-end-reported');
});

it('takes windows that only together say something', () => {
  const event = { y: [20, 10], m: [10, 20], w: [-never, 0, 10, 6, 21, 0] };
  assert.equal(verdictOf(event, { first: 12, last: 30 }), 1);
  assert.equal(verdictOf(event, { first: 5, last: 20 }), 2);
  assert.equal(whyOf(event, { first: 12, last: 12 }), 'imprecise');
});

const { Dossier, FactReader, everything, verdictThroughout } = await viewer('engine/engine.ts');
const years = (a, b = a) => ({ first: dayOf(a, 1, 1), last: dayOf(b, 12, 31) });

it('asks about every day', () => {
  assert.deepEqual([years(2015), years(2014), years(2016)].map((window) => verdictThroughout(months, window)), [2, 0, 1]);
  assert.equal(verdictThroughout(unended, { first: dayOf(2014, 5, 31), last: dayOf(2014, 6, 1) }), 1);
  // Two days: no act fills them, a witness may.
  const act = [25, 10, 10, 10, 10];
  assert.deepEqual([{ first: 10, last: 10 }, { first: 10, last: 11 }].map((window) => verdictThroughout(act, window)), [2, 0]);
  const probed = { y: [], m: [], w: [], c: [10, 20], p: [5, 30] };
  assert.deepEqual([[12, 20], [12, 21], [4, 8]].map(([first, last]) => verdictThroughout(probed, { first, last })), [2, 1, 0]);
});

// What is known of one tie by several records; each is [first start, last start, first end, last end].
const dossierOf = (rows) => new Dossier({
  selection: { types: [], kinds: [], modalities: [], sources: [], isolated: false, direction: 'both' },
  kinds: [{ id: 'country', up: ['country'] }], types: [{ id: 't' }], other_kinds: [], other_types: [],
  entities: [{ id: 'a', k: 0 }, { id: 'b', k: 0 }], count: 2,
  relations: rows.map((_, i) => ({ id: `r${i}`, t: 0, a: 0, b: 1, r: i, e: [] })),
  scenarios: { complete: true, masks: [[0, 1, 2, 3, 4]], relations: {} },
  rows: rows.map((bounds) => [24, ...bounds]),
});
const throughout = (rows, window) => [...new FactReader(dossierOf(rows)).read({ ...everything, throughout: window }).verdicts];

it('puts records together that are one tie', () => {
  const [a, b, c] = [dayOf(2010, 1, 1), dayOf(2014, 6, 30), dayOf(2020, 12, 31)];
  assert.deepEqual(throughout([[a, a, b, b], [b + 1, b + 1, c, c]], '2012/2018'), [2, 2]);
  assert.deepEqual(throughout([[a, a, b, b], [b + 2, b + 2, c, c]], '2012/2018'), [0, 0]);
  // 2010/2014 and 2015/2020: they may touch.
  assert.deepEqual(throughout([
    [a, dayOf(2010, 12, 31), dayOf(2014, 1, 1), dayOf(2014, 12, 31)],
    [dayOf(2015, 1, 1), dayOf(2015, 12, 31), dayOf(2020, 1, 1), c],
  ], '2012/2018'), [1, 1]);
});
