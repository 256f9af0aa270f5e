import { printTable } from "./tables.js";

printTable("modele.json");
