import { parseArgs } from "node:util";
import { namedTable } from "../namedTables.js";
import { printTable } from "../tables.js";

const { values } = parseArgs({ options: { territoire: { type: "string", default: "" } } });
printTable(namedTable("territoires", values.territoire));
