import {describe, expect, it} from "vitest";
import type {Point} from "../../../src/figures/point.js";
import {listenToStroke} from "../../../src/figures/stroke.js";
import {SurfaceDouble} from "./surface-double.js";

/** A surface, and what its hand was told: "press 0.5 0.25", "hover", … */
function listened(ear: "stroke" | "hover") {
  const surface = new SurfaceDouble();
  const told: string[] = [];
  const tell = (what: string) => (place?: Point) =>
    told.push(place ? `${what} ${place.x} ${place.y}` : what);
  const stroke = {press: tell("press"), drag: tell("drag"), release: tell("release")};
  listenToStroke(surface.element, ear === "stroke" ? stroke : {hover: tell("hover")});
  return {surface, told};
}

describe("a stroke", () => {
  it("goes from press by drags to release, in shares of the surface, and captures its pointer", () => {
    const {surface, told} = listened("stroke");
    surface.point("pointermove", 0.9, 0.9);
    surface.point("pointerdown", 0.5, 0.25, {pointerId: 7});
    surface.point("pointermove", 0.75, 0.5, {pointerId: 7});
    surface.point("pointermove", 1.5, -0.5, {pointerId: 7});
    surface.point("pointerup", 1.5, -0.5, {pointerId: 7});
    surface.point("pointermove", 0.1, 0.1, {pointerId: 7});
    expect(told).toEqual(["press 0.5 0.25", "drag 0.75 0.5", "drag 1.5 -0.5", "release"]);
    expect(surface.captured).toEqual([7]);
  });

  it("has all moves that came in one event, the last of them once", () => {
    const {surface, told} = listened("stroke");
    const parts = [
      [0.25, 0.5],
      [0.5, 0.5],
    ] as const;
    surface.point("pointerdown", 0, 0.5);
    surface.point("pointermove", 0.5, 0.5, {coalesced: parts});
    surface.point("pointermove", 1, 0.5, {coalesced: [[0.75, 0.5]]});
    expect(told.slice(1)).toEqual(["drag 0.25 0.5", "drag 0.5 0.5", "drag 0.75 0.5", "drag 1 0.5"]);
  });

  it("does without them where the browser tells none", () => {
    const {surface, told} = listened("stroke");
    surface.point("pointerdown", 0, 0);
    surface.point("pointermove", 0.5, 0.5, {coalesced: null});
    expect(told).toEqual(["press 0 0", "drag 0.5 0.5"]);
  });

  it("is one finger's: a second one neither draws nor ends it", () => {
    const {surface, told} = listened("stroke");
    const second = {pointerId: 2, isPrimary: false};
    surface.point("pointerdown", 0, 0);
    surface.point("pointerdown", 0.5, 0.5, second);
    surface.point("pointermove", 0.75, 0.75, second);
    surface.point("pointerup", 0.75, 0.75, second);
    surface.point("pointermove", 0.25, 0.25);
    surface.point("pointercancel", 0.25, 0.25);
    expect(told).toEqual(["press 0 0", "drag 0.25 0.25", "release"]);
  });

  it("is not begun by another button", () => {
    const {surface, told} = listened("stroke");
    surface.point("pointerdown", 0, 0, {button: 2});
    surface.point("pointermove", 0.5, 0.5);
    surface.point("pointerup", 0.5, 0.5);
    expect(told).toEqual([]);
  });

  it("is ended by the next one when nobody said that it had ended", () => {
    const {surface, told} = listened("stroke");
    surface.point("pointerdown", 0, 0, {pointerId: 3});
    surface.point("pointerdown", 0.5, 0.5, {pointerId: 4});
    surface.point("pointermove", 0.75, 0.75, {pointerId: 3});
    surface.point("pointerup", 0.5, 0.5, {pointerId: 4});
    expect(told).toEqual(["press 0 0", "release", "press 0.5 0.5", "release"]);
  });
});

describe("hovering", () => {
  it("tells where the pointer is, pressed or not, and when it has left", () => {
    const {surface, told} = listened("hover");
    surface.point("pointermove", 0.25, 0.5);
    surface.point("pointerdown", 0.5, 0.5);
    surface.point("pointermove", 0.75, 0.5, {pointerId: 2, isPrimary: false});
    surface.point("pointermove", 1, 0.5, {coalesced: [[0.75, 0.5]]});
    surface.point("pointerleave", 1, 0.5);
    expect(told).toEqual(["hover 0.25 0.5", "hover 0.5 0.5", "hover 1 0.5", "hover"]);
  });
});
