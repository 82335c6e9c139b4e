import { useForm } from "@conform-to/react";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { parseMessage } from "~/platform/i18n/message";
import { useLang, useT } from "~/platform/i18n/react";
import { Details } from "~/ui/details";
import { EmptyState } from "~/ui/empty-state";
import { Facts } from "~/ui/facts";
import { FileField } from "~/ui/form/file-field";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { MeasuredLine } from "~/ui/measure";
import { Notice } from "~/ui/notice";
import { PageHead, Section } from "~/ui/page-parts";
import { HitTable } from "../components/hit-table";
import type { ScreeningPageView } from "../lists/queries.server";

interface ScreeningPageProps {
  view: ScreeningPageView;
  receiptKeys: { upload: string; take: string; discard: string };
  answer?: FormAnswer;
  problem?: string;
}

/** Lists, how far screening is, and the hits that wait for a person. */
export function ScreeningPage({ view, receiptKeys, answer, problem }: ScreeningPageProps) {
  const t = useT("screening");
  const { lang } = useLang();
  const { hits, hitCount, current, progress } = view;
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} low />
      {problem && (
        <Notice tone="due" announce>
          {t(parseMessage(problem).key as "error.not_prepared")}
        </Notice>
      )}
      <div className="stack loose">
        <Section id="open-hits" title={t("open_hits")} note={t("open_hits_note")}>
          {hits.length === 0 ? (
            <p>{t("no_open_hits")}</p>
          ) : (
            <>
              <p>{t("hit_count", { count: hitCount })}</p>
              <HitTable
                caption={t("open_hits")}
                hits={hits.map((hit) => ({ ...hit, href: address.screeningHit(lang, hit.id) }))}
                ofMany
              />
            </>
          )}
        </Section>
        <Section id="list-in-use" title={t("in_use")}>
          {current && progress ? (
            <div className="stack">
              <ListFacts list={current} />
              <MeasuredLine delivered={progress.done} target={progress.of}>
                {progress.text}
              </MeasuredLine>
            </div>
          ) : (
            <EmptyState title={t("none_in_use")}>{t("none_in_use_text")}</EmptyState>
          )}
        </Section>
        {view.prepared && <Prepared view={view} list={view.prepared} receiptKeys={receiptKeys} />}
        {view.changes && <Upload receiptKey={receiptKeys.upload} answer={answer} />}
      </div>
    </>
  );
}

type Prepared = NonNullable<ScreeningPageView["prepared"]>;

function ListFacts({ list }: { list: NonNullable<ScreeningPageView["current"]> }) {
  const t = useT("screening");
  return (
    <Facts
      facts={[
        { term: t("list.generated"), value: list.generated },
        { term: t("list.contents"), value: list.contents },
        { term: t("list.file"), value: <bdi>{list.fileName}</bdi> },
        { term: t("list.origin"), value: list.origin },
      ]}
    />
  );
}

function Prepared({ view, list, receiptKeys }: Pick<ScreeningPageProps, "view" | "receiptKeys"> & { list: Prepared }) {
  const t = useT("screening");
  const { lang } = useLang();
  return (
    <Section id="prepared" title={t("prepared")} note={t("prepared_note")}>
      <div className="stack">
        <ListFacts list={list} />
        {list.changes.map(({ kind, count, names }) => (
          <Details key={kind} summary={t(`change.${kind}`, { n: count })}>
            {names.length === 0 ? (
              <p>{t("change.none")}</p>
            ) : (
              <ul>
                {names.map(({ name, reference }) => (
                  <li key={`${name} ${reference}`}>
                    <bdi>{name}</bdi> <span className="quiet">{reference}</span>
                  </li>
                ))}
              </ul>
            )}
          </Details>
        ))}
        {view.changes && (
          <div className="row">
            <Form action={address.screeningList(lang, "use")} receiptKey={receiptKeys.take}>
              <HiddenField name="listId" value={list.id} />
              <SubmitButton>{t("take")}</SubmitButton>
            </Form>
            <Form action={address.screeningList(lang, "discard")} receiptKey={receiptKeys.discard}>
              <HiddenField name="listId" value={list.id} />
              <SubmitButton second>{t("discard")}</SubmitButton>
            </Form>
          </div>
        )}
      </div>
    </Section>
  );
}

function Upload({ receiptKey, answer }: { receiptKey: string; answer?: FormAnswer }) {
  const t = useT("screening");
  const [form, fields] = useForm<{ file: File }>({ id: "list", lastResult: answer?.form });
  return (
    <Section id="upload" title={t("upload")} note={t("upload_note")}>
      <Form form={form} receiptKey={receiptKey} labels={{ file: t("file") }} multipart>
        <FileField field={fields.file} label={t("file")} accept=".xml" types="XML" size="10 MB" />
        <Actions>
          <SubmitButton>{t("upload_button")}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
