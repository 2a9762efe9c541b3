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

/** Calls `work` once, when `section` comes near the window. */
export function whenNear(section: HTMLElement, work: () => Promise<void>): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({isIntersecting}) => isIntersecting)) return;
      observer.disconnect();
      void work();
    },
    {rootMargin: "600px"},
  );
  observer.observe(section);
}
