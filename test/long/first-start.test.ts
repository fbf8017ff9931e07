import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Cashier } from '../device/shift.ts';
import { Simulator } from '../device/simulator.ts';

/** With keys beside the glass the digits come from there. */
const terminals = [
  ['esign', 'zh-CN', 'touch'],
  ['smart', 'en', 'touch'],
  ['mobile', 'zh-CN', 'keys'],
  ['countertop', 'en', 'keys'],
] as const;

/** A device comes without any PIN: its people choose before anything else, by touch and by keys alike. */
describe('a terminal that nobody works at yet', () => {
  for (const [profile, language, by] of terminals)
    it(`${profile} in ${language}: a supervisor and a cashier choose, the cashier takes a hold, the supervisor agrees`, async () => {
      const simulator = await Simulator.start({
        config: { firstStart: 'choose' },
        args: ['--profile', profile, '--language', language],
      });
      try {
        await chooseAndWork(simulator, by === 'keys');
      } finally {
        await simulator.stop();
      }
    });
});

async function chooseAndWork(simulator: Simulator, byKeys: boolean): Promise<void> {
  const cashier = new Cashier(simulator);
  const key = (name: string) => simulator.post('/api/key', { key: name });
  const press = (id: string, name = id) => (byKeys ? key(name) : cashier.tap(id));
  /** PINs end with Enter; an amount with the large button. */
  const finish = async () => {
    const { actions } = await simulator.screen();
    await cashier.tap(actions.some(({ id }) => id === 'enter') ? 'enter' : 'primary');
  };
  const type = async (digits: string): Promise<void> => {
    if (byKeys) for (const digit of digits) await key(digit);
    else await cashier.type(digits);
    await (byKeys ? key('enter') : finish());
  };
  const choose = async (pin: string): Promise<void> => {
    await simulator.until('first-start');
    await press('primary', 'enter');
    await simulator.until('own-pin');
    await type(pin);
    await type(pin);
  };
  await simulator.until('first-start');
  await press('primary', 'enter');
  await type('123456');
  const refused = await simulator.until('own-pin');
  assert.match(refused.texts.join(' '), /1234/, 'a PIN that anybody guesses is not taken');
  await press('cancel');
  await choose('271828');
  await choose('5791');
  await simulator.until('home');

  await cashier.tap('preauth');
  await type('20000');
  await simulator.until('present-card');
  await simulator.insert('unionpay-credit');
  await simulator.pin('123456');
  await simulator.until('held');
  await simulator.remove();
  await simulator.until('home');
  await cashier.openHold(20_000);
  await cashier.tap('cancel-hold');
  await simulator.until('cancel');
  await cashier.tap('confirm', 300);
  const whole = await simulator.until('cancel');
  assert.match(
    whole.texts.join(' '),
    /200\.00/,
    'a short touch frees nothing, and what would be freed stands there',
  );
  await cashier.tap('confirm', 1_300);
  const asked = await simulator.until('supervisor');
  assert.ok(!asked.texts.join(' ').includes('271828'));
  await type('271828');
  await simulator.until('done');
  const all = JSON.stringify(await simulator.get('/api/journal?limit=1000'));
  for (const pin of ['271828', '5791"']) assert.ok(!all.includes(pin));
}
