// The page of the shipped dossier in Firefox, spoken to by WebDriver BiDi: it opens, answers as the
// tool does, says nothing on its console and asks no network for anything.
// usage: TOOL=… DOSSIER=… node --experimental-websocket --test firefox.test.mjs

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';

const tool = process.env.TOOL;
const dossier = process.env.DOSSIER;
const folder = mkdtempSync(join(tmpdir(), 'entente-firefox-'));
const file = join(folder, 'page.html');
const run = (...words) => {
  try {
    return JSON.parse(execFileSync(tool, [...words, '--format', 'json'], { encoding: 'utf8', maxBuffer: 1 << 28 }));
  } catch (error) {
    if (error.status === 1) return JSON.parse(error.stdout); // an empty answer
    throw error;
  }
};

/** A Firefox with one tab; `events` gathers what it tells of its own accord. */
class Firefox {
  events = [];
  #waiting = new Map();
  #count = 0;

  static async launched() {
    const program = process.env.ENTENTE_FIREFOX ?? ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((each) => existsSync(each));
    if (!program) throw new Error('no Firefox is installed: apt-get install firefox-esr');
    const firefox = new Firefox();
    firefox.process = spawn(program, ['--headless', '--no-remote', '--profile', mkdtempSync(join(folder, 'profile-')), '--remote-debugging-port', '0', 'about:blank'],
      { env: { ...process.env, HOME: folder, MOZ_DISABLE_CONTENT_SANDBOX: '1' } });
    const address = await new Promise((found, failed) => {
      let said = '';
      const timer = setTimeout(() => failed(new Error(`Firefox does not answer: ${said}`)), 60_000);
      firefox.process.stderr.on('data', (bytes) => {
        said += bytes;
        const line = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said);
        if (!line) return;
        clearTimeout(timer);
        found(line[1]);
      });
    });
    firefox.socket = new WebSocket(`${address}/session`);
    await new Promise((open, failed) => {
      firefox.socket.onopen = open;
      firefox.socket.onerror = () => failed(new Error(`no connection to ${address}`));
    });
    firefox.socket.onmessage = (message) => firefox.#heard(JSON.parse(message.data));
    await firefox.send('session.new', { capabilities: {} });
    await firefox.send('session.subscribe', { events: ['log.entryAdded', 'network.beforeRequestSent'] });
    firefox.tab = (await firefox.send('browsingContext.getTree', {})).contexts[0].context;
    return firefox;
  }

  #heard(message) {
    if (message.id === undefined) {
      this.events.push(message);
      return;
    }
    const { answer, failed } = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === 'error') failed(new Error(`${message.error}: ${message.message}`));
    else answer(message.result);
  }

  send(method, params) {
    const id = ++this.#count;
    return new Promise((answer, failed) => {
      this.#waiting.set(id, { answer, failed });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  open(url) {
    return this.send('browsingContext.navigate', { context: this.tab, url, wait: 'complete' });
  }

  /** The value of an expression of the page, which may be a promise. */
  async value(expression) {
    const { result, exceptionDetails } = await this.send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`, target: { context: this.tab }, awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value === undefined ? undefined : JSON.parse(result.value);
  }

  async close() {
    await this.send('browser.close', {}).catch(() => undefined);
    this.process.kill();
  }
}

let firefox;
before(async () => {
  execFileSync(tool, ['render', dossier, '--output', file]);
  firefox = await Firefox.launched();
  await firefox.open(`file://${file}`);
  await firefox.value(`new Promise((done, failed) => {
    const end = Date.now() + 60_000;
    const look = () => document.documentElement.dataset.ready === 'true' ? done(true) : Date.now() > end ? failed(new Error('never ready')) : setTimeout(look, 50);
    look();
  })`);
});
after(async () => {
  await firefox?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

/** The state at another address. */
const stateAt = (hash) => firefox.value(`new Promise((done) => {
  location.hash = ${JSON.stringify(hash)};
  setTimeout(() => done(window.entente.state()), 50);
})`);
const rows = (relations) => relations.map((row) => [row.relation ?? row.id, row.certainty]).sort();

it('answers days, stretches and knowledge as the tool does', async () => {
  for (const options of [['as-of', '2012-06-01'], ['as-of', '2014-05-06'], ['as-of', '2018-12-31'], ['as-of', '2023-07-12'], ['as-of', '2026-01-15'],
    ['during', '2013/2018'], ['throughout', '2019/2021'], ['known-at', '2018-06-01']]) {
    const [option, value] = options;
    const answer = run('timeline', dossier, `--${option}`, value);
    const shown = await stateAt(`${option}=${value}`);
    assert.deepEqual(rows(shown.relations), rows(answer.rows.filter((row) => row.relation)), options.join(' '));
    const { certain, possible, undated } = answer.counts;
    assert.equal(await firefox.value(`document.querySelector('[role=status]').textContent`), `${certain} certain, ${possible} possible, ${undated} undated`);
  }
});

it('finds paths and names as the tool does', async () => {
  for (const [from, to] of [['japan', 'nato'], ['emmanuel-macron', 'nato'], ['south-korea', 'cop28']]) {
    const answer = run('path', dossier, from, to, '--all-shortest');
    const shown = await stateAt(`path=${from},${to}`);
    assert.deepEqual(shown.entities, [...new Set(answer.paths.flatMap((path) => path.entities))].sort());
  }
  for (const text of ['岸田文雄', '프랑스', 'macron']) {
    const found = await firefox.value(`(() => {
      const box = document.querySelector('[role=search] input[type=search]');
      box.value = ${JSON.stringify(text)};
      box.dispatchEvent(new Event('input', { bubbles: true }));
      return [...document.querySelectorAll('[role=listbox] [role=option]')].map((option) => option.dataset.entity);
    })()`);
    assert.ok(found.includes(run('find', dossier, text).matches[0].entity), text);
  }
});

it('draws, says nothing and asks for nothing', async () => {
  await stateAt('');
  const painted = await firefox.value(`(() => {
    const canvas = document.querySelector('canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return new Set(Array.from({ length: data.length / 4 }, (_, i) => data[4 * i] << 16 | data[4 * i + 1] << 8 | data[4 * i + 2])).size;
  })()`);
  assert.ok(painted > 20, `${painted} colours`);
  const said = firefox.events.filter(({ method, params }) =>
    method === 'log.entryAdded' || !/^(file|about|blob|data|resource|chrome|moz-extension):/.test(params.request.url));
  assert.deepEqual(said.map(({ params }) => params.text ?? params.request.url), []);
});
