import assert from 'node:assert/strict';
import test from 'node:test';
import { createCard } from '#hal/simulator/cards/card.ts';
import type { CardFault, CardProfile } from '#hal/simulator/cards/profile.ts';
import { cardProfiles } from '#hal/simulator/cards/tray.ts';
import type {
  KernelInput,
  KernelOutcome,
  KernelRequest,
  KernelResponse,
} from '#src/emv/contract.ts';
import { pinPaddingLength, plaintextPinBlock, verifyCommand } from '#src/emv/offline-pin-block.ts';
import { transaction } from '#src/emv/transaction.ts';
import { isFault } from '#src/fault.ts';
import { scriptedInput, words } from './script.ts';

/** The kernel against the simulator's cards, byte by byte, without reader and terminal between. */
async function insert(
  profile: CardProfile,
  input: KernelInput = scriptedInput,
  faults: readonly CardFault[] = [],
) {
  const card = createCard(profile, {
    wait: async () => {},
    random: (length) => new Uint8Array(length).fill(7),
  });
  for (const fault of faults) card.addFault(fault);
  card.insert();
  const atr = card.reset('cold');
  const requests: KernelRequest['type'][] = [];
  const kernel = transaction(input);
  let turn = kernel.next();
  while (!turn.done) {
    requests.push(turn.value.type);
    turn = kernel.next(await respond(card, profile, turn.value));
  }
  return { outcome: turn.value, requests, atr };
}

async function respond(
  card: ReturnType<typeof createCard>,
  profile: CardProfile,
  request: KernelRequest,
): Promise<KernelResponse> {
  switch (request.type) {
    case 'transmit':
      return await transmit(card, request.commandApdu);
    case 'offlinePin': {
      const padding = new Uint8Array(pinPaddingLength(request.method)).fill(0x33);
      const command = verifyCommand(request.method, plaintextPinBlock(profile.pin), padding);
      return await transmit(card, command ?? new Uint8Array(0));
    }
    case 'chooseApplication':
      return { type: 'chosen', index: 0 };
    case 'confirmApplication':
      return { type: 'confirmed', yes: true };
    case 'random':
      return { type: 'random', bytes: new Uint8Array(request.length).fill(9) };
    case 'onlinePin':
      return { type: 'pin', result: 'entered' };
    case 'online':
      return {
        type: 'online',
        answer: {
          type: 'answered',
          approved: true,
          authorisationResponseCode: '00',
          issuerScripts: [],
        },
      };
  }
}

async function transmit(
  card: ReturnType<typeof createCard>,
  commandApdu: Uint8Array,
): Promise<KernelResponse> {
  const silence = new Promise<'mute'>((resolve) =>
    setImmediate(() => setImmediate(resolve, 'mute')),
  );
  try {
    const responseApdu = await Promise.race([card.transmit(commandApdu), silence]);
    return responseApdu === 'mute'
      ? { type: 'transmitFailed', fault: 'cardMute' }
      : { type: 'transmitted', responseApdu };
  } catch (error) {
    assert.ok(isFault(error, 'reader.protocol'));
    return { type: 'transmitFailed', fault: 'protocol' };
  }
}

/**
 * How each card of the tray that answers to reset ends when the bank says yes without its proof.
 */
const ends: Readonly<Record<string, string>> = {
  'unionpay-credit': 'approved 0080048000 E800 420300',
  'unionpay-debit': 'approved 0080048000 E800 020300',
  'offline-pin': 'approved 0080008000 E800 440302',
  signature: 'approved 0080008000 E800 1E0300',
  'no-cvm': 'approved 0280008000 E800 1F0002',
  strict: 'declinedByCardAfterApproval 0080048000 E800 420300',
  mute: 'failed cardMute initiate',
  'declines-after-approval': 'declinedByCardAfterApproval 0080048000 E800 420300',
  'declines-itself': 'declinedOffline 0080048000 6800 420300',
  expired: 'approved 00C0048000 E800 420300',
  'blocked-application': 'failed applicationBlocked select',
  'blocked-card': 'failed cardBlocked select',
  unsupported: 'failed noCommonApplication select',
  'no-number': 'failed mandatoryDataMissing readRecords',
  'two-numbers': 'failed dataConflict readRecords',
  garbage: 'failed malformedResponse initiate',
  endless: 'approved 0080048000 E800 420300',
};

const find = (id: string): CardProfile => {
  const profile = cardProfiles().find((it) => it.id === id);
  assert.ok(profile, id);
  return profile;
};

for (const [id, end] of Object.entries(ends)) {
  test(`the simulator’s card "${id}" ends in: ${end}`, async () => {
    assert.equal(words((await insert(find(id))).outcome), end);
  });
}

test('every card of the tray ends in a named outcome', async () => {
  const names: KernelOutcome['type'][] = [
    'approved',
    'declinedByCardAfterApproval',
    'declinedOffline',
    'failed',
  ];
  for (const profile of cardProfiles()) {
    const { outcome } = await insert(profile);
    assert.ok(names.includes(outcome.type), `${profile.id}: ${outcome.type}`);
  }
});

test('a plaintext PIN is compared by the card, wrong ones count down', async () => {
  const profile = find('offline-pin');
  const chip = profile.chip;
  assert.ok(chip);
  const applications = chip.applications.map((it) => ({
    ...it,
    cvm: { ...it.cvm, rules: ['4103', '1F03'] },
  }));
  const plaintext = { ...profile, chip: { ...chip, applications } };
  assert.equal(words((await insert(plaintext)).outcome), 'approved 0080008000 E800 410302');
});

test('dynamic and static authentication hold where the terminal has no combined one', async () => {
  for (const [capabilities, tvr] of [
    ['E0F8C0', '0080048000'],
    ['E0F880', '0280048000'],
  ] as const) {
    const input = { ...scriptedInput, terminal: { ...scriptedInput.terminal, capabilities } };
    const { outcome } = await insert(find('unionpay-credit'), input);
    assert.ok(outcome.type === 'approved');
    assert.equal(outcome.lines.tvr, tvr);
    assert.equal(outcome.lines.tsi, 'E800');
  }
});

test('pulled, mute or broken off at every single command, a card ends under that name', async () => {
  const profile = find('unionpay-debit');
  const codes = {
    removed: 'cardRemoved',
    mute: 'cardMute',
    transmissionError: 'protocolError',
  } as const;
  for (const [type, code] of Object.entries(codes)) {
    for (let apdu = 1; apdu <= 14; apdu++) {
      const { outcome, requests } = await insert(profile, scriptedInput, [
        { at: { apdu }, do: { type: type as 'mute' } },
      ]);
      if (outcome.type === 'approved') {
        assert.ok(apdu > requests.filter((it) => it === 'transmit').length);
        continue;
      }
      assert.ok(outcome.type === 'failed');
      assert.equal(outcome.failure.code, code);
      assert.equal(outcome.failure.hostApproved, requests.includes('online'));
    }
  }
});
