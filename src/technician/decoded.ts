/** What came of decoding: lines in words, or one line that says where and why not. */
export type Decoded = Explained | Refused;
type Explained = { readonly type: 'explained'; readonly lines: readonly string[] };
type Refused = { readonly type: 'malformed'; readonly problem: string };

export const explained = (...lines: readonly string[]): Explained => ({ type: 'explained', lines });

export const refused = (problem: string): Refused => ({ type: 'malformed', problem });

export const isRefused = (decoded: Decoded): decoded is Refused => decoded.type === 'malformed';
