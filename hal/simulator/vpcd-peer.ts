import { connect, type Socket } from 'node:net';
import { concat } from '#src/bytes.ts';

/** The contacts of a simulated card: the part of a slot that belongs to the card. */
export type VirtualCard = {
  powerOn(): Promise<Uint8Array>;
  warmReset(): Promise<Uint8Array>;
  transmit(commandApdu: Uint8Array): Promise<Uint8Array>;
  powerOff(): Promise<void>;
};

/** The first port of Debian's package `vsmartcard-vpcd`. */
export const vpcdPort = 35963;

/** While a card has had no power it has no answer to reset; the reader asks all the same to see it. */
const presenceAtr = Uint8Array.of(0x3b, 0x00);
/** What a card without an answer to reset says: an empty answer would mean that there is no card. */
const noAtr = Uint8Array.of(0x00);

export type VpcdPeer = {
  /** Resolves when the card has left the reader, pulled or thrown out by its end. */
  readonly removed: Promise<void>;
  remove(): void;
};

/**
 * Puts a simulated card into the virtual reader of a running pcscd (vpcd): a TCP client whose frames are a
 * 2-byte length and a payload. One byte is a control command, anything longer a command APDU.
 */
export function insertIntoVpcd(card: VirtualCard, port = vpcdPort): Promise<VpcdPeer> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      socket.on('error', () => socket.destroy());
      resolve(serve(socket, card));
    });
  });
}

function serve(socket: Socket, card: VirtualCard): VpcdPeer {
  let received: Uint8Array = new Uint8Array();
  let atr: Uint8Array = presenceAtr;
  let turn: Promise<unknown> = Promise.resolve();
  const send = (payload: Uint8Array) => {
    if (socket.writable) {
      socket.write(concat(Uint8Array.of(payload.length >> 8, payload.length & 255), payload));
    }
  };
  const orEmpty = (answer: Uint8Array) => (answer.length === 0 ? noAtr : answer);
  const handle = async (message: Uint8Array) => {
    const control = message.length === 1 ? message[0] : undefined;
    if (control === undefined) {
      const answer = await card.transmit(message);
      if (answer.length < 2) socket.destroy();
      else send(answer);
    } else if (control === 0) await card.powerOff();
    else if (control === 1) atr = orEmpty(await card.powerOn());
    else if (control === 2) atr = orEmpty(await card.warmReset());
    else if (control === 4) send(atr);
  };
  socket.on('data', (chunk) => {
    received = concat(received, chunk);
    while (received.length >= 2) {
      const end = 2 + (received[0]! << 8) + received[1]!;
      if (received.length < end) break;
      const message = received.slice(2, end);
      received = received.slice(end);
      turn = turn.then(() => handle(message)).catch(() => socket.destroy());
    }
  });
  const removed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return { removed, remove: () => void socket.destroy() };
}
