import assert from 'node:assert/strict';
import { it } from 'node:test';
import { viewer } from '../../../tests/browser/pages.mjs';

const { knownDays, together } = await viewer('engine/engine.ts');
const never = 999_999_999;
const state = (s0, s1, e0, e1) => [24, s0, s1, e0, e1];
const act = (first, last = first) => [25, first, last, first, last];

it('finds the longest stretch that all steps share', () => {
  assert.deepEqual(together([[state(0, 0, 50, 50)], [state(10, 10, 20, 20), state(30, 30, 90, 90)]]), { how: 'certain', first: 30, last: 50 });
  assert.deepEqual(together([[state(0, 0, 50, never)], [state(10, 40, 60, 60)]]), { how: 'certain', first: 40, last: 50 });
});

it('takes an act on an unknown day for certain where the others hold on all days it may be', () => {
  assert.deepEqual(together([[act(10, 20)], [state(0, 0, 50, 50)]]), { how: 'on-a-day', first: 10, last: 20 });
  assert.equal(together([[act(10, 20)], [state(15, 15, 50, 50)]]).how, 'possible');
});

it('says where there is no common day, and lets what is undated be', () => {
  assert.equal(together([[act(10)], [act(11)]]).how, 'never');
  assert.equal(together([[act(10)], [null]]).how, 'possible');
});

it('counts the days that are certain', () => {
  assert.deepEqual([act(3), act(3, 9), state(0, 5, 9, 20)].map(knownDays), [1, 0, 5]);
});
