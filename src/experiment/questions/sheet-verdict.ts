import {formatNumber} from "../../controls/format.js";
import {withUnit} from "../../figures/curves/metric-text.js";
import {named} from "../../lib/named.js";
import type {
  Measured,
  RecordedSheet,
  RecordedSheets,
  Repeat,
} from "../../lib/questions/recorded-sheets.js";
import {
  askedParams,
  freeParams,
  nearestSheet,
  type SheetQuestion,
  sheetGap,
} from "../../lib/questions/sheet-question.js";
import type {Experiment, Measure} from "../../lib/training/experiment.js";
import {numberText, settingsWords, sheetLetter, teller} from "./sheet-words.js";

export interface SheetVerdict {
  readonly nearest: number;
  /** The place of the sheet whose settings are those of the run. */
  readonly alike: number;
}

/** Which sheet a run came nearest to, and which is of the same settings. */
export function sheetVerdict(
  question: SheetQuestion,
  experiment: Experiment,
  {sheets}: RecordedSheets,
  run: Measured,
): SheetVerdict {
  const values = sheets.map(({scalars}) => scalars[question.by]!);
  const asked = askedParams(question, experiment);
  const alike = sheets.findIndex(
    ({params, step}) =>
      step === question.step &&
      Object.keys(asked).every((name) => freeParams.includes(name) || params[name] === asked[name]),
  );
  return {nearest: nearestSheet(question, values, run.scalars[question.by]!), alike};
}

/**
 * What the run says of the choice: which sheet it came nearest to and by what, then what the chosen one was, then why. A run that came out
 * otherwise than those of its settings is not explained away.
 */
export function verdictWords(
  question: SheetQuestion,
  experiment: Experiment,
  recorded: RecordedSheets,
  run: Measured,
  chosen: number | undefined,
): string[] {
  const {nearest, alike} = sheetVerdict(question, experiment, recorded, run);
  const {sheets} = recorded;
  const other = chosen === nearest ? undefined : chosen;
  return [
    headWords(nearest, chosen),
    measureWords(question, experiment, sheets, run, nearest, other),
    ...(nearest === alike
      ? lessonWords(question, experiment, sheets, run, other)
      : [otherwiseWords(alike)]),
    repeatWords(question, experiment, recorded, run),
  ];
}

function lessonWords(
  question: SheetQuestion,
  experiment: Experiment,
  sheets: readonly RecordedSheet[],
  run: Measured,
  other: number | undefined,
): string[] {
  const told = teller(experiment, run);
  const why = `Why: ${question.because(told)}`;
  if (other === undefined) return [why];
  const words = question.sheets[other]!.words(teller(experiment, sheets[other]!), told);
  return [`Sheet ${sheetLetter(other)}: ${words}`, why];
}

function otherwiseWords(alike: number): string {
  return `Sheet ${sheetLetter(alike)} has your run's own settings and another seed. Yours came out otherwise: try a few seeds.`;
}

function headWords(nearest: number, chosen: number | undefined): string {
  const head = `Your run came nearest to sheet ${sheetLetter(nearest)}`;
  if (chosen === undefined) return `${head}. You had chosen none.`;
  return chosen === nearest
    ? `${head}, the one you chose.`
    : `${head}. You chose ${sheetLetter(chosen)}.`;
}

function measureWords(
  question: SheetQuestion,
  experiment: Experiment,
  sheets: readonly RecordedSheet[],
  run: Measured,
  nearest: number,
  other: number | undefined,
): string {
  const {by, isRatio} = question;
  const {label, unit} = named("measure", experiment.measures, by);
  const gapTo = (place: number) => {
    const gap = sheetGap(question, sheets[place]!.scalars[by]!, run.scalars[by]!);
    const words = isRatio ? `a factor of ${formatNumber(gap)}` : withUnit(formatNumber(gap), unit);
    return `${teller(experiment, sheets[place]!)(by)} on sheet ${sheetLetter(place)} (${words} away)`;
  };
  const places = other === undefined ? [nearest] : [nearest, other];
  return `Nearest by ${label}: ${teller(experiment, run)(by)} in your run, ${places.map(gapTo).join(", ")}.`;
}

/** Where the run stands among others of the same settings, and among those that the question contrasts them with. */
function repeatWords(
  {by, against}: SheetQuestion,
  experiment: Experiment,
  {repeats, rivals}: RecordedSheets,
  run: Measured,
): string {
  const measure = named("measure", experiment.measures, by);
  const [low, high] = rangeOf(repeats, by);
  const value = run.scalars[by]!;
  const where = value < low ? "below them" : value > high ? "above them" : "among them";
  const words = `Chance: ${repeats.length} recorded runs with your run's settings and other seeds had ${rangeText(measure, [low, high])}. Yours is ${where}.`;
  if (!against) return words;
  return `${words} With ${settingsWords(experiment, against)} instead of yours, ${rivals.length} had ${rangeText(measure, rangeOf(rivals, by))}.`;
}

function rangeOf(runs: readonly Repeat[], name: string): readonly [low: number, high: number] {
  const values = runs.map(({scalars}) => scalars[name]!);
  return [Math.min(...values), Math.max(...values)];
}

function rangeText(measure: Measure, [low, high]: readonly [number, number]): string {
  return withUnit(`${numberText(measure, low)} to ${numberText(measure, high)}`, measure.unit);
}
