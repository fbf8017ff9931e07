import type { Config } from '#src/config/schema.ts';
import { readCall, signCall } from '#src/handover/call.ts';
import type { Party } from '#src/handover/party.ts';
import { openCalls } from './calls.ts';
import type { HandoverLink } from './contract.ts';
import { openFolderHandoverLink } from './folder.ts';
import { openTcpHandoverLink, type TcpHandoverLink } from './tcp.ts';

/** The carriers that the configuration names, as one; nothing where pictures are the only way. */
export async function openHandoverLink(
  { handover, merchant }: Pick<Config, 'handover' | 'merchant'>,
  party: Party | undefined,
  now: () => number,
): Promise<{ readonly handoverLink?: HandoverLink }> {
  const { network, folder } = handover ?? {};
  const links: HandoverLink[] = [];
  if (network !== undefined) links.push(await openNetwork(network, party, now));
  if (folder !== undefined)
    links.push(openFolderHandoverLink({ folder, terminalId: merchant.terminalId }));
  return links.length === 0 ? {} : { handoverLink: together(links) };
}

type Network = NonNullable<NonNullable<Config['handover']>['network']>;

/** By the addresses that were written down, and by what the terminals call to each other where that is on. */
async function openNetwork(
  { listen, peers, find }: Network,
  party: Party | undefined,
  now: () => number,
): Promise<HandoverLink> {
  const at = { peers, ...(listen === undefined ? {} : { listen }) };
  if (find === undefined || listen === undefined || party === undefined)
    return openTcpHandoverLink(at);
  const { host } = listen;
  const link: TcpHandoverLink = await openTcpHandoverLink({
    ...at,
    find: (terminalId) => calls.placeOf(terminalId),
  });
  const calls = openCalls({
    ...find,
    host,
    // Not before it listens.
    call: () =>
      link.port === 0 ? undefined : signCall({ host, port: link.port, saidAtMs: now() }, party),
    read: (bytes) => readCall(bytes, party),
  });
  return {
    reaches: (terminalId) => link.reaches(terminalId),
    send: (terminalId, message) => link.send(terminalId, message),
    listen: (listener) => link.listen(listener),
    async close() {
      calls.close();
      await link.close();
    },
  };
}

/** The first way that a message can go; it is heard from all. */
export function together(links: readonly HandoverLink[]): HandoverLink {
  return {
    reaches: (terminalId) => links.some((link) => link.reaches(terminalId)),
    async send(terminalId, message) {
      let failed: unknown;
      for (const link of links.filter((one) => one.reaches(terminalId))) {
        try {
          return await link.send(terminalId, message);
        } catch (error) {
          failed = error;
        }
      }
      throw failed;
    },
    listen: (listener) => {
      const stops = links.map((link) => link.listen(listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    async close() {
      await Promise.all(links.map((link) => link.close()));
    },
  };
}
