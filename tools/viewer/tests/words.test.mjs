import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { it } from 'node:test';
import { viewer } from '../../../tests/browser/pages.mjs';

const { collatorFor, languageOf, languages } = await viewer('words/words.ts');

it('takes the first language that it knows', () => {
  const known = ['uk'];
  const asked = { 'en,ja': 'en', zh_CN: 'zh-CN', 'zh-hant': 'zh-Hant', '%E0': 'fr', '': 'fr', 'tlh, ko': 'ko', uk: 'uk', '-': 'fr' };
  for (const [text, tag] of Object.entries(asked)) assert.equal(languageOf(text, known, 'fr'), tag, text);
});

it('compares in whatever language', () => {
  for (const tag of ['en,ja', 'zh_CN', '%E0', '']) assert.ok(collatorFor(tag).compare('a', 'b') < 0, tag);
});

it('says all in all languages, with the same gaps', () => {
  assert.equal(languages.length, readdirSync(new URL('../src/words', import.meta.url)).length - 1);
  const [, , en] = languages[0];
  const gaps = (text) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();
  for (const [tag, , words] of languages) {
    assert.deepEqual(Object.keys(words).sort(), Object.keys(en).sort(), tag);
    for (const [word, text] of Object.entries(words)) assert.deepEqual(gaps(text), gaps(en[word]), `${tag} ${word}`);
  }
});
