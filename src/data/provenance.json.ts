import { printTable } from "./tables.js";

printTable("provenance.json");
