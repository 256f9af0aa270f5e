import { existsSync } from "node:fs";
import { join } from "node:path";
import type { StepName } from "../../loaders/flow.js";
import { Flow, type FlowOptions, ROOT } from "../flow/runner.js";
import { explainFailure } from "./explainFailure.js";
import type { Mistake } from "./mistake.js";
import { placePageTables } from "./placePageTables.js";
import { staleSnapshot } from "./staleSnapshot.js";

/** Entry of the process that runs the steps a change asks for: a new one each time, for the new code. */
export interface RunOrder {
  flow: FlowOptions;
  steps: StepName[];
  pages: string;
  tables: string;
}

export type RunNews =
  | { kind: "starts"; label: string }
  | { kind: "ran"; step: StepName; seconds: number }
  /** Known before the steps have run. */
  | { kind: "warns"; mistakes: Mistake[] }
  | { kind: "done"; mistakes: Mistake[] };

const order = JSON.parse(process.argv[2]!) as RunOrder;
process.on("disconnect", () => process.exit());
const tell = (news: RunNews) => process.send?.(news);

const mistakes: Mistake[] = [];
try {
  const flow = new Flow(order.flow);
  const { batch, places } = order.flow;
  let { steps } = order;
  if (steps.includes("ingest") && !existsSync(join(places.extracts, batch))) {
    steps = steps.filter((name) => name !== "ingest");
    const [plan] = await flow.plan(["ingest"]);
    mistakes.push(...staleSnapshot(batch, plan?.reasons ?? [], places.extracts));
    tell({ kind: "warns", mistakes });
  }
  await flow.run(steps, {
    observer: {
      stepStarts: ({ label }) => tell({ kind: "starts", label }),
      stepEnds: ({ step, state, seconds }) =>
        state === "ran" && tell({ kind: "ran", step, seconds }),
    },
  });
  await placePageTables(order.pages, order.tables, order.flow.audience === "science");
} catch (error) {
  mistakes.push(...(await explainFailure(error, ROOT)));
}
process.send?.({ kind: "done", mistakes } satisfies RunNews, () => process.exit());
