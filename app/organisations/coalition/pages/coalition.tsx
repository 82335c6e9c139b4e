import { useT } from "~/platform/i18n/react";
import type { FocusArea } from "~/reference/codes";
import { BarTable } from "~/ui/bar-table";
import { DataTable } from "~/ui/data-table";
import { Details } from "~/ui/details";
import { EmptyState } from "~/ui/empty-state";
import { Measure } from "~/ui/measure";
import { Columns, PageHead, Section } from "~/ui/page-parts";
import { ShapeTag, StateTag, type Tone } from "~/ui/tags";
import { Leadless, type LeadlessRow } from "../../leads/components/leadless";

export interface BalanceRow {
  label: string;
  share: number;
  leaders: string;
  members: string;
}

interface Entry {
  id: string;
  href: string;
  name: string;
  group: string;
  region: string;
  term: string;
  /** Not shown in public now, because the organisation is not cleared (R7). */
  hidden: boolean;
}

export interface AreaView {
  area: FocusArea;
  name: string;
  note: string;
  leaders: Entry[];
  /** Seats of Leaders held today, of how many (R8). */
  held: number;
  seats: number;
  members: Entry[];
  groups: BalanceRow[];
  regions: BalanceRow[];
}

export interface CoalitionView {
  applications: {
    href: string;
    organisation: string;
    area: FocusArea;
    areaName: string;
    role: string;
    day: string;
    state: string;
    tone: Tone;
  }[];
  areas: AreaView[];
  joinRequests: { href: string; organisation: string; day: string }[];
  leadless: LeadlessRow[];
}

/** The secretariat's view of the coalition: what to decide, the five seats of each area, balance by group and region. */
export function CoalitionPage({ view }: { view: CoalitionView }) {
  const t = useT("organisations");
  return (
    <>
      <PageHead title={t("coalition.title")} lead={t("coalition.lead")} low />
      <Section id="applications" title={t("coalition.applications")} note={t("coalition.applications_note")}>
        <Applications view={view} />
      </Section>
      {view.areas.map((area) => (
        <Area key={area.area} area={area} />
      ))}
      {view.joinRequests.length > 0 && (
        <Section id="join-requests" title={t("coalition.join_requests")} note={t("coalition.join_requests_note")}>
          <DataTable
            caption={`${t("coalition.join_requests")} (${view.joinRequests.length})`}
            hideCaption
            columns={[{ label: t("join.organisation") }, { label: t("join.asked_on") }]}
            rows={view.joinRequests.map(({ href, organisation, day }) => ({
              key: href,
              cells: [<OrganisationLink key="name" href={href} name={organisation} />, day],
            }))}
          />
        </Section>
      )}
      <Leadless rows={view.leadless} />
    </>
  );
}

function Applications({ view }: { view: CoalitionView }) {
  const t = useT("organisations");
  if (view.applications.length === 0)
    return <EmptyState title={t("coalition.no_applications")}>{t("coalition.no_applications_text")}</EmptyState>;
  return (
    <DataTable
      caption={`${t("coalition.applications")} (${view.applications.length})`}
      hideCaption
      columns={[
        { label: t("join.organisation") },
        { label: t("participation.focus_area") },
        { label: t("participation.role") },
        { label: t("coalition.applied_on") },
        { label: t("coalition.organisation_state") },
      ]}
      rows={view.applications.map((one) => ({
        key: one.href,
        cells: [
          <OrganisationLink key="name" href={one.href} name={one.organisation} />,
          <ShapeTag key="area" shape={one.area}>
            {one.areaName}
          </ShapeTag>,
          one.role,
          one.day,
          <StateTag key="state" tone={one.tone}>
            {one.state}
          </StateTag>,
        ],
      }))}
    />
  );
}

function OrganisationLink({ href, name }: { href: string; name: string }) {
  return (
    <a href={href}>
      <bdi>{name}</bdi>
    </a>
  );
}

function Area({ area }: { area: AreaView }) {
  const t = useT("organisations");
  const id = `area-${area.area}`;
  const free = area.seats - area.held;
  return (
    <Section
      id={id}
      title={<ShapeTag shape={area.area}>{area.name}</ShapeTag>}
      note={area.note}
      aside={<Measure delivered={area.held} target={area.seats} />}
    >
      <div className="stack">
        <DataTable
          caption={`${t("coalition.leaders")} · ${area.name}`}
          columns={[
            { label: t("join.organisation") },
            { label: t("participation.represents") },
            { label: t("coalition.region") },
            { label: t("coalition.term") },
          ]}
          rows={[
            ...area.leaders.map((one) => ({ key: one.id, cells: cellsOf(one, t("coalition.hidden")) })),
            ...(free > 0
              ? [
                  {
                    key: "free",
                    cells: [
                      <StateTag key="free" tone="open">
                        {t("coalition.free_seats", { count: free })}
                      </StateTag>,
                      "–",
                      "–",
                      "–",
                    ],
                  },
                ]
              : []),
          ]}
        />
        {area.members.length === 0 ? (
          <p className="quiet">{t("coalition.no_members")}</p>
        ) : (
          <DataTable
            caption={`${t("coalition.members", { count: area.members.length })} · ${area.name}`}
            columns={[
              { label: t("join.organisation") },
              { label: t("participation.represents") },
              { label: t("coalition.region") },
              { label: t("coalition.term") },
            ]}
            rows={area.members.map((one) => ({ key: one.id, cells: cellsOf(one, t("coalition.hidden")) }))}
          />
        )}
        <Details summary={t("coalition.balance")}>
          <Columns two>
            <Balance caption={t("coalition.by_group")} rows={area.groups} />
            <Balance caption={t("coalition.by_region")} rows={area.regions} />
          </Columns>
        </Details>
      </div>
    </Section>
  );
}

function cellsOf(one: Entry, hidden: string) {
  return [
    <span key="name">
      <OrganisationLink href={one.href} name={one.name} />
      {one.hidden && (
        <>
          <br />
          <StateTag tone="stopped">{hidden}</StateTag>
        </>
      )}
    </span>,
    one.group,
    one.region,
    one.term,
  ];
}

function Balance({ caption, rows }: { caption: string; rows: BalanceRow[] }) {
  const t = useT("organisations");
  return (
    <BarTable
      caption={caption}
      head={caption}
      columns={[t("coalition.leaders"), t("coalition.members_column")]}
      rows={rows.map(({ label, share, leaders, members }) => ({ label, share, values: [leaders, members] }))}
    />
  );
}
