import {button, element, uniqueId} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {raceSteps} from "./race-state.js";

/** Runs the race, a step a frame, and goes to any step of it. Where motion is to be reduced it shows at once how the race ends. */
export function raceBar(go: (step: number) => void) {
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const id = uniqueId("fig-descent-step");
  let step = 0;
  let frame = 0;
  const stop = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    setText(run, "Race");
  };
  const goOn = () => {
    frame = requestAnimationFrame(goOn);
    if (step < raceSteps) go(step + 1);
    if (step >= raceSteps || !run.isConnected) stop();
  };
  const start = () => {
    if (still.matches) return go(raceSteps);
    if (step >= raceSteps) go(0);
    setText(run, "Stop");
    frame = requestAnimationFrame(goOn);
  };
  const byHand = (to: () => number) => () => {
    stop();
    go(to());
  };
  const run = button("Race", () => (frame ? stop() : start()));
  run.classList.add("primary");
  const one = button(
    "Step",
    byHand(() => Math.min(step + 1, raceSteps)),
  );
  const back = button(
    "To the start",
    byHand(() => 0),
  );
  const range: HTMLInputElement = element("input", {
    ...{type: "range", id, min: 0, max: raceSteps, step: 1},
    oninput: byHand(() => range.valueAsNumber),
  });
  const told = element("output", {for: id});
  return {
    element: element(
      "div",
      {class: "fig-descent-bar"},
      element("div", {class: "fig-descent-buttons"}, run, one, back),
      element("div", {class: "fig-descent-time"}, element("label", {for: id}, "Step"), range, told),
    ),
    stop,
    show(now: number) {
      step = now;
      range.value = String(now);
      setText(told, String(now));
      one.disabled = now >= raceSteps;
      back.disabled = now === 0;
    },
  };
}
