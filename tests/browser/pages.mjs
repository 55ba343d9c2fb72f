// Reading pages without a browser, and the engine that they carry.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** What a page knows. */
export function dataOf(file) {
  const found = /<script type="([^"]*)" id="data">([^<]*)<\/script>/.exec(readFileSync(file, 'utf8'));
  if (!found) throw new Error(`${file} carries no data`);
  if (found[1] === 'application/json') return JSON.parse(found[2]);
  return JSON.parse(gunzipSync(Buffer.from(found[2], 'base64')).toString('utf8'));
}

/** A module of the viewer, bundled as the page bundles it. */
export async function viewer(module) {
  const folder = mkdtempSync(join(tmpdir(), 'entente-viewer-'));
  const source = new URL(`../../tools/viewer/src/${module}`, import.meta.url).pathname;
  const bundle = join(folder, 'bundle.mjs');
  execFileSync('esbuild', [source, '--bundle', '--format=esm', '--log-level=warning', `--outfile=${bundle}`]);
  const loaded = await import(pathToFileURL(bundle).href);
  rmSync(folder, { recursive: true });
  return loaded;
}
