import { useT } from "~/platform/i18n/react";
import { ButtonLink } from "~/ui/button";
import { Message } from "~/ui/message";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page-parts";
import type { HistoryEntry } from "../history/model";
import type { Act } from "../model";

/** What is to be done with a pledge, by whom. */
export interface NextView {
  next: { due: boolean; who: string; sentences: string[] };
  acts: { act: Act; label: string; href: string; main: boolean; last: boolean }[];
  /** What only a lead can do, and who that is. */
  onlyLeads: { acts: string[]; names: string | null } | null;
  history: HistoryEntry[];
}

/** Who must act, why, and the buttons to do it. `lastWord`: what ITU wrote stands here, because nothing below shows it. */
export function NextSection({ view, lastWord }: { view: NextView; lastWord: boolean }) {
  const t = useT("my-pledges");
  const { next, acts, onlyLeads } = view;
  const leading = acts.filter((one) => !one.last);
  const last = acts.filter((one) => one.last);
  return (
    <Section id="next" title={t("next.title")} note={t("entry.next", { who: next.who })}>
      <div className="stack">
        <Notice tone={next.due ? "due" : "info"} title={next.sentences[0]}>
          {next.sentences.length > 1 && <p>{next.sentences.slice(1).join(" ")}</p>}
        </Notice>
        {lastWord && <LastWord view={view} />}
        {leading.length > 0 && (
          <p className="actions">
            {leading.map(({ act, label, href, main }) => (
              <ButtonLink key={act} href={href} second={!main}>
                {label}
              </ButtonLink>
            ))}
          </p>
        )}
        {last.length > 0 && (
          <p className="row">
            {last.map(({ act, label, href }) => (
              <a key={act} href={href}>
                {label}
              </a>
            ))}
          </p>
        )}
        {onlyLeads && <LeadsOnly {...onlyLeads} />}
      </div>
    </Section>
  );
}

/** What ITU wrote when it gave the pledge back, until the organisation has acted on it. */
function LastWord({ view }: { view: NextView }) {
  const t = useT("my-pledges");
  const last = view.history.at(-1);
  if (!last?.fromItu || !last.reason) return null;
  return (
    <Message from={t("questions.reviewer")} when={<time dateTime={last.iso}>{last.at}</time>}>
      <p>{last.reason}</p>
    </Message>
  );
}

function LeadsOnly({ acts, names }: { acts: string[]; names: string | null }) {
  const t = useT("my-pledges");
  return (
    <div className="small quiet">
      <p>{t("leads.only", { acts: acts.join(" · ") })}</p>
      <p>
        {names ? (
          <>
            {t("leads.ask")} <bdi>{names}</bdi>
          </>
        ) : (
          t("leads.none")
        )}
      </p>
    </div>
  );
}
