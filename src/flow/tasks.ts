import type { BulletinFile, BulletinPlaces, PlaceName } from '#hal/bulletins/contract.ts';
import type { HandoverLink } from '#hal/handover-link/contract.ts';
import type { LineProber } from '#hal/link/contract.ts';
import type { Messenger } from '#hal/messages/contract.ts';
import type { PinPad, PinRequest } from '#hal/pin-pad/contract.ts';
import type { CardConnection, CardReader } from '#hal/reader/contract.ts';
import type { Acquirer, HostRequest, HostResult } from '../acquirer/contract.ts';
import type { Channel } from '../contact/events.ts';
import type { OfflinePinResult, Task, TaskResult } from '../desk/flow.ts';
import { isFault } from '../fault.ts';
import { isPinOf, type Pins } from '../people/pin.ts';
import type { Reports } from '../report/exports.ts';
import type { Safekeeping } from '../safekeeping.ts';
import type { Played, Trainer, Training } from '../training/contract.ts';
import { describeApdu, describeHostRequest, describeHostResult } from './describe.ts';
import type { Turnstile } from './turnstile.ts';

export type TaskDevices = {
  readonly reader: CardReader;
  readonly pinPad: PinPad;
  readonly acquirer: Acquirer;
  readonly prober: LineProber;
  /** Absent: pictures are the only way. */
  readonly handoverLink?: HandoverLink;
  readonly bulletins?: BulletinPlaces | undefined;
  readonly bank: Turnstile;
  readonly safekeeping: Safekeeping;
  readonly reports: Reports;
  readonly messengers: Messengers;
  readonly pins: Pins;
  /** Absent on the terminal of a training. */
  readonly trainer: Trainer | undefined;
  /** Digit 6 of the header of an answer to this kind of request. */
  readonly bankWants: (digit: number, asked: HostRequest['kind'], approved: boolean) => void;
  readonly pinDigits: (count: number) => void;
  readonly network: (state: 'ok' | 'connecting' | 'down') => void;
  /** A line of the timeline: in words, numbers masked. */
  readonly trace: (source: 'chip' | 'bank', text: string) => void;
};

/** Ways to customers, by what they carry; none where none is configured. */
export type Messengers = Readonly<Partial<Record<Channel, Messenger>>>;

const noWayToCustomers = { type: 'notSent', reason: 'none' } as const;
const pinTimeoutMs = 60_000;

/** Faults before the host was reached: the network is down. A host that is silent or talks nonsense is not. */
const noWay = new Set<string>([
  'link.nameNotFound',
  'link.connectRefused',
  'link.unreachable',
  'link.connectTimeout',
]);

/** Tasks at the devices. A fault of the world comes back as a value; anything else is our bug and is thrown. */
export class Tasks {
  readonly #devices: TaskDevices;
  #card: CardConnection | undefined;

  constructor(devices: TaskDevices) {
    this.#devices = devices;
  }

  async run(task: Task): Promise<TaskResult> {
    try {
      return await this.#run(task);
    } catch (error) {
      if (isFault(error))
        return {
          type: 'fault',
          fault: error.code,
          ...(error.evidence === undefined ? {} : { evidence: error.evidence }),
        };
      throw error;
    }
  }

