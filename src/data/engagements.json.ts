import { printTable } from "./tables.js";

printTable("engagements.json");
