import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {driverWords, standingWords} from "../run/driver-words.js";
import type {Trainer} from "../run/trainer.js";

/** Whose function has taken a part's place in the run, and the way back to the model's own. Hidden where none has. */
export function driverLine(trainer: Trainer) {
  const words = element("span");
  const back = button("Back to the built-in one", () => void trainer.drive(undefined));
  const line = element("p", {class: "driver-line", hidden: true}, words, " ", back);
  return {
    line,
    update() {
      const {driver, step} = trainer.run;
      line.hidden = driver === undefined;
      if (!driver) return;
      const done = step > 0 ? "Trained" : "To be trained";
      const {label} = trainer.experiment.drivenParts![driver.part]!;
      setText(
        words,
        `${done} with ${driverWords(driver)} as ${label}. ${standingWords(driver)}`.trim(),
      );
    },
  };
}
