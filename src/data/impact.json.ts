import { printTable } from "./tables.js";

printTable("impact.json");
