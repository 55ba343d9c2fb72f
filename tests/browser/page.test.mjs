// The page of the shipped dossier in a real browser: everything its contract promises.
// usage: TOOL=… DOSSIER=… node --test page.test.mjs

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launched, moved, opened, state, watched } from './browser.mjs';
import { dataOf } from './pages.mjs';

const tool = process.env.TOOL;
const dossier = process.env.DOSSIER;
const folder = mkdtempSync(join(tmpdir(), 'entente-page-'));
const file = join(folder, 'page.html');
const run = (...words) => {
  try {
    return JSON.parse(execFileSync(tool, words, { encoding: 'utf8', maxBuffer: 1 << 28 }));
  } catch (error) {
    if (error.status === 1) return JSON.parse(error.stdout); // an empty answer
    throw error;
  }
};
const story = { start: { show: 'as-of=2023-07-12&focus=japan', text: { en: 'Japan in July 2023', ja: '2023年7月の日本' } }, end: { show: 'path=japan,nato', text: 'How they are tied' } };

/** What the tool says of a selection: relations with their certainty, and counts. */
function told(...options) {
  const answer = run('timeline', dossier, '--format', 'json', ...options);
  const relations = answer.relations ?? answer.timeline ?? answer.rows;
  return {
    counts: answer.counts,
    relations: relations.filter((row) => row.relation).map((row) => ({ id: row.relation, certainty: row.certainty }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

let browser;
before(async () => {
  writeFileSync(join(folder, 'story.json'), JSON.stringify(story));
  execFileSync(tool, ['render', dossier, '--output', file, '--story', join(folder, 'story.json')]);
  browser = await launched();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** So many things, those given first; others are drawn from a list, always the same. */
function asMany(first, count, draw) {
  let seed = 20140506;
  const chance = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
  const all = first.slice(0, count);
  while (all.length < count) all.push(draw(chance));
  return all;
}
const days = Number(process.env.ENTENTE_PAGE_DAYS ?? 50);
const paths = Number(process.env.ENTENTE_PAGE_PATHS ?? 50);
const anyDay = (chance) => new Date(Date.UTC(2011, 0, 1) + chance(16 * 365) * 86_400_000).toISOString().slice(0, 10);

/** A page for one claim; whatever it says on the way is a failure. */
const claim = (name, check, options = {}) => it(name, async () => {
  const { page, said, context } = await opened(browser, file, options);
  try {
    await check(page);
    assert.deepEqual(said, []);
  } finally {
    await context.close();
  }
});

it('works where the browser unpacks nothing', async () => {
  const { page, said, context } = await watched(browser);
  await page.addInitScript(() => {
    delete window.DecompressionStream;
  });
  await page.goto(`file://${file}`);
  await page.waitForSelector('html[data-ready=true]');
  assert.equal(await page.evaluate(() => typeof DecompressionStream), 'undefined');
  assert.match(await page.locator('[role=status]').textContent(), /^\d+ certain/);
  assert.deepEqual(said, []);
  await context.close();
});

describe('time', () => {
  claim(`${days} days as the tool answers them`, async (page) => {
    const asked = ['2012-06-01', '2013-04-15', '2014-05-06', '2016-01-01', '2018-12-31', '2021-07-07', '2022-06-29', '2023-07-12', '2024-02-29', '2026-01-15'];
    for (const day of asMany(asked, days, anyDay)) {
      const range = page.locator('input[type=range][name=as-of]');
      const isThere = await range.evaluate((input, iso) => {
        const days = (Date.parse(iso) - Date.parse(input.dataset.first)) / 86_400_000;
        if (days < Number(input.min) || days > Number(input.max)) return false;
        input.value = String(days);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        return true;
      }, day);
      if (!isThere) await moved(page, `as-of=${day}`); // beyond the dossier's span
      const expected = told('--as-of', day);
      assert.deepEqual((await state(page)).relations, expected.relations, day);
      const { certain, possible, undated } = expected.counts;
      assert.equal(await page.textContent('[role=status]'), `${certain} certain, ${possible} possible, ${undated} undated`);
      const data = await page.locator('[role=status]').evaluate((element) => ({ ...element.dataset }));
      assert.deepEqual(data, { certain: String(certain), possible: String(possible), undated: String(undated) });
    }
  });
  claim('windows, knowledge and filters as the tool answers them', async (page) => {
    for (const options of [['--during', '2013/2018'], ['--throughout', '2019/2021'], ['--throughout', '2014-06/2016', '--type', 'party_to'], ['--throughout', '2023-07-12', '--certain'], ['--known-at', '2018-06-01'], ['--known-at', '2024', '--as-of', '2023-07-12'],
      ['--as-of', '2023', '--type', 'met_with,attended'], ['--kind', 'country', '--during', '../2020'], ['--certain', '--as-of', '2014-05-06'],
      ['--modality', 'plan,expectation', '--as-of', '2024'], ['--source', 'doc-004', '--as-of', '2019-01-01'], ['--undated', '--as-of', '2023-12-31']]) {
      const address = [];
      for (let i = 0; i < options.length; ++i) {
        const key = options[i].slice(2);
        address.push(options[i + 1] && !options[i + 1].startsWith('--') ? `${key}=${options[++i]}` : key);
      }
      await moved(page, address.join('&'));
      const expected = told(...options);
      assert.deepEqual((await state(page)).relations, expected.relations, options.join(' '));
      const undated = await page.locator('[role=status]').getAttribute('data-undated');
      assert.equal(undated, String(expected.counts.undated), options.join(' '));
    }
  });
});

describe('questions', () => {
  claim('names in six scripts find who is meant', async (page) => {
    const box = page.locator('[role=search] input[type=search]');
    assert.equal(await box.count(), 1);
    for (const [text, id] of [['Kishida', 'kishida-fumio'], ['岸田文雄', 'kishida-fumio'], ['尹錫悅', 'yoon-suk-yeol'], ['尹锡悦', 'yoon-suk-yeol'],
      ['프랑스', 'france'], ['オーストラリア', 'australia'], ['macron', 'emmanuel-macron'], ['北大西洋公約', 'nato']]) {
      await box.fill(text);
      const found = await page.locator('[role=listbox] [role=option]').evaluateAll((options) => options.map((each) => each.dataset.entity));
      const wanted = run('find', dossier, text, '--format', 'json');
      const ids = (wanted.matches ?? wanted.entities ?? []).map((match) => match.entity);
      assert.ok(found.includes(ids[0] ?? id), `${text}: ${found.slice(0, 5)} lacks ${ids[0] ?? id}`);
    }
  });
  claim('names with slips find who may be meant, as the tool does', async (page) => {
    const box = page.locator('[role=search] input[type=search]');
    const options = page.locator('[role=listbox] [role=option]');
    for (const text of ['Kishdia', 'Stoltenburg', 'Phillipines', 'kishda fumio', '岸口']) {
      await box.fill(text);
      const ids = await options.evaluateAll((all) => all.map((each) => each.dataset.entity));
      const { matches } = run('find', dossier, text, '--format', 'json');
      assert.equal(ids[0], matches[0].entity, text);
      const wanted = new Set(matches.map(({ entity }) => entity));
      assert.ok(ids.length === Math.min(8, wanted.size) && ids.every((id) => wanted.has(id)), `${text}: ${ids}`);
      assert.match(await page.locator('.search [aria-live]').innerText(), new RegExp(`There is no “${text}”. Did you mean:`));
      const [said, list] = [await page.locator('.search [aria-live]').boundingBox(), await page.locator('[role=listbox]').boundingBox()];
      assert.ok(said.y + said.height <= list.y, 'neither covers the other');
    }
    await box.press('Enter'); // a guess is taken only when it is chosen
    assert.equal(await page.locator('[data-panel=details] article').count(), 0);
    await box.press('ArrowDown');
    await box.press('Enter');
    assert.match(await page.evaluate(() => location.hash), /show=kishida-fumio/);
    await box.fill('qqqqqqq');
    assert.equal(await options.count(), 0);
    await page.keyboard.press('Escape');
  });
  claim('a path to a name with a slip offers who may be meant', async (page) => {
    await page.locator('[data-action=path]').first().click();
    await page.locator('.path input[name=from]').fill('Stoltenburg');
    await page.locator('.path input[name=to]').fill('Japan');
    await page.locator('[data-action=find-path]').click();
    assert.match(await page.locator('.path .fault').innerText(), /There is no “Stoltenburg”\. Did you mean:/);
    assert.deepEqual((await state(page)).path, null);
    await page.locator('.path .fault button[data-entity=jens-stoltenberg]').click();
    assert.deepEqual((await state(page)).path, ['jens-stoltenberg', 'japan']);
  });
  claim(`${paths} paths as the tool finds them`, async (page) => {
    const ids = dataOf(file).entities.map((entity) => entity.id);
    const anyTwo = (chance) => {
      const from = chance(ids.length);
      const to = (from + 1 + chance(ids.length - 1)) % ids.length;
      return [ids[from], ids[to], ...(chance(2) ? ['--as-of', anyDay(chance)] : [])];
    };
    for (const [from, to, ...more] of asMany([['japan', 'nato'], ['kishida-fumio', 'china'], ['emmanuel-macron', 'nato'], ['australia', 'ukraine'], ['japan', 'russia', '--as-of', '2023-07-12'],
      ['jens-stoltenberg', 'france'], ['philippines', 'nato', '--during', '2024/2026'], ['indonesia', 'north-korea'], ['lithuania', 'japan', '--type', 'met_with,attended,located_in'], ['south-korea', 'cop28']], paths, anyTwo)) {
      const answer = run('path', dossier, from, to, '--all-shortest', '--format', 'json', ...more);
      const filters = [];
      for (let i = 0; i < more.length; i += 2) filters.push(`${more[i].slice(2)}=${more[i + 1]}`);
      await moved(page, [`path=${from},${to}`, ...filters].join('&'));
      const routes = await page.locator('[data-panel=details] .route').count();
      const shown = await state(page);
      assert.deepEqual(shown.path, [from, to]);
      const hops = new Set(answer.paths.flatMap((path) => path.entities));
      assert.deepEqual(shown.entities, [...new Set([from, to, ...hops])].sort(), `${from} ${to}`);
      assert.equal(routes, Math.min(30, answer.paths.length));
    }
  });
  claim('surroundings as the tool gives them', async (page) => {
    for (const [id, depth] of [['japan', 1], ['emmanuel-macron', 2], ['kishida-fumio', 3]]) {
      const answer = run('ego', dossier, id, '--depth', String(depth), '--as-of', '2023-07-12', '--format', 'json');
      await moved(page, `as-of=2023-07-12&focus=${id}&depth=${depth}`);
      const shown = await state(page);
      assert.equal(shown.focus, id);
      assert.deepEqual(shown.entities, answer.entities.map((row) => row.entity).sort());
      assert.deepEqual(shown.relations.map((row) => row.id), answer.relations.map((row) => row.relation).sort());
      assert.equal(await page.locator('[role=status]').getAttribute('data-certain'), String(answer.counts.certain));
    }
  });
});

describe('address', () => {
  claim('a reload gives the same state', async (page) => {
    for (const address of ['as-of=2013-06-30&focus=japan&depth=2', 'type=met_with&during=2023/2024&view=relations', 'path=japan,nato&lang=ja', 'known-at=2018&certain', 'story=1&show=nato']) {
      await moved(page, address);
      const shown = await state(page);
      const picture = await page.locator('[data-panel=details]').innerText();
      await page.reload();
      await page.waitForSelector('html[data-ready=true]');
      assert.deepEqual(await state(page), shown);
      assert.equal(await page.locator('[data-panel=details]').innerText(), picture);
    }
  });
  claim('answers the options of the command line, and says which it does not', async (page) => {
    await moved(page, 'no-inference&as-of=2023-12-01');
    const uninferred = told('--no-inference', '--as-of', '2023-12-01');
    assert.deepEqual((await state(page)).relations, uninferred.relations);
    assert.equal((await state(page)).selection.inference, false);
    for (const direction of ['out', 'in']) {
      await moved(page, `direction=${direction}&focus=japan`);
      const answer = run('ego', dossier, 'japan', '--direction', direction, '--format', 'json');
      assert.deepEqual((await state(page)).entities, answer.entities.map((row) => row.entity).sort());
      assert.equal(await page.locator('[role=status]').getAttribute('data-certain'), String(answer.counts.certain));
    }
    await moved(page, 'as-of=2024&focus=japan');
    const plain = await state(page);
    for (const part of ['presume-lasting', 'attested-within=1y', 'observed-through=2020', 'identities', 'max-entities=5', 'as_of=2013', 'AS-OF=2013', 'path=japan',
      'view=map', 'theme=blue', 'story=3', 'depth=9', 'fold=nobody', 'lang=tlh', 'certain=perhaps']) {
      await moved(page, `as-of=2024&focus=japan&${part}`);
      const fault = await page.locator('.work > .fault').innerText();
      for (const word of part.split('=')) assert.ok(fault.includes(word), `${part}: ${fault}`);
      assert.deepEqual(await state(page), plain, part);
    }
    await moved(page, 'as-of=2024&focus=japan&certain=yes&isolated&direction=both&theme=dark');
    assert.equal(await page.locator('.work > .fault').isVisible(), false);
  });
  claim('back and forward go through what was chosen', async (page) => {
    await page.locator('.cards button').first().click();
    await page.locator('[data-action=focus]').click();
    const focused = await state(page);
    assert.ok(focused.focus);
    await page.goBack();
    assert.equal((await state(page)).focus, null);
    await page.goForward();
    assert.deepEqual(await state(page), focused);
  });
  claim('what is no period is refused in words, and stays as it was written', async (page) => {
    await moved(page, 'as-of=someday');
    assert.match(await page.locator('.work > .fault').innerText(), /someday/);
    await moved(page, 'as-of=2014');
    const field = page.locator('input[name=day]');
    for (const [text, advice] of [['3.6.2013', 'write 2013-06-03 if the day comes first, 2013-03-06 if the month does'], ['2013/6/3', 'write 2013-06-03'],
      ['20130603', 'write 2013-06-03'], ['2013年6月3日', 'write 2013-06-03'], ['平成25年', 'write 2013'], ['2013-2015', 'write 2013/2015'],
      ['3 June 2013', 'write 2013-06-03'], ['2013~', 'write 2013'], ['soon', 'write 2014, 2014-05 or 2014-05-06']]) {
      await field.fill(text);
      await field.press('Enter');
      assert.equal(await field.inputValue(), text);
      assert.equal(await field.getAttribute('aria-invalid'), 'true');
      assert.equal((await state(page)).selection.as_of, '2014');
      assert.equal(await page.locator('.work > .fault').innerText(), `“${text}” is no date this page can ask about; ${advice}`);
    }
    await field.fill('2013-06-03');
    await field.press('Enter');
    assert.equal(await field.getAttribute('aria-invalid'), null);
    assert.equal((await state(page)).selection.as_of, '2013-06-03');
  });
  claim('one drag of the slider is one step', async (page) => {
    const before = await page.evaluate(() => history.length);
    const { x, y, width, height } = await page.locator('input[name=as-of]').boundingBox();
    await page.mouse.move(x + width * 0.9, y + height / 2);
    await page.mouse.down();
    for (const share of [0.7, 0.5, 0.3]) await page.mouse.move(x + width * share, y + height / 2);
    await page.mouse.up();
    assert.equal(await page.evaluate(() => history.length), before + 1);
  });
});

describe('reading', () => {
  claim('ties with their evidence', async (page) => {
    await moved(page, 'as-of=2014-05-06&show=japan');
    const details = page.locator('[data-panel=details]');
    const rows = await details.locator('[data-relation]').evaluateAll((all) => all.map((row) => [row.dataset.relation, row.dataset.certainty]));
    const answer = run('show', dossier, 'japan', '--as-of', '2014-05-06', '--format', 'json');
    assert.deepEqual(rows.sort(), answer.relations.map((row) => [row.relation, row.certainty]).sort());
    await details.locator('[data-relation] button').first().click();
    assert.match(await details.locator('.evidence').innerText(), /doc|l\.|§|¶/);
  });
  claim('tables', async (page) => {
    await moved(page, 'view=relations&as-of=2023-07-12');
    const rows = await page.locator('tbody tr[data-relation][data-certainty]').count();
    assert.equal(rows, (await state(page)).relations.length);
    const dates = () => page.locator('tbody tr td:nth-child(4)').allTextContents();
    for (const way of ['earliest', 'latest']) {
      await page.locator('thead button').nth(3).click();
      const texts = await dates();
      const undated = texts.filter((text) => !text);
      assert.ok(texts.slice(texts.length - undated.length).every((text) => !text), way);
    }
    const filter = page.locator('.narrow input');
    await filter.fill('岸田');
    const narrowed = await page.locator('tbody tr[data-relation]').count();
    assert.ok(narrowed > 0 && narrowed < rows, `${narrowed}`);
    await filter.fill('');
    await moved(page, 'view=entities&as-of=2023-07-12');
    assert.equal(await page.locator('tbody tr[data-entity]').count(), (await state(page)).entities.length);
  });
  claim('regions and twins fold, and back unfolds them', async (page) => {
    const before = await state(page);
    const nodes = () => page.locator('canvas[data-role=picture]').getAttribute('aria-label').then((text) => Number(/[0-9]+/.exec(text)[0]));
    const unfolded = await nodes();
    await page.locator('[data-action=fold-regions]').click();
    assert.equal(await page.locator('[data-action=fold-regions]').getAttribute('aria-pressed'), 'true');
    const folded = await nodes();
    assert.ok(folded < unfolded, `${folded} of ${unfolded}`);
    await page.locator('[data-action=fold-twins]').click();
    assert.ok(await nodes() < folded);
    // What is shown is the same; only its drawing is folded.
    assert.deepEqual(await state(page), before);
    await page.goBack();
    assert.equal(await nodes(), folded);
    await page.goBack();
    assert.equal(await nodes(), unfolded);
    await moved(page, 'show=japan');
    await page.locator('[data-action=fold-region]').click();
    assert.ok(await nodes() < unfolded);
    assert.match(await page.evaluate(() => location.hash), /fold=/);
    await page.locator('[data-action=fold-region]').click();
    assert.equal(await nodes(), unfolded);
  });
  claim('a story', async (page) => {
    await page.locator('[data-action=story]').click();
    assert.match(await page.locator('.story').innerText(), /Japan in July 2023/);
    assert.equal((await state(page)).focus, 'japan');
    await page.locator('[data-action=story-next]').click();
    assert.deepEqual((await state(page)).path, ['japan', 'nato']);
  });
  claim('seven languages', async (page) => {
    for (const language of ['en', 'ja', 'zh-Hans', 'zh-Hant', 'fr', 'de', 'ko']) {
      await moved(page, `lang=${language}&as-of=2023-07-12&show=nato`);
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);
      assert.doesNotMatch(await page.locator('body').innerText(), /\{\w\}|undefined/);
    }
  });
  claim('embedded', async (page) => {
    await moved(page, 'embed&focus=nato');
    assert.equal(await page.locator('header').isVisible(), false);
    assert.ok(await page.locator('canvas').first().isVisible());
  });
  it('in a frame that may do nothing but run', async () => {
    const host = join(folder, 'host.html');
    writeFileSync(host, '<!DOCTYPE html><title>Host</title><iframe sandbox="allow-scripts" src="page.html#embed&amp;focus=nato&amp;as-of=2023-07-12" width="900" height="600"></iframe>');
    const { page, said, context } = await watched(browser);
    await page.goto(`file://${host}`);
    const frame = page.frames().find((each) => each !== page.mainFrame());
    await frame.waitForSelector('html[data-ready=true]', { timeout: 60_000 });
    assert.equal(await frame.locator('header').isVisible(), false);
    assert.ok(await frame.locator('canvas').first().isVisible());
    const shown = await frame.evaluate(() => window.entente.state());
    const answer = run('ego', dossier, 'nato', '--as-of', '2023-07-12', '--format', 'json');
    assert.deepEqual(shown.entities, answer.entities.map((row) => row.entity).sort());
    // What is chosen in it is answered, though it has no origin of its own.
    await frame.locator('canvas').first().focus();
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    assert.equal((await frame.evaluate(() => window.entente.state())).focus, 'nato');
    assert.deepEqual(said, []);
    await context.close();
  });
});
