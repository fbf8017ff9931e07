import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Language, Strip } from '#src/desk/view.ts';
import type { UiNode } from '#ui/h.ts';
import { createScreenHost, type ScreenHost } from '#ui/screen-host.ts';
import { drawScreen } from '#ui/screens/index.ts';
import { panelOf } from '#ui/theme/panels.ts';
import { lint } from './lint.ts';
import { sampleNames, sampleView } from './samples.ts';

const languages: readonly Language[] = ['zh-CN', 'en'];
const strips: Readonly<Record<string, Partial<Strip>>> = {
  'all well': {},
  simulated: { simulated: true },
  'training, simulated': { simulated: true, training: true },
  'an exercise': { simulated: true, training: true, leavable: true },
  'no network': { network: 'down' },
  'everything broken, simulated': {
    simulated: true,
    network: 'down',
    paper: 'out',
    reader: 'gone',
    batteryPercent: 7,
  },
};

/** Screens that leave by themselves, while a person must wait for a card, the bank or the slip. */
const waiting = [
  'asking-bank',
  'in-training',
  'asking-bank-pin-right',
  'asking-bank-undo',
  'asking-bank-sign-in',
  'settling',
  'restore-running',
  'held',
  'held-sign',
  'done-cancelled',
];

function* walk(node: UiNode): Generator<UiNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}

for (const profile of ['esign', 'smart', 'mobile'] as const) {
  const panel = panelOf(profile);

  describe(`on ${profile}`, () => {
    let nowMs = 0;
    let host: ScreenHost;
    before(() => {
      host = createScreenHost({ profile, now: () => nowMs });
    });
    after(() => host.dispose());

    for (const [state, strip] of Object.entries(strips)) {
      it(`no word is cut, covered or too small to touch: ${state}`, () => {
        const found: string[] = [];
        for (const language of languages) {
          // The strip is the same on every screen: its faults are looked at on a few.
          for (const name of state === 'all well' ? sampleNames : ['home', 'why', 'amount']) {
            const view = sampleView(name, language, { strip });
            host.show(view);
            nowMs += 100;
            host.tick(nowMs);
            const tree = host.tree();
            assert.ok(tree);
            const problems = lint(drawScreen(view, panel), tree, panel);
            found.push(...problems.map((problem) => `${name} ${language}: ${problem}`));
          }
        }
        assert.deepEqual(found, []);
      });
    }

    it('SIMULATED 模拟 stands on every screen of the simulator, and on none of a device', () => {
      for (const name of sampleNames) {
        for (const simulated of [true, false]) {
          host.show(sampleView(name, 'zh-CN', { strip: { simulated } }));
          assert.equal(host.answer().texts.includes('SIMULATED 模拟'), simulated, name);
        }
      }
    });
  });

  describe(`every screen on ${profile}`, () => {
    const drawn = languages.flatMap((language) =>
      sampleNames.map((name) => {
        const nodes = [...walk(drawScreen(sampleView(name, language), panel))];
        return { name, ids: nodes.flatMap(({ props }) => props.id ?? []), nodes };
      }),
    );

    it('names each thing that can be touched once', () => {
      for (const { name, ids, nodes } of drawn) {
        assert.deepEqual(
          ids.filter((id, index) => ids.indexOf(id) !== index),
          [],
          name,
        );
        const touchable = nodes.filter(({ props }) => props.onPress ?? props.onHold);
        for (const { props } of touchable) assert.ok(props.id, `${name}: something has no id`);
      }
    });

    it('has a way back, unless it waits for the card or the bank', () => {
      for (const { name, ids } of drawn) {
        // Before somebody is signed in there is nothing to go back to.
        const first = name.startsWith('home') || name === 'sign-in';
        if (waiting.includes(name) || first) continue;
        assert.ok(
          ids.some((id) => ['back', 'cancel', 'primary', 'done'].includes(id)),
          name,
        );
      }
    });

    it('gives each hardware key one meaning', () => {
      for (const { name, nodes } of drawn) {
        const keys = nodes.flatMap(({ props }) => props.hotkey ?? []);
        assert.deepEqual(
          keys.filter((key, index) => keys.indexOf(key) !== index),
          [],
          name,
        );
      }
    });

    it('is the same tree for the same view', () => {
      for (const name of sampleNames) {
        const view = sampleView(name, 'en');
        assert.deepEqual(drawScreen(view, panel), drawScreen(view, panel));
      }
    });
  });
}

describe('keypad keys', () => {
  it('are 14 mm high on smart, and 14.8 by 9.7 mm on esign', () => {
    for (const [profile, height] of [
      ['smart', 14],
      ['esign', 9.7],
    ] as const) {
      const host = createScreenHost({ profile, now: () => 0 });
      host.show(sampleView('amount', 'en'));
      host.tick(0);
      const panel = panelOf(profile);
      const key = findNode(host.tree(), 'digit-5');
      assert.ok(key);
      assert.ok(Math.abs(key.height / panel.pxPerMm - height) < 0.1, `${profile} ${key.height}`);
      assert.ok(key.width / panel.pxPerMm >= 14, `${profile} ${key.width}`);
      host.dispose();
    }
  });
});

type Tree = NonNullable<ReturnType<ScreenHost['tree']>>;

function findNode(tree: Tree | undefined, id: string): Tree | undefined {
  if (tree === undefined || tree.id === id) return tree;
  for (const child of tree.children) {
    const found = findNode(child, id);
    if (found) return found;
  }
  return undefined;
}
