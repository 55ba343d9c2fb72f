// Unpacks gzip in base64, in which a page carries its words and large data. Browsers do it themselves;
// for those that do not, blocks of DEFLATE (RFC 1951) are read here.

/** A canonical Huffman code: how many symbols have each length, and the symbols by length and value. */
interface Code {
  counts: number[];
  symbols: number[];
}

const longest = 15; // bits of a code

function codeOf(lengths: number[]): Code {
  const counts = new Array<number>(longest + 1).fill(0);
  for (const length of lengths) if (length) ++counts[length]!;
  const symbols = lengths.map((_, symbol) => symbol).filter((symbol) => lengths[symbol])
    .sort((a, b) => lengths[a]! - lengths[b]! || a - b);
  return { counts, symbols };
}

const times = (n: number, length: number): number[] => new Array<number>(n).fill(length);
const plainLetters = codeOf([...times(144, 8), ...times(112, 9), ...times(24, 7), ...times(8, 8)]);
const plainDistances = codeOf(times(30, 5));
/** The order in which the lengths of the code of lengths stand. */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Where a range of lengths or distances begins, and how many bits follow; `step` ranges have as many. */
function range(i: number, step: number, least: number): [start: number, bits: number] {
  if (i < 2 * step) return [least + i, 0];
  const bits = Math.floor(i / step) - 1;
  return [least + ((step + (i % step)) << bits), bits];
}

/** The bytes that a stream of DEFLATE holds, from a place on. */
export function inflated(packed: Uint8Array, from = 0): Uint8Array {
  let bytes = new Uint8Array(4 * packed.length + 64);
  let size = 0;
  let place = from * 8;
  const bit = (): number => {
    if (place >= packed.length * 8) throw new Error('the end is missing');
    return (packed[place >> 3]! >> (place++ & 7)) & 1;
  };
  const number = (bits: number): number => {
    let value = 0;
    for (let i = 0; i < bits; ++i) value |= bit() << i;
    return value;
  };
  const symbol = ({ counts, symbols }: Code): number => {
    let [code, first, index] = [0, 0, 0];
    for (let length = 1; length <= longest; ++length) {
      code |= bit();
      const count = counts[length]!;
      if (code - first < count) return symbols[index + code - first]!;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Error('no such code');
  };
  const put = (byte: number): void => {
    if (size === bytes.length) {
      const more = new Uint8Array(2 * size);
      more.set(bytes);
      bytes = more;
    }
    bytes[size++] = byte;
  };
  /** The two codes of a block that brings its own. */
  const ownCodes = (): [Code, Code] => {
    const [letters, distances, given] = [number(5) + 257, number(5) + 1, number(4) + 4];
    const short = times(19, 0);
    for (let i = 0; i < given; ++i) short[lengthOrder[i]!] = number(3);
    const code = codeOf(short);
    const lengths: number[] = [];
    while (lengths.length < letters + distances) {
      const length = symbol(code);
      if (length < 16) lengths.push(length);
      else if (length === 16) lengths.push(...times(3 + number(2), lengths[lengths.length - 1]!));
      else lengths.push(...times(length === 17 ? 3 + number(3) : 11 + number(7), 0));
    }
    return [codeOf(lengths.slice(0, letters)), codeOf(lengths.slice(letters))];
  };
  for (let isLast = false; !isLast;) {
    isLast = bit() === 1;
    const kind = number(2);
    if (kind === 0) {
      place = (place + 7) & ~7;
      for (let left = number(32) & 0xffff; left > 0; --left) put(number(8));
      continue;
    }
    const [letters, distances] = kind === 1 ? [plainLetters, plainDistances] : ownCodes();
    for (let letter = symbol(letters); letter !== 256; letter = symbol(letters)) {
      if (letter < 256) {
        put(letter);
        continue;
      }
      const [start, bits] = letter === 285 ? [258, 0] : range(letter - 257, 4, 3);
      const length = start + number(bits);
      const [near, more] = range(symbol(distances), 2, 1);
      const distance = near + number(more);
      for (let i = 0; i < length; ++i) put(bytes[size - distance]!);
    }
  }
  return bytes.subarray(0, size);
}

/** The text of gzip in base64, made without a name or a remark in its head. */
export async function unpacked(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  if (typeof DecompressionStream === 'undefined') return new TextDecoder().decode(inflated(bytes, 10));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}
