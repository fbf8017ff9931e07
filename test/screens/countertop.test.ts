import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Language } from '#src/desk/view.ts';
import type { TreeNode } from '#ui/canvas/inspect.ts';
import { createScreenHost, type ScreenHost } from '#ui/screen-host.ts';
import { drawScreen } from '#ui/screens/index.ts';
import { panelOf } from '#ui/theme/panels.ts';
import { cutBelow, inSight, lint } from './lint.ts';
import { sampleNames, sampleView } from './samples.ts';

const languages: readonly Language[] = ['zh-CN', 'en'];
const panel = panelOf('countertop');

/** Tables, lists and stories that are longer than 43 mm: they scroll. All the others are read at one glance. */
const longOnes = [
  /^(holds?|cases?|check|result|end-of-day|day-closed|report|inspection|keys|status)\b/,
  /^(question|review|training|assessment|emergency|privacy|language|choose|settings|people)\b/,
  /^(bank-line|bulletin|bulletins|call|call-decision|call-issuer|add-person|first-start)\b/,
  /^(guide|restore|settlement|support|hand-over-(taken|to)|take-over|register)\b/,
];
const scrolls = (name: string): boolean => longOnes.some((pattern) => pattern.test(name));

function* flat(tree: TreeNode): Generator<TreeNode> {
  yield tree;
  for (const child of tree.children) yield* flat(child);
}

describe('on the small panel of a countertop terminal', () => {
  let nowMs = 0;
  let host: ScreenHost;
  before(() => {
    host = createScreenHost({ profile: 'countertop', now: () => nowMs });
  });
  after(() => host.dispose());

  function draw(name: string, language: Language) {
    const view = sampleView(name, language);
    host.show(view);
    nowMs += 100;
    host.tick(nowMs);
    const tree = host.tree();
    assert.ok(tree);
    return { node: drawScreen(view, panel), tree };
  }

  it('every screen is whole: no word cut or covered, no target below 9.6 mm', () => {
    const found: string[] = [];
    for (const language of languages)
      for (const name of sampleNames) {
        const { node, tree } = draw(name, language);
        const cut = scrolls(name) ? [] : cutBelow(node, tree, panel);
        for (const problem of [...lint(node, tree, panel), ...cut])
          found.push(`${name} ${language}: ${problem}`);
      }
    assert.deepEqual(found, []);
  });

  it('what stands below the edge is reached with the arrow keys alone', () => {
    for (const name of sampleNames.filter(scrolls)) {
      const { node, tree } = draw(name, 'en');
      const hidden = cutBelow(node, tree, panel).map((said) => said.replace(/ ends below.*/, ''));
      const seen = new Set<string>();
      for (let presses = 0; presses < 40; presses += 1) {
        host.key('down');
        nowMs += 100;
        host.tick(nowMs);
        const now = host.tree();
        assert.ok(now);
        for (const text of inSight(node, now, panel)) seen.add(text);
      }
      const missing = hidden.filter((text) => !seen.has(text));
      assert.deepEqual(missing, [], name);
    }
  });

  it('every screen has a way back or on', () => {
    const waits =
      /^(asking-bank|in-training|settling|restore-running|held|done-cancelled|home|sign-in)/;
    for (const name of sampleNames.filter((one) => !waits.test(one))) {
      const { tree } = draw(name, 'en');
      const ids = [...flat(tree)].map(({ id }) => id ?? '');
      assert.ok(
        ids.some((id) => ['back', 'cancel', 'primary', 'done'].includes(id)),
        name,
      );
    }
  });
});
