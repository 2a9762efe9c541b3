import {element} from "../controls/element.js";
import {setText} from "../controls/set-text.js";
import type {WeightBudget} from "../lib/grading/exercise.js";
import {denseWeights, widthsIn} from "../lib/grading/weight-count.js";

/** A line that says how many weights the network in the code has, and how many it may have. */
export function weightCount(budget: WeightBudget) {
  const line = element("p", {class: "exercise-weights", role: "status"});
  return {
    line,
    update(code: string) {
      const count = denseWeights(widthsIn(code), budget);
      line.classList.toggle("warn", count > budget.most);
      setText(line, countInWords(count, budget));
    },
  };
}

function countInWords(count: number, {most}: WeightBudget): string {
  const left = most - count;
  const rest = left >= 0 ? `${left} left` : `${-left} too many`;
  return `${count.toLocaleString("en")} weights of ${most}: ${rest}.`;
}
