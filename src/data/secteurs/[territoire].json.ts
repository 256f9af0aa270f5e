import { parseArgs } from "node:util";
import { printTable } from "../tables.js";
import { territoryTable } from "../territories.js";

const { values } = parseArgs({ options: { territoire: { type: "string", default: "" } } });
printTable(territoryTable(values.territoire));
