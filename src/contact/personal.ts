/** Personal data of a case, under a key of its own: destroying the key destroys what it sealed, wherever copies are. */
export interface Personal {
  /** Base64; bound to the case. */
  seal(caseId: string, text: string): string;
  /** Undefined when the key is gone or a byte was changed. */
  open(caseId: string, sealed: string): string | undefined;
  /** Nothing sealed for this case can be opened again; doing it twice is no harm. */
  destroy(caseId: string): void;
}
