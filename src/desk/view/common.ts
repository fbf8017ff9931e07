export type Language = 'zh-CN' | 'en';

export type Theme = 'light' | 'dark';

export type Strip = {
  readonly nowMs: number;
  readonly network: 'ok' | 'connecting' | 'down';
  readonly paper: 'ok' | 'low' | 'out' | 'gone';
  readonly reader: 'ok' | 'gone' | 'dirty';
  readonly batteryPercent?: number;
  readonly training: boolean;
  /** In the middle of an exercise: the band is touched to leave it. */
  readonly leavable?: true;
  readonly simulated: boolean;
};

/** Room or note and last four: how a cashier names a hold. */
export type Named = { readonly note?: string; readonly last4?: string };

export type PrintState = 'printing' | 'printed' | 'failed';
