import type { CardReader } from '#hal/reader/contract.ts';
import type { Config } from '../config/schema.ts';
import { looksLikeTraining } from '../desk/training.ts';
import type { Language, Screen, Strip, Theme, View } from '../desk/view.ts';
import type { DocumentReader } from '../journal/documents.ts';

type Shown = {
  readonly config: Config;
  readonly documents: DocumentReader;
  readonly simulated: boolean;
  readonly reader: CardReader;
  readonly paper: () => Strip['paper'];
  readonly now: () => number;
};

/** A screen with the strip above it, in the language that is spoken now. */
export function viewOf(
  screen: Screen,
  { config, documents, simulated, reader, paper, now }: Shown,
  state: { readonly network: Strip['network']; readonly spoken: Language | undefined },
): View {
  const language = documents.get('counter', 'language')?.body as Language | undefined;
  const theme = documents.get('counter', 'theme')?.body as Theme | undefined;
  const gone = reader.status === 'gone' || reader.status === 'serviceDown';
  return {
    language: state.spoken ?? language ?? config.language,
    theme: theme ?? config.theme,
    strip: {
      nowMs: now(),
      network: state.network,
      paper: paper(),
      reader: gone ? 'gone' : 'ok',
      training: looksLikeTraining(screen),
      simulated,
    },
    screen,
  };
}
