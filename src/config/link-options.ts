import type { Config } from './schema.ts';

/** The line to the bank as its driver wants it; only what is there is named. */
export function linkOptions({ acquirer }: Config) {
  return {
    endpoints: acquirer.addresses,
    connectTimeoutMs: acquirer.connectTimeoutMs,
    sendTimeoutMs: acquirer.sendTimeoutMs,
    answerTimeoutMs: acquirer.answerTimeoutMs,
    connection: acquirer.connection,
    keepAliveMs: 30_000,
    idleLimitMs: acquirer.idleLimitSeconds * 1_000,
    returnToPrimaryMs: acquirer.returnToPrimarySeconds * 1_000,
    maximumFrameBytes: 8_192,
    ...(acquirer.tls === undefined ? {} : { tls: tlsOptions(acquirer.tls) }),
  };
}

function tlsOptions({ ca, cert, key, servername }: NonNullable<Config['acquirer']['tls']>) {
  return {
    ca,
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(servername === undefined ? {} : { servername }),
  };
}

/** How the line is asked about, apart from the messages on it. */
export const proberOptions = ({ acquirer, probes: { otherHost, timeoutMs } }: Config) => ({
  endpoints: acquirer.addresses,
  timeoutMs,
  ...(acquirer.tls === undefined ? {} : { tls: tlsOptions(acquirer.tls) }),
  ...(otherHost === undefined ? {} : { otherHost }),
});
