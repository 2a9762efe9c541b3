import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

const place = (p: number, bins: number) => Math.min(bins - 1, Math.floor(p * bins));

interface Said {
  readonly p: number[];
  readonly truths: number[];
  readonly bins: number;
}

/** Away from the borders of bins, where rounding decides. */
function drawSaid(draw: Draw): Said {
  const bins = draw.integer(2, 6);
  const n = draw.size(3, 8, 30);
  const p = Array.from(
    {length: n},
    () => (draw.integer(0, bins - 1) + draw.number(0.1, 0.9)) / bins,
  );
  return {p, truths: Array.from({length: n}, () => draw.integer(0, 1)), bins};
}

/** Of each bin that is not empty: how many, what was said and what is so, on average. */
function binned({p, truths, bins}: Said) {
  return Array.from({length: bins}, (_, bin) => {
    const inside = p.flatMap((each, i) => (place(each, bins) === bin ? [i] : []));
    const mean = (value: (i: number) => number) =>
      inside.reduce((sum, i) => sum + value(i), 0) / inside.length;
    return {
      n: inside.length,
      said: mean((i) => p[i]!),
      made: mean((i) => truths[i]!),
      middle: (bin + 0.5) / bins,
    };
  }).filter(({n}) => n > 0);
}

type Bin = ReturnType<typeof binned>[number];

const weighed = (said: Said, apart: (bin: Bin) => number) =>
  binned(said).reduce((sum, bin) => sum + (bin.n / said.p.length) * apart(bin), 0);
const errorOf = (said: Said) => weighed(said, (bin) => Math.abs(bin.said - bin.made));

const errorDemand = (said: Said) => {
  const all = binned(said);
  const plain = all.map((bin) => Math.abs(bin.said - bin.made));
  const total = plain.reduce((a, b) => a + b, 0);
  return {
    advice:
      "per bin the size of the difference of two means, times the bin’s share of all pictures.",
    overflow: "an empty bin has no mean: this divides by 0. Leave it out.",
    mistakes: [
      {
        value: Math.abs(weighed(said, (bin) => bin.said - bin.made)),
        advice:
          "too sure and too careful cancel here. Take the size of the difference in each bin.",
      },
      {
        value: weighed(said, (bin) => bin.said - bin.made),
        advice:
          "too sure and too careful cancel here. Take the size of the difference in each bin.",
      },
      {
        value: total / all.length,
        advice: "each bin weighs the same here. A bin counts by its number of pictures.",
      },
      {
        value: total / said.bins,
        advice: "each bin weighs the same here. A bin counts by its number of pictures.",
      },
      {value: total, advice: "the weights are missing: a bin counts by its share of all pictures."},
      {
        value: errorOf(said) * said.p.length,
        advice: "divide the number of pictures in a bin by the number of all.",
      },
      {
        value: weighed(said, (bin) => (bin.said - bin.made) ** 2),
        advice: "these are squares. Take the size of the difference.",
      },
      {
        value: weighed(said, (bin) => Math.abs(bin.middle - bin.made)),
        advice: "this takes the middle of the bin. Take the mean of what was said in it.",
      },
      {
        value: Math.max(...plain),
        advice: "this is the worst bin. Average over all, by their number of pictures.",
      },
      {
        value: said.p.reduce((sum, p, i) => sum + Math.abs(p - said.truths[i]!), 0) / said.p.length,
        advice: "this compares picture by picture. Compare means, bin by bin.",
      },
    ],
  };
};

interface Rates {
  readonly found: number;
  readonly falseAlarms: number;
  readonly share: number;
}

function drawRates(draw: Draw): Rates {
  return {
    found: draw.number(0.5, 0.99),
    falseAlarms: draw.number(0.02, 0.4),
    share: draw.number(0.02, 0.4),
  };
}

const right = ({found, falseAlarms, share}: Rates) =>
  (found * share) / (found * share + falseAlarms * (1 - share));

