/** Whether a thread has work, and whose turn it is. */
export const states = {
  starting: 0,
  idle: 1,
  posted: 2,
  running: 3,
  done: 4,
  /** The thread needs more scratch. */
  wants: 5,
  failed: 6,
} as const;
