import { z } from 'zod';

/** Who may publish bulletins to this terminal, and where they are looked for. */
export const bulletinsSchema = z.strictObject({
  keys: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]{2,32}$/, 'small letters, digits and dashes'),
        issuer: z.enum(['bank', 'vendor', 'merchant']),
        name: z.strictObject({
          'zh-CN': z.string().min(1).max(12),
          en: z.string().min(1).max(24),
        }),
        publicKey: z
          .string()
          .regex(/^[\w-]{43}$/, '32 bytes as base64url')
          .describe('Ed25519; `npm run bulletin -- key` makes a pair'),
      }),
    )
    .max(16)
    .describe('a file signed with none of these is refused'),
  folder: z.string().min(1).max(500).optional().describe('where a USB stick shows its files'),
  address: z
    .string()
    .max(500)
    .regex(/^https:\/\/[^\s@]+$/, 'https://…')
    .optional()
    .describe('a list of signed files, asked for over TLS'),
  ca: z.string().optional().describe('PEM of the authority that the address must have'),
  everyMinutes: z.int().min(1).max(1_440).describe('how often the address is asked'),
});

/** The simulator's publishers: their private keys stand in `hal/simulator/bulletins.ts`. */
export const bulletinsDefault: z.infer<typeof bulletinsSchema> = {
  keys: [
    {
      id: 'simulated-bank',
      issuer: 'bank',
      name: { 'zh-CN': '江城银行', en: 'Jiangcheng Bank' },
      publicKey: '0YfoqaAO3bVlt4l_QANSpTCJUZBJIX41JAbXcNmCGH4',
    },
    {
      id: 'simulated-vendor',
      issuer: 'vendor',
      name: { 'zh-CN': '设备厂商', en: 'Terminal vendor' },
      publicKey: 'oEyKGxqOVCbcNISDW451xZ2QCoo_Or4TIlLbzYW4V0s',
    },
    {
      id: 'simulated-merchant',
      issuer: 'merchant',
      name: { 'zh-CN': '清河宾馆总部', en: 'Qinghe head office' },
      publicKey: 'N0ZWsQWxxooVlo-2jDADVcOzHDNloJDLVBGOuzY2m0Y',
    },
  ],
  everyMinutes: 15,
};
