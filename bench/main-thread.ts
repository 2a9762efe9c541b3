/** What the main thread of a page does, as Chromium's own trace tells it: in processor time, since wall time would also count what other
 * processes of a busy machine took. */
import type {Page} from "playwright";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time of the thread, in microseconds. */
  readonly tdur?: number;
  readonly args: {readonly name?: string};
}

const categories = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"];

export interface MainThread {
  /** Tasks in ms, longest first. */
  readonly tasks: readonly number[];
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
  const times = timesOf(events);
  return {
    tasks: times(["RunTask"]).sort((a, b) => b - a),
    layoutMs: sum(times(["UpdateLayoutTree", "Layout"])),
    paintMs: sum(times(["PrePaint", "Paint", "Layerize", "Commit"])),
  };
}

/** Ms of the events of some names on the renderers' main threads, which here is the page's one. */
function timesOf(events: readonly TraceEvent[]): (names: readonly string[]) => number[] {
  const mains = new Set(
    events
      .filter(({name, args}) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({pid, tid}) => `${pid} ${tid}`),
  );
  const own = events.filter(({ph, pid, tid}) => ph === "X" && mains.has(`${pid} ${tid}`));
  return (names) => own.filter(({name}) => names.includes(name)).map(({tdur = 0}) => tdur / 1000);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
