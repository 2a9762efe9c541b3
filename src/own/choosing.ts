import {button, element} from "../controls/element.js";
import type {labelField} from "./label-field.js";
import type {ownGrid} from "./own-grid.js";
import type {OwnTable} from "./own-table.js";

interface Parts {
  readonly table: OwnTable;
  readonly grid: ReturnType<typeof ownGrid>;
  readonly label: ReturnType<typeof labelField>;
  readonly redraw: () => void;
}

/** What is done with the pictures that are chosen. */
export function choosing({table, grid: {chosen}, label, redraw}: Parts) {
  const changed = async () => {
    await table.keep();
    redraw();
  };
  const relabel = button("Label the chosen ones so", () => {
    table.label(chosen, label.value());
    void changed();
  });
  const away = button("Take the chosen ones away", () => {
    table.remove(chosen);
    void changed();
  });
  const all = button("Choose all", () => {
    for (const key of table.keys) chosen.add(key);
    redraw();
  });
  const none = button("Choose none", () => {
    chosen.clear();
    redraw();
  });
  const hands = [relabel, all, none, away];
  const row = element("div", {class: "own-row own-hand"}, label.element, ...hands);
  return {
    element: row,
    /** `isIdle`: no picture is there, nor will one come of what is open. Then there is nothing to label. */
    follow(isIdle: boolean) {
      row.hidden = isIdle;
      for (const each of hands) each.hidden = table.keys.length === 0;
      for (const each of [relabel, away, none]) each.disabled = chosen.size === 0;
    },
  };
}
