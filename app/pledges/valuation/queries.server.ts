import type { Person } from "~/access/actor";
import { can } from "~/access/policy";
import { address } from "~/addresses";
import { db } from "~/platform/db/client.server";
import { formatPartialDate } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { currencies, currencyName, formatMoney } from "~/reference/currencies";
import type { ReferenceView } from "./pages/reference";
import { rateOn, valuedOn, wholeAmount } from "./transitions.server";

/** Rates on file and the values that await one, for the secretariat; those of organisations with which the actor has a conflict are left out. */
export async function getReference(actor: Person, lang: Language): Promise<ReferenceView> {
  const waiting = await db().revision.findMany({
    where: { valueState: "awaiting_rate", state: { notIn: ["superseded", "withdrawn", "declined"] } },
    orderBy: { submittedAt: "asc" },
    take: 200,
    include: { pledge: { include: { organisation: { select: { officialName: true } } } } },
  });
  const rates = await db().exchangeRate.findMany({ orderBy: [{ enteredAt: "desc" }, { period: "desc" }], take: 200 });
  const mine = waiting.filter(({ pledge: { organisationId } }) => can(actor, "reference.maintain", { organisationId }));
  return {
    maintains: can(actor, "reference.maintain"),
    awaiting: await Promise.all(
      mine.map(async (revision) => {
        const on = valuedOn(revision, revision.pledge);
        const currency = revision.currency ?? "";
        return {
          id: revision.id,
          href: address.settleValue(lang, revision.id),
          version: revision.version,
          reference: revision.pledge.reference,
          title: revision.title,
          language: revision.language,
          organisation: revision.pledge.organisation.officialName,
          amount: formatMoney(wholeAmount(revision) ?? 0n, currency, lang),
          on: formatPartialDate(on, lang),
          hasRate: (await rateOn(db(), currency, on)) !== null,
        };
      }),
    ),
    rates: rates.map(({ currency, period, usdPerUnit, source }) => ({
      key: `${currency} ${period}`,
      currency,
      period: formatPartialDate(period, lang),
      usdPerUnit: String(usdPerUnit),
      source,
    })),
    currencies: currencies
      .filter((code) => code !== "USD")
      .map((code) => ({ value: code, label: `${code} ${currencyName(code, lang)}` })),
  };
}
