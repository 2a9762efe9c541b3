/** How a test ends when it does not pass. */
import type {Ending} from "./sandbox.js";
import type {Feedback, TestStatus} from "./verdict.js";

/** A mistake that leads to a wrong value, and the advice for it. */
export interface Cause {
  /** The same for another input whose value comes of the same. */
  readonly id: string;
  readonly advice?: string | undefined;
}

/** The learner's answer is not right. */
export class Failure extends Error {
  /** Its advice is that of the first cause. */
  readonly feedback: Feedback;
  readonly status: TestStatus;
  /** All that fit this input, the likeliest first; the last is the rule itself, which always fits. */
  readonly causes: readonly [Cause, ...Cause[]];

  constructor(
    feedback: Feedback,
    status: TestStatus = "failed",
    causes: readonly [Cause, ...Cause[]] = [{id: "the rule", advice: feedback.advice}],
  ) {
    const {advice: _, ...rest} = feedback;
    const {advice} = causes[0];
    super(advice ?? feedback.yours ?? "the answer is not right");
    this.name = "Failure";
    this.feedback = advice === undefined ? rest : {...rest, advice};
    this.status = status;
    this.causes = causes;
  }

  /** The same failure, put down to these causes alone. */
  becauseOf(causes: readonly [Cause, ...Cause[]]): Failure {
    return new Failure(this.feedback, this.status, causes);
  }

  /** The same failure with more said of it. */
  with(feedback: Feedback): Failure {
    return new Failure({...this.feedback, ...feedback}, this.status, this.causes);
  }

  /** The rule that was broken, whatever it came of. */
  get rule(): Cause {
    return this.causes.at(-1)!;
  }
}

/** Learner code was stopped for good. */
export class Stopped extends Error {
  readonly why: Ending;

  constructor(why: Ending) {
    super(`learner code was stopped: ${why}`);
    this.name = "Stopped";
    this.why = why;
  }
}
