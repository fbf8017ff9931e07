import { TerminalFault } from '#src/fault.ts';

/**
 * How long a card may take over one answer unless said otherwise, the same behind every driver: one that takes three
 * seconds works, one that is mute is named soon after.
 */
export const answerPatienceMs = 3_500;

/** Calls back once after a time; the result cancels it. */
export type StartTimer = (ms: number, done: () => void) => () => void;

const realTimer: StartTimer = (ms, done) => {
  const timer = setTimeout(done, ms);
  return () => clearTimeout(timer);
};

/**
 * The answer to some work, or the first of: the card or reader left (`presence` aborts with the fault that
 * says so), or `timeoutMs` went by (`reader.cardMute`). What comes later is dropped.
 */
export function answerOf<T>(
  work: Promise<T>,
  presence: AbortSignal,
  timeoutMs: number,
  faultOf: (cause: unknown) => TerminalFault,
  startTimer: StartTimer = realTimer,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => {
      stopTimer();
      presence.removeEventListener('abort', left);
    };
    const left = () => {
      end();
      reject(presence.reason);
    };
    const stopTimer = startTimer(timeoutMs, () => {
      end();
      reject(new TerminalFault('reader.cardMute', 'now'));
    });
    presence.addEventListener('abort', left);
    if (presence.aborted) left();
    work.then(
      (answer) => {
        end();
        resolve(answer);
      },
      (cause: unknown) => {
        end();
        reject(cause instanceof TerminalFault ? cause : faultOf(cause));
      },
    );
  });
}

/** Work that takes its turn: commands go one after the other, as over one pair of contacts. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
