import type { Session, Stage } from './state.ts';
import { ask } from './transport.ts';

/** Fresh random bytes from the terminal. */
export function* randomBytes(session: Session, length: number): Stage<Uint8Array> {
  const response = yield* ask(session, { type: 'random', length });
  if (response.type !== 'random' || response.bytes.length !== length) {
    throw new Error(`${response.type} answers no request for ${length} random bytes`);
  }
  return response.bytes;
}
