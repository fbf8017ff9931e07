import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Personal } from '#src/contact/personal.ts';
import type { KeyFolder } from './key-folder.ts';

const cipher = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/** A key a case, in a folder that no backup holds: nonce ‖ AES-256-GCM of the text ‖ tag, bound to the case. */
export function personalUnder(folder: KeyFolder): Personal {
  const nameOf = (caseId: string): string => `case-${caseId.replace(/[^A-Za-z0-9-]/g, '_')}`;
  return {
    seal(caseId, text) {
      const nonce = randomBytes(nonceLength);
      const encrypt = createCipheriv(cipher, folder.key(nameOf(caseId)), nonce, {
        authTagLength: tagLength,
      });
      encrypt.setAAD(Buffer.from(caseId));
      const sealed = [nonce, encrypt.update(text, 'utf8'), encrypt.final(), encrypt.getAuthTag()];
      return Buffer.concat(sealed).toString('base64');
    },
    open(caseId, sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      if (bytes.length < nonceLength + tagLength) return undefined;
      try {
        const decrypt = createDecipheriv(
          cipher,
          folder.key(nameOf(caseId)),
          bytes.subarray(0, nonceLength),
          { authTagLength: tagLength },
        );
        decrypt.setAAD(Buffer.from(caseId));
        decrypt.setAuthTag(bytes.subarray(-tagLength));
        const text = decrypt.update(bytes.subarray(nonceLength, -tagLength));
        return Buffer.concat([text, decrypt.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
    destroy: (caseId) => folder.destroy(nameOf(caseId)),
  };
}
