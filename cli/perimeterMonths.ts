import { Option } from "commander";
import { PERIMETER, PERIMETER_MONTHS, type PerimeterMonths } from "../loaders/perimeterRule.js";
import { VigieError } from "../src/lib/error.js";

/** `--perimeter-months`, of the commands that compute a perimeter; throws a usage VigieError. */
export function perimeterMonthsOption(): Option {
  return new Option(
    "--perimeter-months <n>",
    `profondeur du périmètre calculé, en mois : ${PERIMETER_MONTHS.join(" ou ")} ; ${PERIMETER.monthsAtDate} sinon`,
  ).argParser(parseMonths);
}

function parseMonths(text: string): PerimeterMonths {
  const months = PERIMETER_MONTHS.find((known) => String(known) === text);
  if (months) return months;
  throw new VigieError(
    "usage",
    `--perimeter-months ${text} : la profondeur du périmètre est de ${PERIMETER_MONTHS.join(" ou ")} mois`,
    "Corrigez la valeur de l’option.",
    2,
  );
}
