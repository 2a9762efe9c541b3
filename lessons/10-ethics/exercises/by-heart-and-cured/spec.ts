import type {Evidence, RunEvidence} from "../../../../lib/grading/evidence.js";
import type {Finding} from "../../../../lib/grading/grade-run.js";

const leastSteps = 2000;
const leastByHeart = 90;
const mostPictures = 500;
/** Of 200 held-out pictures so many may be near-copies by chance, in per cent. */
const mostFresh = 8.1;
/** Fréchet distance: what makes smears copies nobody. */
const mostFar = 60;
const leastFamous = 10;
const mostCured = 3;

/** A whole run, and what it measured last. */
interface Trial {
  readonly run: RunEvidence;
  readonly copies: number;
  readonly repeated: number;
  /** From real pictures; none in runs that were kept before it was measured. */
  readonly frechet?: number;
}

export function gradeRun({now, earlier}: Evidence): readonly Finding[] {
  const trials = [...earlier, now].flatMap((run) => trialOf(run) ?? []);
  const [heart, fresh] = [trials.findLast(isByHeart), trials.findLast(isFresh)];
  const famous = trials.findLast(isFamous);
  const pair = pairIn(trials);
  const nearest = trials.at(-1);
  return [
    {
      ...{task: "heart", points: 1, name: "learned by heart", holds: heart !== undefined},
      expected: `at least ${leastByHeart} % near-copies`,
      yours: inWords(heart ?? nearest, now),
      advice: heart
        ? "it had so few pictures that it could keep each of them."
        : "give it fewer pictures: as few as it can keep.",
    },
    {
      ...{task: "fresh", points: 2, name: "new pictures", holds: fresh !== undefined},
      expected: `at most ${mostPictures} pictures, each once, at most ${mostFresh} % near-copies, and a distance of at most ${mostFar}`,
      yours: inWords(fresh ?? nearest, now),
      advice: fresh
        ? "as many as of real pictures that it never saw. What would half as many pictures give?"
        : freshAdvice(nearest),
    },
    {
      ...{task: "cure", points: 3, name: "famous, and cured", holds: pair !== undefined},
      expected: `two runs alike but for the repeats: at least ${leastFamous} % copies of the first ten, and at most ${mostCured} %`,
      yours: pair
        ? `runs ${pair[0].run.number} and ${pair[1].run.number}`
        : famousWords(famous, nearest, now),
      advice: pair
        ? "only the repeats differ, so they are the cause."
        : famous
          ? "now the same run again, same seed, with the repeats thrown out."
          : "let the first ten be there many times among some hundred others.",
    },
  ];
}

function trialOf(run: RunEvidence): Trial | undefined {
  const last = run.measurements.filter(({step}) => step >= leastSteps).at(-1);
  if (!last) return undefined;
  const {copies, repeated, frechet} = last.scalars;
  return {
    ...{run, copies: copies!, repeated: repeated!},
    ...(frechet !== undefined && {frechet}),
  };
}

const isByHeart = ({copies}: Trial) => copies >= leastByHeart;

function isFresh({run: {params}, copies, frechet = Number.POSITIVE_INFINITY}: Trial): boolean {
  const isOnce = Number(params.repeats) === 1 || params.withoutRepeats === true;
  const isNew = copies <= mostFresh && frechet <= mostFar;
  return isOnce && Number(params.pictures) <= mostPictures && isNew;
}

function isFamous({run: {params}, repeated}: Trial): boolean {
  return params.withoutRepeats === false && Number(params.repeats) > 1 && repeated >= leastFamous;
}

function pairIn(trials: readonly Trial[]): readonly [Trial, Trial] | undefined {
  for (const famous of trials.filter(isFamous)) {
    const cured = trials.find(
      ({run, repeated}) =>
        run.params.withoutRepeats === true && repeated <= mostCured && isTwin(run, famous.run),
    );
    if (cured) return [famous, cured];
  }
  return undefined;
}

/** The same in everything but the repeats thrown out, and how long it ran. */
function isTwin(a: RunEvidence, b: RunEvidence): boolean {
  const told = ({params: {withoutRepeats: _, maxSteps: __, ...rest}, changes}: RunEvidence) =>
    JSON.stringify([Object.entries(rest).sort(), changes.filter(({name}) => name !== "maxSteps")]);
  return told(a) === told(b);
}

function inWords(trial: Trial | undefined, now: RunEvidence): string {
  if (!trial) return `${now.steps} of ${leastSteps} steps`;
  const {run, copies, frechet} = trial;
  const far = frechet === undefined ? "" : `, distance ${rounded(frechet)}`;
  return `${run.params.pictures} pictures, seed ${run.params.seed}: ${rounded(copies)} % near-copies${far}`;
}

function famousWords(famous: Trial | undefined, nearest: Trial | undefined, now: RunEvidence) {
  const shown = famous ?? nearest;
  if (!shown) return inWords(undefined, now);
  const {run, repeated} = shown;
  const times = run.params.withoutRepeats === true ? 1 : Number(run.params.repeats);
  return `the first ten ${times} times, seed ${run.params.seed}: ${rounded(repeated)} % are copies of them`;
}

function freshAdvice(nearest: Trial | undefined): string {
  if (!nearest) return "let a run come to its end.";
  const {
    run: {params},
    copies,
    frechet,
  } = nearest;
  if (Number(params.pictures) > mostPictures) return "these are more pictures than are allowed.";
  if (Number(params.repeats) > 1 && params.withoutRepeats === false)
    return "here some pictures are there more than once.";
  if (copies > mostFresh) return "give it more pictures, until it can no longer keep each of them.";
  if (frechet === undefined) return "its distance was not measured then. Make the run again.";
  return "nobody is copied, but what it makes is far from any digit. More pictures bring both.";
}

const rounded = (value: number) => Math.round(10 * value) / 10;
