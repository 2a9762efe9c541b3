/** When a figure is drawn again: new data, another width or pixel ratio, another theme. At most once per frame, and only
 * as many figures in a frame as leave the page free to answer. */

const themed = new Set<WeakRef<HTMLElement>>();
const redraws = new WeakMap<HTMLElement, () => void>();
let watching = false;

/**
 * Calls `draw` when `element` gets a width or another one, when the theme changes, and after each request: at once for
 * a width, so that the first paint has its final size, otherwise once per frame.
 */
export function redrawing(element: HTMLElement, draw: () => void): () => void {
  const drawIfShown = () => {
    if (element.clientWidth > 0) draw();
  };
  const request = oncePerFrame(drawIfShown);
  redraws.set(element, request);
  themed.add(new WeakRef(element));
  watchTheme();
  watchWidth(element, drawIfShown);
  return request;
}

const due = new Set<() => void>();
/** Drawing stops for this frame once it has taken so long; the rest follows in the next. */
const frameMs = 6;

/** All figures share the frames: one that is slow delays the others by a frame, never the page. */
function oncePerFrame(draw: () => void): () => void {
  return () => {
    if (due.size === 0) requestAnimationFrame(drawDue);
    due.add(draw);
  };
}

function drawDue(): void {
  const start = performance.now();
  try {
    for (const draw of due) {
      due.delete(draw);
      draw();
      if (performance.now() - start > frameMs) break;
    }
  } finally {
    if (due.size > 0) requestAnimationFrame(drawDue);
  }
}

/** Resolves when every figure that has something new has drawn it. */
export async function allDrawn(): Promise<void> {
  while (due.size > 0) await new Promise(requestAnimationFrame);
}

/** Weak references, so that a figure that left the page can be collected. */
function watchTheme(): void {
  if (watching) return;
  watching = true;
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    for (const reference of themed) {
      const element = reference.deref();
      if (element) redraws.get(element)?.();
      else themed.delete(reference);
    }
  });
}

/**
 * A child of no height is observed, for drawing may change the element's own height. In device pixels where the browser
 * can (a zoom changes these alone), in CSS pixels elsewhere.
 */
function watchWidth(element: HTMLElement, draw: () => void): void {
  const probe = document.createElement("div");
  probe.className = "fig-width";
  element.prepend(probe);
  const observer = new ResizeObserver(draw);
  try {
    observer.observe(probe, {box: "device-pixel-content-box"});
  } catch {
    observer.observe(probe);
  }
}
