import {expect, test} from "vitest";
import {faces, faceWords} from "../../../lib/datasets/faces.js";
import {attributeSets} from "../../../lib/datasets/index.js";

const labelsOf = (wanted: Readonly<Record<string, string>>) =>
  faces.attributes.map(({name, options}) => Math.max(0, options.indexOf(wanted[name] ?? "")));

test("a face in words", () => {
  const words = [
    {hair: "long", hairColour: "red", glasses: "dark", beard: "full"},
    {hair: "short", hairColour: "black"},
    {glasses: "clear"},
  ].map((wanted) => faceWords(labelsOf(wanted)));
  expect(words).toEqual([
    "long red hair, dark glasses, beard",
    "short black hair",
    "no hair, clear glasses",
  ]);
});

test("is among the sets with attributes", () => {
  expect(attributeSets.faces).toBe(faces);
});
