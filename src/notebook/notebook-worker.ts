/**
 * The program in which the cells of a notebook run: Observable's runtime with the course's own modules, in a worker that has no network
 * and no storage. Whatever it needs it asks of the page, by a name of a short list.
 */
import "./frames.js";
// @ts-expect-error the package has no types; runtime-types.ts has those in use
import {Runtime} from "@observablehq/runtime";
import {parse, parseExpressionAt} from "acorn";
import {transform} from "sucrase";
import {courseModules} from "./course-modules.js";
import type {FromCells, Resource, ResourceName, ToCells} from "./exchange.js";
import {NotebookEngine} from "./notebook-engine.js";
import type {MakeRuntime} from "./runtime-types.js";
import type {CellReport, Shown} from "./shown.js";
import {soon} from "./soon.js";
import {stripTypes} from "./strip-types.js";

declare const self: WorkerGlobalScope;

interface WorkerGlobalScope {
  onmessage: ((event: MessageEvent<ToCells | "there?">) => void) | null;
  postMessage(message: unknown, transfer?: Transferable[]): void;
}

// A worker of a cell's own would be watched by nobody: it could compute without end, and fill a memory of its own.
Reflect.deleteProperty(globalThis, "Worker");

/** Kept from cells, which may change what is global. */
const post = self.postMessage.bind(self);
const later = setTimeout.bind(globalThis);
const now = performance.now.bind(performance);

function say(key: string, message: FromCells): void {
  const buffers: ArrayBuffer[] = [];
  const text = JSON.stringify(message, (_, value: unknown) => {
    if (!(value instanceof Uint8Array)) return value;
    buffers.push(value.slice().buffer);
    return buffers.length - 1;
  });
  post({key, text, buffers}, buffers);
}

/** The last report of each cell goes out when its task is over, unless some have gone out just before. */
const reports = new Map<number, CellReport>();
const reportEveryMs = 16;
let lastFlush = Number.NEGATIVE_INFINITY;
let isFlushDue = false;
const report = (each: CellReport) => {
  if (!isFlushDue) planFlush();
  const shown: readonly Shown[] = [...each.shown];
  reports.set(each.id, {...each, shown});
};
const planFlush = () => {
  isFlushDue = true;
  const wait = lastFlush + reportEveryMs - now();
  if (wait > 0) later(flushDue, wait);
  else soon(flushDue);
};
const flushDue = () => {
  isFlushDue = false;
  lastFlush = now();
  flush();
};
const flush = () => {
  for (const each of reports.values()) say(`cell ${each.id}`, {kind: "report", report: each});
  reports.clear();
};

type Waiting = {resolve(resource: Resource): void; reject(error: Error): void};
const asked = new Map<ResourceName, Waiting>();
const resources = new Map<ResourceName, Promise<Resource>>();

function need(name: ResourceName): Promise<Resource> {
  const known = resources.get(name);
  if (known) return known;
  const resource = new Promise<Resource>((resolve, reject) => asked.set(name, {resolve, reject}));
  resources.set(name, resource);
  say(`need ${name}`, {kind: "need", name});
  return resource;
}

const engine = new NotebookEngine({
  Runtime: Runtime as MakeRuntime,
  parsers: {strip: (code) => stripTypes(code, transform), parse, parseExpressionAt},
  imported: courseModules(need),
  report,
  graph: (cells) => say("graph", {kind: "graph", cells}),
  // At once, for this cell may never pause again.
  begins: (id) => {
    flush();
    say("begins", {kind: "begins", id});
  },
});

self.onmessage = ({data}) => {
  if (data === "there?") return post("here");
  if (data.kind === "cells") engine.update(data.cells, data.again);
  else if (data.kind === "input") engine.set(data.id, data.input, data.value);
  else if (data.kind === "resource") asked.get(data.name)?.resolve(data.resource);
  else if (data.kind === "no-resource") {
    resources.delete(data.name); // the next cell that asks tries again
    asked.get(data.name)?.reject(new Error(data.problem));
  }
};
