import type {Point} from "./point.js";

/** Actions of a mouse, a finger or a pen on a surface. Places are shares of the surface, from its top left corner. */
export interface StrokeHand {
  /** Pointed at, pressed or not; `undefined` when the pointer has left. */
  hover?(place: Point | undefined): void;
  /** A stroke begins, goes on, or ends. */
  press?(place: Point): void;
  drag?(place: Point): void;
  release?(): void;
}

/**
 * Listens to the pointer on `surface`. One pointer makes a stroke, and a second finger has no part in it; what a fast hand did
 * between two frames is told too, in its order.
 */
export function listenToStroke(surface: HTMLElement, hand: StrokeHand): void {
  let drawing: number | undefined;
  const end = () => {
    if (drawing !== undefined) hand.release?.();
    drawing = undefined;
  };
  const onPointer = (type: PointerEventType, obey: (event: PointerEvent) => void) =>
    surface.addEventListener(type, (event) => {
      if (event.isPrimary) obey(event);
    });
  onPointer("pointerdown", (event) => {
    if (event.button !== 0) return;
    end();
    drawing = event.pointerId;
    surface.setPointerCapture(event.pointerId);
    const place = placeOn(surface, event);
    hand.hover?.(place);
    hand.press?.(place);
  });
  onPointer("pointermove", (event) => {
    hand.hover?.(placeOn(surface, event));
    if (event.pointerId !== drawing) return;
    for (const part of partsOf(event)) hand.drag?.(placeOn(surface, part));
  });
  for (const type of ["pointerup", "pointercancel"] as const)
    onPointer(type, (event) => {
      if (event.pointerId === drawing) end();
    });
  onPointer("pointerleave", () => hand.hover?.(undefined));
}

type PointerEventType =
  | "pointerdown"
  | "pointermove"
  | "pointerup"
  | "pointercancel"
  | "pointerleave";

/** The moves that the browser put into one event, itself the last. Some browsers, and pages that are not secure, tell none. */
function partsOf(event: PointerEvent): readonly PointerEvent[] {
  const parts = event.getCoalescedEvents?.() ?? [];
  const {clientX, clientY} = event;
  const last = parts.at(-1);
  return last?.clientX === clientX && last.clientY === clientY ? parts : [...parts, event];
}

function placeOn(surface: HTMLElement, {clientX, clientY}: PointerEvent): Point {
  const {left, top, width, height} = surface.getBoundingClientRect();
  return {x: (clientX - left) / width, y: (clientY - top) / height};
}
