import {lateFigure} from "../experiment/late-figure.js";

/** A picture that is signed and tampered with. */
export function lateSigning(): HTMLElement {
  return lateFigure("signing", async () => {
    const {signedExample} = await import("./signed-example.js");
    return signedExample();
  });
}

/** The place to drop pictures. */
export function lateVerify(): HTMLElement {
  return lateFigure("verify", async () => {
    const {verifyDesk} = await import("./verify-desk.js");
    return verifyDesk(globalThis.crypto?.subtle, () => new Date());
  });
}

/** An avatar that wears another's face, if its guardian agrees. */
export function lateBorrowedFace(): HTMLElement {
  return lateFigure("swap", async () => {
    const {borrowedFaceFigure} = await import("./borrowed-face.js");
    return borrowedFaceFigure();
  });
}
