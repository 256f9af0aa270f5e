import { LEAST_YEARS } from "./seasonallyAdjusted.js";
import { SEASONAL_WINDOW } from "./stl.js";

/** Under a chart that shows a corrected series. */
export const ADJUSTMENT_NOTE =
  "Série corrigée des variations saisonnières par la méthode STL robuste (Cleveland et autres, 1990), à partir des seules valeurs publiées ; elle est révisée à chaque lot.";

/** For the page of methods. */
export const ADJUSTMENT_METHOD = `Les séries corrigées des variations saisonnières sont calculées par la méthode STL (« Seasonal-Trend decomposition using Loess », Cleveland, Cleveland, McRae et Terpenning, 1990), dans sa version robuste : un mois exceptionnel ne déforme pas la saison. La saison d’un mois est lissée sur ${SEASONAL_WINDOW} années. Le modèle est multiplicatif lorsque toutes les valeurs sont positives, additif dès que l’une est nulle. Une série n’est corrigée que si ses ${LEAST_YEARS} dernières années au moins sont publiées sans interruption et si le test de Kruskal-Wallis y reconnaît, au seuil de 1 %, une saison stable. Le calcul ne lit que les valeurs publiées : il ne dit rien d’un mois sous secret statistique. Chaque lot révise les derniers mois corrigés.`;
