import { externalAuthenticate } from './commands.ts';
import { profileSays, type Stage, setTsi, setTvr, type Transaction } from './state.ts';
import { transmit } from './transport.ts';
import { aipBits } from './tvr.ts';

/**
 * Issuer authentication (EMV 4.4 Book 3 §10.9) by EXTERNAL AUTHENTICATE, when the profile says so.
 * Other cards take tag 91 through CDOL2. A refusal sets its bit; the card decides at the second
 * GENERATE AC.
 */
export function* authenticateIssuer(tx: Transaction): Stage {
  tx.session.step = 'issuerAuthentication';
  const data = tx.issuerAuthenticationData;
  if (data === undefined || !profileSays(tx, aipBits.issuerAuthenticationSupported)) return;
  if (data.length < 8 || data.length > 16) return setTvr(tx, 'issuerAuthenticationFailed');
  setTsi(tx, 'issuerAuthenticationPerformed');
  const { sw } = yield* transmit(tx.session, externalAuthenticate(data));
  if (sw !== '9000') setTvr(tx, 'issuerAuthenticationFailed');
}
