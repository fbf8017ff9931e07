import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { browser, openBrowser, startSimulator } from './browser.ts';

const tabs = ['bank', 'faults', 'cases', 'phones', 'timeline', 'journal'] as const;

/** Nothing stands beyond the right edge, and no words of the page cover others. */
async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

async function touch(address: string, ...ids: readonly string[]): Promise<void> {
  for (const id of ids)
    await fetch(`${address}/api/touch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id }),
    });
}

/** From home to a text message at the guest's phone, as a cashier sends it. */
async function writeToGuest(address: string, page: Page): Promise<void> {
  await touch(address, 'preauth', 'preset-50000', 'primary', 'no-card');
  await touch(address, 'ways', 'stop', 'done', 'cases');
  const screen = await (await fetch(`${address}/api/screen`)).json();
  const row = (screen as { actions: { id: string }[] }).actions.find(({ id }) =>
    id.startsWith('case-'),
  );
  assert.ok(row);
  await touch(address, row.id, 'steps', 'step-customer', 'contact-sms');
  await touch(address, ...[...'13800004321'].map((digit) => `digit-${digit}`), 'primary');
  await touch(address, 'template-numberNeeded', 'speech-en');
  await page.waitForSelector('[data-message="1"]', { state: 'attached' });
}

test('the page fits a phone and a desk in both languages, and shows the case and what the guest reads', {
  skip: browser === undefined && 'chromium is not installed',
  timeout: 120_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-page-'));
  const simulator = startSimulator(join(folder, 'data'));
  const address = await simulator.address;
  const context = await openBrowser(join(folder, 'profile'));
  const failures: string[] = [];
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('pageerror', (error) => failures.push(String(error)));
    await page.goto(address);
    await page.waitForSelector('#panel[data-screen="home"]');
    for (const width of [390, 1280, 1720]) {
      await page.setViewportSize({ width, height: 844 });
      for (const language of ['中文', 'EN']) {
        await page.click(`#language button:has-text("${language}")`);
        assert.equal(await sideways(page), 0, `${width} ${language}`);
      }
    }
    await page.setViewportSize({ width: 390, height: 844 });
    for (const tab of tabs) {
      await page.click(`nav button[data-tab="${tab}"]`);
      assert.ok((await page.locator(`#tab-${tab}`).innerText()).length > 10, tab);
      assert.equal(await sideways(page), 0, tab);
    }
    await writeToGuest(address, page);
    await page.click('nav button[data-tab="cases"]');
    await page.waitForSelector('.case .what:has-text("500.00")');
    await page.click('nav button[data-tab="phones"]');
    await page.click('.answer button:has-text("I come tomorrow")');
    await page.waitForSelector('.answer .done:has-text("Answered")');
    const [one] = (await (await fetch(`${address}/api/incidents`)).json()) as {
      timeline: { what: string }[];
    }[];
    assert.ok(one?.timeline.some(({ what }) => what === 'message'));
    assert.deepEqual(failures, []);
  } finally {
    await context.close();
    simulator.child.kill('SIGTERM');
    assert.equal(await simulator.ended, 0);
    rmSync(folder, { recursive: true, force: true });
  }
});
