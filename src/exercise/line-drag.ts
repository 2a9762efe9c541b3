/** The hand that drags lines of a list: by their grips, with a mouse, a finger or a pen. */
export interface DragHand {
  /** The line at place `from` is over place `to`; it moves there at once. */
  move(from: number, to: number): void;
  /** The line has been let go of. */
  drop(): void;
}

/** Listens on `list`, whose children are the places. Only a press on a `.line-grip` begins a drag: a finger elsewhere scrolls. */
export function listenToDrag(list: HTMLElement, hand: DragHand): void {
  let pointer: number | undefined;
  let held: Element | undefined;
  let at = 0;
  list.addEventListener("pointerdown", (event) => {
    const grip = event.target instanceof Element ? event.target.closest(".line-grip") : null;
    const line = grip?.closest("li");
    if (!line || !event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    pointer = event.pointerId;
    at = [...list.children].indexOf(line);
    list.setPointerCapture(pointer); // the line itself leaves its place, and would lose the pointer
    held = line;
    held.classList.add("is-held");
  });
  list.addEventListener("pointermove", (event) => {
    if (event.pointerId !== pointer) return;
    const to = placeAt(list, at, event.clientY);
    if (to === at) return;
    hand.move(at, to);
    at = to;
  });
  for (const type of ["pointerup", "pointercancel"] as const)
    list.addEventListener(type, (event) => {
      if (event.pointerId !== pointer) return;
      pointer = undefined;
      held?.classList.remove("is-held");
      hand.drop();
    });
}

/** The place that a line from place `at` takes when it is held at height `y`: a neighbour gives way once its middle is passed. */
function placeAt(list: HTMLElement, at: number, y: number): number {
  const middles = [...list.children].map((child) => {
    const {top, height} = child.getBoundingClientRect();
    return top + height / 2;
  });
  let to = at;
  while (to > 0 && y < middles[to - 1]!) to--;
  while (to < middles.length - 1 && y > middles[to + 1]!) to++;
  return to;
}
