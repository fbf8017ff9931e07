import type { CashierAction, Screen, ScreenOf } from '#src/desk/view.ts';
import type { Hold } from '#src/preauth/hold.ts';
import { oddCards, profileOf, swipeOf, usualCards } from './cards.ts';
import type { World } from './world.ts';

const supervisorPin = '246810';

/** Cashier, supervisor and customer: mostly what the screen wants of them, now and then anything at all. */
export class People {
  readonly #world: World;
  /** Mistypes, pulls the card too early. */
  clumsy = true;
  /** The card that the customer of the moment has brought. */
  #card = 'unionpay-credit';

  constructor(world: World) {
    this.#world = world;
  }

  /** The customer brings this card and no other. */
  bring(card: string): void {
    this.#card = card;
  }

  anything(): void {
    const { chance, terminal, slot } = this.#world;
    const dice = chance.next();
    if (dice < 0.1) slot.insert(chance.pick([...usualCards, ...oddCards]));
    else if (dice < 0.2) slot.remove();
    else if (dice < 0.25) terminal.pin(chance.pick(['123456', '000000', '']));
    else if (dice < 0.3) terminal.swipe(swipeOf(chance.pick(usualCards)));
    else if (dice < 0.33)
      terminal.scan(chance.pick(['', 'HOLDFAST:1:x:0000', 'https://a.invalid']));
    else terminal.tap(this.#anyAction());
  }

  #anyAction(): CashierAction {
    const { chance, terminal } = this.#world;
    const ids = (table: 'hold' | 'incident') => [
      ...terminal.documents.list(table).map(({ id }) => id),
      'nothing',
    ];
    const simple = [
      'back',
      'clear',
      'cancel',
      'enter',
      'primary',
      'search',
      'complete',
      'increment',
      'cancelHold',
      'voidCompletion',
      'confirmHeld',
      'all',
      'print',
      'close',
    ] as const;
    return chance.pick<() => CashierAction>([
      () => ({ type: chance.pick(simple) }),
      () => ({ type: chance.pick(simple) }),
      () => ({ type: 'go', to: chance.pick(['preauth', 'holds', 'cases', 'report', 'settings']) }),
      () => ({ type: 'digit', digit: chance.pick(['0', '1', '5', '9', '00']) }),
      () => ({ type: 'openHold', holdId: chance.pick(ids('hold')) }),
      () => ({ type: 'openCase', incidentId: chance.pick(ids('incident')) }),
      () => ({
        type: 'way',
        remedy: chance.pick(['readAgain', 'otherCard', 'stop', 'waitForBank']),
      }),
      () => ({ type: 'closeWith', result: chance.pick(['noHold', 'held', 'other']) }),
      () => ({ type: 'language', language: chance.pick(['zh-CN', 'en']) }),
    ])();
  }

