import { printTable } from "./tables.js";

printTable("donnees.json");
