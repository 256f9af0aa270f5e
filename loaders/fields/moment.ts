import { calendarDate } from "./date.js";
import { type FieldOptions, field } from "./field.js";

/** `JJ/MM/AAAA` or `AAAA-MM-JJ`, an hour or none, its time zone left out: all are in that of the file. */
const MOMENT =
  /(?:[0-9]{2}\/[0-9]{2}\/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?(?: UTC|Z)?)?/;

/** A day and, when it is known, its hour; midnight otherwise. */
export function moment(options: FieldOptions = {}) {
  return field<string>(
    {
      type: "TIMESTAMP",
      pattern: MOMENT,
      refusal: "n’est pas un instant JJ/MM/AAAA hh:mm",
      parse: {
        sql: [
          (text) => `regexp_replace(${text}, '^([0-9]{2})/([0-9]{2})/([0-9]{4})', '\\3-\\2-\\1')`,
          (iso) =>
            `left(${iso}, 10) || ' ' || CASE WHEN length(${iso}) = 10 THEN '00:00:00'
              WHEN substr(${iso}, 17, 1) = ':' THEN substr(${iso}, 12, 8)
              ELSE substr(${iso}, 12, 5) || ':00' END`,
          (stamp) => `try_cast(${stamp} AS TIMESTAMP)`,
        ],
        js: readMoment,
      },
      allowed: {
        sql: (value) => `year(${value}) BETWEEN ${YEARS.first} AND ${YEARS.last}`,
        js: (value) =>
          Number(value.slice(0, 4)) >= YEARS.first && Number(value.slice(0, 4)) <= YEARS.last,
        refusal: `est hors des années ${YEARS.first} à ${YEARS.last}`,
        minimum: `${YEARS.first}-01-01T00:00:00`,
        maximum: `${YEARS.last}-12-31T23:59:59`,
      },
    },
    options,
  );
}

/** No log is older than the services, which date from the 2010s. */
const YEARS = { first: 2000, last: 2199 };

/** `AAAA-MM-JJ hh:mm:ss`, as DuckDB writes a TIMESTAMP; null out of the calendar. */
function readMoment(text: string): string | null {
  const iso = text.replace(/^([0-9]{2})\/([0-9]{2})\/([0-9]{4})/, "$3-$2-$1");
  const date = calendarDate(iso.slice(0, 10));
  if (date === null) return null;
  if (iso.length === 10) return `${date} 00:00:00`;
  const seconds = iso[16] === ":" ? iso.slice(17, 19) : "00";
  return `${date} ${iso.slice(11, 16)}:${seconds}`;
}
