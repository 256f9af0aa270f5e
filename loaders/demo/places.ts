import { type Commune, readCommunes } from "../geography.js";
import { CENTROIDS, radiusOf } from "./centroids.js";
import { Random } from "./random.js";

export interface Place {
  commune: Commune;
  latitude: number;
  longitude: number;
}

/** An address spreads over about 2 km around its commune: 0.02 degree. */
const STREET_SPREAD = 0.02;

/** Draws places where people live: communes in proportion to their population (INSEE census). */
export class Places {
  private readonly communes: Commune[];
  private readonly cumulated: number[] = [];
  private readonly byDepartement = new Map<string, (readonly [Commune, number])[]>();

  constructor() {
    this.communes = readCommunes().filter(
      ({ departement, population }) => CENTROIDS.has(departement) && population > 0,
    );
    let total = 0;
    for (const commune of this.communes) {
      total += commune.population;
      this.cumulated.push(total);
      const list = this.byDepartement.get(commune.departement) ?? [];
      list.push([commune, commune.population]);
      this.byDepartement.set(commune.departement, list);
    }
  }

  /** Anywhere in France. */
  draw(random: Random): Place {
    const target = random.uniform() * this.cumulated[this.cumulated.length - 1]!;
    let low = 0;
    let high = this.cumulated.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.cumulated[middle]! > target) high = middle;
      else low = middle + 1;
    }
    return placeIn(this.communes[low]!, random);
  }

  /** In the same département as `commune`. */
  near({ departement }: Commune, random: Random): Place {
    const commune = random.weighted(this.byDepartement.get(departement)!);
    return placeIn(commune, random);
  }
}

/** Every address of a commune is near the same point, wherever in the département that point fell. */
function placeIn(commune: Commune, random: Random): Place {
  const centre = CENTROIDS.get(commune.departement)!;
  const ofCommune = new Random("commune", commune.code);
  const radius = radiusOf(commune.departement) * Math.sqrt(ofCommune.uniform());
  const angle = 2 * Math.PI * ofCommune.uniform();
  return {
    commune,
    latitude: centre.latitude + radius * Math.sin(angle) + random.between(-1, 1) * STREET_SPREAD,
    longitude: centre.longitude + radius * Math.cos(angle) + random.between(-1, 1) * STREET_SPREAD,
  };
}
