import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { browser, openBrowser, pictures, startSimulator } from './browser.ts';

const must = process.env.CI === 'true';

/** Where a text or an id stands on the panel comes from the tree; the touch itself goes to the canvas. */
async function touch(page: Page, address: string, id: string): Promise<void> {
  const box = await page.locator('#panel').boundingBox();
  const size = await page
    .locator('#panel')
    .evaluate((canvas: HTMLCanvasElement) => ({ width: canvas.width, height: canvas.height }));
  assert.ok(box);
  const at = middleOf(await (await fetch(`${address}/api/screen/tree`)).json(), id);
  assert.ok(at, `${id} is on the screen`);
  await page.mouse.click(
    box.x + (at.x / size.width) * box.width,
    box.y + (at.y / size.height) * box.height,
    { delay: 30 },
  );
}

type Node = {
  readonly id?: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly children?: readonly Node[];
};

function middleOf(node: Node, id: string): { x: number; y: number } | undefined {
  if (node.id === id) return { x: node.x + node.width / 2, y: node.y + node.height / 2 };
  for (const child of node.children ?? []) {
    const found = middleOf(child, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function drag(page: Page, from: string, to: string): Promise<void> {
  const [start, end] = [
    await page.locator(from).boundingBox(),
    await page.locator(to).boundingBox(),
  ];
  assert.ok(start && end);
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
}

test('CI has a browser', { skip: !must }, () => {
  assert.ok(browser, 'chromium is not installed');
});

test('a hold in the browser: touch the panel, drag the card to the slot, type the PIN, take the slip', {
  skip: browser === undefined && 'chromium is not installed',
  timeout: 120_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-browser-'));
  const simulator = startSimulator(join(folder, 'data'));
  const address = await simulator.address;
  const context = await openBrowser(join(folder, 'profile'));
  const failures: string[] = [];
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('pageerror', (error) => failures.push(String(error)));
    await page.goto(address);
    const screen = (name: string) => page.waitForSelector(`#panel[data-screen="${name}"]`);
    await screen('home');
    await touch(page, address, 'preauth');
    await screen('amount');
    await touch(page, address, 'preset-50000');
    await touch(page, address, 'primary');
    await screen('present-card');
    await drag(page, '.tray button[data-card="unionpay-credit"]', '#slot');
    await page.waitForSelector('#pin.asked');
    for (const digit of '123456') await page.click(`#pin .key:text-is("${digit}")`);
    await page.click('#pin .enter');
    await screen('held');
    await page.waitForSelector('#paper figure img');
    await page.waitForSelector('#tab-bank tr.approved');
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, 'browser-hold.png') });
    await page.click('#remove');
    await page.click('#language button:has-text("中文")');
    await page.waitForSelector('h2:has-text("小票")');
    const holds = (await (await fetch(`${address}/api/holds`)).json()) as { state: string }[];
    assert.deepEqual(
      holds.map(({ state }) => state),
      ['held'],
    );
    assert.deepEqual(failures, []);
  } finally {
    await context.close();
    simulator.child.kill('SIGTERM');
    assert.equal(await simulator.ended, 0);
    rmSync(folder, { recursive: true, force: true });
  }
});
