import type { Random } from "../random.js";

/** A theme and one of its subjects, as the portal offers them. */
export interface Topic {
  theme: string;
  subject: string;
}

const DIFFICULTY = "Entreprise en difficulté";

/** Themes of Place des Entreprises, ours for the shares and subjects. */
const TOPICS: readonly (readonly [theme: string, weight: number, subjects: readonly string[]])[] = [
  ["Recrutement, formation", 27, ["Recruter un ou plusieurs salariés", "Former ses salariés"]],
  ["Investissement", 21, ["Financer ses projets", "Obtenir un prêt de développement"]],
  ["Environnement", 14, ["Maîtriser sa consommation d’énergie", "Traiter ses déchets"]],
  ["Ressources humaines", 12, ["Droit du travail", "Organisation du travail"]],
  ["Développement commercial", 11, ["Développer ses ventes", "Exporter"]],
  ["Numérique", 8, ["Vendre en ligne", "Sécuriser ses données"]],
  ["Cession, reprise", 7, ["Céder son entreprise", "Reprendre une entreprise"]],
];
const DIFFICULTIES = [
  "Résoudre un problème de trésorerie",
  "Étaler ses dettes sociales et fiscales",
];

/** What a company asks for; distress makes it ask for help. */
export function drawTopic(distress: number, random: Random): Topic {
  const difficulty = 12 * Math.exp(0.9 * Math.max(-1, Math.min(3.5, distress)));
  const [theme, , subjects] = random.weighted([
    [[DIFFICULTY, 0, DIFFICULTIES] as const, difficulty],
    ...TOPICS.map((topic) => [topic, topic[1]] as const),
  ]);
  return { theme, subject: random.pick(subjects) };
}

/** Institutions that receive needs, with the name of a local office. */
const PARTNERS: Record<string, readonly string[]> = {
  [DIFFICULTY]: ["DDFIP", "Urssaf", "Banque de France", "CCI", "CRP"],
  "Recrutement, formation": ["France Travail", "OPCO", "Apec", "CMA"],
  Investissement: ["Bpifrance", "Conseil régional", "CCI"],
  Environnement: ["ADEME", "CCI", "CMA"],
  "Ressources humaines": ["DDETS", "OPCO", "Carsat"],
  "Développement commercial": ["CCI", "Business France", "CMA"],
  Numérique: ["CCI", "CMA", "Conseil régional"],
  "Cession, reprise": ["CCI", "CMA", "Banque de France"],
};

/** Institutions one need is sent to, all different: two or three, sometimes one (§1, « 2–3 agents »). */
export function drawPartners(theme: string, random: Random): string[] {
  const wanted = random.weighted([
    [1, 15],
    [2, 45],
    [3, 40],
  ] as const);
  const rest = [...PARTNERS[theme]!];
  const chosen: string[] = [];
  while (chosen.length < wanted) {
    const [partner] = rest.splice(random.integer(0, rest.length - 1), 1);
    chosen.push(partner!);
  }
  return chosen;
}
