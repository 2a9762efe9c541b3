/** How a test ends when it does not pass. */
import type {Ending} from "./sandbox.js";
import type {Feedback, TestStatus} from "./verdict.js";

/** The learner's answer is not right. */
export class Failure extends Error {
  readonly feedback: Feedback;
  readonly status: TestStatus;

  constructor(feedback: Feedback, status: TestStatus = "failed") {
    super(feedback.advice ?? feedback.yours ?? "the answer is not right");
    this.name = "Failure";
    this.feedback = feedback;
    this.status = status;
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
