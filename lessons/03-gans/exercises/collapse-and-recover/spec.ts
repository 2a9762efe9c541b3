import {
  type Evidence,
  type MeasuredStep,
  paramAt,
  type RunEvidence,
} from "../../../../lib/grading/evidence.js";
import type {Finding} from "../../../../lib/grading/grade-run.js";

const mostWhenCollapsed = 3;
const leastWhenRecovered = 9;
/** The share of pictures that the classifier must be sure of, or it is noise that is counted. */
const leastSure = 0.5;

/** A measurement with the run it was made in. */
interface Moment {
  readonly run: RunEvidence;
  /** 0 for the oldest run. */
  readonly runIndex: number;
  readonly measured: MeasuredStep;
}

export function gradeRun({now, earlier}: Evidence): readonly Finding[] {
  const runs = [...earlier, now];
  const moments = runs.flatMap((run, runIndex) =>
    run.measurements.map((measured) => ({run, runIndex, measured})),
  );
  const collapse = firstCollapse(moments);
  return [collapseFinding(moments, collapse), recoveryFinding(moments, collapse)];
}

const digits = ({measured}: Moment) => measured.scalars.coverage ?? 0;

function sureShare({measured}: Moment): number {
  const sure = Array.from(measured.arrays.coverage ?? []).reduce((sum, count) => sum + count, 0);
  return sure / (measured.scalars.samples ?? Number.POSITIVE_INFINITY);
}

function isCollapsed(moment: Moment): boolean {
  return digits(moment) <= mostWhenCollapsed && sureShare(moment) >= leastSure;
}

/** The second of two measurements in a row that find a collapse. */
function firstCollapse(moments: readonly Moment[]): Moment | undefined {
  return moments.find((moment, i) => {
    const before = moments[i - 1];
    return before?.runIndex === moment.runIndex && isCollapsed(before) && isCollapsed(moment);
  });
}

function collapseFinding(moments: readonly Moment[], collapse: Moment | undefined): Finding {
  const asked = {task: "collapse", name: "the generator draws at most 3 digits", points: 2};
  if (collapse)
    return {...asked, holds: true, yours: `${inWords(collapse)}. ${whatHappened(collapse)}`};
  const closest = leastDigits(moments);
  return {
    ...asked,
    holds: false,
    expected: `at most ${mostWhenCollapsed} digits, twice in a row, with the classifier sure of half the pictures`,
    yours: closest ? inWords(closest) : "no measurement: the run is shorter than 100 steps",
    advice: collapseAdvice(closest),
  };
}

/** Among pictures that are recognised, if there are any. */
function leastDigits(moments: readonly Moment[]): Moment | undefined {
  const drawn = moments.filter((moment) => sureShare(moment) >= leastSure);
  const candidates = drawn.length > 0 ? drawn : moments;
  return candidates.reduce<Moment | undefined>(
    (least, moment) => (least && digits(least) <= digits(moment) ? least : moment),
    undefined,
  );
}

function collapseAdvice(closest: Moment | undefined): string {
  if (!closest) return "train on: classes are counted every 100 steps.";
  if (sureShare(closest) < leastSure)
    return "too few pictures look like digits at all: this is noise, not yet a collapse. Train on.";
  if (isCollapsed(closest)) return "this is it. Train 100 steps more, to show that it stays so.";
  return "make each network's steps longer, or one network much stronger than the other.";
}

/** What the judge's opinions say of the time before the moment. */
function whatHappened({run, measured}: Moment): string {
  const [real, fake] = [run.curves.realScore, run.curves.fakeScore];
  const rate = `a learning rate of ${paramAt(run, "learningRate", measured.step)}`;
  if (!real || !fake) return `This is what ${rate} did.`;
  const won = firstLead(real, fake, measured.step);
  if (won !== undefined)
    return `Your discriminator won by step ${won}, with ${rate}: it tells nearly all pictures apart, and has no slope left to teach with.`;
  return `Neither network won for long, with ${rate}: the generator runs from one picture to the next, and the discriminator after it.`;
}

