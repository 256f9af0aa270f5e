/** The documents the service was founded by. */
export interface FoundingDocument {
  title: string;
  parties: readonly string[];
  /** `YYYY-MM-DD`; a year alone where the document bears no date. */
  signed: string;
  /** Last day of its period, `YYYY-MM-DD`; null where it states none. */
  end: string | null;
  /** What must be known of that day. */
  endNote?: string;
}

export const DOCUMENTS = {
  eig2016: {
    title: "Présentation du projet aux Entrepreneurs d’intérêt général, 2016-2017",
    parties: ["Équipe Signaux Faibles"],
    signed: "2016",
    end: null,
  },
  avenant2019: {
    title: "Avenant no 1 du 18 juillet 2019 à la convention du 7 juillet 2018",
    parties: ["SG-MEF", "DINSIC", "DGE"],
    signed: "2019-07-18",
    end: null,
  },
  convention2020: {
    title: "Convention DGEFP–DINUM du 25 mars 2020",
    parties: ["DGEFP", "DINUM"],
    signed: "2020-03-25",
    end: "2021-03-25",
    endNote: "un an à compter de la publication, compté ici de la signature",
  },
  avenant2020: {
    title: "Avenant no 1 du 2 octobre 2020 à la convention DGEFP–DINUM",
    parties: ["DGEFP", "DINUM"],
    signed: "2020-10-02",
    end: "2020-12-31",
    endNote: "second semestre 2020",
  },
  convention2023: {
    title: "Convention DGEFP–DGE du 13 décembre 2022 (NOR ECOI2236199X)",
    parties: ["DGEFP", "DGE"],
    signed: "2022-12-13",
    end: "2023-12-31",
  },
} as const satisfies Record<string, FoundingDocument>;
export type DocumentId = keyof typeof DOCUMENTS;

/** The last day, over the documents that hold a duty, on which one still runs; null when one has no term. */
export function termOf(ids: readonly DocumentId[]): string | null {
  const ends = ids.map((id) => DOCUMENTS[id].end);
  if (ends.includes(null)) return null;
  return (ends as string[]).sort().at(-1) ?? null;
}
