/**
 * State of conformity with the RGAA. A site without a valid audit is « non conforme » (RGAA,
 * « Mentions et pages obligatoires »): the mention changes with an audit, and with nothing else.
 */
export type Conformity = "non conforme" | "partiellement conforme" | "totalement conforme";

const CONFORMITY: Conformity = "non conforme";

/** Words that the law wants on every page, linked to the declaration. */
export const ACCESSIBILITY_MENTION = `Accessibilité : ${CONFORMITY}`;
