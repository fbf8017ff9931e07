import type { PeopleTexts } from './texts.ts';

const texts: PeopleTexts = {
  role: { cashier: '收银员', supervisor: '主管', technician: '技术员', vendor: '厂商' },
  signIn: { signIn: '谁当班？', locked: '已锁屏', agree: '谁来同意？' },
  comeBack: (name) => `${name}，输密码`,
  lockedOut: '密码锁住了',
  step: { signIn: '请输密码', old: '先输现在的密码', new: '设一个密码', again: '再输一遍' },
  problem: {
    differs: '两次不一样，重来',
    short: '太短了',
    sameDigits: '不能都是同一个数',
    sequence: '不能是 1234 这样',
    pattern: '不能是重复的数',
    ownNumber: '不能是自己的工号',
  },
  leastDigits: (digits) => `${digits} 到 8 位数字`,
  firstStart: {
    title: '还没有人在用',
    text: '没有出厂密码，请各人自己设。',
    who: {
      supervisor: '先请主管设密码',
      cashier: '再请收银员设密码',
      technician: '请技术员设密码',
      vendor: '请厂商设密码',
    },
    next: '设密码',
  },
  people: '人员',
  add: '加一个人',
  addTitle: '是什么岗位？',
  newPin: '重设密码',
  unlock: '解锁',
  remove: '离职删除',
  noPin: '还没有密码',
  removeQuestion: '不在这里上班了？',
  holdToRemove: '按住 1 秒',
};
export default texts;