  /** What a sensible person does on the screen that is shown. */
  sensible(): void {
    const { terminal, chance } = this.#world;
    const { screen } = terminal;
    if (screen === undefined) return;
    if (terminal.asksPin) {
      terminal.pin(!this.clumsy || chance.is(0.95) ? profileOf(this.#card).pin : '000000');
      return;
    }
    const own = this.#steps[screen.name] as ((screen: Screen) => void) | undefined;
    if (own !== undefined) own(screen);
    else terminal.tap(chance.is(0.8) ? { type: 'primary' } : { type: 'back' });
  }

  readonly #steps: { readonly [N in Screen['name']]?: (screen: ScreenOf<N>) => void } = {
    home: () => {
      const { chance, terminal } = this.#world;
      this.#card = chance.is(0.75) ? chance.pick(usualCards) : chance.pick(oddCards);
      terminal.tap({
        type: 'go',
        to: chance.pick([
          'preauth',
          'preauth',
          'preauth',
          'holds',
          'holds',
          'holds',
          'cases',
          'report',
          'settings',
        ]),
      });
    },
    amount: (screen) => this.#enterAmount(screen),
    'present-card': (screen) => this.#present(screen),
    'choose-application': () => this.#world.terminal.tap({ type: 'choose', index: 0 }),
    'choose-language': () => this.#world.terminal.tap({ type: 'language', language: 'en' }),
    holds: ({ rows }) => {
      const { chance, terminal } = this.#world;
      if (rows.length === 0 || chance.is(0.2)) return terminal.tap({ type: 'back' });
      terminal.tap({ type: 'openHold', holdId: this.#anyHold() });
    },
    hold: ({ can }) => {
      const { chance, terminal } = this.#world;
      const offered: CashierAction[] = [{ type: 'back' }];
      if (can.complete) offered.push({ type: 'complete' }, { type: 'complete' });
      if (can.increment) offered.push({ type: 'increment' });
      if (can.cancel) offered.push({ type: 'cancelHold' });
      if (can.void) offered.push({ type: 'voidCompletion' }, { type: 'voidCompletion' });
      if (can.print) offered.push({ type: 'print' });
      terminal.tap(chance.pick(offered));
    },
    complete: ({ advice }) => {
      const { chance, terminal } = this.#world;
      if (advice === 'again') terminal.tap({ type: 'all' });
      else if (chance.is(0.4)) this.type(String(chance.between(1, 60_000)));
      terminal.tap({ type: 'primary' });
    },
    cancel: () => this.#world.terminal.tap({ type: 'confirmHeld' }),
    supervisor: () => {
      this.type(this.#world.chance.is(0.9) ? supervisorPin : '111111');
      this.#world.terminal.tap({ type: 'primary' });
    },
    why: ({ diagnosis }) => this.#choose(diagnosis.remedies.map(({ kind }) => kind)),
    ways: ({ diagnosis }) => this.#choose(diagnosis.remedies.map(({ kind }) => kind)),
    guide: ({ page, answers }) => {
      const { chance, terminal, slot } = this.#world;
      if (page === 'cleanTest' && chance.is(0.7)) {
        slot.remove();
        return slot.insert(this.#card);
      }
      if (chance.is(0.1)) return terminal.tap({ type: 'back' });
      terminal.tap(
        answers.length === 0
          ? { type: 'primary' }
          : { type: 'answer', answer: chance.pick(answers) },
      );
    },
    declined: ({ offers }) => this.#choose(offers),
    'call-issuer': ({ canContinue, code, expiry }) => {
      const { terminal } = this.#world;
      if (canContinue) return terminal.tap({ type: 'primary' });
      terminal.tap({ type: 'field', field: 'code' });
      if (code.length < 6) return this.type('603127');
      terminal.tap({ type: 'field', field: 'expiry' });
      if (expiry.length < 4) this.type('1235');
    },
    'type-number': ({ canContinue, digits }) => {
      const { terminal } = this.#world;
      if (canContinue) return terminal.tap({ type: 'primary' });
      terminal.tap({ type: 'field', field: 'number' });
      for (const _ of digits) terminal.tap({ type: 'clear' });
      this.type(profileOf(this.#card).pan);
    },
    check: ({ canContinue, lastFourMatch, cardSeen }) => {
      const { terminal } = this.#world;
      if (canContinue) return terminal.tap({ type: 'primary' });
      if (!lastFourMatch) return terminal.tap({ type: 'tick', item: 'lastFourMatch' });
      if (!cardSeen) return terminal.tap({ type: 'tick', item: 'cardSeen' });
      terminal.tap({ type: 'tick', item: 'supervisor' });
    },
    'wait-for-bank': () => {
      const { chance, terminal } = this.#world;
      if (chance.is(0.2)) terminal.tap({ type: chance.pick(['primary', 'back']) });
    },
    cases: ({ rows }) => {
      const { chance, terminal } = this.#world;
      const row = chance.is(0.5) && rows.length > 0 ? chance.pick(rows) : undefined;
      terminal.tap(
        row === undefined ? { type: 'back' } : { type: 'openCase', incidentId: row.incidentId },
      );
    },
    case: ({ closing }) => {
      const { chance, terminal } = this.#world;
      if (closing !== undefined) terminal.tap({ type: 'closeWith', result: chance.pick(closing) });
      else terminal.tap({ type: chance.pick(['close', 'back', 'print', 'caseSteps']) });
    },
    'case-choice': ({ choices }) => {
      const { chance, terminal } = this.#world;
      if (chance.is(0.2)) terminal.tap({ type: 'back' });
      else terminal.tap({ type: 'caseChoice', choice: chance.pick(choices) });
    },
    'case-figure': () => this.#world.terminal.tap({ type: 'primary' }),
    'case-contact': ({ kind, canContinue }) => {
      const { terminal } = this.#world;
      if (kind === 'phone' && !canContinue)
        for (const digit of '13800004321') terminal.tap({ type: 'digit', digit: digit as '0' });
      terminal.tap({ type: kind === 'phone' ? 'primary' : 'back' });
    },
    'case-call': () =>
      this.#world.terminal.tap({ type: this.#world.chance.pick(['primary', 'back']) }),
    report: () => {
      const { chance, terminal } = this.#world;
      if (chance.is(0.3)) terminal.tap({ type: 'export' });
      this.#goOrBack('endOfDay');
    },
    settings: () => this.#goOrBack('status'),
    status: () => this.#world.terminal.tap({ type: 'back' }),
    language: () => this.#world.terminal.tap({ type: 'back' }),
    held: () => this.#takeAndGo(),
    done: () => this.#takeAndGo(),
    result: () => this.#takeAndGo(),
    notice: () => this.#takeAndGo(),
  };

  /** Number and expiry (YYMM) as they stand on a card. */
  typeFromCard(digits: string, expiry: string): void {
    const { terminal } = this.#world;
    terminal.tap({ type: 'field', field: 'number' });
    this.type(digits);
    terminal.tap({ type: 'field', field: 'expiry' });
    this.type(expiry.slice(2) + expiry.slice(0, 2));
  }

  /** Digits on the keypad. */
  type(digits: string): void {
    for (const digit of digits) this.#world.terminal.tap({ type: 'digit', digit: digit as '0' });
  }

  #enterAmount({ canSubmit, presets }: ScreenOf<'amount'>): void {
    const { chance, terminal } = this.#world;
    if (canSubmit) terminal.tap({ type: 'primary' });
    else if (chance.is(0.5)) terminal.tap({ type: 'preset', amount: chance.pick(presets) });
    else this.type(String(chance.between(100, 90_000)));
  }

  #present({ ask, reading }: ScreenOf<'present-card'>): void {
    const { chance, terminal, slot } = this.#world;
    if (reading && chance.is(0.7)) return;
    if (
      ask === 'swipe' ||
      (ask === 'insertOrSwipe' && chance.is(0.15)) ||
      this.#card === 'stripe-only'
    ) {
      slot.remove();
      terminal.swipe(swipeOf(this.#card));
      return;
    }
    if (ask === 'otherCard') this.#card = chance.pick(usualCards);
    slot.remove();
    slot.insert(this.#card);
    if (!this.clumsy) return;
    if (chance.is(0.08)) slot.setFault({ cardPulledAtApdu: chance.between(1, 25) });
    else if (chance.is(0.03)) slot.setFault({ cardMuteAtApdu: chance.between(1, 25) });
  }

  #choose(offers: readonly string[]): void {
    const { chance, terminal } = this.#world;
    const stops = offers.length === 0 || chance.is(0.1);
    terminal.tap({ type: 'way', remedy: stops ? 'stop' : (chance.pick(offers) as 'stop') });
  }

  #goOrBack(to: 'endOfDay' | 'status'): void {
    const { chance, terminal } = this.#world;
    const forth: CashierAction = to === 'status' ? { type: 'menu', id: to } : { type: 'go', to };
    terminal.tap(chance.is(0.5) ? forth : { type: 'back' });
  }

  #anyHold(): string {
    const { chance, terminal } = this.#world;
    return chance.pick(terminal.documents.list('hold').map(({ body }) => (body as Hold).holdId));
  }

  #takeAndGo(): void {
    this.#world.slot.remove();
    this.#world.terminal.tap({ type: 'primary' });
  }
}
