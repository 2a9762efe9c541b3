import {describe, expect, it} from "vitest";
import {cursorAfterKey, listenToCursor} from "../../../src/figures/cursor-keys.js";
import {listenToPad, padRoom} from "../../../src/figures/paint/pad-hand.js";
import {planeRoom} from "../../../src/figures/plane/plane-hand.js";
import type {Point} from "../../../src/figures/point.js";
import {SurfaceDouble} from "./surface-double.js";

describe("cursorAfterKey, the plane", () => {
  const room = planeRoom(1.25);
  const at = {x: 0.1, y: -0.2};

  it("moves by 0.05, with Shift by 0.25, up being up", () => {
    expect(cursorAfterKey(at, {key: "ArrowUp", shiftKey: false}, room)).toEqual({x: 0.1, y: -0.15});
    expect(cursorAfterKey(at, {key: "ArrowLeft", shiftKey: true}, room)).toEqual({
      x: -0.15,
      y: -0.2,
    });
  });

  it("stays on the plane", () => {
    const edge = {x: 1.25, y: -1.24};
    expect(cursorAfterKey(edge, {key: "ArrowRight", shiftKey: true}, room)).toEqual(edge);
    expect(cursorAfterKey(edge, {key: "ArrowDown", shiftKey: false}, room)?.y).toBe(-1.25);
  });

  it("leaves other keys alone", () => {
    expect(cursorAfterKey(at, {key: "Enter", shiftKey: false}, room)).toBeUndefined();
  });
});

describe("cursorAfterKey, the pad", () => {
  it("moves the pen by a pixel, with Shift by four, and keeps it on the pad", () => {
    const press = (key: string, shiftKey = false) =>
      cursorAfterKey({x: 14, y: 3}, {key, shiftKey}, padRoom);
    expect(press("ArrowLeft")).toEqual({x: 13, y: 3});
    expect(press("ArrowDown", true)).toEqual({x: 14, y: 7});
    expect(press("ArrowUp", true)).toEqual({x: 14, y: 1});
    expect(press("a")).toBeUndefined();
  });
});

const told = (list: string[], what: string) => (place?: Point) =>
  list.push(place ? `${what} ${place.x} ${place.y}` : what);

describe("the keys' cursor", () => {
  it("moves, presses where it is, takes back and leaves; other keys keep their effect", () => {
    const surface = new SurfaceDouble();
    const list: string[] = [];
    const [move, press, undo] = ["move", "press", "undo"].map((what) => told(list, what));
    listenToCursor(surface.element, planeRoom(1), {
      move: move!,
      press: press!,
      undo: () => undo!(),
    });
    const prevented = ["ArrowRight", "ArrowUp", " ", "Enter", "Backspace", "Tab"].map((key) =>
      surface.key(key),
    );
    surface.leave();
    expect(prevented).toEqual([true, true, true, true, true, false]);
    expect(list).toEqual([
      "move 0.05 0",
      "move 0.05 0.05",
      "press 0.05 0.05",
      "press 0.05 0.05",
      "undo",
      "move",
    ]);
  });

  it("is a pen on the pad: it draws from one Space to the next, and is lifted by Backspace and on leaving", () => {
    const surface = new SurfaceDouble();
    const list: string[] = [];
    listenToPad(surface.element, {
      press: told(list, "press"),
      drag: told(list, "drag"),
      point: (place, isDown) => list.push(place ? (isDown ? "down" : "up") : "gone"),
      undo: told(list, "undo"),
    });
    for (const key of ["ArrowRight", " ", "ArrowRight", " ", "ArrowRight"]) surface.key(key);
    expect(list).toEqual(["up", "press 15 14", "down", "drag 16 14", "down", "up", "up"]);
    list.length = 0;
    for (const key of [" ", "Backspace", "ArrowLeft"]) surface.key(key);
    expect(list).toEqual(["press 17 14", "down", "undo", "up"]);
    list.length = 0;
    surface.key(" ");
    surface.leave();
    surface.key("ArrowLeft");
    expect(list).toEqual(["press 16 14", "down", "gone", "up"]);
  });
});
