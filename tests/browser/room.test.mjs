// Room on small screens, in frames, on paper: nothing cut, nothing over another, the picture as large as there is room.
// usage: TOOL=… DOSSIER=… node --test room.test.mjs

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'node:test';
import { moved } from './browser.mjs';
import { dossier, given, render } from './given.mjs';

const { claim } = given((into) => {
  writeFileSync(join(into, 'story.json'), JSON.stringify({ one: { show: 'as-of=2023-07-12&focus=japan', text: 'Japan in July 2023' } }));
  render(dossier, join(into, 'page.html'), '--story', join(into, 'story.json'));
});

/** What is too small for a finger. */
const small = (page) => page.locator('button:visible, select:visible, summary:visible, a:visible, input:visible, label.check:visible').evaluateAll((targets) =>
  targets.filter((each) => !each.matches('label.check input'))
    .filter((each) => each.getBoundingClientRect().height < 43.5 || each.getBoundingClientRect().width < 43.5).map((each) => each.outerHTML.slice(0, 120)));

describe('room', () => {
  const box = (page, selector) => page.locator(selector).first().boundingBox();
  for (const [width, height] of [[390, 844], [360, 640]])
    claim(`on ${width} by ${height}`, async (page) => {
      for (const address of ['', 'show=japan&as-of=2023-07-12', 'path=japan,ukraine']) {
        await moved(page, address);
        for (const form of [false, true]) {
          if (form) await page.locator('[data-action=path]').click();
          const [work, sheet, foot] = [await box(page, '.work'), await box(page, '.details'), await box(page, 'footer')];
          assert.ok(work.y + work.height <= sheet.y + 1 && sheet.y + sheet.height <= foot.y + 1, address);
          assert.ok(foot.y + foot.height <= height + 1, address);
          const [stage, zoom] = [await box(page, '.stage'), await box(page, '.zoom')];
          assert.ok(zoom.y >= stage.y && zoom.y + zoom.height <= stage.y + stage.height, `${address} ${form}`);
          assert.ok(await page.locator('input[name=known-at]').isVisible());
          assert.deepEqual(await small(page), [], address);
          if (form) await page.locator('[data-action=close-path]').click();
        }
      }
    }, { width, height, touch: true });
  for (const [width, height] of [[667, 375], [844, 390], [568, 320]])
    claim(`on a phone held sideways, ${width}×${height}`, async (page) => {
      for (const address of ['show=nato', '', 'as-of=2023-07-12', 'path=japan,ukraine', 'during=2013/2014', 'view=relations&as-of=2023-07-12']) {
        await moved(page, address);
        const [head, work, panel, foot] = [await box(page, 'header'), await box(page, '.work'), await box(page, '.details'), await box(page, 'footer')];
        assert.ok(head.y + head.height <= work.y + 1 && work.x + work.width <= panel.x + 1, address);
        for (const above of [work, panel]) assert.ok(above.y + above.height <= foot.y + 1 && above.height > 100, `${address} ${above.height}`);
        assert.ok(foot.y + foot.height <= height + 1 && panel.x + panel.width <= width + 1, address);
        if (!address.includes('view')) assert.ok((await box(page, '.stage')).width >= 200, address);
        assert.deepEqual(await small(page), [], address);
        // What is within the panel is hit there.
        const covered = await page.locator('.details button:visible').evaluateAll((all) => all.filter((each) => {
          each.scrollIntoView({ block: 'center', behavior: 'instant' });
          const { left, top, width: w, height: h } = each.getBoundingClientRect();
          return !each.contains(document.elementFromPoint(left + w / 2, top + h / 2));
        }).map((each) => each.textContent));
        assert.deepEqual(covered, [], address);
      }
    }, { width, height, touch: true });
  claim('is left to the picture of a story on a phone', async (page) => {
    await moved(page, 'story=1');
    const { height } = await box(page, '.stage');
    assert.ok(height > 250, `${height}`);
    await moved(page, 'story=1&show=japan');
    assert.ok(await page.locator('[data-panel=details] article').isVisible());
  }, { width: 390, height: 844, touch: true });
  /** The tops of what stands in the header, rows apart. */
  const rowsOf = (page) => page.locator('header :is(h1, button, select, input):visible').evaluateAll((all) => {
    const middles = all.map((each) => each.getBoundingClientRect()).map(({ top, bottom }) => (top + bottom) / 2).sort((a, b) => a - b);
    return middles.filter((middle, i) => i === 0 || middle - middles[i - 1] > 10).length;
  });
  for (const [width, most] of [[1280, 2], [1024, 3]])
    claim(`in ${most} rows of tools at most at ${width} pixels, whatever the language`, async (page) => {
      for (const language of ['en', 'ja', 'zh-Hans', 'zh-Hant', 'fr', 'de', 'ko']) {
        await moved(page, `lang=${language}&type=signed&certain`);
        const rows = await rowsOf(page);
        assert.ok(rows <= most, `${language}: ${rows}`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, language);
      }
    }, { width, height: 800 });
  /** How much of the picture's larger side is drawn on, and whether anything is. */
  const spread = (page) => page.evaluate(() => new Promise((done) => setTimeout(() => {
    const canvas = document.querySelector('canvas[data-role=picture]');
    const { width, height } = canvas;
    const copy = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, width, height);
    const [x, y] = [[width, 0], [height, 0]];
    for (let i = 0; i < width * height; ++i)
      if (data[4 * i] !== data[0] || data[4 * i + 1] !== data[1]) {
        const [px, py] = [i % width, Math.floor(i / width)];
        [x[0], x[1], y[0], y[1]] = [Math.min(x[0], px), Math.max(x[1], px), Math.min(y[0], py), Math.max(y[1], py)];
      }
    done(Math.max((x[1] - x[0]) / width, (y[1] - y[0]) / height));
  }, 120)));
  claim('is made anew for what is left', async (page) => {
    await moved(page, 'type=signed');
    assert.ok(await spread(page) > 0.6);
    await moved(page, 'view=relations&path=japan,nato');
    await moved(page, 'view=picture&path=kishida-fumio,nato');
    assert.ok(await spread(page) > 0.6);
    await page.setViewportSize({ width: 700, height: 900 });
    assert.ok(await spread(page) > 0.6);
  });
  claim('is left to the picture in a frame', async (page) => {
    await moved(page, 'embed&focus=nato');
    for (const selector of ['header', '.crumbs', '.timebar', '.zoom']) assert.equal(await page.locator(selector).isVisible(), false, selector);
  });
  claim('on paper', async (page) => {
    await moved(page, 'focus=nato&as-of=2023-07-12&type=party_to,member_of,met_with');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const [paper, stage] = [await box(page, '.paper svg'), await page.locator('.stage').isVisible()];
    assert.ok(paper.height > 200 && !stage, `${paper.height}`);
    const text = await page.locator('.paper').textContent();
    for (const part of ['Japan, NATO and partners', '2023-07-12', 'party to', 'Sources']) assert.ok(text.includes(part), part);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    assert.equal(await page.locator('.paper svg').count(), 0);
  });
  claim('in the legend for every type and sign', async (page) => {
    await page.keyboard.press('?');
    const legend = await page.locator('.legend').innerText();
    const { types } = await page.evaluate(() => ({ types: [...document.querySelectorAll('[data-filter=types]')].map((box) => box.parentElement.textContent) }));
    for (const type of types) assert.ok(legend.includes(type), type);
    for (const sign of ['date in doubt', 'no end reported', 'no beginning is reported', 'when it ended is only inferred', 'attested on other days only', 'plan, expectation']) assert.ok(legend.includes(sign), sign);
  });
});
