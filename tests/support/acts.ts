import { expect, type Locator, type Page } from "@playwright/test";
import type { Language } from "../../app/platform/i18n/languages";
import type { DemoAccount } from "./journey";
import { words } from "./words";

/** A person at a browser, who reads one language and finds things by their words. */
export interface Somebody {
  page: Page;
  lang: Language;
  word: (key: string) => string;
}

export const somebody = (page: Page, lang: Language): Somebody => ({ page, lang, word: words(lang) });

/** The text field with this label. Hints and "(optional)" may follow the label's words. */
export const field = ({ page, word }: Somebody, key: string): Locator => {
  const begins = new RegExp(`^\\s*${word(key).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
  return page.getByRole("main").getByLabel(begins).first();
};

/** One answer of a question with radio buttons or check boxes; the words of an answer may carry a hint, so it is found by its value. */
export const answer = ({ page }: Somebody, name: string, value: string): Locator =>
  page.locator(`[name="${name}"][value="${value}"]`).first();

export const press = async ({ page, word }: Somebody, key: string): Promise<void> =>
  page
    .getByRole("main")
    .getByRole("button", { name: word(key), exact: true })
    .first()
    .click();

/** No form came back with something to mend. */
export const expectTaken = async ({ page }: Somebody): Promise<void> =>
  expect(page.locator("[data-errors]")).toHaveCount(0);

/** Opens an account, confirms the address by the link in the mail, and is signed in. */
export async function joins(
  who: Somebody,
  account: { name: string; email: string; password: string },
  linkTo: () => Promise<string>,
) {
  await who.page.goto(`/${who.lang}/join`);
  await field(who, "accounts:field.name").fill(account.name);
  await field(who, "accounts:field.email").fill(account.email);
  await field(who, "accounts:field.password").fill(account.password);
  await who.page.locator("[name=terms]").check();
  await press(who, "accounts:join.button");
  await expect(who.page.getByRole("heading", { level: 1 })).toHaveText(who.word("accounts:join.sent_title"));
  await who.page.goto(await linkTo());
  await field(who, "accounts:field.password").fill(account.password);
  await press(who, "accounts:confirmation.button");
  await expect(who.page).toHaveURL(/\/my\/organisation/);
}

export async function signsIn(who: Somebody, { email, password }: Pick<DemoAccount, "email" | "password">) {
  await who.page.goto(`/${who.lang}/sign-in`);
  await field(who, "accounts:field.email").fill(email);
  await field(who, "accounts:field.password").fill(password);
  await press(who, "accounts:sign_in.button");
  await expect(who.page).not.toHaveURL(/sign-in/);
}

/** Registers an organisation with what due diligence needs (R15). */
export async function registers(who: Somebody, name: string) {
  await who.page.goto(`/${who.lang}/my/organisation/registration`);
  await field(who, "organisations:field.official_name").fill(name);
  await who.page.locator("[name=constituency]").selectOption("civil_society");
  await who.page.locator("[name=country]").selectOption("FJI");
  await field(who, "organisations:field.legal_form").fill("Association");
  await field(who, "organisations:field.registration_number").fill("A-1");
  await field(who, "organisations:field.registration_authority").fill("Registrar");
  await field(who, "organisations:field.year_founded").fill("2010");
  await field(who, "organisations:field.registered_address").fill("1 Example Road");
  await who.page.locator("[name=compactCommitment]").check();
  await who.page.locator('[name="people[0].role"]').selectOption("highest_leader");
  await field(who, "organisations:field.full_name").fill("Salote Example");
  await who.page.locator("[name=mayAct]").check();
  await press(who, "organisations:registration.submit");
  await expectTaken(who);
  await expect(who.page).toHaveURL(/\/my\/organisation/);
}

/** Sends an expression of interest in "access" (R7). */
export async function appliesAsMember(who: Somebody) {
  await who.page.goto(`/${who.lang}/my/participation/application`);
  await answer(who, "focusArea", "access").check();
  await answer(who, "kind", "member").check();
  await answer(who, "represents", "civil_society").check();
  await field(who, "organisations:application.statement").fill("We will share what we learn on every island.");
  await press(who, "organisations:application.send");
  await expectTaken(who);
}

/** Drafts a project pledge through all steps of the wizard and sends it as lead. Answers its reference. */
export async function pledges(who: Somebody, title: string): Promise<string> {
  const { page } = who;
  await page.goto(`/${who.lang}/my/pledges/new`);
  await answer(who, "type", "project").check();
  await press(who, "pledges:new.button");
  await expect(page).toHaveURL(/\/what$/);
  await answer(who, "focusAreas", "access").check();
  await page.locator("[name=language]").selectOption(who.lang);
  await field(who, "pledges:field.title").fill(title);
  await field(who, "pledges:field.summary").fill(
    "We will bring a link to 12 schools on outer islands within two years.",
  );
  await field(who, "pledges:field.description").fill("Each school gets a dish, a battery and a trained keeper.");
  await saveStep(who, "for-whom");
  await answer(who, "scope", "countries").check();
  await page.locator('[name="countries[0].country"]').fill("TUV");
  for (const [group, extent, share] of [
    ["ldc", "exclusively", "100"],
    ["lldc", "none", "0"],
    ["sids", "exclusively", "100"],
  ] as const) {
    await answer(who, `${group}Extent`, extent).check();
    await page.locator(`[name=${group}Share]`).fill(share);
  }
  await page.locator("[name=people]").fill("2400");
  await page.locator("[name=peopleNote]").fill("Pupils and families of the 12 schools.");
  await saveStep(who, "how-much");
  await page.locator("[name=amount]").fill("250000");
  await page.locator("[name=currency]").selectOption("USD");
  await answer(who, "amountBasis", "total").check();
  await answer(who, "valueKind", "cash").check();
  await answer(who, "additionality", "new").check();
  await saveStep(who, "with-whom");
  await page.locator("[name=publicContact]").fill("connect@example.org");
  await page.locator("[name=staffContact]").fill("staff-only-7431@example.org");
  await saveStep(who, "measures");
  await page.locator("[name=startsOn]").fill("2027-01-01");
  await page.locator("[name=endsOn]").fill("2028-12-31");
  const indicator = (name: string) => page.locator(`[name="indicators[0].${name}"]`);
  await indicator("name").fill("Schools with a working link");
  await indicator("unit").fill("schools");
  await indicator("baseline").fill("0");
  await indicator("baselineDate").fill("2026-11-01");
  await indicator("target").fill("12");
  await indicator("due").fill("2028-12-31");
  await indicator("verification").fill("A published list, checked by the ministry.");
  await saveStep(who, "check");
  await page.goto(page.url().replace(/check$/, "sign-off"));
  for (const box of await page.getByRole("main").getByRole("checkbox").all()) await box.check();
  await page.getByRole("main").locator("form button[type=submit]:visible").last().click();
  await expectTaken(who);
  const reference = /P2C-\d{4}-\d{5}/.exec((await page.getByRole("main").textContent()) ?? "")?.[0];
  if (!reference) throw new Error("no reference on the receipt");
  return reference;
}

async function saveStep(who: Somebody, next: string) {
  await who.page.getByRole("main").locator("form button[type=submit]:visible").last().click();
  await expectTaken(who);
  await expect(who.page).toHaveURL(new RegExp(`/${next}$`));
}

/** Finds the case in the queue, takes it, records a finding at every step, and recommends to clear. Answers the case's address. */
export async function reviews(who: Somebody, words: string): Promise<string> {
  const { page } = who;
  await page.goto(`/${who.lang}/staff/due-diligence?view=new&q=${encodeURIComponent(words)}`);
  await page.getByRole("row").filter({ hasText: words }).getByRole("link").first().click();
  const address = page.url().replace(/[?#].*$/, "");
  await press(who, "due-diligence:act.take");
  await page.goto(address);
  for (;;) {
    // Steps that have a finding fold their form away.
    const open = page.locator('form[action$="/findings"]').filter({ has: page.locator("textarea:visible") });
    if ((await open.count()) === 0) break;
    const form = open.first();
    await form.locator("[name=verdict][value=met]").check();
    await form
      .getByLabel(new RegExp(`^\\s*${who.word("due-diligence:form.finding")}`))
      .fill("Looked at and found in order.");
    await form.getByRole("button").click();
    await expectTaken(who);
  }
  await page.goto(address);
  const recommendation = page.locator('form[action$="/recommendation"]');
  await unfold(recommendation);
  await recommendation.locator("[name=recommendation][value=clear]").check();
  await recommendation.locator("[name=riskRating][value=low]").check();
  await recommendation.locator("[name=reason]").fill("Nothing stands against it.");
  await recommendation.getByRole("button").click();
  await expectTaken(who);
  return address;
}

/** Decides to clear. */
export async function clears(who: Somebody, address: string) {
  await who.page.goto(address);
  const decision = who.page.locator('form[action$="/decision"]');
  await unfold(decision);
  await decision.locator("[name=decision][value=cleared]").check();
  await decision.getByRole("button").click();
  await expectTaken(who);
}

/** Forms of decisions stand in a fold. */
async function unfold(form: Locator) {
  if (await form.isVisible()) return;
  await form.locator("xpath=ancestor::details[1]/summary").click();
}
