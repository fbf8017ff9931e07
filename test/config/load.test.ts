import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaults } from '#src/config/defaults.ts';
import { configJsonSchema, loadConfig } from '#src/config/load.ts';
import { configSchema } from '#src/config/schema.ts';

describe('the configuration', () => {
  it('the defaults are valid by their own schema', () => {
    assert.deepEqual(configSchema.parse(defaults), defaults);
  });

  it('a file is laid over the defaults: objects by key, lists and values whole', () => {
    const config = loadConfig(
      {
        merchant: { desk: '7' },
        hotlines: [],
        acquirer: { addresses: [{ host: 'bank', port: 1 }] },
      },
      { language: 'en' },
    );
    assert.ok('merchant' in config);
    assert.equal(config.merchant.desk, '7');
    assert.equal(config.merchant.terminalId, defaults.merchant.terminalId);
    assert.deepEqual(config.hotlines, []);
    assert.deepEqual(config.acquirer.addresses, [{ host: 'bank', port: 1 }]);
    assert.equal(config.language, 'en');
  });

  const wrong: readonly (readonly [string, unknown, string])[] = [
    ['a terminal id that is too short', { merchant: { terminalId: '123' } }, 'merchant.terminalId'],
    ['a key that nobody knows', { acquirer: { tcp: true } }, 'acquirer'],
    [
      'a limit below the amount held',
      { policies: { completionLimitPercent: 99 } },
      'policies.completionLimitPercent',
    ],
    [
      'an address without a port',
      { acquirer: { addresses: [{ host: 'bank' }] } },
      'acquirer.addresses.0.port',
    ],
    ['an AID that is not hex', { applications: [{ aid: 'XX' }] }, 'applications.0.aid'],
    [
      'a fallback that is no policy',
      { policies: { stripeFallback: 'always' } },
      'policies.stripeFallback',
    ],
    [
      'a full number on paper',
      { policies: { printFullNumberOnMerchantCopy: true } },
      'policies.printFullNumberOnMerchantCopy',
    ],
    ['a language without texts', { language: 'fr' }, 'language'],
    ['a list instead of the object', { merchant: [] }, 'merchant'],
    ['no object at all', 7, '(top)'],
    ['nothing', null, '(top)'],
  ];
  for (const [what, file, path] of wrong)
    it(`${what} is named by its path`, () => {
      const problems = loadConfig(file);
      assert.ok(Array.isArray(problems));
      assert.ok(
        problems.some((problem) => problem.path === path),
        JSON.stringify(problems),
      );
    });

  it('no file can reach into prototypes', () => {
    const config = loadConfig(JSON.parse('{"__proto__":{"language":"en"}}'));
    assert.ok(!('merchant' in config) || config.language === defaults.language);
    assert.equal(({} as { language?: string }).language, undefined);
  });

  it('its JSON Schema asks for no key at the top, because the defaults lie below', () => {
    const schema = configJsonSchema() as {
      properties: Record<string, unknown>;
      required?: unknown;
    };
    assert.equal(schema.required, undefined);
    for (const key of [
      'merchant',
      'acquirer',
      'applications',
      'caPublicKeys',
      'hotlines',
      'policies',
    ])
      assert.ok(key in schema.properties, key);
  });
});
