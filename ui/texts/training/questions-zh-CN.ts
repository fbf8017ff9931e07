import type { QuestionTexts } from './texts.ts';

/** The right answer first; the screen mixes them. */
export const questionsZhCn: QuestionTexts = {
  holdMeans: {
    question: '预授权会做什么？',
    answers: ['冻结押金，不扣款', '立即扣款', '只检查卡片'],
    because: '预授权只冻结金额，完成之前不会扣款。',
  },
  chipFirst: {
    question: '卡上有芯片，怎样读卡？',
    answers: ['插入芯片', '刷磁条更快', '手工输入卡号'],
    because: '芯片卡要插卡，磁条容易被复制。',
  },
  dirtyChip: {
    question: '芯片读到一半中断，先做什么？',
    answers: ['擦净后再插一次', '改为刷卡', '输入卡号'],
    because: '多数芯片擦净就能读，只要几秒钟。',
  },
  deadChip: {
    question: '芯片完全没有反应，怎么办？',
    answers: ['请客人换一张卡', '输入卡号做预授权', '再插十次'],
    because: '坏芯片不会好，换卡最快也最稳妥。',
  },
  typedHold: {
    question: '普通预授权能手输卡号吗？',
    answers: ['不能', '客人同意就可以', '小额可以'],
    because: '银行不接受。手输卡号只用于别的交易。',
  },
  keepCard: {
    question: '银行要求扣留卡片，怎么做？',
    answers: ['保持平静，叫主管', '当面指责客人', '请客人换卡再试'],
    because: '客人可能不知情。不换卡，也不手输卡号。',
  },
  withheld: {
    question: '客人不愿出示卡片，怎么办？',
    answers: ['收现金押金或婉拒', '用旧小票上的卡号', '做没有卡号的预授权'],
    because: '卡号由客人决定。现金押金要开收据。',
  },
  guestPin: {
    question: '谁可以知道客人的密码？',
    answers: ['只有客人自己', '收银员代为输入', '主管'],
    because: '别人都不需要知道。输入时请回避。',
  },
  threeDigits: {
    question: '背面三位数字可以记下吗？',
    answers: ['不可以', '可以，记在小票上', '可以，记在客史里'],
    because: '绝不能保存，纸上和电脑里都不行。',
  },
  lastFour: {
    question: '卡号的哪部分可以说或记？',
    answers: ['后四位', '前十二位', '全部，以防万一'],
    because: '后四位足以分清两张卡。',
  },
  noAnswer: {
    question: '银行没有回答，会怎样？',
    answers: ['终端自动冲正', '会冻结两次', '应马上再做一次'],
    because: '结果不明就冲正，不会重复冻结。',
  },
  takeOut: {
    question: '什么时候可以拔卡？',
    answers: ['屏幕提示取卡时', '输完密码就可以', '听到一声响就可以'],
    because: '拔得太早会中断，要重新来过。',
  },
  bankDown: {
    question: '银行系统故障（91），怎样最好？',
    answers: ['等待，终端会自动重试', '重启终端', '改做消费'],
    because: '终端自己重试并显示时间，不会丢。',
  },
  noLine: {
    question: '连不上银行，先看哪里？',
    answers: ['网线和信号', '客人的卡', '打印纸'],
    because: '屏幕最上面有网络状态。',
  },
  chargeLimit: {
    question: '完成时最多能扣多少？',
    answers: ['屏幕所示的上限', '多少都可以', '只能是原金额'],
    because: '上限写在金额上方，超过要另做一笔。',
  },
  lastDay: {
    question: '预授权到期后会怎样？',
    answers: ['自动解冻', '自动扣款', '自动延期'],
    because: '请在到期前处理，列表会显示剩余天数。',
  },
  cancelAgree: {
    question: '撤销预授权要谁同意？',
    answers: ['主管输入自己的密码', '不用别人同意', '客人的银行'],
    because: '解冻以后就不能再扣款。',
  },
  ownPin: {
    question: '同事要借用你的密码，怎么办？',
    answers: ['不给', '今天可以', '着急就给'],
    because: '用你的密码做的事，都算是你做的。',
  },
  leaveDesk: {
    question: '离开柜台时，终端怎么办？',
    answers: ['交班签退或让它锁定', '开着就好', '交给客人看管'],
    because: '下一位用自己的密码登录。',
  },
  expiredCard: {
    question: '卡片上月已过期，怎么办？',
    answers: ['请客人换一张卡', '输入更晚的日期', '擦拭芯片'],
    because: '银行不接受过期卡，日期不能改。',
  },
  callNote: {
    question: '发卡行电话同意，要记什么？',
    answers: ['授权码和通话人', '客人的密码', '背面三位数字'],
    because: '银行凭授权码付款。',
  },
  callBecomes: {
    question: '凭电话授权码输入卡号，是什么？',
    answers: ['离线结算，直接扣款', '普通预授权', '还不算交易'],
    because: '这是离线结算，要先告诉客人。',
  },
  numberMissing: {
    question: '预授权缺少卡号，怎么办？',
    answers: ['在到期前补录卡号', '悄悄撤销', '不用管它'],
    because: '没有卡号就不能完成，天数有限。',
  },
  slipLost: {
    question: '客人丢了小票，怎样完成？',
    answers: ['在列表里按房号找', '无法完成', '重新做一笔'],
    because: '可以按房号、后四位或金额查找。',
  },
  paperForm: {
    question: '终端都不能用，怎样记录？',
    answers: ['填写应急单', '随便写在纸上', '拍下卡片照片'],
    because: '应急单有银行要的内容，还有查找用的码。',
  },
  caseEnd: {
    question: '案件什么时候可以结案？',
    answers: ['有了处理结果', '过了一周', '没人再问'],
    because: '下一个人要靠结果学习。',
  },
  cashAgree: {
    question: '收现金押金需要什么？',
    answers: ['主管同意和收据', '记一笔就行', '客人的卡号'],
    because: '两份收据，写明谁收了多少。',
  },
  violetBand: {
    question: '怎样看出是在培训？',
    answers: ['紫色横条和培训字样', '看不出来', '绿灯亮起'],
    because: '每个屏幕都有，不会连到银行。',
  },
  trainingSlip: {
    question: '培训小票可以给客人吗？',
    answers: ['不可以，不是凭证', '可以，当作副本', '签字后可以'],
    because: '小票头尾都印有培训字样。',
  },
  cleanReader: {
    question: '怎样清洁读卡器？',
    answers: ['用干的清洁卡', '用水冲洗', '用小刀刮'],
    because: '按三步清洁，再用卡片测试。',
  },
  missingKeys: {
    question: '缺少卡组织公钥，怎么办？',
    answers: ['从银行下载参数', '更换打印机', '手输卡号'],
    because: '公钥和卡表由银行下发。',
  },
  code03: {
    question: '银行不认识本终端（03），先做什么？',
    answers: ['核对编号并更新参数', '换卡再试', '等到明天'],
    because: '两个编号都要与银行一致。',
  },
  wrongClock: {
    question: '时钟差了一小时，会怎样？',
    answers: ['证书和到期日都会错', '只是显示不对', '没有影响'],
    because: '线路会被拒绝，到期时间也会错。',
  },
  backupGood: {
    question: '怎样知道备份可用？',
    answers: ['恢复演练成功', '文件很大', '是今天做的'],
    because: '恢复过一次的才算备份。',
  },
  updateWhen: {
    question: '什么时候更新软件？',
    answers: ['没有交易的时候', '入住高峰时', '卡还插着时'],
    because: '终端会等到空闲时再更新。',
  },
  openedCase: {
    question: '终端像被拆开过，怎么办？',
    answers: ['停用并上报', '用胶水粘好', '用到晚上再说'],
    because: '里面可能装了盗读的东西。',
  },
  stranger: {
    question: '陌生人来维修终端，怎么办？',
    answers: ['核对工单和证件', '让他修', '借给他密码'],
    because: '真的技术员会预约，也有证件。',
  },
  whatIsKept: {
    question: '客人问保存了哪些卡信息？',
    answers: ['卡号加密保存到结束', '磁条全部内容', '密码'],
    because: '预授权结束后销毁，只留后四位。',
  },
  manyCards: {
    question: '一位客人连换几张卡，怎么办？',
    answers: ['在旁留意，礼貌停止', '不用管', '再借一台终端'],
    because: '可能是欺诈。不指责，也不手输卡号。',
  },
  testCard: {
    question: '用哪张卡测试读卡器？',
    answers: ['商户的测试卡', '客人的卡', '房卡'],
    because: '测试卡确定是好的，也不会冻结。',
  },
  threeCards: {
    question: '三张不同的卡都读不出，原因是？',
    answers: ['读卡器', '三家银行', '客人'],
    because: '先清洁和测试，再换一台终端。',
  },
};
