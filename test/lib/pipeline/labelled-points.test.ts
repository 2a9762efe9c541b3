import {expect, test} from "vitest";
import {findPointClass} from "../../../lib/datasets/point-classes.js";
import {findPointSet} from "../../../lib/datasets/points.js";
import {pointBatches} from "../../../lib/pipeline/batches.js";
import {labelledPoints} from "../../../lib/pipeline/labelled-points.js";
import {Random} from "../../../lib/random.js";

const plain = () => pointBatches(findPointSet("ring"), 32, new Random(1));

test("the same points in the same order, each with the class of its place", () => {
  const classOf = findPointClass("ring");
  const [points, labelled] = [plain(), labelledPoints(plain(), classOf)];
  const kept = labelled.state();
  const first = labelled.next();
  expect(first.x).toEqual(points.next().x);
  expect(first.label.shape).toEqual([32]);
  for (let i = 0; i < 32; i++)
    expect(first.label.data[i]).toBe(classOf(first.x.data[2 * i]!, first.x.data[2 * i + 1]!));
  labelled.restore(kept);
  expect(labelled.next()).toEqual(first);
});
