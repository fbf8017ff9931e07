import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openRestoring, takeWish, triesNote, wishRestore } from '#db/rescue.ts';
import { loadConfig } from '#src/config/load.ts';
import type { CashierAction, Screen, ScreenName, ScreenOf } from '#src/desk/view.ts';
import { isFault } from '#src/fault.ts';
import { RescueDesk } from '#src/restore/rescue-desk.ts';
import { scryptPins } from '#src/security/pin-hash.ts';
import { fill, type Opened, openTestStore } from '../db/helpers.ts';

/** A terminal whose journal is torn, with a backup from before; and its rescue on the glass. */
class Rescue {
  readonly folder: string;
  readonly store: Opened;
  over = false;
  screen: Screen | undefined;
  readonly seen: Screen[] = [];
  #desk: RescueDesk | undefined;

  private constructor(store: Opened) {
    this.store = store;
    this.folder = store.folder;
  }

  static async torn(backups = 1): Promise<Rescue> {
    let ms = Date.UTC(2026, 10, 23, 8);
    // Backups of different hours: of one hour rotation keeps the newest only.
    const store = openTestStore({ now: () => (ms += 3_600_000) });
    fill(store, 3);
    for (let n = 0; n < backups; n++) {
      await store.backup({ recipients: [] });
      fill(store, 1, 10 + n);
    }
    store.close();
    writeFileSync(join(store.folder, 'holdfast.db'), Buffer.alloc(40_960, 7));
    return new Rescue(store);
  }

  begin(wished?: string): void {
    const config = loadConfig({});
    assert.ok('merchant' in config);
    const { folder } = this;
    const { keystore } = this.store;
    const now = () => Date.UTC(2026, 10, 24);
    this.#desk = new RescueDesk({
      config,
      simulated: true,
      why: wished === undefined ? 'damaged' : 'wanted',
      ...(wished === undefined ? {} : { agreedBy: wished }),
      restoring: openRestoring({ folder, keystore, now }),
      tries: triesNote(folder),
      present: ({ screen }) => {
        this.screen = screen;
        this.seen.push(screen);
      },
      tone: () => undefined,
      now,
      after: () => () => undefined,
      pins: scryptPins,
      over: () => {
        this.over = true;
      },
    });
    this.#desk.begin();
  }

  tap(action: CashierAction): void {
    this.#desk?.act(action);
  }

  pin(digits: string): void {
    for (const digit of digits) this.tap({ type: 'digit', digit: digit as '0' });
    this.tap({ type: 'enter' });
  }

  async stage(stage: ScreenOf<'restore'>['stage']): Promise<ScreenOf<'restore'>> {
    for (let i = 0; i < 400; i++) {
      if (this.screen?.name === 'restore' && this.screen.stage === stage) return this.screen;
      await sleep(5);
    }
    assert.fail(`waited for ${stage}, but the screen is ${JSON.stringify(this.screen)}`);
  }

  async refused(): Promise<void> {
    for (let i = 0; i < 400; i++) {
      if (this.screen?.name === 'supervisor' && this.screen.wrong) return;
      await sleep(5);
    }
    assert.fail(`the PIN was not refused: ${JSON.stringify(this.screen)}`);
  }

  get name(): ScreenName | undefined {
    return this.screen?.name;
  }
}

const backupFiles = ({ folder }: Rescue): string[] =>
  readdirSync(join(folder, 'backups'))
    .filter((name) => name.endsWith('.age'))
    .sort()
    .map((name) => join(folder, 'backups', name));

describe('a terminal whose records are damaged', () => {
  it('asks the supervisor, restores the newest backup with progress, says what came back, and starts', async () => {
    const rescue = await Rescue.torn();
    rescue.begin();
    const asked = await rescue.stage('ask');
    assert.equal(asked.why, 'damaged');
    rescue.tap({ type: 'back' });
    assert.equal(rescue.name, 'restore', 'there is no way round it');
    rescue.tap({ type: 'primary' });
    assert.equal(rescue.name, 'supervisor');
    rescue.pin('111111');
    assert.deepEqual(triesNote(rescue.folder).read(), { count: 1, lastMs: Date.UTC(2026, 10, 24) });
    await rescue.refused();
    rescue.pin('246810');
    const told = await rescue.stage('done');
    assert.ok(told.stage === 'done');
    assert.equal(told.done.rows, 6);
    assert.equal(triesNote(rescue.folder).read().count, 0);
    const percents = rescue.seen.flatMap((it) =>
      it.name === 'restore' && it.stage === 'running' ? [it.percent] : [],
    );
    assert.equal(percents[0], 0);
    assert.equal(percents.at(-1), 100);
    assert.equal(rescue.over, false);
    rescue.tap({ type: 'primary' });
    assert.equal(rescue.over, true);
    const again = openTestStore({ folder: rescue.folder, keystore: rescue.store.keystore });
    assert.equal(again.verification.ok, true);
    const last = again.journal.read(6)[0]?.event;
    assert.ok(last?.kind === 'backup.restored');
    assert.deepEqual([last.operator, last.salvaged], ['90', 0]);
    again.close();
  });

  it('takes the backup before, when the newest is not good', async () => {
    const rescue = await Rescue.torn(2);
    const newest = backupFiles(rescue).at(-1) ?? '';
    writeFileSync(newest, readFileSync(newest).subarray(0, 900));
    rescue.begin('90');
    const told = await rescue.stage('done');
    assert.ok(told.stage === 'done');
    assert.equal(told.done.rows, 6);
  });

  it('says when no backup is good, leaves all as it was, and asks again', async () => {
    const rescue = await Rescue.torn();
    for (const file of backupFiles(rescue)) writeFileSync(file, 'no backup');
    const before = readFileSync(join(rescue.folder, 'holdfast.db'));
    rescue.begin();
    rescue.tap({ type: 'primary' });
    rescue.pin('246810');
    const told = await rescue.stage('failed');
    assert.ok(told.stage === 'failed' && told.fault === 'journal.corrupt');
    assert.deepEqual(readFileSync(join(rescue.folder, 'holdfast.db')), before);
    rescue.tap({ type: 'primary' });
    await rescue.stage('ask');
    assert.equal(rescue.over, false);
  });

  it('without a backup looks again on request, because a stick may have come', async () => {
    const rescue = await Rescue.torn();
    const [file = ''] = backupFiles(rescue);
    const bytes = readFileSync(file);
    rmSync(file);
    rescue.begin();
    await rescue.stage('none');
    rescue.tap({ type: 'primary' });
    await rescue.stage('none');
    writeFileSync(file, bytes);
    rescue.tap({ type: 'primary' });
    await rescue.stage('ask');
  });
});

describe('a restore that was wanted from the settings', () => {
  it('begins at the next start, once, and is given up when it fails', async () => {
    const rescue = await Rescue.torn();
    wishRestore(rescue.folder, '90');
    assert.equal(takeWish(rescue.folder), '90');
    assert.equal(takeWish(rescue.folder), undefined);
    assert.equal(existsSync(join(rescue.folder, 'restore.wanted')), false);
    for (const file of backupFiles(rescue)) writeFileSync(file, 'no backup');
    rescue.begin('90');
    await rescue.stage('failed');
    rescue.tap({ type: 'primary' });
    assert.equal(rescue.over, true);
    assert.throws(
      () => openTestStore({ folder: rescue.folder }),
      (error) => isFault(error, 'journal.corrupt'),
    );
  });
});
