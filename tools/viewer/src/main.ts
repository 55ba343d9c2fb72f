// Reads what the page carries, shows it, and says when that is done.

import type { PageData } from './engine/data';
import { App } from './ui/app';
import { Model } from './ui/model';
import { publicState } from './ui/report';

declare global {
  interface Window {
    entente: { state: () => object };
  }
}

/** Plain JSON, or gzip in base64. */
async function carried(): Promise<PageData> {
  const element = document.getElementById('data') as HTMLScriptElement;
  const text = element.textContent ?? '';
  const packed = element.type !== 'application/json';
  element.remove();
  if (!packed) return JSON.parse(text) as PageData;
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(stream).text()) as PageData;
}

async function start(): Promise<void> {
  const model = new Model(await carried());
  const app = new App(model);
  window.entente = { state: () => publicState(model) };
  app.stage.resized();
  document.documentElement.dataset['ready'] = 'true';
}

void start();
