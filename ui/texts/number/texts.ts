import type { FingerSlip } from '#src/capture/number-check.ts';
import type { SlipProblem } from '#src/desk/view/number.ts';
import type { ScreenOf } from '#src/desk/view.ts';

type By<K extends string, T = string> = Readonly<Record<K, T>>;
type Field = ScreenOf<'register-hold'>['field'];

/** 补录卡号 and 登记: the number that comes later, and the hold that comes from its slip. */
export type NumberTexts = {
  readonly register: {
    readonly title: string;
    readonly open: string;
    readonly field: By<Field>;
    readonly hint: By<Field>;
    readonly missing: By<Field>;
    readonly problem: By<SlipProblem>;
    readonly go: string;
  };
  readonly number: {
    readonly button: string;
    readonly title: string;
    /** Beside the hold whose number is missing. */
    readonly missing: string;
    readonly cardToo: string;
    readonly reading: string;
    readonly slip: (slips: readonly FingerSlip[]) => string;
    /** On the phone the cashier says the last four and the customer agrees. */
    readonly readBack: string;
    readonly onPhone: string;
    readonly onPhoneHint: string;
    readonly withoutNumber: (count: number) => string;
    readonly withoutNumberShort: (count: number) => string;
  };
};
