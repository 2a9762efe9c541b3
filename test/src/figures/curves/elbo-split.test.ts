import {expect, it} from "vitest";
import {natsText} from "../../../../src/figures/curves/elbo-split.js";

it("nats have true minus signs", () => {
  expect(natsText(-148.62)).toBe("−148.6");
});
