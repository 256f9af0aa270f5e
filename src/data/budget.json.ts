import { printTable } from "./tables.js";

printTable("budget.json");
