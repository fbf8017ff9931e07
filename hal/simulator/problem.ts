/** A text for people, in both languages. */
export type Both = { readonly en: string; readonly zh: string };

/**
 * Why the simulated world cannot do what was asked: becomes an RFC 9457 problem document. `code` names the
 * problem for programs; `extra` are further members, such as the list of what would have been possible.
 */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: Both;
  readonly detail: Both;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    title: Both,
    detail: Both,
    extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail.en);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.extra = extra;
  }
}

export const terminalOff = () =>
  new Problem(
    503,
    'terminalOff',
    { en: 'The terminal is off', zh: '终端没有开机' },
    {
      en: 'The terminal is not running now: switch it on with POST /api/power {"on":true}, or wait until it has started.',
      zh: '终端现在没有运行：用 POST /api/power {"on":true} 开机，或等它启动完成。',
    },
  );

export const notSimulated = (what: Both) =>
  new Problem(
    409,
    'notSimulated',
    { en: 'This part is not simulated now', zh: '这个部分现在不是模拟的' },
    what,
  );

export const customerRefuses = () =>
  new Problem(
    409,
    'customerRefuses',
    { en: 'The customer gives no card', zh: '客人不给卡' },
    {
      en: 'The fault customerRefuses is on: DELETE /api/faults/customerRefuses and the customer gives it.',
      zh: '故障 customerRefuses 开着：DELETE /api/faults/customerRefuses 之后客人才给卡。',
    },
  );
