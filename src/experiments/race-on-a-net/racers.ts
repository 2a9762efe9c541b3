/** The optimisers that race, by the name of their network and its curve, in the order of tables. */
export const racerNames = ["sgd", "momentum", "rmsprop", "adam"] as const;

export type RacerName = (typeof racerNames)[number];

export const racerWords: Readonly<Record<RacerName, string>> = {
  sgd: "SGD",
  momentum: "momentum",
  rmsprop: "RMSProp",
  adam: "Adam",
};
