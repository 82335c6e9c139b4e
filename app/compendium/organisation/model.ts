import type { FocusArea, ParticipationGroup } from "~/reference/codes";

/** A place in a focus area, public only while the organisation is cleared (R7). Dates are UTC days; a term ends before `endsOn` (R8). */
export interface PublicParticipation {
  kind: "leader" | "member";
  focusArea: FocusArea;
  represents: ParticipationGroup;
  startsOn: string | null;
  endsOn: string | null;
}

/** Whether a place is held on a day. */
export const isHeld = ({ startsOn, endsOn }: PublicParticipation, day: string): boolean =>
  (startsOn === null || startsOn <= day) && (endsOn === null || day < endsOn);
