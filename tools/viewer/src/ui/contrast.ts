// How well a colour is seen on its ground, after WCAG 2.2.

type Colour = [red: number, green: number, blue: number];

const leastOfLines = 3;
const known = new Map<string, number>();

const partsOf = (colour: string): Colour => [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16)) as Colour;

function luminance(colour: Colour): number {
  const [r, g, b] = colour.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)) as Colour;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Colour, b: Colour): number {
  const [x, y] = [luminance(a) + 0.05, luminance(b) + 0.05];
  return Math.max(x, y) / Math.min(x, y);
}

/** How pale a line of that colour may be on a ground to be seen still, in hundredths' steps; 1 if it must not be paler. */
export function palest(colour: string, ground: string): number {
  const key = colour + ground;
  const before = known.get(key);
  if (before !== undefined) return before;
  const [ink, paper] = [partsOf(colour), partsOf(ground)];
  let alpha = 1;
  for (let paler = 0.99; paler > 0; paler -= 0.01) {
    if (contrast(ink.map((value, i) => value * paler + paper[i]! * (1 - paler)) as Colour, paper) < leastOfLines) break;
    alpha = paler;
  }
  known.set(key, alpha);
  return alpha;
}
