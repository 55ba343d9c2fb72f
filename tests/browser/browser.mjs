// A browser with a page in it, watched: what it says on its console and what it asks of a network
// are failures.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

export const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export async function launched() {
  const executablePath = process.env.ENTENTE_BROWSER ?? programs.find((program) => existsSync(program));
  if (!executablePath) throw new Error('no Chromium is installed: apt-get install chromium');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] });
}

/** An empty page; `said` gathers what must not happen in it. */
export async function watched(browser, { width = 1280, height = 800, touch = false, dark = false } = {}) {
  const context = await browser.newContext({
    viewport: { width, height }, hasTouch: touch, isMobile: touch, colorScheme: dark ? 'dark' : 'light', acceptDownloads: true,
  });
  context.setDefaultNavigationTimeout(120_000); // a browser that starts beside other programs is slow
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!/^(file|blob|data):/.test(request.url())) said.push(`request: ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    said.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { page, said, context };
}

/** A page at an address, ready. */
export async function opened(browser, file, { hash = '', ...looks } = {}) {
  const { page, said, context } = await watched(browser, looks);
  await page.goto(`file://${file}${hash}`);
  await page.waitForSelector('html[data-ready=true]', { timeout: 60_000 });
  return { page, said, context };
}

/** The same page at another address. */
export async function moved(page, hash) {
  await page.evaluate((address) => {
    location.hash = address;
  }, hash);
  await page.waitForFunction((address) => location.hash === address || location.hash === `#${address}`, hash);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 0)));
}

export const state = (page) => page.evaluate(() => window.entente.state());