  async #run(task: Task): Promise<TaskResult> {
    const { reader, acquirer, bank, pins } = this.#devices;
    switch (task.type) {
      case 'powerUp': {
        await this.#card?.disconnect();
        this.#card = await reader.connect();
        const { atr, protocol } = this.#card;
        return { type: 'powerUp', atr, protocol };
      }
      case 'transmit':
        return { type: 'transmit', responseApdu: await this.#transmit(task.commandApdu) };
      case 'powerDown': {
        const card = this.#card;
        this.#card = undefined;
        await card?.disconnect();
        return { type: 'powerDown' };
      }
      case 'bankTurn':
        await new Promise<void>((resolve) => bank.take(resolve));
        return { type: 'bankTurn' };
      case 'host':
        return { type: 'host', result: await this.#askHost(task.request) };
      case 'otherHost':
        return { type: 'otherHost', address: await acquirer.useNextHost() };
      case 'backUp':
        return { type: 'backUp', backup: await this.#devices.safekeeping.backUp() };
      case 'writeToCustomer': {
        const way = this.#devices.messengers[task.channel];
        const end = (await way?.send(task.message)) ?? noWayToCustomers;
        return { type: 'writeToCustomer', end };
      }
      case 'export':
        return { type: 'export', written: await this.#devices.reports.export(task.wishes) };
      case 'bundle':
        return { type: 'bundle', bundle: await this.#devices.safekeeping.bundle(task.wish) };
      case 'drill':
        return { type: 'drill', drill: await this.#devices.safekeeping.drill() };
      case 'probeLine':
        return { type: 'probeLine', probe: await this.#devices.prober.check(task.check) };
      case 'train':
        return { type: 'train', played: await this.#train(task.training) };
      case 'sendMessage':
        await this.#devices.handoverLink?.send(task.terminalId, task.message);
        return { type: 'sendMessage' };
      case 'fetchBulletins':
        return { type: 'fetchBulletins', files: await this.#bulletinsAt(task.place) };
      case 'restore':
        throw new Error('a restore needs the records closed');
      case 'checkPin':
        return { type: 'checkPin', right: await isPinOf(task.person, task.typed, pins) };
      case 'hashPin':
        return { type: 'hashPin', secret: await pins.hash(task.pin) };
      case 'pin':
        return { type: 'pin', entry: await this.#enterPin(task) };
      case 'offlinePin':
        return { type: 'offlinePin', entry: await this.#verifyOffline(task) };
    }
  }

  async #askHost(request: HostRequest): Promise<HostResult> {
    const { acquirer, bankWants, network, trace } = this.#devices;
    trace('bank', `→ ${describeHostRequest(request)}`);
    network('connecting');
    const result = await acquirer.exchange(request);
    network(result.type === 'noAnswer' && noWay.has(result.fault) ? 'down' : 'ok');
    if (result.type === 'answered') {
      const { headerRequest, approved } = result.answer;
      bankWants(headerRequest, request.kind, approved);
    }
    trace('bank', `← ${describeHostResult(result)}`);
    return result;
  }

  #train(training: Training): Promise<Played> {
    if (this.#devices.trainer === undefined) throw new Error('this terminal trains nobody');
    return this.#devices.trainer.play(training);
  }

  async #bulletinsAt(place: PlaceName): Promise<readonly BulletinFile[]> {
    return (await this.#devices.bulletins?.[place]?.fetch()) ?? [];
  }

  #connected(): CardConnection {
    if (this.#card === undefined) throw new Error('no card is powered up');
    return this.#card;
  }

  async #transmit(commandApdu: Uint8Array): Promise<Uint8Array> {
    const card = this.#connected();
    try {
      const response = await card.transmit(commandApdu);
      this.#devices.trace('chip', describeApdu(commandApdu, response));
      return response;
    } catch (error) {
      if (isFault(error)) this.#devices.trace('chip', describeApdu(commandApdu, error.code));
      throw error;
    }
  }

  #enterPin({ pan, bypassAllowed }: Extract<Task, { type: 'pin' }>) {
    return this.#devices.pinPad.enterOnlinePin({ pan, ...this.#pinRequest(bypassAllowed) });
  }

  #pinRequest(bypassAllowed: boolean): PinRequest {
    const { pinDigits: onDigits } = this.#devices;
    return { minDigits: 4, maxDigits: 12, timeoutMs: pinTimeoutMs, bypassAllowed, onDigits };
  }

  /** The pad's VERIFY command goes to the card and is wiped. */
  async #verifyOffline({
    method,
    bypassAllowed,
  }: Extract<Task, { type: 'offlinePin' }>): Promise<OfflinePinResult> {
    const entry = await this.#devices.pinPad.enterOfflinePin({
      method,
      ...this.#pinRequest(bypassAllowed),
    });
    if (entry.type !== 'pinBlock') return entry;
    try {
      return { type: 'answered', responseApdu: await this.#transmit(entry.pinBlock) };
    } finally {
      entry.pinBlock.fill(0);
    }
  }
}
