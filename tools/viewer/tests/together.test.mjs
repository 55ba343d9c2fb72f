import assert from 'node:assert/strict';
import { it } from 'node:test';
import { viewer } from '../../../tests/browser/pages.mjs';

const { Dossier, knownDays, together, togetherOn } = await viewer('engine/engine.ts');
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

/** A dossier of one tie of two records, one of which a period leaves out, and of a step from its end. */
const joined = () => {
  const entity = (id) => ({ id, n: { en: [id] }, k: 0 });
  const tie = (id, a, b, r, t) => ({ id, t, a, b, r, w: 'x', s: [''], e: [] });
  return new Dossier({
    types: [{ id: 'partner_of', names: {}, inverse: {} }, { id: 'signed', names: {}, inverse: {}, instant: true }],
    entities: ['a', 'b', 'c'].map(entity),
    relations: [tie('early', 0, 1, 0, 0), tie('late', 0, 1, 1, 0), tie('act', 1, 2, 2, 1)],
    rows: [state(0, 0, 49, 49), state(50, 50, 90, 90), act(40, 60)],
  });
};

it('lets records that a period leaves out lengthen those that it keeps', () => {
  const dossier = joined();
  const seen = (i) => ({ known: 2, row: dossier.data.rows[i], wording: dossier.data.relations[i], evidence: [] });
  const hop = (from, to, relation) => ({ from, to, relations: [relation], certain: true });
  const route = { entities: [0, 1, 2], hops: [hop(0, 1, 1), hop(1, 2, 2)], certain: true };
  const facts = (windows) => ({ windows, isDated: windows.length > 0, verdicts: new Uint8Array([0, 2, 2]) });
  assert.deepEqual(togetherOn(dossier, route, facts([{ first: 55, last: never }]), seen), { how: 'on-a-day', first: 40, last: 60 });
  assert.equal(togetherOn(dossier, route, facts([]), seen).how, 'possible');
});

it('takes what holds on all days for met by an act on any', () => {
  assert.equal(together([[act(-never, never)], [state(-never, -never, never, never)]]).how, 'on-a-day');
});
