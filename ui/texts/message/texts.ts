import type { EmvMessageId } from '#src/emv/messages.ts';

/** The standard messages by identifier, in the words of a counter. */
export type MessageTexts = Readonly<Record<EmvMessageId, string>>;
