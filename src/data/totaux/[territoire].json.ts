import { parseArgs } from "node:util";
import { namedTable } from "../namedTables.js";
import { readTotals } from "../totals.js";

const { values } = parseArgs({ options: { territoire: { type: "string", default: "" } } });
process.stdout.write(readTotals(namedTable("territoires", values.territoire)));
