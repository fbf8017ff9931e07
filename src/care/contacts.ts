import type { Config } from '../config/schema.ts';
import type { DocumentReader } from '../journal/documents.ts';

export type Contact = {
  readonly id: string;
  readonly name: Readonly<Record<'zh-CN' | 'en', string>>;
  /** Empty: nobody has entered it yet. */
  readonly phone: string;
};

export const phoneId = (contact: string): string => `phone:${contact}`;

/** Whom the shop calls: the numbers of the configuration, or those that a supervisor entered since. */
export const contactsOf = ({ care }: Config, documents: DocumentReader): readonly Contact[] =>
  care.emergency.contacts.map((contact) => ({
    ...contact,
    phone:
      (documents.get('counter', phoneId(contact.id))?.body as string | undefined) ?? contact.phone,
  }));
