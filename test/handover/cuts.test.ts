import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Chance } from '../seeds/chance.ts';
import { settle } from './course.ts';
import { PowerCut, type Site, World } from './world.ts';

/** What becomes of each message: it arrives, it is lost, or it arrives twice. */
const fates = ['arrives', 'lost', 'twice'] as const;
type Fate = (typeof fates)[number];

type Story = 'taken' | 'refused' | 'takenBack' | 'takenAndAskedBack';
const stories: readonly Story[] = ['taken', 'refused', 'takenBack', 'takenAndAskedBack'];

class Run {
  readonly world = new World(new Chance(7));
  readonly giver: Site;
  readonly receiver: Site;
  holdId = '';
  boundaries = 0;
  readonly #cutAt: number;
  readonly #fates: readonly Fate[];

  constructor(cutAt: number, fateOf: readonly Fate[]) {
    this.giver = this.world.site('00000001');
    this.receiver = this.world.site('00000002');
    this.#cutAt = cutAt;
    this.#fates = fateOf;
  }

  play(story: Story): void {
    const { world, giver, receiver } = this;
    this.holdId = world.hold(giver);
    world.boundary = (site) => {
      if (this.boundaries++ === this.#cutAt) throw new PowerCut(site.name);
    };
    this.#guarded(giver, () => world.giveAway(giver, this.holdId, receiver.name));
    if (story !== 'takenBack') this.#carry(0, receiver, story === 'refused' ? 'refuse' : 'take');
    if (story === 'taken' || story === 'refused') this.#carry(1, giver, 'wait');
    if (story === 'takenBack' || story === 'takenAndAskedBack') {
      this.#guarded(giver, () => {
        for (const given of world.givings(giver)) world.askBack(giver, given);
      });
      this.#carry(0, receiver, 'wait');
      this.#carry(1, giver, 'wait');
    }
    for (const site of world.sites)
      this.#guarded(site, () => world.end(site, this.holdId, 'completion'));
  }

  /** The last message that was sent there meets its fate. */
  #carry(which: number, to: Site, says: 'take' | 'refuse' | 'wait'): void {
    const message = this.world.air.findLast((air) => air.to === to.name);
    const fate = this.#fates[which];
    if (message === undefined || fate === 'lost') return;
    for (let i = 0; i < (fate === 'twice' ? 2 : 1); i++)
      this.#guarded(to, () => this.world.arrive(to, message.bytes, says));
  }

  #guarded(site: Site, act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
      this.world.start(site);
    }
    this.world.judge();
  }
}

describe('a hand-over in which the power goes at every single step', () => {
  for (const story of stories)
    it(`leaves the hold at one terminal, whatever was lost or came twice (${story})`, () => {
      let runs = 0;
      for (const first of fates)
        for (const second of fates) {
          const whole = new Run(-1, [first, second]);
          whole.play(story);
          for (let cut = 0; cut <= whole.boundaries; cut++) {
            const run = new Run(cut, [first, second]);
            run.play(story);
            run.world.boundary = () => undefined;
            settle(run.world);
            const where = `${story}, ${first}, ${second}, cut ${cut}`;
            assert.deepEqual(run.world.problems, [], where);
            assert.deepEqual(run.world.lost(), [], where);
            runs++;
          }
        }
      assert.ok(runs > 40, `${runs} runs`);
    });

  it('without a cut is charged where it was taken, and the giver may not', () => {
    const run = new Run(-1, ['arrives', 'arrives']);
    run.play('taken');
    assert.equal(run.giver.book.hold(run.holdId)?.state, 'movedAway');
    assert.equal(run.receiver.book.hold(run.holdId)?.state, 'completed');
  });

  it('that was refused is charged where it was', () => {
    const run = new Run(-1, ['arrives', 'arrives']);
    run.play('refused');
    assert.equal(run.giver.book.hold(run.holdId)?.state, 'completed');
    assert.equal(run.receiver.book.hold(run.holdId), undefined);
  });
});
