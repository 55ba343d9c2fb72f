// Reads what the page carries, shows it, and says when that is done.

import type { PageData } from './engine/data';
import { unpacked } from './engine/unpack';
import { App } from './ui/app';
import { Model } from './ui/model';
import { publicState } from './ui/report';
import { learn, type Table } from './words/words';

declare global {
  interface Window {
    entente: { state: () => object };
  }
}

/** What an element carries: plain JSON, or gzip in base64. */
async function carried<T>(id: string): Promise<T> {
  const element = document.getElementById(id) as HTMLScriptElement;
  const text = element.textContent ?? '';
  const isPlain = element.type === 'application/json';
  element.remove();
  return JSON.parse(isPlain ? text : await unpacked(text)) as T;
}

async function start(): Promise<void> {
  learn(await carried<Table>('words'));
  const model = new Model(await carried<PageData>('data'));
  const app = new App(model);
  window.entente = { state: () => publicState(model) };
  app.stage.resized();
  document.documentElement.dataset['ready'] = 'true';
}

void start();
