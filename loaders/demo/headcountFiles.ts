import type { Month, Span } from "./calendar.js";
import { stayIn } from "./establishment.js";
import { type History, staffIn } from "./history.js";
import { urssafPeriod } from "./notation.js";
import { Random } from "./random.js";
import type { Sheet } from "./sheet.js";

/** Headcounts come 1 to 3 months late (§1.2); here always two: the last columns are empty. */
export const HEADCOUNT_LAG = 2;
/** Cells left empty though the account was open: a declaration came too late. */
const MISSING = 0.012;
const MISSING_COMPANY = 0.004;

/** Names of the wide columns, `eff202633` for September 2026. */
export function monthColumns({ start, end }: Span): string[] {
  return Array.from({ length: end - start }, (_, i) => `eff${urssafPeriod(start + i)}`);
}

/** Cells of the wide columns, empty where `value` says nothing or the headcount is not known yet. */
function wideCells(
  { start, end }: Span,
  value: (m: Month) => number | undefined,
): string | undefined {
  const cells: string[] = [];
  for (let m = start; m < end; m++) cells.push(`${(m < end - HEADCOUNT_LAG && value(m)) || ""}`);
  return cells.some((cell) => cell !== "") ? cells.join(";") : undefined;
}

/** Writes one line per account and SIRET. */
export function writeSiteHeadcounts(file: Sheet<"effectif">, history: History): void {
  const { company, sites, span, seed } = history;
  sites.forEach((site, rank) => {
    const random = new Random(seed, "missing", company.index, site.rank);
    const missing = new Set<Month>();
    for (let m = history.life.start; m < span.end; m++) if (random.chance(MISSING)) missing.add(m);
    for (const stay of site.stays) {
      const cells = wideCells(span, (m) =>
        missing.has(m) || stayIn(site, m) !== stay ? undefined : staffIn(history, rank, m),
      );
      if (!cells) continue;
      file.write({
        compte: site.account,
        siret: stay.siret,
        rais_soc: company.name,
        ape_ins: company.ape.replace(".", ""),
        dep: site.departement,
        "{months}": cells,
        base: 1,
        UR_EMET: site.urssaf,
      });
    }
  });
}

/** Writes one line per company. */
export function writeCompanyHeadcounts(file: Sheet<"effectif_ent">, history: History): void {
  const { company, life, span, seed } = history;
  const random = new Random(seed, "missingCompany", company.index);
  const known = life.headcount.map((n) => (random.chance(MISSING_COMPANY) ? undefined : n));
  const cells = wideCells(span, (m) => known[m - life.start]);
  if (cells) file.write({ siren: company.siren, "{months}": cells, rais_soc: company.name });
}
