import fc from "fast-check";

const DAYS = [
  ...["2026-09-30", "2024-02-29", "2012-02-11", "2000-01-01", "1999-04-01", "1800-01-01"],
  ...["2199-12-31", "1799-12-31", "2200-01-01", "2025-02-29", "2026-04-31", "2026-13-01"],
];

const NAMES = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** One day in every notation of the partners (§1.2 to §1.6). */
function notations(day: string): string[] {
  const [year, month, date] = day.split("-") as [string, string, string];
  return [
    ...[day, `${day} 00:00:00`, `${day} 00:00:01`, `${day}T17:54:12`, `${date}/${month}/${year}`],
    ...[`${year}${month}${date}`, String(Number(`${year}${month}${date}`) - 19_000_000)],
    `${date}${NAMES[Number(month) - 1] ?? "XXX"}${year}`,
  ];
}

const NUMBERS = [
  ...["0", "1", "7", "8", "-0", "-3", "559.0", "31.5", "12,5", "-68231.005", "0.005", "-0.005"],
  ...["0.125", "1e5", "1E-9", "1.", ".5", "+1", "00012", "9999999999999", "99999999999999"],
  ...["999999999", "1000000000", "2147483647", "2147483648", "1 234", "1 234", "--1", "1,5.2"],
];

const PERIODS = [
  ...["1031", "0232", "201631", "199904", "201662", "1662", "2010", "201610", "201644", "5011"],
  ...["4911", "201650", "201600", "215011", "189911", "201662.0", "62"],
];

const IDENTIFIERS = [
  ...["123456789", "000000000", "12345678", "1234567890", "000 111 222", "000 111222", "00011"],
  ...["12345678901234", "00000000000000", "11111111151234", "1111111119123A", "1234567890123"],
];

const WORDS = [
  ...["", " ", "A", "F", "C", "K", "S", "true", "false", "TRUE", "DEBUT", "APPROB", "CCSF"],
  ...["CHE", "HAM", "52.21Z", "5221Z", "52.21z", "NAFRev2", "NAFRev1", "Inconnu", "75056", "2A004"],
  ...[
    "Solde_procedure_redressement",
    "Liquidation",
    "Plan_continuation_sauvegarde",
    "Liquidation_",
  ],
  ...["Ouverture", "liquidation_redressement", "É", "œuvre", "a'b", "x;y", "x,y", 'dit "X"', '"'],
  ...["😀", "x".repeat(61), "é".repeat(60), "\u00a012", "null", "NULL", "NaN", "inf", "1'); --"],
];

/** Cells that some source accepts, and near misses. */
export const SAMPLES: readonly string[] = [
  ...DAYS.flatMap(notations),
  ...NUMBERS,
  ...PERIODS,
  ...IDENTIFIERS,
  ...WORDS,
];

/** Texts of the shape of a pattern, whether they mean something or not. */
export function shaped(pattern: RegExp, count: number): string[] {
  const anchored = new RegExp(`^(?:${pattern.source})$`);
  return fc.sample(fc.stringMatching(anchored), { numRuns: count, seed: 20261001 });
}
