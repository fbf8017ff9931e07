import { concat, toHex } from '../bytes.ts';
import { singleObject, type Tlv } from '../tlv/tlv.ts';
import { limits } from './limits.ts';
import { type Stage, setTsi, setTvr, type Transaction } from './state.ts';
import { transmit } from './transport.ts';

type ScriptTag = '71' | '72';

const failureBit = {
  '71': 'scriptFailedBeforeFinalAc',
  '72': 'scriptFailedAfterFinalAc',
} as const satisfies Record<ScriptTag, string>;

/**
 * High nibble of the first result byte (EMV 4.4 Book 4 annex A5); the low one numbers the failed
 * command.
 */
const notPerformed = 0x00;
const failed = 0x10;
const successful = 0x20;

/**
 * Issuer-to-card script processing (EMV 4.4 Book 3 §10.10): templates 71 before, 72 after the final
 * GENERATE AC. A command that the card refuses ends its script, not the transaction.
 */
export function* processScripts(
  tx: Transaction,
  templates: readonly Uint8Array[],
  wanted: ScriptTag,
): Stage {
  tx.session.step = 'scripts';
  for (const template of templates.slice(0, limits.scripts)) {
    if (templateTag(template) !== wanted) continue;
    setTsi(tx, 'scriptProcessingPerformed');
    const script = singleObject(template);
    const report = concat(
      Uint8Array.of(script === undefined ? notPerformed : failed),
      identifierOf(template),
    );
    // It stands before the first command is sent: a card that leaves in the middle leaves a failed
    // script.
    tx.scriptResults.push(report);
    if (script !== undefined) report[0] = yield* sendCommands(tx, script);
    if (report[0] !== successful) setTvr(tx, failureBit[wanted]);
  }
}

const templateTag = (template: Uint8Array): ScriptTag | undefined =>
  template[0] === 0x71 ? '71' : template[0] === 0x72 ? '72' : undefined;

function* sendCommands(tx: Transaction, script: Tlv): Stage<number> {
  const commands = (script.children ?? []).filter(({ tag }) => tag === '86');
  for (const [i, { value }] of commands.slice(0, limits.scriptCommands).entries()) {
    if (value.length < 4 || value.length > 261) return failed | Math.min(i + 1, 15);
    const { sw } = yield* transmit(tx.session, value);
    const accepted = sw === '9000' || sw.startsWith('62') || sw.startsWith('63');
    if (!accepted) return failed | Math.min(i + 1, 15);
  }
  return commands.length === 0 ? notPerformed : successful;
}

/**
 * Tag 9F18, even of a script that cannot be read to its end (Book 4 §12.2.4); zeros when there is
 * none.
 */
function identifierOf(template: Uint8Array): Uint8Array {
  const identifier = new Uint8Array(4);
  const at = /^(?:..){2,4}?9F1804/.exec(toHex(template.slice(0, 12)))?.[0].length;
  if (at !== undefined) identifier.set(template.slice(at / 2, at / 2 + 4));
  return identifier;
}
