import type { HandoverTexts } from './texts.ts';

const desk = (name: string): string => (/^\d+$/.test(name) ? `desk ${name}` : name);
const Desk = (name: string): string => (/^\d+$/.test(name) ? `Desk ${name}` : name);
const money = 'No money has moved';

export const handoverEn: HandoverTexts = {
  handover: {
    desk: Desk,
    button: 'Hand over',
    title: 'Hand over',
    toWhom: 'To which desk?',
    never: 'Then only that desk can charge it. It comes back when that desk says so.',
    scanAt: (name) => `Scan at ${desk(name)}`,
    validFor: 'Valid for',
    step: {
      scan: 'Waiting for a scan',
      scanned: 'Scanned',
      card: (name) => `${Desk(name)} reads the card`,
      result: 'Result comes back',
    },
    picture: (part, of) => `Picture ${part} of ${of}`,
    takeBack: 'Take it back here',
    takeBackShort: 'Take back',
    asking: {
      title: (name) => `Scan at ${desk(name)}`,
      text: (name) => `Then scan its answer here. Only ${desk(name)} can give it back.`,
    },
    taken: {
      title: (name) => `${Desk(name)} has it`,
      text: { hold: 'It is charged or cancelled there.', case: 'The hold is taken there.' },
    },
    back: { title: 'Back here', text: 'It goes on at this desk.' },
    ended: {
      held: (name) => `Held at ${desk(name)}`,
      completed: (name) => `Charged at ${desk(name)}`,
      cancelled: (name) => `Cancelled at ${desk(name)}`,
      expired: (name) => `Ran out at ${desk(name)}`,
      nothing: (name) => `No hold at ${desk(name)}`,
    },
    see: 'Where is it?',
    ok: 'OK',
    take: {
      title: 'Take over',
      collecting: (have, of) => `${have} of ${of} pictures`,
      hint: 'Hold the scanner on the other screen.',
      from: (name) => `${Desk(name)} hands over`,
      amount: 'Amount',
      room: 'Room',
      card: 'Card',
      number: { hold: 'Its card is read here.', case: 'The hold is taken here.' },
      go: 'Take over',
      not: 'Not here',
      says: {
        taken: () => 'It is here now',
        refused: (name) => `Goes back to ${desk(name)}`,
        held: () => 'Held here',
        completed: () => 'Charged here',
        cancelled: () => 'Cancelled here',
        expired: () => 'Ran out here',
        nothing: () => 'No hold here',
      },
      show: (name) => `Let ${desk(name)} scan this`,
      goOn: { hold: 'Open the hold', case: 'Take the hold' },
    },
    refused: {
      malformed: {
        title: 'Code not readable',
        text: 'Scan all the pictures once more.',
        money,
      },
      altered: {
        title: 'Code was changed',
        text: 'It is not what the other desk showed. Do not use it.',
        money,
      },
      otherMerchant: {
        title: 'Not of this shop',
        text: 'That terminal is not enrolled with this one.',
        money,
      },
      certificateRanOut: {
        title: 'Enrolment has ended',
        text: 'Head office must enrol that terminal again.',
        money,
      },
      giverRevoked: {
        title: 'Terminal is blocked',
        text: 'Head office took that terminal out of service.',
        money,
      },
      otherTerminal: {
        title: 'For another desk',
        text: 'Scan it at the desk that it names.',
        money,
      },
      expired: {
        title: 'Too late',
        text: 'Its time is over. Take it back there and hand it over again.',
        money,
      },
      fromTheFuture: {
        title: 'Clocks differ',
        text: 'The two terminals show different times. Compare them first.',
        money,
      },
      beforeRestore: {
        title: 'From before the restore',
        text: 'This terminal cannot know any more. Ask head office.',
        money,
      },
      givenBack: {
        title: 'Was given back',
        text: 'This desk said it would not take it. Hand it over again.',
        money,
      },
      alreadyHere: {
        title: 'Is known here',
        text: 'Look for it in Open holds.',
        money,
      },
      unknownHere: {
        title: 'Not known here',
        text: 'It was never handed over at this desk.',
        money,
      },
    },
  },
};
