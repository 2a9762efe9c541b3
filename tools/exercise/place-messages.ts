/** Messages between the grader's process and the process for learner code. */

export type ToPlace =
  /** Make a new engine. */
  | {readonly kind: "open"}
  /** For the program in the engine. */
  | {readonly kind: "text"; readonly text: string}
  /** Drop the engine. A process that has grown ends instead of an answer. */
  | {readonly kind: "close"};

export type FromPlace =
  | {readonly kind: "open"}
  | {readonly kind: "text"; readonly text: string}
  | {readonly kind: "closed"};
