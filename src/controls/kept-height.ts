/** Keeps `element` as tall as it was at its tallest, so that a shorter text moves nothing below it. Another width begins anew. */
export function keepHeight<T extends HTMLElement>(element: T): T {
  let width = 0;
  let height = 0;
  const observer = new ResizeObserver(([entry]) => {
    const size = entry!.contentRect;
    if (size.width === width) height = Math.max(height, size.height);
    // In the next frame: what an observer changes at once it is told of again at once.
    requestAnimationFrame(size.width === width ? hold : beginAnew);
    width = size.width;
  });
  const hold = () => {
    element.style.minHeight = `${height}px`;
  };
  const beginAnew = () => {
    height = 0;
    element.style.minHeight = "";
    observer.unobserve(element);
    observer.observe(element);
  };
  observer.observe(element);
  return element;
}

/** The same for every caption and note in `root`, and for itself if it is one. */
export function keepHeights(root: HTMLElement): void {
  const selector = "p, figcaption";
  if (root.matches(selector)) keepHeight(root);
  for (const words of root.querySelectorAll<HTMLElement>(selector)) keepHeight(words);
}
