import { printTable } from "./tables.js";

printTable("accueil.json");
