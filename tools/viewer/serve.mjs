// Serves a page on the loopback with the program, its words and the style as they stand in src/, bundled anew
// for each visit, so that a change is seen on reload.
// usage: node serve.mjs PAGE.html [PORT]

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

const [page, port = '8137'] = process.argv.slice(2);
const source = new URL('src/', import.meta.url).pathname;

function bundled(file, ...options) {
  return execFileSync('esbuild', [source + file, '--bundle', '--charset=utf8', '--log-level=warning', ...options], { encoding: 'utf8' });
}

const digest = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function fresh() {
  const program = bundled('main.ts', '--format=iife', '--target=es2021');
  const style = bundled('page.css');
  const words = gzipSync(readFileSync(`${source}words/words.json`)).toString('base64');
  return readFileSync(page, 'utf8')
    .replace(/(id="words">)[^<]*/, (_, opening) => opening + words)
    .replace(/<style>[^]*?<\/style>/, () => `<style>${style}</style>`)
    .replace(/<script>[^]*<\/script>/, () => `<script>${program}</script>`)
    .replace(/script-src '[^']*'; style-src '[^']*'/, () => `script-src ${digest(program)}; style-src ${digest(style)}`);
}

createServer((request, response) => {
  if (request.url !== '/') {
    response.writeHead(404).end();
    return;
  }
  try {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }).end(fresh());
  } catch (error) {
    response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(String(error.stderr ?? error));
  }
}).listen(Number(port), '127.0.0.1', () => console.error(`http://127.0.0.1:${port}/`));
