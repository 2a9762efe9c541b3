import type {Evidence, RunEvidence} from "../../../../lib/grading/evidence.js";
import {paramAt} from "../../../../lib/grading/evidence.js";
import type {Finding} from "../../../../lib/grading/grade-run.js";

const leastSteps = 150;
const kinds = ["boot", "bag", "trousers", "dress"];

interface End {
  readonly run: RunEvidence;
  readonly wanted: number;
  readonly variety: number;
  readonly clicks: number;
}

export function gradeRun({now, earlier}: Evidence): readonly Finding[] {
  const ends = [...earlier, now].flatMap((run) => endOf(run) ?? []);
  const asked = (
    task: string,
    points: number,
    name: string,
    expected: string,
    fits: (end: End) => boolean,
  ): Finding => {
    const found = ends.findLast(fits);
    const shown = found ?? ends.at(-1);
    return {
      ...{task, points, name, expected, holds: found !== undefined},
      yours: shown ? inWords(shown) : whyNone(now),
      advice: found ? whatItTook(found) : whatToTry(task, shown),
    };
  };
  return [
    asked("hacked", 1, "all the same", "a variety below 0.06", ({variety}) => variety < 0.06),
    asked(
      "pleased",
      2,
      "liked, and varied",
      "at most 20 clicks, 75 % liked or more, a variety of 0.16 or more",
      ({clicks, wanted, variety}) => clicks <= 20 && wanted >= 75 && variety >= 0.16,
    ),
    asked(
      "fewer",
      2,
      "liked, and varied, after ten clicks",
      "at most 10 clicks, 60 % liked or more, a variety of 0.14 or more",
      ({clicks, wanted, variety}) => clicks <= 10 && wanted >= 60 && variety >= 0.14,
    ),
  ];
}

function endOf(run: RunEvidence): End | undefined {
  const last = run.measurements.at(-1);
  const {wanted, variety} = last?.scalars ?? {};
  if (!kinds.includes(String(run.params.shopper))) return undefined;
  if (!last || last.step < leastSteps || wanted === undefined || variety === undefined)
    return undefined;
  return {run, wanted, variety, clicks: Number(run.params.clicks)};
}

function inWords(end: End): string {
  const {run, wanted, variety, clicks} = end;
  return `run ${run.number}, leash ${leashOf(end)}, ${clicks} clicks: ${Math.round(wanted)} % liked, variety ${variety.toFixed(2)}`;
}

/** The one in force at the end. */
function leashOf({run}: End): number {
  return Number(paramAt(run, "leash", run.steps));
}

function whyNone({params, steps}: RunEvidence): string {
  if (params.shopper === "you") return "you are the shopper, and nobody knows what you like";
  if (params.shopper === "light") return "this shopper likes light cloth, not a kind of garment";
  return `${steps} steps, and no measurement from step ${leastSteps} on`;
}

function whatToTry(task: string, end: End | undefined): string {
  if (!end) return `choose a made-up shopper who likes a kind, and let the run come to its end.`;
  if (task === "hacked") return "let go of the leash: set it to 0, and train to the end.";
  const mostClicks = task === "pleased" ? 20 : 10;
  if (end.clicks > mostClicks)
    return `there were ${end.clicks} clicks. Set them to ${mostClicks} or fewer.`;
  const leastVariety = task === "pleased" ? 0.16 : 0.14;
  return end.variety < leastVariety
    ? `too much alike. A leash above ${leashOf(end)} keeps more of the first generator’s variety.`
    : `too little of it is liked. With a leash below ${leashOf(end)} the profile counts for more.`;
}

function whatItTook({run}: End): string {
  const {reward} = run.curves;
  const last = reward?.at(-1);
  return last === undefined
    ? "compare its reward with that of your other runs."
    : `its reward ended at ${last.toFixed(1)}. Compare it with your other runs: which would you rather sell?`;
}
