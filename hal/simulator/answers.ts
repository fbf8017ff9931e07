import { keptBulletins, refusedBulletins } from '#src/bulletin/kept.ts';
import type { Incident } from '#src/incident/incident.ts';
import type { DocumentReader } from '#src/journal/documents.ts';
import type { Journal } from '#src/journal/port.ts';
import type { Hold } from '#src/preauth/hold.ts';
import type { Reports } from '#src/report/exports.ts';
import { noDocuments, noJournal } from '#src/restore/rescue-desk.ts';
import { type PinPadAction, pinPadBytes, type SimulatedPinPad } from '../pin-pad/simulated.ts';
import type { Plug } from './plug.ts';
import type { LocateAnswer, ScreenAnswer, TerminalQuestion } from './wire.ts';

/** The parts of the running terminal that the page may look at and touch. */
type Parts = {
  readonly plug: Plug;
  readonly screens: {
    answer(): Omit<ScreenAnswer, 'idle'>;
    readonly isIdle: boolean;
    tree(): unknown;
    locate(target: { readonly id?: string; readonly text?: string }): LocateAnswer | undefined;
    readonly frame: Uint8Array;
  };
  /** Not while the records are closed. */
  readonly reports?: Reports;
  readonly terminal: {
    clockChanged(): void;
    paperChanged(): void;
    scan(text: string): void;
    /** Not while the records are closed. */
    lookForBulletins?(): void;
  };
  /** Not while the records are closed. */
  readonly pinPad?: SimulatedPinPad;
  /** A diagnosis in the words of both languages. */
  readonly say: (diagnosis: Incident['diagnosis']) => object;
  readonly journal: Journal;
  readonly documents: DocumentReader;
};

/** What the world may ask of the terminal and do to it: the far end of the simulator's REST calls. */
export function answerWorld(parts: Parts): void {
  const { plug, terminal, pinPad } = parts;
  plug.on('clock', () => terminal.clockChanged());
  plug.on('paper', () => terminal.paperChanged());
  plug.on('stick', () => terminal.lookForBulletins?.());
  plug.on('scan', ({ text }) => terminal.scan(text));
  plug.on('pinPad', (message) => {
    const bytes =
      'digits' in message
        ? new TextEncoder().encode(message.digits.replace(/\D/g, ''))
        : pinPadBytes({ action: padActions[message.action] });
    if (bytes !== undefined) pinPad?.receive(bytes);
  });
  plug.answerWith((question) => answer(question, parts));
}

/** The far end while the records are closed: there is a screen, and nothing behind it. */
export function answerClosed(
  seen: Pick<Parts, 'plug' | 'screens' | 'say'>,
  clockChanged: () => void,
): void {
  const idle = (): void => undefined;
  answerWorld({
    ...seen,
    terminal: { clockChanged, paperChanged: idle, scan: idle },
    journal: noJournal,
    documents: noDocuments,
  });
}

type Deed = 'enter' | 'cancel' | 'clear' | 'bypass' | 'timeout' | 'gone' | 'back';

const padActions: Readonly<Record<Deed, PinPadAction>> = {
  enter: 'enter',
  cancel: 'cancel',
  clear: 'clear',
  bypass: 'bypass',
  timeout: 'timeout',
  gone: 'unplug',
  back: 'clear',
};

function answer(question: TerminalQuestion, parts: Parts): unknown {
  const { screens, journal, documents, say, reports } = parts;
  switch (question.type) {
    case 'screen':
      return { ...screens.answer(), idle: screens.isIdle };
    case 'tree':
      return screens.tree();
    case 'locate':
      return screens.locate(question) ?? null;
    case 'frame':
      return screens.frame;
    case 'journal':
      return journal.read(question.after, question.limit).map(({ monoNs, ...row }) => ({
        ...row,
        monoNs: monoNs.toString(),
      }));
    case 'holds':
      return documents.list('hold').map(({ body }) => publicHold(body as Hold));
    case 'incidents':
      return documents.list('incident').map(({ body }) => {
        const incident = body as Incident;
        return { ...incident, inWords: say(incident.diagnosis) };
      });
    case 'report':
      return reports?.one(question.wish, question.format);
    case 'bulletins':
      return { kept: keptBulletins(documents), refused: refusedBulletins(documents) };
    default:
      return question satisfies never;
  }
}

/** A hold as a script sees it: the token of the sealed number stays inside. */
function publicHold({ card, pending, ...hold }: Hold) {
  return {
    ...hold,
    ...(card === undefined
      ? {}
      : { maskedPan: card.maskedPan, last4: card.last4, numberKept: !hold.shredded }),
    ...(pending === undefined
      ? {}
      : { pending: { kind: pending.kind, stan: pending.stan, amount: pending.amount } }),
  };
}
