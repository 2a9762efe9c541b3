/** When an experiment's section is seen, hidden and gone. */
import type {Trainer} from "./run/trainer.js";

/** Aborts when `section`, once on the page, has left it: a cell that runs again puts another one in its place. */
export function pageLife(section: HTMLElement): AbortSignal {
  const life = new AbortController();
  let wasConnected = false;
  // A size is also observed to change when its element comes into the document or leaves it.
  const observer = new ResizeObserver(() => {
    if (wasConnected && !section.isConnected) {
      observer.disconnect();
      life.abort();
    }
    wasConnected ||= section.isConnected;
  });
  observer.observe(section);
  return life.signal;
}

/** A training in a hidden tab waits until the tab is seen again, also one that begins there. */
export function pauseWhileHidden(trainer: Trainer, signal: AbortSignal): void {
  let waiting = false;
  const check = () => {
    if (document.hidden && trainer.isTraining && trainer.status === "running") {
      waiting = true;
      void trainer.pause();
    } else if (!document.hidden && waiting && trainer.status !== "running") {
      waiting = false;
      if (trainer.status === "paused") void trainer.train();
    }
  };
  document.addEventListener("visibilitychange", check, {signal});
  trainer.subscribe((changed) => changed === "status" && check());
}

/** Calls `work` once, when `section` comes near the window; and while nobody has touched the page, when it is in the window. */
export function whenNear(section: HTMLElement, work: () => Promise<void>): void {
  let isCalled = false;
  const watch = (rootMargin: string) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (isCalled || !entries.some(({isIntersecting}) => isIntersecting)) return;
        isCalled = true;
        observer.disconnect();
        void work();
      },
      {rootMargin},
    );
    observer.observe(section);
    return observer;
  };
  const inWindow = watch("0px");
  void touched().then(() => {
    inWindow.disconnect();
    if (!isCalled) watch("600px");
  });
}

/** Tells whenever `section` has come near the window, and whenever it is far again, from the reader's first touch of the page on. */
export function watchNear(section: HTMLElement, tell: (isNear: boolean) => void): void {
  void touched().then(() => {
    const options = {rootMargin: "1000px"};
    new IntersectionObserver((entries) => tell(entries.at(-1)!.isIntersecting), options).observe(
      section,
    );
  });
}

let touch: Promise<void> | undefined;

/** Resolves when the reader first does something on the page: what they may never come to is not fetched before. */
export function touched(): Promise<void> {
  touch ??= new Promise((resolve) => {
    const signs = ["scroll", "pointerdown", "keydown"];
    for (const sign of signs)
      addEventListener(sign, () => resolve(), {once: true, passive: true, capture: true});
    if (scrollY > 0) resolve();
  });
  return touch;
}
