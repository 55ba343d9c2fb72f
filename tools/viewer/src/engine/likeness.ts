// How near a name is to what was typed with slips, by the limits of the tool's `find`.

const mostEdits = 16;

/** Letters put in, left out, changed or changed for their neighbours (optimal string alignment); Infinity beyond a limit. */
export function editDistance(a: string[], b: string[], limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  let before: number[] = [];
  let last = b.map((_, j) => j);
  last.push(b.length);
  for (let i = 1; i <= a.length; ++i) {
    const row = [i];
    for (let j = 1; j <= b.length; ++j) {
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return Infinity;
    [before, last] = [last, row];
  }
  return last[b.length]! <= limit ? last[b.length]! : Infinity;
}

/** Two ideographs, kana or syllables of Hangul are a whole name. */
const shortName = /^[\u4e00-\u9fff\u3041-\u30ff\uac00-\ud7a3]{2}$/u;

function hasWordLike(form: string, word: string): boolean {
  if (form.includes(word)) return true;
  const letters = [...word];
  const slips = Math.min(mostEdits, Math.floor(letters.length / 4));
  return slips > 0 && form.split(' ').some((each) => editDistance(letters, [...each], slips) < Infinity);
}

/** The smaller the nearer; Infinity for what is not like it. */
export function likeness(form: string, wanted: string): number {
  const letters = [...wanted];
  const limit = shortName.test(wanted) ? ([...form].length === 2 ? 1 : 0) : Math.min(mostEdits, Math.floor(letters.length / 3));
  const distance = limit > 0 ? editDistance(letters, [...form], limit) : Infinity;
  if (distance < Infinity) return distance;
  return letters.length > 1 && wanted.split(' ').every((word) => hasWordLike(form, word)) ? mostEdits + 1 : Infinity;
}
