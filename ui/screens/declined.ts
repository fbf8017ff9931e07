import { answerCode } from '#src/acquirer/answer-codes.ts';
import type { CashierAction, ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiChild, UiNode } from '../h.ts';
import { answerMeaning } from '../texts/answers.ts';
import type { Kit } from '../theme.ts';
import { fitText, gap, paragraph, stretch, text } from '../widgets/basics.ts';
import { primary, secondary, sideBySide, tellPanel } from '../widgets/buttons.ts';
import { money, nameOf } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { point } from '../widgets/points.ts';
import { remedyIcon } from '../widgets/remedies.ts';

type Declined = ScreenOf<'declined'>;

/** The bank or the card said no: what it means, and what became of the money. */
export function declined(kit: Kit, strip: Strip, state: Declined): UiNode {
  const { declined: words } = kit.texts;
  const width = textWidthPx(kit);
  const meaning = state.by === 'host' ? answerMeaning(kit.language, state.responseCode) : undefined;
  const code = words.code(state.responseCode);
  const { tiny } = kit.panel;
  const called = nameOf(kit, state, 'roomShort');
  return screen(
    kit,
    strip,
    'declined',
    head(
      kit,
      state.cardIn && tiny ? kit.texts.message['10'] : words.head,
      tiny ? { right: money(state.amount) } : called === undefined ? {} : { right: called },
    ),
    body(
      kit,
      gap(kit, 0.4),
      line(
        kit,
        {},
        tiny
          ? fitText(kit, said(kit, state), width, ['title', 'body', 'label'], { bold: true })
          : paragraph(kit, said(kit, state), width, { step: 'title' }),
      ),
      meaning !== undefined && gap(kit, 0.8),
      meaning !== undefined &&
        line(
          kit,
          {},
          tiny
            ? paragraph(kit, `${meaning} ${code}`, width, { step: 'caption', colour: 'ink2' })
            : paragraph(kit, meaning, width, { step: 'label', colour: 'ink2' }),
        ),
      gap(kit, tiny ? 0.4 : 1.4),
      !tiny &&
        line(
          kit,
          { align: 'between' },
          text(kit, kit.texts.purpose[state.what], { step: 'label', colour: 'ink2' }),
          text(kit, money(state.amount), { bold: true }),
        ),
      !tiny && gap(kit, 1.4),
      point(kit, 'check', becameOf(kit, state), { colour: 'greenText' }),
      gap(kit, tiny ? 0.4 : 1.2),
      !(tiny && meaning !== undefined) &&
        line(kit, {}, text(kit, code, { step: 'caption', colour: 'ink3' })),
      stretch(),
    ),
    foot(kit, ...ways(kit, state)),
  );
}

/** A bank that finds no such hold is not contradicted: another desk may have completed or freed it. */
function becameOf({ texts }: Kit, { by, what, responseCode }: Declined): string {
  const notFound = by === 'host' && answerCode(responseCode).family === 'originalMismatch';
  const later = what !== 'preauth' && what !== 'offlineAdvice';
  return notFound && later ? texts.declined.notFound : texts.declined.money[what];
}

const said = (kit: Kit, state: Declined): string =>
  state.by === 'host'
    ? kit.texts.declined.host[answerCode(state.responseCode).family]
    : kit.texts.declined.by[state.by];

function ways(kit: Kit, state: Declined): UiChild[] {
  const { texts } = kit;
  const [best = 'stop', ...others] = state.offers;
  const beside = others.filter((remedy) => remedy !== 'stop');
  const [second] = beside;
  const stop: CashierAction = { type: 'way', remedy: 'stop' };
  // Two buttons are what the smallest panel has room for: there the way back stops, and the card is asked for above.
  const { tiny } = kit.panel;
  const rest = [
    ...(state.otherWays === true
      ? [
          secondary(
            kit,
            'ways',
            texts.ways.title,
            { type: 'go', to: 'ways' },
            { share: true, hotkey: '2' },
          ),
        ]
      : []),
    ...(second === undefined
      ? []
      : beside.length > 1
        ? [
            secondary(
              kit,
              'ways',
              texts.why.otherWays(beside.length),
              { type: 'go', to: 'ways' },
              { share: true, hotkey: '2' },
            ),
          ]
        : [
            secondary(
              kit,
              `way-${second}`,
              texts.wayShort[second],
              { type: 'way', remedy: second },
              { share: true },
            ),
          ]),
    ...(others.includes('stop') && !(tiny && second !== undefined)
      ? [secondary(kit, 'stop', texts.wayShort.stop, stop, { share: true, danger: true })]
      : []),
  ];
  return [
    state.cardIn && !tiny && tellPanel(kit, 'noteOff', 'card', texts.message['10']),
    rest.length > 0 && sideBySide(kit, ...rest),
    state.cardIn && !tiny
      ? primary(kit, texts.way[best], { step: 'body', height: 12 })
      : state.what === 'preauth'
        ? primary(kit, tiny ? texts.way[best] : texts.remedy(best, 'refused'), {
            icon: remedyIcon(best, 'refused'),
          })
        : primary(kit, texts.notice.primary.ok, { icon: 'check' }),
  ];
}
