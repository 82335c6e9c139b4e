import { useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { Section } from "~/ui/page-parts";
import { StateTag, type Tone } from "~/ui/tags";

export interface LeadlessRow {
  id: string;
  name: string;
  state: string;
  tone: Tone;
  /** How many people act for it nevertheless. */
  people: string;
  /** Null for who may not appoint. */
  appointHref: string | null;
}

/** Organisations that nobody can answer for; nothing where there are none. */
export function Leadless({ rows }: { rows: LeadlessRow[] }) {
  const t = useT("people");
  const organisations = useT("organisations");
  if (rows.length === 0) return null;
  return (
    <Section id="leadless" title={t("leadless.title")} note={t("leadless.note")}>
      <DataTable
        caption={t("leadless.title")}
        hideCaption
        columns={[
          { label: organisations("join.organisation") },
          { label: organisations("coalition.organisation_state") },
          { label: t("leadless.people"), numeric: true },
          { label: organisations("people.actions"), quiet: true },
        ]}
        rows={rows.map(({ id, name, state, tone, people, appointHref }) => ({
          key: id,
          cells: [
            <bdi key="name">{name}</bdi>,
            <StateTag key="state" tone={tone}>
              {state}
            </StateTag>,
            people,
            appointHref && (
              <a key="appoint" href={appointHref}>
                {t("appointment.open")}
              </a>
            ),
          ],
        }))}
      />
    </Section>
  );
}
