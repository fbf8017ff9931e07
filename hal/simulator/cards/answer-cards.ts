import { answerCodes } from '#src/acquirer/answer-codes.ts';
import { type CardProfile, cardProfile } from './profile.ts';

/** Serial numbers of these cards: behind those of the tray. */
const firstSerial = 3_000;

const checkDigit = (digits: string): string => {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
};

function cardOf(code: string, at: number): CardProfile {
  const digits = `62220000000${firstSerial + at}`;
  return cardProfile.parse({
    id: `answers-${code.toLowerCase()}`,
    label: { zh: `江城银行 应答 ${code}`, en: `Jiangcheng, answered ${code}` },
    shows: { zh: `银行对这张卡总答 ${code}`, en: `The bank always answers ${code}` },
    colours: ['#123A7A', '#0B2450'],
    scheme: 'unionpay',
    issuer: 'jiangcheng',
    expiry: '3512',
    pan: digits + checkDigit(digits),
    bankAnswer: code,
    chip: {
      atr: '3B6500002063CB6800',
      protocol: 'T=0',
      applications: [
        {
          aid: 'A000000333010102',
          label: 'UNIONPAY CREDIT',
          cvm: { rules: ['4203', '1E03', '1F00'] },
        },
      ],
    },
  });
}

let cards: ReadonlyMap<string, CardProfile> | undefined;

/**
 * One good chip card for each answer code, `answers-51` or `answers-a0`, by id: the bank answers its holds so. They do
 * not lie in the tray, which would be twice as long.
 */
export function answerCards(): ReadonlyMap<string, CardProfile> {
  cards ??= new Map(
    [...answerCodes.keys()].map((code, at) => cardOf(code, at)).map((card) => [card.id, card]),
  );
  return cards;
}
