import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {captioned, figureTab} from "../../experiment/panels/captions.js";
import {isAtWork} from "../../experiment/run/at-work.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {ViewHost} from "../../experiment/view.js";
import {type Traded, type TradeOffData, tradeOff} from "../../figures/curves/trade-off.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Snapshot} from "../../lib/training/protocol.js";
import {numbersIn} from "./counted-numbers.js";
import {mostSpread, type structureAndChance} from "./experiment.js";

type Exchanged = ExchangeOf<typeof structureAndChance>;
type Host = ViewHost<Exchanged, typeof structureAndChance.params>;

/** Per cent where the axis begins: nearly all that can be set lies above. */
const leastAsked = 40;
/** Temperatures that are gone through. */
const temperatures = [0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4] as const;

const invitation = "Your own network is measured: press Train first.";
const ready = `Press Measure: digits are drawn at each of ${temperatures.length} temperatures.`;

interface Course {
  readonly of: string;
  readonly points: readonly Traded[];
}

const nothing: Course = {of: "", points: []};

/** Variety against what is drawn as asked: as it is set, and through all temperatures when the reader asks for it. */
export function tradeOffFigure({trainer, ask, paramsOf}: Host) {
  const plane = tradeOff({
    label: "variety against what is drawn as asked",
    across: "variety →",
    up: "drawn as asked, %",
    ends: {x: [0, mostSpread], y: [leastAsked, 100]},
  });
  const note = element("p", {class: "fig-note", role: "status"});
  const measure = button("Measure", () => void measureAll());
  const isReady = isAtWork(trainer);
  let run: RunRecord | undefined;
  let [course, before] = [nothing, nothing];
  let shown: Pick<TradeOffData, "real" | "now"> = {};
  let isMeasuring = false;

  const draw = () => plane.update({...shown, course: course.points, before: before.points});
  const measureAll = async () => {
    const asked = trainer.run;
    measure.disabled = isMeasuring = true;
    if (course.points.length > 0) before = course;
    course = {of: `${madeWith(asked)}, after ${trainer.position} steps`, points: []};
    try {
      for (const temperature of temperatures) {
        setText(note, `Drawing digits at a temperature of ${temperature} …`);
        const told = await ask("counted", {
          temperature: {data: Float32Array.of(temperature), shape: [1]},
        });
        if (asked !== trainer.run) return;
        course = {...course, points: [...course.points, pointOf(told, `${temperature}`)]};
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
  const madeWith = (asked: RunRecord) => {
    const {truncation, guidance} = paramsOf(asked);
    return `guidance ${guidance}, truncation ${truncation}`;
  };
  const invite = () => {
    [course, before] = [nothing, nothing];
    measure.disabled = true;
    setText(note, invitation);
    draw();
  };
  invite();
  return {
    tab: figureTab(
      "Trade-off",
      captioned(
        "The ring is what is set now; the blue box is where as many real digits lie. Crosses: intervals of 95 %.",
        element("div", {class: "trade-off"}, plane, measure, note),
        "full",
      ),
    ),
    draw({arrays}: Snapshot<Exchanged["snapshot"]>, drawnRun: RunRecord) {
      shown = {
        real: {x: ends(arrays.spreadFloor.data), y: ends(arrays.agreementFloor.data)},
        now: pointOf(arrays, `${paramsOf(drawnRun).temperature}`),
      };
      draw();
    },
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

function pointOf(told: Exchanged["answers"]["counted"]["tells"], name: string): Traded {
  const {variety, asked} = numbersIn(told);
  return {
    ...{x: variety.value, y: asked.value, name},
    ...(variety.interval && asked.interval && {spans: {x: variety.interval, y: asked.interval}}),
  };
}

function ends({0: low, 1: high}: Float32Array): readonly [number, number] {
  return [low!, high!];
}

function said(course: Course, before: Course): string {
  const faint = before.points.length > 0 ? ` Faint: ${before.of}.` : "";
  return `Each dot is a temperature: ${course.of}.${faint}`;
}
