import type { Config } from '#src/config/schema.ts';
import { openAbsentHead } from './absent.ts';
import type { MagneticHead } from './contract.ts';
import { type HeadWiring, openGpioHead } from './gpio.ts';
import { openHeadLater } from './later.ts';
import { openSimulatedHead, type SimulatedHead } from './simulated.ts';

/** The head as the configuration wires it: none at all, GPIO lines where no port is given, else the simulated world. */
export function openHead(head: Config['head'], simulated?: SimulatedHead): MagneticHead {
  if (head.kind === 'none') return openAbsentHead();
  if (simulated !== undefined) return openSimulatedHead(simulated, head.kind);
  const wiring = JSON.parse(JSON.stringify(head)) as HeadWiring;
  return openHeadLater({ kind: head.kind, open: () => openGpioHead(wiring) });
}
