/** Each stage of a GAN's step on the plane in words: the numbers of its last step, from the run's record and its last picture. */
import {element} from "../../controls/element.js";
import {formatCount, formatNumber} from "../../controls/format.js";
import {driverWords} from "../../experiment/run/driver-words.js";
import {paramsNow, type RunRecord} from "../../experiment/run/run-record.js";
import type {Status} from "../../experiment/run/run-state.js";
import {playTime} from "../../figures/time/stage-player.js";
import type {StageName, StepStagesData} from "../../figures/time/step-stages.js";
import type {NdArray} from "../../lib/array.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {ganPlane} from "./experiment.js";

/** Nothing before the first snapshot. */
type Arrays = Partial<ExchangeOf<typeof ganPlane>["snapshot"]>;

/** The numbers of the run's last step. */
export function stageNumbers(run: RunRecord, arrays: Arrays): Record<StageName, string> {
  const {batchSize, hiddenWidth, latentSize, learningRate, discriminatorSteps} = paramsNow(run);
  const last = (name: string) => {
    const value = run.curves[name]?.values.at(-1);
    return value === undefined ? "–" : formatNumber(value);
  };
  const {latents, generated} = arrays;
  const {driver} = run;
  const hidden =
    driver?.part === "layers" ? driverWords(driver) : `${hiddenWidth} → ${hiddenWidth}`;
  return {
    noise: `${formatCount(Number(batchSize))} times ${latentSize}${latents ? `; the first one shown: ${vector(latents, Number(latentSize))}` : ""}`,
    generator: `${latentSize} → ${hidden} → 2`,
    samples: `${formatCount(Number(batchSize))} of each kind${generated ? `; that one: ${vector(generated, 2)}` : ""}`,
    judge: `real ${last("realScore")}, generated ${last("fakeScore")}`,
    losses: `judge ${last("discriminatorLoss")}, generator ${last("generatorLoss")}`,
    gradients: `length: judge ${last("discriminatorGradient")}, generator ${last("generatorGradient")}`,
    update: `rate ${formatNumber(Number(learningRate))}; judge ${discriminatorSteps} times, generator once`,
  };
}

/** "(0.31, −1.20)": the first row of an array. */
function vector({data}: NdArray, length: number): string {
  const values = Array.from(data.slice(0, length), (value) => value.toFixed(2).replace("-", "−"));
  return `(${values.join(", ")})`;
}

/** One step, stage by stage. Their code is fetched when the reader opens them. */
export function planeStages() {
  const panel = element("div", {class: "stages full"});
  let data: StepStagesData | undefined;
  let shown: {update(data: StepStagesData): void} | undefined;
  let lastStepAt = 0;
  let isAsked = false;
  const fetchStages = async () => {
    isAsked = true;
    const {stepStages} = await import("../../figures/time/step-stages.js");
    const figure = stepStages("one step, stage by stage");
    panel.append(figure);
    shown = figure;
    if (data) shown.update({...data, playMs: 0});
  };
  return {
    panel,
    open() {
      if (!isAsked) void fetchStages();
    },
    draw(run: RunRecord, arrays: Arrays, status: Status) {
      const now = performance.now();
      const isNew = run.step !== data?.step;
      const playMs = isNew ? playTime(now - lastStepAt, status !== "running") : 0;
      if (isNew) lastStepAt = now;
      data = {step: run.step, numbers: stageNumbers(run, arrays), playMs};
      shown?.update(data);
    },
  };
}
