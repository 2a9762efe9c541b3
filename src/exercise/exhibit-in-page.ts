import type {TestRun} from "../lib/grading/verdict.js";
import type {FromGrader, ToGrader} from "./grader-messages.js";

/** The run of a bug hunt's starter, made by the grader: the course's own code needs no sandbox. */
export function exhibitInPage(
  slug: string,
  startGrader: () => Worker,
  signal: AbortSignal,
): Promise<TestRun> {
  const grader = startGrader();
  const made = new Promise<TestRun>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
    grader.onerror = ({message}) => reject(new Error(message));
    grader.onmessage = ({data}: MessageEvent<FromGrader>) => {
      if (data.kind === "exhibit") resolve(data.run);
      else if (data.kind === "broken") reject(new Error(data.problem));
    };
  });
  grader.postMessage({kind: "show", slug} satisfies ToGrader);
  return made.finally(() => grader.terminate());
}
