// The picture of the page: lines that can be seen, signs that nothing covers, labels that nothing cuts.
// usage: TOOL=… DOSSIER=… node --test drawing.test.mjs

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';
import { moved } from './browser.mjs';
import { dossier, given, render, saved } from './given.mjs';
import { dataOf, viewer } from './pages.mjs';

const { folder, claim } = given((into) => render(dossier, join(into, 'page.html')));

/** After WCAG 2.2. */
function luminance(colour) {
  const [r, g, b] = colour.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a, b) => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};
const parts = (text) => [1, 3, 5].map((i) => Number.parseInt(text.slice(i, i + 2), 16));
const over = (colour, ground, alpha) => colour.map((value, i) => value * alpha + ground[i] * (1 - alpha));

it('draws every line with a contrast of 3 to 1 on its ground, whatever the scale, the theme and the number of lines', async () => {
  const { strokeOf } = await viewer('ui/lines.ts');
  const { looks } = dataOf(join(folder, 'page.html'));
  for (const [theme, look] of Object.entries(looks))
    for (const kind of [...Object.keys(look.edges), 'none of them'])
      for (const scale of [0.05, 0.2, 0.39, 0.4, 0.7, 1, 3])
        for (const ink of [0, 0.1, 0.4]) {
          const { colour, width, alpha } = strokeOf({ look: kind, emphasis: 'normal', relations: [0] }, scale, look, ink);
          const ground = parts(look.background);
          const seen = contrast(over(parts(colour), ground, alpha), ground);
          assert.ok(seen >= 3 && width >= 1, `${theme} ${kind} at ${scale} with ${ink}: ${seen.toFixed(2)}, ${width} wide`);
          if (ink) assert.ok(alpha < 0.99 || seen < 3.1, `${theme} ${kind}: a crowd is as pale as it may be`);
        }
});

/** Of a saved picture: its labels and signs as boxes, and its size. */
const drawn = async (page) => {
  const svg = String(await saved(page, folder, 'export-svg'));
  return page.evaluate((text) => {
    const host = document.body.appendChild(document.createElement('div'));
    host.append(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement);
    const root = host.firstElementChild;
    const box = (each) => {
      const { x, y, width, height } = each.getBBox();
      return { left: x, right: x + width, top: y, bottom: y + height, text: each.textContent, isName: each.getAttribute('font-weight') === 'bold' };
    };
    const about = [...root.querySelectorAll('text')].map(box);
    // Diamonds are the only closed shapes of four corners as wide as ten.
    const signs = [...root.querySelectorAll('polygon')].map(box).filter(({ left, right, top, bottom }) => right - left === 10 && bottom - top === 8);
    const size = { width: root.viewBox.baseVal.width, height: root.viewBox.baseVal.height };
    host.remove();
    return { texts: about, signs, ...size };
  }, svg);
};
const meet = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;

claim('says on the lines of paths how sources put it, off the signs of that and within the picture', async (page) => {
  const labels = { 'path=australia,ukraine': ['cooperates with (claim)', 'assists (claim)'], 'path=japan,nato&as-of=2013-06-30': ['cooperates with (claim) since about 2012-12', 'is a partner of ×2'],
    'path=france,nato': [], 'path=yoon-suk-yeol,nato': ['signed 2023-07-11', 'is party to since 2023-07-11'], 'path=kishida-fumio,china': [], 'path=jens-stoltenberg,france': [], 'path=japan,russia&lang=ja': [] };
  for (const [address, expected] of Object.entries(labels)) {
    await moved(page, address);
    const { texts, signs, width, height } = await drawn(page);
    for (const label of expected) assert.ok(texts.some(({ text }) => text === label), `${address}: ${label} is not in ${texts.map(({ text }) => text).join(' | ')}`);
    for (const each of texts) {
      assert.ok(each.left >= 0 && each.right <= width && each.top >= 0 && each.bottom <= height, `${address}: ${each.text} at ${each.left} to ${each.right} of ${width}`);
      // Those of the legend stand between its samples, far from their own.
      for (const sign of signs) assert.ok(each.isName || !meet(each, sign), `${address}: ${each.text} covers a sign`);
    }
    if (expected.some((label) => label.includes('(claim)'))) assert.ok(signs.length > 1, address);
  }
});
