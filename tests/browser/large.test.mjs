// A page of 5,000 entities and 20,000 ties: its size, its answers, and that it can be used.
// usage: TOOL=… node --test large.test.mjs

import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { it } from 'node:test';
import { dossier as made } from '../../bench/page/dossier.mjs';
import { moved, state } from './browser.mjs';
import { given, render, run, saved } from './given.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [megabyte, kilobyte] = [1_000_000, 1_000];
const { folder, claim } = given((into) => {
  for (const [name, evidence] of [['page', true], ['bare', false]]) {
    writeFileSync(join(into, `${name}.json`), JSON.stringify(made(5_000, 20_000, { evidence })));
    render(join(into, `${name}.json`), join(into, `${name}.html`));
  }
});

it('is as small as promised', () => {
  const page = readFileSync(join(folder, 'page.html'), 'utf8');
  const bare = Buffer.byteLength(page.replace(/(<script type="[^"]*" id="data">)[^<]*</, '$1<'));
  assert.ok(bare < Buffer.byteLength(page) && bare <= 150 * kilobyte, `without data ${bare} bytes`);
  for (const [name, most] of [['bare', 1.5], ['page', 4]])
    assert.ok(statSync(join(folder, `${name}.html`)).size <= most * megabyte, `${name}: ${statSync(join(folder, `${name}.html`)).size}`);
});

claim('answers as the tool does', async (page) => {
  const source = join(folder, 'page.json');
  for (const [option, value] of [['as-of', '1975-06-30'], ['during', '1990/1995'], ['known-at', '2001']]) {
    await moved(page, `${option}=${value}&type=member_of`);
    const answer = run('timeline', source, `--${option}`, value, '--type', 'member_of');
    const rows = answer.rows.filter((row) => row.relation).map((row) => ({ id: row.relation, certainty: row.certainty }));
    assert.deepEqual((await state(page)).relations, rows.sort((a, b) => (a.id < b.id ? -1 : 1)), `${option}=${value}`);
  }
  await moved(page, 'focus=country-3&as-of=1975-06-30');
  const answer = run('ego', source, 'country-3', '--as-of', '1975-06-30');
  assert.deepEqual((await state(page)).entities, answer.entities.map((row) => row.entity).sort());
});

claim('is found, told, listed and saved', async (page) => {
  await page.keyboard.press('/');
  await page.keyboard.type('Agreement 17');
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('[data-panel=details] article').isVisible());
  await moved(page, 'view=relations');
  assert.equal(await page.locator('tbody tr').count(), 500);
  assert.match(await page.locator('.tables p.quiet').innerText(), /19[, ]?500 more rows/);
  // By keys alone, on to the next rows; the first of them has the focus.
  await page.locator('[data-action=more-rows]').focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('tbody tr').count(), 1000);
  const at = await page.evaluate(() => [...document.querySelectorAll('tbody tr')].indexOf(document.activeElement.closest('tr')));
  assert.equal(at, 500);
  await page.locator('[role=search] input').fill('Country');
  const { entities } = JSON.parse(readFileSync(join(folder, 'page.json'), 'utf8'));
  const found = entities.filter(({ names }) => /country/i.test(JSON.stringify(names))).length;
  assert.equal(await page.locator('[role=search] [aria-live]').textContent(), `${found} found; the first 30 are listed`);
  await page.keyboard.press('Escape');
  const svg = String(await saved(page, folder, 'export-svg'));
  assert.match(svg, /<\/svg>\n$/);
  assert.doesNotMatch(svg, /NaN|undefined/);
});

claim('has no violations found by axe', async (page) => {
  await moved(page, 'show=country-3');
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  assert.deepEqual(violations.map(({ id }) => id), []);
});
