/** Which elements are in the window, or so near that they are about to be. What has no place, as on a closed tab, is not. */

type Listener = (isNear: boolean) => void;

interface Watched {
  isNear: boolean;
  readonly listeners: Listener[];
}

const watched = new WeakMap<Element, Watched>();
let observer: IntersectionObserver | undefined;

/** Tells `listener` once `element` is on the page, and then whenever it comes near the window or leaves it. */
export function watchNearness(element: Element, listener: Listener): void {
  const known = watched.get(element);
  if (known) {
    known.listeners.push(listener);
    listener(known.isNear);
    return;
  }
  watched.set(element, {isNear: false, listeners: [listener]});
  observer ??= new IntersectionObserver(tell, {rootMargin: "50% 0px"});
  observer.observe(element);
}

function tell(entries: readonly IntersectionObserverEntry[]): void {
  for (const {target, isIntersecting} of entries) {
    const each = watched.get(target);
    if (!each) continue;
    each.isNear = isIntersecting;
    for (const listener of each.listeners) listener(isIntersecting);
  }
}

/** `work` for what one of `elements` shows: where none is near the window it waits, and is done once when the first comes there. */
export function whileNear(elements: readonly Element[], work: () => void): () => void {
  const near = new Set<Element>();
  let isDue = false;
  const settle = () => {
    if (!isDue || near.size === 0) return;
    isDue = false;
    work();
  };
  for (const each of elements)
    watchNearness(each, (isNear) => {
      if (isNear) near.add(each);
      else near.delete(each);
      settle();
    });
  return () => {
    isDue = true;
    settle();
  };
}
