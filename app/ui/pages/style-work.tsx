import { formatPartialDate } from "~/platform/i18n/format";
import { useLang, useT } from "~/platform/i18n/react";
import { Checks, Queue } from "../bench";
import { Button, ButtonLink } from "../button";
import { DecisionBar } from "../decision-bar";
import { Details, Dialog } from "../details";
import { EmptyState } from "../empty-state";
import { InternalNote, Message } from "../message";
import { Notice } from "../notice";
import { Columns } from "../page-parts";
import { Shortcuts, ShortcutsButton } from "../shortcuts";
import { Steps } from "../steps";
import { Tabs } from "../tabs";
import { StateTag } from "../tags";

export function StyleWork() {
  const t = useT("style");
  const u = useT("ui");
  const { lang } = useLang();
  const day = formatPartialDate("2026-11-16", lang);
  return (
    <div className="stack loose">
      <Tabs
        label={t("work")}
        tabs={[
          { label: t("overview"), href: "#overview" },
          { label: t("checks"), href: "#checks", current: true },
          { label: t("messages"), count: "2", href: "#messages" },
        ]}
      />
      <Columns two>
        <Steps
          steps={[
            { label: t("step_what"), href: "#what", state: u("steps.done") },
            { label: t("step_whom"), href: "#whom", state: u("steps.done") },
            { label: t("step_measure"), href: "#how", state: t("to_mend"), current: true, due: true },
            { label: t("step_send"), state: u("steps.not_started") },
          ]}
        />
        <div className="stack">
          <Message from={t("reviewer")} when={day}>
            <p>{t("question")}</p>
          </Message>
          <Message theirs from={t("org_1")} when={day}>
            <p>{t("answer")}</p>
          </Message>
          <InternalNote from={t("reviewer")} when={day}>
            <p>{t("note")}</p>
          </InternalNote>
        </div>
      </Columns>
      <Columns two>
        <Queue
          id="queue"
          title={t("work_table")}
          views={[
            { label: t("you"), href: "#mine", current: true },
            { label: t("in_review"), href: "#review" },
          ]}
          items={[
            {
              reference: "DD-2026-0112",
              href: "#case-1",
              due: <StateTag tone="due">{t("changes_asked")}</StateTag>,
              title: t("pledge_1"),
              organisation: t("org_1"),
              current: true,
            },
            {
              reference: "DD-2026-0109",
              href: "#case-2",
              due: <StateTag tone="stopped">{t("clock_stopped")}</StateTag>,
              title: t("pledge_2"),
              organisation: t("org_2"),
            },
          ]}
        />
        <Checks
          checks={[
            { key: "1", state: <StateTag tone="done">{t("step_what")}</StateTag>, note: t("reviewer") },
            { key: "2", state: <StateTag tone="due">{t("step_measure")}</StateTag>, note: t("to_mend") },
            { key: "3", state: <StateTag tone="open">{t("step_send")}</StateTag> },
          ]}
        />
      </Columns>
      <DecisionBar
        id="decision"
        title={t("recommend")}
        status={
          <span id="blocked">
            <StateTag tone="due">{t("blocked")}</StateTag>
          </span>
        }
      >
        <Button aria-disabled="true" aria-describedby="blocked">
          {t("clear")}
        </Button>
        <Button second>{t("ask_changes")}</Button>
        <Dialog second button={t("withdraw")} title={t("withdraw_ask")}>
          <p>
            <Button small>{u("form.confirm")}</Button>
          </p>
        </Dialog>
      </DecisionBar>
      <ShortcutsButton />
      <Shortcuts shortcuts={[{ key: "m", label: t("messages"), href: "#messages" }]} />
    </div>
  );
}

export function StyleStates() {
  const t = useT("style");
  const u = useT("ui");
  return (
    <div className="stack loose">
      <Notice tone="done" title={t("notice_done")}>
        {t("notice_done_text")}
      </Notice>
      <Notice tone="due" title={t("notice_due")}>
        {t("notice_due_text")}
      </Notice>
      <Notice tone="quiet">{u("compiled_note")}</Notice>
      <EmptyState title={t("empty")} action={<ButtonLink href="#states">{t("start_report")}</ButtonLink>}>
        {t("empty_text")}
      </EmptyState>
      <Details summary={t("find")}>{t("lead")}</Details>
    </div>
  );
}
