import {element} from "../controls/element.js";
import {runsOf} from "../experiment/registry.js";
import {driverWords} from "../experiment/run/driver-words.js";
import {backendWords, type RunRecord} from "../experiment/run/run-record.js";
import {claimsList} from "./claims-list.js";
import type {CodeDeskOptions} from "./code-desk.js";
import {countingRuns, isOn} from "./counting-runs.js";
import {Desk} from "./desk.js";

/** The desk of an exercise whose answer is a run of an experiment on the same page. */
export async function runDesk(options: CodeDeskOptions): Promise<void> {
  const {section, place, files, grading, shelf, now, signal} = options;
  const {exercise, hints} = files;
  if (exercise.kind !== "experiment") throw new RangeError(`${exercise.slug} is about code`);
  const {slug, backend, experiment} = exercise;

  const onrun = () => {
    const runs = runsOf(experiment);
    const trouble = whyNotGraded(runs, backend);
    way.hidden = !trouble?.needsBackend;
    if (!runs || trouble) return desk.attempt.say(trouble?.why ?? "");
    const counted = countingRuns(runs, backend);
    claims.set(counted.claims);
    const seed = desk.record.attempts + 1;
    void desk.grade((stop) => grading.gradeRun(slug, counted.runs, {seed, signal: stop}));
  };
  const claims = claimsList((run) => void makeAgain(run));
  const makeAgain = async (run: RunRecord) => {
    claims.set([]);
    desk.attempt.say(`Run ${run.number} is being made again in the experiment.`);
    const isWhole = await runsOf(experiment)?.again(run);
    desk.attempt.say(againSaid(run, isWhole === true));
  };
  const desk = new Desk({
    section,
    exercise,
    hints,
    shelf,
    now,
    runText: "Grade this run",
    solution: () => grading.solutionOf(slug),
    onrun,
  });
  const way = element(
    "p",
    {class: "exercise-way", hidden: true},
    element("a", {href: addressOn(backend)}, "Open this page on WebAssembly"),
    ", and train there.",
  );
  signal.addEventListener("abort", () => desk.attempt.stop());
  await desk.load();
  const [outcome, ...rest] = desk.results;
  place.replaceChildren(desk.notice, desk.buttons.bar, outcome!, way, claims.list, ...rest);
}

interface Trouble {
  readonly why: string;
  /** Whether another back end would help. */
  readonly needsBackend: boolean;
}

/** Why these runs cannot be graded, and what to do; `undefined` when they can. */
export function whyNotGraded(
  runs:
    | {readonly now: Pick<RunRecord, "step" | "backend" | "earlierBackends" | "driver">}
    | undefined,
  backend: string,
): Trouble | undefined {
  const trouble = (why: string, needsBackend = false) => ({why, needsBackend});
  if (!runs) return trouble("The experiment is not on this page. Reload the page and train again.");
  const {now} = runs;
  if (now.step === 0)
    return trouble("There is no run of yours yet. Press Train in the experiment.");
  if (now.driver)
    return trouble(
      `This run was trained with ${driverWords(now.driver)}. Graded is a run of the model's own parts: press “Back to the built-in one” in the experiment, and train again.`,
    );
  if (!isOn(backend, now))
    return trouble(
      `This run was computed on ${backendWords(now)}. Only WebAssembly computes the same numbers on every machine, so only a run on it is graded.`,
      true,
    );
  return undefined;
}

function againSaid({number}: RunRecord, isWhole: boolean): string {
  return isWhole
    ? `Run ${number} has been made again, so it counts. Press “Grade this run”.`
    : `Run ${number} was not made again to its end, so it does not count yet. Press “Grade this run” to see what counts.`;
}

/** This page's address with another back end; the settings of its experiments stay. */
function addressOn(backend: string): string {
  const url = new URL(location.href);
  url.searchParams.set("backend", backend);
  return url.href;
}
