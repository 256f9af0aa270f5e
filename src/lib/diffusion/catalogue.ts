import type { BatchTable } from "../tables.js";
import { LATEST } from "./addresses.js";
import { type Dataset, type DatasetFile, honestTitle, LICENCE, MEDIA_TYPES } from "./dataset.js";

/** Vocabularies of DCAT-AP 3 (https://semiceu.github.io/DCAT-AP/releases/3.0.0/). */
const CONTEXT = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  spdx: "http://spdx.org/rdf/terms#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

/** Controlled vocabularies that DCAT-AP asks for (Publications Office of the European Union). */
const AUTHORITY = "http://publications.europa.eu/resource/authority";
const FRENCH = { "@id": `${AUTHORITY}/language/FRA` };
const MONTHLY = { "@id": `${AUTHORITY}/frequency/MONTHLY` };
const FRANCE = { "@id": `${AUTHORITY}/country/FRA` };
const ECONOMY = { "@id": `${AUTHORITY}/data-theme/ECON` };
const fileType = (format: string) => ({ "@id": `${AUTHORITY}/file-type/${format.toUpperCase()}` });
const mediaType = (type: string) => ({
  "@id": `https://www.iana.org/assignments/media-types/${type}`,
});

const PUBLISHER = {
  "@type": "foaf:Agent",
  "@id": "#signaux-faibles",
  "foaf:name": "Signaux Faibles",
  "dct:type": { "@id": "http://purl.org/adms/publishertype/NationalAuthority" },
};

/** Text in French. */
const french = (text: string) => ({ "@value": text, "@language": "fr" });
const date = (day: string) => ({ "@value": day, "@type": "xsd:date" });

/**
 * Catalogue of the open data of a batch, DCAT-AP 3 in JSON-LD. Addresses are relative to the file:
 * the site may be served anywhere, and the copy in `latest` says the same as the one of the batch.
 */
export function catalogue(batch: BatchTable, datasets: readonly Dataset[]): object {
  return {
    "@context": CONTEXT,
    "@id": `../${batch.batch}/catalogue.json`,
    "@type": "dcat:Catalog",
    "dct:title": french(honestTitle("Données ouvertes de Signaux Faibles", batch.fictitious)),
    "dct:description": french(
      "Indicateurs sur les entreprises suivies, par territoire, secteur et taille, protégés par le secret statistique avant leur diffusion.",
    ),
    "dct:publisher": PUBLISHER,
    "dct:language": FRENCH,
    "dct:license": { "@id": LICENCE.path },
    "dct:issued": date(batch.date),
    "dct:modified": date(batch.date),
    "dct:spatial": FRANCE,
    "dcat:dataset": datasets.map((dataset) => datasetNode(batch, dataset)),
  };
}

function datasetNode({ batch, date: day, asOf, fictitious }: BatchTable, dataset: Dataset): object {
  const { name, title, description, source, span, files, schemaPath } = dataset;
  return {
    "@id": `../${LATEST}/catalogue.json#${name}`,
    "@type": "dcat:Dataset",
    "dct:identifier": name,
    "dct:title": french(honestTitle(title, fictitious)),
    "dct:description": french(description),
    "dct:publisher": { "@id": PUBLISHER["@id"] },
    "dct:provenance": { "@type": "dct:ProvenanceStatement", "rdfs:label": french(source) },
    "dct:language": FRENCH,
    "dcat:theme": ECONOMY,
    "dcat:keyword": KEYWORDS[dataset.group].map(french),
    "dcat:version": batch,
    "dct:issued": date(day),
    "dct:modified": date(day),
    "dct:accrualPeriodicity": MONTHLY,
    "dct:spatial": FRANCE,
    "dct:temporal": {
      "@type": "dct:PeriodOfTime",
      ...(span ? { "dcat:startDate": date(span.start) } : {}),
      "dcat:endDate": date(span?.end ?? asOf),
    },
    "dct:license": { "@id": LICENCE.path },
    "dcat:distribution": [batch, LATEST].flatMap((folder) =>
      files.map((file) => distribution(folder, batch, file, schemaPath)),
    ),
  };
}

const KEYWORDS: Readonly<Record<Dataset["group"], readonly string[]>> = {
  indicateur: ["entreprises", "difficultés", "régions", "départements", "secteurs"],
  table: ["entreprises", "difficultés"],
  reference: ["nomenclature"],
};

function distribution(folder: string, batch: string, file: DatasetFile, schema: string): object {
  const { path, format, compressed, bytes, sha256 } = file;
  const address = { "@id": `../${folder}/${path}` };
  const copy = folder === LATEST ? "dernier lot" : `lot ${batch}`;
  return {
    "@id": `../${folder}/catalogue.json#${path}`,
    "@type": "dcat:Distribution",
    "dct:title": french(`${format === "csv" ? "CSV" : "Parquet"}, ${copy}`),
    "dcat:accessURL": address,
    "dcat:downloadURL": address,
    "dct:format": fileType(format),
    "dcat:mediaType": mediaType(MEDIA_TYPES[format]),
    ...(compressed ? { "dcat:compressFormat": mediaType("application/gzip") } : {}),
    "dct:license": { "@id": LICENCE.path },
    "dct:conformsTo": { "@id": `../${folder}/${schema}` },
    "dcat:byteSize": { "@value": String(bytes), "@type": "xsd:nonNegativeInteger" },
    "spdx:checksum": {
      "@type": "spdx:Checksum",
      "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256" },
      "spdx:checksumValue": { "@value": sha256, "@type": "xsd:hexBinary" },
    },
  };
}
