import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {captioned, figureTab} from "../../experiment/panels/captions.js";
import {isAtWork} from "../../experiment/run/at-work.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {ViewHost} from "../../experiment/view.js";
import {type Floor, type MetricPoint, metricBand} from "../../figures/curves/metric-band.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {diffusionDigits, measuredCount, stepCounts} from "./experiment.js";

type Host = Pick<
  ViewHost<ExchangeOf<typeof diffusionDigits>, typeof diffusionDigits.params>,
  "trainer" | "ask" | "paramsOf"
>;

/** What was measured, and of which run and with what. */
interface Course {
  readonly of: string;
  readonly points: readonly MetricPoint[];
  readonly floor?: Floor;
}

const ready = `Press Measure: your own network draws ${measuredCount} digits for each number of steps.`;
const nothing: Course = {of: "", points: []};

/** The distance of pictures of few and of many steps, measured by the live network when the reader asks for it. The course before stays, faintly. */
export function stepsFigure(host: Host) {
  const {trainer, ask, paramsOf} = host;
  const band = metricBand({
    measure: {...diffusionDigits.measures.frechet, label: "distance by steps to a picture"},
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
    band.hidden = points.length === 0;
    band.update({
      points,
      limit: stepCounts.at(-1)!,
      comparisons: before.points.length > 0 ? [{points: before.points}] : [],
      ...(floor && {floor}),
    });
  };
  const measureAll = async () => {
    const {sampler, guidance} = paramsOf(trainer.run);
    const asked = trainer.run;
    measure.disabled = isMeasuring = true;
    if (course.points.length > 0) before = course;
    course = {
      of: `${sampler}, guidance ${guidance}, after ${trainer.position} steps of training`,
      points: [],
    };
    try {
      for (const count of stepCounts) {
        setText(note, `Drawing ${measuredCount} pictures in ${count} steps each …`);
        const steps = {data: Float32Array.of(count), shape: [1]};
        const {distance, floor} = await ask("distance", {steps});
        if (asked !== trainer.run) return;
        const [low, high] = [floor.data[0]!, floor.data[1]!];
        const point = {step: count, value: distance.data[0]!};
        course = {...course, points: [...course.points, point], floor: {low, high}};
        draw();
      }
      setText(note, said(course, before));
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

function said(course: Course, before: Course): string {
  const faint = before.points.length > 0 ? ` Faint: ${before.of}.` : "";
  return `${course.of}.${faint}`;
}
