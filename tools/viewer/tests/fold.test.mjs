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
