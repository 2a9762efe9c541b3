import {expect, test} from "vitest";
import {Complaints} from "../../lib/complaints.js";

test("each complaint is made once, and those beyond the first few are counted", () => {
  const complaints = new Complaints(2);
  expect(complaints.list).toEqual([]);
  for (const text of ["a", "b", "a", "c", "b", "d"]) complaints.add(text);
  expect(complaints.list).toEqual(["a", "b", "and 2 more like these"]);
});
