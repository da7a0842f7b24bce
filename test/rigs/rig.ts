/** What a run of a rig is to do: `sabotage` names what is broken on purpose, null for the program as it is. */
export type Aim = {
  readonly sabotage: string | null;
  /** The long run instead of the gate. */
  readonly long: boolean;
  /** The one step to take, of a rig that takes several; null for all. */
  readonly step: string | null;
  /** A folder of the run's own, removed afterwards. */
  readonly folder: string;
};

/** What was counted, and what did not hold: no finding means passed. */
export type Outcome = { readonly counts: Readonly<Record<string, number>>; readonly findings: readonly string[] };

/** An automatic proof of one promise about durability. */
export type Rig = {
  /** As it is named in output and by `--only`. */
  readonly name: string;
  readonly promise: string;
  /** Why it cannot run on this machine; null where it can. What cannot run is counted, never passed. */
  readonly cannotRun: () => string | null;
  /** What can be broken on purpose; each must be found by this rig. */
  readonly breaks: readonly string[];
  readonly run: (aim: Aim) => Promise<Outcome>;
};

/** One outcome of several: counts added up, findings in a row. */
export function together(outcomes: readonly Outcome[]): Outcome {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    for (const [name, count] of Object.entries(outcome.counts)) counts[name] = (counts[name] ?? 0) + count;
  }
  return { counts, findings: outcomes.flatMap(({ findings }) => findings) };
}
