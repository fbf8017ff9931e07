/** What is journalled of the master key: who brought which part, by check values (three bytes as hex), and nothing else. */
export type KeysEvent =
  | {
      readonly kind: 'masterKey.part';
      readonly part: 1 | 2;
      readonly by: string;
      readonly checkValue: string;
    }
  /** The typed check value is that of the combined key: from here on it is being kept. */
  | {
      readonly kind: 'masterKey.agreed';
      readonly checkValue: string;
      readonly by: readonly [string, string];
    }
  | { readonly kind: 'masterKey.loaded'; readonly checkValue: string }
  /** The key before is still in use. */
  | {
      readonly kind: 'masterKey.notLoaded';
      readonly why:
        | 'differs'
        | 'plain'
        | 'weak'
        | 'same'
        | 'test'
        | 'length'
        | 'notKept'
        | 'powerCut';
      readonly by?: readonly [string, string];
    };
