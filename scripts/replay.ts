import './guard.ts';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inputOfTranscript } from '#src/technician/recording-input.ts';
import { play, readTranscript } from '#src/technician/transcript.ts';
import { withoutNumbers } from '#src/technician/without-numbers.ts';
import { BadOption, runTool } from './technician/card-at-hand.ts';

const usage = `npm run replay -- file.apdu …
Plays transcripts through the kernel. Every command and the outcome must be the file's; the first line that is
not ends it with exit code 1 and its number.`;

function replay(file: string): boolean {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new BadOption(`${file}: ${(error as NodeJS.ErrnoException).code ?? 'cannot be read'}`);
  }
  const transcript = readTranscript(text);
  if ('badLine' in transcript) {
    console.error(`${file}:${transcript.badLine}: not a line of a transcript`);
    return false;
  }
  const result = play(transcript.steps, inputOfTranscript(text), true);
  if ('deviation' in result) {
    const { at, instead } = result.deviation;
    const end = text.split('\n').length;
    const line = transcript.lines[at] ?? end;
    console.error(withoutNumbers(`${file}:${line}: here the kernel ${instead}`));
    return false;
  }
  const last = result.steps.at(-1);
  const words = last?.type === 'outcome' ? last.words.join(' ') : '';
  console.log(`${file}: ${transcript.steps.length} steps as written, = ${words}`);
  return true;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (positionals.length === 0) throw new BadOption('name at least one file');
  return positionals.map(replay).every(Boolean) ? 0 : 1;
}

await runTool(main, usage);
