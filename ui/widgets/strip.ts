import type { Strip } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import { textWidth } from '../theme/type.ts';
import type { Kit } from '../theme.ts';
import { icon, row, text } from './basics.ts';
import { stripHeight } from './head-button.ts';

type Trouble = { readonly icon: string; readonly word: string };
type Item = { readonly icon: string; readonly word: string; readonly trouble?: Trouble };

/** Below this the battery is a fault. */
const lowBatteryPercent = 10;

function itemsOf(kit: Kit, strip: Strip): Item[] {
  const { network, paper, reader, batteryPercent } = strip;
  const words = kit.texts.strip;
  const items: Item[] = [
    {
      icon: 'network',
      word: words.network,
      ...(network !== 'ok' && {
        trouble: { icon: 'network-off', word: words.networkTrouble[network] },
      }),
    },
    {
      icon: 'paper',
      word: words.paper,
      ...(paper !== 'ok' && { trouble: { icon: 'paper', word: words.paperTrouble[paper] } }),
    },
    {
      icon: 'reader',
      word: words.reader,
      ...(reader !== 'ok' && { trouble: { icon: 'reader', word: words.readerTrouble[reader] } }),
    },
  ];
  if (batteryPercent !== undefined) {
    items.push({
      icon: 'battery',
      word: `${batteryPercent}%`,
      ...(batteryPercent < lowBatteryPercent && {
        trouble: { icon: 'battery', word: words.battery(batteryPercent) },
      }),
    });
  }
  return items;
}

/** Stands on every screen of a simulated terminal, so that none is taken for a real one. */
const simulatedMark = 'SIMULATED 模拟';

const mark = (kit: Kit): UiNode =>
  row(
    {
      key: 'simulated',
      pad: [kit.mm(0.3), kit.mm(0.8), kit.mm(0.3), kit.mm(0.8)],
      local: { bgColor: kit.colours.ink, bgOpa: 255, radius: kit.mm(0.8) },
    },
    text(kit, simulatedMark, { step: 'mark', bold: true, colour: 'bg', line: 1.15 }),
  );

/**
 * The state of the device in one line. All well: four quiet words. A fault gets the yellow pill with its word
 * and the healthy ones fall back to icons; beside the simulator's mark, which needs the room, they do so too.
 */
export function stripBar(kit: Kit, strip: Strip): UiNode {
  if (strip.training) return trainingBand(kit, strip);
  const items = itemsOf(kit, strip);
  const troubled = items.flatMap(({ trouble }) => (trouble === undefined ? [] : [trouble]));
  const crowded = troubled.length > 0 && strip.simulated;
  const quiet = troubled.length === 0 && !strip.simulated;
  const worded = !crowded || pillsFit(kit, troubled) ? troubled[0] : undefined;
  const nodes = items.flatMap((item): UiNode[] => {
    if (item.trouble !== undefined) return [pill(kit, item.trouble, item.trouble === worded)];
    if (crowded) return [];
    const word = quiet || item.icon === 'battery';
    return [
      row(
        { key: item.icon, gap: kit.mm(0.7) },
        icon(kit, item.icon, 2.9, 'ink2'),
        word && text(kit, item.word, { step: 'caption', colour: 'ink2', line: 1 }),
      ),
    ];
  });
  return band(kit, stripHeight(kit), ...nodes, ...(strip.simulated ? [mark(kit)] : []));
}

/** Whether the first fault keeps its word beside the others and the simulator's mark. */
function pillsFit(kit: Kit, troubled: readonly Trouble[]): boolean {
  const word = textWidth(troubled[0]?.word ?? '', kit.font('caption').size, 700);
  const marked = textWidth(simulatedMark, kit.font('mark').size, 700) + kit.mm(1.6);
  const pills = troubled.length * kit.mm(3 + 2.4 + 0.7);
  return word + marked + pills + kit.mm(0.7) < kit.panel.widthPx - 2 * sideOf(kit);
}

const sideOf = (kit: Kit): number => kit.mm(kit.panel.hardwareKeys ? 2.4 : 4);

function pill(kit: Kit, trouble: Trouble, withWord: boolean): UiNode {
  return row(
    {
      key: trouble.icon,
      style: 'pill',
      gap: kit.mm(0.7),
      pad: [kit.mm(0.4), kit.mm(1.4), kit.mm(0.4), kit.mm(1)],
    },
    icon(kit, trouble.icon, 3),
    withWord && text(kit, trouble.word, { step: 'caption', bold: true, line: 1 }),
  );
}

function band(kit: Kit, height: number, ...children: readonly UiNode[]): UiNode {
  const side = sideOf(kit);
  return row(
    { key: 'strip', w: 'fill', h: kit.mm(height), pad: [0, side, 0, side], align: 'between' },
    ...children,
  );
}

/** Beside the simulator's mark there is no room for its word. */
const leaveMark = (kit: Kit, word: UiNode | false): UiNode =>
  row({ gap: kit.mm(0.7) }, icon(kit, 'cross', 3, 'onViolet'), word);

/** The band is low: a finger may land on what lies below it, where nothing else is to be touched. */
const leaveLook = (kit: Kit) =>
  ({
    id: 'leave-training',
    onPress: { type: 'leaveTraining' },
    extendTouch: kit.mm(4.7),
  }) as const;

function trainingBand(kit: Kit, strip: Strip): UiNode {
  const words = kit.texts.strip;
  const side = sideOf(kit);
  const say = (word: string) =>
    text(kit, word, { step: 'caption', bold: true, colour: 'onViolet', line: 1 });
  const word = !strip.simulated && say(kit.texts.training.leave);
  const leave = strip.leavable === true && leaveMark(kit, word);
  const money = strip.simulated ? mark(kit) : say(words.noRealMoney);
  return h(
    strip.leavable === true ? 'button' : 'row',
    {
      key: 'strip',
      w: 'fill',
      h: kit.mm(kit.panel.tiny ? stripHeight(kit) : 5),
      pad: [0, side, 0, side],
      align: 'between',
      local: { bgColor: kit.colours.violet, bgOpa: 255 },
      ...(strip.leavable === true && leaveLook(kit)),
    },
    row({ gap: kit.mm(0.7) }, icon(kit, 'training', 3.4, 'onViolet'), say(words.training)),
    leave ? strip.simulated && money : money,
    leave,
  );
}
