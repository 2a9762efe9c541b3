import {paramTable} from "../../../lib/params.js";

/** Rows of the tables of flows that draw digits. */
export const {baseWidth, hand} = paramTable({
  baseWidth: {
    kind: "number",
    label: "Base width",
    default: 16,
    min: 4,
    max: 32,
    step: 4,
    group: "training",
    help: "Channels of the network at the full size of a picture; at half the size it has twice as many. Wider is slower and can draw finer.",
  },
  hand: {
    kind: "number",
    label: "Noise",
    default: 1,
    min: 1,
    max: 999,
    step: 1,
    group: "sampling",
    help: "Which noise the pictures come from. The same one gives the same pictures.",
  },
});