const leadSteps = 20;

/** The end of the first 20 steps in which the judge gave real pictures 0.9 more than generated ones, on average. */
function firstLead(real: Float32Array, fake: Float32Array, until: number): number | undefined {
  for (let end = leadSteps; end <= until; end++) {
    let lead = 0;
    for (let i = end - leadSteps; i < end; i++) lead += (real[i]! - fake[i]!) / leadSteps;
    if (lead > 0.9) return end;
  }
  return undefined;
}

function recoveryFinding(moments: readonly Moment[], collapse: Moment | undefined): Finding {
  const asked = {task: "recover", name: "it draws at least 9 digits again", points: 3};
  const after = collapse ? moments.filter((moment) => isAfter(moment, collapse)) : [];
  const best = mostDigits(after.filter((moment) => sameData(moment, collapse!)));
  if (best && digits(best) >= leastWhenRecovered)
    return {...asked, holds: true, yours: `${inWords(best)}. ${cure(best, collapse!)}`};
  return {
    ...asked,
    holds: false,
    expected: `at least ${leastWhenRecovered} digits after the collapse, with the same pictures and seed`,
    yours: best ? inWords(best) : recoveryGap(collapse, after),
    advice: recoveryAdvice(collapse, after, best),
  };
}

function isAfter({runIndex, measured}: Moment, collapse: Moment): boolean {
  if (runIndex !== collapse.runIndex) return runIndex > collapse.runIndex;
  return measured.step > collapse.measured.step;
}

function sameData({run}: Moment, collapse: Moment): boolean {
  return ["dataset", "seed"].every((name) => run.params[name] === collapse.run.params[name]);
}

function mostDigits(moments: readonly Moment[]): Moment | undefined {
  return moments.reduce<Moment | undefined>(
    (most, moment) => (most && digits(most) >= digits(moment) ? most : moment),
    undefined,
  );
}

function recoveryGap(collapse: Moment | undefined, after: readonly Moment[]): string {
  if (!collapse) return "there is no collapse to recover from yet";
  if (after.length === 0) return "nothing was measured after the collapse";
  return "the runs after the collapse have other pictures or another seed";
}

function recoveryAdvice(
  collapse: Moment | undefined,
  after: readonly Moment[],
  best: Moment | undefined,
): string {
  if (!collapse) return "make it collapse first.";
  if (best && best.runIndex === collapse.runIndex)
    return "the weights of this run have gone too far. Try a new run, changed only in what made this one collapse.";
  if (best) return "closer. Train longer, or look which digits are missing and what the losses do.";
  return after.length === 0
    ? "go on training with other settings, or press Reset and train anew."
    : "put the pictures and the seed back as they were, so that only your cure differs.";
}

/** The settings that differ between the two moments. */
function cure(best: Moment, collapse: Moment): string {
  const changed = Object.keys(best.run.params)
    .map(
      (name) =>
        [
          name,
          paramAt(collapse.run, name, collapse.measured.step),
          paramAt(best.run, name, best.measured.step),
        ] as const,
    )
    .filter(([name, before, after]) => before !== after && name !== "maxSteps")
    .map(([name, before, after]) => `${name} ${before} → ${after}`);
  return `What cured it: ${changed.join(", ") || "time alone"}. Would less have done?`;
}

function inWords(moment: Moment): string {
  const {measured, run} = moment;
  const counts = Array.from(measured.arrays.coverage ?? []);
  const count = digits(moment) === 1 ? "1 digit" : `${digits(moment)} digits`;
  const seen = counts.flatMap((count, digit) => (count > 0.01 * sum(counts) ? [digit] : []));
  const which = seen.length > 0 && seen.length <= 4 ? `, mostly ${seen.join(", ")}` : "";
  return `run ${run.number}, step ${measured.step}: ${count}${which}; the classifier is sure of ${Math.round(100 * sureShare(moment))} % of the pictures`;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
