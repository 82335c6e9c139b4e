import type { Constituency, FocusArea, ParticipationGroup, ParticipationRole } from "~/reference/codes";
import records from "./invented-organisations.json" with { type: "json" };

/** Organisations of the demonstration; each name says that it is invented. What due diligence asks for is there (R15). */
export type InventedOrganisation = {
  slug: string;
  /** Where its own case shall stand when the starter content is loaded */
  target_state: "registered" | "in_review" | "changes_requested" | "cleared";
  official_name: string;
  short_name: string;
  language: "ar" | "zh" | "en" | "fr" | "ru" | "es";
  constituency: Constituency;
  /** Absent for the body of an invented State */
  country?: string;
  website: string;
  description: string;
  public_contact: string;
  legal_form: string;
  registration_number: string;
  registration_authority: string;
  registered_address: string;
  year_founded: number;
  host_organisation?: string;
  key_people: {
    role: "highest_leader" | "board_member" | "owner";
    full_name: string;
    original_name?: string;
    nationality: string;
    birth_year?: number;
  }[];
  participation?: {
    kind: ParticipationRole;
    focus_area: FocusArea;
    represents: ParticipationGroup;
    statement: string;
    target_state: "applied" | "admitted";
  }[];
  /** What staff asked, where the case waits for an answer */
  question?: string;
};

export const inventedOrganisations = records as InventedOrganisation[];
