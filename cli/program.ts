import { Command, type CommanderError, type Option } from "commander";
import { VigieError } from "../src/lib/error.js";

/** Commander writes its headings in English; these are all of them. */
const HEADINGS: Record<string, string> = {
  "Usage:": "Usage :",
  "Arguments:": "Arguments :",
  "Options:": "Options :",
  "Commands:": "Commandes :",
  "Global Options:": "Options générales :",
};

/** A command with French help, `--json`, an example, and usage errors as VigieError (exit 2). */
export function createCommand(name: string, summary: string, example: string): Command {
  return new Command(name)
    .description(summary)
    .option("--json", "écrit un document JSON sur la sortie standard, le texte sur l’erreur")
    .helpOption("-h, --help", "affiche cette aide")
    .configureHelp({ styleTitle: (title) => HEADINGS[title] ?? title, optionDescription })
    .addHelpText("after", `\nExemple :\n  ${example}`)
    .configureOutput({ outputError: () => {} })
    .exitOverride();
}

/** Description of an option with its default and choices, in French. */
function optionDescription(option: Option): string {
  const { description, defaultValue, defaultValueDescription, argChoices } = option;
  const isTold = defaultValue !== undefined && typeof defaultValue !== "boolean";
  const notes = [
    ...(argChoices ? [`choix : ${argChoices.join(", ")}`] : []),
    ...(isTold && `${defaultValue}` !== ""
      ? [`par défaut : ${defaultValueDescription ?? defaultValue}`]
      : []),
  ];
  return notes.length > 0 ? `${description} (${notes.join(" ; ")})` : description;
}

/** A commander usage error in French; `undefined` for help and version, which are no errors. */
export function usageError(error: CommanderError): VigieError | undefined {
  if (error.exitCode === 0 || error.code === "commander.help") return undefined;
  const value = error.message.match(/'([^']+)'/)?.[1] ?? "";
  const messages: Record<string, string> = {
    "commander.unknownOption": `option inconnue : ${value}`,
    "commander.unknownCommand": `commande inconnue : ${value}`,
    "commander.optionMissingArgument": `l’option ${value} attend une valeur`,
    "commander.missingMandatoryOptionValue": `l’option ${value} est obligatoire`,
    "commander.missingArgument": `argument manquant : ${value}`,
    "commander.excessArguments": "trop d’arguments",
    "commander.invalidArgument": `valeur refusée pour ${value}`,
  };
  return new VigieError(
    "usage",
    messages[error.code] ?? error.message,
    "Voyez « vigie --help » ou « vigie <commande> --help ».",
    2,
  );
}
