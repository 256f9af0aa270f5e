import { formatNumber, NARROW_SPACE } from "../format/number.js";

/** Euros as a signed document writes them: to the euro, with cents where there are some; « – » without an amount. */
export function exactEuros(amount: number | null): string {
  if (amount === null) return "–";
  return `${formatNumber(amount, Number.isInteger(amount) ? 0 : 2)}${NARROW_SPACE}€`;
}
