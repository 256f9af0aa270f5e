import { parseArgs } from "node:util";
import { namedTable } from "../namedTables.js";
import { printTable } from "../tables.js";

const { values } = parseArgs({ options: { departement: { type: "string", default: "" } } });
printTable(namedTable("departements", values.departement));
