// Comma-separated values that no spreadsheet takes for formulas, as the tool writes them.

const plainNumber = /^[+-]?(?=\.?[0-9])[0-9]*\.?[0-9]*(?:[eE][+-]?[0-9]+)?$/;

/** Whether spreadsheets may run it: it begins with a sign, its full-width form, or what they drop, and is no number. */
const mayBeFormula = (text: string): boolean => /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !plainNumber.test(text);

/** After RFC 4180; an apostrophe makes what may be a formula text. */
export function csvOf(rows: string[][]): string {
  const cell = (text: string): string => {
    const guarded = mayBeFormula(text) ? `'${text}` : text;
    return /[",\r\n]/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
  };
  return rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}
