/** A file that may be a bulletin: nothing of it is believed yet. */
export type BulletinFile = {
  /** As it is called there, shortened to 60 harmless characters. */
  readonly name: string;
  /** Absent when it is too large to be looked at. */
  readonly bytes?: Uint8Array;
};

/** A place where bulletins may lie. */
export interface BulletinPlace {
  /**
   * What lies there now: nothing when there is no stick, and what was seen before may be left out. At most 50
   * files. Throws TerminalFault `bulletins.unreachable` when the place cannot be asked.
   */
  fetch(): Promise<readonly BulletinFile[]>;
}

export type BulletinPlaces = {
  readonly folder?: BulletinPlace;
  readonly address?: BulletinPlace;
};

export type PlaceName = keyof BulletinPlaces;
