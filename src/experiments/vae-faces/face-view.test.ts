import {expect, test} from "vitest";
import {faces} from "../../lib/datasets/faces.js";
import {vaeFaces} from "./experiment.js";
import {addedOption, optionIndex} from "./face-view.js";

test("everything that may be added is an option of an attribute, and every option may", () => {
  const {options} = vaeFaces.params.add;
  const places = Object.keys(options).map((add) => {
    const {attribute, option} = addedOption(add);
    const {column, label} = optionIndex(attribute, option);
    const {label: name, options: known} = faces.attributes[column]!;
    expect(options[add]).toBe(`${name}: ${known[label]}`);
    return `${column} ${label}`;
  });
  expect(new Set(places).size).toBe(faces.attributes.flatMap((each) => each.options).length);
});

test("an option that there is not is refused", () => {
  expect(() => optionIndex("glasses", "rosy")).toThrow(
    "unknown glasses: rosy (one of none, clear, dark)",
  );
  expect(() => optionIndex("age", "old")).toThrow(
    "unknown attribute: age (one of glasses, beard, ",
  );
});
