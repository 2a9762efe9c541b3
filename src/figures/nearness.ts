/** Which elements are in the window, or so near that they are about to be. */

type Listener = (isNear: boolean) => void;

const listeners = new WeakMap<Element, Listener>();
let observer: IntersectionObserver | undefined;

/** Tells `listener` once `element` is on the page, and then whenever it comes near the window or leaves it. */
export function watchNearness(element: Element, listener: Listener): void {
  listeners.set(element, listener);
  observer ??= new IntersectionObserver(tell, {rootMargin: "50% 0px"});
  observer.observe(element);
}

function tell(entries: readonly IntersectionObserverEntry[]): void {
  for (const {target, isIntersecting} of entries) listeners.get(target)?.(isIntersecting);
}
