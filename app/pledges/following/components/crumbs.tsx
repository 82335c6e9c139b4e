import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { Breadcrumbs } from "~/ui/page-parts";

/** The way back: the list, then the pledge, on every page of one pledge. */
export function PledgeCrumbs({ id, title, here }: { id?: string; title: string; here?: string }) {
  const t = useT("my-pledges");
  const { lang } = useLang();
  const pledge = { label: <bdi>{title}</bdi>, href: id && address.myPledge(lang, id) };
  return (
    <Breadcrumbs
      items={[
        { label: t("title"), href: address.myPledges(lang) },
        ...(here ? [pledge, { label: here }] : [{ label: pledge.label }]),
      ]}
    />
  );
}
