import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Row = readonly number[];
type Rows = readonly Row[];

const sum = (values: Row) => values.reduce((a, b) => a + b, 0);
const product = (a: Row, b: Row) => sum(a.map((value, i) => value * b[i]!));

function softmax(scores: Row): number[] {
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  return powers.map((power) => power / sum(powers));
}

const sharesOf = (query: Row, keys: Rows, scale = Math.sqrt(query.length)) =>
  softmax(keys.map((key) => product(query, key) / scale));
const meanOf = (shares: Row, values: Rows) =>
  values[0]!.map((_, k) => sum(shares.map((share, i) => share * values[i]![k]!)));

interface Look {
  readonly query: number[];
  readonly keys: number[][];
}

function drawLook(draw: Draw): Look {
  const m = draw.size(2, 5, 20);
  const tokens = draw.size(2, 5, 20);
  return {query: draw.numbers(m, -2, 2), keys: draw.matrix(tokens, m, -2, 2)};
}

const sharesDemand = ({query, keys}: Look) => {
  const products = keys.map((key) => product(query, key));
  const scores = products.map((each) => each / Math.sqrt(query.length));
  const powers = scores.map(Math.exp);
  const distances = keys.map((key) => -sum(key.map((value, i) => (value - query[i]!) ** 2)));
  return {
    advice:
      "for each key the product with the query, divided by the root of the query’s length; then the softmax over the keys.",
    mistakes: [
      {
        value: softmax(products),
        advice: "the products are not divided. Divide each by the root of the query’s length.",
      },
      {
        value: softmax(products.map((each) => each / query.length)),
        advice: "this divides by the length. Divide by its root.",
      },
      {
        value: softmax(products.map((each) => each / Math.sqrt(keys.length))),
        advice: "this takes the number of keys. What counts is how many numbers the query has.",
      },
      {value: scores, advice: "these are the products. The softmax is still to come."},
      {
        value: powers,
        advice: "these are the exponentials. Divide each by their sum, so that they add up to 1.",
      },
      {
        value: scores.map((each) => each / sum(scores)),
        advice:
          "products may be negative, and so these are no shares. Take the exponential of each before you divide by the sum.",
      },
      {
        value: softmax(scores.map((each) => -each)),
        advice:
          "the sign is turned: the best key gets the least. A large product means a good fit.",
      },
      {
        value: softmax(distances),
        advice: "these are distances. Attention takes the product of query and key.",
      },
    ],
  };
};

interface Weighed {
  readonly shares: number[];
  readonly values: number[][];
}

function drawWeighed(draw: Draw): Weighed {
  const tokens = draw.size(2, 5, 20);
  const weights = Array.from({length: tokens}, () => 1 + draw.integer(0, 9));
  const total = sum(weights);
  return {
    shares: weights.map((weight) => weight / total),
    values: draw.matrix(tokens, draw.size(1, 4, 20), -3, 3),
  };
}

const foundDemand = ({shares, values}: Weighed) => {
  const best = shares.indexOf(Math.max(...shares));
  return {
    advice: "at each place, the sum over the tokens of share times value.",
    mistakes: [
      {
        value: meanOf(
          shares.map(() => 1 / shares.length),
          values,
        ),
        advice: "this is the plain mean. Weigh each value by its share.",
      },
      {
        value: meanOf(shares, values).map((each) => each / shares.length),
        advice: "the shares add up to 1 already: don’t divide by the number of tokens again.",
      },
      {
        value: [...values[best]!],
        advice: "this is the value of the token with the largest share alone. All have their part.",
      },
      {
        value: values.map((value, i) => shares[i]! * sum(value)),
        advice:
          "this has a number for each token. What is found has as many numbers as a value: add over the tokens.",
      },
    ],
  };
};

interface All {
  readonly queries: number[][];
  readonly keys: number[][];
  readonly values: number[][];
}

function drawAll(draw: Draw): All {
  const m = draw.size(2, 4, 12);
  const tokens = draw.size(2, 4, 12);
  return {
    queries: draw.matrix(tokens, m, -2, 2),
    keys: draw.matrix(tokens + 1, m, -2, 2),
    values: draw.matrix(tokens + 1, draw.size(1, 3, 8), -3, 3),
  };
}

const attentionOf = ({queries, keys, values}: All) =>
  queries.map((query) => meanOf(sharesOf(query, keys), values));

const attentionDemand = (all: All) => {
  const {queries, keys, values} = all;
  const weights = queries.map((query) => sharesOf(query, keys));
  const perKey = keys.map((_, j) => {
    const column = softmax(
      queries.map((query) => product(query, keys[j]!) / Math.sqrt(query.length)),
    );
    return column;
  });
  return {
    advice: "for each query its shares, and by them the mean of the values.",
    mistakes: [
      {value: weights, advice: "these are the shares. Weigh the values by them."},
      {
        value: queries.map((_, i) =>
          meanOf(
            perKey.map((column) => column[i]!),
            values,
          ),
        ),
        advice: "the softmax goes over the wrong side: each query shares itself out over the keys.",
      },
      {
        value: queries.map((query) =>
          meanOf(sharesOf(query, keys.slice(0, -1)), values.slice(0, -1)),
        ),
        advice: "the last key is left out. There may be more keys than queries.",
      },
    ],
  };
};

export const tests = [
  property(
    "shares",
    "products, divided, and the softmax",
    3,
    drawLook,
    async (look, {call, check}) => {
      const {query, keys} = look;
      check.close(await call("shares", query, keys), sharesOf(query, keys), sharesDemand(look));
    },
  ),
  test("shares", "a key that is twice there", 1, async ({call, check, random}) => {
    const query = Array.from(random.normals(3));
    const [one, other] = [Array.from(random.normals(3)), Array.from(random.normals(3))];
    const yours = check.numbers(await call("shares", query, [one, other, one]), 3);
    check.close(yours, sharesOf(query, [one, other, one]), {
      advice: "equal keys get equal shares, wherever they stand, and all shares add up to 1.",
    });
  }),
  property(
    "large",
    "products in the thousands",
    2,
    drawLook,
    async ({query, keys}, {call, check}) => {
      const large = keys.map((key) => key.map((value) => 1000 * value + 900));
      check.close(await call("shares", query, large), sharesOf(query, large), {
        advice: "the rule is the same for large products.",
        overflow:
          "the exponential of a large number is infinite. Take the largest score away from all of them first: the shares stay the same.",
      });
    },
  ),
  property("found", "a mean by shares", 2, drawWeighed, async (weighed, {call, check}) => {
    const {shares, values} = weighed;
    check.close(await call("found", shares, values), meanOf(shares, values), foundDemand(weighed));
  }),
  property("attention", "every query finds something", 2, drawAll, async (all, {call, check}) => {
    const {queries, keys, values} = all;
    check.close(
      await call("attention", queries, keys, values),
      attentionOf(all),
      attentionDemand(all),
    );
  }),
];
