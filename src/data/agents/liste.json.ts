import { AGENTS_LIST, requireAgentsFolder } from "../agents.js";
import { readTableText } from "../tables.js";

process.stdout.write(readTableText(AGENTS_LIST, requireAgentsFolder()));
