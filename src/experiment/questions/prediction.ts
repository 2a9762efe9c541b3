import {element} from "../../controls/element.js";
import {pageLife, whenNear} from "../page-life.js";
import {keepBack, reveal} from "./kept-back.js";
import type {PredictionOptions} from "./live-prediction.js";
import {ask} from "./questions.js";

/**
 * A plot in which the reader draws how `measure` of the experiment called `id` will go, before its run; afterwards the run is drawn over
 * it and compared. The experiment is on the same page, and keeps this measure of its recorded run back until then. Its element says
 * in `data-status` how it stands: `open`, `running`, `done` or `recorded`.
 */
export function prediction(id: string, measure: string, options: PredictionOptions): HTMLElement {
  const section = element("section", {
    class: "prediction",
    "data-prediction": `${id}.${measure}`,
    "aria-label": "Your guess",
  });
  keepBack(id, measure);
  const signal = pageLife(section);
  ask(id, {section, name: "Your guess"}, signal);
  whenNear(section, async () => {
    try {
      const {livePrediction} = await import("./live-prediction.js");
      await livePrediction({section, id, measure, options, signal});
    } catch (error) {
      reveal(id, measure);
      const reason = error instanceof Error ? error.message : String(error);
      const sorry = `The plot could not be loaded (${reason}). Reload the page and try again.`;
      section.replaceChildren(element("p", {role: "alert"}, sorry));
    }
  });
  return section;
}
