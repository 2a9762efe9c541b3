import {element, uniqueId} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {captioned} from "../../experiment/panels/captions.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {ViewHost} from "../../experiment/view.js";
import {pictureRow} from "../../figures/sheet/picture-row.js";
import {similarityText} from "../../figures/similarity/similarity-text.js";
import {textOf} from "../../lib/text-array.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Snapshot} from "../../lib/training/protocol.js";
import {lineOf} from "./asked-line.js";
import {foundCount, side, smallClip} from "./experiment.js";
import {type Search, searchText} from "./search.js";

type Exchanged = ExchangeOf<typeof smallClip>;
type Host = ViewHost<Exchanged, typeof smallClip.params>;

const {query} = smallClip.params;

/** The reader types words, and sees the pictures that lie nearest to them. */
export function searchFigure({trainer, paramsOf, setParam, accessTo}: Host) {
  const id = uniqueId("search");
  const field = element("input", {
    ...{type: "text", id, autocomplete: "off", spellcheck: "false"},
    maxLength: query.most,
    disabled: accessTo("query") === "locked",
  });
  const label = element("label", {for: id}, query.label);
  const part = element(
    "div",
    {class: "param-at-figure", hidden: accessTo("query") === "hidden"},
    label,
    field,
  );
  const row = pictureRow({
    label: "pictures that were found",
    role: "judge",
    scale: 2,
    empty: {count: foundCount, side},
  });
  const note = element("p", {class: "fig-note", "aria-live": "polite"});
  let inField: string | undefined;
  field.addEventListener("input", () => {
    inField = lineOf(field.value, query.most);
    setParam("query", inField);
  });
  return {
    figure: captioned(
      "Type words: the nearest of 150 pictures that nothing was learned from, the nearest first, with their similarities.",
      element("div", {class: "clip-search"}, part, row, note),
      "full",
    ),
    draw({arrays, step}: Snapshot<Exchanged["snapshot"]>, run: RunRecord) {
      const search = JSON.parse(textOf(arrays.search)) as Search;
      const similarities = [...arrays.foundSimilarities.data].map(similarityText);
      row.update({
        images: arrays.found,
        captions: similarities,
        summary: search.captions.map((text, i) => `${text}, ${similarities[i]}`).join("; "),
      });
      const isLive = run.origin === "live";
      setText(note, `${searchText(search)} ${isLive ? `Live, step ${step}.` : stillNote}`);
    },
    /** The reader's words stay while they type, until a link or another run asks for something else. */
    follow() {
      const now = paramsOf(trainer.run).query;
      if (now !== inField) field.value = now;
      inField = now;
    },
  };
}

const stillNote = "Press Train to search for yourself.";
