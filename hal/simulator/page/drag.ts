import { byId } from './dom.ts';

type Deeds = {
  readonly picture: () => HTMLElement;
  readonly insert: () => void;
  /** Inches a second. */
  readonly swipe: (speed: number, reversed: boolean) => void;
};

/** The groove of a terminal is about as long as a card. */
const grooveInches = 4.5;

/** A card that can be dragged to the slot, or along the groove at the speed of the hand. */
export function dragCard(element: HTMLElement, deeds: Deeds): void {
  element.addEventListener('pointerdown', (down) => {
    if (down.button !== 0) return;
    let ghost: HTMLElement | undefined;
    let entered: { readonly at: number; readonly y: number } | undefined;
    const move = (event: PointerEvent) => {
      if (ghost === undefined) {
        if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < 6) return;
        ghost = deeds.picture();
        ghost.classList.add('ghost');
        document.body.append(ghost);
        document.body.classList.add('dragging');
      }
      ghost.style.left = `${event.clientX}px`;
      ghost.style.top = `${event.clientY}px`;
      entered = follow(event, entered, deeds);
    };
    const up = (event: PointerEvent) => {
      document.removeEventListener('pointermove', move);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('pointercancel', up);
      document.body.classList.remove('dragging');
      ghost?.remove();
      if (ghost !== undefined && inside('slot', event)) deeds.insert();
    };
    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', up);
    document.addEventListener('pointercancel', up);
    down.preventDefault();
  });
}

/** In the groove the hand's way is measured; leaving it at the other end is a swipe. */
function follow(
  event: PointerEvent,
  entered: { readonly at: number; readonly y: number } | undefined,
  deeds: Deeds,
) {
  if (inside('groove', event)) return entered ?? { at: event.timeStamp, y: event.clientY };
  if (entered === undefined) return undefined;
  const height = byId('groove').getBoundingClientRect().height;
  const way = event.clientY - entered.y;
  if (Math.abs(way) > height * 0.6) {
    const seconds = Math.max(0.02, (event.timeStamp - entered.at) / 1000);
    const inches = (Math.abs(way) / height) * grooveInches;
    deeds.swipe(Math.round(Math.max(3, Math.min(60, inches / seconds)) * 10) / 10, way < 0);
  }
  return undefined;
}

function inside(id: string, event: PointerEvent): boolean {
  const box = byId(id).getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}
