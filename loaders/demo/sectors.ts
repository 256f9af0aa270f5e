/** What tells a section of the NAF from another in the simulated economy. */
export interface Sector {
  section: string;
  /** Share of companies with ten employees or more, in percent. */
  share: number;
  /** Rate of insolvency, 1 = mean of all. */
  risk: number;
  /** Multiplies the rate from 2023 on. */
  rebound: number;
  /** Covid short-time work and deferrals, 1 = mean of all. */
  covid: number;
  /** Ordinary short-time work, 1 = mean of all. */
  shortTime: number;
  /** Headcount above its mean at the seasonal peak, as a share; and the month of the peak. */
  season: number;
  peak: number;
  /** Dues to the Urssaf per employee and month, euros. */
  dues: number;
  /** Turnover per employee and year, thousands of euros. */
  turnover: number;
  /** EBITDA (« EBE ») over turnover in a sound company. */
  margin: number;
}

/**
 * - `share`: companies of 10 employees or more by sector, 1 January 2007 (Conseil économique et
 *   social: industry 21 %, construction 15 %, trade 23 %, transport 6 %, finance 1.4 %, real estate
 *   2 %, business services 16 %, other services 15 %), split between sections by us.
 * - `risk`: openings by sector of the Banque de France (February 2024: construction 12,257, trade
 *   about 12,300, industry 3,946, agriculture 1,277) over those shares, drawn towards 1.
 * - `rebound`: sharpest rises of 2023 in the same source (accommodation and food +44.6 %,
 *   information and communication +44.4 %, real estate +40.4 %, construction +38.7 %; agriculture
 *   −1.3 %) against the mean.
 * - `covid`: shares of requests at 1 April 2020 (Dares: trade 21.4 %, accommodation and food 15.7 %,
 *   construction 14.3 %, specialised services 12.9 %) over the shares of companies.
 * - The rest: round orders of magnitude of ours, chosen so that sectors look different.
 */
const COLUMNS = "section share risk rebound covid shortTime season peak dues turnover margin".split(
  " ",
);
const TABLE = `
A  1.2  0.80 0.75 0.20 0.3 0.25  9  720  140 0.12
B  0.3  0.60 0.90 0.60 1.0 0.05  7 1150  260 0.14
C 20.2  0.85 0.90 0.95 2.4 0.02 10 1080  230 0.08
D  0.3  0.50 0.90 0.20 0.2 0.00  1 1500  600 0.16
E  0.7  0.60 0.90 0.40 0.5 0.02  6 1020  190 0.13
F 15.0  1.35 1.20 0.95 1.2 0.04  9  930  150 0.06
G 22.4  1.00 1.00 0.95 0.7 0.03 12  820  330 0.04
H  6.3  1.25 1.15 0.90 1.0 0.02 11  880  135 0.06
I  7.5  1.50 1.25 2.10 1.0 0.18  8  600   75 0.09
J  3.9  0.90 1.25 0.60 0.6 0.00  1 1480  160 0.09
K  2.2  0.50 1.05 0.30 0.2 0.00  1 1500  220 0.15
L  2.0  0.80 1.30 0.60 0.4 0.02  7 1050  260 0.16
M  7.2  0.70 1.05 0.85 0.7 0.00  1 1350  140 0.09
N  6.0  1.25 1.10 1.00 0.9 0.05  7  680   80 0.05
O  0.6  0.05 1.00 0.05 0.0 0.00  1 1000   60 0.02
P  1.6  0.70 1.05 0.90 0.5 0.12 10  850   70 0.05
Q  4.4  0.45 1.10 0.45 0.2 0.02  7  800   65 0.04
R  1.2  0.95 1.05 1.90 0.9 0.22  7  780   95 0.08
S  1.7  0.90 1.05 1.20 0.6 0.01 12  720   60 0.06`;

function parse(line: string): Sector {
  const cells = line.trim().split(/\s+/);
  const entries = COLUMNS.map((name, i) => [name, i === 0 ? cells[0] : Number(cells[i])]);
  return Object.fromEntries(entries) as Sector;
}

/** Every section the simulation uses, in the order of the NAF. */
export const SECTORS: readonly Sector[] = TABLE.trim().split("\n").map(parse);
