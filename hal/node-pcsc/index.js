import { createRequire } from 'node:module';

let native;
function addon() {
  native ??= createRequire(import.meta.url)('./node-pcsc.node');
  return native;
}

/** Numbers of `pcsclite.h`: what a reader's state is made of. */
export const State = Object.freeze({
  unaware: 0x0000,
  ignore: 0x0001,
  changed: 0x0002,
  unknown: 0x0004,
  unavailable: 0x0008,
  empty: 0x0010,
  present: 0x0020,
  exclusive: 0x0080,
  inUse: 0x0100,
  mute: 0x0200,
  unpowered: 0x0400,
});
export const Share = Object.freeze({ exclusive: 1, shared: 2, direct: 3 });
export const Protocol = Object.freeze({ T0: 1, T1: 2, any: 3 });
export const Disposition = Object.freeze({ leave: 0, reset: 1, unpower: 2, eject: 3 });
/** The pseudo reader whose state changes when a reader comes or goes. */
export const anyReaderChange = '\\\\?PnP?\\Notification';

export class PcscError extends Error {
  constructor(operation, code) {
    super(`${operation}: ${code}`);
    this.name = 'PcscError';
    this.code = code;
    this.operation = operation;
  }
}

/** Pending operations that keep the process alive, by the context that they belong to. */
const holding = new Map();
let alive;

function hold(owner) {
  holding.set(owner, (holding.get(owner) ?? 0) + 1);
  alive ??= setInterval(() => undefined, 2 ** 30);
}

function letGo(owner, all = false) {
  const count = all ? 0 : (holding.get(owner) ?? 0) - 1;
  if (count > 0) holding.set(owner, count);
  else holding.delete(owner);
  if (holding.size === 0) {
    clearInterval(alive);
    alive = undefined;
  }
}

function operation(owner, name, start) {
  return new Promise((resolve, reject) => {
    if (!owner.released) hold(owner);
    const answer = (code, value) => {
      letGo(owner);
      if (code == null) resolve(value);
      else reject(new PcscError(name, code));
    };
    try {
      start(answer);
    } catch (error) {
      letGo(owner);
      reject(error);
    }
  });
}

export function available() {
  try {
    return addon().available();
  } catch {
    return false;
  }
}

export async function establish() {
  const owner = { released: false };
  const native = await operation(owner, 'establish', (answer) => addon().establish(answer));
  return new Context(native, owner);
}

class Context {
  #native;
  #owner;

  constructor(native, owner) {
    this.#native = native;
    this.#owner = owner;
  }

  async listReaders() {
    const listing = operation(this.#owner, 'listReaders', (answer) =>
      this.#native.listReaders(answer),
    );
    return listing.catch((error) => {
      if (error.code === 'NoReadersAvailable') return [];
      throw error;
    });
  }

  waitForChange(readers, timeoutMs) {
    return operation(this.#owner, 'waitForChange', (answer) =>
      this.#native.waitForChange(readers, timeoutMs, answer),
    );
  }

  async cancel() {
    await operation(this.#owner, 'cancel', (answer) => this.#native.cancel(answer));
  }

  async connect(reader, { share = Share.exclusive, protocols = Protocol.any } = {}) {
    const card = await operation(this.#owner, 'connect', (answer) =>
      this.#native.connect(reader, share, protocols, answer),
    );
    return new Card(card, this.#owner);
  }

  async release() {
    this.#owner.released = true;
    letGo(this.#owner, true);
    await operation(this.#owner, 'release', (answer) => this.#native.release(answer));
  }
}

class Card {
  #native;
  #owner;

  constructor(native, owner) {
    this.#native = native;
    this.#owner = owner;
  }

  transmit(apdu) {
    return operation(this.#owner, 'transmit', (answer) => this.#native.transmit(apdu, answer));
  }

  status() {
    return operation(this.#owner, 'status', (answer) => this.#native.status(answer));
  }

  async reconnect({
    share = Share.exclusive,
    protocols = Protocol.any,
    initialization = Disposition.reset,
  } = {}) {
    await operation(this.#owner, 'reconnect', (answer) =>
      this.#native.reconnect(share, protocols, initialization, answer),
    );
  }

  async disconnect(disposition = Disposition.unpower) {
    await operation(this.#owner, 'disconnect', (answer) =>
      this.#native.disconnect(disposition, answer),
    );
  }
}
