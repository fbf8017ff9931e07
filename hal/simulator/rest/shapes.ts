import { z } from 'zod';

export const both = z.object({ en: z.string(), zh: z.string() });

export const screen = z
  .object({
    name: z.string().describe('as in the list of screens: home, amount, present-card, pin, held …'),
    idle: z.boolean().describe('every touch and key has been answered'),
    language: z.string().describe('zh-CN or en'),
    texts: z.array(z.string()).describe('visible texts, top to bottom'),
    actions: z
      .array(z.object({ id: z.string(), text: z.string() }))
      .describe('what can be touched now; `id` and `text` both work in POST /api/touch'),
    messages: z
      .array(z.string())
      .describe(
        'what it says by EMV 4.4 Book 4 section 11.2, `0B INSERT CARD`; most important first',
      ),
  })
  .describe('what the terminal shows');

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    zh: z.object({ title: z.string(), detail: z.string() }),
  })
  .describe('RFC 9457 problem document, in both languages');

export const nothing = z.strictObject({});
export const json = z.unknown().describe('JSON');
