import type { ScreenOf } from '#src/desk/view.ts';
import type { HandoverEnd } from '#src/handover/events.ts';
import type { Refusal } from '#src/handover/offer.ts';
import type { NoticeWords } from '../texts.ts';

type By<K extends string, T = string> = Readonly<Record<K, T>>;
type Kind = 'hold' | 'case';
type Says = Extract<ScreenOf<'take-over'>, { phase: 'answer' }>['says'];

/** 换终端: words of both sides. `desk` is the name of the other one as it is said in a sentence. */
export type HandoverTexts = {
  readonly handover: {
    /** A desk by its name: a number, or words of the shop's own. */
    readonly desk: (name: string) => string;
    readonly button: string;
    readonly title: string;
    readonly toWhom: string;
    readonly never: string;
    readonly scanAt: (desk: string) => string;
    readonly validFor: string;
    readonly step: {
      readonly scan: string;
      readonly scanned: string;
      readonly card: (desk: string) => string;
      readonly result: string;
    };
    readonly picture: (part: number, of: number) => string;
    readonly takeBack: string;
    readonly takeBackShort: string;
    readonly asking: {
      readonly title: (desk: string) => string;
      readonly text: (desk: string) => string;
    };
    readonly taken: { readonly title: (desk: string) => string; readonly text: By<Kind> };
    readonly back: { readonly title: string; readonly text: string };
    readonly ended: By<HandoverEnd, (desk: string) => string>;
    readonly see: string;
    readonly ok: string;
    readonly take: {
      readonly title: string;
      readonly collecting: (have: number, of: number) => string;
      readonly hint: string;
      readonly from: (desk: string) => string;
      readonly amount: string;
      readonly room: string;
      readonly card: string;
      readonly number: By<Kind>;
      readonly go: string;
      readonly not: string;
      readonly says: By<Says, (desk: string) => string>;
      readonly show: (desk: string) => string;
      readonly goOn: By<Kind>;
    };
    readonly refused: By<Refusal, NoticeWords>;
  };
};
