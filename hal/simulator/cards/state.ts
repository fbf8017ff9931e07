import type { CardApplication } from './personalise.ts';
import type { CardProfile, ChipProfile } from './profile.ts';

/** What survives a reset, as in the card's EEPROM. */
export type ApplicationMemory = {
  atc: number;
  lastOnlineAtc: number;
  blocked: boolean;
  /** Card verification results of the last transaction that the next one must report. */
  lastIssuerAuthenticationFailed: boolean;
  lastOnlineNotCompleted: boolean;
  scriptCommands: number;
  scriptFailed: boolean;
  /** Tags that PUT DATA has written. */
  readonly written: Map<string, Uint8Array>;
};

export type CardMemory = {
  pinTriesLeft: number;
  blocked: boolean;
  insertions: number;
  readonly applications: Map<string, ApplicationMemory>;
};

export type CryptogramKind = 'AAC' | 'TC' | 'ARQC';

/** One transaction from GET PROCESSING OPTIONS on. */
export type Transaction = {
  readonly pdolData: Uint8Array;
  cdol1Data: Uint8Array;
  first: { readonly kind: CryptogramKind; readonly cryptogram: Uint8Array } | undefined;
  second: CryptogramKind | undefined;
  issuerAuthentication: 'notDone' | 'passed' | 'failed';
  offlinePin: 'notDone' | 'passed' | 'failed';
};

/** Everything between two resets. */
export type Session = {
  readonly card: CardProfile;
  readonly chip: ChipProfile;
  readonly memory: CardMemory;
  readonly applications: readonly CardApplication[];
  readonly directory: { readonly fci: Uint8Array; readonly record: Uint8Array };
  readonly random: (length: number) => Uint8Array;
  selected: CardApplication | 'directory' | undefined;
  /** Where SELECT NEXT goes on. */
  lastName: string;
  lastIndex: number;
  transaction: Transaction | undefined;
  challenge: Uint8Array | undefined;
};

export function freshMemory(chip: ChipProfile): CardMemory {
  return {
    pinTriesLeft: chip.pinTryLimit,
    blocked: chip.blocked,
    insertions: 0,
    applications: new Map(
      chip.applications.map((application) => [
        application.aid,
        {
          atc: 0,
          lastOnlineAtc: 0,
          blocked: application.blocked,
          lastIssuerAuthenticationFailed: false,
          lastOnlineNotCompleted: false,
          scriptCommands: 0,
          scriptFailed: false,
          written: new Map(),
        },
      ]),
    ),
  };
}

export function memoryOf(session: Session, application: CardApplication): ApplicationMemory {
  const memory = session.memory.applications.get(application.profile.aid);
  if (memory === undefined) throw new Error('an application without memory');
  return memory;
}
