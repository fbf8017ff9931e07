import './guard.ts';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { standInProfile } from '#hal/simulator/cards/stand-in-profile.ts';
import { type BankAnswer, bankAnswers } from '#src/technician/answers.ts';
import {
  inputWithoutAuthentication,
  recordingInput,
  withoutAuthenticationComment,
} from '#src/technician/recording-input.ts';
import { StandIns } from '#src/technician/stand-in.ts';
import { maskTranscript, writeTranscript } from '#src/technician/transcript.ts';
import {
  BadOption,
  faultWords,
  readerHelp,
  readerOptions,
  runTool,
  takeCard,
} from './technician/card-at-hand.ts';
import { type Performed, perform } from './technician/perform.ts';

const usage = `npm run record -- [options] out.apdu
Runs a whole hold with the card and writes it as a transcript that npm run replay and the tests can play.
Numbers become stand-ins with a right check digit, names and track data are blanked; nothing else is written.
A simulated card gets its stand-in number before it goes in, so that its signatures stay true; a real card is
recorded without offline data authentication, because its signatures cover its true number.
${readerHelp}
  --bank approve|decline|none   what the bank says (approve)
  --masked-like-real            treats a simulated card as a real one`;

const isBank = (text: string): text is BankAnswer => bankAnswers.some((it) => it === text);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      ...readerOptions,
      bank: { type: 'string', default: 'approve' },
      'masked-like-real': { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [file] = positionals;
  const { bank } = values;
  if (!isBank(bank)) throw new BadOption(`--bank ${bank}: ${bankAnswers.join(', ')}`);
  if (file === undefined || positionals.length > 1) throw new BadOption('name one file to write');
  const asReal = values.reader !== 'simulated' || values['masked-like-real'];
  const input = asReal ? inputWithoutAuthentication : recordingInput;
  const performed = await transact(values, asReal, bank);
  if (performed === undefined) return 1;
  const masked = maskTranscript(performed.steps, input, asReal ? 'blank' : 'keep');
  if ('unmaskable' in masked) {
    console.error(`Nothing was written: ${masked.unmaskable}.`);
    return 1;
  }
  const what = values.reader === 'simulated' ? `the simulated card ${values.card}` : 'a real card';
  const comments = [
    `A hold with ${what}, bank: ${bank}. Numbers are stand-ins, names and tracks are blank.`,
    ...(asReal ? [withoutAuthenticationComment] : []),
  ];
  writeFileSync(file, writeTranscript(masked.steps, comments));
  const end = masked.steps.at(-1);
  console.log(
    `${file}: ${masked.steps.length} steps, = ${end?.type === 'outcome' ? end.words.join(' ') : ''}`,
  );
  return 0;
}

async function transact(
  options: Parameters<typeof takeCard>[0],
  asReal: boolean,
  bank: BankAnswer,
): Promise<Performed | undefined> {
  const standIns = new StandIns();
  const hand = await takeCard({
    ...options,
    random: sameEachTime,
    ...(asReal ? {} : { prepare: (profile) => standInProfile(profile, (it) => standIns.of(it)) }),
  });
  try {
    const connection = await hand.connect();
    const input = asReal ? inputWithoutAuthentication : recordingInput;
    const offlinePin = hand.profile?.pin;
    return await perform(connection, input, {
      bank,
      pin: 'entered',
      random: sameEachTime,
      offlinePin,
    });
  } catch (error) {
    console.error(`Nothing was written: ${faultWords(error)}.`);
    return undefined;
  } finally {
    await hand.close();
  }
}

/** So that the same simulated card gives the same file each time: a transcript needs no secrets. */
const sameEachTime = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => (i + 1) & 0xff);

await runTool(main, usage);
