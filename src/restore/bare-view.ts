import type { Config } from '../config/schema.ts';
import type { Screen, View } from '../desk/view.ts';

type Known = {
  readonly config: Config;
  readonly simulated: boolean;
  readonly now: () => number;
};

/** A screen of a terminal that has no records to look into: as it was configured. */
export const bareView = ({ config, simulated, now }: Known, screen: Screen): View => ({
  language: config.language,
  theme: config.theme,
  strip: {
    nowMs: now(),
    network: 'ok',
    paper: 'ok',
    reader: 'ok',
    training: false,
    simulated,
  },
  screen,
});
