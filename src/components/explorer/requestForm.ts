import { html } from "npm:htl";
import { PERIODICITIES } from "../../lib/diffusion/publishedRows.js";
import { DIMENSIONS, type Dimension } from "../../lib/explorer/dimension.js";
import { PERIODICITY_LABELS } from "../../lib/explorer/periodicity.js";
import { type ExplorerRequest, withTwoAxes } from "../../lib/explorer/request.js";
import { SIZE_SCOPES, type SizeScope } from "../../lib/explorer/scope.js";
import { formatMonth } from "../../lib/format/calendar.js";
import type { Territory } from "../../lib/tables.js";
import { groupedField } from "../groupedField.js";
import { type Choice, selectField } from "../selectField.js";
import { indicatorFields } from "./indicatorFields.js";
import { sectorGroups, territoryGroups } from "./requestChoices.js";

type Field = HTMLElement & { value: string };

export interface RequestForm {
  element: HTMLElement;
  /** What the fields say. */
  request(): ExplorerRequest;
  /** Periods to choose the first and the last from. */
  setPeriods(periods: readonly string[]): void;
}

/** Fields of a request, each a native list; any change calls `onChange`. */
export function requestForm(
  initial: ExplorerRequest,
  territories: readonly Territory[],
  onChange: () => void,
): RequestForm {
  const fields = {
    territories: groupedField(
      "Territoires",
      "territoires",
      territoryGroups(territories),
      initial.territories,
    ),
    sectors: groupedField("Secteurs", "secteurs", sectorGroups(), initial.sectors),
    sizes: listed("Tailles", "tailles", SIZE_SCOPES, initial.sizes),
    periodicity: listed("Périodicité", "periodicite", periodicities, initial.periodicity),
    rows: listed("En lignes", "lignes", DIMENSIONS, initial.rows),
    columns: listed("En colonnes", "colonnes", DIMENSIONS, initial.columns),
  };
  const indicators = indicatorFields(initial.indicators);
  const span = html`<div class="fields">${fields.periodicity}</div>`;
  let known: string | undefined;
  let ends: { from: Field; to: Field } | undefined;
  const element = html`<form class="explorer-form" onsubmit=${(event: Event) => event.preventDefault()}>
    ${indicators.element}
    <div class="fields">${fields.territories}${fields.sectors}${fields.sizes}</div>
    ${span}
    <div class="fields">${fields.rows}${fields.columns}</div>
  </form>`;
  element.addEventListener("input", () => {
    fields.columns.querySelector("select")!.value = request().columns;
    onChange();
  });

  function request(): ExplorerRequest {
    return withTwoAxes({
      indicators: indicators.value(),
      territories: fields.territories.value,
      sectors: fields.sectors.value,
      sizes: fields.sizes.value as SizeScope,
      periodicity: fields.periodicity.value as ExplorerRequest["periodicity"],
      from: ends?.from.value ?? initial.from,
      to: ends?.to.value ?? initial.to,
      rows: fields.rows.value as Dimension,
      columns: fields.columns.value as Dimension,
    });
  }

  function setPeriods(periods: readonly string[]): void {
    if (periods.join() === known) return;
    known = periods.join();
    const { from, to } = request();
    ends?.from.remove();
    ends?.to.remove();
    const choices = periods.map((period) => ({ value: period, label: formatMonth(period) }));
    const first = [{ value: "", label: "La première publiée" }, ...choices];
    const last = [{ value: "", label: "La dernière publiée" }, ...choices.toReversed()];
    ends = {
      from: selectField("De", "de", first, from),
      to: selectField("À", "a", last, to),
    };
    span.append(ends.from, ends.to);
  }
  return { element, request, setPeriods };
}

const periodicities = Object.fromEntries(
  PERIODICITIES.map((code) => [code, PERIODICITY_LABELS[code]]),
);

function listed(
  label: string,
  name: string,
  labels: Readonly<Record<string, string>>,
  initial: string,
): Field {
  const choices = Object.entries(labels).map(([value, words]): Choice => ({ value, label: words }));
  return selectField(label, name, choices, initial);
}
