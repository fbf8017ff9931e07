import type { ChipTexts } from './texts.ts';

export const chipZhCN: ChipTexts = {
  flaw: {
    numberMissing: '芯片里没有卡号',
    numbersDiffer: '芯片里有两个不同的卡号',
    numberTwice: '芯片里卡号写了两遍',
    numberUnreadable: '芯片里的卡号不是卡号',
    expiryMissing: '芯片里没有有效期',
    expiryUnreadable: '芯片里的有效期不是日期',
    objectTwice: '芯片里同一项写了两遍',
    objectUnreadable: '芯片里有一项不对',
    optionsUnreadable: '一开始芯片就答错了',
    filesImpossible: '芯片指向不可能有的数据',
    recordMissing: '芯片里缺一条记录',
    recordUnreadable: '芯片里有一条记录坏了',
    wantedListImpossible: '芯片要的东西谁也给不了',
    wantedListMissing: '芯片没说它要什么',
    verificationListUnreadable: '芯片里的密码规则坏了',
    cryptogramOfOtherKind: '芯片作了它不该作的决定',
    cryptogramIncomplete: '芯片的答复不完整',
    answerEndless: '芯片的答复没完没了',
  },
  withoutBank: {
    refusedByActionCodes: '按规则不能脱机',
    refusedByCard: '脱机芯片也不同意',
    approvedByCard: '光有芯片不够',
  },
};
