import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Incident } from '#src/incident/incident.ts';
import type { Cause, Diagnosis, RemedyKind } from '#src/recovery/evidence.ts';
import { Cashier } from '../device/shift.ts';
import type { ScreenNow, Simulator } from '../device/simulator.ts';

/** A way that was walked, as the cause stood when it was chosen. */
export type Walked = { readonly cause: Cause; readonly remedy: RemedyKind };

/** A cashier with a case before them: takes any way that is offered, leaves it again, closes the case at the end. */
export class CaseWalker {
  readonly shop: Simulator;
  readonly cashier: Cashier;
  readonly walked: Walked[] = [];

  constructor(shop: Simulator) {
    this.shop = shop;
    this.cashier = new Cashier(shop);
  }

  /** From home to the question for a card. */
  async begin(): Promise<void> {
    await this.cashier.home();
    await this.tap('preauth');
    await this.tap('preset-50000');
    await this.tap('primary');
    await this.shop.until('present-card');
  }

  async newest(): Promise<Incident> {
    const all = await this.shop.get<readonly Incident[]>('/api/incidents');
    const last = all.toSorted((a, b) => b.openedAtMs - a.openedAtMs)[0];
    assert.ok(last !== undefined, 'there is a case');
    return last;
  }

  /** The reasons of a failure, or the plain no of an issuer in a case that is open. */
  async reasons(): Promise<ScreenNow> {
    let screen = await this.shop.screen();
    await this.shop.eventually(async () => {
      screen = await this.shop.screen();
      return screen.name === 'why' || screen.name === 'declined';
    }, 'the reasons');
    return screen;
  }

  async is(cause: Cause): Promise<void> {
    await this.reasons();
    await this.shop.eventually(
      async () => (await this.newest()).diagnosis.cause === cause,
      `the cause ${cause}, not ${(await this.newest()).diagnosis.finding}`,
    );
  }

  /** A touch as soon as there is something to touch: another picture may still be coming. */
  async tap(id: string): Promise<ScreenNow> {
    await this.shop.eventually(
      async () => (await this.shop.screen()).actions.some((action) => action.id === id),
      id,
    );
    return this.cashier.tap(id);
  }

  /** Takes a way from the reasons, over as many pages as it needs. */
  async take(remedy: RemedyKind, known?: Diagnosis): Promise<ScreenNow> {
    let screen = await this.reasons();
    const diagnosis = known ?? (await this.newest()).diagnosis;
    this.walked.push({ cause: diagnosis.cause, remedy });
    if (diagnosis.remedies[0]?.kind === remedy) return this.tap('primary');
    const id = `way-${remedy}`;
    const has = () => screen.actions.some((action) => action.id === id);
    if (!has()) screen = await this.tap('ways');
    for (let page = 0; !has(); page++) {
      assert.ok(page < 6, `${remedy} is on no page of ${diagnosis.finding}`);
      screen = await this.cashier.tap('more');
    }
    return this.tap(id);
  }

  /** Back at the reasons from whatever a way shows, the short way. */
  async backToReasons(): Promise<void> {
    for (const end = performance.now() + 20_000; performance.now() < end; ) {
      const { name, actions } = await this.shop.screen();
      const has = (id: string) => actions.some((action) => action.id === id);
      if (name === 'why' || name === 'declined') return;
      if (name === 'wait-for-bank' && has('ways')) await this.cashier.tap('ways');
      else if (name === 'guide' && !has('back')) await this.tap('primary');
      else if (has('back')) await this.cashier.tap('back');
      else await pause(50);
    }
    throw new Error(`no way back from ${JSON.stringify(await this.shop.screen())}`);
  }

  async pay(card: string, pin = true): Promise<void> {
    await this.shop.call('POST', '/api/reader/remove', {});
    await this.shop.insert(card);
    if (pin) await this.shop.pin('123456');
  }

  /** On its own screen, with a result, the lesson left out. */
  async close(result: string): Promise<Incident> {
    await this.shop.call('POST', '/api/reader/remove', {});
    await this.cashier.home();
    const { incidentId, state } = await this.newest();
    await this.tap('cases');
    await this.tap(`case-${incidentId}`);
    await this.tap('close');
    if (state === 'open') await this.tap(`close-${result}`);
    await this.shop.until('case-choice');
    await this.tap('back');
    await this.shop.until('case');
    const closed = await this.newest();
    assert.equal(closed.state, 'closed');
    const held = result === 'held' && closed.result === 'heldOtherCard';
    assert.ok(held || closed.result === result, `${closed.result}, not ${result}`);
    return closed;
  }
}
