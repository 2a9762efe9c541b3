import type {MakeView} from "../view.js";
import {ganDigitsView} from "./gan-digits.js";
import {ganPlaneView} from "./gan-plane.js";

/** The figures of every experiment, by its id. */
export const views: Readonly<Record<string, MakeView>> = {
  "gan-digits": ganDigitsView,
  "gan-plane": ganPlaneView,
};
