/** Runs in the page: draws on the classifier's pad, and gives the ms of each drawing until its bars have changed, in their order. */
export async function drawAndWait(count: number): Promise<number[]> {
  const pad = document.querySelector("[data-experiment] .fig-pad") as HTMLElement & {
    update(data: unknown): void;
  };
  const table = document.querySelector("[data-experiment] .fig-probabilities table")!;
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const answered = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(table, {subtree: true, childList: true, attributes: true});
    });
    const start = performance.now();
    const line = [
      {x: 5 + (i % 12), y: 4},
      {x: 20, y: 22 - (i % 7)},
    ];
    pad.update({strokes: [line]});
    await answered;
    times.push(performance.now() - start);
  }
  return times;
}
