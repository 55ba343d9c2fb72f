import assert from 'node:assert/strict';
import { it } from 'node:test';
import { viewer } from '../../../tests/browser/pages.mjs';

const { addressOf, initialState, readAddress, stateFrom, storyAlone } = await viewer('engine/engine.ts');
const selection = { as_of: null, during: null, throughout: null, known_at: null, certain: false, undated: false };
const start = initialState({ selection, languages: ['en'] });

it('comes back as it was', () => {
  for (const change of [
    {}, { asOf: '2013-06-30', focus: 'japan', depth: 3 }, { during: '2013/2014', certain: true, undated: true },
    { types: ['met_with', 'a,b'], kinds: ['country'], sources: ['d%2C1'], modalities: ['plan'] },
    { path: ['a,b', 'c d&e=f#'], view: 'relations', lang: 'zh-Hant' }, { show: '日本', tie: '<id>', theme: 'dark', story: 2, embed: true },
    { direction: 'in', isolated: true, inference: false },
  ]) {
    const state = { ...start, ...change };
    assert.deepEqual(stateFrom(`#${addressOf(state, start)}`, start), state, addressOf(state, start));
  }
});

it('takes what people write', () => {
  assert.deepEqual(stateFrom('#path=japan%2Cnato', start).path, ['japan', 'nato']);
  assert.deepEqual(stateFrom('#type=met_with,attended&type=signed', start).types, ['met_with', 'attended', 'signed']);
  assert.equal(stateFrom('#as-of=%zz', start).asOf, '%zz');
});

/** What is left out of an address. */
const left = (address, made = {}) => readAddress(address, start, made).left.map(({ option, value }) => (option ? [option, value] : value));

it('says what it leaves out', () => {
  for (const part of ['nonsense', 'as_of=2013', 'AS-OF=2013', 'view=map', 'theme=blue', 'path=japan', 'path=a,b,c', 'depth=x', 'story=two',
    'certain=perhaps', 'direction=up', 'embed=2', 'known_at=%E5%B9%B4'])
    assert.deepEqual(left(`#focus=x&${part}`), [decodeURIComponent(part)], part);
  assert.deepEqual(left('#as-of=2013&as-of=2014'), ['as-of=2014']);
  assert.equal(stateFrom('#as-of=2013&as-of=2014', start).asOf, '2013');
  assert.deepEqual(left('#depth=9&focus=x'), [['depth', '9']]);
  assert.equal(stateFrom('#depth=9&focus=x', start).depth, 1);
  assert.deepEqual(left('#certain=true&undated=false&isolated&no-inference=yes&embed=no&type=a&type=b&fold=x&fold=y&view=relations'), []);
});

it('takes how dates are read as the page was made', () => {
  assert.deepEqual(left('#presume-lasting&attested-within=1y&observed-through=2020&max-entities=9&identities'),
    [['presume-lasting', 'yes'], ['attested-within', '1y'], ['observed-through', '2020'], ['max-entities', '9'], ['identities', '']]);
  assert.deepEqual(left('#presume-lasting&attested-within=1y&observed-through=2020',
    { presume_lasting: true, attested_within: '1y', observed_through: '2020' }), []);
  assert.deepEqual(left('#presume-lasting=no'), []);
  const uninferred = initialState({ selection: { ...selection, inference: false }, languages: ['en'] });
  assert.deepEqual(readAddress('#no-inference=no', uninferred, {}).left, [{ option: 'no-inference', value: 'no' }]);
  assert.equal(readAddress('#no-inference', uninferred, {}).state.inference, false);
});

it('lets a period take the place of the one the page began with', () => {
  const dated = { ...start, asOf: '2014' };
  assert.equal(stateFrom('#during=2013/2015', dated).asOf, '');
  assert.equal(stateFrom('#as-of=', dated).asOf, '');
  assert.equal(stateFrom('', dated).asOf, '2014');
});

it('asks one period', () => {
  const dated = { ...start, asOf: '2013' };
  const asked = stateFrom('#throughout=2014/2016', dated);
  assert.deepEqual([asked.asOf, asked.during, asked.throughout], ['', '', '2014/2016']);
  assert.equal(addressOf(asked, dated).includes('throughout=2014/2016'), true);
  assert.deepEqual(stateFrom(`#${addressOf(asked, dated)}`, dated), asked);
});

it('means the view of a story by its number alone', () => {
  assert.deepEqual(['#story=2', '#lang=ja&story=2', '#story=2&focus=x', '#view=picture&story=2', ''].map((address) => storyAlone(address, start)), [2, 2, 0, 0, 0]);
  // Who has left the view of a story and goes on in it says so.
  assert.equal(storyAlone(addressOf({ ...start, story: 2 }, start), start), 0);
  assert.deepEqual(stateFrom(addressOf({ ...start, story: 2 }, start), start), { ...start, story: 2 });
});
