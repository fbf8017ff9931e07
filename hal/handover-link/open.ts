import type { Config } from '#src/config/schema.ts';
import type { HandoverLink } from './contract.ts';
import { openFolderHandoverLink } from './folder.ts';
import { openTcpHandoverLink } from './tcp.ts';

/** The carriers that the configuration names, as one; nothing where pictures are the only way. */
export async function openHandoverLink({
  handover,
  merchant,
}: Pick<Config, 'handover' | 'merchant'>): Promise<{ readonly handoverLink?: HandoverLink }> {
  const { network, folder } = handover ?? {};
  const links: HandoverLink[] = [];
  if (network !== undefined)
    links.push(await openTcpHandoverLink(JSON.parse(JSON.stringify(network))));
  if (folder !== undefined)
    links.push(openFolderHandoverLink({ folder, terminalId: merchant.terminalId }));
  return links.length === 0 ? {} : { handoverLink: together(links) };
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
