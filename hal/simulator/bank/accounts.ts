import { answerCards } from '../cards/answer-cards.ts';
import { issuerKeys } from '../cards/keys.ts';
import type { ApplicationProfile, CardProfile } from '../cards/profile.ts';
import { cardProfiles } from '../cards/tray.ts';
import type { ChipAccount } from './chip-check.ts';

/** What the issuer knows of a number. */
export type Account = {
  readonly pan: string;
  readonly pin: string;
  /** YYMM. */
  readonly expiry: string;
  readonly serviceCode: string;
  readonly chip: ChipAccount | undefined;
  /** F39 for whatever this card asks. */
  readonly alwaysAnswers: string | undefined;
};

/** The accounts behind the cards of the tray, and behind those that are always answered with one code. */
export const trayAccounts = (): readonly Account[] =>
  [...cardProfiles(), ...answerCards().values()]
    .filter((card) => !card.unknownToBank)
    .flatMap(accountsOf);

/** The main account of a card of the tray, by the card's id. */
export function accountOf(cardId: string): Account | undefined {
  const card = cardProfiles().find((profile) => profile.id === cardId);
  return card === undefined ? undefined : accountsOf(card)[0];
}

function accountsOf(card: CardProfile): readonly Account[] {
  const applications = card.chip?.applications ?? [];
  const separate = applications.filter((application) => application.pan !== undefined);
  const main = applications.find((application) => application.pan === undefined);
  return [
    account(card, card.pan, main),
    ...separate.map((application) => account(card, application.pan ?? card.pan, application)),
  ];
}

function account(
  card: CardProfile,
  pan: string,
  application: ApplicationProfile | undefined,
): Account {
  const { masterKeys } = issuerKeys(card.issuer);
  return {
    pan,
    pin: card.pin,
    expiry: card.expiry,
    serviceCode: card.serviceCode,
    chip: application && {
      pan,
      panSequenceNumber: card.panSequenceNumber,
      scheme: application.cryptogram,
      applicationCryptogramKey: masterKeys.applicationCryptogram,
      scriptIntegrityKey: masterKeys.scriptIntegrity,
    },
    alwaysAnswers: card.bankAnswer,
  };
}
