import assert from 'node:assert/strict';
import { it } from 'node:test';
import { viewer } from '../../../tests/browser/pages.mjs';

const { csvOf } = await viewer('engine/engine.ts');
const cell = (text) => csvOf([[text]]).slice(0, -2);

it('guards what spreadsheets would run, and no numbers', () => {
  for (const text of ['=1+1', '+a', '-a', '@SUM(A1)', '\ta', '＝1+1', '＋1+1', '－a', '＠a', '-', '+1.2.3', '-.', '-1e'])
    assert.equal(cell(text), `'${text}`, text);
  assert.equal(cell('\n=1+1'), '"\'\n=1+1"');
  assert.equal(cell('\r=1'), '"\'\r=1"');
  for (const text of ['', 'a=1', '1', '-5', '+0.5', '-.5', '-1e-3', '+1.', "'a", '〜1', '日本']) assert.equal(cell(text), text, text);
});

it('quotes after RFC 4180', () => {
  assert.equal(csvOf([['a,b', 'c"d'], ['e\nf', 'g']]), '"a,b","c""d"\r\n"e\nf",g\r\n');
});
