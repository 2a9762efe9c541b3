/** The memory that processes take which this one has started, where the system tells (Linux). */
import {readdirSync, readFileSync} from "node:fs";

export interface MemoryWatch {
  /** Ends it; the most that one of them had at once, in MB. */
  stop(): number;
}

const everyMs = 5;

/** Watches those that there are, and those that begin from now on. */
export function watchChildren(): MemoryWatch {
  let most = 0;
  const look = () => {
    for (const child of childrenOf(process.pid)) most = Math.max(most, peakOf(child));
  };
  const timer = setInterval(look, everyMs);
  return {
    stop() {
      look();
      clearInterval(timer);
      return most;
    },
  };
}

function childrenOf(pid: number): readonly string[] {
  const read = (thread: string) => textOf(`/proc/${pid}/task/${thread}/children`).trim().split(" ");
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap(read).filter(Boolean);
  } catch {
    return [];
  }
}

/** What a process of Node has had at its most; 0 when it is gone, or another program. */
function peakOf(pid: string): number {
  if (!textOf(`/proc/${pid}/cmdline`).startsWith(process.execPath)) return 0;
  return Number(/VmHWM:\s+(\d+)/.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
