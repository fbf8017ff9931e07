import type { ReportsTexts } from './texts.ts';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const nameOf = (month: number): string => months[month - 1] ?? '';

const texts: ReportsTexts = {
  title: (month) => `No number, ${nameOf(month)}`,
  cards: (count) => (count === 1 ? 'card' : 'cards'),
  tab: { totals: 'Totals', cause: 'Cause', device: 'Device', week: 'Week' },
  export: 'Export',
  saving: {
    running: 'Saving ...',
    done: 'Saved on the device',
    doneWithStick: 'Saved, also on the stick',
    stickMissing: 'Saved here, no stick',
    failed: 'Not saved',
  },
  compared: (more, month) => {
    if (more === 0) return `As in ${nameOf(month)}`;
    return more < 0 ? `${-more} fewer than ${nameOf(month)}` : `${more} more than ${nameOf(month)}`;
  },
  byTerminal: 'By terminal',
  byOperator: 'By person',
  byBrand: 'By card',
  notKnown: 'Not known',
  week: (number) => `Week ${number}`,
  weekOf: (from, to) => `${from} - ${to}`,
  legend: { cases: 'Cases', lost: 'Lost', wayOut: 'Time to a way out' },
  lost: 'Lost that week',
  wayOut: 'Way out after',
};
export default texts;
