import assert from 'node:assert/strict';
import { it } from 'node:test';
import { viewer } from '../../../tests/browser/pages.mjs';

const { Folding } = await viewer('engine/engine.ts');
const folding = new Folding(['錫锡', '悅悦', '國国']);

it('brings spellings together', () => {
  assert.equal(folding.fold('尹錫悅'), '尹锡悦');
  assert.equal(folding.fold('ＮＡＴＯ  Summit'), 'nato summit');
  assert.equal(folding.plain('Jürgen Müller'), 'jurgen muller');
  assert.equal(folding.key('サーバー'), folding.key('サーバ'));
  assert.equal(folding.key('しょうわ'), folding.key('ショウワ'));
  assert.equal(folding.key('U.S.-Japan'), 'usjapan');
});

it('keeps sounds apart', () => {
  assert.notEqual(folding.key('ガ'), folding.key('カ'));
});

const { Dossier, foldsOf, regionsOf, twinsOf } = await viewer('engine/engine.ts');

// a, b, c and d are tied to each other in one region; x and y are both tied to a alone.
const folded = new Dossier({
  kinds: [{ id: 'country', up: ['country'] }, { id: 'person', up: ['person'] }],
  types: [{ id: 'partner_of', symmetric: true }, { id: 'visited' }],
  entities: ['a', 'b', 'c', 'd', 'x', 'y', 'z'].map((id, i) => ({ id, k: i > 3 ? 1 : 0, p: [0, 0, 10, 10, i > 3 ? 0 : 1, 7 - i, i > 3 ? -1 : 2] })),
  relations: [[0, 0, 1], [0, 1, 2], [0, 2, 3], [0, 3, 0], [1, 4, 0], [1, 5, 0], [1, 6, 1]].map(([t, a, b], i) => ({ id: `r${i}`, t, a, b })),
});
const all = [0, 1, 2, 3, 4, 5, 6];
const relations = [0, 1, 2, 3, 4, 5, 6];

it('finds regions and twins', () => {
  assert.deepEqual(regionsOf(folded, all), [{ lead: 3, members: [3, 2, 1, 0] }]);
  assert.deepEqual(regionsOf(folded, [0, 1, 4]), []);
  assert.deepEqual(twinsOf(folded, all, relations), [{ lead: 5, members: [5, 4] }]);
  // b and d are tied to a and c alike, once nobody visits b.
  assert.deepEqual(twinsOf(folded, all, relations.slice(0, 6)).map(({ members }) => members), [[3, 1], [5, 4]]);
});

it('folds what is chosen', () => {
  const leads = (fold) => foldsOf(folded, all, relations, fold).map(({ lead }) => lead);
  assert.deepEqual(leads([]), []);
  assert.deepEqual(leads(['d']), [3]);
  assert.deepEqual(leads(['*regions', '*twins']), [3, 5]);
  assert.deepEqual(leads(['*regions', 'd']), []);
});
