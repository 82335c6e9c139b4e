import { useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { Facts } from "~/ui/facts";
import type { CaseView } from "../case/model";

/** What the organisation told, its documents and its other cases: for staff only (R15). */
export function RecordPart({ view }: { view: CaseView }) {
  const t = useT("due-diligence");
  const { facts, people, documents, cases } = view.record;
  return (
    <div className="stack loose">
      <section aria-labelledby="record" className="stack tight">
        <h2 id="record">{view.organisation.name}</h2>
        <p className="small quiet">{t("record_note")}</p>
        <Facts
          facts={facts.map(({ term, value }) => ({
            term,
            value: value === null ? null : <span dir="auto">{value}</span>,
          }))}
        />
      </section>
      <section aria-labelledby="people" className="stack tight">
        <h2 id="people">{t("people_title")}</h2>
        {people.length === 0 ? (
          <p className="quiet">{t("no_people")}</p>
        ) : (
          <DataTable
            caption={t("people_title")}
            hideCaption
            columns={[{ label: t("column.name") }, { label: t("column.role") }, { label: t("column.origin") }]}
            rows={people.map(({ key, role, name, detail }) => ({
              key,
              cells: [
                <span key="name" dir="auto">
                  {name}
                </span>,
                role,
                detail,
              ],
            }))}
          />
        )}
      </section>
      <section aria-labelledby="documents" className="stack tight">
        <h2 id="documents">{t("documents_title")}</h2>
        {documents.length === 0 ? (
          <p className="quiet">{t("no_documents")}</p>
        ) : (
          <ul>
            {documents.map(({ id, name, href, size }) => (
              <li key={id} className="upload">
                <a href={href} dir="auto">
                  {name}
                </a>
                <span className="small quiet">{size}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="cases" className="stack tight">
        <h2 id="cases">{t("other_cases")}</h2>
        {cases.length === 0 ? (
          <p className="quiet">{t("no_other_cases")}</p>
        ) : (
          <ul>
            {cases.map(({ href, title, lang, outcome, day }) => (
              <li key={href} className="upload">
                <a href={href} lang={lang} dir="auto">
                  {title}
                </a>
                <span className="small quiet">
                  {outcome} · {day}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
