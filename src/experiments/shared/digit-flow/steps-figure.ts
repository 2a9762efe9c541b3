import {button, element} from "../../../controls/element.js";
import {setText} from "../../../controls/set-text.js";
import {captioned, figureTab} from "../../../experiment/panels/captions.js";
import {isAtWork} from "../../../experiment/run/at-work.js";
import type {RunRecord} from "../../../experiment/run/run-record.js";
import type {Trainer} from "../../../experiment/run/trainer.js";
import {type Floor, type MetricPoint, metricBand} from "../../../figures/curves/metric-band.js";
import {frechetMeasure} from "../frechet-measure.js";
import {measuredCount, stepCounts} from "./digit-flow.js";
import type {StepsDistance} from "./steps-exchange.js";

export interface StepsFigureOptions {
  readonly trainer: Trainer;
  readonly ask: (asked: StepsDistance["asks"]) => Promise<StepsDistance["tells"]>;
  /** What the pictures of `run` are drawn with: "euler, guidance 1". */
  readonly madeWith: (run: RunRecord) => string;
  /** Where the worker tells the teacher's distances: whose the faint line is. */
  readonly teacher?: string;
}

/** What was measured, of which network and with what; and of the teacher, where there is one. */
interface Course {
  readonly of: string;
  readonly points: readonly MetricPoint[];
  readonly teacher: readonly MetricPoint[];
  readonly floor?: Floor;
}

const ready = `Press Measure: your own network draws ${measuredCount} digits for each number of steps.`;
const nothing: Course = {of: "", points: [], teacher: []};

/** The distance of pictures of few and of many steps, measured by the live network when the reader asks for it. Faint is the teacher's course,
 * or where there is none the course before. */
export function stepsFigure({trainer, ask, madeWith, teacher}: StepsFigureOptions) {
  const band = metricBand({
    measure: {...frechetMeasure, label: "distance by steps to a picture"},
    height: 180,
  });
  const note = element("p", {class: "fig-note", role: "status"});
  const measure = button("Measure", () => void measureAll());
  let run: RunRecord | undefined;
  let course = nothing;
  let before = nothing;
  let isMeasuring = false;
  const isReady = isAtWork(trainer);

  const draw = () => {
    const {points, floor} = course;
    const faint = course.teacher.length > 0 ? course.teacher : before.points;
    band.hidden = points.length === 0;
    band.update({
      points,
      limit: stepCounts.at(-1)!,
      comparisons: faint.length > 0 ? [{points: faint}] : [],
      ...(floor && {floor}),
    });
  };
  const measureAll = async () => {
    const asked = trainer.run;
    measure.disabled = isMeasuring = true;
    if (course.points.length > 0) before = course;
    course = {
      ...nothing,
      of: `${madeWith(asked)}, after ${trainer.position} steps of training`,
    };
    try {
      for (const count of stepCounts) {
        setText(note, `Drawing ${measuredCount} pictures in ${count} steps each …`);
        const told = await ask({steps: {data: Float32Array.of(count), shape: [1]}});
        if (asked !== trainer.run) return;
        course = withTold(course, count, told);
        draw();
      }
      setText(note, said(course, before, teacher));
    } catch (error) {
      setText(note, (error as Error).message);
    } finally {
      isMeasuring = false;
      measure.disabled = !isReady();
    }
  };
  const invite = () => {
    [course, before] = [nothing, nothing];
    measure.disabled = true;
    setText(note, "Your own network is measured: press Train first.");
    draw();
  };
  const holder = element("div", {class: "steps-figure"}, band, measure, note);
  invite();
  return {
    tab: figureTab(
      "Steps",
      captioned(
        "How far pictures are from real ones, by the steps that they are made in.",
        holder,
        "full",
      ),
    ),
    /** Forgets what was measured of another run. */
    follow() {
      if (trainer.run !== run) {
        run = trainer.run;
        invite();
      }
      if (!isReady()) measure.disabled = true;
      else if (measure.disabled && !isMeasuring) {
        measure.disabled = false;
        if (course === nothing) setText(note, ready);
      }
    },
  };
}

function withTold(course: Course, step: number, told: StepsDistance["tells"]): Course {
  const {data: distance} = told.distance;
  const ofTeacher = told.teacher?.data[0];
  return {
    ...course,
    points: [
      ...course.points,
      {step, value: distance[0]!, interval: {...endsOf(told.interval), n: measuredCount}},
    ],
    teacher:
      ofTeacher === undefined ? course.teacher : [...course.teacher, {step, value: ofTeacher}],
    floor: endsOf(told.floor),
  };
}

function endsOf({data}: StepsDistance["tells"]["floor"]): Floor {
  return {low: data[0]!, high: data[1]!};
}

function said(course: Course, before: Course, teacher: string | undefined): string {
  if (course.teacher.length > 0) return `${course.of}. Faint: ${teacher}.`;
  return `${course.of}.${before.points.length > 0 ? ` Faint: ${before.of}.` : ""}`;
}
