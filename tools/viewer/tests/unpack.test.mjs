import assert from 'node:assert/strict';
import { it } from 'node:test';
import { constants, gzipSync } from 'node:zlib';
import { viewer } from '../../../tests/browser/pages.mjs';

const { inflated, unpacked } = await viewer('engine/unpack.ts');

/** Bytes that look random, always the same. */
function noise(count, kinds = 256) {
  let seed = 20140506;
  return Buffer.from(Array.from({ length: count }, () => (seed = (seed * 1103515245 + 12345) % 2147483648) % kinds));
}

const samples = {
  nothing: Buffer.alloc(0), letter: Buffer.from('a'), run: Buffer.alloc(100_000, 'x'), noise: noise(70_000),
  text: Buffer.from('岸田文雄 met Stoltenberg; '.repeat(2000)), few: noise(50_000, 3),
  far: Buffer.concat([noise(300), Buffer.alloc(32_400, '-'), noise(300)]),
};

it('reads whatever zlib writes', () => {
  for (const [name, bytes] of Object.entries(samples))
    for (const level of [0, 1, 6, 9])
      for (const strategy of [constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE])
        assert.ok(bytes.equals(inflated(gzipSync(bytes, { level, strategy }), 10)), `${name} ${level} ${strategy}`);
});

it('ends where its data ends too early', () => {
  const packed = gzipSync(samples.text);
  for (const size of [10, 11, 40, packed.length - 30]) assert.throws(() => inflated(packed.subarray(0, size), 10), /missing|code/);
});

it('gives the same without the help of a browser', async () => {
  const text = JSON.stringify({ name: '安倍晋三', dates: ['2013-04-15'] });
  const packed = gzipSync(text).toString('base64');
  assert.equal(await unpacked(packed), text);
  const own = globalThis.DecompressionStream;
  globalThis.DecompressionStream = undefined;
  try {
    assert.equal(await unpacked(packed), text);
  } finally {
    globalThis.DecompressionStream = own;
  }
});
