import type { Month } from "./calendar.js";
import { duesPerHead } from "./dues.js";
import { euros } from "./duesFile.js";
import { type History, staffAt } from "./history.js";
import { accountNumber } from "./identifiers.js";
import { urssafPeriod } from "./notation.js";
import { Random } from "./random.js";
import type { Sheet } from "./sheet.js";

/** Temporary work, modelling and film agencies (§1.2). */
const AGENCIES = new Set(["78.20Z", "78.10Z", "59.11C"]);
/** Their casual staff is under a NIC that begins with one of these (§1.2). */
const PSEUDO_NIC = ["5", "6", "7", "9"];
/** Casual staff, as a share of the permanent. Ours. */
const CASUAL = 0.4;
/** A new company in twelve pays its first months under a SIRET with letters, provisional (§1.2). */
const PROVISIONAL = 1 / 12;
const PROVISIONAL_MONTHS = 2;
/** Ranks of these accounts, beyond those of sites. */
const CASUAL_ACCOUNT = 900_001;
const PROVISIONAL_ACCOUNT = 900_002;

/** Writes dues paid under numbers that look like a SIRET and are none: they come on top of the others. */
export function writeCasualStaff(file: Sheet<"cotisation">, history: History): void {
  writePseudoSiret(file, history);
  writeProvisional(file, history);
}

function writePseudoSiret(file: Sheet<"cotisation">, history: History): void {
  const { company, seed, life, span } = history;
  if (!AGENCIES.has(company.ape)) return;
  const random = new Random(seed, "pseudoSiret", company.index);
  const siret = `${company.siren}${random.pick(PSEUDO_NIC)}${random.integer(1000, 9999)}`;
  for (let m = Math.max(life.start, span.start); m < Math.min(span.end, life.end); m++) {
    writeDue(file, history, {
      siret,
      rank: CASUAL_ACCOUNT,
      m,
      staff: CASUAL * staffAt(history, m),
    });
  }
}

function writeProvisional(file: Sheet<"cotisation">, history: History): void {
  const { company, seed, life, span } = history;
  const random = new Random(seed, "provisional", company.index);
  if (company.birth < span.start || !random.chance(PROVISIONAL)) return;
  const siret = `${company.siren}A${random.integer(1000, 9999)}`;
  const end = Math.min(span.end, life.end, company.birth + PROVISIONAL_MONTHS);
  for (let m = company.birth; m < end; m++) {
    writeDue(file, history, { siret, rank: PROVISIONAL_ACCOUNT, m, staff: 1 });
  }
}

interface Due {
  siret: string;
  rank: number;
  m: Month;
  /** Employees, perhaps not a whole number. */
  staff: number;
}

function writeDue(
  file: Sheet<"cotisation">,
  { company, sites, span }: History,
  { siret, rank, m, staff }: Due,
): void {
  const { urssaf, departement } = sites[0]!;
  const due = staff * duesPerHead(company, m);
  // As for the others, dues of the last month are declared and payable the month after.
  const paid = m === span.end - 1 ? 0 : due;
  file.write({
    Urssaf_gestion: urssaf,
    Dep: departement,
    Siret: siret,
    Compte: accountNumber(urssaf, company.index, rank),
    periode: urssafPeriod(m),
    mer: euros(0, urssaf),
    enc_direct: euros(paid, urssaf),
    cotis_due: euros(due, urssaf),
  });
}
