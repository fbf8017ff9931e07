import { TerminalFault } from '#src/fault.ts';
import type { EventKind } from '#src/journal/events.ts';
import type { Journal } from '#src/journal/port.ts';
import type { HostLink, LineProber } from '../link/contract.ts';
import { LinkFault } from '../link/fault.ts';
import { nothingReached } from '../link/probe.ts';

/** What a full disk refuses first; what is owed to somebody may use the reserve, as in the real journal. */
const newWork: ReadonlySet<EventKind> = new Set<EventKind>([
  'hold.opened',
  'transaction.requested',
  'terminal.settingChanged',
]);

/** A journal whose disk can be full. */
export function withFullDisk<J extends Journal>(journal: J, isFull: () => boolean): J {
  return {
    ...journal,
    append(append) {
      if (isFull() && append.events.some(({ kind }) => newWork.has(kind))) {
        throw new TerminalFault(
          'journal.diskFull',
          'later',
          'the disk is full, as a test wants it',
        );
      }
      return journal.append(append);
    },
  };
}

/** A link whose modem can be without a network: nothing leaves the terminal, whichever bank stands behind it. */
export function withDeadLine(link: HostLink, isDead: () => boolean): HostLink {
  const mustLive = () => {
    if (isDead()) throw new LinkFault('link.unreachable', 'later', 'nothingSent', 'no network');
  };
  return {
    exchange: async (request, accepts) => {
      mustLive();
      return link.exchange(request, accepts);
    },
    useNext: () => link.useNext(),
    probe: async () => {
      mustLive();
      return link.probe();
    },
    onLate: (listener) => link.onLate(listener),
    close: () => link.close(),
  };
}

/** The same modem, asked how far the line goes. */
export const withDeadProbes = (prober: LineProber, isDead: () => boolean): LineProber => ({
  checks: prober.checks,
  check: async (check) => (isDead() ? nothingReached(check) : prober.check(check)),
});
