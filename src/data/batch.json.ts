import { printTable } from "./tables.js";

printTable("batch.json");
