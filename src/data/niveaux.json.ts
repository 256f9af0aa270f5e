import { printTable } from "./tables.js";

printTable("niveaux.json");
