import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { Queue } from "~/ui/bench";
import { ShortcutsButton } from "~/ui/shortcuts";
import { StateTag } from "~/ui/tags";
import type { QueuePageView } from "../queue/queries.server";

/** The most urgent cases beside the open one. */
export function QueueSide({ queue, openId }: { queue: Pick<QueuePageView, "views" | "entries">; openId: string }) {
  const t = useT("due-diligence");
  const { lang } = useLang();
  return (
    <Queue
      id="queue-title"
      title={t("queue_short")}
      filter={
        <a className="small" href={address.queue(lang)}>
          {t("queue_whole")}
        </a>
      }
      views={queue.views.map(({ label, count, href, current }) => ({ label: withCount(label, count), href, current }))}
      items={queue.entries.map(({ id, href, kind, title, lang: titleLang, reference, organisation, due }) => ({
        reference,
        kind: t(`kind.${kind}`),
        href,
        due: <StateTag tone={due.tone}>{due.short}</StateTag>,
        title,
        titleLang,
        organisation,
        current: id === openId,
      }))}
      note={
        <p>
          {t("queue_note")} <ShortcutsButton />
        </p>
      }
    />
  );
}

export const withCount = (label: string, count: number) => (
  <>
    {label} <bdi className="num">{count}</bdi>
  </>
);
