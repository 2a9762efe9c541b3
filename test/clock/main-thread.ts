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

/**
 * Does `work` and returns the tasks of the page's main thread meanwhile, in ms of its own processor time, longest first.
 * Wall time would also count what other processes of a busy machine took.
 */
export async function mainThreadTasks(page: Page, work: () => Promise<void>): Promise<number[]> {
  const client = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  client.on("Tracing.dataCollected", ({value}) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  const categories = "toplevel,disabled-by-default-devtools.timeline,devtools.timeline";
  await client.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      includedCategories: categories.split(","),
      excludedCategories: ["*"],
    },
  });
  await work();
  const complete = new Promise<void>((resolve) =>
    client.once("Tracing.tracingComplete", () => resolve()),
  );
  await client.send("Tracing.end");
  await complete;
  await client.detach();
  return taskTimes(events);
}

/** Of the renderer main threads, which here is the page's one. */
function taskTimes(events: readonly TraceEvent[]): number[] {
  const mains = new Set(
    events
      .filter(({name, args}) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({pid, tid}) => `${pid} ${tid}`),
  );
  return events
    .filter(({name, pid, tid}) => name === "RunTask" && mains.has(`${pid} ${tid}`))
    .map(({tdur = 0}) => tdur / 1000)
    .sort((a, b) => b - a);
}
