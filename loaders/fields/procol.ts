import { type FieldOptions, field } from "./field.js";

/** Collective proceedings, the most severe first (§1.3). */
export const ACTIONS = ["liquidation", "redressement", "sauvegarde"] as const;

interface Proceeding {
  action: string;
  stade: string;
}

const isAction = (word: string): boolean => (ACTIONS as readonly string[]).includes(word);

/**
 * `Solde_procedure_redressement`: the word among {@link ACTIONS} is the proceeding, the others its
 * stage (§1.3). Gives `action_procol` and `stade_procol`.
 */
export function proceeding(options: FieldOptions = {}) {
  const list = ACTIONS.map((action) => `'${action}'`).join(", ");
  return field<Proceeding>(
    {
      type: "STRUCT(action VARCHAR, stade VARCHAR)",
      pattern: /[A-Za-z]+(?:_[A-Za-z]+)*/,
      refusal: `ne nomme pas de procédure (${ACTIONS.join(", ")})`,
      parse: {
        sql: (text) => {
          const words = `string_split(lower(${text}), '_')`;
          const action = `list_filter(${words}, lambda word: word IN (${list}))[1]`;
          const stage = `array_to_string(list_filter(${words}, lambda word: word NOT IN (${list})), '_')`;
          return `CASE WHEN ${action} IS NOT NULL THEN struct_pack(action := ${action}, stade := ${stage}) END`;
        },
        js: (text) => {
          const words = text.toLowerCase().split("_");
          const action = words.find(isAction);
          return action
            ? { action, stade: words.filter((word) => !isAction(word)).join("_") }
            : null;
        },
      },
      parts: [
        {
          column: () => "action_procol",
          type: "VARCHAR",
          sql: (value) => `${value}.action`,
          description: `la procédure (${ACTIONS.join(", ")})`,
          unit: "code",
        },
        {
          column: () => "stade_procol",
          type: "VARCHAR",
          sql: (value) => `${value}.stade`,
          description: "son stade (ouverture, plan_continuation, fin_procedure…)",
          unit: "code",
        },
      ],
    },
    options,
  );
}
