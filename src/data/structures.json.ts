import { printTable } from "./tables.js";

printTable("structures.json");
