import { describe, expect, it } from "vitest";
import * as codes from "~/reference/codes";
import ar from "../../locales/ar/reference.json";
import en from "../../locales/en/reference.json";
import es from "../../locales/es/reference.json";
import fr from "../../locales/fr/reference.json";
import ru from "../../locales/ru/reference.json";
import zh from "../../locales/zh/reference.json";

const labels = {
  pledge_types: codes.pledgeTypes,
  pledge_types_long: codes.pledgeTypes,
  pledge_types_help: codes.pledgeTypes,
  focus_areas: codes.focusAreas,
  focus_areas_help: codes.focusAreas,
  constituencies: codes.constituencies,
  participation_groups: codes.participationGroups,
  participation_roles: codes.participationRoles,
  regions: codes.regions,
  groups: codes.groups,
  groups_short: codes.groups,
  group_bases: codes.groupBases,
  extents: codes.extents,
  extents_help: codes.extents,
  scopes: codes.scopes,
  amount_bases: codes.amountBases,
  value_kinds: codes.valueKinds,
  additionalities: codes.additionalities,
  amount_origins: codes.amountOrigins,
  public_statuses: codes.publicStatuses,
  deliveries: codes.deliveries,
  freshness: codes.freshnessCodes,
  value_bands: codes.valueBands,
  sorts: codes.sorts,
  confidences: codes.confidences,
  co_pledger_states: codes.coPledgerStates,
  relation_kinds: codes.relationKinds,
  sdgs: codes.sdgs.map(String),
  wsis: codes.wsisActionLines,
};

describe("labels of the codes", () => {
  it.each(Object.entries({ ar, zh, en, fr, ru, es }))("name every code and nothing else in %s", (_lang, file) => {
    const sections: Record<string, Record<string, string>> = file;
    expect(Object.keys(sections).sort()).toEqual(Object.keys(labels).sort());
    for (const [section, list] of Object.entries(labels)) {
      expect(Object.keys(sections[section] ?? {}).sort()).toEqual([...list].sort());
      for (const text of Object.values(sections[section] ?? {})) expect(text.trim()).not.toBe("");
    }
  });
});
