/** An element as far as a hand needs one: 200 wide and 100 high, its corner at (10, 20). In it events can be made. */
export class SurfaceDouble extends EventTarget {
  readonly captured: number[] = [];
  readonly element = this as unknown as HTMLElement;

  getBoundingClientRect() {
    return {left: 10, top: 20, width: 200, height: 100};
  }

  setPointerCapture(pointer: number): void {
    this.captured.push(pointer);
  }

  /** A pointer's event at shares (x, y) of the surface. */
  point(type: string, x: number, y: number, more: PointerLike = {}): void {
    this.dispatchEvent(pointerEvent(type, x, y, more));
  }

  /** Presses a key; returns whether its own effect on the page was prevented. */
  key(key: string, shiftKey = false): boolean {
    const event = new Event("keydown", {cancelable: true});
    return !this.dispatchEvent(Object.assign(event, {key, shiftKey}));
  }

  leave(): void {
    this.dispatchEvent(new Event("blur"));
  }
}

interface PointerLike {
  readonly pointerId?: number;
  readonly isPrimary?: boolean;
  readonly button?: number;
  /** Shares of the surface; `null` where the browser cannot tell any. */
  readonly coalesced?: readonly (readonly [x: number, y: number])[] | null;
}

function pointerEvent(type: string, x: number, y: number, more: PointerLike): Event {
  const {pointerId = 1, isPrimary = true, button = 0, coalesced = []} = more;
  const place = (px: number, py: number) => ({clientX: 10 + 200 * px, clientY: 20 + 100 * py});
  const parts = coalesced?.map(([px, py]) => place(px, py));
  const told = parts ? {getCoalescedEvents: () => parts} : {};
  return Object.assign(new Event(type), {pointerId, isPrimary, button, ...place(x, y), ...told});
}
