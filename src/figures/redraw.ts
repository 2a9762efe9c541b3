/**
 * When a figure is drawn again: new data, another width or pixel ratio, another theme. At most once per frame, only as many
 * figures in a frame as leave the page free to answer, and only those that the reader sees or is about to see.
 */
import {watchNearness} from "./nearness.js";
import {onThemeChange} from "./theme.js";

/** Draws a figure whose element is `width` CSS pixels wide. Reading a width from the page instead would cost a layout. */
export type Draw = (width: number) => void;

/** Weak references, so that a figure that left the page can be collected. */
const figures = new Set<WeakRef<HTMLElement>>();
const drawings = new WeakMap<HTMLElement, Drawing>();
let watching = false;

/**
 * Calls `draw` when `element` gets a width or another one, when the theme changes, and after each request: at once for
 * a width, so that the first paint has its final size, otherwise in a frame in which the figure is near the window.
 */
export function redrawing(element: HTMLElement, draw: Draw): () => void {
  const drawing = new Drawing(draw);
  drawings.set(element, drawing);
  figures.add(new WeakRef(element));
  watchAll();
  watchWidth(element, (width) => drawing.resize(width));
  watchNearness(element, (isNear) => drawing.comeNear(isNear));
  return () => drawing.request();
}

/** Resolves when every figure that has something new has drawn it, also where nobody sees it. */
export async function allDrawn(): Promise<void> {
  forEachDrawing((drawing) => drawing.catchUp());
  await nearDrawn();
}

/** Resolves when every figure near the window that has something new has drawn it. */
export async function nearDrawn(): Promise<void> {
  while (due.size > 0) await new Promise(requestAnimationFrame);
}

class Drawing {
  #width = 0;
  #isNear = true;
  #isStale = false;

  constructor(private readonly make: Draw) {}

  draw(): void {
    this.#isStale = false;
    if (this.#width > 0) this.make(this.#width);
  }

  request(): void {
    this.#isStale = true;
    if (this.#isNear) this.catchUp();
  }

  catchUp(): void {
    if (this.#isStale) drawSoon(this);
  }

  resize(width: number): void {
    this.#width = width;
    this.draw();
  }

  comeNear(isNear: boolean): void {
    this.#isNear = isNear;
    if (isNear) this.catchUp();
  }
}

const due = new Set<Drawing>();
/** Drawing stops for this frame once it has taken so long; the rest follows in the next. */
const frameMs = 6;

/** All figures share the frames: one that is slow delays the others by a frame, never the page. */
function drawSoon(drawing: Drawing): void {
  if (due.size === 0) requestAnimationFrame(drawDue);
  due.add(drawing);
}

function drawDue(): void {
  const start = performance.now();
  try {
    for (const drawing of due) {
      due.delete(drawing);
      drawing.draw();
      if (performance.now() - start > frameMs) break;
    }
  } finally {
    if (due.size > 0) requestAnimationFrame(drawDue);
  }
}

function watchAll(): void {
  if (watching) return;
  watching = true;
  onThemeChange(() => forEachDrawing((drawing) => drawing.request()));
  // What is printed is seen, all of it and at once, also what had no place until now.
  addEventListener("beforeprint", () =>
    forEachDrawing((drawing, element) => drawing.resize(element.clientWidth)),
  );
}

function forEachDrawing(work: (drawing: Drawing, element: HTMLElement) => void): void {
  for (const reference of figures) {
    const element = reference.deref();
    const drawing = element && drawings.get(element);
    if (drawing) work(drawing, element);
    else figures.delete(reference);
  }
}

/**
 * A child of no height is observed, for drawing may change the element's own height. In device pixels where the browser
 * can (a zoom changes these alone), in CSS pixels elsewhere.
 */
function watchWidth(element: HTMLElement, resize: (width: number) => void): void {
  const probe = document.createElement("div");
  probe.className = "fig-width";
  element.prepend(probe);
  const observer = new ResizeObserver((entries) =>
    resize(Math.round(entries.at(-1)!.contentRect.width)),
  );
  try {
    observer.observe(probe, {box: "device-pixel-content-box"});
  } catch {
    observer.observe(probe);
  }
}
