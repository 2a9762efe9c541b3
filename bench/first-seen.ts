/** Runs in the page, before anything else: notes when the first picture has moved, and by how much what was there has been pushed about. */

export interface FirstSeen {
  /** Since navigation; 0 before. */
  movedMs: number;
  /** Sum of layout shifts, as Chromium scores them. */
  shift: number;
}

interface Shift extends PerformanceEntry {
  readonly value: number;
}

export function watchFirst(): void {
  const seen: FirstSeen = {movedMs: 0, shift: 0};
  Object.assign(globalThis, {firstSeen: seen});
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as Shift).value;
  }).observe({type: "layout-shift", buffered: true});
  const look = () => {
    const where = document.querySelector(".fig-first-where")?.textContent ?? "0";
    if (/^[1-9]/.test(where)) seen.movedMs = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}
