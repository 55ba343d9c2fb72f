import assert from 'node:assert/strict';
import { it } from 'node:test';
import { viewer } from '../../../tests/browser/pages.mjs';

const { judgeRow } = await viewer('engine/engine.ts');
const never = 999_999_999;
const [witness, startKnown, endKnown] = [4, 8, 16];
// From day 10, no end is reported; attested between 20 and 29; from day 10 to day 40.
const unended = [startKnown, 10, 10, 10, never];
const attested = [witness, -never, 29, 20, never];
const ended = [startKnown | endKnown, 10, 10, 40, 40];
const row = (...cases) => ({ y: [], m: [], w: [], c: [], p: [], g: cases });
const on = (first, last = first) => [{ first, last }, false];

it('gives the gravest reason of the dates', () => {
  assert.deepEqual(judgeRow(row([unended, attested]), [on(15)]), { verdict: 1, why: 'witness' });
  assert.deepEqual(judgeRow(row([unended]), [on(15)]), { verdict: 1, why: 'no-end-reported' });
  assert.deepEqual(judgeRow(row([unended, attested]), [on(15, 30)]), { verdict: 2, why: 'none' });
});

it('says that it matters what had been published', () => {
  const cases = row([ended], [ended], [unended], []);
  assert.deepEqual(judgeRow(cases, [on(30)]), { verdict: 1, why: 'published' });
  assert.deepEqual(judgeRow(row([unended], [unended], [unended], [unended]), [on(30)]), { verdict: 1, why: 'no-end-reported' });
});

it('takes what nobody reports to have ended up to a day for that', () => {
  const open = [startKnown | endKnown, 10, 10, 20, 40, 30];
  assert.deepEqual([25, 35].map((day) => judgeRow(open, [on(day)]).why), ['no-end-reported', 'imprecise']);
});
