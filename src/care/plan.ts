import type { Config } from '../config/schema.ts';

/** What an emergency can be, in the order of the screen. */
export const situations = [
  'noNetwork',
  'bankDown',
  'noReader',
  'printerBroken',
  'noPower',
  'fraud',
] as const;

export type Situation = (typeof situations)[number];

export type PlanSteps = Readonly<Record<'zh-CN' | 'en', readonly string[]>>;

/** 应急预案: what to do, step by step, on the screen and on paper; a merchant's own words may take their place. */
const planSteps: Readonly<Record<Situation, PlanSteps>> = {
  noNetwork: {
    'zh-CN': [
      '看网线和路由器的灯，拔下等 10 秒再插上。',
      '在设置里点“测试线路”，看断在哪里。',
      '客人在等：打银行电话要授权码，再在机器上登记。',
      '要不到：用应急单写下来，只写卡号后四位。',
      '网好了，欠银行的会自己补上；应急单当天补登。',
    ],
    en: [
      'Check the cable and the lights of the router. Unplug it, wait 10 seconds, plug it in.',
      'Settings, Test the line: it says where the line ends.',
      'A guest waits: ask the bank for a code by phone and note it on the terminal.',
      'No code: write the emergency form, last four digits only.',
      'Once the line is back the terminal sends what it owes. Register the forms the same day.',
    ],
  },
  bankDown: {
    'zh-CN': [
      '先看公告，再打银行电话问多久能好。',
      '机器会自己重试；不要让客人反复插卡。',
      '可以换一张别家银行的卡。',
      '急的：打电话要授权码，或者按规定收现金押金。',
      '银行没确认的冻结，机器会自动冲正，不用手工退。',
    ],
    en: [
      'Look at the bulletins, then ask the bank how long it takes.',
      'The terminal tries again by itself. Do not insert the card again and again.',
      'A card of another bank may work.',
      'Urgent: a code by phone, or a cash deposit where it is allowed.',
      'What the bank did not confirm is undone by the terminal. Never refund by hand.',
    ],
  },
  noReader: {
    'zh-CN': [
      '拔下读卡器的插头再插上，重启机器。',
      '在自检里点“清洁”，照着做，最后用员工卡试一次。',
      '芯片读不了，规定允许时可以刷磁条。',
      '别的机器还能用：把客人带到那台机器。',
      '还不行：打给技术员，这台机器先不收卡。',
    ],
    en: [
      'Unplug the reader, plug it in, start the terminal again.',
      'Self-check, Clean: follow the pages and try a staff card.',
      'Chip not read: the stripe, where the rules allow it.',
      'Another terminal works: take the guest there.',
      'Still nothing: call the technician, take no cards here.',
    ],
  },
  printerBroken: {
    'zh-CN': [
      '打开盖子，换一卷纸，纸的光面朝外，合紧。',
      '没打出来的小票，有纸后会自己补打。',
      '不用等小票：交易以屏幕上的结果为准。',
      '客人要凭据：记下授权码和时间，盖章给客人。',
      '还不行：打给技术员。',
    ],
    en: [
      'Open the lid, put in a new roll, shiny side out, close it firmly.',
      'Slips that did not come out are printed once there is paper.',
      'Do not wait for paper: what the screen says counts.',
      'A guest wants proof: write down the code and the time, and sign it.',
      'Still nothing: call the technician.',
    ],
  },
  noPower: {
    'zh-CN': [
      '机器随时可以断电，记录不会丢。',
      '看插座和插线板；有电池的换电池。',
      '没电时用应急单，只写卡号后四位，客人签字。',
      '来电后等机器启动，看它说什么：没做完的会自动冲正。',
      '当天把应急单补登完。',
    ],
    en: [
      'The power may go at any time: no record is lost.',
      'Check the socket and the strip; change the battery where there is one.',
      'Without power use the emergency form: last four digits only, signed by the guest.',
      'When the power is back read what the screen says: what was not finished is undone.',
      'Register the forms the same day.',
    ],
  },
  fraud: {
    'zh-CN': [
      '保持平静，先顾人的安全，不要争执、不要追。',
      '不要再读这张卡，不要手输卡号，不要把钱退给别的卡。',
      '卡被要求留下：按屏幕上说的做，有危险就还给客人。',
      '机器被动过、封条破了、多了东西：马上停用，拔下网线，不要自己拆。',
      '告诉主管，打给银行和警察，记下时间、经过和见到的人。',
    ],
    en: [
      'Stay calm. People first: no quarrel, no chase.',
      'Do not read the card again, do not type its number, never refund to another card.',
      'Card to be kept: as the screen says. In danger give it back.',
      'Terminal touched, seal broken, something added: stop using it, unplug the line, open nothing.',
      'Tell the supervisor, call the bank and the police, note time, course and who was there.',
    ],
  },
};

/** The shop's own words, or the plan that comes along. */
export function stepsOf(situation: Situation, { care }: Config): PlanSteps {
  const own = care.emergency.steps[situation];
  if (own === undefined) return planSteps[situation];
  return { 'zh-CN': own.map((step) => step['zh-CN']), en: own.map(({ en }) => en) };
}

export const situationNames: Readonly<Record<Situation, Readonly<Record<'zh-CN' | 'en', string>>>> =
  {
    noNetwork: { 'zh-CN': '没有网络', en: 'No network' },
    bankDown: { 'zh-CN': '银行出故障', en: 'Bank is down' },
    noReader: { 'zh-CN': '读不了卡', en: 'Reader is broken' },
    printerBroken: { 'zh-CN': '打不了小票', en: 'Printer is broken' },
    noPower: { 'zh-CN': '停电', en: 'No power' },
    fraud: { 'zh-CN': '盗窃、诈骗', en: 'Theft or fraud' },
  };
