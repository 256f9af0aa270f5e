import { parseArgs } from "node:util";
import { namedTable } from "../namedTables.js";
import { printTable } from "../tables.js";

const { values } = parseArgs({ options: { secteur: { type: "string", default: "" } } });
printTable(namedTable("secteurs", values.secteur));
