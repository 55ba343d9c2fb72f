// The page of the shipped dossier without a mouse, without eyes, on a phone, on paper, saved; and with names that
// would be more than names.
// usage: TOOL=… DOSSIER=… node --test everyone.test.mjs

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { moved, opened, state } from './browser.mjs';
import { csvRows, dossier, given, render, run, saved, tool } from './given.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const story = { start: { show: 'as-of=2023-07-12&focus=japan', text: 'Japan in July 2023' }, end: { show: 'path=japan,nato', text: 'How they are tied' } };
const { at, folder, claim } = given((into) => {
  writeFileSync(join(into, 'story.json'), JSON.stringify(story));
  render(dossier, join(into, 'page.html'), '--story', join(into, 'story.json'));
});

describe('saving', () => {
  claim('the selection as the tool answers it', async (page) => {
    await moved(page, 'as-of=2023-07-12&focus=nato');
    const shown = await state(page);
    const answer = run('ego', dossier, 'nato', '--as-of', '2023-07-12');
    const json = JSON.parse(await saved(page, folder, 'export-json'));
    assert.equal(json.selection.as_of, '2023-07-12');
    assert.deepEqual(json.entities.map(({ id }) => id).sort(), shown.entities);
    const rows = (list) => list.map((row) => [row.relation, row.type, row.from, row.to, row.certainty, row.sentence]).sort();
    assert.deepEqual(rows(json.relations), rows(answer.relations));
    const [head, ...ties] = csvRows(String(await saved(page, folder, 'export-csv')));
    assert.equal(head.join(), 'relation,type,from,to,when,modality,certainty,why,sources,sentence');
    assert.deepEqual(ties.map(([relation, type, from, to, , , certainty, , , sentence]) => [relation, type, from, to, certainty, sentence]).sort(), rows(answer.relations));
    const [, ...entities] = csvRows(String(await saved(page, folder, 'export-csv-entities')));
    assert.deepEqual(entities.map(([id]) => id).sort(), shown.entities);
  });
  claim('the picture with its title, what is asked, its legend and its sources', async (page) => {
    await moved(page, 'as-of=2023-07-12&focus=nato');
    const svg = String(await saved(page, folder, 'export-svg'));
    assert.match(svg, /^<svg [^>]*xmlns=/);
    assert.doesNotMatch(svg, /<script|on\w+=|NaN|undefined/);
    const read = await page.evaluate((text) => {
      const picture = new DOMParser().parseFromString(text, 'image/svg+xml');
      return { fault: picture.querySelector('parsererror')?.textContent ?? '', texts: [...picture.querySelectorAll('text')].map((each) => each.textContent), width: Number(picture.documentElement.getAttribute('width')) };
    }, svg);
    assert.equal(read.fault, '');
    const title = await page.title();
    for (const part of [title, /2023-07-12/, /^Sources:$/, /country/, /party to/])
      assert.ok(read.texts.some((text) => (typeof part === 'string' ? text.startsWith(part.slice(0, 20)) : part.test(text))), `${part}`);
    for (const scale of [1, 2, 3, 4]) {
      await page.locator('select[name=png-scale]').selectOption(String(scale));
      const png = await saved(page, folder, 'export-png');
      assert.deepEqual([...png.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
      assert.equal(png.readUInt32BE(16), Math.round(read.width * scale), `${scale}×`);
    }
  });
});

describe('everyone', () => {
  const after = (act) => ({ act });
  for (const [name, hash, { act, ...options }] of [
    ['the picture', '', {}], ['details in the dark', '#show=japan&as-of=2023-07-12', { dark: true }],
    ['a table', '#view=relations&as-of=2023-07-12', {}], ['a path', '#path=japan,nato', {}], ['a path to itself', '#path=japan,japan', {}],
    ['a phone', '#show=nato', { width: 390, height: 844, touch: true }], ['Japanese', '#lang=ja&view=entities&focus=nato', { dark: true }],
    ['a story', '#story=1', {}], ['a tie with its evidence', '#tie=coop-japan-france-evacuation', { dark: true }],
    ['what cannot be answered', '#as-of=someday', {}], ['a frame', '#embed&focus=nato', {}],
    ['the help', '', after((page) => page.keyboard.press('?'))],
    ['what is found', '', after((page) => page.locator('[role=search] input').fill('Ja'))],
    ['a path that is asked for', '', after(async (page) => {
      await page.keyboard.press('r');
      await page.locator('.path [name=from]').fill('nobody');
      await page.keyboard.press('Enter');
    })]])
    claim(`no violations found by axe: ${name}`, async (page) => {
      if (act) await act(page);
      else if (await page.locator('[data-action=filters]').isVisible()) await page.locator('[data-action=filters]').click();
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run());
      assert.deepEqual(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`), []);
    }, { hash, ...options });

  claim('by keyboard alone', async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('NATO');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    assert.match(await page.evaluate(() => location.hash), /show=nato/);
    await page.locator('canvas').first().focus();
    await page.keyboard.press('f');
    assert.equal((await state(page)).focus, 'nato');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    assert.equal((await state(page)).focus, null);
    for (const key of ['n', 'p', '+', '-', '0', 'ArrowLeft']) await page.keyboard.press(key);
    await page.keyboard.press('.');
    assert.ok((await state(page)).selection.as_of);
    await page.keyboard.press('3');
    assert.equal((await state(page)).view, 'relations');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('canvas').first().focus();
    await page.keyboard.press('r');
    await page.keyboard.type('Japan');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Macron');
    await page.keyboard.press('Enter');
    assert.deepEqual((await state(page)).path, ['japan', 'emmanuel-macron']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    assert.ok(await page.locator('dialog').isVisible());
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('dialog').isVisible(), false);
  });

  /** Goes on by Tab until a control has the keys. */
  async function tabTo(page, selector) {
    for (let i = 0; i < 400; ++i) {
      if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`Tab does not lead to ${selector}`);
  }
  for (const hash of ['#show=japan&as-of=2023-07-12', '#view=relations&type=signed', '#path=japan,nato', '#story=1'])
    claim(`Tab leads to every control: ${hash}`, async (page) => {
      await page.keyboard.press('l');
      const controls = await page.evaluate(() => {
        const shown = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
          .filter((each) => !each.disabled && each.getClientRects().length > 0);
        shown.forEach((each, i) => (each.dataset.control = String(i)));
        return shown.length;
      });
      const reached = new Set();
      for (let i = 0; i < controls + 20; ++i) {
        await page.keyboard.press('Tab');
        reached.add(await page.evaluate(() => document.activeElement.dataset.control ?? ''));
      }
      reached.delete('');
      const missed = await page.evaluate((seen) => [...document.querySelectorAll('[data-control]')].filter((each) => !seen.includes(each.dataset.control)).map((each) => each.outerHTML.slice(0, 100)), [...reached]);
      assert.deepEqual(missed, []);
    }, { hash });
  claim('every function without a mouse', async (page) => {
    const press = (key) => page.keyboard.press(key);
    const hash = () => page.evaluate(() => decodeURIComponent(location.hash));
    // Time: its kind, its ends, its second clock, its play.
    await tabTo(page, 'select[name=period]');
    await page.keyboard.type('D');
    assert.match(await hash(), /during=/);
    await tabTo(page, 'input[name=day]');
    await press('Control+a');
    await page.keyboard.type('2014');
    await press('Tab');
    await press('Control+a');
    await page.keyboard.type('2016-05');
    await press('Enter');
    assert.match(await hash(), /during=2014\/2016-05/);
    await tabTo(page, 'input[name=known-at]');
    await page.keyboard.type('2018');
    await press('Enter');
    assert.match(await hash(), /known-at=2018/);
    await moved(page, '');
    await page.locator('canvas').first().focus();
    await press('Space');
    assert.equal(await page.locator('[data-action=play]').getAttribute('aria-pressed'), 'true');
    await press('Space');
    assert.equal(await page.locator('[data-action=play]').getAttribute('aria-pressed'), 'false');
    // Filters and folds.
    await moved(page, '');
    await press('l');
    await press('Space');
    assert.match(await hash(), /kind=/);
    await tabTo(page, '[data-action=clear-filters]');
    await press('Enter');
    assert.doesNotMatch(await hash(), /kind=/);
    await press('Escape');
    for (const [key, fold] of [['g', '*regions'], ['t', '*twins']]) {
      await press(key);
      assert.ok((await hash()).includes(fold));
      await press(key);
    }
    // A tie and its evidence, a table sorted and narrowed, the way out of a story.
    await moved(page, 'show=nato&as-of=2023-07-12');
    await tabTo(page, 'button.tie');
    await press('Enter');
    assert.ok(await page.locator('.evidence').first().isVisible());
    await press('2');
    await tabTo(page, 'thead button');
    await press('Tab');
    await press('Enter');
    assert.equal(await page.locator('thead th').nth(1).getAttribute('aria-sort'), 'ascending');
    await tabTo(page, '.narrow input');
    await page.keyboard.type('japan');
    const rows = await page.locator('tbody tr').evaluateAll((all) => all.map((row) => [row.dataset.entity, row.innerText]));
    assert.ok(rows.some(([id]) => id === 'japan'));
    for (const [id, text] of rows)  // or its id, or a name that is not shown
      assert.match([id, text, ...Object.values(run('show', dossier, id).entity.names)].join(), /japan/i);
    await moved(page, 'view=picture');
    await tabTo(page, '[data-action=story]');
    await press('Enter');
    await tabTo(page, '[data-action=story-next]');
    await press('Enter');
    assert.deepEqual((await state(page)).path, ['japan', 'nato']);
    await tabTo(page, '[data-action=story-end]');
    await press('Enter');
    assert.equal(await page.locator('.story').isVisible(), false);
    // Depth, language and colours; what is saved.
    await moved(page, 'focus=nato');
    await tabTo(page, 'select[name=depth]');
    await press('ArrowDown');
    assert.match(await hash(), /depth=2/);
    await tabTo(page, 'select[name=theme]');
    await press('End');
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
    for (const action of ['export-svg', 'export-png', 'export-json', 'export-csv', 'export-csv-entities']) {
      await tabTo(page, `[data-action=${action}]`);
      await Promise.all([page.waitForEvent('download'), press('Enter')]);
    }
    await tabTo(page, 'select[name=language]');
    await press('ArrowDown');
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'ja');
  });
});

describe('a phone', () => {
  const phone = { width: 390, height: 844, touch: true };
  const picture = (page) => page.locator('canvas[data-role=picture]').evaluate((canvas) => canvas.toDataURL());
  claim('has room for a finger', async (page) => {
    for (const selector of ['header button:visible', 'footer button:visible', 'header select:visible', '.cards button'])
      for (const height of await page.locator(selector).evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height)))
        assert.ok(height >= 43.5, `${selector}: ${height}`);
    await page.locator('.cards button').first().tap();
    assert.ok(await page.locator('[data-panel=details] article').isVisible());
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 390, `${wide}`);
  }, phone);
  claim('moves and enlarges the picture by finger, and chooses in it', async (page) => {
    const touches = await page.context().newCDPSession(page);
    const box = await page.locator('canvas[data-role=picture]').boundingBox();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const touch = async (...steps) => {
      for (const [i, points] of steps.entries())
        await touches.send('Input.dispatchTouchEvent', { type: i === 0 ? 'touchStart' : 'touchMove', touchPoints: points.map(([px, py], id) => ({ x: px, y: py, id })) });
      await touches.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))));
    };
    const first = await picture(page);
    await touch([[x, y]], [[x + 20, y + 10]], [[x + 60, y + 30]]);
    const second = await picture(page);
    assert.notEqual(second, first);
    await touch([[x - 20, y], [x + 20, y]], [[x - 40, y], [x + 40, y]], [[x - 80, y], [x + 80, y]]);
    assert.notEqual(await picture(page), second);
    await page.locator('.zoom button').last().tap();
    for (let i = 0; i < 400 && !(await page.locator('[data-panel=details] article').isVisible()); ++i)
      await page.touchscreen.tap(box.x + 30 + (i % 20) * ((box.width - 60) / 20), box.y + 20 + Math.floor(i / 20) * ((box.height - 40) / 20));
    assert.ok(await page.locator('[data-panel=details] article').isVisible());
  }, phone);
});

describe('paper', () => {
  claim('in the dark, too', async (page) => {
    await moved(page, 'show=nato&as-of=2023-07-12');
    const pdf = await page.pdf({ format: 'A4' });
    assert.equal(String(pdf.subarray(0, 5)), '%PDF-');
  }, { dark: true });
});

describe('hostile names', () => {
  it('stay names', async () => {
    const names = JSON.parse(readFileSync(new URL('hostile.json', import.meta.url)));
    const entities = names.map((name, i) => ({ id: i % 2 ? `e${i}` : `e${i}${name.replace(/[\u0000-\u001f]/g, '')}`, kind: 'country', names: { en: [name] }, attributes: { url: 'javascript:alert(1)' } }));
    entities.push({ id: 'doc', kind: 'document', names: { en: ['</script><script>alert(1)</script>'] }, attributes: { url: 'javascript:alert(1)', published: '2014' } });
    const relations = names.map((name, i) => ({ id: `r${i}`, type: 'partner_of', from: entities[i].id, to: entities[(i + 1) % names.length].id, when: '2014/',
      evidence: [{ source: 'doc', at: name }], attributes: { note: name } }));
    const source = join(folder, 'hostile.json');
    writeFileSync(source, JSON.stringify({ format: 'entente/1', title: { en: names[0] }, vocabulary: 'diplomacy', entities, relations }));
    const hostile = join(folder, 'hostile.html');
    execFileSync(tool, ['render', source, '--output', hostile, '--title', '</title><script>alert(1)</script>']);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(hostile, 'utf8'))[1];
    assert.match(policy, /^default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
    const { page, said, context } = await opened(at.browser, hostile, { hash: '#as-of=2015&show=e1' });
    for (const view of ['entities', 'relations', 'picture']) await moved(page, `view=${view}&show=${encodeURIComponent(entities[0].id)}`);
    for (const toggle of await page.locator('.ties button.tie').all()) await toggle.click();
    assert.equal(await page.locator('a[href^="javascript"], img, iframe, object, embed').count(), 0);
    assert.equal(await page.evaluate(() => document.scripts.length), 0);
    assert.deepEqual(said, []);
    await context.close();
  });
});
