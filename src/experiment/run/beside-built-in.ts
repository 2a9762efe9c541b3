import type {Driver} from "../../lib/driver.js";
import type {Trainer} from "./trainer.js";

/** The part of a trainer in use. */
export type Driven = Pick<Trainer, "run" | "status" | "subscribe" | "train" | "drive">;

/**
 * Trains with the model's own parts to the end, and then the same with `driver`, so that the two stand side by side. Resolves with whether it
 * came to the second: the reader may set something otherwise, or the first may fail.
 */
export async function besideBuiltIn(trainer: Driven, driver: Driver): Promise<boolean> {
  if (trainer.run.driver) await trainer.drive(undefined);
  if (!isWhole(trainer) && !(await wholeRun(trainer))) return false;
  await trainer.drive(driver);
  void trainer.train();
  return true;
}

/** The picture of the last step comes after the word that it is done. */
function isWhole({status, run}: Driven): boolean {
  return status === "done" && run.snapshot?.step === run.step;
}

/** Trains the present run. Resolves with whether it is done, once it is that, has failed or given way to another. */
function wholeRun(trainer: Driven): Promise<boolean> {
  const {run} = trainer;
  return new Promise((resolve) => {
    const stop = trainer.subscribe(() => {
      const isOther = trainer.run !== run || trainer.status === "failed";
      if (!isOther && !isWhole(trainer)) return;
      stop();
      resolve(!isOther);
    });
    void trainer.train();
  });
}
