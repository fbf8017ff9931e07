/**
 * The standard messages to cardholder and attendant by their identifier: 01 to 13 as EMV 4.4 Book 4 §11.2 lists them
 * for a contact terminal, from 14 on those of EMV Contactless Book A §9.4 that say what the first list has no
 * word for. LAST PIN TRY has no identifier in either: it is said beside 09. The words that a person reads stand in `ui/texts/message`, by the same identifier.
 */
export const emvMessages = {
  '01': 'AMOUNT',
  '02': 'AMOUNT OK?',
  '03': 'APPROVED',
  '04': 'CALL YOUR BANK',
  '05': 'CANCEL OR ENTER',
  '06': 'CARD ERROR',
  '07': 'DECLINED',
  '08': 'ENTER AMOUNT',
  '09': 'ENTER PIN',
  '0A': 'INCORRECT PIN',
  '0B': 'INSERT CARD',
  '0C': 'NOT ACCEPTED',
  '0D': 'PIN OK',
  '0E': 'PLEASE WAIT',
  '0F': 'PROCESSING ERROR',
  '10': 'REMOVE CARD',
  '11': 'USE CHIP READER',
  '12': 'USE MAG STRIPE',
  '13': 'TRY AGAIN',
  '14': 'WELCOME',
  '18': 'PLEASE INSERT OR SWIPE CARD',
  '1A': 'APPROVED - PLEASE SIGN',
  '1B': 'AUTHORISING, PLEASE WAIT',
  '1C': 'INSERT, SWIPE OR TRY ANOTHER CARD',
} as const;

export type EmvMessageId = keyof typeof emvMessages;

/** `0B INSERT CARD` */
export const describeMessage = (id: EmvMessageId): string => `${id} ${emvMessages[id]}`;
