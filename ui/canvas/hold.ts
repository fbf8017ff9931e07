/**
 * Acts that must be held: while a node is held its ring fills; let go, it rewinds; full, the act
 * is done once.
 */
import * as lvgl from 'lvgl-bindings';
import { type Mounted, type Stage, walk } from './mounted.ts';
import { PROGRESS_MAX } from './patch.ts';

const REWIND_MS = 150;
/** The ring moves this often; finer steps nobody sees. */
const STEP_MS = 16;

export type HoldReport = (id: string, progress: number) => void;

type Running = {
  readonly target: lvgl.ObjectHandle;
  readonly id: string;
  readonly fillMs: number;
  sinceMs: number;
  /** What was filled when it was let go. */
  from: number;
  phase: 'filling' | 'full' | 'rewinding';
};

export class Holds {
  #running: Running | undefined;
  readonly #stage: Stage;
  readonly #report: HoldReport;

  constructor(stage: Stage, report: HoldReport) {
    this.#stage = stage;
    this.#report = report;
  }

  start(mounted: Mounted, nowMs: number): void {
    const { id, onHold } = mounted.node.props;
    if (!onHold) return;
    this.#show(0);
    this.#running = {
      target: mounted.handle,
      id: id ?? '',
      fillMs: Math.max(1, onHold.ms),
      sinceMs: nowMs,
      from: 0,
      phase: 'filling',
    };
  }

  letGo(nowMs: number): void {
    const running = this.#running;
    if (!running || running.phase === 'rewinding') return;
    running.from = this.#progress(nowMs);
    running.sinceMs = nowMs;
    running.phase = 'rewinding';
  }

  /** What is held now. */
  get held(): lvgl.ObjectHandle | undefined {
    return this.#running?.phase === 'rewinding' ? undefined : this.#running?.target;
  }

  /** True when this node has acted: the release that ends it is no click. */
  wasFull(target: lvgl.ObjectHandle): boolean {
    const running = this.#running;
    return running?.target === target && (running.phase === 'full' || running.from === 1);
  }

  /** Moves the ring. Gives the node whose ring has just become full. */
  step(nowMs: number): Mounted | undefined {
    const running = this.#running;
    if (!running) return undefined;
    const mounted = this.#stage.byHandle.get(running.target);
    if (!mounted || mounted.resolved.disabled) {
      this.#show(0);
      this.#running = undefined;
      return undefined;
    }
    if (running.phase === 'full') return undefined;
    const progress = this.#progress(nowMs);
    this.#show(progress);
    if (running.phase === 'rewinding' && progress === 0) this.#running = undefined;
    if (running.phase === 'rewinding' || progress < 1) return undefined;
    running.phase = 'full';
    return mounted;
  }

  /** Milliseconds until the next step; -1 when nothing moves. */
  waitMs(): number {
    return this.#running && this.#running.phase !== 'full' ? STEP_MS : -1;
  }

  #progress(nowMs: number): number {
    const running = this.#running;
    if (!running) return 0;
    const passedMs = Math.max(0, nowMs - running.sinceMs);
    if (running.phase === 'full') return 1;
    if (running.phase === 'filling') return Math.min(1, passedMs / running.fillMs);
    return Math.max(0, running.from * (1 - passedMs / REWIND_MS));
  }

  #show(progress: number): void {
    const id = this.#running?.id;
    if (id === undefined) return;
    for (const { node, handle } of walk(this.#stage.root)) {
      if (node.props.progressOf !== id) continue;
      lvgl.setValue(handle, Math.round(progress * PROGRESS_MAX), 0, PROGRESS_MAX);
    }
    this.#report(id, progress);
  }
}
