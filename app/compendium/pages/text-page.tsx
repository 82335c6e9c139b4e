import { useT } from "~/platform/i18n/react";
import { PageHead, Section } from "~/ui/page-parts";

/** A fixed page (about, help, terms …) in one language; `html` comes escaped from its query. */
export interface TextPageView {
  title: string;
  lead: string;
  /** The day of this version, written out, where the text carries one. */
  updated?: string;
  sections: { id: string; title: string; html: string }[];
}

/** Long pages begin with a list of their sections. */
const LONG = 6;

export function TextPage({ view }: { view: TextPageView }) {
  const t = useT("ui");
  const { title, lead, updated, sections } = view;
  return (
    <>
      <PageHead title={title} lead={lead}>
        {updated && <p className="quiet">{t("updated_on", { date: updated })}</p>}
      </PageHead>
      {sections.length > LONG && (
        <nav className="sec contents" aria-labelledby="contents">
          <header>
            <h2 id="contents">{t("on_this_page")}</h2>
          </header>
          <ul>
            {sections.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`}>{section.title}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {sections.map((section) => (
        <Section key={section.id} id={section.id} title={section.title}>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own Markdown, rendered by micromark, which escapes HTML */}
          <div className="prose" dangerouslySetInnerHTML={{ __html: section.html }} />
        </Section>
      ))}
    </>
  );
}
