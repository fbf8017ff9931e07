import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { TreeNode } from '#ui/canvas/inspect.ts';
import { h, type UiNode } from '#ui/h.ts';
import { Stage } from './stage.ts';

let stage: Stage;
beforeEach(() => {
  stage = new Stage();
});
afterEach(() => stage.dispose());

type Place = readonly [number, number, number, number];

function placesOf(tree: UiNode): Record<string, Place> {
  stage.show(tree);
  const places: Record<string, Place> = {};
  const visit = ({ id, x, y, width, height, children }: TreeNode): void => {
    if (id) places[id] = [x, y, width, height];
    children.forEach(visit);
  };
  visit(stage.renderer.tree()!);
  return places;
}

test('a screen fills the panel; a column stretches its children and shares what is left', () => {
  const places = placesOf(
    h(
      'column',
      { id: 'screen', pad: [10, 20, 30, 40], gap: 5 },
      h('box', { id: 'head', h: 100 }),
      h('box', { id: 'content', grow: 1 }),
      h('box', { id: 'foot', h: 'fill' }),
    ),
  );
  assert.deepEqual(places, {
    screen: [0, 0, 480, 800],
    head: [40, 10, 420, 100],
    content: [40, 115, 420, 325],
    foot: [40, 445, 420, 325],
  });
});

test('a row centres across, keeps contents apart and fills by asking', () => {
  const places = placesOf(
    h(
      'column',
      {},
      h(
        'row',
        { id: 'row', h: 100, align: 'between' },
        h('box', { id: 'a', w: 50, h: 20 }),
        h('box', { id: 'b', w: 50, h: 'fill' }),
      ),
      h(
        'row',
        { h: 50, gap: 10 },
        h('box', { id: 'c', w: 'fill', h: 10 }),
        h('box', { id: 'd', w: 30, h: 10 }),
      ),
    ),
  );
  assert.deepEqual(places.row, [0, 0, 480, 100]);
  assert.deepEqual(
    [places.a, places.b],
    [
      [0, 40, 50, 20],
      [430, 0, 50, 100],
    ],
  );
  assert.deepEqual(
    [places.c, places.d],
    [
      [0, 120, 440, 10],
      [450, 120, 30, 10],
    ],
  );
});

test('a box lays children over each other: by its alignment, or where they say', () => {
  const places = placesOf(
    h(
      'box',
      { w: 200, h: 200, align: 'center', cross: 'center' },
      h('box', { id: 'ring', w: 100, h: 100 }),
      h('box', { id: 'dot', w: 10, h: 10 }),
      h('box', { id: 'at', x: 7, y: -3, w: 5, h: 5 }),
    ),
  );
  assert.deepEqual(places, { ring: [50, 50, 100, 100], dot: [95, 95, 10, 10], at: [7, -3, 5, 5] });
});

test('inside a parent of unknown width, fill and stretch come to the content', () => {
  const places = placesOf(
    h(
      'row',
      { align: 'start' },
      h(
        'column',
        { id: 'outer', pad: 10 },
        h('box', { id: 'inner', w: 'fill', h: 10 }, h('box', { w: 70, h: 5 })),
      ),
    ),
  );
  assert.deepEqual(places.inner?.[2], 70);
  assert.deepEqual(places.outer?.[2], 90);
});

test('a long room name ends in an ellipsis and stays one line', () => {
  const font = { size: 30, weight: 400, lineHeight: 38 } as const;
  const long = '一间名字特别特别特别特别特别特别长的房间';
  const places = placesOf(
    h(
      'row',
      {},
      h('label', { id: 'room', text: long, font, ellipsis: true, grow: 1 }),
      h('label', { id: 'days', text: '剩 9 天', font }),
    ),
  );
  assert.equal(places.room?.[3], 38);
  assert.equal(places.room![2] + places.days![2], 480);
  assert.deepEqual(stage.renderer.visibleTexts(), [long, '剩 9 天'], 'the words are whole');
});

test('a list is scrolled to the row that is asked, once', () => {
  const list = (scrollTo: string): UiNode =>
    h(
      'scroll',
      { h: 300, scrollTo },
      Array.from({ length: 40 }, (_, i) => h('label', { id: `row${i}`, text: `row ${i}`, h: 50 })),
    );
  assert.deepEqual(placesOf(list('row20')).row20, [0, 250, 480, 50]);
  stage.renderer.locate('row0');
  assert.equal(placesOf(list('row20')).row0?.[1], 0, 'the reader has scrolled since');
  assert.equal(placesOf(list('row39')).row39?.[1], 250);
});
