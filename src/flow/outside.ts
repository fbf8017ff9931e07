import type { HandoverLink } from '#hal/handover-link/contract.ts';
import type { DeskEvent } from '../desk/flow.ts';
import type { Messengers } from './tasks.ts';

type Outside = {
  readonly messengers: Messengers;
  readonly handoverLink?: HandoverLink | undefined;
};

/** What comes by itself from customers and from the merchant's other terminals; the answers stop the listening. */
export function listenOutside(
  { messengers, handoverLink }: Outside,
  tell: (event: DeskEvent) => void,
): readonly (() => void)[] {
  const stops = Object.values(messengers).map((messenger) =>
    messenger.listen((incoming) => tell({ type: 'messageCame', incoming })),
  );
  const stop = handoverLink?.listen((message) => tell({ type: 'message', message }));
  return stop === undefined ? stops : [...stops, stop];
}
