import { printTable } from "./tables.js";

printTable("dictionnaire.json");
