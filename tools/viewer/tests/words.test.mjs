import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { viewer } from '../../../tests/browser/pages.mjs';

const { collatorFor, languageOf, languages, learn } = await viewer('words/words.ts');
const written = readFileSync(new URL('../src/words/words.json', import.meta.url), 'utf8');
const table = JSON.parse(written);
learn(table);

it('takes the first language that it knows', () => {
  const known = ['uk'];
  const asked = { 'en,ja': 'en', zh_CN: 'zh-CN', 'zh-hant': 'zh-Hant', '%E0': 'fr', '': 'fr', 'tlh, ko': 'ko', uk: 'uk', '-': 'fr' };
  for (const [text, tag] of Object.entries(asked)) assert.equal(languageOf(text, known, 'fr'), tag, text);
});

it('compares in whatever language', () => {
  for (const tag of ['en,ja', 'zh_CN', '%E0', '']) assert.ok(collatorFor(tag).compare('a', 'b') < 0, tag);
});

it('says all in all languages, with the same gaps', () => {
  const gaps = (text) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();
  assert.equal(written.match(/^  "/gm).length, Object.keys(table).length, 'no word stands twice');
  for (const [word, texts] of Object.entries(table)) {
    assert.equal(texts.length, table.languageTag.length, word);
    for (const text of texts) assert.deepEqual(gaps(text), gaps(texts[0]), `${word}: ${text}`);
  }
});

it('is learned', () => {
  const names = 'English 日本語 简体中文 繁體中文 Français Deutsch 한국어';
  assert.equal(languages.map(([, name]) => name).join(' '), names);
  languages.forEach(([tag, , words], i) => assert.deepEqual([tag, words.search], [table.languageTag[i], table.search[i]]));
});
