import { printTable } from "./tables.js";

printTable("besoins.json");
