import { useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { Section } from "~/ui/page-parts";
import { RegisterEntries, RegisterEntry } from "~/ui/register-entry";
import { StateTag, type Tone } from "~/ui/tags";
import { Ref } from "~/ui/words";

/** A part that the reader's organisation is asked to take, or has answered for. */
export interface AskedPart {
  key: string;
  href: string;
  title: string;
  titleLang?: string;
  reference: string | null;
  pledger: string;
  amount: string;
  state: string;
  tone: Tone;
  /** Until when an answer is awaited. */
  until: string | null;
}

/** A part as the lead pledger sees it. */
export interface GivenPart {
  key: string;
  name: string;
  amount: string;
  state: string;
  tone: Tone;
  /** What the organisation wrote when it declined or withdrew. */
  reason: string | null;
}

/** The parts of others' pledges that an organisation is asked to take (R20). */
export function AskedParts({ parts }: { parts: AskedPart[] }) {
  const t = useT("together");
  if (parts.length === 0) return null;
  return (
    <Section id="parts" title={t("asked.title")} note={t("asked.note")}>
      <RegisterEntries>
        {parts.map((part) => (
          <RegisterEntry
            key={part.key}
            href={part.href}
            title={part.title}
            titleLang={part.titleLang}
            meta={[
              <bdi key="pledger">{part.pledger}</bdi>,
              ...(part.reference ? [<Ref key="ref">{part.reference}</Ref>] : []),
              part.amount,
            ]}
            fact={<StateTag tone={part.tone}>{part.state}</StateTag>}
            factNote={part.until}
          />
        ))}
      </RegisterEntries>
    </Section>
  );
}

/** Who pledges together with the reader's organisation, and what each answered. */
export function GivenParts({ parts }: { parts: GivenPart[] }) {
  const t = useT("together");
  if (parts.length === 0) return null;
  return (
    <Section id="partners" title={t("given.title")} note={t("given.note")}>
      <DataTable
        caption={t("given.title")}
        hideCaption
        columns={[{ label: t("given.name") }, { label: t("given.amount") }, { label: t("given.state") }]}
        rows={parts.map((part) => ({
          key: part.key,
          cells: [
            <bdi key="name">{part.name}</bdi>,
            part.amount,
            <div key="state">
              <StateTag tone={part.tone}>{part.state}</StateTag>
              {part.reason && <p dir="auto">{part.reason}</p>}
            </div>,
          ],
        }))}
      />
    </Section>
  );
}
