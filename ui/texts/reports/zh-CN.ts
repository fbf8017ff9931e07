import type { ReportsTexts } from './texts.ts';

const texts: ReportsTexts = {
  title: (month) => `${month} 月没读到卡号`,
  cards: () => '张卡',
  tab: { totals: '合计', cause: '原因', device: '机器', week: '每周' },
  export: '导出',
  saving: {
    running: '正在存……',
    done: '已存在机器里',
    doneWithStick: '机器和 U 盘都存了',
    stickMissing: '已存机器，没有 U 盘',
    failed: '没存下来',
  },
  compared: (more, month) => {
    if (more === 0) return `跟 ${month} 月一样`;
    return more < 0 ? `比 ${month} 月少 ${-more} 次` : `比 ${month} 月多 ${more} 次`;
  },
  byTerminal: '按终端',
  byOperator: '按人',
  byBrand: '按卡',
  notKnown: '不知道',
  week: (number) => `第 ${number} 周`,
  weekOf: (from, to) => `${from}到${to}`,
  legend: { cases: '件数', lost: '没留住', wayOut: '多久有办法' },
  lost: '这周没留住',
  wayOut: '多久有办法',
};
export default texts;