const alarmsDemand = ({found, falseAlarms, share}: Rates) => ({
  advice: "right alarms divided by all alarms. Count them among 1,000 pictures.",
  mistakes: [
    {
      value: found,
      advice:
        "this is the share of made pictures that are found. Asked is the share of alarms that are right.",
    },
    {
      value: found / (found + falseAlarms),
      advice: "this forgets how rare made pictures are: weigh both with how many there are.",
    },
    {
      value: (found * share) / (found * share + falseAlarms),
      advice: "false alarms come from real pictures only, of which there are 1 - share.",
    },
    {
      value: (found * share) / (found * share + falseAlarms * share),
      advice: "false alarms come from real pictures, of which there are 1 - share.",
    },
    {
      value: (falseAlarms * (1 - share)) / (found * share + falseAlarms * (1 - share)),
      advice: "this is the share of alarms that are wrong.",
    },
    {
      value: found * share,
      advice: "this is the share of all pictures that are made and found. Divide it by all alarms.",
    },
    {
      value: found * share + (1 - falseAlarms) * (1 - share),
      advice:
        "this is how often the detector is right, with and without ringing. Only alarms are asked for.",
    },
    {
      value: 1 - falseAlarms,
      advice:
        "this is the share of real pictures that pass. Asked is the share of alarms that are right.",
    },
    {
      value: (found * share) / (found * share + (1 - falseAlarms) * (1 - share)),
      advice: "it rings for falseAlarms of the real ones; 1 - falseAlarms of them pass.",
    },
  ],
});

export const tests = [
  property("bin", "which bin", 1, drawSaid, async ({p, bins}, {call, check}) => {
    check.close(await call("binOf", p[0], bins), place(p[0]!, bins), {
      advice: "multiply by the number of bins and round down.",
      mistakes: [
        {value: place(p[0]!, bins) + 1, advice: "bins are counted from 0."},
        {value: Math.round(p[0]! * bins), advice: "round down, not to the nearest."},
        {value: Math.floor(p[0]! * 10), advice: "this takes ten bins, however many are asked for."},
      ],
    });
  }),
  test("bin", "at the ends and borders", 1, async ({call, check}) => {
    check.close(await call("binOf", 0, 4), 0, {advice: "0 is in the first bin."});
    check.close(await call("binOf", 0.25, 4), 1, {
      advice: "a bin holds its lower end: 0.25 is in the second of four.",
    });
    check.close(await call("binOf", 0.75, 4), 3, {
      advice: "a bin holds its lower end: 0.75 is in the last of four.",
    });
    check.close(await call("binOf", 1, 4), 3, {
      advice: "the last bin holds 1, too.",
      mistakes: [{value: 4, advice: "there are four bins, 0 to 3. The last one holds 1, too."}],
    });
  }),
  property("error", "what is said, and what is so", 3, drawSaid, async (said, {call, check}) => {
    const {p, truths, bins} = said;
    check.close(await call("calibrationError", p, truths, bins), errorOf(said), errorDemand(said));
  }),
  test("error", "sure and right, sure and wrong", 1, async ({call, check, random}) => {
    const truths = Array.from({length: 6}, () => random.integer(2));
    check.close(await call("calibrationError", truths, truths, 10), 0, {
      advice: "whoever says 1 of all that is made and 0 of the rest has no error.",
      overflow: "an empty bin has no mean: this divides by 0. Leave it out.",
    });
    const turned = truths.map((truth) => 1 - truth);
    check.close(await call("calibrationError", turned, truths, 10), 1, {
      advice: "whoever is sure and always wrong has an error of 1.",
    });
  }),
  property("alarms", "of all alarms", 3, drawRates, async (rates, {call, check}) => {
    const {found, falseAlarms, share} = rates;
    check.close(
      await call("rightAlarms", found, falseAlarms, share),
      right(rates),
      alarmsDemand(rates),
    );
  }),
  test("alarms", "one in a hundred, and the ends", 1, async ({call, check}) => {
    check.close(await call("rightAlarms", 0.95, 0.05, 0.01), 0.0095 / 0.059, {
      ...alarmsDemand({found: 0.95, falseAlarms: 0.05, share: 0.01}),
    });
    check.close(await call("rightAlarms", 0.7, 0, 0.3), 1, {
      advice: "without false alarms each alarm is right.",
    });
    check.close(await call("rightAlarms", 0.9, 0.1, 0), 0, {
      advice: "where nothing is made, no alarm is right.",
    });
    check.close(await call("rightAlarms", 0.9, 0, 0), 0, {
      advice: "with no alarm at all the share is 0.",
      overflow: "this divides by 0. With no alarm at all the share is 0.",
    });
  }),
];
