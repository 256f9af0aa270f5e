import { z } from "zod";
import { VigieError } from "../error.js";

const day = z.iso.date();

/** One delivery told by the team, which no batch can prove. */
const DELIVERY = z.strictObject({
  engagement: z.int().min(1).max(58),
  /** Day of the request, for what is due on request. */
  demande: day.optional(),
  /** Day it was delivered; absent while it is not. */
  livraison: day.optional(),
  /** Reference or address of what was delivered. */
  piece: z.string().min(1).optional(),
});

const FILE = z.strictObject({ livraisons: z.array(DELIVERY) });

export type Delivery = z.infer<typeof DELIVERY>;
export type Deliveries = z.infer<typeof FILE>;

/**
 * Reads the text of a file of deliveries: `{"livraisons": [{"engagement": 8, "demande": "2026-09-01",
 * "livraison": "2026-09-04", "piece": "courrier 12"}]}`.
 *
 * @throws VigieError `unusable-deliveries` naming the file and what is wrong in it.
 */
export function parseDeliveries(text: string, file: string): Deliveries {
  const parsed = FILE.safeParse(read(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new VigieError(
    "unusable-deliveries",
    `${file} ne se lit pas comme des livraisons : ${issue?.path.join(".") || "fichier entier"}, ${issue?.message}`,
    'Écrivez {"livraisons": [{"engagement": 17, "livraison": "2023-01-16", "piece": "adresse"}]}, aux dates AAAA-MM-JJ.',
    2,
  );
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
