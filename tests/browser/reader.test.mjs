// What readers of a page would send back: nothing told that was not known, no key lost, nothing cut.
// usage: TOOL=… DOSSIER=… node --test reader.test.mjs

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launched, moved, opened, state, watched } from './browser.mjs';

const tool = process.env.TOOL;
const dossier = process.env.DOSSIER;
const folder = mkdtempSync(join(tmpdir(), 'entente-reader-'));
const file = join(folder, 'page.html');
const small = join(folder, 'small.html');
const source = join(folder, 'small.json');
const attested = join(folder, 'attested.html');
const run = (...words) => {
  try {
    return JSON.parse(execFileSync(tool, [...words, '--format', 'json'], { encoding: 'utf8', maxBuffer: 1 << 28 }));
  } catch (error) {
    if (error.status === 1) return JSON.parse(error.stdout); // an empty answer
    throw error;
  }
};
const story = { start: { show: 'as-of=2023-07-12&focus=japan', text: { en: 'Japan' } }, end: { show: 'path=japan,nato', text: 'How they are tied' } };

/** Fifteen ties between a and b, dates that come again every year, names that several bear. */
const country = (id, name) => ({ id, kind: 'country', names: { en: [name] } });
const tie = (id, type, from, to, when, at) => ({ id, type, from, to, when, evidence: [{ source: 'doc', at }] });
const records = {
  format: 'entente/1', vocabulary: 'diplomacy', title: { en: 'Small' },
  entities: [country('a', 'Aland'), country('b', 'Berland'), country('c', 'Cerland'), country('g1', 'Georgia'), country('g2', 'Georgia'),
    { id: 'doc', kind: 'document', names: { en: ['Yearbook'] }, attributes: { published: '2012' } }],
  relations: [
    ...Array.from({ length: 14 }, (_, i) => tie(`m${i}`, 'condemns', 'a', 'b', `20${10 + i}-05-06`, `p. ${i}`)),
    tie('alliance', 'partner_of', 'a', 'b', '2010/2020', 'p. 99'),
    tie('west', 'partner_of', 'b', 'c', '2015/2018', 'p. 7'),
    tie('north', 'partner_of', 'c', 'g1', '2016/2017', 'p. 8'),
    { ...tie('feast', 'accuses', 'c', 'g2', '2011', 'p. 5'), evidence: [{ source: 'doc', at: 'p. 5', when: 'XXXX-03-25' }] },
  ],
};

