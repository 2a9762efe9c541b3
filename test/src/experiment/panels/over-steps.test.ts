import {expect, test} from "vitest";
import {tabsOf} from "../../../../src/experiment/panels/over-steps.js";

const figure = {} as HTMLElement;
const curve = (name: string) => ({name, figure});
const measure = (name: string) => ({name, figure, measure: name});

/** What stands on each tab, by name. */
function namesOf(tabs: ReturnType<typeof tabsOf>) {
  return Object.fromEntries(tabs.map(({title, figures}) => [title, figures.map(({name}) => name)]));
}

test("curves and measures have a tab each, what follows a measure beside it", () => {
  const parts = [curve("losses"), curve("scores"), measure("distance")];
  const follower = {name: "classes", figure};
  const tabs = tabsOf(parts, (part) => (part.measure === "distance" ? follower : undefined));
  expect(namesOf(tabs)).toEqual({
    Curves: ["losses", "scores"],
    Measures: ["distance", "classes"],
  });
});

test("figures that fit beside each other share a tab", () => {
  const tabs = tabsOf([measure("accuracy"), curve("batch"), curve("loss")], () => undefined);
  expect(namesOf(tabs)).toEqual({Curves: ["accuracy", "batch", "loss"]});
  const curves = ["a", "b", "c", "d"].map(curve);
  expect(namesOf(tabsOf(curves, () => undefined))).toEqual({Curves: ["a", "b", "c", "d"]});
});
