/** Draws planned faces to pixels, with a rasteriser in WebAssembly: the same bytes on every machine. */
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import * as avataaars from "@dicebear/avataaars";
import {createAvatar} from "@dicebear/core";
import {initWasm, Resvg} from "@resvg/resvg-wasm";
import {avatarOptions} from "./face-parts.js";
import type {FacePlan} from "./face-plan.js";

export const faceSide = 32;
/** The part of the drawing, 280 by 280, that is shown: the head and a bit of the shirt. */
const window = "42 22 194 194";

let isReady: Promise<void> | undefined;

/** To be awaited before the first face. */
export function readyToDraw(): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");
  isReady ??= initWasm(readFileSync(wasm));
  return isReady;
}

/** One face, [32, 32, 3]. */
export function drawFace(plan: FacePlan): Uint8Array {
  const svg = createAvatar(avataaars, avatarOptions(plan) as never).toString();
  const shown = svg.replace(/viewBox="[^"]*"/, `viewBox="${window}"`);
  const picture = new Resvg(shown, {fitTo: {mode: "width", value: faceSide}}).render();
  const {pixels} = picture; // RGBA, opaque
  const rgb = Uint8Array.from(
    {length: faceSide * faceSide * 3},
    (_, i) => pixels[4 * Math.floor(i / 3) + (i % 3)]!,
  );
  picture.free();
  return rgb;
}
