// Pages made for a file of tests, a browser to open them in, and the tool's own answers.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { launched, opened } from './browser.mjs';

export const tool = process.env.TOOL;
export const dossier = process.env.DOSSIER;

/** What the tool answers, as JSON. */
export function run(...words) {
  try {
    return JSON.parse(execFileSync(tool, [...words, '--format', 'json'], { encoding: 'utf8', maxBuffer: 1 << 28 }));
  } catch (error) {
    if (error.status === 1) return JSON.parse(error.stdout); // an empty answer
    throw error;
  }
}

/** A page of a dossier at a path. */
export function render(source, page, ...options) {
  execFileSync(tool, ['render', source, '--output', page, ...options]);
}

/** `make` fills a folder with pages; `claim` is a test in one of them, whose every word on the console is a failure. */
export function given(make) {
  const folder = mkdtempSync(join(tmpdir(), 'entente-page-'));
  const at = { folder, browser: null };
  before(async () => {
    make(folder);
    at.browser = await launched();
  });
  after(async () => {
    await at.browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const claim = (name, check, { of = 'page.html', ...options } = {}) => it(name, async () => {
    const { page, said, context } = await opened(at.browser, join(folder, of), options);
    try {
      await check(page);
      assert.deepEqual(said, []);
    } finally {
      await context.close();
    }
  });
  return { at, folder, claim };
}

/** What a button saves. */
export async function saved(page, folder, action) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-action=${action}]`).click()]);
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  return readFileSync(file);
}

/** The rows of comma-separated values, after RFC 4180. */
export function csvRows(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows[rows.length - 1].push(quoted === undefined ? plain : quoted.replace(/""/g, '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.length > 1);
}
