// How large a page is, how long it takes to be ready, to answer and to move; and how long sigma and
// cytoscape.js take to draw the same graph at the same places, in the same browser, in turn.
// usage: node run.mjs TOOL [ENTITIES RELATIONS]    (npm ci before; prints a table)

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { dataOf } from '../../tests/browser/pages.mjs';
import { dossier } from './dossier.mjs';

const [tool, entities = '5000', relations = '20000'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
const rows = [];
const row = (what, value) => rows.push(`| ${what} | ${value} |`);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;

function made(name, evidence) {
  const source = join(folder, `${name}.json`);
  const page = join(folder, `${name}.html`);
  writeFileSync(source, JSON.stringify(dossier(Number(entities), Number(relations), { evidence })));
  const before = performance.now();
  execFileSync(tool, ['render', source, '--output', page]);
  return { page, took: performance.now() - before, size: statSync(page).size };
}

/** The least of a few times, in milliseconds. */
async function least(times, measure) {
  let best = Infinity;
  for (let i = 0; i < times; ++i) best = Math.min(best, await measure());
  return `${best.toFixed(0)} ms`;
}

const withEvidence = made('with', true);
const without = made('without', false);
const text = readFileSync(withEvidence.page, 'utf8');
const data = /<script type="[^"]*" id="data">([^<]*)</.exec(text)[1];
row('a page without its data', kilobytes(text.length - data.length));
row(`${entities} entities, ${relations} ties, without evidence`, kilobytes(without.size));
row('the same with evidence', kilobytes(withEvidence.size));
row('made by the tool in', `${(withEvidence.took / 1000).toFixed(1)} s`);

const browser = await chromium.launch({ executablePath: process.env.ENTENTE_BROWSER ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const open = async (file) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`file://${file}`);
  return page;
};
row('ready', await least(3, async () => {
  const page = await open(withEvidence.page);
  await page.waitForSelector('html[data-ready=true]', { timeout: 120_000 });
  const took = await page.evaluate(() => performance.now());
  await page.close();
  return took;
}));
const plain = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: true });
const tried = await plain.newPage();
await tried.goto(`file://${withEvidence.page}`);
await tried.waitForSelector('html[data-ready=true]', { timeout: 120_000 });
const clocked = (body) => tried.evaluate(async (act) => {
  const before = performance.now();
  await new Function(`return (async () => { ${act} })()`)();
  return performance.now() - before;
}, body);
const frame = 'await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));';
const range = (by) => `const range = document.querySelector('input[name=as-of]'); range.value = String(Number(range.value) - ${by}); range.dispatchEvent(new Event('input', { bubbles: true })); ${frame}`;
row('another day, drawn', await least(5, () => clocked(range(400))));
row('a filter, drawn', await least(5, () => clocked(`document.querySelector('[data-filter=types]').click(); ${frame}`)));
row('moved, from what is drawn already', await least(5, () => clocked(`const c = document.querySelector('.stage canvas'); c.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true })); ${frame}`)));
row('enlarged, drawn anew', await least(5, () => clocked(`const c = document.querySelector('.stage canvas'); c.dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true })); ${frame}`)));
await plain.close();

// The peers: the same entities at the same places, the same ties.
const { entities: all, relations: ties } = dataOf(withEvidence.page);
const nodes = all.filter((each) => each.p).map((each, i) => ({ id: String(i), x: each.p[0], y: each.p[1], label: each.n.en?.[0] ?? each.id }));
const known = new Map(all.map((each, i) => [i, i]));
const edges = ties.map((each, i) => ({ id: `e${i}`, source: String(known.get(each.a)), target: String(known.get(each.b)) }));
const graph = `const graph = ${JSON.stringify({ nodes, edges })};`;
const peers = {
  'sigma 3': `import Graph from 'graphology'; import Sigma from 'sigma'; ${graph}
    const before = performance.now(); const g = new Graph({ multi: true });
    for (const n of graph.nodes) g.addNode(n.id, { x: n.x, y: -n.y, label: n.label, size: 3 });
    for (const e of graph.edges) g.addEdge(e.source, e.target);
    new Sigma(g, document.getElementById('at')); requestAnimationFrame(() => setTimeout(() => { window.took = performance.now() - before; }, 0));`,
  'cytoscape.js': `import cytoscape from 'cytoscape'; ${graph}
    const before = performance.now();
    const c = cytoscape({ container: document.getElementById('at'), layout: { name: 'preset' }, elements: [
      ...graph.nodes.map((n) => ({ data: { id: n.id, label: n.label }, position: { x: n.x, y: n.y } })), ...graph.edges.map((e) => ({ data: e }))],
      style: [{ selector: 'node', style: { label: 'data(label)', width: 10, height: 10 } }, { selector: 'edge', style: { width: 1 } }] });
    c.once('render', () => { window.took = performance.now() - before; });`,
};
for (const [name, source] of Object.entries(peers)) {
  const file = join(folder, 'peer.mjs');
  writeFileSync(file, source);
  const bundle = execFileSync('esbuild', ['--bundle', '--minify', '--format=iife', `--sourcefile=${join(import.meta.dirname ?? '.', 'peer.mjs')}`, '--loader=js'], { input: source, cwd: new URL('.', import.meta.url).pathname, maxBuffer: 1 << 28 });
  writeFileSync(join(folder, 'peer.html'), `<meta charset=utf-8><div id=at style="width:1200px;height:760px"></div><script>${String(bundle).replace(/<\/script/g, '<\\/script')}</script>`);
  row(`${name}: read and drawn`, await least(2, async () => {
    const peer = await open(join(folder, 'peer.html'));
    await peer.waitForFunction(() => window.took !== undefined, null, { timeout: 300_000 });
    const took = await peer.evaluate(() => window.took);
    await peer.close();
    return took;
  }).catch((error) => `failed: ${error.message.split('\n')[0]}`));
}
await browser.close();
console.log(`| load ${loadavg()[0].toFixed(1)} | ${new Date().toISOString().slice(0, 10)} |\n|---|---|\n${rows.join('\n')}`);
