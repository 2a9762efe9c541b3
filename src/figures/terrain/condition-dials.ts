/** Dials for the conditions of the whole world. */
import {element, uniqueId} from "../../controls/element.js";
import {conditionRange} from "../../lib/leaning-field.js";

const conditions = {
  rough: {label: "Ruggedness", ...conditionRange.rough, step: 0.05, value: 0.9},
  tall: {label: "Height", ...conditionRange.tall, step: 0.05, value: 1.3},
  water: {label: "Water, metres", min: -400, max: 400, step: 10, value: -60},
} as const;
type Condition = keyof typeof conditions;

export function conditionDials(onchange: () => void) {
  const names = Object.keys(conditions) as readonly Condition[];
  const made = names.map((name) => {
    const {label, min, max, step, value} = conditions[name];
    const id = uniqueId("terrain");
    const input = element("input", {type: "range", id, min, max, step, value: String(value)});
    input.addEventListener("input", onchange);
    return {name, input, part: element("div", {}, element("label", {for: id}, label), input)};
  });
  return {
    element: element("div", {class: "terrain-dials"}, ...made.map(({part}) => part)),
    values: () =>
      Object.fromEntries(made.map(({name, input}) => [name, Number(input.value)])) as Record<
        Condition,
        number
      >,
  };
}
