import type { ReactNode } from "react";
import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import type { FocusArea } from "~/reference/codes";
import { ButtonLink } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { PageHead, Section } from "~/ui/page-parts";
import { ShapeTag, StateTag, type Tone } from "~/ui/tags";
import { Timeline } from "~/ui/timeline";
import type { Need } from "../model";

export interface OrganisationHomeView {
  name: string;
  officialName: string | null;
  state: string;
  tone: Tone;
  stateText: string;
  facts: string[];
  publicHref: string | null;
  needs: Need[];
  lead: boolean;
  /** Whether the official facts may still be changed. */
  open: boolean;
  mayResubmit: boolean;
  leads: string[];
  authors: string[];
  documents: string;
  joinRequests: number;
  participations: { id: string; role: string; area: FocusArea; areaName: string; note: string }[];
}

type HomeProps = {
  view: OrganisationHomeView;
  /** What pledges add: they live in a higher layer, so their parts come from the route. */
  needs?: Need[];
  pledges?: ReactNode;
};

/** The organisation's home: what needs me now, then pledges, people, participation, due diligence. */
export function OrganisationHomePage({ view, needs = [], pledges }: HomeProps) {
  const t = useT("organisations");
  return (
    <>
      <PageHead title={view.name} low>
        <p className="row">
          <StateTag tone={view.tone}>{view.state}</StateTag>
          {view.participations.map((one) => (
            <span key={one.id}>
              {one.role} · <ShapeTag shape={one.area}>{one.areaName}</ShapeTag>
            </span>
          ))}
          <span className="quiet">{view.facts.join(" · ")}</span>
        </p>
        {view.officialName && <p className="quiet">{view.officialName}</p>}
      </PageHead>
      <NeedsSection needs={[...view.needs, ...needs].sort((a, b) => Number(b.due) - Number(a.due))} />
      {pledges}
      <PeopleSection view={view} />
      <ParticipationSection view={view} />
      <Section id="due-diligence" title={t("home.due_diligence")} note={t("home.due_diligence_note")}>
        <div className="stack">
          <p>
            <StateTag tone={view.tone}>{view.state}</StateTag>
          </p>
          <p>{view.stateText}</p>
          <PartLinks view={view} />
        </div>
      </Section>
    </>
  );
}

function NeedsSection({ needs }: { needs: Need[] }) {
  const t = useT("organisations");
  const title = t("home.needs");
  if (needs.length === 0)
    return (
      <Section id="needs" title={title}>
        <p>{t("home.nothing_needed")}</p>
      </Section>
    );
  return (
    <Section id="needs" title={title} note={t("home.needs_note", { count: needs.length })}>
      <Timeline
        moments={needs.map((need) => ({
          tone: need.due ? "due" : "open",
          when: need.when,
          title: <a href={need.href}>{need.title}</a>,
          body: need.note && <span className="quiet">{need.note}</span>,
        }))}
      />
    </Section>
  );
}

function PeopleSection({ view }: { view: OrganisationHomeView }) {
  const t = useT("organisations");
  const { lang } = useLang();
  const names = (list: string[]) => (list.length > 0 ? list.map((name) => <Name key={name}>{name}</Name>) : null);
  return (
    <Section id="people" title={t("people.title")} note={t("people.note")}>
      <div className="stack">
        <Facts
          facts={[
            { term: t("people.leads"), value: names(view.leads) },
            { term: t("people.authors"), value: names(view.authors) ?? t("people.no_authors") },
            ...(view.lead
              ? [
                  {
                    term: t("people.waiting"),
                    value: (
                      <a href={address.myOrganisationPart(lang, "join-requests")}>
                        {t("people.requests", { count: view.joinRequests })}
                      </a>
                    ),
                  },
                ]
              : []),
          ]}
        />
        <p>
          <a href={address.myOrganisationPart(lang, "people")}>{t("people.manage")}</a>
        </p>
      </div>
    </Section>
  );
}

/** Names follow each other, each in its own reading direction. */
function Name({ children }: { children: string }) {
  return (
    <span className="row">
      <bdi>{children}</bdi>
    </span>
  );
}

function ParticipationSection({ view }: { view: OrganisationHomeView }) {
  const t = useT("organisations");
  const { lang } = useLang();
  return (
    <Section id="participation" title={t("participation.title")} note={t("participation.optional")}>
      <div className="stack">
        {view.participations.length === 0 ? (
          <p>{t("participation.none")}</p>
        ) : (
          <ul className="stack tight">
            {view.participations.map((one) => (
              <li key={one.id}>
                {one.role} · <ShapeTag shape={one.area}>{one.areaName}</ShapeTag>{" "}
                <span className="quiet">{one.note}</span>
              </li>
            ))}
          </ul>
        )}
        <p className="row">
          <a href={address.myParticipation(lang)}>{t("participation.manage")}</a>
          {view.lead && <a href={address.applyParticipation(lang)}>{t("participation.apply")}</a>}
        </p>
      </div>
    </Section>
  );
}

function PartLinks({ view }: { view: OrganisationHomeView }) {
  const t = useT("organisations");
  const { lang } = useLang();
  const part = (name: Parameters<typeof address.myOrganisationPart>[1]) => address.myOrganisationPart(lang, name);
  return (
    <>
      <p className="row">
        {view.lead && <a href={part("details")}>{view.open ? t("details.link_open") : t("details.link")}</a>}
        {view.lead && <a href={part("key-people")}>{t("key_people.title")}</a>}
        <a href={part("documents")}>
          {t("documents.title")} ({view.documents})
        </a>
        {view.publicHref && <a href={view.publicHref}>{t("home.public_page")}</a>}
      </p>
      {view.mayResubmit && (
        <p>
          <ButtonLink href={part("resubmission")}>{t("resubmission.title")}</ButtonLink>
        </p>
      )}
    </>
  );
}

/** For a person who acts for no organisation yet: register one, or ask to join. */
export function NoOrganisationPage({ open }: { open: { id: string; name: string; day: string }[] }) {
  const t = useT("organisations");
  const { lang } = useLang();
  return (
    <>
      <PageHead title={t("none.title")} lead={t("none.lead")} low />
      <Section id="register" title={t("none.register_title")}>
        <div className="stack">
          <p>{t("none.register_text")}</p>
          <p>
            <ButtonLink href={address.registerOrganisation(lang)}>{t("registration.title")}</ButtonLink>
          </p>
        </div>
      </Section>
      <Section id="join" title={t("none.join_title")}>
        <div className="stack">
          <p>{t("none.join_text")}</p>
          {open.map((request) => (
            <p key={request.id}>
              <StateTag tone="half">{t("none.asked", { name: request.name, date: request.day })}</StateTag>
            </p>
          ))}
        </div>
      </Section>
    </>
  );
}
