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
  return {
    element: element("div", {class: "own-row"}, label.element, relabel, all, none, away),
    follow() {
      for (const each of [relabel, away, none]) each.disabled = chosen.size === 0;
      all.disabled = table.keys.length === 0;
    },
  };
}
