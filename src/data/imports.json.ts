import { printTable } from "./tables.js";

printTable("imports.json");
