import { printTable } from "./tables.js";

printTable("modeles.json");
