/** Brings a reader back to where they were, after a reload and with Back and Forward; and to where a link led them. */
import {keepPlace, keptPlace} from "./kept-places.js";
import {placeOfAnchor, placeOn, type ReadingPlace, unfold, wayTo} from "./reading-place.js";

/** What shows that the reader has taken over. */
const hands = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

/** Figures that come later than this, in ms, no longer find the page held. */
const longestHold = 15_000;

/** The browser itself scrolls to an address's anchor until the page has loaded. */
const msAfterLoad = 500;
const msBetween = 100;

/** So long after the last scrolling the page is at rest. */
const restMs = 150;

/** Keeps the place of the page whose text is `main`, and returns to the one that was kept. */
export function returnToPlace(main: HTMLElement): void {
  history.scrollRestoration = "manual";
  let hold: Hold | undefined;
  const go = (place: ReadingPlace | undefined) => {
    hold?.end();
    hold = place && holdAt(main, place);
  };
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  go(entry?.type === "navigate" ? placeOfAnchor(main, location.hash.slice(1)) : keptPlace());
  // After what an experiment does when its address comes: it shows itself.
  addEventListener("popstate", () => setTimeout(() => go(keptPlace())));
  // A page that is left before all has come is left at the place that it was to return to.
  keepWhileReading(() => keepPlace(hold?.isOn() ? hold.place : placeOn(main)));
}

/** Calls `keep` when the page has come to rest, before a link is followed, and when the page goes. */
function keepWhileReading(keep: () => void): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const rest = () => {
    clearTimeout(resting);
    resting = setTimeout(keep, restMs);
  };
  const follow = ({target}: Event) => {
    if (target instanceof Element && target.closest("a")) keep();
  };
  addEventListener("scroll", rest, {passive: true});
  addEventListener("click", follow, {capture: true});
  addEventListener("pagehide", keep);
}

interface Hold {
  readonly place: ReadingPlace;
  isOn(): boolean;
  end(): void;
}

/** Holds the page at `place` while figures come, until the reader takes over. */
function holdAt(main: HTMLElement, place: ReadingPlace): Hold {
  const held = new AbortController();
  const {signal} = held;
  let folded = place.unfolded;
  const set = () => {
    if (folded.length > 0) folded = unfold(main, folded);
    const way = wayTo(main, place) ?? 0;
    if (Math.abs(way) >= 1) scrollBy({top: way, behavior: "instant"});
  };
  const sizes = new ResizeObserver(set);
  sizes.observe(main);
  const beforeLoad = setInterval(set, msBetween);
  const onceLoaded = () => setTimeout(() => clearInterval(beforeLoad), msAfterLoad);
  if (document.readyState === "complete") onceLoaded();
  else addEventListener("load", onceLoaded, {signal});
  signal.addEventListener("abort", () => {
    sizes.disconnect();
    clearInterval(beforeLoad);
  });
  const end = () => held.abort();
  for (const name of hands) addEventListener(name, end, {signal, passive: true, capture: true});
  setTimeout(end, longestHold);
  set();
  return {place, isOn: () => !signal.aborted, end};
}
