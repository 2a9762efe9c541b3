/** The run of a notebook: the place where its cells compute, what it asks for, and how it ends. */
import type {CellNeeds} from "./cell-graph.js";
import type {FromCells, Said, ToCells} from "./exchange.js";
import type {Cell} from "./notebook.js";
import {type CellsEnding, limitMs, type NotebookFrame, notebookFrame} from "./notebook-frame.js";
import {parseSaid} from "./parse-said.js";
import {cellsProgram, fetchResource, placeUrl} from "./resources.js";
import {type CellReport, limits, weightOf} from "./shown.js";

export interface RunOptions {
  readonly onreport: (report: CellReport) => void;
  readonly ongraph: (cells: readonly CellNeeds[]) => void;
  readonly onbegin: (id: number) => void;
  readonly onbusy: (isBusy: boolean) => void;
  /** The run has ended by itself; `id` is the cell that was last begun. */
  readonly onend: (why: string, id: number | undefined) => void;
}

export class NotebookRun {
  readonly #options: RunOptions;
  #frame: NotebookFrame | undefined;
  #waiting: ToCells[] = [];
  #isOver = false;
  #begun: number | undefined;
  /** Bytes that each cell needs to be shown. What is said of another cell is nothing. */
  #weights = new Map<number, number>();
  /** Of all of them. */
  #weight = 0;
  /** Resources that the cells have: they keep them, so that none is sent twice. */
  readonly #brought = new Set<string>();
  #refused = 0;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#start().catch((error) =>
      this.#end(`Stopped: the engine could not be fetched: ${wordsOf(error)}`),
    );
  }

  update(cells: readonly Cell[], again: readonly number[]): void {
    this.#weights = new Map(cells.map(({id}) => [id, this.#weights.get(id) ?? 0]));
    this.#weight = [...this.#weights.values()].reduce((sum, each) => sum + each, 0);
    this.#send({kind: "cells", cells, again});
  }

  set(id: number, input: number, value: unknown): void {
    this.#send({kind: "input", id, input, value});
  }

  /** Ends the cells and everything they have. */
  stop(): void {
    this.#isOver = true;
    this.#frame?.remove();
  }

  async #start(): Promise<void> {
    const script = await cellsProgram();
    if (this.#isOver) return;
    this.#frame = notebookFrame({
      url: placeUrl,
      script,
      onsaid: (said) => this.#hear(said),
      onbusy: (isBusy) => this.#options.onbusy(isBusy),
      onend: (why) => this.#end(endings[why]),
    });
    for (const message of this.#waiting.splice(0)) this.#frame.send(message);
  }

  #send(message: ToCells): void {
    if (this.#frame) this.#frame.send(message);
    else this.#waiting.push(message);
  }

  #hear(said: Said): void {
    if (this.#isOver) return;
    let message: FromCells;
    try {
      message = parseSaid(said);
    } catch (error) {
      this.#end(`Stopped: a cell said what no cell says: ${wordsOf(error)}`);
      return;
    }
    if (message.kind === "report") this.#show(message.report);
    else if (message.kind === "graph") this.#options.ongraph(message.cells);
    else if (message.kind === "begins") this.#begins(message.id);
    else void this.#bring(message.name);
  }

  #begins(id: number): void {
    this.#begun = id;
    this.#options.onbegin(id);
  }

  #show(report: CellReport): void {
    const before = this.#weights.get(report.id);
    if (before === undefined) return;
    const own = report.shown.reduce((sum, each) => sum + weightOf(each), 0);
    this.#weights.set(report.id, own);
    this.#weight += own - before;
    if (this.#weight > limits.weight) this.#end(endings.weight);
    else this.#options.onreport(report);
  }

  async #bring(name: Extract<FromCells, {kind: "need"}>["name"]): Promise<void> {
    if (this.#brought.has(name)) return;
    this.#brought.add(name);
    try {
      this.#send({kind: "resource", name, resource: await fetchResource(name)});
    } catch (error) {
      this.#brought.delete(name);
      if (++this.#refused > mostRefused) return this.#end(endings.flood);
      this.#send({
        kind: "no-resource",
        name,
        problem: `${name} could not be fetched: ${wordsOf(error)}`,
      });
    }
  }

  #end(why: string): void {
    if (this.#isOver) return;
    this.stop();
    this.#options.onend(why, this.#begun);
  }
}

/** Names of files that are not there, in one run. */
const mostRefused = 100;

const endings: Readonly<Record<CellsEnding | "weight", string>> = {
  time: `Stopped: this cell has computed for ${limitMs / 1000} seconds without a pause. Let a long loop yield, or await something in it.`,
  memory: "Stopped: the cells needed more memory than there is, or did not answer any more.",
  weight: "Stopped: the cells show more than the page has memory for.",
  flood: "Stopped: the cells showed more at once than can be drawn.",
  crash: "Stopped: the place where cells run has failed.",
};

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
