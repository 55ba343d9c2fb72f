import assert from 'node:assert/strict';
import { it } from 'node:test';
import { viewer } from '../../../tests/browser/pages.mjs';

const { dayOf, isoOf, recursIn } = await viewer('engine/engine.ts');

const never = 999_999_999;
const on = (digits, window, stretch = [-never, never]) => recursIn([...stretch, digits, 1], window);

it('finds a day whose digits agree, day by day', () => {
  for (const digits of ['XXXX0325', '18XX0229', 'XXXXXX31', '1XXX1X2X', '185XXXXX']) {
    const pattern = new RegExp(`^${digits.replace(/X/g, '.')}$`);
    for (let day = dayOf(1847, 1, 1); day < dayOf(1861, 1, 1); ++day)
      assert.equal(on(digits, { first: day, last: day }), pattern.test(isoOf(day).replace(/-/g, '')), `${digits} ${isoOf(day)}`);
  }
});

it('knows days before the year 0 and limits', () => {
  const year = (y) => ({ first: dayOf(y, 1, 1), last: dayOf(y, 12, 31) });
  assert.equal(on('XXXX0315', year(-44)), true);
  assert.equal(on('-0XXX0315', year(-44)), true);
  assert.equal(on('-0XXX0315', year(44)), false);
  assert.equal(on('0XXX0315', year(-44)), false);
  assert.equal(on('XXXX0229', year(1900)), false);
  assert.equal(on('XXXX0229', { first: -never, last: never }), true);
  assert.equal(on('XXXX0325', year(1850), [dayOf(1850, 3, 26), never]), false);
  assert.equal(on('XXXX0325', year(1850), [-never, dayOf(1850, 3, 25)]), true);
  assert.equal(on('XXXX0325', { first: dayOf(1850, 3, 26), last: dayOf(1851, 3, 24) }), false);
});
