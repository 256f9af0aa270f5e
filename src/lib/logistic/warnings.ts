import type { LogisticWarning } from "./result.js";

/** `a, b et c`, each between French quotes. */
function listed(terms: string[]): string {
  const quoted = terms.map((term) => `« ${term} »`);
  const last = quoted.pop() ?? "";
  return quoted.length > 0 ? `${quoted.join(", ")} et ${last}` : last;
}

export function missingRows(missing: number, rows: number): LogisticWarning {
  const verb = missing > 1 ? "lignes écartées" : "ligne écartée";
  return {
    code: "missing",
    terms: [],
    message: `${missing} ${verb} sur ${rows} : une valeur y manque ou y est infinie`,
  };
}

export function aliasedTerms(terms: string[]): LogisticWarning {
  const message =
    terms.length > 1
      ? `${listed(terms)} ne sont pas estimés : combinaisons linéaires des termes qui les précèdent`
      : `${listed(terms)} n’est pas estimé : combinaison linéaire des termes qui le précèdent`;
  return { code: "collinear", terms, message };
}

export function separatedTerms(terms: string[]): LogisticWarning {
  const subject = terms.length > 1 ? `${listed(terms)} séparent` : `${listed(terms)} sépare`;
  return {
    code: "separation",
    terms,
    message: `${subject} parfaitement une partie des événements du reste : le maximum de vraisemblance n’existe pas, ces coefficients peuvent croître sans fin et leurs erreurs types ne veulent rien dire`,
  };
}

export function singleClass(share: number, rows: number, terms: string[]): LogisticWarning {
  const what = share === 0 ? "aucun événement" : "rien que des événements";
  return {
    code: "singleClass",
    terms,
    message: `Une seule classe : ${what} parmi les ${rows} lignes utilisables, rien n’est estimable`,
  };
}

export function notConverged(iterations: number): LogisticWarning {
  return {
    code: "notConverged",
    terms: [],
    message: `Pas de convergence après ${iterations} itérations : les estimations sont celles du dernier pas`,
  };
}
