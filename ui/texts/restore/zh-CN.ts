import type { RestoreTexts } from './texts.ts';

const texts: RestoreTexts = {
  title: { damaged: '交易记录已损坏', wanted: '恢复备份' },
  text: {
    damaged: '本机读不出交易记录，原记录没有改动，可用备份恢复。',
    wanted: '用最新备份替换记录，终端会重新启动。',
  },
  backup: '备份时间',
  where: '存放位置',
  place: { device: '本机', secondPlace: 'U盘或网络' },
  money: '备份之后的交易，能读出的都保留。',
  begin: '开始恢复',
  none: '没有找到备份',
  noneHint: '请插入备份U盘，再重新查找，或联系维护人员。',
  lookAgain: '重新查找',
  running: '正在恢复',
  percent: (percent) => `${percent}%`,
  soFar: (seconds) => `已用${seconds}秒`,
  leaveOn: '请勿关机',
  done: '恢复完成',
  upTo: '备份时间',
  rows: '记录条数',
  salvaged: '其中备份后找回',
  numbers: '卡号',
  ofNumbers: (here, all) => `${here} / ${all}`,
  numbersMissing: '缺卡号的单会注明，可凭原卡补回卡号。',
  later: '请用签购单核对，缺的以银行为准。',
  goOn: '启动终端',
  failed: '未能恢复',
  failedText: '一切保持原样。请联系维护人员，或换个备份U盘再试。',
};
export default texts;
