import { parseArgs } from "node:util";
import { requireAgentsFolder, sheetFile } from "../../agents.js";
import { readTableText } from "../../tables.js";

const { values } = parseArgs({ options: { siren: { type: "string", default: "" } } });
process.stdout.write(readTableText(sheetFile(values.siren), requireAgentsFolder()));
