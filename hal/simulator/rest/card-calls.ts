import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Swipe } from '../../head/contract.ts';
import { findCard, listCards, stripeOf } from '../cards/tray.ts';
import { Problem } from '../problem.ts';
import { makeDecodedSwipe, makeSwipe } from '../swipes.ts';
import type { World } from '../world.ts';
import { call } from './call.ts';
import { both, nothing, screen } from './shapes.ts';
import { edgesBody, swipeOfEdges } from './swipe-edges.ts';

const group = 'Cards: chip and stripe';
const cardId = z.string().min(1).max(60).describe('`id` of a card of the tray');
const reader = z.object({ card: z.string().nullable(), unplugged: z.boolean() });
const withScreen = reader.extend({ screen: screen.nullable() });

const cardView = z.object({
  id: z.string(),
  label: both,
  shows: both.describe('what a person sees on holding or using it'),
  group: z.enum(['everyday', 'hostile']).describe('hostile: made to break terminals; shown apart'),
  bank: both.nullable(),
  scheme: z.string(),
  colours: z.array(z.string()),
  maskedNumber: z.string(),
  expiry: z.string().describe('MM/YY'),
  chip: z.boolean(),
  stripe: z.boolean(),
});

const cardSwipe = z.strictObject({
  card: cardId,
  speed: z.number().min(1).max(100).optional().describe('inches a second, 20 by default'),
  jitter: z.number().min(0).max(40).optional().describe('percent of a bit, 1 by default'),
  reversed: z.boolean().optional(),
  seed: z
    .int()
    .min(0)
    .max(0xffffffff)
    .optional()
    .describe('the same seed gives the same edges; by default each swipe is another one'),
  decoded: z
    .boolean()
    .optional()
    .describe('through a head with a decoder of its own, which hides speed and jitter'),
});
const swipe = z.union([cardSwipe, edgesBody]);

/** The tray of cards, the slot and the stripe. */
export function cardCalls(app: FastifyInstance, world: World): void {
  trayCalls(app, world);
  slotCalls(app, world);
  let swipes = 0;
  call(app, 'POST', '/api/head/swipe', {
    does: 'Swipes a card, or plays edges as a head would give them',
    group,
    body: swipe,
    bodyLimit: 2_000_000,
    answers: withScreen,
    handle: ({ body }) => {
      world.mustBeWilling();
      swipes++;
      world.swipe(
        'edges' in body ? swipeOfEdges(body) : swipeOfCard(body, swipes, world.headDirty),
      );
      return afterwards(world);
    },
  });
}

function stateOf(world: World) {
  const { card, unplugged } = world.reader();
  return { card, unplugged };
}

async function afterwards(world: World) {
  const screen = world.terminal.state === 'off' ? null : await world.hands.settled();
  return { ...stateOf(world), screen };
}

function trayCalls(app: FastifyInstance, world: World): void {
  call(app, 'GET', '/api/cards', {
    does: 'The tray of cards',
    group,
    answers: z.array(cardView),
    handle: () => listCards(),
  });
  call(app, 'POST', '/api/cards/renew', {
    does: 'All cards as they came from their banks: counters, blocks and wrong PINs forgotten',
    group,
    body: nothing,
    answers: z.array(cardView),
    handle: () => {
      world.renewCards();
      return listCards();
    },
  });
}

function slotCalls(app: FastifyInstance, world: World): void {
  call(app, 'GET', '/api/reader', {
    does: 'Which card is in the slot',
    group,
    answers: reader,
    handle: () => stateOf(world),
  });
  call(app, 'POST', '/api/reader/insert', {
    does: 'Puts a card into the slot',
    group,
    body: z.strictObject({ card: cardId }),
    answers: withScreen,
    handle: ({ body: { card } }) => {
      const { slot } = world;
      world.mustBeWilling();
      if (findCard(card) === undefined) throw unknownCard(card);
      if (slot.inserted !== undefined) throw occupied(slot.inserted);
      slot.insert(card);
      return afterwards(world);
    },
  });
  call(app, 'POST', '/api/reader/remove', {
    does: 'Pulls the card out',
    group,
    body: nothing,
    answers: withScreen,
    handle: () => {
      if (!world.slot.remove()) throw emptySlot();
      return afterwards(world);
    },
  });
}

function swipeOfCard(
  { card, speed, jitter, reversed, seed, decoded }: z.output<typeof cardSwipe>,
  turn: number,
  dirty: boolean,
): Swipe {
  const profile = findCard(card);
  if (profile === undefined) throw unknownCard(card);
  const texts = stripeOf(profile) ?? {};
  if (decoded === true) return makeDecodedSwipe(texts, reversed);
  return makeSwipe(texts, {
    ...(speed === undefined ? {} : { speedInchesPerSecond: speed }),
    ...(jitter === undefined ? {} : { jitterPercent: jitter }),
    ...(reversed === undefined ? {} : { reversed }),
    seed: seed ?? turn,
    // A head under dirt loses contact with the stripe in places.
    ...(dirty ? { missingEdges: 0.15, dropOuts: [{ fromMm: 25, toMm: 31 }] } : {}),
  });
}

const unknownCard = (card: string) => {
  const cards = listCards().map(({ id }) => id);
  return new Problem(
    404,
    'unknownCard',
    { en: 'There is no such card in the tray', zh: '卡架上没有这张卡' },
    {
      en: `"${card}" is not in the tray. There are: ${cards.join(', ')}.`,
      zh: `卡架上没有“${card}”。有：${cards.join('、')}。`,
    },
    { cards },
  );
};

const occupied = (card: string) =>
  new Problem(
    409,
    'slotOccupied',
    { en: 'A card is in the slot already', zh: '卡槽里已经有卡' },
    { en: `"${card}" is in the slot: take it out first.`, zh: `卡槽里是“${card}”：先拔出来。` },
    { card },
  );

const emptySlot = () =>
  new Problem(
    409,
    'slotEmpty',
    { en: 'There is no card in the slot', zh: '卡槽里没有卡' },
    { en: 'Nothing can be pulled out.', zh: '没有卡可以拔出。' },
  );
