/** What page and cells say to each other. The page believes nothing of what comes: see parse-said.ts. */
import type {CellNeeds} from "./cell-graph.js";
import type {Cell} from "./notebook.js";
import type {CellReport} from "./shown.js";

/** Programs that cells may ask for. */
export const programNames = ["tensors", "d3", "experiments"] as const;
/** A program, or a data file of the course, and nothing else. */
export type ResourceName = (typeof programNames)[number] | FileResource;
export type FileResource = `file ${string}`;

export interface Resource {
  /** A program that the cells' place runs. */
  readonly script?: string;
  readonly bytes?: ArrayBuffer;
}

export type ToCells =
  | {readonly kind: "cells"; readonly cells: readonly Cell[]; readonly again: readonly number[]}
  | {readonly kind: "input"; readonly id: number; readonly input: number; readonly value: unknown}
  | {readonly kind: "resource"; readonly name: ResourceName; readonly resource: Resource}
  | {readonly kind: "no-resource"; readonly name: ResourceName; readonly problem: string};

/** A message from the cells as it crosses: JSON, with the bytes of pictures beside it. */
export interface Said {
  readonly text: string;
  readonly buffers: readonly ArrayBuffer[];
}

export type FromCells =
  | {readonly kind: "report"; readonly report: CellReport}
  | {readonly kind: "graph"; readonly cells: readonly CellNeeds[]}
  /** The code of a cell begins. */
  | {readonly kind: "begins"; readonly id: number}
  | {readonly kind: "need"; readonly name: ResourceName};
