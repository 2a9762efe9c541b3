/**
 * Decides when a picture of the run is due: at most one that the page has not drawn yet, at most eight a second, and at
 * most an eighth of the time spent on them. Times in ms, passed in.
 */
export class PictureRhythm {
  #wanted = false;
  #unshown = false;
  #last = Number.NEGATIVE_INFINITY;
  #cost = 0;

  /** Something changed that a picture would show. */
  want(): void {
    this.#wanted = true;
  }

  /** The page has drawn the last one. */
  shown(): void {
    this.#unshown = false;
  }

  /** Whether to make one now. Only a running training is held to the rhythm; a paused one answers at once. */
  due(now: number, running: boolean): boolean {
    if (!this.#wanted || this.#unshown) return false;
    return !running || now - this.#last >= Math.max(125, 8 * this.#cost);
  }

  /** One was made from `start` to `end` and sent. */
  sent(start: number, end: number): void {
    this.#wanted = false;
    this.#unshown = true;
    this.#last = end;
    this.#cost = end - start;
  }
}
