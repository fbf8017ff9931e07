import { readdirSync, readFileSync } from 'node:fs';
import { Pan } from '#src/card/pan.ts';
import { answerCards } from './answer-cards.ts';
import { bankOfNumber } from './banks.ts';
import { track2Of } from './personalise.ts';
import { type CardProfile, cardProfile } from './profile.ts';

const folder = new URL('profiles/', import.meta.url);

let tray: readonly CardProfile[] | undefined;

/**
 * All cards of the tray in the order of `tray.json`; a profile that is not named there comes last.
 */
export function cardProfiles(): readonly CardProfile[] {
  tray ??= readProfiles();
  return tray;
}

function readProfiles(): readonly CardProfile[] {
  const order = JSON.parse(readFileSync(new URL('tray.json', import.meta.url), 'utf8')) as string[];
  const place = (id: string) => (order.indexOf(id) + order.length + 1) % (order.length + 1);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => parseProfile(JSON.parse(readFileSync(new URL(name, folder), 'utf8')), name))
    .sort((a, b) => place(a.id) - place(b.id) || a.id.localeCompare(b.id));
}

/** Validates a profile; the error names the file and each wrong path. */
export function parseProfile(value: unknown, name: string): CardProfile {
  const result = cardProfile.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`card profile ${name}: ${problems.join('; ')}`);
}

/** A card of the tray, or one of {@link answerCards}. */
export const findCard = (id: string): CardProfile | undefined =>
  cardProfiles().find((profile) => profile.id === id) ?? answerCards().get(id);

/** What a person at the desk sees of a card; its number is masked. */
type CardView = {
  readonly id: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly shows: { readonly zh: string; readonly en: string };
  readonly group: CardProfile['group'];
  readonly bank: { readonly zh: string; readonly en: string } | null;
  readonly scheme: CardProfile['scheme'];
  readonly colours: readonly [string, string];
  readonly maskedNumber: string;
  /** MM/YY as printed on the card. */
  readonly expiry: string;
  readonly chip: boolean;
  readonly stripe: boolean;
};

export function listCards(): readonly CardView[] {
  return cardProfiles().map((profile) => ({
    id: profile.id,
    label: profile.label,
    shows: profile.shows,
    group: profile.group,
    bank: bankOfNumber(profile.pan)?.name ?? null,
    scheme: profile.scheme,
    colours: profile.colours,
    maskedNumber: panOf(profile).masked(),
    expiry: `${profile.expiry.slice(2)}/${profile.expiry.slice(0, 2)}`,
    chip: profile.chip !== null,
    stripe: profile.stripe,
  }));
}

function panOf(profile: CardProfile): Pan {
  const pan = Pan.parse(profile.pan);
  if (!(pan instanceof Pan)) throw new Error('a profile with an impossible number');
  return pan;
}

/**
 * The characters of the stripe with sentinels, without LRC (ISO/IEC 7813); undefined when there is
 * none.
 */
export function stripeOf(profile: CardProfile): { track1: string; track2: string } | undefined {
  if (!profile.stripe) return undefined;
  const tail = `${profile.expiry}${profile.serviceCode}0000000000`;
  return {
    track1: `%B${profile.pan}^${profile.cardholder}^${tail}?`,
    track2: `;${track2Of(profile)}?`,
  };
}
