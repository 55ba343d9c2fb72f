import assert from 'node:assert/strict';
import { it } from 'node:test';
import { viewer } from '../../../tests/browser/pages.mjs';

const { civilOf, dayOf, isoOf, periodOf } = await viewer('engine/engine.ts');

it('numbers days from 1970 as the library does', () => {
  assert.equal(dayOf(1970, 1, 1), 0);
  assert.equal(dayOf(-9999, 1, 1), -4371587);
  assert.equal(dayOf(9999, 12, 31), 2932896);
  for (const day of [-719468, -1, 0, 59, 11016, 19550, 2932896]) {
    const { year, month, day: of } = civilOf(day);
    assert.equal(dayOf(year, month, of), day);
  }
  assert.equal(isoOf(dayOf(-44, 3, 15)), '-0044-03-15');
});

it('reads dates as stretches of whole days', () => {
  const told = (text) => {
    const period = periodOf(text);
    return period && `${isoOf(period.first)} ${isoOf(period.last)}`;
  };
  assert.equal(told('2014'), '2014-01-01 2014-12-31');
  assert.equal(told('2016-02'), '2016-02-01 2016-02-29');
  assert.equal(told('2014-05-06'), '2014-05-06 2014-05-06');
  assert.equal(told('201X'), '2010-01-01 2019-12-31');
  assert.equal(told('1960-XX'), '1960-01-01 1960-12-31');
  assert.equal(told('1960-XX-XX'), '1960-01-01 1960-12-31');
  assert.equal(told('2014-1X'), '2014-10-01 2014-12-31');
  assert.equal(told('2014-0X'), '2014-01-01 2014-09-30');
  assert.equal(told('2014-X2'), null);
  assert.equal(told('2014-02-1X'), '2014-02-10 2014-02-19');
  assert.equal(told('2014-02-2X'), '2014-02-20 2014-02-28');
  assert.equal(told('2014-X0/2015'), '2014-10-01 2015-12-31');
  assert.equal(told('-000X'), '-0009-01-01 -0001-12-31');
  assert.equal(told('-201X'), '-2019-01-01 -2010-12-31');
  assert.equal(told('2013/2014-05'), '2013-01-01 2014-05-31');
  assert.deepEqual(periodOf('../..'), { first: -999999999, last: 999999999 });
});

it('refuses what is no stretch', () => {
  for (const text of ['', 'x', '2014-13', '2014-02-30', 'XXXX', '1960-XX-25', '2X14', '2014?', '2016/2014', '[2014]', '2014/'])
    assert.equal(periodOf(text), null, text);
});
