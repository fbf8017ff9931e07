import { createCard } from '#hal/simulator/cards/card.ts';
import type { CardProfile } from '#hal/simulator/cards/profile.ts';
import { findCard } from '#hal/simulator/cards/tray.ts';
import { isFault } from '#src/fault.ts';
import { lookAtCard } from '#src/technician/look-at-card.ts';
import { recordingInput } from '#src/technician/recording-input.ts';
import type { CardReply } from '#src/technician/walk.ts';
import { withoutNumbers } from '#src/technician/without-numbers.ts';

export type Look = { readonly lines: readonly string[]; readonly commands: readonly Uint8Array[] };

/** Looks at a card of the tray, without reader between; a mute card is noticed at once. */
export async function lookAt(
  id: string,
  change: (profile: CardProfile) => CardProfile = (it) => it,
): Promise<Look> {
  const profile = findCard(id);
  if (profile === undefined) throw new Error(`no card ${id}`);
  const card = createCard(change(structuredClone(profile)), { wait: async () => undefined });
  card.insert();
  const lines: string[] = [];
  const commands: Uint8Array[] = [];
  const walk = lookAtCard(card.reset('cold'), recordingInput);
  let turn = walk.next();
  while (!turn.done) {
    let reply: CardReply | undefined;
    if (turn.value.type === 'say') lines.push(withoutNumbers(turn.value.line));
    else {
      commands.push(turn.value.commandApdu);
      reply = await ask(card.transmit(turn.value.commandApdu));
    }
    turn = walk.next(reply);
  }
  return { lines, commands };
}

async function ask(answer: Promise<Uint8Array>): Promise<CardReply> {
  const silence = new Promise<'mute'>((resolve) =>
    setImmediate(() => setImmediate(resolve, 'mute')),
  );
  try {
    const bytes = await Promise.race([answer, silence]);
    return bytes === 'mute'
      ? { type: 'fault', fault: 'the card stopped answering' }
      : { type: 'response', bytes };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { type: 'fault', fault: 'the contacts broke off in the middle of a command' };
  }
}
