/**
 * A terminal of thirty lines that speaks the wire, so that the world is tried without the real one:
 * home → (touch) present-card → (card) pin → (digits) held, with a slip.
 */
import type {
  FromTerminal,
  ScreenAnswer,
  TerminalQuestion,
  ToTerminal,
} from '#hal/simulator/wire.ts';

const actions: Readonly<Record<string, readonly { id: string; text: string }[]>> = {
  home: [{ id: 'preauth', text: 'Pre-auth' }],
  'present-card': [{ id: 'back', text: 'Back' }],
};
const heard: unknown[] = [];
const replies = new Map<number, (value: unknown, error?: string) => void>();
let name = 'home';
let digits = 0;
let nextCall = 1;

const send = (message: FromTerminal) => process.send?.(message);
const call = (ask: Extract<FromTerminal, { type: 'call' }>['ask']) =>
  new Promise<unknown>((resolve, reject) => {
    const id = nextCall++;
    replies.set(id, (value, error) => (error === undefined ? resolve(value) : reject(error)));
    send({ type: 'call', id, ask });
  });

function show(next: string): void {
  name = next;
  const bgra = new Uint8Array(4 * 4 * 2).fill(next.length);
  send({ type: 'frame', rectangles: [{ area: { x: 1, y: 1, width: 4, height: 2 }, bgra }] });
  send({ type: 'timeline', line: { atMs: 0, source: 'screen', text: next } });
}

const screen = (): ScreenAnswer => ({
  name,
  language: 'en',
  texts: [name],
  actions: actions[name] ?? [],
  messages: [],
  idle: true,
});

function answer(ask: TerminalQuestion): unknown {
  if (ask.type === 'screen') return screen();
  if (ask.type === 'tree') return { type: 'screen', children: [] };
  if (ask.type === 'journal')
    return heard.slice(ask.after).map((event, i) => ({ seq: BigInt(i), event }));
  if (ask.type === 'locate') {
    const wanted = ask.text ?? ask.id;
    const found = screen().actions.some(({ id, text }) => id === wanted || text === wanted);
    return found ? { x: 10, y: 10 } : null;
  }
  return [];
}

async function cardIn(): Promise<void> {
  try {
    await call({ type: 'slot.powerOn' });
    const response = await call({ type: 'slot.transmit', apdu: Uint8Array.of(0, 0xa4, 4, 0, 0) });
    show((response as Uint8Array).length < 2 ? 'pulled' : 'pin');
  } catch (error) {
    show(`failed ${String(error)}`);
  }
}

async function pinDone(): Promise<void> {
  try {
    await call({ type: 'printer.print', bytes: Buffer.from(`HELD ${digits} digits\n`) });
    show('held');
  } catch (error) {
    show(`print failed: ${String(error)}`);
  }
}

process.on('message', (message: ToTerminal) => {
  if (message.type === 'reply') replies.get(message.id)?.(message.value, message.error);
  else if (message.type === 'call')
    send({ type: 'reply', id: message.id, value: answer(message.ask) });
  else heard.push(message);
  if (message.type === 'stop') process.exit(0);
  if (message.type === 'scan' && message.text === 'crash') process.exit(7);
  if (message.type === 'input' && message.input.type === 'pointer' && !message.input.pressed) {
    if (name === 'home') show('present-card');
  }
  if (message.type === 'slot' && message.event === 'inserted') void cardIn();
  if (message.type === 'pinPad' && 'digits' in message) digits = message.digits.length;
  if (message.type === 'pinPad' && 'action' in message && message.action === 'enter')
    void pinDone();
});
process.on('disconnect', () => process.exit(0));
if (process.argv.includes('--broken')) process.exit(3);
send({ type: 'ready', screen: { width: 40, height: 30 } });
send({
  type: 'timeline',
  line: { atMs: 0, source: 'terminal', text: process.argv.slice(2).join(' ') },
});
