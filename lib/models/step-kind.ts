/** One button of the run bar beside Train: `both` is a whole step, the others update one network only. */
export type StepKind = "both" | "discriminator" | "generator";
