import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const turn = "backward(sigmoid(logit(judge, x)) / n, x);";
const own = "backward(-sigmoid(-logit(judge, x)) / n, x, z);";
const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const right = (name: string, isRight: string, ...replace: Replacement[]): Mutant => ({
  name,
  isRight,
  replace,
});
const zeroed = "slopes.shift = 0;\n  slopes.scale = 0;\n  // The generator's turn";

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("half detached: the scale still hears", [
    turn,
    `${turn}\n    slopes.scale += (sigmoid(logit(judge, x)) / n) * (judge.slope + 2 * judge.bend * x) * z;`,
  ]),
  mutant("half detached: the shift still hears", [
    turn,
    `${turn}\n    slopes.shift += (sigmoid(logit(judge, x)) / n) * (judge.slope + 2 * judge.bend * x);`,
  ]),
  mutant(
    "the shift alone is zeroed",
    [turn, turn.replace("x);", "x, z);")],
    ["// The generator's turn", "slopes.shift = 0;\n  // The generator's turn"],
  ),
  mutant(
    "the scale alone is zeroed",
    [turn, turn.replace("x);", "x, z);")],
    ["// The generator's turn", "slopes.scale = 0;\n  // The generator's turn"],
  ),
  mutant(
    "zeroed too early",
    [turn, turn.replace("x);", "x, z);")],
    ["// The judge's turn", "slopes.shift = slopes.scale = 0;\n  // The judge's turn"],
  ),
  mutant(
    "zeroed too late",
    [turn, turn.replace("x);", "x, z);")],
    ["return {judge, generator}", "slopes.shift = slopes.scale = 0;\n  return {judge, generator}"],
  ),
  mutant("both turns detached", [own, own.replace(", z)", ")")]),
  mutant("passed on for real numbers", [
    "/ n, x);\n  for (const z of noise[0]",
    "/ n, x, 1);\n  for (const z of noise[0]",
  ]),
  mutant("the first fakes for both", ["noise[1]!", "noise[0]! /* again */"]),
  mutant("the judge sees the second fakes", ["noise[0]!", "noise[1]! /* too early */"]),
  mutant("spread held by hand", ["scale: generator.scale - 0.1 * slopes.scale", "scale: 0.5"]),
  mutant("spread never below 0.5", [
    "scale: generator.scale - 0.1 * slopes.scale",
    "scale: Math.max(0.5, generator.scale - 0.1 * slopes.scale)",
  ]),
  mutant(
    "twice the push",
    ["generator.shift - 0.1", "generator.shift - 0.2"],
    ["generator.scale - 0.1", "generator.scale - 0.2"],
  ),
  mutant("twice the scale's push", ["generator.scale - 0.1", "generator.scale - 0.2"]),
  mutant(
    "uphill",
    ["generator.shift - 0.1", "generator.shift + 0.1"],
    ["generator.scale - 0.1", "generator.scale + 0.1"],
  ),
  mutant("a judge that forgets nothing", ["(slopes.bend + 0.1 * judge.bend)", "slopes.bend"]),
  mutant("a judge without a bend", [
    "bend: judge.bend - 0.3 * (slopes.bend + 0.1 * judge.bend)",
    "bend: 0",
  ]),
  mutant("a slower judge", ["judge.slope - 0.3", "judge.slope - 0.25"]),
  mutant("not averaged over the fakes", [own, own.replace(" / n", "")]),
  mutant("minimax", [own, "backward(-sigmoid(logit(judge, x)) / n, x, z);"]),
  mutant("the bend left out on the way back", [
    "(judge.slope + 2 * judge.bend * x)",
    "judge.slope",
  ]),
  mutant("the bend halved on the way back", ["2 * judge.bend * x", "judge.bend * x"]),
  mutant("the noise left out on the way back", ["onward * z", "onward"]),
  right(
    "zeroed before the generator's turn",
    "what came too early is forgotten",
    [turn, turn.replace("x);", "x, z);")],
    ["// The generator's turn", zeroed],
  ),
  right("told undefined", "then nothing made it", [turn, turn.replace("x);", "x, undefined);")]),
];
