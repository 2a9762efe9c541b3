/** Dials for the conditions of the whole world. */
import {element} from "../../controls/element.js";
import {paramControl} from "../../controls/param-control.js";
import {defaultParams, paramTable} from "../../lib/params.js";
import {conditionRange} from "../../lib/worlds/leaning-field.js";

const dial = {kind: "number", group: "view"} as const;

const conditions = paramTable({
  rough: {
    ...{...dial, label: "Ruggedness", default: 0.9, ...conditionRange.rough, step: 0.05},
    help: "How much chance there is in the details. 0 leaves what the network would bet on; 1 is as rough as what it learned from.",
  },
  tall: {
    ...{...dial, label: "Height", default: 1.3, ...conditionRange.tall, step: 0.05},
    help: "How high the large shapes are. 1 is as high as those that the network learned from.",
  },
  water: {
    ...{...dial, label: "Water, metres", default: -60, min: -400, max: 400, step: 10},
    help: "Where its surface lies. All ground below it is under water.",
  },
});
type Condition = keyof typeof conditions;

export function conditionDials(onchange: () => void) {
  const values: Record<Condition, number> = defaultParams(conditions);
  const rows = (Object.keys(conditions) as readonly Condition[]).map((name) => {
    const control = paramControl(
      name,
      conditions[name],
      {locked: false, isAtFigure: true},
      (value) => {
        values[name] = Number(value);
        onchange();
      },
    );
    control.set(values[name]);
    return control.row;
  });
  return {
    element: element("div", {class: "terrain-dials"}, ...rows),
    values: (): Readonly<Record<Condition, number>> => ({...values}),
  };
}
