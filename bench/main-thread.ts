/** What the main thread of a page does, as Chromium's own trace tells it: in processor time, since wall time would also count what other
 * processes of a busy machine took. */
import type {Page} from "playwright";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** When it began and how long it was there, in microseconds by the clock. */
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread, in microseconds. */
  readonly tdur?: number;
  readonly args: {readonly name?: string};
}

const categories = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"];

export interface MainThread {
  /** Tasks in ms, longest first; and the same without the garbage collections that fell into them, which come when they like. */
  readonly tasks: readonly number[];
  readonly ownTasks: readonly number[];
  /** Garbage collections in ms, longest first. */
  readonly collections: readonly number[];
  /** Over all tasks of the page's workers, in ms. */
  readonly workersMs: number;
  /** Layout with style, and painting up to the compositor, in ms over all tasks. */
  readonly layoutMs: number;
  readonly paintMs: number;
}

/** Does `work` and tells what the page's main thread did meanwhile. */
export async function watchMainThread(page: Page, work: () => Promise<void>): Promise<MainThread> {
  const client = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  client.on("Tracing.dataCollected", ({value}) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await client.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {includedCategories: categories, excludedCategories: ["*"]},
  });
  await work();
  const complete = new Promise<void>((resolve) =>
    client.once("Tracing.tracingComplete", () => resolve()),
  );
  await client.send("Tracing.end");
  await complete;
  await client.detach();
  const main = named(events, "CrRendererMain");
  const workers = named(events, "DedicatedWorker thread");
  const collections = main.filter(({name}) => /^(Minor|Major)GC$/.test(name));
  const tasks = main.filter(isTask);
  return {
    tasks: descending(tasks.map(cpuMs)),
    ownTasks: descending(tasks.map((task) => cpuMs(task) - sum(within(task, collections)))),
    collections: descending(collections.map(cpuMs)),
    workersMs: sum(workers.filter(isTask).map(cpuMs)),
    layoutMs: msOf(main, ["UpdateLayoutTree", "Layout"]),
    paintMs: msOf(main, ["PrePaint", "Paint", "Layerize", "Commit"]),
  };
}

const isTask = ({name}: TraceEvent) => name === "RunTask";
const cpuMs = ({tdur = 0}: TraceEvent) => tdur / 1000;
const descending = (values: readonly number[]) => values.toSorted((a, b) => b - a);

/** The events on the threads called `thread`; there is one page, and so one main thread of a renderer. */
function named(events: readonly TraceEvent[], thread: string): readonly TraceEvent[] {
  const threads = new Set(
    events
      .filter(({name, args}) => name === "thread_name" && args.name === thread)
      .map(({pid, tid}) => `${pid} ${tid}`),
  );
  return events.filter(({ph, pid, tid}) => ph === "X" && threads.has(`${pid} ${tid}`));
}

/** Ms of those of `parts` that fell into `task`. */
function within(task: TraceEvent, parts: readonly TraceEvent[]): readonly number[] {
  const end = task.ts + (task.dur ?? 0);
  return parts.filter(({ts}) => ts >= task.ts && ts < end).map(cpuMs);
}

function msOf(events: readonly TraceEvent[], names: readonly string[]): number {
  return sum(events.filter(({name}) => names.includes(name)).map(cpuMs));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
