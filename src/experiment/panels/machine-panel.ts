import {element} from "../../controls/element.js";
import {formatBytes} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import type {Trainer} from "../run/trainer.js";
import {threadChoice} from "./thread-choice.js";

/** What the training costs on this device: back end, time of a step, memory; and what other back ends were measured to take. */
export function machinePanel(trainer: Trainer) {
  const now = element("p", {});
  const measured = element("p", {hidden: true});
  return {
    panel: element("div", {class: "machine"}, now, measured, threadChoice()),
    update() {
      setText(now, costs(trainer));
    },
    /** Shows `timings`, such as "webgpu 4 ms, wasm 9 ms". */
    showMeasured(timings: string) {
      measured.hidden = false;
      setText(measured, `Measured here before the run, a step takes: ${timings}.`);
    },
  };
}

function costs({run, memoryBytes, threads}: Trainer): string {
  const {backend, msPerStep} = run;
  if (!backend) return "Press Train to see. It runs in this browser, and nothing leaves it.";
  const pace = msPerStep ? `${Number(msPerStep.toPrecision(2))} ms a step` : "";
  const memory = memoryBytes > 0 ? `${formatBytes(memoryBytes)} of memory for numbers` : "";
  const cores = threads ? (threads === 1 ? "one thread" : `${threads} threads`) : "";
  return [`Back end ${backend}`, cores, pace, memory].filter(Boolean).join(" · ");
}
