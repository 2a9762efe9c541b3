import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {HandDescent} from "../../lib/descent/hand-descent.js";
import {mostSteps, restReason} from "./neuron-state.js";

/** Frames from one step of the machine to the next, so that the eye can follow. */
const framesPerStep = 3;

export interface DescentBarOptions {
  descent(): HandDescent;
  /** Takes one step. */
  step(): void;
  back(): void;
  /** Shows where the descent has come to. */
  show(): void;
  restart(): void;
  anew(): void;
}

/** Steps by hand, and by machine until nothing moves any more. Where motion is to be reduced the machine shows only where it ends. */
export function descentBar(options: DescentBarOptions) {
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let frame = 0;
  let count = 0;
  const stop = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    setText(run, "Run");
  };
  const isOver = () => restReason(options.descent()) !== undefined;
  const goOn = () => {
    frame = requestAnimationFrame(goOn);
    if (++count % framesPerStep === 0) {
      options.step();
      options.show();
    }
    if (isOver() || !run.isConnected) stop();
  };
  const leap = () => {
    for (let i = 0; i < mostSteps && !isOver(); i++) options.step();
    options.show();
  };
  const start = () => {
    if (still.matches) return leap();
    setText(run, "Stop");
    frame = requestAnimationFrame(goOn);
  };
  const byHand = (work: () => void) => () => {
    stop();
    work();
    options.show();
  };
  const step = button("Step", byHand(options.step));
  step.classList.add("primary");
  const run = button("Run", () => (frame ? stop() : start()));
  const back = button("Back", byHand(options.back), "Back one step");
  const restart = button("Restart", byHand(options.restart), "Restart from the first weights");
  const anew = button("New weights", byHand(options.anew));
  return {
    element: element("div", {class: "fig-neuron-buttons"}, step, run, back, restart, anew),
    stop,
    show() {
      step.disabled = run.disabled = isOver();
      back.disabled = options.descent().steps === 0;
    },
  };
}
