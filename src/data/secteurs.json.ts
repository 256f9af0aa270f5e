import { printTable } from "./tables.js";

printTable("secteurs.json");
