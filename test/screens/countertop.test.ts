import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Language } from '#src/desk/view.ts';
import { createScreenHost, type ScreenHost } from '#ui/screen-host.ts';
import { drawScreen } from '#ui/screens/index.ts';
import { panelOf } from '#ui/theme/panels.ts';
import { cutBelow, lint } from './lint.ts';
import { sampleNames, sampleView } from './samples.ts';

const languages: readonly Language[] = ['zh-CN', 'en'];
const panel = panelOf('countertop');

/** The reasons and their questions: sentences that must be read whole on 320 by 240. */
const reasons = sampleNames.filter((name) => /^(why|test-card|settings-check)/.test(name));

describe('on the small panel of a countertop terminal', () => {
  let nowMs = 0;
  let host: ScreenHost;
  before(() => {
    host = createScreenHost({ profile: 'countertop', now: () => nowMs });
  });
  after(() => host.dispose());

  it('the reasons are whole: no word cut in a button, none below the foot', () => {
    assert.ok(reasons.length > 8);
    const found: string[] = [];
    for (const language of languages)
      for (const name of reasons) {
        const view = sampleView(name, language);
        host.show(view);
        nowMs += 100;
        host.tick(nowMs);
        const tree = host.tree();
        assert.ok(tree);
        const node = drawScreen(view, panel);
        const cut = name.startsWith('settings') ? [] : cutBelow(node, tree, panel);
        for (const problem of [...lint(node, tree, panel), ...cut])
          found.push(`${name} ${language}: ${problem}`);
      }
    assert.deepEqual(found, []);
  });
});
