import { printTable } from "./tables.js";

printTable("survie.json");
