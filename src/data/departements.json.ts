import { printTable } from "./tables.js";

printTable("departements.json");