let browser;
before(async () => {
  writeFileSync(join(folder, 'story.json'), JSON.stringify(story));
  writeFileSync(source, JSON.stringify(records));
  execFileSync(tool, ['render', dossier, '--output', file, '--story', join(folder, 'story.json')]);
  execFileSync(tool, ['render', source, '--output', small]);
  execFileSync(tool, ['render', source, '--output', attested, '--attested-within', '1y']);
  browser = await launched();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A page for one claim; whatever it says on the way is a failure. */
const claim = (name, check, { of = () => file, ...options } = {}) => it(name, async () => {
  const { page, said, context } = await opened(browser, of(), options);
  try {
    await check(page);
    assert.deepEqual(said, []);
  } finally {
    await context.close();
  }
});
const details = (page) => page.locator('[data-panel=details]');
const sentences = (page) => details(page).locator('[data-relation]').evaluateAll((rows) => rows.map((row) => [row.dataset.relation, row.querySelector('button').textContent]));
const held = (page) => page.evaluate(() => {
  const { activeElement: on } = document;
  return on.dataset.action ?? on.dataset.role ?? (on.closest('tr, li')?.dataset.entity ?? on.tagName);
});

describe('what is told', () => {
  claim('is what was known then, and from the documents asked for', async (page) => {
    for (const options of [['known-at', '2018-06-01'], ['known-at', '2023'], ['source', 'doc-004'], ['source', 'doc-002']]) {
      const answer = run('show', dossier, 'japan', `--${options[0]}`, options[1]);
      await moved(page, `${options.join('=')}&show=japan`);
      const expected = answer.relations.map((row) => [row.relation, row.sentence]).sort();
      assert.deepEqual((await sentences(page)).sort(), expected, options.join(' '));
      for (const row of answer.relations.slice(0, 4)) {
        await moved(page, `${options.join('=')}&tie=${row.relation}`);
        assert.equal(await details(page).locator('article .evidence > ul').first().locator('li').count(), row.evidence.length);
      }
    }
  });
  claim('in files that are saved, too', async (page) => {
    await moved(page, 'known-at=2018-06-01&focus=japan');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-action=export-json]').click()]);
    await download.saveAs(join(folder, 'saved.json'));
    const saved = JSON.parse(readFileSync(join(folder, 'saved.json')));
    const answer = run('ego', dossier, 'japan', '--known-at', '2018-06-01');
    const cited = (rows) => Object.fromEntries(rows.map((row) => [row.relation, [row.when?.edtf ?? row.when ?? null, row.sentence, row.evidence.map((piece) => `${piece.source} ${piece.at}`)]]));
    assert.deepEqual(cited(saved.relations), cited(answer.relations));
    const [picture] = await Promise.all([page.waitForEvent('download'), page.locator('[data-action=export-svg]').click()]);
    await picture.saveAs(join(folder, 'saved.svg'));
    const svg = readFileSync(join(folder, 'saved.svg'), 'utf8');
    assert.match(svg, /<desc>[^<]*Steps: 1[^<]*Known by 2018-06-01/);
    const documents = new Set(answer.relations.flatMap((row) => row.evidence.map((piece) => piece.source)));
    assert.equal(svg.includes('Ta Kung Pao'), [...documents].some((id) => id === 'doc-002'));
  });
  claim('names what inference leaves out, as the tool does', async (page) => {
    for (const day of ['2015-01-01', '2023-07-12', '2026-01-15']) {
      const { notes } = run('timeline', dossier, '--as-of', day);
      const count = notes.find((note) => note.code === 'inferred-ended')?.count ?? 0;
      await moved(page, `as-of=${day}`);
      assert.equal(await page.locator('[data-role=ended]').innerText(), count ? `left out because they are inferred to have ended: ${count}` : '');
    }
  });
  claim('calls the languages of names as the reader does', async (page) => {
    for (const [lang, called] of [['zh-Hant', ['英文', '日文']], ['fr', ['anglais', 'japonais']]]) {
      await moved(page, `lang=${lang}&show=emmanuel-macron`);
      const shown = await page.locator('dl.names dt').allTextContents();
      for (const name of called) assert.ok(shown.includes(name), `${name}: ${shown}`);
    }
  });
  claim('has dates in words', async (page) => {
    await moved(page, 'view=relations');
    for (const date of await page.locator('tbody td:nth-child(4)').allInnerTexts()) assert.doesNotMatch(date, /[/?~%X[{]/, date);
  });
});

describe('paths', () => {
  claim('list the weightiest ties and count the others', async (page) => {
    await moved(page, 'path=a,c');
    const first = details(page).locator('.route > li').first().locator('[data-relation]');
    assert.deepEqual(await first.evaluateAll((rows) => rows.map((row) => row.dataset.relation)), ['alliance', 'm0', 'm1', 'm10', 'm11']);
    const more = details(page).locator('[data-action=more-ties]');
    assert.equal(await more.innerText(), 'and 10 more');
    await more.focus();
    await page.keyboard.press('Enter');
    assert.equal(await first.count(), 15);
    assert.notEqual(await held(page), 'BODY');
    // A tie of a step opens where it is listed.
    await moved(page, 'path=a,c&tie=west');
    assert.equal(await page.locator('[data-relation=west]').count(), 1);
    assert.ok(await page.locator('[data-relation=west] .evidence').isVisible());
    // However often a tie is listed, one line bears its id.
    for (const address of ['path=a,c&show=b', 'path=c,a&show=a']) {
      await moved(page, address);
      const ids = await page.locator('[data-relation]').evaluateAll((rows) => rows.map((row) => row.dataset.relation));
      assert.equal(new Set(ids).size, ids.length, address);
    }
  }, { of: () => small });
  claim('say in words that there is no step to take, and nothing around', async (page) => {
    await moved(page, 'path=a,a');
    assert.deepEqual((await state(page)).entities, ['a']);
    assert.equal(await details(page).locator('h2').innerText(), 'Aland: both ends are the same, so there is no way to go');
    await moved(page, 'focus=a&as-of=1900-01-01');
    assert.equal(await page.locator('.crumbs > span').innerText(), 'Aland: nothing is tied to it in this selection');
  }, { of: () => small });
  claim('say when their steps hold together', async (page) => {
    await moved(page, 'path=b,g1');
    assert.equal(await details(page).locator('.span').innerText(), 'All steps certainly hold together: 2016-12-31 – 2017-01-01');
    const [path] = run('path', source, 'b', 'g1').paths;
    assert.deepEqual(path.span, { edtf: '2016/2017', certainty: 'certain' });
  }, { of: () => small });
  claim('ask which of several names is meant', async (page) => {
    await page.keyboard.press('r');
    await page.locator('.path [name=from]').fill('Georgia');
    await page.locator('.path [name=to]').fill('Cerland');
    await page.keyboard.press('Enter');
    assert.equal((await state(page)).path, null);
    assert.match(await page.locator('.path .fault').innerText(), /Which “Georgia” is meant\?/);
    await page.locator('.path [data-entity=g2]').click();
    assert.deepEqual((await state(page)).path, ['g2', 'c']);
    await moved(page, 'path=a,b');
    assert.equal(await page.locator('.path [name=from]').inputValue(), 'Aland');
    await page.locator('[data-action=close-path]').click();
    assert.deepEqual((await state(page)).path, ['a', 'b']);
  }, { of: () => small });
});

describe('days', () => {
  claim('that come every year are answered however far away', async (page) => {
    assert.ok(readFileSync(small).length < readFileSync(file).length);
    for (const [day, count] of [['2014-03-25', 1], ['2014-03-26', 0], ['1850-03-25', 1], ['1850-03-26', 0], ['-0044-03-25', 1], ['9876/..', 1]]) {
      await moved(page, `as-of=${day}&type=accuses`);
      const answer = run('timeline', source, '--as-of', day, '--type', 'accuses');
      const rows = (answer.relations ?? answer.timeline ?? answer.rows).filter((row) => row.relation);
      assert.equal((await state(page)).relations.length, rows.length);
      assert.equal(rows.length, count);
      assert.equal(await page.locator('.work > .fault').isVisible(), false, day);
    }
  }, { of: () => small });
  claim('of which the command line tells more are left to it', async (page) => {
    await moved(page, 'throughout=2015/2016');
    assert.match(await page.locator('.work > .fault').innerText(), /cannot answer throughout = “2015\/2016”; the command line can/);
    assert.equal((await state(page)).selection.throughout, null);
    await moved(page, 'throughout=2015-05-06');
    assert.equal(await page.locator('.work > .fault').isVisible(), false);
  }, { of: () => attested });
  claim('by year are those of the calendar; a run of steps is one step back', async (page) => {
    await moved(page, 'as-of=2016-02-29');
    await page.keyboard.press('>');
    assert.equal((await state(page)).selection.as_of, '2017-02-28');
    for (const key of ['>', '.', '.']) await page.keyboard.press(key);
    assert.equal((await state(page)).selection.as_of, '2018-03-02');
    await page.goBack();
    await page.waitForFunction(() => location.hash === '#as-of=2016-02-29');
    assert.equal((await state(page)).selection.as_of, '2016-02-29');
  });
});

describe('addresses', () => {
  for (const lang of ['en,ja', 'zh_CN', '%E0', 'xx-', 'tlh'])
    claim(`in the language ${lang}`, async (page) => {
      for (const view of ['relations', 'picture']) {
        await moved(page, `lang=${lang}&view=${view}&show=japan`);
        assert.match(await page.evaluate(() => document.documentElement.lang), lang === 'zh_CN' ? /^zh-CN$/ : /^en$/);
      }
    }, { hash: `#lang=${lang}` });
  claim('keep what cannot be answered out of the state', async (page) => {
    for (const address of ['as-of=someday&type=met_with', 'kind=nonsense', 'focus=nobody', 'path=japan,nobody']) {
      await moved(page, address);
      const shown = await state(page);
      assert.notEqual(await page.locator('.work > .fault').innerText(), '', address);
      assert.equal(shown.selection.as_of ?? shown.focus ?? shown.path, null);
      assert.deepEqual(shown.selection.kinds, []);
      await page.reload();
      await page.waitForSelector('html[data-ready=true]');
      assert.deepEqual(await state(page), shown);
    }
    assert.equal((await state(page)).selection.as_of, null);
  });
  claim('name stories and entities', async (page) => {
    await moved(page, 'story=2');
    assert.deepEqual((await state(page)).path, ['japan', 'nato']);
    await page.locator('[data-action=leave]').click();
    const left = await state(page);
    assert.equal(left.path, null);
    await page.reload();
    await page.waitForSelector('html[data-ready=true]');
    assert.deepEqual(await state(page), left);
    await moved(page, 'focus=Japan');
    assert.equal((await state(page)).focus, 'japan');
    await moved(page, `path=${encodeURIComponent('日本')},NATO`);
    assert.deepEqual((await state(page)).path, ['japan', 'nato']);
  });
  it('are not needed: a frame that has none', async () => {
    const host = join(folder, 'host.html');
    const inner = readFileSync(file, 'utf8').replace(/&/g, '&amp;').replace(/"/g, '&quot;');
    writeFileSync(host, `<!DOCTYPE html><title>Host</title><iframe sandbox="allow-scripts" srcdoc="${inner}" width="1000" height="700"></iframe>`);
    const { page, said, context } = await watched(browser);
    await page.goto(`file://${host}`);
    const frame = page.frames().find((each) => each !== page.mainFrame());
    await frame.waitForSelector('html[data-ready=true]', { timeout: 60_000 });
    await frame.locator('.cards button').first().click();
    assert.ok(await frame.locator('[data-panel=details] article').isVisible());
    await frame.locator('[data-action=focus]').click();
    assert.ok(await frame.evaluate(() => window.entente.state().focus));
    assert.deepEqual(said, []);
    await context.close();
  });
});

describe('keys', () => {
  claim('stay with what they pressed, or go to what it opened', async (page) => {
    const press = async (selector) => {
      await page.locator(selector).first().focus();
      await page.keyboard.press('Enter');
      return held(page);
    };
    assert.equal(await press('.cards button'), 'H2');
    assert.equal(await press('[data-action=focus]'), 'focus');
    assert.equal(await press('[data-action=leave]'), 'picture');
    await moved(page, 'view=entities');
    const row = await page.locator('tbody tr').first().getAttribute('data-entity');
    assert.equal(await press('tbody th button'), row);
    await moved(page, 'story=1');
    assert.equal(await press('[data-action=story-next]'), 'story-previous');
    assert.equal(await press('[data-action=story-end]'), 'picture');
    await page.locator('[data-action=path]').click();
    assert.equal(await press('[data-action=close-path]'), 'path');
    await moved(page, 'tie=coop-japan-france-evacuation');
    assert.equal(await press('.evidence li button'), 'H2');
    await page.locator('select[name=language]').focus();
    await page.locator('select[name=language]').selectOption('ja');
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('name')), 'language');
  });
  claim('do the same wherever one is, but where one writes', async (page) => {
    await page.locator('[data-action=fold-twins]').focus();
    await page.keyboard.press('3');
    assert.equal((await state(page)).view, 'relations');
    await page.keyboard.press('1');
    await page.keyboard.press('n');
    assert.ok(await details(page).locator('article').isVisible());
    await page.keyboard.press('f');
    assert.ok((await state(page)).focus);
    await page.locator('[role=search] input').fill('');
    await page.keyboard.type('123rlgt.');
    assert.equal(await page.locator('[role=search] input').inputValue(), '123rlgt.');
    assert.equal((await state(page)).view, 'picture');
  });
});
