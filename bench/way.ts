/** One way to take the steps of steps.ts, in a process or worker of its own that rests until it is asked. */
export interface Way {
  /** Takes `count` steps and resolves to the ms of each. */
  take(step: string, count: number): Promise<number[]>;
  close(): Promise<void>;
}
