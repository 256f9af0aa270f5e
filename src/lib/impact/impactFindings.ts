import { changeBetween } from "../format/change.js";
import { formatNumber, formatPercent } from "../format/number.js";
import { formatCount } from "../format/plural.js";
import { MONTHS_A_YEAR, QUARTERS_A_YEAR } from "../quarter.js";
import type { Cell } from "../tables.js";
import { OTHER_PARTNER, PARTNERS } from "./activityWords.js";
import {
  type ImpactTable,
  type ImpactYear,
  type PublishedList,
  unitCosts,
  usefulShare,
} from "./impactTable.js";

/** « 33 entreprises accompagnées après un signalement en douze mois, contre 29 un an plus tôt ». */
export function northStarFinding({ series }: ImpactTable): string {
  const values = series.entreprises_accompagnees_12m;
  const [now, before] = [values.at(-1), values.at(-1 - MONTHS_A_YEAR)];
  if (typeof now !== "number") return "Trop peu d’entreprises accompagnées pour être publiées";
  const words = formatCount(now, "entreprise accompagnée", "entreprises accompagnées");
  const then = typeof before === "number" ? `, contre ${formatNumber(before)} un an plus tôt` : "";
  return `${words} après un signalement en douze mois${then}`;
}

/** « 96 agents ont utilisé le service au T3 2026, 22,1 % de plus qu’un an plus tôt ». */
export function usersFinding({ quarters }: ImpactTable): string {
  const last = quarters.at(-1);
  if (!last) return "Aucun usage du service n’est enregistré";
  const [year, part] = last.quarter.split("-");
  const when = `au ${part} ${year}`;
  if (typeof last.users !== "number")
    return `Trop peu d’agents ont utilisé le service ${when} pour être comptés`;
  const change = changeBetween(last.users, quarters.at(-1 - QUARTERS_A_YEAR)?.users, "count");
  const words = `${formatCount(last.users, "agent a", "agents ont")} utilisé le service ${when}`;
  if (!change) return words;
  if (change.direction === "stable") return `${words}, comme un an plus tôt`;
  return `${words}, ${change.size} de ${change.direction === "up" ? "plus" : "moins"} qu’un an plus tôt`;
}

/** « La liste de septembre 2026 signale 674 entreprises, dont 95 pour la première fois ». */
export function listsFinding(lists: readonly PublishedList[]): string {
  const last = lists.at(-1);
  if (!last) return "Aucune liste publiée";
  const { name, companies, firstAlerts } = last;
  if (typeof companies !== "number")
    return `La liste ${ofMonth(name)} signale moins de trois entreprises`;
  const words = `La liste ${ofMonth(name)} signale ${formatCount(companies, "entreprise")}`;
  if (typeof firstAlerts !== "number") return words;
  return `${words}, dont ${formatNumber(firstAlerts)} pour la première fois`;
}

/** Name of a list after a noun: « de septembre 2026 », « d’avril 2021 ». */
export function ofMonth(name: string): string {
  const lower = name.slice(0, 1).toLowerCase() + name.slice(1);
  return `${/^[aeiouàéô]/.test(lower) ? "d’" : "de "}${lower}`;
}

/** « DGFiP : 32 agents actifs sur 126 au T3 2026, plus que tout autre partenaire ». */
export function partnersFinding({ partners, quarters }: ImpactTable): string {
  const last = quarters.at(-1);
  const known = partners.flatMap(({ segment, users }) => {
    const count = users.at(-1);
    return typeof count === "number" && segment !== OTHER_PARTNER ? [{ segment, count }] : [];
  });
  const [first] = known.toSorted((a, b) => b.count - a.count);
  if (!last || !first) return "Trop peu d’agents actifs par partenaire pour être publiés";
  const [year, part] = last.quarter.split("-");
  const whole = typeof last.users === "number" ? ` sur ${formatNumber(last.users)}` : "";
  const name = PARTNERS[first.segment] ?? first.segment;
  return `${name} : ${formatCount(first.count, "agent actif", "agents actifs")}${whole} au ${part} ${year}, plus que tout autre partenaire`;
}

/** The last whole year with a known cost by user. */
export function costedYear(years: readonly ImpactYear[]): ImpactYear | undefined {
  return years.findLast((year) => unitCosts(year).byUser !== null);
}

/** The last whole year that has ratings, or the last one. */
export function ratedYear(years: readonly ImpactYear[]): ImpactYear | undefined {
  const rated = years.filter((year) => usefulShare(year) !== null);
  return rated.findLast(({ whole }) => whole) ?? rated.at(-1);
}

/** « En 2025, les agents ont jugé utiles 48,6 % des détections qu’ils ont évaluées ». */
export function usefulFinding(years: readonly ImpactYear[]): string {
  const year = ratedYear(years);
  const share = year && usefulShare(year);
  if (!year || share === null || share === undefined) return "Aucune évaluation d’agent publiée";
  return `En ${year.year}, les agents ont jugé utiles ${formatPercent(share)} des détections qu’ils ont évaluées`;
}

/** « L’Île-de-France compte le plus d’accompagnements : 33 sur 220 publiés ». */
export function placesFinding(places: readonly { name: string; started: Cell }[]): string {
  const known = places.flatMap(({ name, started }) =>
    typeof started === "number" ? [{ name, started }] : [],
  );
  const [first] = known.toSorted((a, b) => b.started - a.started);
  if (!first) return "Trop peu d’accompagnements par région pour être publiés";
  return `${first.name} : ${formatCount(first.started, "accompagnement")}, le plus grand nombre des ${known.length} régions publiées`;
}

/** « En 2025, la moitié des premières alertes lues l’ont été en 14 jours au plus ». */
export function delayFinding(years: readonly ImpactYear[]): string {
  const year = years.findLast(({ readDays, whole }) => readDays && whole);
  if (!year?.readDays)
    return "Délai non publié : trop peu de premières alertes suivies d’une action";
  return `En ${year.year}, la moitié des premières alertes lues l’ont été en ${formatCount(Math.ceil(year.readDays.median), "jour")} au plus`;
}
