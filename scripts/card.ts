import './guard.ts';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CardConnection } from '#hal/reader/contract.ts';
import { listCards } from '#hal/simulator/cards/tray.ts';
import { kernelTables } from '#src/config/kernel.ts';
import { loadConfig } from '#src/config/load.ts';
import type { KernelInput } from '#src/emv/contract.ts';
import type { Money } from '#src/money.ts';
import { lookAtCard } from '#src/technician/look-at-card.ts';
import { describeOutcome } from '#src/technician/verdict.ts';
import type { CardReply } from '#src/technician/walk.ts';
import { withoutNumbers } from '#src/technician/without-numbers.ts';
import {
  BadOption,
  type CardAtHand,
  faultWords,
  readerHelp,
  readerOptions,
  runTool,
  takeCard,
} from './technician/card-at-hand.ts';
import { perform } from './technician/perform.ts';

const usage = `npm run card -- [options]
Tells everything a card says, in words, with its number masked, and what this terminal would do with it.
No PIN is tried and no bank is asked; the card's transaction counter goes up as at any reading.
${readerHelp}
  --config <file>           JSON laid over the default configuration: applications, keys, limits`;

/** A look at one card takes no longer than this, whatever the card does. */
const patienceMs = 60_000;

const say = (line: string): void => console.log(withoutNumbers(line));

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { ...readerOptions, config: { type: 'string' } } });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (values.card === 'list') {
    for (const { id, shows } of listCards())
      console.log(`${id.padEnd(26)} ${shows.en} · ${shows.zh}`);
    return 0;
  }
  const input = kernelInput(values.config);
  const hand = await takeCard(values);
  try {
    say(`Reader ${hand.reader.name}`);
    await look(hand, input);
  } finally {
    await hand.close();
  }
  return 0;
}

function kernelInput(configFile: string | undefined): KernelInput {
  const config = loadConfig(
    ...(configFile === undefined ? [] : [JSON.parse(readFileSync(configFile, 'utf8')) as unknown]),
  );
  if (!('merchant' in config)) {
    const problems = config.map(({ path, problem }) => `${path}: ${problem}`);
    throw new BadOption(`${configFile}: ${problems.join('; ')}`);
  }
  const now = new Date();
  const two = (value: number): string => String(value % 100).padStart(2, '0');
  const amount: Money = { minorUnits: 50_000, currency: config.acquirer.currency };
  return {
    amount,
    amountOther: { ...amount, minorUnits: 0 },
    transactionType: 0,
    date: two(now.getFullYear()) + two(now.getMonth() + 1) + two(now.getDate()),
    time: two(now.getHours()) + two(now.getMinutes()) + two(now.getSeconds()),
    transactionSequenceCounter: 1,
    terminal: {
      ...config.terminal,
      currencyCode: `0${config.acquirer.currency}`,
      terminalId: config.merchant.terminalId,
      merchantId: config.merchant.merchantId,
      merchantCategoryCode: config.merchant.categoryCode,
    },
    ...kernelTables(config),
    forceOnline: true,
  };
}

async function look(hand: CardAtHand, input: KernelInput): Promise<void> {
  const first = await powerUp(hand);
  if (first === undefined) return;
  say(`Protocol ${first.protocol}`);
  await walk(first, input);
  await first.disconnect();
  say('');
  say('What this terminal would do with it · 本机会怎样对待这张卡');
  const second = await powerUp(hand);
  if (second === undefined) return;
  const people = { bank: 'none', pin: 'bypassed', random: randomOf } as const;
  const { outcome } = await perform(second, input, people);
  for (const line of describeOutcome(outcome)) say(`  ${line}`);
  await second.disconnect();
}

const randomOf = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

async function powerUp(hand: CardAtHand): Promise<CardConnection | undefined> {
  try {
    return await hand.connect();
  } catch (error) {
    say(`No contact: ${faultWords(error)}.`);
    say(
      'What this terminal would do: ask for the stripe, another card, or the way out its rules allow.',
    );
    say('本机会：请顾客刷磁条、换卡，或走规则允许的其它办法。');
    return undefined;
  }
}

async function walk(connection: CardConnection, input: KernelInput): Promise<void> {
  const deadline = performance.now() + patienceMs;
  const walking = lookAtCard(connection.atr, input);
  let turn = walking.next();
  while (!turn.done) {
    let reply: CardReply | undefined;
    if (turn.value.type === 'say') say(turn.value.line);
    else reply = await ask(connection, turn.value.commandApdu, performance.now() > deadline);
    turn = walking.next(reply);
  }
}

async function ask(
  connection: CardConnection,
  command: Uint8Array,
  late: boolean,
): Promise<CardReply> {
  if (late) return { type: 'fault', fault: `the card is too slow: ${patienceMs / 1000} s are up` };
  try {
    return { type: 'response', bytes: await connection.transmit(command) };
  } catch (error) {
    return { type: 'fault', fault: faultWords(error) };
  }
}

await runTool(main, usage);
