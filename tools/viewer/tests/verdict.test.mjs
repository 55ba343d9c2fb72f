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
