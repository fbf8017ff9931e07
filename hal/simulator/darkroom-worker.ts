import { parentPort } from 'node:worker_threads';
import type { DarkroomOrder, DarkroomPicture } from './darkroom.ts';
import { printOnPaper } from './paper.ts';

/** The thread that draws slips: see Darkroom. */
parentPort?.on('message', ({ id, escPos, columns }: DarkroomOrder) => {
  parentPort?.postMessage(draw(id, () => printOnPaper(escPos, columns).png()));
});

function draw(id: number, work: () => Uint8Array): DarkroomPicture {
  try {
    return { id, png: work() };
  } catch (error) {
    return { id, error: String(error) };
  }
}
