import {element, uniqueId} from "../controls/element.js";
import {setText} from "../controls/set-text.js";
import {pageLife} from "./page-life.js";
import {manifestEntry} from "./picture-file.js";
import {type PageExperiment, whenRegistered} from "./registry.js";
import type {Trainer} from "./run/trainer.js";
import {type CardRow, cardRows} from "./run-card-rows.js";

const defaultWatts = 25;
const [leastWatts, mostWatts] = [1, 1000];

/** A model card of the reader's run of the experiment called `id`, which stands on the same page. It fills itself in as the run goes on. */
export function runCard(id: string): HTMLElement {
  const list = element("dl", {class: "run-card-rows"});
  const empty = element(
    "p",
    {class: "run-card-empty"},
    "Train the experiment above: its card is filled in from your run.",
  );
  const field = uniqueId("watts");
  const watts = element("input", {
    ...{id: field, type: "number", value: defaultWatts, min: leastWatts, max: mostWatts},
    oninput: () => void draw(),
  });
  const wrong = element("p", {class: "run-card-wrong", role: "status"});
  const card = element(
    "section",
    {class: "run-card", "aria-label": "The card of your run"},
    element("p", {}, element("label", {for: field}, "Your machine takes, in watts: "), watts),
    wrong,
    empty,
    list,
  );
  let trainer: Trainer | undefined;
  const draw = async () => {
    if (!trainer) return;
    const {experiment, run, started} = trainer;
    const read = run.step > 0 ? experiment.files(run.params) : [];
    const files = await Promise.all(read.map(manifestEntry));
    const power = Number(watts.value);
    const isLegal = power >= leastWatts && power <= mostWatts;
    setText(
      wrong,
      isLegal
        ? ""
        : `invalid power: ${watts.value || "nothing"} (a number of watts from ${leastWatts} to ${mostWatts}; a laptop takes some 15 to 60)`,
    );
    if (!isLegal) return;
    const rows = cardRows({experiment, run, weights: started?.weights, files, watts: power});
    empty.hidden = rows.length > 0;
    list.replaceChildren(...rows.flatMap(rowElements));
  };
  const follow = ({trainer: arrived}: PageExperiment) => {
    trainer = arrived;
    arrived.subscribe((changed) => {
      if (changed === "measurement" || changed === "status") void draw();
    });
    void draw();
  };
  whenRegistered(id, follow, pageLife(card));
  return card;
}

function rowElements([term, text]: CardRow): readonly HTMLElement[] {
  return [element("dt", {}, term), element("dd", {}, text)];
}
